"""The benchmark -> a comparison: councils side by side, each number with what it is of and how far chance alone might move it.

The way through: `base` finds of how many complaints a percentage is, `wilson` the interval that so many allow, `points` makes a point of
each number of the benchmark, and `question` picks the points that answer one question, with the year before and the years together.
`told` says them in words and as rows of a table, `chart` draws them.
"""

from publish.comparison.chart import comparison_to_svg
from publish.comparison.points import Point, benchmark_to_points
from publish.comparison.question import Asked, Comparison, Question, answerable, compare
from publish.comparison.told import point_to_cells, services_to_names

__all__ = [
    "Asked",
    "Comparison",
    "Point",
    "Question",
    "answerable",
    "benchmark_to_points",
    "compare",
    "comparison_to_svg",
    "point_to_cells",
    "services_to_names",
]  # fmt: skip
