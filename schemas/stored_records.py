"""The rows of a report as JSON, and back unchanged: a column of each table as a list, so that thousands are read in a moment."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from sys import intern
from types import NoneType
from typing import Any, get_args, get_type_hints

from schemas.errors import DatasetError
from schemas.records import OF_A_REPORT, Records, Report, columns

_FIRST = '{"report":'
"""What stored records begin with."""


def records_to_json(records: Records) -> str:
    """The rows of the records as one line of JSON; labels, which are no rows, have served when the report was checked."""
    tables = {name: _to_columns(getattr(records, name), record) for name, record in OF_A_REPORT.items()}
    whole = {"report": _to_columns((records.report,), Report), **tables}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=str)


def json_to_records(stored: str) -> Records:
    """The records that were written. Raises `DatasetError` for anything that `records_to_json` did not write."""
    try:
        whole = json.loads(stored)
        (report,) = _to_rows(whole["report"], Report)
        return Records(report, **{name: _to_rows(whole[name], record) for name, record in OF_A_REPORT.items()})
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise DatasetError(f"the stored records are damaged ({error}); read the report again") from error


def json_to_report(stored: str) -> Report:
    """The report's own row only, which stands first. Raises `DatasetError` as above."""
    report: Report
    try:
        (report,) = _to_rows(json.JSONDecoder().raw_decode(stored, len(_FIRST))[0], Report)
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise DatasetError(f"the stored records are damaged ({error}); read the report again") from error
    return report


def _to_columns(rows: tuple[Any, ...], record: type[Any]) -> list[list[Any]]:
    return [[getattr(row, name) for row in rows] for name in columns(record)] if rows else []


def _to_rows(stored: list[list[Any]], record: type[Any]) -> tuple[Any, ...]:
    if not stored:
        return ()
    cells = [map(convert, column) if convert else column for convert, column in zip(_CONVERTERS[record], stored, strict=True)]
    return tuple(record(*row) for row in zip(*cells, strict=True))


def _converter(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401  a type hint has no type of its own
    (base,) = (part for part in get_args(hint) or (hint,) if part is not NoneType)
    if issubclass(base, StrEnum):
        return {None: None, **{member.value: member for member in base}}.__getitem__
    if base is date:
        return cache(lambda cell: None if cell is None else date.fromisoformat(cell))
    if base is Decimal:
        return lambda cell: None if cell is None else Decimal(cell)
    return intern if base is str else None


def _converters(record: type[Any]) -> tuple[Callable[[Any], Any] | None, ...]:
    hints = get_type_hints(record)
    return tuple(_converter(hints[name]) for name in columns(record))


_CLASSES: tuple[type[Any], ...] = (Report, *OF_A_REPORT.values())
_CONVERTERS = {record: _converters(record) for record in _CLASSES}
"""How the cells of each column become what a record holds; None where JSON holds them as they are."""
