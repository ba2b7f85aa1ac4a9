"""Edges -> the heights at which rules run across a table that has no other lines."""

from collections.abc import Sequence

from extract.marks import Edge
from schemas import Box

_SPAN = 0.5
"""Of a table's width: rules and the sides of shaded bands that cover this much of it part its rows."""
_REACH = 50.0
"""Points above and below a table's figures where its rules may stand."""


def rules_across(edges: Sequence[Edge], box: Box) -> list[float]:
    """The heights of the rules and of the sides of bands that run across."""
    flat = [e for e in edges if e["orientation"] == "h" and box.top - _REACH < e["top"] < box.bottom + _REACH]
    heights = sorted({round(edge["top"]) for edge in flat})
    return [y for y in heights if _covered([e for e in flat if abs(e["top"] - y) <= 1], box) > _SPAN * (box.x1 - box.x0)]


def _covered(edges: Sequence[Edge], box: Box) -> float:
    """Points of the box's width that the edges cover together."""
    total, reached = 0.0, box.x0
    for edge in sorted(edges, key=lambda edge: edge["x0"]):
        start, end = max(edge["x0"], reached), min(edge["x1"], box.x1)
        if end > start:
            total, reached = total + end - start, end
    return total
