"""A figure that says itself what it counts."""

from collections.abc import Sequence

from normalise.meaning import Meaning
from normalise.prose.items import Item
from normalise.prose.measure import Said, before, behind, limited, names_rate, told_of
from normalise.prose.phrases import EDGES, Phrase
from normalise.prose.scene import Scene
from normalise.stated import RATES
from schemas import Dimension, Measure, Unit

_OUTCOMES = {Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.NOT_UPHELD, Measure.UPHELD_OR_PARTLY}
_RATES = {RATES[outcome] for outcome in _OUTCOMES}

_TELLING = {Measure.ESCALATED_PCT, Measure.NEWLY_UPHELD_PCT}
"""Rates that are of nothing but complaints."""


def own_meaning(scene: Scene) -> Meaning | None:
    """What a figure is by its own words; None where they leave a doubt."""
    said = _said(scene)
    part = scene.told.claims[-1].meaning.dimension if scene.told.claims else None
    if part not in {None, Dimension.OUTCOME, scene.told.about.dimension} and scene.phrase.says("anaphor"):
        return None
    vague = said is not None and said.measure is Measure.ESCALATED_PCT and not scene.phrase.says("stage", "rate")
    return scene.meaning(said) if said and not vague else None


def _said(scene: Scene) -> Said | None:
    phrase, unit, noun = scene.phrase, scene.number.unit, scene.noun
    if noun == "word" and unit is Unit.COUNT:
        return None
    said = behind(phrase, unit, scene.told.text) or before(phrase, unit, scene.told.text)
    if noun == "compliment":
        return Said(Measure.COMPLIMENTS) if (said and said.measure is Measure.RECEIVED) or phrase.says("exist") else None
    if said is None and unit is Unit.COUNT:
        said = _there(scene)
    said = said or told_of(phrase, unit)
    if scene.number.value == 0 and noun in {"", "anaphor"} and scene.source is None and not scene.outer:
        return None
    known = noun in {"complaint", "investigation"} or (scene.points_back and (scene.told.counts or (said and said.measure in _OUTCOMES)))
    if unit is Unit.PERCENT:
        known = (
            noun in {"complaint", "investigation"}
            or (noun == "anaphor" and scene.told.counts is not False)
            or known
            or (
                said is not None
                and (
                    said.measure in _TELLING
                    or (said.item is not None and names_rate(said.item))
                    or (said.measure in _RATES and noun == "" and (_went(scene) or _of_known(scene) or _of_stage(scene)))
                )
            )
        )
    return said if known else None


def _went(scene: Scene) -> bool:
    """Whether the sentence has just told what went to a stage, which is nothing but complaints: "they went on to stage 3, with ..."."""
    before = [item for item in scene.sentence if item.end <= scene.phrase.number.start]
    moved = next((n for n, item in enumerate(before) if item.kind == "measure" and item.value is Measure.ESCALATED), len(before))
    return any(item.kind == "stage" for item in before[moved:])


def _of_stage(scene: Scene) -> bool:
    """Whether a stage itself is the whole, which holds nothing but complaints: "37% of stage 1 upheld"."""
    return next((item.kind for item in scene.phrase.right if item.kind not in {"base", "about", "fill"}), "") == "stage"


def _of_known(scene: Scene) -> bool:
    """Whether its whole stands in brackets behind it, where nothing else than complaints was counted: "40% (63/159) were upheld"."""
    brackets = [item.value for item in scene.phrase.right[:1] if item.kind == "bracket"]
    return scene.told.counts is not False and any(inner.kind == "base" for items in brackets for inner in items)


def _there(scene: Scene) -> Said | None:
    """So much there was, of nothing but complaints; or at a stage."""
    phrase, noun = scene.phrase, scene.noun
    right = [item for item in phrase.right if item.kind != "bracket"]
    at = next((n for n, item in enumerate(right) if item.kind in {"complaint", "investigation"}), None)
    if noun == "investigation" and (phrase.says("exist") or scene.outer):
        return Said(Measure.INVESTIGATED)
    if at is not None and _exists(phrase) and not limited(right[at + 1 :], scene.told.text) and _ends(right[at + 1 :]):
        return Said(Measure.RECEIVED)
    if at is None and noun == "" and right and (_only_stage(right) or any(item.kind == "counted" for item in right)):
        return Said(Measure.RECEIVED)
    return None


def _exists(phrase: Phrase) -> bool:
    """Whether so much "there was", or somebody known "had"."""
    at = max((n for n, item in enumerate(phrase.left) if item.kind == "exist"), default=None)
    subject = next((item.kind for item in reversed(phrase.left[:at]) if item.kind not in {"fill", "aux"}), "") if at is not None else "word"
    return subject != "word"


def _ends(items: Sequence[Item]) -> bool:
    """Whether nothing more is said of complaints than when, where and at which stage they were."""
    said = next(
        (item for item in items if item.kind not in {"fill", "period", "stage", "group", "relates", "concerned", "service", "self"}), None
    )
    return said is None or said.kind in {"comma", "stop", "link", "compare"}


def _only_stage(items: Sequence[Item]) -> bool:
    kinds = {item.kind for item in items}
    return "stage" in kinds and kinds <= {"stage", "fill", "aux", *EDGES}
