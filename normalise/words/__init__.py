"""One label, heading or cell -> what its words and numbers say.

`phrases` and `labels` take a text apart, `heading` says what it means, `measure` settles what it counts; `periods` reads dates,
`values` figures.
"""
