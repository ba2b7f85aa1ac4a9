"""Styles and lists of a Word document: how a run is set, how high a heading is, which sign stands before a list item."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.office.ooxml import Element, attribute, child, children, is_on, value

_UNSAID = ("vanish", "strike", "dstrike")
_HALF_POINTS = 2
_SIZE = 10.0
"""Points: the size of characters where a document says none."""
_NO_HEADING = 9
"""The outline level that says body text."""
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?$")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_PART = re.compile(r"%([1-9])")


@dataclass
class Styles:
    """The styles of a document by their ids, and its lists. The counters of the lists run as paragraphs ask for their signs."""

    styles: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    default: str = ""
    levels: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> "Styles":
        """From the parts of that name, where there are any."""
        own = {attribute(style, "styleId"): style for style in children(styles, "style")}
        default = next((name for name, style in own.items() if attribute(style, "type") == "paragraph" and _is_default(style)), "")
        found = cls(own, child(styles, "docDefaults", "rPrDefault", "rPr"), default)
        for abstract in children(numbering, "abstractNum"):
            for level in children(abstract, "lvl"):
                found.levels[attribute(abstract, "abstractNumId"), attribute(level, "ilvl")] = level
        for number in children(numbering, "num"):
            found.lists[attribute(number, "numId")] = value(number, "abstractNumId")
        return found

    def chain(self, name: str) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[name]
            name = value(self.styles[name], "basedOn")

    def of_paragraph(self, paragraph: Element) -> list[Element]:
        """The properties of a paragraph, the nearest first."""
        own = child(paragraph, "pPr")
        styles = self.chain(value(own, "pStyle") or self.default)
        return [found for found in (own, *(child(style, "pPr") for style in styles)) if found is not None]

    def of_run(self, run: Element, paragraph: Element) -> list[Element]:
        """The properties of a run, the nearest first."""
        own = child(run, "rPr")
        styles = (*self.chain(value(own, "rStyle")), *self.chain(value(child(paragraph, "pPr"), "pStyle") or self.default))
        found = (own, *(child(style, "rPr") for style in styles), self.defaults)
        return [properties for properties in found if properties is not None]

    def name(self, paragraph: Element) -> str:
        """The name of the paragraph's style, in small letters."""
        return value(self.styles.get(value(child(paragraph, "pPr"), "pStyle") or self.default), "name").lower()

    def heading(self, paragraph: Element) -> int:
        """The level of a heading, 1 the highest; 0 for all else."""
        names = [value(style, "name").lower() for style in self.chain(value(child(paragraph, "pPr"), "pStyle"))]
        if names[:1] == ["title"]:
            return 1
        said = next((level for p in self.of_paragraph(paragraph) if (level := value(p, "outlineLvl"))), "")
        if said.isdecimal():
            return int(said) + 1 if int(said) < _NO_HEADING else 0
        return next((int(match[1]) for name in names if (match := _HEADING.fullmatch(name))), 0)

    def item(self, paragraph: Element) -> tuple[int, str]:
        """The level of a list item (1 the outermost, 0 for no item), and the sign before it, which counts."""
        named = _LIST.match(self.name(paragraph))
        least = int(named[1] or 1) if named else 0
        numbers = next((found for p in self.of_paragraph(paragraph) if (found := child(p, "numPr")) is not None), None)
        number, level = value(numbers, "numId"), value(numbers, "ilvl") or "0"
        if number not in self.lists or not level.isdecimal():
            return (0, "") if number == "0" else (least, "•" if least else "")
        return max(least, int(level) + 1), self._sign(self.lists[number], int(level))

    def _sign(self, abstract: str, level: int) -> str:
        counters = self.counters[abstract]
        counters[level] = counters.get(level, self._start(abstract, level) - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        said = self.levels.get((abstract, str(level)))
        if value(said, "numFmt") in {"bullet", "none", ""}:
            return "•" if value(said, "numFmt") == "bullet" else ""
        return _PART.sub(lambda part: self._counted(abstract, int(part[1]) - 1), value(said, "lvlText"))

    def _start(self, abstract: str, level: int) -> int:
        start = value(self.levels.get((abstract, str(level))), "start")
        return int(start) if start.isdecimal() else 1

    def _counted(self, abstract: str, level: int) -> str:
        number = self.counters[abstract].get(level, self._start(abstract, level))
        return counted(number, value(self.levels.get((abstract, str(level))), "numFmt"))


def counted(number: int, form: str) -> str:
    """A number as a list prints it: `iii`, `C`, `7`."""
    if form.endswith("Letter") and number > 0:
        sign = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    elif form.endswith("Roman") and 0 < number < 40:  # noqa: PLR2004  no list of a report goes on to forty in Roman numbers
        sign = _roman(number)
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return sign.upper() if form.startswith("upper") else sign


def _roman(number: int) -> str:
    sign = ""
    for letters, worth in _ROMAN:
        sign += letters * (number // worth)
        number %= worth
    return sign


def is_bold(properties: list[Element]) -> bool:
    """Whether a run is set in bold."""
    return is_on(next((found for p in properties if (found := child(p, "b")) is not None), None))


def is_hidden(properties: list[Element]) -> bool:
    """Whether a run is not shown at all, or struck through."""
    return any(is_on(next((found for p in properties if (found := child(p, name)) is not None), None)) for name in _UNSAID)


def is_raised(properties: list[Element]) -> bool:
    """Whether a run stands above the line."""
    return next((said for p in properties if (said := value(p, "vertAlign"))), "") == "superscript"


def size(properties: list[Element]) -> float:
    """The size of a run's characters in points."""
    said = next((said for p in properties if (said := value(p, "sz"))), "")
    return float(said) / _HALF_POINTS if said.isdecimal() else _SIZE


def _is_default(style: Element) -> bool:
    return attribute(style, "default") not in {"", "0", "false"}
