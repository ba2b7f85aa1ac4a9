"""A comparison in words, and as rows of a table."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from publish.benchmark.caveats import BETWEEN
from publish.benchmark.printed import ALL, UNITS
from publish.comparison.base import Base
from publish.comparison.points import Point
from publish.comparison.question import Question
from publish.lines import boolean_to_csv, number_to_csv
from publish.recorded import number
from schemas import Measure, Regime, Unit
from schemas.period import label
from schemas.spoken import amount, measure, stage

if TYPE_CHECKING:
    import pandas as pd

PRINTED, WORKED_OUT = "printed", "worked out"
COUNTED, SUPPOSED = "counts printed", "base supposed"
NO_SHARE = {Unit.COUNT: "a count", Unit.DAYS: "an average"}
"""Why what is no percentage has no interval."""

Names = Mapping[str, str]
"""What the dataset calls each service, by its id."""


def title(question: Question, names: Names) -> str:
    """What is compared: `Housing repairs: % upheld, stage 1, 2019-20`."""
    return f"{series_to_words(question, names)}, {label(question.period)}"


def series_to_words(question: Question, names: Names) -> str:
    """What is compared, over the years."""
    regime, service_id, of_stage, of = question.series
    procedure = "" if regime is Regime.CORPORATE else f", {regime}"
    return f"{service_to_words(service_id, names)}: {measure(of)}, {stage(of_stage)}{procedure}"


def services_to_names(services: "pd.DataFrame") -> Names:
    """What a dataset calls its services."""
    return dict(services[["service_id", "label"]].dropna().itertuples(index=False))


def service_to_words(service_id: str, names: Names) -> str:
    """What a service is called."""
    return "All services" if service_id == ALL else names.get(service_id, service_id)


def councils_to_names(points: Iterable[Point]) -> dict[str, str]:
    """The name of each council by its code, with the code where another has that name, in the order of the names."""
    names = dict(sorted(((point.council_code, point.council) for point in points), key=lambda item: item[::-1]))
    alike = Counter(names.values())
    return {code: f"{name} ({code})" if alike[name] > 1 else name for code, name in names.items()}


def origin(point: Point) -> str:
    """Whether the report prints the number, or its printed counts give it."""
    return PRINTED if point.printed else WORKED_OUT


def value_to_words(point: Point) -> str:
    """The number with its unit."""
    return amount(number(point.value), UNITS[point.series.measure])


def base_to_words(point: Point) -> str:
    """What a percentage is of, so that 1 of 2 does not look like 50 of 100; else why there is no such thing."""
    base = point.base
    if not isinstance(base, Base):
        return base or no_share(point)
    whole = f"of {base.number:,} {' + '.join(measure(Measure(name)) for name in base.of)}"
    if base.counted:
        return f"{base.low:,} {whole}"
    return f"{whole}, supposed" if base.fits else f"no base printed: it is no whole number {whole}"


def no_share(point: Point) -> str:
    """What a number is that is no percentage."""
    return "a rate" if point.series.measure is Measure.RATE_PER_1000 else NO_SHARE[UNITS[point.series.measure]]


def basis(point: Point) -> str:
    """How the base is known, or why there is none."""
    if isinstance(point.base, Base) and point.base.fits:
        return COUNTED if point.base.counted else SUPPOSED
    return base_to_words(point)


def interval_to_words(point: Point) -> str:
    """The interval in whole percent; nothing where there is none."""
    return f"{point.interval.low:.0%} to {point.interval.high:.0%}" if point.interval else ""


def notes(points: Iterable[Point]) -> dict[str, str]:
    """The caveats of points, each once and with a letter: a, b, ... z, aa, ab."""
    said = dict.fromkeys(caveat for point in points for caveat in point.caveats)
    named = ("".join(letters) for size in count(1) for letters in product(ascii_lowercase, repeat=size))
    return dict(zip(said, named, strict=False))


def point_to_cells(point: Point, before: Point | None) -> dict[str, str]:
    """A point, with that of the year before, as the cells of a row. Percentages run from 0 to 100; an empty cell says nothing.

    `count`: how many of `base`; empty where the report prints no count and several would give its percentage. `basis`: how base and
    interval are known, or why there are none.
    """
    base = point.base if isinstance(point.base, Base) and point.base.fits else None
    low, high = (f"{100 * bound:.1f}" for bound in point.interval) if point.interval else ("", "")
    return {
        "council_code": point.council_code,
        "council": point.council,
        **dict(zip(point.series._fields, point.series, strict=True)),
        "period": label(point.period),
        "period_start": point.period.start.isoformat(),
        "period_end": point.period.end.isoformat(),
        "value": number_to_csv(point.value),
        "unit": UNITS[point.series.measure],
        "origin": origin(point),
        "count": str(base.low) if base and base.low == base.high else "",
        "base": str(base.number) if base else "",
        "base_of": "+".join(base.of) if base else "",
        "basis": basis(point),
        "interval_low": low,
        "interval_high": high,
        "year_before": number_to_csv(before.value) if before else "",
        "year_before_origin": origin(before) if before else "",
        "caveats": BETWEEN.join(point.caveats),
        "needs_review": boolean_to_csv(point.needs_review),
        "printed_names": point.printed_names,
        "report_id": point.report_id,
        "figure_ids": point.figure_ids,
    }
