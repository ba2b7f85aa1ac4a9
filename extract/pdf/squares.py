"""Edges -> tables of cells: a cell is the smallest box whose corners are crossings that rules connect, as pdfplumber finds them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

import numpy as np

from extract.marks import Edge
from schemas import Box

SNAP = 3.0
"""Points: rules this close are one, ends this close meet, and what is shorter is no rule (pdfplumber's default)."""

Point = tuple[float, float]
Crossings = dict[Point, set[int]]
"""The points at which rules cross or meet, each with the numbers of its rules that run one way."""


class _Rule(NamedTuple):
    """Where a rule stands across its way, and where it begins and ends along it."""

    at: float
    start: float
    end: float


def edges_to_tables(edges: Iterable[Edge]) -> list[list[Box]]:
    """The cells of each table, by their left sides and then by their tops; a single cell is a box round a text and no table."""
    posts, beams = [], []
    for edge in edges:
        if edge["orientation"] == "v":
            posts.append(_Rule(edge["x0"], edge["top"], edge["bottom"]))
        elif edge["orientation"] == "h":
            beams.append(_Rule(edge["top"], edge["x0"], edge["x1"]))
    tables = _tables(list(_cells(*_crossings(_merged(posts), _merged(beams)))))
    return sorted((cells for cells in tables if len(cells) > 1), key=lambda cells: min((cell.top, cell.x0) for cell in cells))


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """The rules by their places, with those side by side or one behind the other made one."""
    groups: list[list[_Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at <= groups[-1][-1].at + SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [rule for group in groups for rule in _joined(group) if rule.end - rule.start >= SNAP]


def _joined(rules: Sequence[_Rule]) -> list[_Rule]:
    """Rules side by side as one, or as several where they leave gaps."""
    at = sum(rule.at for rule in rules) / len(rules)
    joined: list[_Rule] = []
    for start, end in sorted((rule.start, rule.end) for rule in rules):
        if joined and start <= joined[-1].end + SNAP:
            joined[-1] = _Rule(at, joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(_Rule(at, start, end))
    return joined


def _crossings(posts: Sequence[_Rule], beams: Sequence[_Rule]) -> tuple[Crossings, Crossings]:
    """The points with the posts that stand there, and with the beams."""
    upright: Crossings = defaultdict(set)
    across: Crossings = defaultdict(set)
    x, top, bottom = np.array(posts).reshape(-1, 3, 1).transpose(1, 0, 2)
    y, left, right = np.array(beams).reshape(-1, 3).T
    meeting = (top <= y + SNAP) & (bottom >= y - SNAP) & (x >= left - SNAP) & (x <= right + SNAP)
    for post, beam in np.argwhere(meeting).tolist():
        point = posts[post].at, beams[beam].at
        upright[point].add(post)
        across[point].add(beam)
    return upright, across


def _cells(posts: Crossings, beams: Crossings) -> Iterator[Box]:
    """The smallest cell below and to the right of each crossing that has one."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    points = sorted(posts)
    for x, y in points:
        columns[x].append(y)
        rows[y].append(x)
    for x, y in points:
        boxes = (
            Box(x, y, right, bottom)
            for bottom in columns[x][bisect_right(columns[x], y) :]
            if posts[x, y] & posts[x, bottom]
            for right in rows[y][bisect_right(rows[y], x) :]
            if beams[x, y] & beams[right, y] and (right, bottom) in posts
            if posts[right, y] & posts[right, bottom] and beams[x, bottom] & beams[right, bottom]
        )
        yield from islice(boxes, 1)


def _tables(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """The cells, those together that share corners, themselves or over others."""
    meeting: dict[Point, list[Box]] = defaultdict(list)
    for cell in cells:
        for corner in _corners(cell):
            meeting[corner].append(cell)
    left = dict.fromkeys(cells)
    while left:
        table: list[Box] = []
        near = [next(iter(left))]
        while near:
            cell = near.pop()
            if cell in left:
                del left[cell]
                table.append(cell)
                near += [other for corner in _corners(cell) for other in meeting[corner]]
        yield sorted(table)


def _corners(cell: Box) -> Iterator[Point]:
    x0, top, x1, bottom = cell
    return product((x0, x1), (top, bottom))
