"""Grids that a page has cut -> one grid. What is printed decides, not where: the rules serve every format.

A grid carries the one above it on if it repeats its head, mends its last row, or goes on with rows of the same kind.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from schemas import Cell, Grid, GridSource, Passage, Text

_CELLS = 1 << 14
"""Cells that are remembered as figures or none: those of a few hundred tables."""

Row = Sequence[Cell]

BULLETS = "•·▪●○◦‣\uf0b7\uf0a7"
"""Signs that open a list item wherever they stand; the last two are those of symbol fonts."""
_NUMBER = r"(?:\d[\d,./]*|n/?a|nil)"
_DASH = "\N{EN DASH}"
_QUOTES = "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}“”\"'"
_FIGURE = re.compile(rf"[^\w\s]*{_NUMBER}(?:[^\w\s,./{_DASH}-]+{_NUMBER})*[^\w\s]*|[^\w\s]+", re.IGNORECASE)
_UNIT = re.compile(r"(?<=\d)\s+(?:(?:working|calendar)\s+)?days?$|(?<=\d)\s+per\s?cent$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RUNNING = re.compile(r"(\d+)[.)]?")
_ENDED = re.compile(rf"[.!?][{_QUOTES})\]]*$")
_BROKEN = re.compile(rf"[,({_DASH}-]$")
_OPENING = "([" + _QUOTES
_SENTENCE = 6
"""Words: a cell this long below an empty label is the rest of a sentence, not an entry of its own."""


def joined(blocks: Sequence[Grid | Passage], headed: Collection[int] = ()) -> tuple[Grid | Passage, ...]:
    """The blocks with each run of neighbouring grids made one where the lower carries the upper on.

    `headed` are the places in `blocks` of grids whose first row is set as a head (bold, shaded).
    """
    done: list[Grid | Passage] = []
    for place, block in enumerate(blocks):
        above = done[-1] if done else None
        if isinstance(block, Grid) and isinstance(above, Grid) and continues(above, block, headed=place in headed):
            done[-1] = join(above, block)
        else:
            done.append(block)
    return tuple(done)


def continues(upper: Grid, lower: Grid, *, headed: bool = False) -> bool:
    """Whether `lower` carries `upper` on; `headed`: its first row is set as a head, so that only a repeated or cut head is carried on."""
    if GridSource.CHART in {upper.source, lower.source} or len(upper.rows[0]) != len(lower.rows[0]):
        return False
    rows = _filled(lower)
    repeated = _repeated(upper, rows)
    if repeated:
        return not _starts_over(upper, rows[repeated:])
    if not rows or _goes_on(upper, rows):
        return True
    return not (headed or _has_head(rows) or _starts_over(upper, rows) or _unlike(upper, rows) or _is_unnumbered(upper, rows))


def join(upper: Grid, lower: Grid) -> Grid:
    """One grid: a repeated head is dropped, a row cut by the page is whole, every word keeps its own place."""
    rows = _filled(lower)
    rows = rows[_repeated(upper, rows) :]
    if rows and _is_cut(upper, rows):
        return replace(upper, rows=(*upper.rows[:-1], _mended(upper.rows[-1], rows[0]), *rows[1:]))
    return replace(upper, rows=(*upper.rows, *rows))


def whole_head(grid: Grid) -> Grid:
    """The grid with list items that stand alone in the second row, below a heading that introduces them, put into the head."""
    if len(grid.rows) > 1 and _is_list_below(*grid.rows[:2]):
        return replace(grid, rows=(_mended(*grid.rows[:2]), *grid.rows[2:]))
    return grid


def is_figure(text: Text) -> bool:
    """Whether a cell holds nothing but numbers, percentages, numbers of days, N/A and dashes."""
    return _all_figures(str(text))


@lru_cache(_CELLS)
def _all_figures(printed: str) -> bool:
    words = _UNIT.sub("", printed).split()
    return bool(words) and all(map(_FIGURE.fullmatch, words))


def _text(cell: Cell) -> str:
    return str(cell.text)


def _filled(grid: Grid) -> tuple[tuple[Cell, ...], ...]:
    """The rows without the empty ones at the top, which a page break leaves behind."""
    first = next((n for n, row in enumerate(grid.rows) if any(cell.text for cell in row)), len(grid.rows))
    return grid.rows[first:]


def _mended(upper: Row, lower: Row) -> tuple[Cell, ...]:
    return tuple(Cell(Text.joined([a.text, b.text]), a.place if a.text else b.place) for a, b in zip(upper, lower, strict=True))


def _is_figures(row: Row) -> bool:
    """Most of the row's filled cells are figures, and not all of them years, which head columns."""
    filled = [cell.text for cell in row if cell.text]
    figures = [text for text in filled if is_figure(text)]
    years = len(figures) > 1 and all(_YEAR.fullmatch(str(text)) for text in figures)
    return 2 * len(figures) > len(filled) and not years


def _repeated(upper: Grid, rows: Sequence[Row]) -> int:
    """How many rows of `upper`'s head stand again at the top of `rows`."""
    same = 0
    for above, row in zip(upper.rows, rows, strict=False):
        if _squeezed(above) != _squeezed(row) or _is_figures(row):
            break
        same += 1
    return same


def _squeezed(row: Row) -> list[str]:
    return ["".join(_text(cell).casefold().split()) for cell in row]


def _is_cut(upper: Grid, rows: Sequence[Row]) -> bool:
    """Whether the first of `rows` is the rest of the last row of `upper`."""
    last, first = upper.rows[-1], rows[0]
    if _goes_on(upper, rows) or _brackets_follow(last, first):
        return True
    others = [cell.text for cell in first[1:]]
    if first[0].text or _is_figures(first) or not any(others):
        return False
    if len(upper.rows) == 1 or not last[0].text:
        return len(upper.rows) == 1 and _is_list_below(last, first)
    if _RUNNING.fullmatch(_text(last[0])):
        return True
    customary = any(not row[0].text for row in upper.rows[1:])
    return not customary and (not all(others) or any(len(text.words) >= _SENTENCE for text in others))


def _brackets_follow(last: Row, first: Row) -> bool:
    """Whether a row of nothing but bracketed figures follows one without any: the second lines of stacked cells."""
    above, below = ([_text(cell) for cell in row[1:] if is_figure(cell.text)] for row in (last, first))
    label = _text(first[0])
    stacked = len(above) == len(below) > 1 and all(text.startswith("(") for text in below) and not any("(" in text for text in above)
    return stacked and (not label or _is_lower(label))


def _goes_on(upper: Grid, rows: Sequence[Row]) -> bool:
    """Whether a cell of the first of `rows` goes on with the sentence or list of the cell above it."""
    last, first, following = upper.rows[-1], rows[0], rows[1:2]
    if _is_figures(first) or is_figure(first[0].text):
        return False
    below = [_text(cell) for cell in following[0]] if following else [""] * len(first)
    if any(_sentence_goes_on(_text(a), _text(b), c) for a, b, c in zip(last, first, below, strict=True)):
        return True
    if first[0].text:  # a list item is no label, unless all labels are
        in_list = len(upper.rows) > 1 and _is_item(first[0]) and not (following and _is_item(following[0][0]))
        return _list_goes_on(last[0], first[0]) or (in_list and not _is_item(last[0]))
    return any(_list_goes_on(a, b) for a, b in zip(last, first, strict=True))


def _sentence_goes_on(above: str, text: str, below: str) -> bool:
    """A column whose cells all start in lower case has that custom: there it says nothing."""
    if not above or not text or _all_figures(above) or _all_figures(text) or _ENDED.search(above):
        return False
    if _is_lower(text) and not _is_lower(above) and not _is_lower(below):
        return True
    return bool(_BROKEN.search(above)) or (above.count("(") > above.count(")") and text.count(")") > text.count("("))


def _is_lower(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].islower()


def _list_goes_on(above: Cell, cell: Cell) -> bool:
    """A list item below a list that its own introduction opens."""
    if not above.text or not _is_item(cell) or _is_item(above):
        return False
    return _starts_item(above.text.lines[-1]) or _text(above).endswith(":")


def _is_item(cell: Cell) -> bool:
    return _starts_item(cell.text)


def _is_list_below(head: Row, row: Row) -> bool:
    """No label, and nothing but list items below filled cells."""
    below = [(above, cell) for above, cell in zip(head, row, strict=True) if cell.text]
    return bool(below) and not row[0].text and all(_is_item(cell) and above.text for above, cell in below)


def _starts_item(text: Text) -> bool:
    return len(text.words) > 1 and (text.words[0].text in {"-", _DASH} or text.words[0].text[0] in BULLETS)


def _has_head(rows: Sequence[Row]) -> bool:
    """Words or years over nothing but figures are a head."""
    first, body = rows[0], rows[1:]
    if any(is_figure(cell.text) and not _YEAR.fullmatch(_text(cell)) for cell in first[1:]):
        return False
    columns = ([row[n].text for row in body if row[n].text] for n in range(1, len(first)) if first[n].text)
    return any(column and all(map(is_figure, column)) for column in columns)


def _starts_over(upper: Grid, rows: Sequence[Row]) -> bool:
    """The labels begin again: numbers at 1, or the same labels in the same order as those of `upper`."""
    data = upper.rows[1:]
    numbers = (number[1] for row in rows if not _is_figures(row) and (number := _RUNNING.fullmatch(_text(row[0]))))
    if data and next(numbers, None) == "1":
        return True
    labels, earlier = _labels(rows), _labels(data)
    return len(labels) > 1 and len(set(labels)) == len(labels) and labels == earlier[: len(labels)]


def _is_unnumbered(upper: Grid, rows: Sequence[Row]) -> bool:
    """Whether the rows of `upper` are numbered, and none of these that has a label is."""
    above, below = _labels(upper.rows[1:]), _labels(rows)
    return bool(above and below) and all(map(_RUNNING.fullmatch, above)) and not any(map(_RUNNING.fullmatch, below))


def _labels(rows: Iterable[Row]) -> list[str]:
    return [_text(row[0]) for row in rows if row[0].text]


def _unlike(upper: Grid, rows: Sequence[Row]) -> bool:
    """Most columns that can be compared, or all but the labels, hold figures in one grid and words in the other."""
    above, below = ([_kind(column) for column in zip(*part, strict=True)] for part in (upper.rows[1:], rows))
    pairs = [(n, a != b) for n, (a, b) in enumerate(zip(above, below, strict=False)) if a is not None and b is not None]
    values = [differs for column, differs in pairs if column]
    return 2 * sum(differs for _, differs in pairs) > len(pairs) or (bool(values) and all(values))


def _kind(column: Sequence[Cell]) -> bool | None:
    """Whether the filled cells are all figures or all words; None where they are mixed or none."""
    kinds = {is_figure(cell.text) for cell in column if cell.text}
    return kinds.pop() if len(kinds) == 1 else None
