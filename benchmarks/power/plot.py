"""What becomes of a misprint, by family: bars that need no colour to be read, as each part prints its number."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.power.tried import Sight, Tried
from benchmarks.svg import drawn, text

SHADES = {Sight.TOLD: "#4a90c4", Sight.SILENT: "#e0a030", Sight.ALLOWED: "#d5d5d5", Sight.UNRULED: "#ffffff"}
WIDE, TALL, GAP = 560, 20, 6  # of a bar for all changes, and between two
LEFT, TOP = 110, 64
LEAST = 3  # percent; a narrower part has no room for its number
TITLE = "What becomes of a misprint, by family"


def plot(found: Sequence[Tried]) -> str:
    """A bar for each family: told, silent, allowed, no rule, in percent of its changes."""
    families = list(dict.fromkeys(one.family for one in found))
    wide, tall = LEFT + WIDE + 20, TOP + len(families) * (TALL + GAP)
    bars = (line for n, family in enumerate(families) for line in _bar(n, family, [one for one in found if one.family == family]))
    return drawn(TITLE, wide, tall, LEFT, [*_legend(), *bars])


def _legend() -> Iterator[str]:
    left = LEFT
    for sight, shade in SHADES.items():
        yield f'<rect x="{left}" y="34" width="12" height="12" fill="{shade}" stroke="#888"/>'
        yield text(left + 17, 44, sight)
        left += 30 + 6 * len(sight)


def _bar(row: int, family: str, of: Sequence[Tried]) -> Iterator[str]:
    top, left, seen = TOP + row * (TALL + GAP), float(LEFT), Counter(one.sight for one in of)
    yield text(LEFT - 8, top + 14, family.replace("_", " "), 'text-anchor="end"')
    for sight, shade in SHADES.items():
        percent = 100 * seen[sight] / len(of)
        wide = WIDE * percent / 100
        if wide:
            yield f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{TALL}" fill="{shade}" stroke="#888"/>'
        if percent >= LEAST:
            yield text(left + wide / 2, top + 14, f"{percent:.0f}", 'text-anchor="middle"')
        left += wide
