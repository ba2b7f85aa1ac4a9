"""The period that a section is about: that of its heading, or of the nearest larger heading that names one."""

from dataclasses import replace

from normalise.sections.part import Part
from normalise.setting import Setting, caption_to_meaning
from normalise.words.dated import find_periods
from normalise.words.heading import read_heading
from normalise.words.periods import whole_year
from normalise.words.phrases import speaks_of_complaints
from schemas import Passage, Period, Stage
from schemas.vocabulary import tokens


def larger_period(part: Part, setting: Setting) -> Period | None:
    """The period that the larger headings above a section's own give it, if it is another than the report's."""
    named = next((spans for heading in part.above if (spans := _spans(heading, setting))), frozenset())
    return next(iter(named)) if len(named) == 1 and not _hold(named, setting.period) else None


def larger_stage(part: Part, setting: Setting) -> Stage | None:
    """The stage that the nearest of the larger headings gives to what stands below it; the report's title gives none."""
    stages = (caption_to_meaning(heading, setting).stage for heading in part.above if not setting.is_title(heading))
    return next(filter(None, stages), None)


def names_own(text: str, setting: Setting) -> bool:
    """Whether a text names the report's own period, or one that holds it."""
    return _hold(_spans(text, setting), setting.period)


def section_setting(part: Part, setting: Setting) -> Setting | None:
    """What a section's sentences are read with: their period is that of its headings; None where that is in doubt.

    A part of the report's period is sure; another period is where its heading speaks of complaints and of nothing that is unknown. Of a
    year that follows the report's own, a report can tell no more than a part: the one that the section's words name.
    """
    own = setting.period
    heading, spans = next(((text, spans) for text in (part.heading, *part.above) if (spans := _spans(text, setting))), ("", frozenset()))
    if own is None or not spans or _hold(spans, own):
        return setting
    span = next(iter(spans))
    to_come = span.start > own.end and span == whole_year(span)
    if to_come and len(spans) == 1 and len(parts := _parts(span, part, setting)) == 1:
        span, to_come = next(iter(parts)), False
    sure = (own.start <= span.start and span.end <= own.end) or (_counts(heading, setting) and not to_come)
    return replace(setting, period=span, whole=own) if len(spans) == 1 and sure else None


def _parts(year: Period, part: Part, setting: Setting) -> set[Period]:
    """The parts of a year that the words of a section name."""
    named = {span for block, _ in part.blocks if isinstance(block, Passage) for span in _spans(str(block.text), setting)}
    return {span for span in named if year.start <= span.start and span.end <= year.end and span != year}


def _hold(spans: frozenset[Period], own: Period | None) -> bool:
    """Whether one of the periods is the report's own, or holds it, and so says nothing new."""
    return own is not None and any(span.start <= own.start and own.end <= span.end for span in spans)


def _spans(heading: str, setting: Setting) -> frozenset[Period]:
    return frozenset(period for dated in find_periods(heading) if (period := setting.dated(dated)))


def _counts(heading: str, setting: Setting) -> bool:
    words = setting.words
    known = words.captions | words.marks
    left = (word for word in read_heading(heading, words).left if word not in known and len(word) > 1 and not word.isdigit())
    return speaks_of_complaints(tokens(heading), words) and not any(left)
