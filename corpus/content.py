"""What a specimen says, as its author wrote it down: a TOML file -> Specimen. Page and gold are both made from it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """A period: its first and last day, and how the report names it."""

    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Say:
    """A figure that a sentence states, with the words that state it."""

    stage: str
    measure: str
    value: str
    text: str
    basis: str = "current"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures as printed: its label, what its figures are, one entry for each column."""

    label: str
    basis: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment and the progress told of it, in paragraphs; a paragraph that starts with a bullet is a list item."""

    text: tuple[str, ...]
    progress: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A row of an analysis table."""

    stage: str
    theme: str
    link: str
    service: str
    team: str
    says: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A bullet of the points to note."""

    service: str
    stage: str
    text: str
    says: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A service: its row of the summary and, if it has one, its section."""

    name: str
    total: bool
    scope: str
    summary: tuple[Line, ...]
    detail: tuple[Line, ...]
    kept: tuple[Promise, ...]
    planned: tuple[Promise, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A directorate of a report, or the whole of a report that names none."""

    name: str
    intro: tuple[str, ...]
    bullets: tuple[str, ...]
    notes: tuple[str, ...]
    points: tuple[Point, ...]
    says: tuple[Say, ...]
    stacked: bool
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Specimen:
    """A whole report."""

    name: str
    files: tuple[str, ...]
    council: str
    title: str
    current: Span
    prior: Span
    kept_period: str
    planned_period: str
    columns: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]
    parts: tuple[Part, ...]


def read(path: Path) -> Specimen:
    """The specimen that a TOML file tells."""
    with path.open("rb") as file:
        told = tomllib.load(file)
    return Specimen(
        name=told["name"],
        files=tuple(told["files"]),
        council=told["council"],
        title=told["title"],
        current=Span(*told["current"]),
        prior=Span(*told["prior"]),
        kept_period=told["kept_period"],
        planned_period=told["planned_period"],
        columns=tuple((stage, measure) for stage, measure in (column.split() for column in told["columns"])),
        headings=tuple(told["headings"]),
        parts=tuple(_part(part) for part in told["part"]),
    )


def _part(told: dict[str, Any]) -> Part:
    return Part(
        name=told["name"],
        intro=tuple(told["intro"]),
        bullets=tuple(told["bullets"]),
        notes=tuple(told["notes"]),
        points=tuple(Point(point["service"], point["stage"], point["text"], _says(point)) for point in told.get("points", [])),
        says=_says(told),
        stacked=told.get("stacked", False),
        areas=tuple(_area(area) for area in told["area"]),
    )


def _area(told: dict[str, Any]) -> Area:
    summary = told["summary"]
    return Area(
        name=told["name"],
        total=told.get("total", False),
        scope=told.get("scope", ""),
        summary=tuple(Line(told["name"], basis, _cells(summary[basis])) for basis in ("current", "prior") if summary[basis]),
        detail=tuple(Line(label, basis, _cells(cells)) for label, basis, cells in told.get("detail", [])),
        kept=tuple(Promise(tuple(promise["text"]), tuple(promise["progress"])) for promise in told.get("kept", [])),
        planned=tuple(Promise(tuple(text)) for text in told.get("planned", [])),
        remarks=tuple(_remark(remark) for remark in told.get("remark", [])),
    )


def _remark(told: dict[str, Any]) -> Remark:
    return Remark(told["stage"], told["theme"], told.get("link", ""), told["service"], told["team"], _says(told))


def _says(told: dict[str, Any]) -> tuple[Say, ...]:
    return tuple(Say(*say) for say in told["says"])


def _cells(told: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in told.split("|"))
