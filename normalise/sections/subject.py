"""A section -> the service that it is about: what tables name, its heading, or what stands below it."""

import re

from normalise.narrative.told import is_of_service
from normalise.reading import Reading, Services
from normalise.sections.headline import states_figures
from normalise.sections.lines import is_line
from normalise.sections.naming import figures_of, is_service, repeated_by, speaks_of_report
from normalise.sections.part import Part
from normalise.setting import Setting, caption_to_axis, caption_to_meaning
from normalise.tables.axes import clean_label
from normalise.words.heading import axis_of
from schemas import Passage, Section
from schemas.vocabulary import tokens

_NUMBERING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")
"""The number of a heading."""


def fold(name: str) -> tuple[str, ...]:
    """A name without capitals, dashes and signs, to compare it."""
    return tokens(name.replace("&", " and "))


def reading_to_service(reading: Reading, services: Services, setting: Setting, *, headed: bool) -> str | None:
    """The service that a section is about: "" for none, None where its heading does not tell and nothing else does.

    A heading names a service if a table does too, in a row, a column or its corner, if the same table or list stands under other headings,
    if what stands below it (a scope, commitments, an analysis) is what reports print of a service, if its words are those of services, or
    if a sentence below begins with them. One that speaks of complaints in other words names none.
    """
    part = reading.part
    known = {fold(name) for name in services}
    named = next((name for name in (part.service, part.parent) if fold(name) in known), "")
    told = any(section in {Section.SCOPE, Section.SERVICE_COMMENT} for _, section in part.blocks) or any(
        is_of_service(grid, setting.words) for grid in part.grids
    )
    if not named and _is_corner(part) and not axis_of(part.heading, setting.words):
        named = part.heading
    if named:
        return clean_label(named)
    if part.service and (told or headed or part.tells_cases):
        return clean_label(part.service)
    if is_service(part.service, setting.words):
        return clean_label(_NUMBERING.sub("", part.service))
    scope = caption_to_meaning(part.service, setting).service
    if scope or (part.service and _is_of_report(part.service, setting)):
        return scope or _around(part, known)
    if part.unnamed or part.service:
        return clean_label(part.service) if _is_subject(part) else repeated_by(figures_of(reading.own), services) or None
    return ""


def _around(part: Part, known: set[tuple[str, ...]]) -> str:
    """The service of the heading that a mere line stands below; "" where that names none that a table names."""
    return next((clean_label(name) for name in part.above[:1] if not part.level and fold(name) in known), "")


def _is_corner(part: Part) -> bool:
    """Whether the corner of a table repeats the heading of its section."""
    return bool(part.heading) and any(fold(str(grid.rows[0][0].text)) == fold(part.heading) for grid in part.grids)


def _is_subject(part: Part) -> bool:
    """Whether a sentence below a heading begins with its words: *Legal Services received three complaints*."""
    name = fold(part.service)
    return bool(name) and any(fold(str(b.text))[: len(name)] == name for b, _ in part.blocks if isinstance(b, Passage) and not is_line(b))


def _is_of_report(heading: str, setting: Setting) -> bool:
    """Whether a heading says what its tables are broken down by, is the report's title, states a figure, or speaks of all complaints."""
    plain = speaks_of_report(heading, setting.words) or setting.is_title(heading)
    return bool(caption_to_axis(heading, setting.words)) or plain or states_figures(heading, setting)
