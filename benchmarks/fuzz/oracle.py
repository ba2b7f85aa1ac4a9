"""Whether the figures read from a mutated file stand in it, by another way of looking than our readers'.

What a file says is taken from its bytes with the tags away, of a PDF from PDFium's text and from the strings in its objects. A figure is
invented if no number there is its value. That a number stands there with another meaning, no oracle can know.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from benchmarks.fuzz.inside import PDF, ZIP, pdf_to_objects
from extract import page_texts
from schemas import Figure, State

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\.\d+")
_TAGS = (re.compile(r"<[^<>]*>"), re.compile(r"<[^>]*>"))
"""A broken tag ends before the next one, or as a browser has it with that."""
_STRING = re.compile(r"\(((?:[^()\\]|\\.)*)\)")
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
HUNDRED = 100
"""A spreadsheet shows 0.25 as 25%."""

Key = tuple[str, str, str]


def key(figure: Figure) -> Key:
    """What a figure says, as far as a mutation elsewhere leaves it alone."""
    return str(figure.value), figure.service, figure.measure


def invented(figures: Iterable[Figure], known: set[Key], said: "Said") -> list[Figure]:
    """The figures that neither the original has nor the mutated file says."""
    new = (figure for figure in figures if figure.state is State.REPORTED and key(figure) not in known)
    return [figure for figure in new if not said.explains(figure)]


class Said:
    """What a mutated file says; asked only where a figure is new."""

    def __init__(self, path: Path) -> None:
        """Of a file as it stands on the disk."""
        self._path = path

    def explains(self, figure: Figure) -> bool:
        """Whether the figure's value stands in the file: in digits, or else its words do."""
        if not re.search(r"\d", figure.text):
            return squeezed(figure.text) in self._squeezed
        return any(is_value(number, figure.value) for number in self._numbers) or squeezed(figure.text) in self._squeezed

    @cached_property
    def _texts(self) -> list[str]:
        content = self._path.read_bytes()
        if content.startswith(PDF):
            return [*page_texts(self._path), *printed(content)]
        bare = [text for part in parts(content) for text in part_to_texts(part)]
        return [*bare, *(tag.sub(instead, text) for text in bare for tag in _TAGS for instead in (" ", ""))]

    @cached_property
    def _squeezed(self) -> str:
        return "\0".join(map(squeezed, self._texts))

    @cached_property
    def _numbers(self) -> set[Decimal]:
        return {number for text in self._texts for number in text_to_numbers(text)}


def printed(content: bytes) -> Iterator[str]:
    """The strings of a PDF, wherever they are drawn: PDFium may find fewer pages of a broken file than we do."""
    for part in pdf_to_objects(content).values():
        yield from _STRING.findall(part.decode("latin-1"))


def parts(content: bytes) -> Iterator[bytes]:
    """What an archive holds; of another file its content."""
    if not content.startswith(ZIP):
        yield content
        return
    with ZipFile(BytesIO(content)) as archive:
        for part in archive.infolist():
            yield archive.read(part)


def part_to_texts(part: bytes) -> Iterator[str]:
    """The text of some bytes, in every encoding that they may be meant in."""
    for encoding in _ENCODINGS:
        text = part.decode(encoding, "ignore")
        yield unescape(text)


def squeezed(text: str) -> str:
    """Text without what a line's end or a style may add."""
    return re.sub(r"\s", "", text).casefold()


def text_to_numbers(text: str) -> Iterator[Decimal]:
    """The numbers of a text: with commas between thousands, or each part by itself."""
    for match in _NUMBER.findall(text):
        for form in {match.replace(",", ""), *match.split(",")}:
            try:
                yield Decimal(form)
            except InvalidOperation:
                continue


def is_value(number: Decimal, value: Decimal | None) -> bool:
    """Whether a number of the file, shown with as many decimals as the figure has, is its value."""
    if value is None:
        return False
    return any(abs(shown - abs(value)) * 2 <= Decimal(1).scaleb(int(value.as_tuple().exponent)) for shown in (number, number * HUNDRED))
