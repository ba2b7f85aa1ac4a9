"""Phrases -> claims: a number says what it counts by its own words, or stands beside one that does; else nothing is claimed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from normalise.meaning import Meaning
from normalise.prose_measure import Said, before, behind, limited, told_of
from normalise.prose_phrases import EDGES, Phrase, items_to_phrases
from normalise.prose_scene import Claim, Scene, Told
from normalise.prose_words import Item
from normalise.stated import RATES
from schemas import Basis, Measure, Stage, Unit

_WHOLE = 100
_NEXT = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
_BELOW = {above: below for below, above in _NEXT.items()}
_COUNTS = {rate: count for count, rate in RATES.items()}
_OUTCOMES = {Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.NOT_UPHELD, Measure.UPHELD_OR_PARTLY}
_BARRED = ("unreal", "others", "average")
_QUIET = {"fill", "aux", "about", "base", "period", "compare", "from", "to", "by", "between", "exist", "anaphor", *EDGES}
"""Kinds that say nothing of what is counted."""
_BESIDE = {*_QUIET, "number", "complaint", "change", "bracket", "stage", "measure", "relates", "service", "self", "whole"}
"""Kinds that may belong to a number that is set beside another."""
_CHANGED = {*_QUIET, "change", "relates", "service", "self", "stage", "number", "bracket"}
"""Kinds that may stand between what changed and from what to what it did."""


def read_sentence(items: Sequence[Item], told: Told) -> None:
    """Add the claims of a sentence to what is told."""
    since = len(told.claims)
    phrases = items_to_phrases(items)
    if phrases and any(item.kind == "unreal" for item in phrases[0].left):
        phrases = []
    _read(phrases, items, told, None)
    _settle(told, since)
    if len({claim.meaning.stage for claim in told.claims[since:]}) > 1 and told.claims[-1].meaning.measure is not Measure.ESCALATED:
        told.stage = None
    if phrases:
        told.head = told.claims[since] if len(told.claims) > since else None
    elif any(item.kind == "complaint" for item in items):
        told.counts = True


def _read(phrases: Sequence[Phrase], sentence: Sequence[Item], told: Told, outer: tuple[Phrase, Claim] | None) -> None:
    for phrase in phrases:
        scene = Scene(phrase, sentence, told, outer)
        meaning = _meaning(scene)
        claim = _placed(meaning, phrase) if meaning else None
        _note(claim, scene)
        if claim is not None:
            _beside(claim, phrase, sentence, told)


def _beside(claim: Claim, phrase: Phrase, sentence: Sequence[Item], told: Told) -> None:
    """The base of a figure, and the figures in brackets behind it."""
    if phrase.base is not None:
        told.claims += _base(claim, phrase.base)
    for item in (*phrase.right, *(phrase.base.right if phrase.base else ())):
        if item.kind == "bracket":
            _read(items_to_phrases(item.value), sentence, told, (phrase, claim))
            told.last = {**told.last, claim.unit: claim}


def _placed(meaning: Meaning, phrase: Phrase) -> Claim:
    words = [item for item in phrase.right if item.kind not in EDGES | {"bracket"}]
    end = max([phrase.number.end, *(item.end for item in words)])
    number = phrase.number
    return Claim(meaning, number.value.value, number.value.unit, number.start, end, number.start)


def _note(claim: Claim | None, scene: Scene) -> None:
    """Remember what was counted, for the words that point back to it."""
    told = scene.told
    if claim is None or claim.meaning.basis is not Basis.DIFFERENCE:
        told.last[scene.number.unit] = claim
    if claim is None:
        told.counts = {"word": False, "complaint": True}.get(scene.noun, told.counts)
        return
    told.claims.append(claim)
    told.counts = True
    if claim.meaning.basis is not Basis.DIFFERENCE and scene.outer is None:
        went = claim.meaning.measure is Measure.ESCALATED
        told.stage = _NEXT.get(claim.meaning.stage or Stage.ALL) if went else claim.meaning.stage


def _settle(told: Told, since: int) -> None:
    """What went to a stage was received there, if the sentence goes on to that stage's results."""
    for n, claim in enumerate(told.claims[since:], since):
        above = _NEXT.get(claim.meaning.stage or Stage.ALL)
        goes_on = any(c.meaning.stage is above and c.meaning.measure is not Measure.ESCALATED for c in told.claims[n + 1 :])
        if claim.meaning.measure is Measure.ESCALATED and claim.unit is Unit.COUNT and goes_on:
            told.claims[n] = replace(claim, meaning=replace(claim.meaning, measure=Measure.RECEIVED, stage=above))


def _meaning(scene: Scene) -> Meaning | None:
    number = scene.number
    barred = any(item.kind in _BARRED for item in _near(scene.phrase)) or number.unit not in {Unit.COUNT, Unit.PERCENT}
    if barred or (number.value > _WHOLE if number.unit is Unit.PERCENT else number.value % 1):
        return None
    ways: tuple[Callable[[Scene], Meaning | None], ...] = (_based, _stated, _rated, _share, _went, _compared, _paired, _listed)
    if _changes(scene.phrase):
        ways = (_difference,)
    return next((meaning for way in ways if (meaning := way(scene))), None)


# a figure that says itself what it counts


def _stated(scene: Scene) -> Meaning | None:
    said = _said(scene)
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
            or (said is not None and said.measure is Measure.ESCALATED_PCT)
        )
    return said if known else None


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
    said = next((item for item in items if item.kind not in {"fill", "period", "stage", "group", "relates", "service", "self"}), None)
    return said is None or said.kind in {"comma", "stop", "link", "compare"}


def _only_stage(items: Sequence[Item]) -> bool:
    kinds = {item.kind for item in items}
    return "stage" in kinds and kinds <= {"stage", "fill", "aux", *EDGES}


# a figure that stands beside another


def _compared(scene: Scene) -> Meaning | None:
    """The same figure of another period: "compared with 12 in 2018/19", "from 12 to 9", "14 the year before"."""
    phrase, opener = scene.phrase, scene.phrase.opener
    own = any(item.kind == "period" for item in phrase.items)
    if not (opener in {"compare", "from", "to"} or own) or any(item.kind not in _BESIDE for item in _near(phrase)):
        return None
    said = scene.source
    if phrase.says("exist") and scene.noun == "":
        said = scene.told.head
    source = said.meaning if said else _subject(scene) if opener in {"from", "to", "compare"} else None
    if source is None or source.basis is Basis.DIFFERENCE:
        return None
    if own:
        when = scene.when()
        same = when is None or (said is not None and when.period == source.period)
        return None if same or when is None else replace(source, basis=when.basis, period=when.period)
    basis = Basis.CURRENT if opener == "to" else Basis.PRIOR
    return replace(source, basis=basis, period=scene.told.setting.period_of(basis))


def _near(phrase: Phrase) -> Iterator[Item]:
    """The words of a phrase up to the first edge behind its number, and none of another clause behind its measure."""
    yield from phrase.left
    counted = False
    for item in phrase.right:
        if item.kind in EDGES - {"link"} or (counted and item.kind in {"link", "word", "self"}):
            return
        counted = counted or item.kind in {"measure", "complaint"}
        yield item


def _subject(scene: Scene) -> Meaning | None:
    """What changed, where a sentence says from what to what: "the number of complaints fell from 12 to 9"."""
    before = list(_flat([item for item in scene.sentence if item.end <= scene.phrase.number.start]))
    at = max((n for n, item in enumerate(before) if item.kind in {"complaint", "measure"}), default=None)
    if at is None or not any(item.kind == "change" for item in before) or scene.number.unit is not Unit.COUNT:
        return None
    if any(item.kind not in _CHANGED for item in before[at + 1 :]):
        return None
    if before[at].kind == "complaint":
        return scene.meaning(Said(Measure.RECEIVED))
    counted = any(item.kind == "complaint" for item in before[max(0, at - 4) : at])
    return scene.meaning(Said(Measure(before[at].value))) if counted else None


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    """Words outside brackets."""
    depth = 0
    for item in items:
        depth += (item.kind == "open") - (item.kind == "close")
        if depth <= 0 and item.kind != "close":
            yield item


def _rated(scene: Scene) -> Meaning | None:
    """The rate of the count before it, alone behind a colon or a comma: "62 of the 68 were upheld: 91%"."""
    source = scene.told.last.get(Unit.COUNT)
    alone = all(item.kind in {"number", "stop", "comma", "fill", "represents", "base", "about", "aux"} for item in scene.phrase.items)
    if scene.number.unit is not Unit.PERCENT or source is None or scene.outer or not alone or source.meaning.measure not in RATES:
        return None
    tied = any(item.kind in {"stop", "represents"} for item in scene.phrase.left)
    return replace(source.meaning, measure=RATES[source.meaning.measure]) if tied else None


def _share(scene: Scene) -> Meaning | None:
    """The complaints of one service among all: their number, and their share."""
    phrase, unit = scene.phrase, scene.number.unit
    named = scene.service()
    if not phrase.says("whole") or not named or any(item.kind in {"measure", "word"} for item in _near(phrase)):
        return None
    return scene.meaning(Said(Measure.SHARE_PCT if unit is Unit.PERCENT else Measure.RECEIVED))


def _went(scene: Scene) -> Meaning | None:
    """The same of the next step: "14% went from stage 1 to stage 2 and 1% from stage 2 to stage 3", "and 12 to stage 3"."""
    source = scene.source
    named = [item for item in scene.phrase.right if item.kind == "stage"]
    quiet = all(item.kind in _QUIET | {"stage", "number", "bracket", "complaint"} for item in scene.phrase.items)
    if source is None or source.meaning.measure not in {Measure.ESCALATED, Measure.ESCALATED_PCT} or not named or not quiet:
        return None
    if len(named) == 1 and not scene.phrase.says("to"):
        return None
    stage = Stage(named[0].value)
    return replace(source.meaning, stage=stage if len(named) > 1 else _BELOW.get(stage, stage))


def _paired(scene: Scene) -> Meaning | None:
    """The count of a percentage or the percentage of a count, in brackets behind it."""
    if scene.outer is None or any(item.kind not in _QUIET | {"number"} for item in scene.phrase.items):
        return None
    meaning, unit = scene.outer[1].meaning, scene.outer[1].unit
    if unit is Unit.PERCENT and scene.number.unit is Unit.COUNT and _follows_noun(scene):
        return replace(meaning, measure=Measure.DECIDED, dimension=None, category=None)
    if unit is Unit.PERCENT and scene.number.unit is Unit.COUNT and meaning.measure in _COUNTS:
        return replace(meaning, measure=_COUNTS[meaning.measure])
    if unit is Unit.COUNT and scene.number.unit is Unit.PERCENT and meaning.measure in RATES:
        return replace(meaning, measure=RATES[meaning.measure])
    whole = scene.outer[0].says("whole") and meaning.service
    if unit is Unit.COUNT and scene.number.unit is Unit.PERCENT and meaning.measure is Measure.RECEIVED and whole:
        return replace(meaning, measure=Measure.SHARE_PCT)
    return None


def _follows_noun(scene: Scene) -> bool:
    """Whether the brackets stand behind what the percentage is of: "88% of stage 2 complaints (8) were upheld"."""
    before = [item for item in scene.outer[0].right if item.end <= scene.phrase.number.start] if scene.outer else []
    alone = scene.phrase.base is None and len(before) > 0
    return alone and before[-1].kind == "complaint"


def _listed(scene: Scene) -> Meaning | None:
    """The same measure of another group, service or stage: "55 corporate and 35 statutory"."""
    source, phrase = scene.source, scene.phrase
    kinds = {item.kind for item in phrase.items}
    if source is None or source.meaning.measure is not Measure.RECEIVED or not kinds & {"group", "service", "stage"}:
        return None
    if not kinds <= {"number", "group", "service", "stage", "complaint", "fill", "aux", "bracket", *EDGES}:
        return None
    return scene.meaning(Said(Measure.RECEIVED))


def _based(scene: Scene) -> Meaning | None:
    """The number of complaints that the percentage before it is based on."""
    source = scene.told.last.get(Unit.PERCENT)
    if scene.phrase.opener != "based" or source is None or scene.noun == "word":
        return None
    return replace(source.meaning, measure=Measure.DECIDED, dimension=None, category=None)


def _base(claim: Claim, base: Phrase) -> Iterator[Claim]:
    """What a figure is a part of: received, investigated ... where its verb says so, else decided."""
    verb = next((item.value for item in base.right if item.kind == "measure"), None)
    noun = next((item.kind for item in base.right if item.kind in {"investigation", "word"}), "")
    if noun == "word" or base.number.value.unit is not Unit.COUNT:
        return
    measure = Measure(verb) if verb else Measure.INVESTIGATED if noun else Measure.DECIDED
    yield _placed(replace(claim.meaning, measure=measure, dimension=None, category=None), base)


# a change


def _changes(phrase: Phrase) -> bool:
    """Whether the number is that of a change: "12% more", "a fall of 19%", "rose by 17%"."""
    behind_it = next((item for item in phrase.right if item.kind not in {"fill", "about", "anaphor"}), None)
    kinds = [item.kind for item in phrase.left if item.kind != "about"]
    while kinds and kinds[-1] in {"base", "by", "comma", "period", "compare"} and "change" in kinds:
        kinds.pop()
    by = phrase.opener == "by" and (behind_it is None or behind_it.kind in EDGES | {"from", "between", "complaint", "compare", "period"})
    return (behind_it is not None and behind_it.kind == "change") or by or bool(kinds and kinds[-1] == "change")


def _difference(scene: Scene) -> Meaning | None:
    if not _changes(scene.phrase):
        return None
    phrase, told = scene.phrase, scene.told
    source = scene.outer[1] if scene.outer else None
    before = [item for item in scene.sentence if item.end <= phrase.number.start]
    measures = [item for item in before if item.kind == "measure"]
    nouns = [item for item in (*before, *phrase.right) if item.kind == "complaint"]
    own = [claim for claim in told.claims if claim.number >= scene.sentence[0].start]
    counts = [claim for claim in own if claim.unit is Unit.COUNT and claim.meaning.basis is not Basis.DIFFERENCE]
    earlier = next(reversed(counts or own), None)
    since = [item for item in before if item.kind == "number"]
    if source is None and since:
        source = earlier
    period = told.setting.period
    if source is not None:
        return replace(source.meaning, basis=Basis.DIFFERENCE, period=period)
    if not nouns:
        return replace(told.head.meaning, basis=Basis.DIFFERENCE, period=period) if told.head and told.last.get(Unit.COUNT) else None
    measure = Measure(measures[-1].value) if measures else Measure.RECEIVED
    return scene.changed(Said(measure))
