"""Phrases -> claims: a number says what it counts by its own words, or stands beside one that does; else nothing is claimed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from normalise.meaning import Meaning
from normalise.prose.beside import NEXT, based, compared, listed, paired, rated, share, went
from normalise.prose.change import changes, difference
from normalise.prose.own import own_meaning
from normalise.prose.phrases import EDGES, Phrase, items_to_phrases, near_items
from normalise.prose.scene import Claim, Scene, Told
from normalise.prose.words import Item
from schemas import Basis, Measure, Stage, Unit

_WHOLE = 100
_BARRED = ("unreal", "others", "average")


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
        told.stage = NEXT.get(claim.meaning.stage or Stage.ALL) if went else claim.meaning.stage


def _settle(told: Told, since: int) -> None:
    """What went to a stage was received there, if the sentence goes on to that stage's results."""
    for n, claim in enumerate(told.claims[since:], since):
        above = NEXT.get(claim.meaning.stage or Stage.ALL)
        goes_on = any(c.meaning.stage is above and c.meaning.measure is not Measure.ESCALATED for c in told.claims[n + 1 :])
        if claim.meaning.measure is Measure.ESCALATED and claim.unit is Unit.COUNT and goes_on:
            told.claims[n] = replace(claim, meaning=replace(claim.meaning, measure=Measure.RECEIVED, stage=above))


def _meaning(scene: Scene) -> Meaning | None:
    number = scene.number
    barred = any(item.kind in _BARRED for item in near_items(scene.phrase)) or number.unit not in {Unit.COUNT, Unit.PERCENT}
    if barred or (number.value > _WHOLE if number.unit is Unit.PERCENT else number.value % 1):
        return None
    ways: tuple[Callable[[Scene], Meaning | None], ...] = (based, own_meaning, rated, share, went, compared, paired, listed)
    if changes(scene.phrase):
        ways = (difference,)
    return next((meaning for way in ways if (meaning := way(scene))), None)


def _base(claim: Claim, base: Phrase) -> Iterator[Claim]:
    """What a figure is a part of: received, investigated ... where its verb says so, else decided."""
    verb = next((item.value for item in base.right if item.kind == "measure"), None)
    noun = next((item.kind for item in base.right if item.kind in {"investigation", "word"}), "")
    if noun == "word" or base.number.value.unit is not Unit.COUNT:
        return
    measure = Measure(verb) if verb else Measure.INVESTIGATED if noun else Measure.DECIDED
    yield _placed(replace(claim.meaning, measure=measure, dimension=None, category=None), base)
