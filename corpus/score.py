"""A dataset held against the truth of drawn specimens, file by file."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.counts import AXES, Counts, Scored
from corpus.match import Match, Row, match, scored
from corpus.tell import is_false, revised, taken, tells, untold

TABLES = ("figures", "unread", "findings", "revisions")
UNKNOWN = "unknown"  # in the gold's reason why a cell cannot be understood, if its heading is to blame

Tables = Mapping[str, Sequence[Row]]


class Alarms(NamedTuple):
    """Planted faults that were not told, and findings of what nobody planted."""

    missed: tuple[Row, ...]
    false: tuple[Row, ...]


class Cells(NamedTuple):
    """The cells that nobody can understand and that were not told so, and those that became figures."""

    untold: tuple[Row, ...]
    taken: tuple[Row, ...]


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def score(dataset: Path, folder: Path) -> list[Scored]:
    """Each file of the drawn folder, in the order of `specimens.csv`; one that the dataset does not know has told nothing."""
    reports = {Path(row["file"]).name: row for row in rows(dataset / "reports.csv")}
    tables = {name: _by_report(rows(dataset / f"{name}.csv")) for name in TABLES}
    found = []
    for specimen in rows(folder / "specimens.csv"):
        report = reports.get(specimen["file"], {"report_id": "", "status": "failed", "message": "not in the dataset"})
        told = {name: table.get(report["report_id"], []) for name, table in tables.items()}
        found.append(score_file(specimen, report, gold(folder, specimen), told))
    return found


def gold(folder: Path, specimen: Row) -> Tables:
    """The truth of one file of a drawn folder."""
    return {name: rows(folder / "gold" / Path(specimen["file"]).stem / f"{name}.csv") for name in ("figures", "unread", "findings")}


def score_file(specimen: Row, report: Row, truth: Tables, told: Tables) -> Scored:
    """What was made of one file."""
    figures = match(truth["figures"], scored(told["figures"]))
    alarms, cells = _alarms(truth, told), _cells(truth, told, figures)
    unknown, hidden = _split(truth["unread"])
    blind, lost = _split(cells.untold)
    failed = report["status"] == "failed"
    counts = Counts(
        files=1,
        failed=int(failed),
        gold=len(truth["figures"]),
        right=figures.right,
        wrong=len(figures.wrong),
        extra=len(figures.extra),
        unknown=len(unknown),
        unknown_told=len(unknown) - len(blind),
        hidden=len(hidden),
        hidden_told=len(hidden) - len(lost),
        taken=len(cells.taken),
        planted=len(truth["findings"]),
        planted_told=len(truth["findings"]) - len(alarms.missed),
        false_findings=len(alarms.false),
    )
    axes = {axis: specimen[axis] for axis in AXES}
    message = report["message"] if failed else ""
    return Scored(
        specimen["name"], specimen["file"], axes, specimen["fault"], counts, message, tuple(_troubles(message, figures, cells, alarms))
    )


def _by_report(table: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(row.get("report_id") or row.get("later_report_id", ""), []).append(row)
    return found


def _alarms(truth: Tables, told: Tables) -> Alarms:
    planted, findings = truth["findings"], told["findings"]
    every = [*findings, *map(revised, told["revisions"])]
    missed = tuple(gold for gold in planted if not any(tells(row, gold) for row in every))
    return Alarms(missed, tuple(row for row in findings if is_false(row, planted)))


def _cells(truth: Tables, told: Tables, figures: Match) -> Cells:
    unread = [*told["unread"], *(row for row in told["figures"] if row["state"] == "unreadable")]
    others = (row for row in told["figures"] if row["measure"] == "other")
    return Cells(tuple(untold(truth["unread"], unread)), tuple(taken(truth["unread"], [*figures.wrong, *figures.extra, *others])))


def _split(cells: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Those whose heading is unknown, and those whose number is not given."""
    every = list(cells)
    return [row for row in every if UNKNOWN in row["why"]], [row for row in every if UNKNOWN not in row["why"]]


def _troubles(message: str, figures: Match, cells: Cells, alarms: Alarms) -> Iterator[str]:
    """What went wrong, in words, the worst first."""
    if message:
        yield f"not read: {message}"
        return
    yield from (f"wrong: {_about(row)} is told to be {_printed(row)}" for row in figures.wrong)
    yield from (f"taken for a figure: {row['text']} below '{row['column']}', row '{row['row']}'" for row in cells.taken)
    yield from (f"not printed: {_about(row)} {_printed(row)}" for row in figures.extra)
    yield from (f"false finding: {row['message']}" for row in alarms.false)
    yield from (f"fault not told ({row['check']}): {row['why']}" for row in alarms.missed)
    yield from (f"not told as unread: {row['text']} below '{row['column']}', row '{row['row']}'" for row in cells.untold)
    kinds = Counter(f"{_about(row, of='table')}, in {row['table'].partition(':')[0]}" for row in figures.missing)
    yield from (f"missing: {number} of {kind}" for kind, number in kinds.most_common())


def _about(row: Row, of: str = "service") -> str:
    who = (row["service"] or "the whole council") + ", " if of == "service" else ""
    more = " ".join(filter(None, (row["dimension"], row["category"]))) if of == "service" else row["dimension"]
    return " ".join(filter(None, (f"{who}stage {row['stage']} {row['measure']}", more, f"({row['basis']}, {row['period_start']})")))


def _printed(row: Row) -> str:
    return f"{row['value']} {row['unit']}" if row["state"] == "reported" else row["state"].replace("_", " ")
