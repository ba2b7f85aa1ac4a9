"""Findings -> what of each page is worth a picture: the cells of a finding with the headings of their rows and columns."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple

import pandas as pd

from publish.audit.cases import Case, figure_to_box
from schemas import Box, Figure, Severity

HEADINGS = 90.0
"""Points above a table's first figures in which the headings of its columns stand, and mostly its title."""
REACH = 380.0
"""Points from a cell up to its table's first figures within which the headings are still shown: half a page."""
AROUND = 60.0
"""Points above and below a cell that are shown where its headings are too far away."""
EDGE = 1e5
"""Points: wider than any page. A crop is as wide as its page, as the names of rows stand to the left; blank margins go when it is drawn."""
FIRST = (Severity.ERROR, Severity.WARNING, Severity.EXPLAINED)


class Leaf(NamedTuple):
    """A page of a report."""

    report_id: str
    page: int


Tops = Mapping[tuple[str, int], float]
"""Where the first figures of each table stand on each of its pages, by table_id and page."""


def figures_to_tops(figures: pd.DataFrame) -> Tops:
    """The tops of the tables of a dataset."""
    placed = figures.dropna(subset=["page", "top"])
    first = placed.groupby(["table_id", "page"], as_index=False)["top"].min()
    return dict(zip(zip(first["table_id"], first["page"], strict=True), first["top"], strict=True))


def figure_to_crop(figure: Figure, box: Box, tops: Tops) -> Box:
    """A figure and what tells what it is, across the page."""
    first = tops.get((figure.table_id, figure.page or 0), box.top)
    top = first - HEADINGS if box.top - first <= REACH else box.top - AROUND
    return Box(0.0, max(0.0, top), EDGE, box.bottom + AROUND)


def case_to_crops(case: Case, tops: Tops) -> dict[int, Box]:
    """What of each page a finding needs; where it is about words, its whole page."""
    crops: dict[int, Box] = {} if case.figures or case.finding.page is None else {case.finding.page: Box(0.0, 0.0, EDGE, EDGE)}
    for figure in case.figures:
        box = figure_to_box(figure)
        if figure.page is not None and box is not None:
            crop = figure_to_crop(figure, box, tops)
            crops[figure.page] = crops.get(figure.page, crop).around(crop)
    return crops


def cases_to_crops(cases: Iterable[Case], tops: Tops) -> dict[Leaf, Box]:
    """What of each page its findings need: one picture serves them all. The pages that matter most come first."""
    crops: dict[Leaf, list[Box]] = {}
    rank: dict[Leaf, tuple[bool, int]] = {}
    for case in cases:
        for page, crop in case_to_crops(case, tops).items():
            leaf = Leaf(case.finding.report_id, page)
            crops.setdefault(leaf, []).append(crop)
            worth = page != case.finding.page, FIRST.index(case.finding.severity)
            rank[leaf] = min(rank.get(leaf, worth), worth)
    return {leaf: reduce(Box.around, crops[leaf]) for leaf in sorted(crops, key=lambda leaf: rank[leaf])}
