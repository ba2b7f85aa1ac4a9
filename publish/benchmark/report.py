"""The rows of the benchmark as one report gives them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publish.benchmark.names import Part, Sheets, addends, figures_to_sheets, to_parts
from publish.benchmark.printed import COUNTS, FURTHER_COUNTS, UNITS, Key, figure_to_key
from publish.benchmark.told import disagreements, names_of_parts, other_names, parts_alone
from publish.benchmark.values import Value, best_first, one_value, printings, summed
from publish.benchmark.wholes import without_members
from schemas import Figure, Measure, Records, State
from schemas.printed import Block

Doubtful = Collection[tuple[str, str, str]]
"""The printed names whose match to a service needs review: council code, directorate, service."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the benchmark as one report gives it.

    `names`: the printed names it is of, more than one if they were added up.
    """

    key: Key
    records: Records
    names: tuple[str, ...]
    needs_review: bool
    values: Mapping[Measure, Value]
    caveats: tuple[str, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that it shows."""
        return tuple(figure for value in self.values.values() for figure in value.figures)


def needs_review(figure: Figure, doubtful: Doubtful) -> bool:
    """Whether a person should look at what the figure's printed name means."""
    return (figure.council_code, figure.directorate, figure.service) in doubtful


@dataclass(frozen=True, slots=True)
class Listing:
    """Which parts a row is of: those `added`, whether they can be (`clear`), and the `others` that are printed and left out."""

    added: tuple[Part, ...]
    others: tuple[Part, ...]
    clear: bool
    names: tuple[str, ...]
    unsure: tuple[str, ...]


def figures_to_listing(figures: Sequence[Figure], parts: Sequence[Part], sheets: Sheets, doubtful: Doubtful) -> Listing:
    """The parts of one row; a name in doubt is not added to names that are sure, and a subtotal not to what it holds."""
    listed, clear = addends(figures, parts, sheets)
    shown = {part: next(figure for figure in best_first(figures) if Block.of(figure) in part) for part in listed}
    whole = without_members(listed, sheets)
    sure = [part for part in whole if not needs_review(shown[part], doubtful)]
    added = sure or whole
    named = dict(zip(added, names_of_parts([shown[part] for part in added]), strict=True))
    return Listing(
        added=tuple(added),
        others=tuple(part for part in parts if part not in listed or (part in whole and part not in added)),
        clear=clear,
        names=tuple(named.values()),
        unsure=tuple(name for part, name in named.items() if part not in sure),
    )


def parts_to_value(measure: Measure, by_part: Sequence[Sequence[Figure]], *, clear: bool) -> Value | None:
    """The value of one name, or of several that may be added up (`clear`) where the measure is a count."""
    if len(by_part) == 1:
        return one_value(by_part[0])
    return summed(by_part) if clear and measure in {*COUNTS, *FURTHER_COUNTS} else None


def figures_to_row(key: Key, figures: Sequence[Figure], listing: Listing, records: Records) -> Row:
    """What one report says of one row."""
    values: dict[Measure, Value] = {}
    caveats: list[str] = []
    told = {figure.measure for figure in figures}
    for measure in filter(told.__contains__, UNITS):
        by_part = [printings(figures, part, measure) for part in listing.added]
        value = parts_to_value(measure, by_part, clear=listing.clear)
        if value is not None:
            values[measure] = value
        elif len(by_part) > 1:
            caveats += parts_alone(measure, by_part)
        caveats += [said for printed in by_part for said in disagreements(measure, printed)]
        caveats += other_names(measure, value, figures, listing.others)
    if any(len(value.figures) > 1 for value in values.values()):
        caveats.insert(0, f"parts added up: {', '.join(listing.names)}")
    if listing.unsure:
        caveats.append(f"whether this is the service meant needs review: {', '.join(listing.unsure)}")
    return Row(key, records, listing.names, bool(listing.unsure), values, tuple(caveats))


def records_to_rows(records: Records, doubtful: Doubtful) -> Iterator[Row]:
    """The rows of the benchmark that one report gives, each with a number, or with what keeps it from having one."""
    sheets = figures_to_sheets(records.figures)
    keyed: dict[Key, list[Figure]] = {}
    blocks: dict[tuple[str, str], dict[Block, None]] = {}
    for figure in records.figures:
        key = figure_to_key(figure)
        if key is not None:
            keyed.setdefault(key, []).append(figure)
            blocks.setdefault((key.regime, key.service_id), {})[Block.of(figure)] = None
    parts = {service: to_parts(list(found), sheets, service[1]) for service, found in blocks.items()}
    for key, figures in keyed.items():
        if any(figure.state is State.REPORTED for figure in figures):
            listing = figures_to_listing(figures, parts[key.regime, key.service_id], sheets, doubtful)
            yield figures_to_row(key, figures, listing, records)
