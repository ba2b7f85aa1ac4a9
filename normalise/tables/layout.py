"""Grid -> layout: which rows are headings and which bands, which columns are labels and which hold figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalise.words.heading import axis_of, read_heading
from normalise.words.values import cell_to_figures
from schemas import Cell, Grid
from schemas.vocabulary import Vocabulary, tokens

_STAGE = re.compile(r"^[1-4]\*?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_LONGEST_CODE = 12
"""Characters of the longest code: CH02 (ii)."""

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a table of figures, by the positions of its rows and columns. `title`: what stands across it above the headings."""

    title: str
    heads: tuple[int, ...]
    body: tuple[int, ...]
    labels: tuple[int, ...]
    data: tuple[int, ...]


def is_figure(text: str) -> bool:
    """Whether a cell holds figures and nothing else."""
    return bool(cell_to_figures(text))


def is_alone(row: Row) -> bool:
    """Whether one text stands for a whole row: in its first cell only, or across it."""
    return bool(row[0].text) and len(row) > 1 and (all(cell == row[0] for cell in row) or not any(cell.text for cell in row[1:]))


def grid_to_layout(grid: Grid, words: Vocabulary) -> Layout | None:
    """The layout of a grid; None where no row below its headings holds a figure."""
    first = next((n for n, row in enumerate(grid.rows) if _has_figures(row)), None)
    if first is None:
        return None
    titles = next((n for n in range(first) if not is_alone(grid.rows[n])), first)
    below = next((n for n in range(titles, first) if is_alone(grid.rows[n])), first)
    heads, body = tuple(range(titles, below)), tuple(range(below, len(grid.rows)))
    title = " ".join(str(grid.rows[n][0].text) for n in range(titles))
    labels, numbering = _labels(grid, heads, body, words)
    data = tuple(c for c in range(len(grid.rows[0])) if c not in labels and c not in numbering)
    return Layout(title, heads, body, labels, data) if data else None


def _has_figures(row: Row) -> bool:
    """Whether a row holds a figure; a row of years is a heading."""
    filled = [str(cell.text) for cell in row if cell.text]
    figures = [text for text in filled if is_figure(text)]
    years = len(figures) > 1 and all(_YEAR.match(text) for text in figures)
    return bool(figures) and not years


def column_heading(grid: Grid, heads: Sequence[int], column: int) -> str:
    """The headings of a column from above, one that spans rows once."""
    return " ".join(str(cell.text) for cell in dict.fromkeys(grid.rows[r][column] for r in heads) if cell.text)


def _labels(grid: Grid, heads: Sequence[int], body: Sequence[int], words: Vocabulary) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The columns of labels, and those that only number the rows.

    A column of words is one of labels if it is the first, if its heading is one of labels and no figures part it from the others, or if it
    stands beside another and holds names, or numbers that its words explain (Stage 1).
    """
    rows = [grid.rows[r] for r in body if not is_alone(grid.rows[r])]
    labels: list[int] = []
    numbering: list[int] = []
    for c in range(len(grid.rows[0])):
        texts, heading = [str(row[c].text) for row in rows], column_heading(grid, heads, c)
        if (c == len(numbering) and _numbers_rows(texts, heading, words)) or _are_codes(texts, heading, words):
            numbering.append(c)
        elif c == len(labels) and _are_numbered(texts, heading, words):
            labels.append(c)
        elif any(texts) and not any(map(is_figure, texts)):
            leads = not labels and c == len(numbering)
            beside = labels[-1:] == [c - 1] and all(_is_label(text, words) for text in texts)
            named = not labels or labels[-1] == c - 1
            if leads or beside or (named and axis_of(heading, words)):
                labels.append(c)
    return tuple(labels), tuple(numbering)


def _are_numbered(texts: Sequence[str], heading: str, words: Vocabulary) -> bool:
    """Whether the numbers of a column are its labels: stages under "Stage", years under "Year"."""
    axis = read_heading(heading, words).axis
    pattern = _STAGE if axis == "stage" else _YEAR if axis == "period" else None
    return pattern is not None and any(texts) and all(pattern.match(text) or not is_figure(text) for text in texts if text)


def _are_codes(texts: Sequence[str], heading: str, words: Vocabulary) -> bool:
    """Whether a column under the word for codes holds no more than that, and not the whole label ("CH01: complaints per 1,000 homes")."""
    return axis_of(heading, words) == "code" and all(len(text) <= _LONGEST_CODE for text in texts)


def _is_label(text: str, words: Vocabulary) -> bool:
    return not any(char.isnumeric() for char in text) or not read_heading(text, words).left


def _numbers_rows(texts: Sequence[str], heading: str, words: Vocabulary) -> bool:
    nameless = all(token in words.ignored for token in tokens(heading))
    return nameless and len(texts) > 1 and [text.rstrip(".)") for text in texts] == [str(n) for n in range(1, len(texts) + 1)]
