"""A word in huge letters behind the text (DRAFT, COPY) -> the characters without it: it stands in the lines that are printed over it."""

from collections import Counter

import numpy as np

from extract.chars import Chars, is_printed, middles

_HUGE = 2.5
"""Of the size that most characters of the page have."""
_OVER = 3
"""Characters printed over one before it is behind them: a large figure touches its neighbours at most."""


def without_stamps(chars: Chars) -> Chars:
    """The characters without those of a size and font of which one stands behind several others."""
    sizes = Counter(chars["size"].tolist())
    are_huge = chars["size"] > _HUGE * max(sizes, key=sizes.__getitem__, default=0.0)
    if not are_huge.any():
        return chars
    others = chars[~are_huge]
    x, y = middles(others[is_printed(others)])
    behind = {
        (huge["size"], huge["font"])
        for huge in chars[are_huge]
        if np.sum((huge["x0"] < x) & (x < huge["x1"]) & (huge["top"] < y) & (y < huge["bottom"])) >= _OVER
    }
    return chars[[look not in behind for look in chars[["size", "font"]].tolist()]]
