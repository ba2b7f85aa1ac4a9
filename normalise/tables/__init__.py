"""A grid -> figures.

`layout` finds its parts, `axes` what its rows and columns say, `sheet` puts them together, `crossing` reads a row with a column, `cells`
deals the figures of one cell, `figures` goes the whole way. `causes` reads cells that hold services with their causes.
"""
