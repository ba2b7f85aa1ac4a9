"""Sections -> one page that stands alone: it opens from a disk, asks no server for anything, and runs no script but its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from types import MappingProxyType

from publish.audit.embedded import data_to_element, script_to_permission, script_to_text
from publish.audit.files import page_file
from publish.audit.section import Section

SCRIPTS = ("page.js", "list.js")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src {}"
"""No request leads out of the page; styles may be set, scripts are named one by one."""
DATA = "<!-- data -->\n"
"""Where the data stands in page.html, behind all that is seen, so that the page is there before its pictures are."""


def section_to_html(section: Section) -> str:
    """A section as it stands in the page; which one is shown, the page decides."""
    return f'<section data-key="{section.key}" aria-labelledby="{section.key}-title" hidden>\n{section.html}</section>\n'


def section_to_link(section: Section) -> str:
    """A section's entry in the navigation."""
    count = "" if section.count is None else f' <span class="count">{section.count:,}</span>'
    return f'<li><a href="#{section.key}">{escape(section.title)}{count}</a></li>\n'


def section_to_data(section: Section) -> Iterator[str]:
    """What a section's script is given."""
    if section.data is not None:
        yield data_to_element(f"data-{section.key}", section.data)
    for name, part in section.parts:
        yield data_to_element(f"part-{section.key}-{name}", part)


def sections_to_page(title: str, sections: Sequence[Section], shared: Mapping[str, object] = MappingProxyType({})) -> Iterator[str]:
    """The page, piece by piece. The first section is the one that opens; `shared` is data that all of them find by its name."""
    scripts = [script_to_text(script) for script in (*map(page_file, SCRIPTS), *(section.script for section in sections)) if script]
    head, tail = page_file("page.html").split(DATA)
    yield Template(head).substitute(
        title=escape(title),
        policy=escape(POLICY.format(" ".join(map(script_to_permission, scripts)))),
        style="\n".join((page_file("page.css"), *(section.style for section in sections))),
        navigation="".join(map(section_to_link, sections)),
        sections="".join(map(section_to_html, sections)),
    )
    yield from (data_to_element(f"data-{name}", data) for name, data in shared.items())
    for section in sections:
        yield from section_to_data(section)
    yield from (f"<script>{script}</script>\n" for script in scripts)
    yield tail


def write_page(pieces: Iterable[str], path: Path) -> None:
    """Write a page as its pieces are made."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
