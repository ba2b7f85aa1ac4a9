"""Days and pounds: how long answers took on average, and what was paid to put things right."""

from normalise.meaning import Meaning
from normalise.prose.measure import Said
from normalise.prose.phrases import near_items
from normalise.prose.scene import Scene
from schemas import Measure, Unit

_SAID = {Unit.DAYS: ("average", Measure.AVERAGE_DAYS), Unit.GBP: ("remedy", Measure.REMEDY_GBP)}
"""By unit the kind of word that says what is measured, and the measure."""
_QUIET = {"fill", "aux", "about", "link", "comma", "stop", "stage", "period", "compare", "from", "to"}
"""Kinds that may stand beside a number of which the sentence has told what it measures."""


def measured(scene: Scene) -> Meaning | None:
    """The average time of an answer to complaints, or a sum paid; the same of another stage or period behind it."""
    kind, measure = _SAID[scene.number.unit]
    near, verbs = list(near_items(scene.phrase)), scene.told.setting.words.measured
    spelled = [scene.told.text[item.start : item.end].lower() for item in near if item.kind == "word"]
    of_stage = scene.told.about.stage is not None or any(item.kind in {"complaint", "stage"} for item in scene.sentence)
    of_complaints = measure is Measure.REMEDY_GBP or of_stage
    source = scene.source
    earlier = [item for item in scene.sentence if item.kind == "number" and item.end <= scene.phrase.number.start]
    unread = source is None and any(item.value.unit is scene.number.unit for item in earlier)  # what is not of that is not known either
    if any(item.kind == kind for item in near) and of_complaints and verbs.issuperset(spelled) and not unread:
        return scene.meaning(Said(measure))
    follows = source is not None and source.number >= scene.sentence[0].start and {item.kind for item in near} <= _QUIET
    return scene.meaning(Said(measure)) if follows else None
