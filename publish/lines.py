r"""Rows of a table -> the lines of its CSV file, wherever they are made. The same rows give the same bytes.

CSV is UTF-8 and RFC 4180 with one departure: lines end in `\n`, so that a change of a dataset can be reviewed as a change of lines.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from operator import attrgetter
from typing import Any

from publish.schema import BY_NAME, Column, Kind, Table

Rows = tuple[str, Sequence[object]]
"""The name of a table, and further rows of it."""
Lines = tuple[str, bytes]
"""The name of a table, and further lines of its CSV file."""

_QUOTED = re.compile(r'[",\r\n]')


def text_to_cell(text: str) -> str | None:
    """The text as UTF-8 can hold it: a lone surrogate (a PDF may map a glyph to one) is spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8") or None


def number_to_cell(number: float, decimals: int | None) -> float | None:
    """The number as a double, which holds 15 digits exactly: more than any report prints. Minus nought is nought."""
    if not isfinite(number):
        return None
    return (number if decimals is None else round(number, decimals)) + 0.0


def value_to_cell(value: object, column: Column) -> object:
    """A field of a record as every format of the dataset holds it; None for nothing."""
    match value:
        case None:
            return None
        case str():
            return text_to_cell(value)
        case date():
            return value.isoformat()
        case _ if column.kind is Kind.NUMBER:
            return number_to_cell(float(str(value)), column.decimals)
    return value


def text_to_csv(text: str) -> str:
    """The text, in quotes where it needs them."""
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def number_to_csv(number: float) -> str:
    """The shortest decimal that means this number, without exponent, and `206` rather than `206.0`."""
    return str(int(number)) if number.is_integer() else format(Decimal(repr(number)), "f")


def boolean_to_csv(value: object) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


TO_CSV: dict[Kind, Callable[[Any], str]] = {
    Kind.STRING: text_to_csv,
    Kind.INTEGER: str,
    Kind.NUMBER: number_to_csv,
    Kind.BOOLEAN: boolean_to_csv,
    Kind.DATE: str,
}


def table_to_header(table: Table) -> bytes:
    """The first line of a table."""
    return (",".join(column.name for column in table.columns) + "\n").encode()


def columns_to_lines(values: Iterable[Sequence[Any]], table: Table) -> bytes:
    """The lines of some rows, given column by column. Most columns say the same again and again, and each text is made once."""
    printed = []
    for column, own in zip(table.columns, values, strict=True):
        to_csv = TO_CSV[column.kind]
        cells = ((value, value_to_cell(value, column)) for value in set(own))
        made = {value: "" if cell is None else to_csv(cell) for value, cell in cells}
        printed.append([made[value] for value in own])
    return "".join(f"{','.join(cells)}\n" for cells in zip(*printed, strict=True)).encode()


def rows_to_lines(rows: Iterable[Rows]) -> Iterator[Lines]:
    """The lines of rows, table by table as they come."""
    for name, some in rows:
        if some:
            table = BY_NAME[name]
            cells = map(attrgetter(*(column.name for column in table.columns)), some)
            yield name, columns_to_lines(list(zip(*cells, strict=True)), table)
