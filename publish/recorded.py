"""One Dataset -> the records of each of its reports: what was written can be checked, compared and published again."""

from collections.abc import Callable, Container, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from publish.dataset import Dataset
from schemas import OF_A_REPORT, Records, Report, columns

if TYPE_CHECKING:
    import pandas as pd


def dataset_to_records(dataset: Dataset) -> list[Records]:
    """The records of each report, in the order of the dataset."""
    return list(each_records(dataset))


def each_records(dataset: Dataset, wanted: Container[str] | None = None) -> Iterator[Records]:
    """The records of one report after the other, in the order of the dataset; only of those wanted, by report_id, if any are named."""
    tables = {name: (getattr(dataset, name), getattr(dataset, name).groupby("report_id", sort=False).indices) for name in OF_A_REPORT}
    for report in frame_to_rows(dataset.reports, Report):
        if wanted is None or report.report_id in wanted:
            rows = {
                name: frame_to_rows(frame.take(places[report.report_id]), OF_A_REPORT[name])
                for name, (frame, places) in tables.items()
                if report.report_id in places
            }
            yield Records(report, **{name: tuple(found) for name, found in rows.items()})


def frame_to_rows(frame: "pd.DataFrame", record: type[Any]) -> list[Any]:
    """The rows of a table as records; an empty cell is what the record's field has for nothing."""
    hints = get_type_hints(record)
    filled = []
    for name in columns(record):
        (base,) = (part for part in get_args(hints[name]) or (hints[name],) if part is not NoneType)
        empty = "" if base is str else None
        made = to_value(base)
        present = frame[name].notna().tolist()
        filled.append([made(cell) if there else empty for cell, there in zip(frame[name].tolist(), present, strict=True)])
    return [record(*cells) for cells in zip(*filled, strict=True)]


def to_value(base: type[Any]) -> Callable[[Any], Any]:
    """How a cell becomes a field of this type."""
    if base is date:
        return date.fromisoformat
    if base is Decimal:
        return number
    return base if issubclass(base, StrEnum) or base in {int, float, bool} else str


def number(cell: float) -> Decimal:
    """A number as it was printed, without digits that only its storage added."""
    return Decimal(int(cell)) if float(cell).is_integer() else Decimal(repr(float(cell)))
