"""One line or cell of a text file -> its printed lines: tags, markdown and entities become the words a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from extract.joins import BULLETS

_TAGS = "a|b|br|div|em|font|i|li|ol|p|s|small|span|strong|sub|sup|u|ul"
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_TAGS})\b[^<>]*>", re.IGNORECASE)
_STRAY = re.compile(rf"<(?!/?(?:{_TAGS})\b[^<>]*>)", re.IGNORECASE)
_LISTS = {"li", "ol", "ul"}
_BLOCKS = {"br", "div", "li", "ol", "p", "ul"}
_FLAT = {"br", "li", "p"}
"""Tags that hold none of their own kind, closed or not."""
_DEEPEST = 50
"""Tags within tags: from here on it is no writing, and a parser that goes down into them comes to an end of its own."""
_BOLD = re.compile(r"<(b|strong)\b[^<>]*>(?:(?!<\1\b).)*?</\1>|\*\*\*.+?\*\*\*|\*\*.+?\*\*", re.IGNORECASE)
_BOOKMARK = re.compile(r"\[bookmark:[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:https?:|mailto:|www\.|[#/])[^()\s]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_EMPHASIS = (
    re.compile(r"\*\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*\*"),
    re.compile(r"\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(?P<text>.{1,2000}?)(?<=[^\s_])\1(?!\w)"),
)
_GLUED = re.compile(r"(?<=:)\*\*(?=[^\s*])|\*{4}(?=[^\s*])")
_SAFE = 0xF0000
"""A private area of Unicode, where an escaped sign waits until emphasis is removed."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line of a cell or passage; `item`: it is an entry of a list."""

    text: str
    item: bool = False


def pieces(raw: str) -> list[Piece]:
    """The printed lines; a list's entry begins with its sign, `•` where none is printed."""
    shown = _BOOKMARK.sub("", raw)
    if _is_deep(shown):
        shown = _TAG.sub(lambda tag: "\n" if tag["name"].lower() in _BLOCKS else "", shown)
    if _TAG.search(shown):
        soup = BeautifulSoup(_STRAY.sub("&lt;", shown), "lxml")
        found = [piece for block in _blocks(soup) for piece in block.pieces()]
    else:
        found = [Piece(line) for line in unescape(shown).splitlines()]
    plain = (Piece(" ".join(plain_text(piece.text).split()), piece.item) for piece in found)
    return [piece for piece in plain if piece.text]


def _is_deep(shown: str) -> bool:
    """Whether tags stand within tags beyond all reason."""
    depth = 0
    for tag in _TAG.finditer(shown):
        if tag["name"].lower() not in _FLAT:
            depth = max(0, depth - 1) if tag["close"] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def printed(raw: str) -> str:
    """The printed lines, one below the other."""
    return "\n".join(piece.text for piece in pieces(raw))


def is_bold(raw: str) -> bool:
    """Whether every word is set in bold."""
    rest, bold = _BOLD.subn("", _BOOKMARK.sub("", raw))
    return bool(bold) and not re.search(r"\w", unescape(_TAG.sub("", rest)))


def glued(raw: str) -> list[str]:
    """The pieces of a line in which a converter has run bold headings together (`A:**B****C**`), each as a line of its own."""
    if not _GLUED.search(raw):
        return [raw]
    return [part for part in re.split(r"(\*\*.+?\*\*)", raw) if part.strip()]


def plain_text(shown: str) -> str:
    """Without links, emphasis and escapes."""
    held = _ESCAPE.sub(lambda sign: chr(_SAFE + ord(sign[1])), shown)
    held = _LINK.sub(r"\1", held)
    for emphasis in _EMPHASIS:
        held = emphasis.sub(lambda found: found["text"] if "text" in found.re.groupindex else found[1], held)
    return "".join(chr(ord(sign) - _SAFE) if _SAFE < ord(sign) < _SAFE + 0x80 else sign for sign in held)


@dataclass
class _Block:
    """The text between two breaks, and the list it stands in."""

    text: str = ""
    listed: str = ""

    def pieces(self) -> list[Piece]:
        text = " ".join(self.text.split())
        if not text:
            return []
        if self.listed == "li":
            return [Piece(text if _sign(text) else f"• {text}", item=True)]
        return _entries(text) if self.listed else [Piece(text)]


def _blocks(soup: BeautifulSoup) -> list[_Block]:
    blocks = [_Block()]
    for node, listed in _strings(soup, ""):
        if node is None:
            blocks.append(_Block())
        else:
            blocks[-1].text += node
            blocks[-1].listed = blocks[-1].listed or listed
    return blocks


def _strings(tag: Tag, listed: str) -> Iterator[tuple[str | None, str]]:
    """Each string with the list it stands in; None where a new line begins."""
    within = listed
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield str(child), within
        elif isinstance(child, Tag):
            breaks = child.name in _BLOCKS
            if breaks:
                yield None, ""
            inner = child.name if child.name in _LISTS else "" if within in {"ul", "ol"} and child.name == "p" else within
            for text, entry in _strings(child, inner):
                yield (text.translate(SUPERSCRIPT) if text and child.name == "sup" else text), entry
            if breaks:
                yield None, ""
        if within == "li" and child.get_text(strip=True):
            within = "" if isinstance(child, Tag) and child.name in _BLOCKS else within


def _sign(text: str) -> str:
    """The list sign a line begins with, if it does."""
    if text[0] in BULLETS:
        return text[0]
    return text[0] if text[:2] in {"- ", "* ", "o "} else ""


def _entries(text: str) -> list[Piece]:
    """The entries of a list that a converter has run together; each begins with the sign that the first one has."""
    sign = _sign(text)
    if not sign:
        return [Piece(text)]
    around = (r"\s*", r"\s*") if sign in BULLETS else (r"(?:^|(?<=\s))", r"\s")
    parts = re.split(f"{around[0]}{re.escape(sign)}{around[1]}", text)
    return [Piece(f"{sign} {part.strip()}", item=True) for part in parts if part.strip()]
