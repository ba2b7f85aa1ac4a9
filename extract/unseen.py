"""Characters that stand in words and figures and print nothing: soft hyphens, joiners, marks of direction; and digits of double width."""

_JOINERS = "\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}"
_MARKS = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))
SEEN = {**dict.fromkeys([*map(ord, _JOINERS), *_MARKS]), **{0xFF10 + digit: str(digit) for digit in range(10)}}
"""For `str.translate`: what is seen of a text."""
