"""What of a web page is no part of its report: navigation, banners, forms, footers, what nobody sees. Said by meaning, never by place.

Nothing is dropped that holds a table of figures or the page's main heading.

What is hidden is dropped unless something on the page opens it (an accordion, a tab): a reader comes to see it. `aria-hidden` is seen,
and stays; words for screen readers alone are dropped where others stand beside them, for they say the same again.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.web.names import ELEMENTS, NAMES, ROLES
from extract.web.tree import walk, words_of

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore")
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_STRUCK_CLASS = re.compile(r"(?:^|[}/,])\s*\w*\.([\w-]+)\s*\{[^{}]*text-decoration(?:-line)?\s*:[^;{}]*line-through", re.IGNORECASE)
"""A class that a page's own style sheet strikes through, by itself and wherever it stands."""
_TOKEN = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OPENERS = ("aria-controls", "data-target", "data-bs-target", "href")
_FRAMES = frozenset({"div", "section", "td"})
_HOMES = frozenset({"main", "article"})
_NAMED = frozenset({"caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "table", "td", "th"})
"""What a page may say to screen readers only and yet says of what stands around it."""
_LINKED = 0.6
"""Share of the letters of a part that stand in links, from which it is a list of links and no text."""
_MOSTLY = 0.4
"""Share of the page's letters from which a part is no furniture, whatever its name."""
_MAIN = 0.3
"""Share of the letters that the main part must hold to be the report."""


@dataclass(slots=True)
class _Facts:
    """What an element holds: letters, letters in links, main headings, and whether controls, a question, a figure in a table.

    `home`: it stands within the main part or an article.
    """

    letters: int = 0
    linked: int = 0
    titles: int = 0
    control: bool = False
    question: bool = False
    figures: bool = False
    home: bool = False

    def add(self, other: "_Facts") -> None:
        self.letters += other.letters
        self.linked += other.linked
        self.titles += other.titles
        self.control |= other.control
        self.question |= other.question
        self.figures |= other.figures


@dataclass(frozen=True, slots=True)
class Frame:
    """`dropped`: the elements that are no part of the report; `around`: the page's own headers and footers among them."""

    dropped: frozenset[HtmlElement]
    around: tuple[HtmlElement, ...]


def tree_to_frame(root: HtmlElement) -> Frame:
    """Tell the report from the page around it; the words of what is struck through are taken out of the tree."""
    _blank(root)
    unseen = frozenset(_unseen(root))
    facts = _facts(root, unseen)
    frame = [element for element, held in facts.items() if _is_furniture(element, held, facts[root])]
    dropped = unseen | frozenset(frame)
    around = tuple(element for element in frame if _is_around(element, facts[element]))
    return Frame(dropped | frozenset(_outside_main(root, dropped)), around)


def _unseen(root: HtmlElement) -> Iterator[HtmlElement]:
    opened = {element.get(name, "").lstrip("#") for element in root.iter() for name in _OPENERS if element.get(name)}
    yield from (
        element for element in root.iter() if element.tag in ELEMENTS["never"] or _is_hidden(element, opened) or _is_spoken_only(element)
    )


def _blank(root: HtmlElement) -> None:
    """Take the words out of what is struck through: a cell without words keeps its place in its row."""
    struck = {name for sheet in root.iter("style") for name in _STRUCK_CLASS.findall(sheet.text or "")}
    for element in list(root.iter()):
        if _STRUCK_STYLE.search(words_of(element, "style")) or not struck.isdisjoint(str(element.get("class") or "").split()):
            del element[:]
            element.text = None


def _is_hidden(element: HtmlElement, opened: Container[str]) -> bool:
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(words_of(element, "style")):
        return element.get("role") != "tabpanel" and element.get("id") not in opened
    if element.tag == "noscript":
        return element.find(".//table") is None
    return element.tag == "button" and not _is_heading_button(element)


def _is_spoken_only(element: HtmlElement) -> bool:
    if not NAMES["spoken"] & set(words_of(element, "class").split()) or element.tag in _NAMED:
        return False
    above, before, behind = element.getparent(), element.getprevious(), element.getnext()
    texts = [element.tail, above.text, *(text for other in (before, behind) if other is not None for text in (other.text, other.tail))]
    return element.tag == "a" or any(text and text.strip() for text in texts)


def _is_heading_button(element: HtmlElement) -> bool:
    """A button in a heading, or one that opens a part of the page, is the heading of that part."""
    within = element.getparent()
    return element.get("aria-expanded") is not None or (within is not None and re.fullmatch(r"h\d", str(within.tag)) is not None)


def _facts(root: HtmlElement, unseen: frozenset[HtmlElement]) -> dict[HtmlElement, _Facts]:
    """The facts of every element that can be seen, counted from the innermost outwards."""
    facts: dict[HtmlElement, _Facts] = {}
    held: list[_Facts] = []
    links = cells = homes = 0
    for step in walk(root, unseen):
        tag = step.element.tag
        if step.kind == "start":
            held.append(_Facts(control=tag in {"button", "form", "label"}, titles=int(tag == "h1"), home=homes > 0))
            links, cells, homes = links + (tag == "a"), cells + (tag == "td"), homes + _is_home(step.element)
        elif step.kind == "end":
            links, cells, homes = links - (tag == "a"), cells - (tag == "td"), homes - _is_home(step.element)
            facts[step.element] = done = held.pop()
            if held:
                held[-1].add(done)
        elif step.text and held:
            letters = len("".join(step.text.split()))
            figure = cells > 0 and any(map(str.isdigit, step.text))
            held[-1].add(_Facts(letters, letters if links else 0, question="?" in step.text, figures=figure))
    return facts


def _names(element: HtmlElement) -> Iterator[frozenset[str]]:
    """The words of each class and of the id."""
    for name in (*str(element.get("class") or "").split(), str(element.get("id") or "")):
        yield frozenset(_TOKEN.findall(_CAMEL.sub(" ", name).lower()))


def _is_furniture(element: HtmlElement, facts: _Facts, whole: _Facts) -> bool:
    only_title = 0 < facts.titles == whole.titles
    if element.tag in {"html", "body", "main", "article"} or element.get("role") == "main" or only_title or facts.figures:
        return False
    if element.tag in ELEMENTS["furniture"] or element.get("role") in ROLES["furniture"] or _is_around(element, facts):
        return True
    if element.tag == "aside" and not facts.home:
        return True
    if element.tag in {"ul", "ol"} and 0 < facts.letters == facts.linked:
        return True
    return facts.letters <= _MOSTLY * whole.letters and _is_named_so(element, facts)


def _is_named_so(element: HtmlElement, facts: _Facts) -> bool:
    words = frozenset[str]().union(*_names(element))
    made_so = facts.control or facts.question or facts.linked >= _LINKED * facts.letters
    return bool(words & NAMES["furniture"]) or (made_so and bool(words & NAMES["perhaps"]))


def _is_around(element: HtmlElement, facts: _Facts) -> bool:
    """The header or footer of the page."""
    if element.tag == "footer" or element.get("role") in {"banner", "contentinfo"}:
        return True
    named = any(words & NAMES["frame"] and words <= NAMES["company"] for words in _names(element))
    return (element.tag == "header" or (named and element.tag in _FRAMES)) and not facts.home


def _is_home(element: HtmlElement) -> bool:
    return element.tag in _HOMES or element.get("role") == "main"


def _outside_main(root: HtmlElement, dropped: frozenset[HtmlElement]) -> Iterator[HtmlElement]:
    """What stands beside the main part, if there is one that holds the text and all tables of figures."""
    facts = _facts(root, dropped)
    main = next((e for e in facts if e.tag == "main" or e.get("role") == "main"), None)
    if main is None:
        articles = [element for element in facts if element.tag == "article" and not facts[element].home]
        main = articles[0] if len(articles) == 1 else None
    if main is None or facts[main].letters < _MAIN * facts[root].letters:
        return
    kept = {main, *main.iterancestors()}
    beside = [element for above in main.iterancestors() for element in above if element not in kept and element in facts]
    titled = facts[main].titles > 0
    if not any(facts[element].figures or (facts[element].titles and not titled) for element in beside):
        yield from beside
