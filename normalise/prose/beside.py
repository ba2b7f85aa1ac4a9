"""A figure that stands beside another: of another period, stage or group, its rate, its count, its base."""

from collections.abc import Iterator, Sequence

from normalise.meaning import Meaning
from normalise.prose.breakdown import whose
from normalise.prose.items import Item
from normalise.prose.measure import Said, rate_of, stages
from normalise.prose.phrases import EDGES, near_items
from normalise.prose.scene import Scene
from normalise.stated import RATES
from schemas import Basis, Measure, Stage, Unit

NEXT = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
_BELOW = {above: below for below, above in NEXT.items()}
_COUNTS = {rate: count for count, rate in RATES.items()}
_QUIET = {"fill", "aux", "about", "base", "period", "compare", "from", "to", "by", "between", "exist", "anaphor", *EDGES}
"""Kinds that say nothing of what is counted."""
_BESIDE = {*_QUIET, "number", "complaint", "change", "bracket", "stage", "measure", "relates", "concerned", "service", "self", "whole"}
"""Kinds that may belong to a number that is set beside another."""
_CHANGED = {*_QUIET, "change", "relates", "concerned", "service", "self", "stage", "number", "bracket"}
"""Kinds that may stand between what changed and from what to what it did."""


def compared(scene: Scene) -> Meaning | None:
    """The same figure of another period: "compared with 12 in 2018/19", "from 12 to 9", "14 the year before"."""
    phrase, opener = scene.phrase, scene.phrase.opener
    since = max((n for n, item in enumerate(phrase.left) if item.kind in {"change", "complaint"}), default=-1)
    own = any(item.kind == "period" for item in (*phrase.left[since + 1 :], *phrase.right))
    begun = phrase.left[since].start if opener == "from" and since >= 0 else 0  # what stands before the change is its subject
    if not (opener in {"compare", "from", "to"} or own) or any(i.kind not in _BESIDE for i in near_items(phrase) if i.start >= begun):
        return None
    said = scene.told.head if phrase.says("exist") and scene.noun == "" else scene.source.meaning if scene.source else None
    source = _set_beside(scene, said)
    if source is None or source.basis is Basis.DIFFERENCE:
        return None
    stage = next(stages(phrase.right), source.stage)
    if stage is not source.stage and source.measure in {Measure.ESCALATED, Measure.ESCALATED_PCT}:  # it may be whence or whither
        return None
    source = source._replace(stage=stage)
    if own:
        when = scene.when()
        same = when is None or (said is not None and when.period == source.period and stage is said.stage)
        return None if same or when is None else source._replace(basis=when.basis, period=when.period)
    basis = Basis.CURRENT if opener == "to" else Basis.PRIOR
    return source._replace(basis=basis, period=scene.told.setting.period_of(basis))


def _set_beside(scene: Scene, said: Meaning | None) -> Meaning | None:
    """What was said, or what its own sentence says that changed: that first, where what was said stands in another sentence."""
    subject = _subject(scene) if scene.phrase.opener in {"from", "to", "compare"} else None
    elsewhere = scene.source is not None and scene.source.number < scene.sentence[0].start
    return subject or said if scene.phrase.opener == "from" and elsewhere else said or subject


def changed_from(scene: Scene) -> Meaning | None:
    """What stands in brackets behind a change: what it is measured from ("12 more than last year (244)"), or its share ("by 42 (10%)")."""
    if scene.outer is None or scene.outer[1].meaning.basis is not Basis.DIFFERENCE or any(i.kind != "number" for i in scene.phrase.items):
        return None
    phrase, claim = scene.outer
    before = [item for item in (phrase.number, *phrase.right) if item.end <= scene.phrase.number.start and item.kind != "fill"]
    if scene.number.unit is Unit.PERCENT:
        return claim.meaning if before[-1] is phrase.number and claim.unit is Unit.COUNT else None
    when = before[-1].value if before[-1].kind == "period" else None
    counted = claim.meaning.measure not in RATES.values()
    return claim.meaning._replace(basis=when.basis, period=when.period) if when and counted else None


def resulted(scene: Scene) -> Meaning | None:
    """What a change led to: "an additional 2, giving a total of 9"."""
    last = scene.told.claims[-1] if scene.told.claims else None
    kinds = {item.kind for item in scene.phrase.left}
    tied = "exist" in kinds and kinds <= {"exist", "fill", "comma"} and scene.noun == "" and not scene.outer
    changed = last is not None and last.number >= scene.sentence[0].start and last.meaning.basis is Basis.DIFFERENCE
    if last is None or not (tied and changed) or last.unit is not scene.number.unit:
        return None
    return last.meaning._replace(basis=Basis.CURRENT, period=scene.told.setting.period)


def _subject(scene: Scene) -> Meaning | None:
    """What changed, where a sentence says from what to what: "complaints fell from 12 to 9", "the uphold rate rose from 31%"."""
    before = list(_flat([item for item in scene.sentence if item.end <= scene.phrase.number.start]))
    at = max((n for n, item in enumerate(before) if item.kind in {"complaint", "measure", "rate"}), default=None)
    if at is None or not any(item.kind == "change" for item in before) or any(item.kind not in _CHANGED for item in before[at + 1 :]):
        return None
    if scene.number.unit is Unit.PERCENT:
        said = rate_of(before[: at + 1])
        return scene.meaning(said) if said else None
    if scene.number.unit is not Unit.COUNT:
        return None
    if before[at].kind == "complaint":
        service = whose(before, at, scene.told)
        return None if service is None else scene.meaning(Said(Measure.RECEIVED, service=service))
    counted = any(item.kind == "complaint" for item in before[max(0, at - 4) : at])
    return scene.meaning(Said(Measure(before[at].value), before[at])) if counted else None


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    """Words outside brackets."""
    depth = 0
    for item in items:
        depth += (item.kind == "open") - (item.kind == "close")
        if depth <= 0 and item.kind != "close":
            yield item


def rated(scene: Scene) -> Meaning | None:
    """The rate of the count before it, alone behind a colon or a comma: "62 of the 68 were upheld: 91%"."""
    source = scene.told.last.get(Unit.COUNT)
    alone = all(item.kind in {"number", "stop", "comma", "fill", "represents", "base", "about", "aux"} for item in scene.phrase.items)
    if scene.number.unit is not Unit.PERCENT or source is None or scene.outer or not alone or source.meaning.measure not in RATES:
        return None
    tied = any(item.kind in {"stop", "represents"} for item in scene.phrase.left)
    return source.meaning._replace(measure=RATES[source.meaning.measure]) if tied else None


def share(scene: Scene) -> Meaning | None:
    """The complaints of one service among all: their number, and their share."""
    phrase, unit = scene.phrase, scene.number.unit
    named = scene.service()
    if not phrase.says("whole") or not named or any(item.kind in {"measure", "word"} for item in near_items(phrase)):
        return None
    return scene.meaning(Said(Measure.SHARE_PCT if unit is Unit.PERCENT else Measure.RECEIVED))


def went(scene: Scene) -> Meaning | None:
    """The same of the next step: "14% went from stage 1 to stage 2 and 1% from stage 2 to stage 3", "and 12 to stage 3"."""
    source, right = scene.source, scene.phrase.right
    named = [n for n, item in enumerate(right) if item.kind == "stage"]
    way = right[: named[-1] + 1] if named else ()
    behind = [item for item in right[len(way) :] if item.kind == "measure"]
    quiet = all(item.kind in _QUIET | {"stage", "number", "bracket", "complaint"} for item in (*scene.phrase.left, *way, *behind))
    moved = quiet and any(item.kind == "to" for item in way)
    if source is None or source.meaning.measure not in {Measure.ESCALATED, Measure.ESCALATED_PCT} or not moved:
        return None
    stage = Stage(right[named[0]].value)
    return source.meaning._replace(stage=stage if len(named) > 1 else _BELOW.get(stage, stage))


def paired(scene: Scene) -> Meaning | None:
    """The count of a percentage or the percentage of a count, in brackets behind it."""
    if scene.outer is None or any(item.kind not in _QUIET | {"number"} for item in scene.phrase.items):
        return None
    meaning, unit = scene.outer[1].meaning, scene.outer[1].unit
    if unit is Unit.PERCENT and scene.number.unit is Unit.COUNT and _follows_noun(scene):
        return meaning._replace(measure=Measure.DECIDED, dimension=None, category=None)
    if unit is Unit.PERCENT and scene.number.unit is Unit.COUNT and meaning.measure in _COUNTS:
        return meaning._replace(measure=_COUNTS[meaning.measure])
    if unit is Unit.COUNT and scene.number.unit is Unit.PERCENT and meaning.measure in RATES:
        return meaning._replace(measure=RATES[meaning.measure])
    whole = scene.outer[0].says("whole") and meaning.service
    if unit is Unit.COUNT and scene.number.unit is Unit.PERCENT and meaning.measure is Measure.RECEIVED and whole:
        return meaning._replace(measure=Measure.SHARE_PCT)
    return None


def _follows_noun(scene: Scene) -> bool:
    """Whether the brackets stand between what the percentage is of and what became of it: "88% of stage 2 complaints (8) were upheld"."""
    right = scene.outer[0].right if scene.outer else ()
    before = [item for item in right if item.end <= scene.phrase.number.start]
    behind = any(item.kind == "measure" and item.start >= scene.phrase.number.end for item in right)
    return scene.phrase.base is None and bool(before) and before[-1].kind == "complaint" and behind


def listed(scene: Scene) -> Meaning | None:
    """The same measure of another group, service or stage: "55 corporate and 35 statutory"."""
    source, phrase = scene.source, scene.phrase
    kinds = {item.kind for item in (phrase.number, *near_items(phrase))}
    if source is None or source.meaning.measure is not Measure.RECEIVED or not kinds & {"group", "service", "stage"}:
        return None
    if not kinds <= {"number", "group", "service", "stage", "complaint", "fill", "aux", "bracket", *EDGES}:
        return None
    return scene.meaning(Said(Measure.RECEIVED))


def recalled(scene: Scene) -> Meaning | None:
    """All complaints, of which the sentence goes on to say what share ended at a stage: "of those 60, 90% were resolved at ..."."""
    items = scene.phrase.right
    back = [item.kind for item in scene.phrase.left if item.kind != "fill"] == ["anaphor"] and scene.number.unit is Unit.COUNT
    ended = next((item.value for item in scene.sentence if item.kind == "outcome" and item.value), None)
    if not back or ended is None or [item.kind for item in items if item.kind not in EDGES] != ["complaint"]:
        return None
    found = scene.meaning(Said(Measure.RECEIVED))
    return found and found._replace(stage=Stage(ended))


def based(scene: Scene) -> Meaning | None:
    """The number of complaints that the percentage before it is based on."""
    source = scene.told.last.get(Unit.PERCENT)
    if scene.phrase.opener != "based" or source is None or scene.noun == "word":
        return None
    return source.meaning._replace(measure=Measure.DECIDED, dimension=None, category=None)
