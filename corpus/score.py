"""A dataset held against the truth of drawn specimens: recall, precision and wrong values by each axis of their layout.

Figures match on what they are about (service, period, basis, stage, measure, dimension, category; capitals, signs and white space do not
count), then on value and unit. `wrong`: the same figure with another value or unit, the worst fault; `extra`: a figure the report does not print.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

AXES = ("family", "words", "numbers", "look", "container")
_KEY = ("service", "period_start", "period_end", "basis", "stage", "measure", "dimension", "category")

Row = Mapping[str, str]
Fact = tuple[tuple[str, ...], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Scored:
    """What was made of one specimen's file. `faults`: in words, what went wrong, the worst first."""

    file: str
    axes: Mapping[str, str]
    fault: str
    gold: int
    right: int
    wrong: int
    extra: int
    unknown: int
    unknown_told: int
    findings: int
    findings_told: int
    false_findings: int
    faults: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Total:
    """Several files together; recall and precision are shares, 1 where there was nothing to find or nothing told."""

    files: int
    gold: int
    right: int
    wrong: int
    extra: int

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        told = self.right + self.wrong + self.extra
        return self.right / told if told else 1.0


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def score(dataset: Path, folder: Path) -> list[Scored]:
    """Each file of the drawn folder, scored in the order of `specimens.csv`."""
    reports = {row["report_id"]: row["file"] for row in rows(dataset / "reports.csv")}
    tables = {name: _by_file(rows(dataset / f"{name}.csv"), reports) for name in ("figures", "unread", "findings")}
    return [
        _scored(specimen, folder, {name: table.get(specimen["file"], []) for name, table in tables.items()}) for specimen in _listed(folder)
    ]


def total(scored: Iterable[Scored]) -> Total:
    """The sum of several files."""
    every = list(scored)
    return Total(len(every), *(sum(getattr(one, name) for one in every) for name in ("gold", "right", "wrong", "extra")))


def by_axis(scored: Iterable[Scored], axis: str) -> dict[str, Total]:
    """The totals of each value of an axis, in alphabetical order."""
    every = list(scored)
    return {value: total(one for one in every if one.axes[axis] == value) for value in sorted({one.axes[axis] for one in every})}


def worst(scored: Iterable[Scored], number: int) -> list[Scored]:
    """The files with most wrong values, then with most false figures, then with most missing."""
    return sorted(scored, key=lambda one: (-one.wrong, -one.extra, one.right - one.gold, one.file))[:number]


def _listed(folder: Path) -> list[Row]:
    return rows(folder / "specimens.csv")


def _by_file(table: Iterable[Row], reports: Mapping[str, str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(reports.get(row["report_id"], ""), []).append(row)
    return found


def _scored(specimen: Row, folder: Path, told: Mapping[str, list[Row]]) -> Scored:
    gold = folder / "gold" / Path(specimen["file"]).stem
    truth, found = Counter(map(_fact, rows(gold / "figures.csv"))), Counter(map(_fact, _readable(told["figures"])))
    about = {key for key, _ in truth}
    right, over = truth & found, found - truth
    wrong = [fact for fact in over.elements() if fact[0] in about]
    extra = [fact for fact in over.elements() if fact[0] not in about]
    unknown = rows(gold / "unread.csv")
    unread = Counter(_squeezed(row["text"]) for row in told["unread"])
    findings = rows(gold / "findings.csv")
    hits = [finding for finding in findings if any(_tells(row, finding) for row in told["findings"])]
    false = [row for row in told["findings"] if row["severity"] != "explained" and not any(_tells(row, finding) for finding in findings)]
    return Scored(
        specimen["file"],
        {axis: specimen[axis] for axis in AXES},
        specimen["fault"],
        truth.total(),
        right.total(),
        len(wrong),
        len(extra),
        len(unknown),
        (Counter(_squeezed(row["text"]) for row in unknown) & unread).total(),
        len(findings),
        len(hits),
        len(false),
        tuple(_words(wrong, extra, (truth - found).elements(), false)),
    )


def _readable(figures: Iterable[Row]) -> Iterator[Row]:
    """`other` is any other figure and `unreadable` is a figure said to be missing: neither is scored."""
    return (row for row in figures if row["measure"] != "other" and row["state"] != "unreadable")


def _fact(row: Row) -> Fact:
    return tuple(_folded(row[name]) for name in _KEY), (_value(row), row["unit"] if row["state"] == "reported" else "")


def _value(row: Row) -> str:
    return f"{float(row['value']):g}" if row["state"] == "reported" else row["state"]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold().replace("&", " and ")))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _tells(told: Row, gold: Row) -> bool:
    """Whether a finding is the planted one: of the same stage and service, and with a number that is printed there."""
    service = _folded(gold["service"])
    named = not service or service == _folded(told["service"]) or service in _folded(told["message"])
    said = set(re.findall(r"\d+(?:\.\d+)?", f"{told['found']} {told['expected']}"))
    return named and (not gold["stage"] or gold["stage"] == told["stage"]) and bool(said & set(re.findall(r"\d+(?:\.\d+)?", gold["found"])))


def _words(wrong: Iterable[Fact], extra: Iterable[Fact], missing: Iterable[Fact], false: Iterable[Row]) -> Iterator[str]:
    for kind, facts in (("wrong", wrong), ("extra", extra), ("missing", missing)):
        for key, (value, unit) in facts:
            yield f"{kind}: {' '.join(part for part in key if part)} = {value} {unit}".rstrip()
    for row in false:
        yield f"false finding: {row['message']}"
