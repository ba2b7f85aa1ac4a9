"""The specimens and their gold agree: with the contract, with the page, and with themselves where nothing was planted."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pdfplumber
import pytest

from corpus.draw import HERE, drawn
from schemas import Basis, Comment, Commitment, CommitmentKind, Dimension, Figure, Measure, Section, Source, Stage, State, Unit

GOLD = HERE / "gold"
NAMES = sorted(folder.name for folder in GOLD.iterdir() if (folder / "NOTES.md").exists())  # the hand-made
ROUNDING = 0.5  # a percentage printed without decimals may be this far from the true one

Row = dict[str, str]
Found = set[tuple[str, str, str]]


def rows(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def words(text: str) -> str:
    """Text without what a line break, markup or a bullet may change."""
    return re.sub(r"<[^>]+>|[\s•|]|---", "", text)


def printed(path: Path) -> str:
    if path.suffix == ".txt":
        return words(path.read_text(encoding="utf-8"))
    with pdfplumber.open(path) as pdf:
        cells = [cell or "" for page in pdf.pages for table in page.extract_tables() for row in table for cell in row]
        return words("\n".join([*(page.extract_text() for page in pdf.pages), *cells]))


def columns(record: type[Figure | Commitment | Comment]) -> set[str]:
    return {field.name for field in fields(record)}


def test_drawing_again_gives_the_committed_bytes() -> None:
    for name, content in drawn().items():
        assert (HERE / name).read_bytes() == content, name


def test_the_reports_folder_holds_specimens_and_nothing_else() -> None:
    assert sorted(path.name for path in (HERE / "reports").iterdir()) == [row["file"] for row in rows(GOLD / "reports.csv")]


@pytest.mark.parametrize("name", NAMES)
def test_gold_has_the_columns_and_codes_of_the_contract(name: str) -> None:
    figures, commitments, commentary = (rows(GOLD / name / f"{table}.csv") for table in ("figures", "commitments", "commentary"))
    assert set(figures[0]) - {"table"} <= columns(Figure)
    assert set(commitments[0]) <= columns(Commitment)
    assert set(commentary[0]) <= columns(Comment)
    for column, codes in {"source": Source, "basis": Basis, "stage": Stage, "measure": Measure, "unit": Unit, "state": State}.items():
        assert {row[column] for row in figures} <= set(codes)
    assert {row["dimension"] for row in figures} <= {*Dimension, ""}
    assert {row["kind"] for row in commitments} <= set(CommitmentKind)
    assert {row["section"] for row in commentary} <= set(Section)
    assert {row["stage"] for row in commentary} <= {*Stage, ""}


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_a_value_exactly_when_one_is_reported(name: str) -> None:
    for row in rows(GOLD / name / "figures.csv"):
        assert bool(re.fullmatch(r"-?\d+", row["value"])) == (row["state"] == "reported"), row


@pytest.mark.parametrize("file", [row["file"] for row in rows(GOLD / "reports.csv") if row["file"].startswith(tuple(NAMES))])
def test_what_the_gold_says_stands_on_the_page(file: str) -> None:
    text = printed(HERE / "reports" / file)
    folder = GOLD / next(name for name in NAMES if file.startswith(name))
    for row in rows(folder / "figures.csv"):
        assert words(row["text"]) in text, row
        assert words(row["service"]) in text, row
    for row in rows(folder / "commitments.csv"):
        assert words(row["commitment"]) in text, row


@pytest.mark.parametrize("name", NAMES)
def test_nothing_contradicts_the_report_but_what_was_planted(name: str) -> None:
    figures = [row for row in rows(GOLD / name / "figures.csv") if row["state"] == "reported"]
    told = {(row["check"], row["service"], row["stage"]) for row in rows(GOLD / name / "findings.csv")}
    assert {*flow(figures), *grim(figures), *difference(figures), *disagreeing(figures), *sums(figures)} == told


def test_the_control_has_no_finding() -> None:
    assert rows(GOLD / "eastmere-2021-22" / "findings.csv") == []


Key = tuple[str, str, str, str]


def by_meaning(figures: list[Row]) -> dict[Key, list[int]]:
    """Values by service, basis, stage and measure, in the order of the tables."""
    found: dict[Key, list[int]] = defaultdict(list)
    for row in figures:
        found[row["service"], row["basis"], row["stage"], row["measure"]].append(int(row["value"]))
    return found


def flow(figures: list[Row]) -> Found:
    values = by_meaning(figures)
    later = {("2", "escalated"): "3"}
    return {
        ("flow", service, later[stage, measure])
        for (service, basis, stage, measure), counts in values.items()
        if (stage, measure) in later and basis != "difference"
        if counts[0] != values[service, basis, later[stage, measure], "received"][0]
    }


def grim(figures: list[Row]) -> Found:
    values = by_meaning(figures)

    def possible(key: Key, shown: int) -> bool:
        service, basis, stage, _ = key
        bases = [count for measure in ("received", "decided") for count in values.get((service, basis, stage, measure), [])]
        return any(abs(100 * n / base - shown) <= ROUNDING for base in bases if base for n in range(base + 1)) or not any(bases)

    shares = ((key, shown) for key, counts in values.items() if key[3].endswith("_pct") and key[1] != "difference" for shown in counts)
    return {("grim", key[0], key[2]) for key, shown in shares if not possible(key, shown)}


def difference(figures: list[Row]) -> Iterator[tuple[str, str, str]]:
    values = by_meaning([row for row in figures if row["table"].startswith("detail")])
    for (service, basis, stage, measure), (shown, *_) in values.items():
        if basis == "difference":
            now, before = (values[service, other, stage, measure][0] for other in ("current", "prior"))
            if now - before != shown:
                yield "difference", service, stage


def disagreeing(figures: list[Row]) -> Found:
    """The same figure printed twice, and differently."""
    return {("summary vs detail", service, stage) for (service, _, stage, _), values in by_meaning(figures).items() if len(set(values)) > 1}


def sums(figures: list[Row]) -> Iterator[tuple[str, str, str]]:
    values = by_meaning([row for row in figures if row["table"] == "summary"])
    for (service, basis, stage, measure), (total, *_) in values.items():
        if not service and not measure.endswith("_pct"):
            parts = [counts[0] for key, counts in values.items() if key[0] and key[1:] == (basis, stage, measure)]
            if sum(parts) != total:
                yield "total", service, stage
