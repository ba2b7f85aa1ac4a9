"""A stored number and its format code -> what a spreadsheet or a chart shows."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?,*")
_GENERAL = 10
"""Significant digits that a cell of usual width shows of a number without a format."""
_HELD = 0xF0000
"""A private area of Unicode, where quoted signs wait until the number is put in."""


def shown(value: str, code: str = "General") -> str:
    """The number as its format shows it; text is shown as it is, a format that is not understood as no format."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    section = _section(number, code)
    held = _QUOTED.sub(_hold, section)
    found = _DIGITS.search(held)
    if found is None or "general" in held.lower() or "/" in held or "e+" in held.lower():
        return general(number)
    several = ";" in code
    text = _put(abs(number) if several else number, held, found)
    return "".join(chr(ord(sign) - _HELD) if ord(sign) >= _HELD else sign for sign in text).strip()


def general(number: Decimal) -> str:
    """A number without a format: as many digits as a cell shows, no noise of binary fractions."""
    text = f"{number:.{_GENERAL}g}"
    return f"{Decimal(text):f}" if "e" in text.lower() else text


def _section(number: Decimal, code: str) -> str:
    """The part of a code that is for positive numbers, negative ones or zero."""
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if number < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if number == 0 and len(parts) > 2 and parts[2] else parts[0]  # noqa: PLR2004  positive; negative; zero


def _hold(match: re.Match[str]) -> str:
    """A quoted text or a currency sign, out of the way of the digits; spaces and colours are nothing."""
    return "".join(chr(_HELD + ord(sign)) for sign in match[1] or match[2] or match[5] or "")


def _put(number: Decimal, held: str, found: re.Match[str]) -> str:
    digits = found[0]
    thousands = len(digits) - len(digits.rstrip(","))
    whole, _, fraction = digits.rstrip(",").partition(".")
    scaled = number * 100 if "%" in held else number
    rounded = (scaled / 1000**thousands).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{abs(rounded):{',' if ',' in whole else ''}f}"
    least = fraction.rstrip("#?")
    while fraction and text.endswith("0") and len(text.partition(".")[2]) > len(least):
        text = text[:-1]
    text = text.rstrip(".").zfill(whole.replace(",", "").count("0"))
    return f"{'-' if rounded < 0 else ''}{held[: found.start()]}{text}{held[found.end() :]}"
