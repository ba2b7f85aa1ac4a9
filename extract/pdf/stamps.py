"""A word in huge letters behind the text (DRAFT, COPY) -> the characters without it: it stands in the lines that are printed over it."""

from collections import Counter

from extract.chars import Chars, are_within, is_printed, to_boxes

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
    printed, huge = others[is_printed(others)], chars[are_huge]
    looks = zip(huge[["size", "font"]].tolist(), to_boxes(huge), strict=True)
    behind = {look for look, box in looks if are_within(printed, [box]).sum() >= _OVER}
    return chars[[look not in behind for look in chars[["size", "font"]].tolist()]]
