"""A word in huge letters behind the text (DRAFT, COPY) -> the characters without it: it stands in the lines that are printed over it."""

from collections import Counter

from extract.marks import Char

_HUGE = 2.5
"""Of the size that most characters of the page have."""
_OVER = 3
"""Characters printed over one before it is behind them: a large figure touches its neighbours at most."""


def without_stamps(chars: list[Char]) -> list[Char]:
    """The characters without those of a size and font of which one stands behind several others."""
    sizes = Counter(char["size"] for char in chars)
    largest = _HUGE * max(sizes, key=sizes.__getitem__, default=0.0)
    huge = [char for char in chars if char["size"] > largest]
    behind = {_look(char) for char in huge if sum(_is_over(other, char) for other in chars if other["size"] <= largest) >= _OVER}
    return [char for char in chars if _look(char) not in behind] if behind else chars


def _look(char: Char) -> tuple[float, str]:
    return char["size"], char["fontname"]


def _is_over(char: Char, huge: Char) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(not char["text"].isspace() and huge["x0"] < x < huge["x1"] and huge["top"] < y < huge["bottom"])
