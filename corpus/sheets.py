"""The tables of a score, as text in rows and columns: printed by the command line and by `docs/score.md` alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import NamedTuple

from corpus.counts import AXES, Counts, Scored, by, by_fault, total

COLUMNS = ("files", "not read", "figures", "recall", "precision", "wrong", "not printed", "false findings")
NOTHING = "-"


class Sheet(NamedTuple):
    """A table: its title, its headings, and its rows, of which the last may be the sum."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(scored: Sequence[Scored]) -> Iterator[Sheet]:
    """All that is told of a score, but for the single files."""
    for axis in AXES:
        yield _sheet(f"By {axis}", axis, {**by(scored, axis), ("all",): total(scored)})
    for axis in ("family", "words"):
        yield crossed(f"Recall by {axis} and container", by(scored, axis, "container"))
    yield _cells({**by(scored, "container"), ("all",): total(scored)})
    yield _faults({**by_fault(scored), ("all",): total(one for one in scored if one.counts.planted)})


def percent(share: float | None) -> str:
    """A share in percent; nothing short of the whole is printed as the whole."""
    return NOTHING if share is None else f"{floor(round(share * 1000, 6)) / 10:.1f}"


def crossed(title: str, totals: Mapping[tuple[str, ...], Counts]) -> Sheet:
    """A table with a row for each value of one axis and a column for each of the other."""
    down, across = (sorted({key[n] for key in totals}) for n in (0, 1))
    rows = ((name, *(percent(totals.get((name, column), Counts()).recall) for column in across)) for name in down)
    return Sheet(f"{title}, in percent", ("", *across), tuple(rows))


def _sheet(title: str, axis: str, totals: Mapping[tuple[str, ...], Counts]) -> Sheet:
    return Sheet(title, (axis, *COLUMNS), tuple((_said(key), *_numbers(counts)) for key, counts in totals.items()))


def _numbers(counts: Counts) -> Iterable[str]:
    found = (percent(counts.recall), percent(counts.precision))
    return (
        *(str(counts.files), str(counts.failed or NOTHING), str(counts.gold), *found),
        *(str(counts.wrong or NOTHING), str(counts.extra or NOTHING), str(counts.false_findings or NOTHING)),
    )


def _cells(totals: Mapping[tuple[str, ...], Counts]) -> Sheet:
    headings = ("container", "under unknown words", "told as unread", "%", "not given", "told as unread", "%", "taken for figures")
    rows = []
    for key, counts in totals.items():
        unknown, hidden = (counts.unknown, counts.unknown_told), (counts.hidden, counts.hidden_told)
        shares = (cell for whole, part in (unknown, hidden) for cell in (str(whole), str(part), percent(part / whole if whole else None)))
        rows.append((_said(key), *shares, str(counts.taken or NOTHING)))
    return Sheet("Cells that nobody can understand", headings, tuple(rows))


def _faults(totals: Mapping[tuple[str, ...], Counts]) -> Sheet:
    rows = ((_said(key), str(counts.planted), str(counts.failed), str(counts.planted_told)) for key, counts in totals.items())
    return Sheet("Planted faults", ("fault", "planted", "in files not read", "told"), tuple(rows))


def _said(key: tuple[str, ...]) -> str:
    return ", ".join(key).replace("_", " ")
