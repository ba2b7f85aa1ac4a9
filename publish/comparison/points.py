"""The benchmark -> a point for each of its numbers, with what it is of and how sure it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from publish.benchmark.caveats import BETWEEN
from publish.benchmark.printed import RATES, UNITS
from publish.cells import frame_to_cells
from publish.comparison.base import OTHER_NUMBERS, Base, Cells, row_to_base, tells
from publish.comparison.wilson import Interval
from publish.recorded import number
from schemas import Measure, Period, Regime, Stage

if TYPE_CHECKING:
    import pandas as pd


class Series(NamedTuple):
    """What is compared over councils and periods."""

    regime: Regime
    service_id: str
    stage: Stage
    measure: Measure


@dataclass(frozen=True, slots=True)
class Point:
    """One number of one council.

    `printed`: as the report has it; else worked out from its counts. `base`: what a percentage is of, or why nobody can tell; empty for
    what is no percentage.
    """

    series: Series
    period: Period
    council_code: str
    council: str
    value: float
    printed: bool
    base: Base | str
    caveats: tuple[str, ...]
    needs_review: bool
    printed_names: str
    report_id: str
    figure_ids: str

    @property
    def interval(self) -> Interval | None:
        """What chance allows, as a share; None without a base."""
        return self.base.interval if isinstance(self.base, Base) else None


def benchmark_to_points(frame: "pd.DataFrame") -> list[Point]:
    """Every number of the benchmark, in its order."""
    return of_no_other_number([point for row in frame_to_filled(frame) for point in row_to_points(row)])


def frame_to_filled(frame: "pd.DataFrame") -> Iterator[Cells]:
    """The filled cells of each row."""
    names = list(map(str, frame.columns))
    return ({name: cell for name, cell in zip(names, cells, strict=True) if cell is not None} for cells in frame_to_cells(frame))


def row_to_points(row: Cells) -> Iterator[Point]:
    """The numbers of one row: what is printed, and where nothing is, what the printed counts give."""
    period = Period(date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"]))
    caveats = tuple(filter(None, row.get("caveats", "").split(BETWEEN)))
    for measure in UNITS:
        value = row.get(measure, row.get(f"{measure}_derived"))
        if value is None:
            continue
        yield Point(
            series=Series(Regime(row["regime"]), row["service_id"], Stage(row["stage"]), measure),
            period=period,
            council_code=row["council_code"],
            council=row.get("council", row["council_code"]),
            value=value,
            printed=measure in row,
            base=row_to_base(row, measure) if measure in RATES else "",
            caveats=caveats,
            needs_review=row["needs_review"],
            printed_names=row.get("printed_names", ""),
            report_id=row["report_id"],
            figure_ids=row.get(f"{measure}_figure_id", ""),
        )


def of_no_other_number(points: Sequence[Point]) -> list[Point]:
    """The points without the bases that their report does not use: where most percentages of a measure are not of the printed count."""
    fits: Counter[tuple[str, Measure]] = Counter()
    for point in points:
        fits[point.report_id, point.series.measure] += fit(point)
    return [
        replace(point, base=OTHER_NUMBERS)
        if isinstance(point.base, Base) and not point.base.counted and fits[point.report_id, point.series.measure] < 0
        else point
        for point in points
    ]


def fit(point: Point) -> int:
    """1 if the percentage shows that it is of the nearest printed count, -1 if that it is not, 0 if it shows nothing."""
    if not isinstance(point.base, Base) or point.base.counted:
        return 0
    return int(tells(point.base, number(point.value))) if point.base.fits else -1
