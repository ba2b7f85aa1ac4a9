"""Rows -> CSV as a command gives it: texts stay as they are, also those that a spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable
from io import StringIO


def rows_to_csv(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The headings and the rows, each with a line feed at its end."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([headings, *rows])
    return text.getvalue()
