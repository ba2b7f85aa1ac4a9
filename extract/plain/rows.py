"""The text of a file -> tables as rows of raw cells, and the lines between them.

Three ways of writing a table are known: cells between tabs, cells between pipes, and one cell a line behind a tab with a blank line
between the rows.
"""

import re
from dataclasses import dataclass

from extract.plain.markup import printed

_TAG = re.compile(r"<(?P<close>/?)(?P<name>p|li|ul|b|i|strong|em)\b[^<>]*>", re.IGNORECASE)
_QUOTED = re.compile(r'(?:(?<=\t)|^)"((?:[^"\t\n]|""|\n(?!\n))*+)"(?=\t|$)', re.MULTILINE)
_DASHES = re.compile(r":?-{2,}:?")
_PIPE = re.compile(r"(?<!\\)\|")
_PAGE_BREAK = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table up to the next blank line, cells as they stand in the file."""

    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside tables; `apart`: it does not follow directly on another one."""

    raw: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of dashes (`---|---`) with no row of a table directly above it, and its number of cells."""

    width: int


Part = Rows | Line | Rule


def text_to_parts(text: str) -> list[Part]:
    """The parts in the order of the file; page breaks are dropped."""
    lines = _whole_cells(text.replace("\f", "\n")).split("\n")
    parts: list[Part] = []
    at, apart = 0, True
    while at < len(lines):
        rows, behind = _rows_at(lines, at)
        if rows:
            parts.append(Rows(rows))
        elif behind > at:
            parts.append(Rule(len(_cells(lines[at]))))
        elif lines[at].strip() and not _PAGE_BREAK.fullmatch(lines[at]):
            parts.append(Line(lines[at], apart))
        apart = behind > at or not lines[at].strip()
        at = max(behind, at + 1)
    return parts


def _whole_cells(text: str) -> str:
    """A cell that holds a line break, because it is quoted or tagged, on one line."""
    tagged, end = "", 0
    for start, behind in _closed(text):
        tagged += text[end:start] + " ".join(text[start:behind].splitlines())
        end = behind
    return _QUOTED.sub(lambda cell: "<br>".join(cell[1].replace('""', '"').splitlines()) if _in_row(cell) else cell[0], tagged + text[end:])


def _closed(text: str) -> list[tuple[int, int]]:
    """Where a tag begins that is closed before another of its name opens, and where it ends; one within another is part of it."""
    opened: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["close"]:
            opened[name] = tag.start()
        elif name in opened:
            start = opened.pop(name)
            while spans and spans[-1][0] > start:
                spans.pop()
            if not spans or spans[-1][1] <= start:
                spans.append((start, tag.end()))
    return spans


def _in_row(cell: re.Match[str]) -> bool:
    """A quoted cell has a neighbour; quoted paragraphs have none. One line is read as it stands."""
    return "\n" in cell[0] and "\t" in {cell.string[cell.start() - 1 : cell.start()], cell.string[cell.end() : cell.end() + 1]}


def _rows_at(lines: list[str], at: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The table that begins at a line, and the line behind it; no rows where none begins."""
    stacked, behind = _stacked_at(lines, at)
    if stacked:
        return stacked, behind
    behind = at
    while behind < len(lines) and _is_row(lines, behind) and ("\t" in lines[behind]) == ("\t" in lines[at]):
        behind += 1
    rows = [_cells(line) for line in lines[at:behind] if not _is_rule(line)]
    return tuple(row for row in rows if any(cell.strip() for cell in row)), behind


def _cells(line: str) -> tuple[str, ...]:
    if "\t" in line and not line.lstrip().startswith("|"):
        return tuple(line.split("\t"))
    inner = line.strip()
    if inner.startswith("|"):
        inner = re.sub(r"(?<!\\)\|$", "", inner[1:])
    return tuple(_PIPE.split(inner))


def _is_rule(line: str) -> bool:
    cells = _cells(line)
    return (len(cells) > 1 or line.strip().startswith("|")) and all(_DASHES.fullmatch(cell.strip()) for cell in cells)


def _is_row(lines: list[str], at: int) -> bool:
    line = lines[at]
    if "\t" in line or re.match(r"\s*\|.*(?<!\\)\|", line):
        return True
    around = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
    return len(_cells(line)) > 1 and any("\t" not in other and len(_cells(other)) == len(_cells(line)) for other in around)


def _stacked_at(lines: list[str], at: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """A table with one cell a line; it has at least two rows, and as many cells in each."""
    rows: list[tuple[str, ...]] = []
    behind = at
    while behind < len(lines):
        start = behind
        while rows and start < len(lines) and not lines[start].strip() and not lines[start].startswith("\t"):
            start += 1
        row, end = _stacked_row(lines, start)
        if len(row) < 2 or (rows and len(row) != len(rows[0])):  # noqa: PLR2004  a row of one cell is a line
            break
        rows.append(row)
        behind = end
    return (tuple(rows), behind) if len(rows) > 1 else ((), at)


def _stacked_row(lines: list[str], at: int) -> tuple[tuple[str, ...], int]:
    """The cells from a line that begins with a tab to the next blank line; an empty first cell may go on behind the blank line."""
    cells: list[str] = []
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t") and "\t" not in line[1:]:
            cells.append(line[1:])
        elif line.strip() and "\t" not in line and cells:
            cells[-1] += f"\n{line}"
        elif line.strip() or len(cells) != 1 or printed(cells[0]) or not "".join(lines[at + 1 : at + 2]).strip():
            break
        at += 1
    return (tuple(cells), at) if at == len(lines) or not lines[at].strip() else ((), at)
