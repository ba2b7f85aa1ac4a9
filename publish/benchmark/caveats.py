"""What to know before comparing a row: short sentences in a fixed order."""

from collections.abc import Iterable, Iterator, Sequence

from publish.benchmark.notes import row_to_notes
from publish.benchmark.printed import RATES
from publish.benchmark.report import Row
from publish.benchmark.values import agree
from schemas import Figure, Finding, Measure, Records

BETWEEN = " | "
DAYS_OF_MONTH = 365.25 / 12
MONTHS_OF_YEAR = 12
SPANS = {1: "a month", 3: "a quarter", 6: "half a year"}
TWICE = "printed_twice_has_one_value"
"""The check whose findings a row tells by itself."""
PERCENTAGE = "percentage_is_possible"
IMPOSSIBLE = "no whole number out of the complaints printed beside it"


def period(row: Row) -> Iterator[str]:
    """How long the row's period is, if it is no year."""
    days = (row.key.period_end - row.key.period_start).days + 1
    months = round(days / DAYS_OF_MONTH)
    if months != MONTHS_OF_YEAR:
        yield f"covers {SPANS.get(months, f'{months} months')}, not a year"


def partly(row: Row) -> Iterator[str]:
    """How partly upheld complaints are counted, where the row's measures say so."""
    if {Measure.UPHELD_OR_PARTLY, Measure.UPHELD_OR_PARTLY_PCT} & row.values.keys():
        yield "upheld_or_partly counts those partly upheld with those upheld"
    if {Measure.PARTIALLY_UPHELD, Measure.PARTIALLY_UPHELD_PCT} & row.values.keys():
        yield "upheld does not count those partly upheld"


def several(row: Row) -> Iterator[str]:
    """That complaints may be counted twice in a sum, where the report counts those about several services."""
    received, shared = row.values.get(Measure.RECEIVED), row.values.get(Measure.MULTI_SERVICE)
    if received and shared and len(received.figures) > 1 and shared.number:
        yield "a complaint about several of the names added up may be counted under each"


def reading(row: Row) -> Iterator[str]:
    """Figures that were read from a picture."""
    scanned = [measure for measure, value in row.values.items() if any(figure.reader == "ocr" for figure in value.figures)]
    if scanned:
        yield f"read from a scan: {', '.join(scanned)}"


def doubt(finding: Finding, row: Row) -> Iterator[str]:
    """A finding that rests on figures which the row shows; of an impossible percentage the count that it is no share of is not in doubt."""
    ids = set(finding.figure_ids.split("|"))
    shown = [measure for measure, value in row.values.items() if any(figure.figure_id in ids for figure in value.figures)]
    if finding.check == PERCENTAGE:
        shown = [measure for measure in shown if measure in RATES]
    if shown and finding.check != TWICE:
        said = IMPOSSIBLE if finding.check == PERCENTAGE else f"at odds with other figures ({finding.check.replace('_', ' ')})"
        own = f"; the report may explain it: {finding.explanation}" if finding.explanation else ""
        yield f"{said}: {', '.join(shown)}{own}"


def other_reports(row: Row, others: Sequence[Row]) -> Iterator[str]:
    """What other reports of the council print of the same row, and this one prints otherwise or not at all."""
    for other in others:
        differing = [
            f"{measure} {value.number:f}"
            for measure, value in other.values.items()
            if measure not in row.values or not same(value.figures, row.values[measure].figures)
        ]
        if differing:
            yield f"another report ({other.records.report.file}) prints {', '.join(differing)}"


def same(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two values are one."""
    if len(one) == len(other) == 1:
        return agree(one[0], other[0])
    return sum(figure.value or 0 for figure in one) == sum(figure.value or 0 for figure in other)


def row_to_caveats(row: Row, others: Sequence[Row], reports: Iterable[Records]) -> str:
    """The caveats of a row, each once."""
    said = (
        *row.caveats,
        *other_reports(row, others),
        *period(row),
        *partly(row),
        *several(row),
        *reading(row),
        *(sentence for finding in row.records.findings for sentence in doubt(finding, row)),
        *row_to_notes(row, reports),
    )
    return BETWEEN.join(dict.fromkeys(sentence.replace("|", "/") for sentence in said))
