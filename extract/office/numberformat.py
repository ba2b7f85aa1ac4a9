"""A stored number or date and its format code -> what a spreadsheet or a chart shows."""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?,*")
_GENERAL = 10
"""Significant digits that a cell of usual width shows of a number without a format."""
_MOMENT = re.compile(r"am/pm|d+|m+|y+|h+|s+|.", re.DOTALL)
_FORMS = {
    ("d", 1): "%d",
    ("d", 2): "%d",
    ("d", 3): "%a",
    ("d", 4): "%A",
    ("y", 1): "%y",
    ("y", 2): "%y",
    ("y", 3): "%Y",
    ("y", 4): "%Y",
    ("s", 1): "%S",
    ("s", 2): "%S",
}
_LARGEST = Decimal(10) ** 15
"""What a spreadsheet does not hold to its last digit is no count of anything."""
_HELD = 0xF0000
"""A private area of Unicode, where quoted signs wait until the number is put in."""


def shown(value: str, code: str = "General") -> str:
    """The number as its format shows it; text is shown as it is, a format that is not understood as no format."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number) >= _LARGEST:
        return value
    section, several = _section(number, code), ";" in code
    if several and not section:
        return ""
    held = _QUOTED.sub(_hold, section)
    found = _DIGITS.search(held)
    if found is None and several and held:
        return _released(held)
    if found is None or "general" in held.lower() or "/" in held or "e+" in held.lower():
        return general(number)
    return _released(_put(abs(number) if several else number, held, found))


def _released(held: str) -> str:
    """The text with its quoted signs put back."""
    return "".join(chr(ord(sign) - _HELD) if ord(sign) >= _HELD else sign for sign in held).strip()


def general(number: Decimal) -> str:
    """A number without a format: as many digits as a cell shows, no noise of binary fractions."""
    return f"{float(f'{number:.{_GENERAL}g}'):.{_GENERAL}f}".rstrip("0").rstrip(".")


def _section(number: Decimal, code: str) -> str:
    """The part of a code that is for positive numbers, negative ones or zero; an empty one shows nothing."""
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if number < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if number == 0 and len(parts) > 2 else parts[0]  # noqa: PLR2004  positive; negative; zero


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


def moment_shown(moment: datetime | date | time, code: str) -> str:
    """A date or a time of day as its format shows it."""
    plain = _QUOTED.sub(lambda match: match[1] or match[2] or "", code.partition(";")[0]).lower()
    if not re.search(r"[dmyhs]", plain):
        return moment.isoformat()
    twelve = "am/pm" in plain
    pieces = _MOMENT.findall(plain)
    return "".join(_piece(piece, moment, twelve=twelve, minutes=_is_minutes(pieces, n)) for n, piece in enumerate(pieces)).strip()


def _is_minutes(pieces: list[str], at: int) -> bool:
    """Whether an m is a minute: the nearest letters before it are hours, or behind it seconds."""
    before = next((piece[0] for piece in reversed(pieces[:at]) if piece[0] in "dmyhs"), "")
    behind = next((piece[0] for piece in pieces[at + 1 :] if piece[0] in "dmyhs"), "")
    return before == "h" or behind == "s"


def _piece(piece: str, moment: datetime | date | time, *, twelve: bool, minutes: bool) -> str:
    letter, length = piece[0], len(piece)
    if piece == "am/pm":
        return moment.strftime("%p")
    if letter not in "dmyhs" or (isinstance(moment, time) and letter in "dy") or (type(moment) is date and letter in "hs"):
        return piece
    form = _FORMS.get((letter, min(length, 4)), "")
    if letter == "m":
        form = "%M" if minutes else {1: "%m", 2: "%m", 3: "%b"}.get(length, "%B")
    elif letter == "h":
        form = "%I" if twelve else "%H"
    text = moment.strftime(form)
    return text.lstrip("0") or "0" if length == 1 else text
