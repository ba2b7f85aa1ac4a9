"""A section -> what its lists and sentences say is done, was done or will be done."""

from normalise.narrative.actions import asks, introduces, text_to_actions
from normalise.narrative.paragraphs import sentences
from normalise.narrative.told import Pledge, text_to_pledge
from normalise.sections.outline import Part, is_line
from normalise.setting import Setting
from schemas import Passage, PassageKind, Section, Text

_LONGEST = 100_000
"""Characters of a paragraph that is read; what is longer is no text that a person wrote."""


def part_to_pledges(part: Part, service: str, setting: Setting) -> list[Pledge]:
    """The items of lists that a line introduces as actions, and the sentences of a service's own section that tell one."""
    pledges: list[Pledge] = []
    listing = asked = False
    for passage, section in [(block, section) for block, section in part.blocks if isinstance(block, Passage)]:
        item, text = passage.kind is PassageKind.ITEM, passage.text
        told: list[tuple[Text, Text]] = []
        if item and listing:
            told = [(text, Text())]
        elif not item and introduces(str(sentences(text)[-1]), setting.words):
            listing, asked = True, asks(str(text), setting.words)
        else:
            listing = asked = False
            told = text_to_actions(text, setting.words) if service and _is_comment(passage, section) else []
        pledges += [text_to_pledge(action, progress, setting, service, asked=asked) for action, progress in told]
    return pledges


def _is_comment(passage: Passage, section: Section | None) -> bool:
    """Whether a passage may be a service's own words."""
    return section in {None, Section.SERVICE_COMMENT} and not is_line(passage) and len(str(passage.text)) <= _LONGEST
