"""Upright rules that nobody drew: rules and shaded bands that are drawn cell by cell end where columns do.

A table with lines across only, or with every second row shaded, has the borders of its columns in the ends of these lines. Where two such
lines follow each other and what is printed between them keeps to the columns, it is a row, and posts are put in.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.joins import is_figure
from extract.marks import Edge, Marks, to_edge
from extract.unruled.gutters import narrowed
from extract.unruled.strips import Piece, line_to_runs
from extract.words import Line, chars_to_lines, lines_to_text

_SAME = 1.5
"""Points: ends this close are one border, rules this close one rule."""
_FEWEST = 3
"""Borders: of two columns."""
_LOOSE = 0.55
"""Of the character size: more white space across all columns parts two rows."""
_AIR = 0.9
"""Of the character size: white space at most between the text of a row and its rules; between two tables there is more."""
_LONGEST = 9
"""Words of a section's name at most."""
_AWAY = 1.5
"""Of the character size: white space at most between two rows that nothing parts."""


class _Tier(NamedTuple):
    """The rules at one height, where they end from left to right, and whether they are but sides of shaded bands."""

    y: float
    ends: list[float]
    is_shade: bool


def with_posts(marks: Marks) -> list[Edge]:
    """The edges of a page with the posts that its rules and bands leave out, and the sides of a white row below the last band."""
    tiers = _tiers([edge for edge in marks.edges if edge["orientation"] == "h"])
    if not any(len(tier.ends) >= _FEWEST for tier in tiers):
        return marks.edges
    lines = cache(lambda: chars_to_lines(marks.chars, marks.number))  # most pages are ruled throughout, and nobody asks
    edges = list(marks.edges)
    drawn = [edge for edge in edges if edge["orientation"] == "v"]
    above: Sequence[float] = []
    headless = False
    for upper, lower in pairwise([*tiers, _Tier(marks.height, [], is_shade=True)]):
        xs = _shared(upper, lower, above)
        if _is_posted(drawn, upper.y, lower.y, xs):
            above = max(xs, above, upper.ends, key=len)
        elif len(xs) >= _FEWEST:
            own = _borders(lines(), upper.y, lower.y, xs)
            counts = _counts(lines(), upper.y, lower.y, xs)
            head = _head_row(lines(), upper.y, xs, counts=counts) if own and not above else []
            headless = head is None or (headless and bool(above))
            edges += [] if headless else [*(head or ()), *_posts(own, upper.y, lower.y)]
            above = xs if own else []
        else:
            edges += _last_row(lines(), upper.y, lower.y, above) if upper.is_shade and len(above) >= _FEWEST else []
            above = []
    return edges


def _tiers(edges: Sequence[Edge]) -> list[_Tier]:
    groups: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: edge["top"]):
        if groups and edge["top"] - groups[-1][-1]["top"] <= _SAME:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [_Tier(group[-1]["top"], _ends(group), all(edge.get("shade") for edge in group)) for group in groups]


def _ends(edges: Sequence[Edge]) -> list[float]:
    ends: list[float] = []
    for x in sorted(edge[side] for edge in edges for side in ("x0", "x1")):
        if not ends or x - ends[-1] > _SAME:
            ends.append(x)
    return ends


def _shared(upper: _Tier, lower: _Tier, above: Sequence[float]) -> list[float]:
    """The borders at which the rules of both heights end; a rule over a whole row parts rows with the borders `above`."""
    ends = [above if above and _is_whole(tier, above) else tier.ends for tier in (upper, lower)]
    return [x for x in ends[0] if _is_among(x, ends[1])]


def _is_among(x: float, ends: Sequence[float]) -> bool:
    """Whether one of the two ends between which a place is stands there."""
    at = bisect_left(ends, x)
    return any(abs(x - end) <= _SAME for end in ends[max(at - 1, 0) : at + 1])


def _is_whole(tier: _Tier, xs: Sequence[float]) -> bool:
    """Whether the rules at one height are one rule that reaches from the first border to the last."""
    return len(tier.ends) == 2 and abs(tier.ends[0] - xs[0]) <= _SAME and abs(tier.ends[1] - xs[-1]) <= _SAME  # noqa: PLR2004


def _is_posted(drawn: Sequence[Edge], top: float, bottom: float, xs: Sequence[float]) -> bool:
    """Whether upright rules or sides of shaded areas stand between two heights."""
    if not xs:
        return False
    middle, first, last = (top + bottom) / 2, xs[0] - _SAME, xs[-1] + _SAME
    return any(edge["top"] < middle < edge["bottom"] and first <= edge["x0"] <= last for edge in drawn)


def _posts(xs: Sequence[float], top: float, bottom: float) -> list[Edge]:
    """The posts of a row; they are no rules that were drawn."""
    return [to_edge("v", (x, top, x, bottom), shade=True) for x in xs]


def _between(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in lines if top < (line.box.top + line.box.bottom) / 2 < bottom]


def _within(lines: Sequence[Line], xs: Sequence[float]) -> list[Line]:
    """The lines of which some part stands between the outer borders; labels may stand beside them."""
    return [line for line in lines if line.box.x0 < xs[-1] and line.box.x1 > xs[0]]


def _borders(lines: Sequence[Line], top: float, bottom: float, xs: Sequence[float]) -> Sequence[float]:
    """The borders that part what stands between two rules, if it is one row of a table: of a section's name the outer ones."""
    beside = _between(lines, top, bottom)
    inside = _within(beside, xs)
    if not inside or len(_parted(inside)) > 1:
        return ()
    size = max(line.size for line in beside)
    above, below = min(line.box.top for line in beside) - top, bottom - max(line.box.bottom for line in beside)
    if max(above, below) > _AIR * size or any(_is_stacked(column) for column in _columns(inside, xs)):
        return ()
    return xs if _keeps(inside, xs) else (xs[0], xs[-1]) if _is_name(inside, xs) else ()


def _is_name(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether one run of words begins where the first column does."""
    runs = [run for line in lines for run in line_to_runs(line)]
    return len(runs) == 1 and len(runs[0].words) <= _LONGEST and xs[0] <= runs[0].box.x0 < xs[1] and runs[0].box.x1 < xs[-1]


def _keeps(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether no line crosses a border, or comes as near to it as two words of a sentence are."""
    gutters = [[(left, right)] for left, right in zip(xs, xs[2:], strict=False)]
    for line in lines:
        gutters = [narrowed(own, line) for own in gutters]
    return all(any(start <= x <= end for start, end in own) for x, own in zip(xs[1:-1], gutters, strict=True))


def _parted(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, parted where white space runs across all of them."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.top):
        if groups and line.box.top - max(other.box.bottom for other in groups[-1]) <= _LOOSE * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _columns(lines: Sequence[Line], xs: Sequence[float]) -> Iterator[list[Line]]:
    """The parts of the lines in each column."""
    for left, right in pairwise(xs):
        parts = ([word for word in line.words if word.box and left < (word.box.x0 + word.box.x1) / 2 < right] for line in lines)
        yield [Line(tuple(words), line.box, line.size, line.bold) for line, words in zip(lines, parts, strict=True) if words]


def _is_stacked(column: Sequence[Line]) -> bool:
    """Whether figures stand below each other, as those of several rows do; one in brackets belongs to the one above it."""
    figures = [line for line in column if is_figure(lines_to_text([line])) and line.text[0].isdigit()]
    return len(figures) > 1


def _counts(lines: Sequence[Line], top: float, bottom: float, xs: Sequence[float]) -> bool:
    """Whether figures stand between two rules."""
    return any(is_figure(lines_to_text(column)) for column in _columns(_within(_between(lines, top, bottom), xs), xs))


def _head_row(lines: Sequence[Line], bottom: float, xs: Sequence[float], *, counts: bool) -> list[Edge] | None:
    """The sides of the row of headings that stands above the first rule, where no other does; None where headings keep to no columns.

    No sides where nothing stands right above it, or a caption above a row without figures, which `counts` tells.
    """
    groups = _parted([line for line in _within(lines, xs) if (line.box.top + line.box.bottom) / 2 < bottom])
    head = groups[-1] if groups else []
    runs = [run for line in head for run in line_to_runs(line)]
    if not head or bottom - max(line.box.bottom for line in head) > _AIR * head[0].size or (not counts and len(runs) < _FEWEST - 1):
        return []
    columns = list(_columns(head, xs))
    figures = any(is_figure(lines_to_text(column)) and not _is_years(column) for column in columns[1:])
    if not counts or not all(columns[1:]) or figures or not _keeps(head, xs):
        return None
    top = min(line.box.top for line in head) - 1
    return [*_posts(xs, top, bottom), to_edge("h", (xs[0], top, xs[-1], top), shade=True)]


def _is_years(column: Sequence[Line]) -> bool:
    """Whether years stand there, which head columns."""
    return all(run.is_years for run in (Piece((line,)) for line in column))


def _last_row(lines: Sequence[Line], top: float, bottom: float, xs: Sequence[float]) -> list[Edge]:
    """The sides of the white row below the last shaded one; none if several rows stand there, which nothing parts."""
    first, *others = _parted(_between(lines, top, bottom)) or [[]]
    columns = list(_columns(_within(first, xs), xs))
    counted = any(is_figure(lines_to_text(column)) for column in columns)
    if sum(map(bool, columns)) < 2 or (all(line.bold for line in first) and not counted):  # noqa: PLR2004  columns
        return []
    end = max(line.box.bottom for line in first) + min(line.box.top for line in first) - top
    if len(_borders(first, top, end, xs)) < _FEWEST or (others and _goes_on(first, others[0], xs)):
        return []
    return [*_posts(xs, top, end), to_edge("h", (xs[0], end, xs[-1], end), shade=True)]


def _goes_on(row: Sequence[Line], below: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether another row stands below one."""
    apart = min(line.box.top for line in below) - max(line.box.bottom for line in row)
    filled = sum(map(bool, _columns(below, xs)))
    return apart <= _AWAY * row[0].size and filled > 1 and _keeps(below, xs) and not all(line.bold for line in below)
