"""How well printed names are matched: `python -m benchmarks.evaluate` prints the table and writes `docs/names.md` and `docs/names.svg`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from time import process_time

from benchmarks.fit import best, example, fit, seen, unseen
from benchmarks.labelled import HOUSE, NAMES, SHARED, Labelled, index_of_handed, index_without, read
from benchmarks.page import page
from benchmarks.plain import Matcher, by_letters, by_tokens
from benchmarks.reliability import plot
from benchmarks.trial import Tried, result, tried
from benchmarks.units import MILLISECONDS
from normalise.services import Printed
from normalise.services.index import Index, known_names
from normalise.services.likelihood import Weights, weights
from normalise.services.named import match_by
from normalise.services.words import text_to_words

LISTS = {
    "dev.csv": "our own, dev.csv",
    "made.csv": "our own, made.csv, which the words were completed by",
    "test.csv": "our own, test.csv, of which only the sums were looked at",
}
REPORTED = "test.csv"
HANDED = "handed out, each council without its own names"
FRESH = "of these, the names that were no label or alias"
OWN = "upheld"
PLAIN = {"character n-grams": by_letters, "token set ratio": by_tokens}

Indexing = Callable[[Labelled], Index]
Trial = tuple[str, str, list[Tried]]
"""A list, a matcher, and what it gave."""


@cache
def without(council: str) -> Weights:
    """The weights fitted without a council's names; how the score is set stays."""
    fitted = fit([one for one in (*unseen(), *seen()) if one.row.council != council])
    return replace(weights(), features=fitted.features, unknown=fitted.unknown)


def of_own(rows: Sequence[Labelled], indexing: Indexing, weighing: Callable[[str], Weights]) -> list[Tried]:
    """Our matcher on a list, with the names and weights that a row may be judged by."""
    return tried(rows, lambda row: best(example(row, indexing(row)).found, weighing(row.council)))


def of_plain(rows: Sequence[Labelled], indexing: Indexing, make: Callable[[Index], Matcher]) -> list[Tried]:
    """A simple matcher on a list."""
    made = cache(make)
    return tried(rows, lambda row: made(indexing(row))(row))


def trials() -> Iterator[Trial]:
    """Each list by each matcher."""
    yield from (handed := list(trials_of_handed()))
    known = {text_to_words(phrase.text) for phrase in index_of_handed().phrases}
    yield from ((FRESH, name, [one for one in found if text_to_words(one.row.name) not in known]) for _, name, found in handed)
    for file, said in LISTS.items():
        yield from trials_of_list(said, read(NAMES / file), is_fitted=file != REPORTED)


def trials_of_handed() -> Iterator[Trial]:
    """The list that was handed out, each council without its own names among the known ones."""
    rows = read(SHARED)
    yield HANDED, OWN, of_own(rows, lambda row: index_without(rows, row.council), without)
    for name, make in PLAIN.items():
        yield HANDED, name, of_plain(rows, lambda row: index_without(rows, row.council), make)


def trials_of_list(said: str, rows: Sequence[Labelled], *, is_fitted: bool) -> Iterator[Trial]:
    """A list of our own; one that the weights are fitted on is judged by weights fitted without each council."""
    yield said, OWN, of_own(rows, lambda _: known_names(), without if is_fitted else lambda _: weights())
    for name, make in PLAIN.items():
        yield said, name, of_plain(rows, lambda _: known_names(), make)
        yield said, f"{name}, names handed out", of_plain(rows, lambda _: index_of_handed(), make)


def milliseconds(rows: Sequence[Labelled]) -> float:
    """What a name that was not asked before takes of the processor, once the known names are loaded."""
    printed = [Printed(row.name, "", row.council, row.context) for row in rows]
    match_by(printed[0], known_names(), weights())
    start = process_time()
    for one in printed:
        match_by(one, known_names(), weights())
    return MILLISECONDS * (process_time() - start) / len(printed)


def main() -> None:
    """The table, the page and the plot."""
    found = list(trials())
    lines = [(names, matcher, result(of, weights().review_below)) for names, matcher, of in found]
    text = page(lines, weights().review_below)
    docs = HOUSE / "docs"
    docs.joinpath("names.md").write_text(text, encoding="utf-8")
    docs.joinpath("names.svg").write_text(plot([one for _, matcher, of in found if matcher == OWN for one in of]), encoding="utf-8")
    print(text)  # noqa: T201  # it is what the script is for
    print(f"{milliseconds(read(NAMES / 'dev.csv')):.1f} ms a name")  # noqa: T201


if __name__ == "__main__":
    main()
