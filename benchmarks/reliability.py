"""The share of right ids by score, as a plot that needs no colour to be read."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.svg import drawn, text
from benchmarks.trial import Tried

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
SIDE, LEFT, TOP = 400, 60, 50
TITLE = "Share of right ids by score, all lists"
LEGEND = "Each dot: the names of one range of scores, at their mean; beside it how many. On the line 0.9 is right nine times in ten."


def plot(tried: Sequence[Tried]) -> str:
    """The plot: a dot a range of scores, and the line of a score that is what it says."""
    wide, tall = LEFT + SIDE + 420, TOP + SIDE + 60
    return drawn(TITLE, wide, tall, LEFT, [text(LEFT, 38, LEGEND, 'fill="#333"'), *_axes(), *_dots(tried)])


def _axes() -> Iterator[str]:
    yield f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4 4"/>'
    for tenth in range(0, 11, 2):
        share = tenth / 10
        yield text(_x(share), TOP + SIDE + 18, f"{share:.1f}", 'text-anchor="middle"')
        yield text(LEFT - 8, _y(share) + 4, f"{share:.1f}", 'text-anchor="end"')
    yield text(LEFT + SIDE // 2, TOP + SIDE + 40, "score", 'text-anchor="middle"')
    yield text(16, TOP + SIDE // 2, "right")


def _dots(tried: Sequence[Tried]) -> Iterator[str]:
    for low, high in pairwise(EDGES):
        of = [one for one in tried if low <= one.score < high or one.score == high == 1]
        if of:
            score = sum(one.score for one in of) / len(of)
            right = sum(one.is_right for one in of) / len(of)
            said = f"{len(of)} names, score {score:.2f}, right {right:.2f}"
            yield f'<g><title>{said}</title><circle cx="{_x(score)}" cy="{_y(right)}" r="5" fill="#4a90c4" stroke="#000"/></g>'
            yield text(_x(score) + 9, _y(right) + 4, str(len(of)))


def _x(share: float) -> int:
    return round(LEFT + SIDE * share)


def _y(share: float) -> int:
    return round(TOP + SIDE * (1 - share))
