"""Characters of a page -> those that a reader of it sees: not of a layer that is switched off, nor without ink, nor white on paper."""

from collections.abc import Callable, Sequence

from extract.marks import Char, Marks, colour_of, is_white
from schemas import Box

_NO_INK = frozenset({3, 7})
"""Ways to draw text (PDF 32000, 9.3.6) that leave nothing on the page."""
Coloured = Callable[[Sequence[Box]], Sequence[bool]]
"""Whether the page has a ground in each box from which white text stands out."""


def seen(marks: Marks, coloured: Coloured | None) -> list[Char]:
    """The characters to be read; text without ink over a picture is what the picture says. Without `coloured`, white is taken as seen."""
    shown = [c for c in marks.chars if not c.get("off") and (c.get("render") not in _NO_INK or _is_over(c, marks.pictures))]
    grounds = [*marks.pictures, *(shape.box for shape in marks.shapes)]
    doubtful = [c for c in shown if is_white(colour_of(c.get("non_stroking_color"))) and not _is_over(c, grounds)]
    if not coloured or not doubtful:
        return shown
    told = coloured([Box(c["x0"], c["top"], c["x1"], c["bottom"]) for c in doubtful])
    unseen = {id(c) for c, is_coloured in zip(doubtful, told, strict=True) if not is_coloured}
    return [c for c in shown if id(c) not in unseen]


def _is_over(char: Char, grounds: Sequence[Box]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in grounds)
