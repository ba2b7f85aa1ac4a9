"""What goes to a person: `show` makes text fit to be printed, `console` ends a command in a sentence, `outfile` writes a file she named.

`csvtext` spells rows as CSV.
"""
