"""The elements of an Office file's parts by their local names, which are the same in every dialect."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

__all__ = ["Element", "attribute", "child", "children", "descendants", "is_on", "local", "value"]

OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """An attribute, whichever its namespace; nothing where there is none."""
    found = () if element is None else element.attrib.items()
    return next((str(value) for key, value in found if str(key).rpartition("}")[2] == name), "")


def children(element: Element | None, name: str) -> list[Element]:
    """The children of that name."""
    return [] if element is None else [child for child in element if local(child) == name]


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, its first child of the second name, and so on."""
    for name in names:
        element = next(iter(children(element, name)), None)
    return element


def value(element: Element | None, *names: str) -> str:
    """The `val` of a descendant, the names of its ancestors first."""
    return attribute(child(element, *names), "val")


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and on."""
    return element is not None and attribute(element, "val") not in OFF


def descendants(element: Element, name: str) -> Iterator[Element]:
    """All elements of that name below, in their order."""
    return (found for found in element.iter() if local(found) == name)
