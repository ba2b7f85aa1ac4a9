"""What to know before comparing a row: short sentences in a fixed order."""

from collections.abc import Iterable, Iterator, Sequence

from publish.benchmark.notes import row_to_notes
from publish.benchmark.printed import RATES
from publish.benchmark.report import Row
from publish.benchmark.values import Value
from schemas import Figure, Finding, Measure, Records, Revision
from schemas.printed import agree

BETWEEN = " | "
RESTATED = "restated"
"""The kind of a revision that gives a figure another number."""
DAYS_OF_MONTH = 365.25 / 12
MONTHS_OF_YEAR = 12
SPANS = {1: "a month", 3: "a quarter", 6: "half a year"}
TWICE = frozenset({"printed_twice_has_one_value", "sentence_says_what_is_printed"})
"""The checks whose findings a row tells by itself where the figure is disputed."""
POSSIBLE = frozenset({"percentage_is_possible", "share_of_a_sentence_is_possible"})
"""The checks that doubt a percentage, and not the count that it is no share of."""
CHANGES = frozenset({"change_is_between_the_two_figures", "difference_is_current_less_prior"})
"""The checks that doubt what a report says of a change, which no row shows."""
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


def is_in_doubt(measure: Measure, value: Value, finding: Finding) -> bool:
    """Whether a finding rests on a shown value, and says of it what the row does not say by itself."""
    rests = any(figure.figure_id in finding.figure_ids.split("|") for figure in value.figures)
    told = (finding.check in TWICE and value.disputed) or (finding.check in POSSIBLE and measure not in RATES)
    return rests and not told


def doubt(finding: Finding, row: Row) -> Iterator[str]:
    """What a finding about the row's service says of what the row shows."""
    shown = [measure for measure, value in row.values.items() if is_in_doubt(measure, value, finding)]
    if shown and finding.check not in CHANGES and finding.service_id in {"", row.key.service_id}:
        said = IMPOSSIBLE if finding.check in POSSIBLE else f"at odds with other figures ({finding.check.replace('_', ' ')})"
        own = f"; the report may explain it: {finding.explanation}" if finding.explanation else ""
        yield f"{said}: {', '.join(shown)}{own}"


def restated(row: Row, revisions: Iterable[Revision]) -> Iterator[str]:
    """What a later report says of the row's figures."""
    for revision in revisions:
        ids = set(revision.figure_ids.split("|"))
        if revision.kind == RESTATED and any(figure.figure_id in ids for figure in row.figures):
            yield f"restated by a later report: {revision.measure} {revision.later} instead of {revision.earlier}"


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


def row_to_caveats(row: Row, others: Sequence[Row], reports: Iterable[Records], revisions: Iterable[Revision]) -> str:
    """The caveats of a row, each once."""
    said = (
        *row.caveats,
        *other_reports(row, others),
        *restated(row, revisions),
        *period(row),
        *partly(row),
        *several(row),
        *reading(row),
        *(sentence for finding in row.records.findings for sentence in doubt(finding, row)),
        *row_to_notes(row, reports),
    )
    return BETWEEN.join(dict.fromkeys(sentence.replace("|", "/") for sentence in said))
