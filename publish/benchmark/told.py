"""What is to be said of figures that are printed twice, for parts alone, or under other names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from publish.benchmark.names import Part
from publish.benchmark.printed import is_number, where
from publish.benchmark.values import Value, numbers, others, printings, two_rows
from schemas import Figure, Measure, State


def name(figure: Figure) -> str:
    """What is printed as the name of the figure's service."""
    return figure.service or figure.directorate


def amount(figure: Figure) -> str:
    """The number of a figure, and where it is printed."""
    return f"{figure.value:f} ({where(figure)})"


def disagreements(measure: Measure, printed: Sequence[Figure]) -> Iterator[str]:
    """Where one name's figure is printed with other values, or only as a bound."""
    found = numbers(printed)
    if found and others(found):
        shown = "none of them is shown, as they may be two rows of one name" if two_rows(found) else "the first is shown"
        yield f"{measure} is printed as {amount(found[0])} and as {', '.join(map(amount, others(found)))}; {shown}"
    bounds = [figure for figure in printed if figure.state is State.REPORTED]
    if bounds and not found:
        yield f'{measure} is printed as "{bounds[0].text}" ({where(bounds[0])}), which is no exact number'


def parts_alone(measure: Measure, by_part: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """What the parts print where no number can be made of them together."""
    best = [next(filter(is_number, printed), printed[0]) for printed in by_part if printed]
    if best:
        each = (f"{name(figure)} {figure.state if figure.value is None else f'{figure.value:f}'}" for figure in best)
        yield f"{measure} is printed for parts alone: {', '.join(each)}"


def other_names(measure: Measure, value: Value | None, figures: Sequence[Figure], parts: Sequence[Part]) -> Iterator[str]:
    """What is printed under names that may mean the same or another part, and was not added."""
    known = {value.number, *(figure.value for figure in value.figures)} if value else set()
    for part in parts:
        for figure in numbers(printings(figures, part, measure))[:1]:
            if figure.value not in known:
                yield f"{measure} is also printed under another name, {name(figure)}: {amount(figure)}"


def names_of_parts(figures: Sequence[Figure]) -> Iterator[str]:
    """The name of each part, with its directorate or place where another has the same."""
    times = Counter(map(name, figures))
    for figure in figures:
        within = figure.directorate or where(figure)
        yield f"{name(figure)} ({within})" if times[name(figure)] > 1 else name(figure)
