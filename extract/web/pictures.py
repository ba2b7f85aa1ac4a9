"""Pictures of a web page -> those that are said to be charts or tables."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from extract.web.names import PICTURES
from extract.web.tree import walk
from schemas import Picture, Place

_WORD = re.compile(r"[a-z]+")


def tree_to_pictures(root: HtmlElement, dropped: AbstractSet[HtmlElement]) -> tuple[Picture, ...]:
    """Those of the report, also where a program draws them, each with what is said of it and the nearest anchor at or above it."""
    told = {element: said for element in root.iter(*PICTURES["elements"]) if _is_chart(said := _said(element))}
    return tuple(_placed(root, dropped - told.keys(), told)) if told else ()


def _placed(root: HtmlElement, dropped: AbstractSet[HtmlElement], told: dict[HtmlElement, str]) -> Iterator[Picture]:
    anchor = ""
    for kind, element, _ in walk(root, dropped):
        if kind == "start":
            anchor = str(element.get("id") or anchor)
            if element in told:
                yield Picture(Place(anchor=anchor), told[element])


def _said(element: HtmlElement) -> str:
    """Its description and its caption; where it has neither, the name of its file."""
    described = [" ".join(str(element.get(name) or "").split()) for name in sorted(PICTURES["said"])]
    titles = [" ".join(title.text_content().split()) for title in element.iterchildren("title")]
    figure = next(element.iterancestors("figure"), None)
    captions = [] if figure is None else [" ".join(caption.text_content().split()) for caption in figure.iter("figcaption")]
    said = ". ".join(dict.fromkeys(filter(None, [*described, *titles, *captions])))
    return said or ("" if element.get("alt") == "" else _file_name(str(element.get("src") or element.get("data") or "")))


def _file_name(address: str) -> str:
    try:
        return "" if address.startswith("data:") else unquote(urlsplit(address).path).rpartition("/")[2]
    except ValueError:  # it is no address
        return ""


def _is_chart(said: str) -> bool:
    return not PICTURES["drawn"].isdisjoint(_WORD.findall(said.lower()))
