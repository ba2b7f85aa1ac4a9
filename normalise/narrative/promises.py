"""A section -> what its lists and sentences say is done, was done or will be done."""

from collections.abc import Collection
from dataclasses import replace

from normalise.narrative.actions import asks, introduces, is_about_complaints, text_to_actions
from normalise.narrative.paragraphs import sentences
from normalise.narrative.told import Pledge, says, text_to_pledge
from normalise.sections.lines import is_line
from normalise.sections.part import Part
from normalise.setting import Setting
from normalise.words.dated import find_periods
from schemas import CommitmentKind, Passage, PassageKind, Section, Text
from schemas.period import label
from schemas.vocabulary import tokens

_LONGEST = 100_000
"""Characters of a paragraph that is read; what is longer is no text that a person wrote."""


def part_to_pledges(part: Part, service: str | None, names: Collection[str], setting: Setting) -> list[Pledge]:
    """The items of lists that a line introduces as actions or a heading calls commitments, and the sentences that tell one.

    `service`: that of the section, "" in one of the whole council, whose paragraphs may begin with one of the `names` of services; None
    where the section may be of one, and only its lists are read.
    """
    if service is None and says(part.heading, setting.words.action_headings):
        service = ""
    pledges: list[Pledge] = []
    headed = heading_to_kind(part.heading, setting)
    listing, asked = headed is not None, False
    for passage, section in [(block, section) for block, section in part.blocks if isinstance(block, Passage)]:
        item, text = passage.kind is PassageKind.ITEM, passage.text
        told: list[tuple[Text, Text]] = []
        if item and listing:
            told = [(text, Text())]
        elif introduces(str(sentences(text)[-1]), setting.words):
            listing, asked = True, asks(str(text), setting.words)
        else:
            listing, asked = headed is not None and not str(text).endswith(":"), False
            told = _told(text, service, setting) if service is not None and _is_comment(passage, section) else []
        owner = service or ("" if listing else _subject(str(text), names))
        found = [text_to_pledge(action, progress, setting, owner, asked=asked) for action, progress in told]
        pledges += [_headed(pledge, headed) for pledge in found] if item and headed and not asked else found
    return pledges


def heading_to_kind(heading: str, setting: Setting) -> tuple[CommitmentKind, str] | None:
    """The kind of commitments that a heading says stand below it, and the year that it names; None where it says more than that."""
    words, dated = setting.words, find_periods(heading)
    phrase = says(heading, words.commitments)
    plain = "".join(heading[start:end] for start, end in zip((0, *(d.end for d in dated)), (*(d.start for d in dated), None), strict=True))
    more = set(tokens(plain)) - set(phrase or ()) - words.plain - words.commitment_ties
    if not phrase or more or len(dated) > 1:
        return None
    return words.commitments[phrase], next((label(period) for period in filter(None, map(setting.dated, dated))), "")


def _headed(pledge: Pledge, headed: tuple[CommitmentKind, str]) -> Pledge:
    """An item of a list, of the kind and for the year that the heading over the list says."""
    kind, year = headed
    return replace(pledge, kind=kind, year=year or pledge.year)


def _told(text: Text, service: str, setting: Setting) -> list[tuple[Text, Text]]:
    """The actions of a paragraph; of the whole council's own those that speak of complaints, and not of a time before or with a figure."""
    actions = text_to_actions(text, setting.words)
    return actions if service else [(action, came) for action, came in actions if _is_own(str(action), setting)]


def _is_own(action: str, setting: Setting) -> bool:
    own = setting.period
    named = filter(None, map(setting.dated, find_periods(action)))
    back = any(own and period.end < own.start for period in named)
    return is_about_complaints(action, setting.words) and "%" not in action and not back


def _subject(text: str, names: Collection[str]) -> str:
    """The name of a service that a paragraph begins with."""
    return max((name for name in names if text.startswith(f"{name} ")), key=len, default="")


def _is_comment(passage: Passage, section: Section | None) -> bool:
    """Whether a passage may be a service's own words."""
    return section in {None, Section.SERVICE_COMMENT} and not is_line(passage) and len(str(passage.text)) <= _LONGEST
