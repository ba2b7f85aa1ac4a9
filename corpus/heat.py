"""A score as a heat map: an SVG that needs no colour to be read, as each square prints its number."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate

from corpus.counts import Counts, Scored, by
from corpus.sheets import percent

WIDE, TALL, GAP = 58, 30, 4  # of a square, and between two
LABEL, TITLE, HEAD, MARGIN = 118, 20, 56, 24
TURN = 35  # degrees, so that long headings do not meet
FULL = (74, 144, 196)  # of all figures read; black on it can still be read
PANELS = ((("family", "container"), ("numbers", "container")), (("family", "look"),))
LEGEND = (
    "Each square: recall in percent, the darker the higher. A thick border: not all that was told is printed, and p is the precision.",
    "Empty: no such specimen was drawn; a dash: there was nothing to be read.",
)


def heat(scored: Sequence[Scored], title: str) -> str:
    """The map: families by container, number styles by container, and below them families by look."""
    lines, top, width = [], MARGIN + TITLE * (len(LEGEND) + 1), 0
    for panels in PANELS:
        sizes = [_size(scored, *axes) for axes in panels]
        lefts = list(accumulate((wide for wide, _ in sizes), initial=MARGIN))
        for left, axes in zip(lefts, panels, strict=False):
            lines += [f'<g transform="translate({left} {top})">', *_panel(scored, *axes), "</g>"]
        top, width = top + max(tall for _, tall in sizes) + MARGIN, max(width, lefts[-1])
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" height="{top}" role="img"',
        ' font-family="Helvetica, Arial, sans-serif" font-size="12" text-anchor="middle">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{top}" fill="#fff"/>',
        _text(MARGIN, MARGIN, title, 'text-anchor="start" font-size="16" font-weight="bold"'),
        *(_text(MARGIN, MARGIN + TITLE * n, line, 'text-anchor="start" fill="#333"') for n, line in enumerate(LEGEND, start=1)),
    ]
    return "\n".join([*head, *lines, "</svg>", ""])


def _values(scored: Iterable[Scored], axis: str) -> list[str]:
    return sorted({one.axes[axis] for one in scored})


def _size(scored: Sequence[Scored], down: str, across: str) -> tuple[int, int]:
    columns, rows = len(_values(scored, across)), len(_values(scored, down))
    return LABEL + columns * (WIDE + GAP) + HEAD // 2, TITLE + HEAD + rows * (TALL + GAP)


def _panel(scored: Sequence[Scored], down: str, across: str) -> Iterator[str]:
    totals = by(scored, down, across)
    yield _text(0, 12, f"{down} by {across}".capitalize(), 'text-anchor="start" font-weight="bold"')
    for column, name in enumerate(_values(scored, across)):
        x, y = LABEL + column * (WIDE + GAP) + WIDE // 2, TITLE + HEAD - 8
        yield _text(x, y, _said(name), f'text-anchor="start" transform="rotate(-{TURN} {x} {y})"')
    for row, name in enumerate(_values(scored, down)):
        top = TITLE + HEAD + row * (TALL + GAP)
        yield _text(LABEL - 8, top + TALL // 2 + 4, _said(name), 'text-anchor="end"')
        for column, other in enumerate(_values(scored, across)):
            if (name, other) in totals:
                yield from _square(LABEL + column * (WIDE + GAP), top, f"{name}, {other}", totals[name, other])


def _square(left: int, top: int, name: str, counts: Counts) -> Iterator[str]:
    faulty = counts.precision is not None and counts.precision < 1
    border = 'stroke="#000" stroke-width="3.5"' if faulty else 'stroke="#888" stroke-width="0.5"'
    told = f"{counts.files} files, {counts.right} of {counts.gold} figures told, {counts.wrong} wrong, {counts.extra} not printed"
    yield f'<g><title>{escape(_said(name))}: {told}</title><rect x="{left}" y="{top}" width="{WIDE}" height="{TALL}"'
    yield f' fill="{_shade(counts.recall or 0)}" {border}/>'
    middle, line = left + WIDE // 2, top + TALL // 2 + (-1 if faulty else 4)
    yield _text(middle, line, percent(counts.recall).removesuffix(".0"), "")
    if faulty:
        yield _text(middle, line + 12, f"p {percent(counts.precision)}", 'font-size="10"')
    yield "</g>"


def _shade(share: float) -> str:
    return "#" + "".join(f"{round(255 - (255 - full) * share):02x}" for full in FULL)


def _text(x: int, y: int, text: str, more: str) -> str:
    return f'<text x="{x}" y="{y}"{" " + more if more else ""}>{escape(text)}</text>'


def _said(name: str) -> str:
    return name.replace("_", " ")
