"""The text of a web page as a reader sees it: lines as they break, raised figures raised, nothing that does not print."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from extract.plain.markup import SUPERSCRIPT
from extract.unseen import SEEN
from extract.web.names import ELEMENTS
from extract.web.tree import Step, words_of
from schemas import Text

_BOLD_TAGS = frozenset({"b", "strong", "th"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|mso-bidi-font-weight\s*:\s*bold(?!.*font-weight\s*:\s*normal)")
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super")
_NOTE_LINK = re.compile(r"#(?:_?ftn|fn|footnote|note|_edn|endnote)", re.IGNORECASE)
_RAISED = re.compile(r"\s*[\[(]?(\d{1,2})[\])]?\s*")
_BLANKS = re.compile(r"[^\S\n]+")
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b|position\s*:\s*absolute")


def is_block(element: HtmlElement) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag in ELEMENTS["blocks"] or _BLOCK_STYLE.search(words_of(element, "style")) is not None


def is_bold(element: HtmlElement) -> bool:
    """Whether an element itself sets its words in bold."""
    return element.tag in _BOLD_TAGS or _BOLD_STYLE.search(words_of(element, "style")) is not None


def _is_raised(element: HtmlElement) -> bool:
    noted = element.tag == "a" and _NOTE_LINK.match(str(element.get("href") or "")) is not None
    return noted or element.tag == "sup" or _RAISED_STYLE.search(words_of(element, "style")) is not None


class Lines:
    """The words of a part of a page, taken step by step; blocks inside it begin a new line."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._raised = self._bold = self._kept = 0
        self._letters = self._bold_letters = 0
        self._ended: HtmlElement | None = None

    def take(self, step: Step) -> None:
        """Go one step on."""
        element = step.element
        if step.kind == "text":
            self._write(step.text)
            return
        change = {"start": 1, "end": -1}.get(step.kind, 0)
        self._raised += change * _is_raised(element)
        self._bold += change * is_bold(element)
        self._kept += change * (element.tag in {"pre", "textarea"})
        if element.tag == "br" and step.kind == "start":
            self._parts.append("\n")
        elif is_block(element):
            self.break_line()
        elif step.kind == "start" and self._ended is not None and element.getprevious() is self._ended and not self._ended.tail:
            self._part(element)
        self._ended = element if step.kind == "end" else self._ended

    def break_line(self) -> None:
        """Go on with a new line, unless one has just begun."""
        if self._parts and self._parts[-1] != "\n":
            self._parts.append("\n")

    def say(self, words: str) -> None:
        """Write words that a browser prints of itself."""
        self._parts.append(words)

    def _write(self, text: str) -> None:
        seen = text.translate(SEEN)
        if not self._kept:
            seen = " ".join(seen.split("\n"))
        if self._raised and (mark := _RAISED.fullmatch(seen)):
            seen = mark[1].translate(SUPERSCRIPT)
        if seen:
            self._parts.append(seen)
            letters = len("".join(seen.split()))
            self._letters += letters
            self._bold_letters += letters if self._bold else 0

    def _part(self, element: HtmlElement) -> None:
        """Boxes side by side (a label, a value) touch in the page's source and not on the screen."""
        last = next((part for part in reversed(self._parts) if part), "")
        first = str(element.text or "")
        classed = element.get("class") is not None and element.tag == "span"
        if classed and last[-1:].isalnum() and first[:1].isalnum() and last[-1:].isdigit() != first[:1].isdigit():
            self._parts.append(" ")

    @property
    def ends_paragraph(self) -> bool:
        """Whether a blank line has just been written."""
        tail = [part for part in self._parts[-3:] if part == "\n" or part.strip()]
        return tail[-2:] == ["\n", "\n"]

    @property
    def all_bold(self) -> bool:
        """Whether every letter is bold."""
        return 0 < self._letters == self._bold_letters

    def text(self) -> Text:
        """What has been written, without blank lines."""
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self._parts).split("\n"))
        return Text.of("\n".join(" ".join(line.split()) for line in lines if line))

    def clear(self) -> None:
        """Forget what has been written; how it is set goes on."""
        self._parts.clear()
        self._letters = self._bold_letters = 0


def steps_to_text(steps: Iterable[Step]) -> Text:
    """The text of a cell or caption; an entry of a list begins with its sign."""
    lines = Lines()
    for step in steps:
        lines.take(step)
        if step.kind == "start" and step.element.tag == "li":
            lines.say("• ")
    return lines.text()
