"""Sections whose headings name services because of what stands below or beside them: their words alone would not tell."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from normalise.lists.entries import text_to_listing
from normalise.narrative.told import without_bullet
from normalise.sections.naming import is_called_service, is_service, may_be_service, speaks_of_report
from normalise.sections.part import Part
from normalise.setting import Setting, grid_says_periods
from normalise.tables.layout import grid_to_layout
from schemas import Passage, PassageKind
from schemas.vocabulary import tokens

_LISTED = 2
"""Entries of a list that stands under several headings, at the least: one label may stand anywhere."""
_SENTENCE = 6
"""Words of a sentence that stands under several headings, at the least."""
_NUMBERS = re.compile(r"\d[\d,.]*")


def parts_to_headed(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The identities of the sections whose heading tells them apart from others of their kind, and so names their service."""
    alike = _tabled_alike(parts, setting) | _listed_alike(parts, setting) | _told_alike(parts, setting)
    return alike | _among_services(parts, setting) | _between_services(parts, setting)


def _tabled_alike(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The sections whose table of periods stands under other headings too."""
    kinds: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        for grid in part.grids:
            layout = grid_to_layout(grid, setting.words) if part.service and grid_says_periods(grid, setting) else None
            if layout is not None:
                kinds.setdefault(tuple(str(cell.text) for r in layout.heads for cell in grid.rows[r][1:]), []).append(part)
    return _several(kinds.values())


def _listed_alike(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The sections whose list of labels and figures stands under other headings too, none of which is the report's own."""
    kinds: dict[tuple[tuple[str, ...], ...], list[Part]] = {}
    for part in parts:
        labels = _labels(part) if part.service and not speaks_of_report(part.service, setting.words) else ()
        if len(labels) >= _LISTED:
            kinds.setdefault(labels, []).append(part)
    return _several(kinds.values())


def _told_alike(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The sections in which a sentence of complaints stands that stands under other headings too, with other numbers."""
    kinds: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        passages = [block for block, _ in part.blocks if isinstance(block, Passage) and block.kind is PassageKind.PARAGRAPH]
        told = {tokens(_NUMBERS.sub("#", str(passage.text))) for passage in passages if _NUMBERS.search(str(passage.text))}
        if part.service and not speaks_of_report(part.service, setting.words):
            for sentence in told:
                kinds.setdefault(sentence, []).append(part)
    reporting = setting.words.reporting
    return _several(group for sentence, group in kinds.items() if len(sentence) >= _SENTENCE and not reporting.isdisjoint(sentence))


def _several(kinds: Iterable[Sequence[Part]]) -> set[int]:
    return {id(part) for group in kinds if len({part.service for part in group}) > 1 for part in group}


def _labels(part: Part) -> tuple[tuple[str, ...], ...]:
    """The labels of the lists of a section."""
    passages = [block for block, _ in part.blocks if isinstance(block, Passage) and block.kind is not PassageKind.HEADING]
    return tuple(tokens(entry.label) for passage in passages for entry in text_to_listing(without_bullet(passage.text)).entries)


def _among_services(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The sections headed with words of services that do not say which, where most headings beside theirs name one."""
    found: set[int] = set()
    for level, run in groupby((part for part in parts if part.service), key=lambda part: part.level):
        group = list(run)
        named = sum(is_service(part.service, setting.words) for part in group)
        if level and named > len(group) / 2:
            found |= {id(part) for part in group if may_be_service(part.service, setting.words)}
    return found


def _between_services(parts: Sequence[Part], setting: Setting) -> set[int]:
    """The sections whose heading calls something a service by a name of its own, and stands between two that name services."""
    headed = [part for part in parts if part.service]
    named = [is_service(part.service, setting.words) for part in headed]
    inner = zip(named, headed[1:], named[2:], strict=False)
    return {id(part) for above, part, below in inner if above and below and is_called_service(part.service, setting.words)}
