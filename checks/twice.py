"""A figure that is printed twice is printed the same."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.evidence import Evidence, by_table, number
from checks.explanations import explained
from checks.relations import Relation, equal
from checks.trial import Doubt, Trial
from checks.wording import amount, measure, where
from schemas import Figure, Measure, Severity
from schemas.printed import Kind, agree, unit_of

TWICE = 2
TWO_WHOLES = "two tables of the whole council disagree, and may not count the same whole"
AMBIGUOUS = "a table prints two values for the figure"


def comparable(kind: Kind) -> bool:
    """Whether the kind says all that the figure is about: a share of an unnamed whole, or a figure without a measure, does not."""
    return kind.measure is not Measure.OTHER and not (kind.measure is Measure.SHARE_PCT and not kind.category)


def same(one: Figure, other: Figure) -> Relation:
    """Two printings are one figure, as far as the coarser one says."""
    units = {unit_of(number(one)), unit_of(number(other))}
    return equal(one, other, max(units) if len(units) > 1 else Decimal(0))


def one_whole(printings: Sequence[tuple[Figure, bool]]) -> bool:
    """Whether the printings are of one thing: of a named service, or of the whole council where two of several tables agree."""
    first, _ = printings[0]
    values = [other.value for other, _ in printings]
    return bool(first.service or first.directorate) or len(set(values)) < len(values)


def to_doubt(evidence: Evidence, first: Figure, other: Figure) -> Doubt:
    """The doubt about the later of two printings."""
    expected, found = amount(number(first), first.unit), amount(number(other), other.unit)
    what = measure(first.measure) + (f" ({first.category})" if first.category else "")
    sentence = f"{what} is printed as {found}, but as {expected} {where(first)}"
    meaning = (evidence.service(first), Kind.of(first), first.value, other.value)
    doubt = Doubt(other, (first,), Severity.WARNING, expected, found, sentence, meaning)
    return explained(evidence.records.commentary, doubt, "compare", "restated")


def printed_twice_has_one_value(evidence: Evidence) -> Iterator[Trial]:
    """A figure of a service that stands in two tables of a report has one value."""
    for (_, kind), figures in evidence.by_kind.items():
        printings = list(by_table(figures)) if len(figures) >= TWICE and comparable(kind) else []
        if len(printings) < TWICE:
            continue
        first, clear = printings[0]
        for other, agreed in printings[1:]:
            if not (clear and agreed):
                yield Trial(silent=AMBIGUOUS)
            elif agree(first, other):
                yield Trial(relation=same(first, other))
            elif one_whole(printings):
                yield Trial(doubt=to_doubt(evidence, first, other), relation=same(first, other))
            else:
                yield Trial(silent=TWO_WHOLES)
