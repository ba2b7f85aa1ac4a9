"""How a page may look."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
LIGATURES = {"fi": "\N{LATIN SMALL LIGATURE FI}", "fl": "\N{LATIN SMALL LIGATURE FL}"}


@dataclass(frozen=True, slots=True)
class Look:
    """A page's look. `rules`: all, across (no lines between columns) or none; `cut`: the first long table runs over the page's end."""

    rules: str = "all"
    shaded: bool = False
    size: float = 9.0
    landscape: bool = False
    rotated: bool = False
    columns: int = 1
    narrow: bool = False
    spanning: bool = False
    merged: bool = False
    cut: bool = False
    repeated: bool = False
    ligatures: bool = False


LOOKS = {
    "ruled": Look(),
    "half_ruled": Look(rules="across"),
    "shaded": Look(rules="none", shaded=True),
    "unruled": Look(rules="none"),
    "narrow": Look(narrow=True),
    "spanning": Look(spanning=True),
    "merged": Look(merged=True),
    "cut": Look(cut=True),
    "repeated": Look(cut=True, repeated=True),
    "landscape": Look(landscape=True),
    "rotated": Look(landscape=True, rotated=True),
    "small": Look(size=6.0),
    "two_columns": Look(columns=2, size=8.0),
    "ligatures": Look(ligatures=True),
}


@cache
def fonts(look: Look) -> tuple[str, str]:
    """The plain and the bold face of a look; one that has ligatures is Bitstream Vera, which ships with reportlab."""
    if not look.ligatures:
        return PLAIN, BOLD
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    return "Vera", "VeraBd"


def set_in(look: Look, text: str) -> str:
    """Text as the typesetter sets it."""
    if look.ligatures:
        for letters, joined in LIGATURES.items():
            text = text.replace(letters, joined)
    return text
