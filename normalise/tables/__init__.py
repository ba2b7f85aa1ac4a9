"""A grid -> figures.

`layout` finds its parts, `breakdown` what its labels and headings are of; `columns` and `rows` (`row_labels` as printed, `labels` what each
says) find what each column and row says (`axes`), and `sheet` holds them together. `crossing` reads a row with a column, `cells` deals the
figures of one cell, `figures` goes the whole way. `causes` reads cells that hold services with their causes.
"""
