"""One report's figures of a row -> a value for each measure, and what is to be said of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from publish.benchmark.names import Block, Part, Sheets, addends, figures_to_sheets, to_parts
from publish.benchmark.printed import COUNTS, FURTHER_COUNTS, SOURCES, UNITS, Key, figure_to_key, is_number, where
from publish.benchmark.wholes import without_members
from schemas import Figure, Measure, Records, Source, State


@dataclass(frozen=True, slots=True)
class Value:
    """A number with the figures that it is the sum of, mostly one; `places`: the tables that print it, all prose being one place."""

    number: Decimal
    figures: tuple[Figure, ...]
    places: frozenset[str]

    @property
    def source(self) -> Source:
        """Where it was read; of several figures the poorest source."""
        return max((figure.source for figure in self.figures), key=SOURCES.index)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the benchmark as one report gives it; `names` are the printed names it is of, more than one if they were added up."""

    key: Key
    records: Records
    names: tuple[str, ...]
    values: Mapping[Measure, Value]
    caveats: tuple[str, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that it shows."""
        return tuple(figure for value in self.values.values() for figure in value.figures)


def amount(figure: Figure) -> str:
    """The number of a figure, and where it is printed."""
    return f"{figure.value:f} ({where(figure)})"


def decimals(value: Decimal) -> int:
    """The printed decimals."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def agree(one: Figure, other: Figure) -> bool:
    """Whether two printings have one value, the coarser one perhaps rounded or cut off."""
    if one.value is None or other.value is None or one.value == other.value:
        return one.value == other.value
    places = decimals(one.value), decimals(other.value)
    return places[0] != places[1] and abs(one.value - other.value) < Decimal(1).scaleb(-min(places))


def best_first(figures: Iterable[Figure]) -> list[Figure]:
    """Tables before charts before prose, each in reading order."""
    return sorted(figures, key=lambda figure: SOURCES.index(figure.source))


def name(figure: Figure) -> str:
    """What is printed as the name of the figure's service."""
    return figure.service or figure.directorate


def place(figure: Figure) -> str:
    """Where the figure's whole is told: its table, or the report's prose."""
    return figure.source if figure.source is Source.PROSE else figure.table_id


def printings(figures: Sequence[Figure], part: Part, measure: Measure) -> list[Figure]:
    """What is printed of one measure under one name, the best first."""
    return best_first(figure for figure in figures if figure.measure is measure and Block.of(figure) in part)


def one_value(printed: Sequence[Figure]) -> Value | None:
    """The value of one name: its best printing that is a number; none if one table prints two, which are two rows of one name."""
    numbers = [figure for figure in printed if is_number(figure)]
    if not numbers or numbers[0].value is None or two_rows(numbers):
        return None
    return Value(numbers[0].value, (numbers[0],), frozenset(place(other) for other in numbers if other.value == numbers[0].value))


def two_rows(numbers: Sequence[Figure]) -> bool:
    """Whether the table of the best printing prints another value too."""
    return any(other.table_id == numbers[0].table_id and not agree(numbers[0], other) for other in numbers)


def is_none(printed: Sequence[Figure]) -> bool:
    """Whether a dash says that there were none."""
    return bool(printed) and all(figure.state is State.NIL for figure in printed)


def summed(by_part: Sequence[Sequence[Figure]]) -> Value | None:
    """The sum over several names; None unless each of them prints a number, or a dash for none."""
    values = [one_value(printed) for printed in by_part]
    found = [value for value in values if value is not None]
    if not found or any(value is None and not is_none(printed) for value, printed in zip(values, by_part, strict=True)):
        return None
    figures = tuple(figure for value in found for figure in value.figures)
    return Value(sum((value.number for value in found), Decimal()), figures, frozenset.intersection(*(value.places for value in found)))


def disagreements(measure: Measure, printed: Sequence[Figure]) -> Iterator[str]:
    """What is to be said where one name's figure is printed with other values."""
    numbers = [figure for figure in printed if is_number(figure)]
    others: dict[Decimal | None, Figure] = {}
    for figure in numbers[1:]:
        if not agree(numbers[0], figure):
            others.setdefault(figure.value, figure)
    if others:
        shown = "none of them is shown, as they may be two rows of one name" if two_rows(numbers) else "the first is shown"
        yield f"{measure} is printed as {amount(numbers[0])} and as {', '.join(map(amount, others.values()))}; {shown}"
    bound = next((figure for figure in printed if figure.state is State.REPORTED and not is_number(figure)), None)
    if bound is not None and not numbers:
        yield f'{measure} is printed as "{bound.text}" ({where(bound)}), which is no exact number'


def parts_not_added(measure: Measure, by_part: Sequence[Sequence[Figure]]) -> str:
    """What the parts print where no number can be made of them."""
    best = [next(filter(is_number, printed), printed[0]) for printed in by_part if printed]
    told = [f"{name(figure)} {figure.state if figure.value is None else f'{figure.value:f}'}" for figure in best]
    return f"{measure} is printed for parts alone: {', '.join(told)}"


def under_other_names(measure: Measure, value: Value | None, figures: Sequence[Figure], others: Sequence[Part]) -> Iterator[str]:
    """What is printed of names that may be of the same, and was not added."""
    known = {value.number, *(figure.value for figure in value.figures)} if value else set()
    for part in others:
        for figure in printings(figures, part, measure)[:1]:
            if is_number(figure) and figure.value not in known:
                yield f"{measure} is also printed under another name, {name(figure)}: {amount(figure)}"


def names_of_parts(figures: Sequence[Figure]) -> Iterator[str]:
    """The name of each part, with its directorate where another has the same."""
    times = Counter(map(name, figures))
    for figure in figures:
        within = figure.directorate or where(figure)
        yield f"{name(figure)} ({within})" if times[name(figure)] > 1 else name(figure)


def figures_to_row(key: Key, figures: Sequence[Figure], parts: Sequence[Part], sheets: Sheets, records: Records) -> Row:
    """What one report says of one row."""
    listed, clear = addends(figures, parts, sheets)
    added = without_members(listed, sheets)
    others = [part for part in parts if part not in listed]
    values: dict[Measure, Value] = {}
    caveats: list[str] = []
    for measure in UNITS:
        by_part = [printings(figures, part, measure) for part in added]
        counted = measure in COUNTS or measure in FURTHER_COUNTS
        value = (summed(by_part) if counted and clear else None) if len(added) > 1 else one_value(by_part[0])
        if value is not None:
            values[measure] = value
        elif len(added) > 1 and any(by_part):
            caveats.append(parts_not_added(measure, by_part))
        caveats += [said for printed in by_part for said in disagreements(measure, printed)]
        caveats += under_other_names(measure, value, figures, others)
    names = tuple(names_of_parts([next(figure for figure in best_first(figures) if Block.of(figure) in part) for part in added]))
    told = [f"parts added up: {', '.join(names)}"] if any(len(value.figures) > 1 for value in values.values()) else []
    return Row(key, records, names, values, (*told, *caveats))


def records_to_rows(records: Records) -> Iterator[Row]:
    """The rows of the benchmark that one report gives, each with a number at least."""
    sheets = figures_to_sheets(records.figures)
    keyed: dict[Key, list[Figure]] = {}
    blocks: dict[tuple[str, str], dict[Block, None]] = {}
    for figure in records.figures:
        key = figure_to_key(figure)
        if key is not None:
            keyed.setdefault(key, []).append(figure)
            blocks.setdefault((key.regime, key.service_id), {})[Block.of(figure)] = None
    for key, figures in keyed.items():
        parts = to_parts(list(blocks[key.regime, key.service_id]), sheets, key.service_id)
        row = figures_to_row(key, figures, parts, sheets, records)
        if row.values:
            yield row
