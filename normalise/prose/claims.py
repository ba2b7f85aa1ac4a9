"""Phrases -> claims: a number says what it counts by its own words, or stands beside one that does; else nothing is claimed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from normalise.meaning import Meaning
from normalise.prose.beside import NEXT, based, changed_from, compared, listed, paired, rated, recalled, resulted, share, went
from normalise.prose.bracketed import sentence_to_graded
from normalise.prose.breakdown import about_of, channel_of
from normalise.prose.change import changes, difference
from normalise.prose.feedback import comments_of, rating_of
from normalise.prose.items import Item
from normalise.prose.measure import limited, stages
from normalise.prose.measured import measured
from normalise.prose.own import own_meaning
from normalise.prose.phrases import EDGES, Phrase, items_to_phrases, near_items
from normalise.prose.scene import Claim, Scene, Told
from normalise.prose.series import sentence_to_series
from schemas import Basis, Dimension, Measure, Stage, Unit

_WHOLE = 100
_WAYS: tuple[Callable[[Scene], Meaning | None], ...] = (
    based, changed_from, channel_of, rating_of, comments_of, own_meaning, rated, share, went, compared, resulted, paired, listed, recalled,
    about_of,
)  # fmt: skip
"""The ways to read a number, the surest first."""
_PARTS = {Measure.RECEIVED, Measure.CASES, Measure.SHARE_PCT}
"""Measures whose whole is what was received."""
_STEPS = {Measure.ESCALATED, Measure.ESCALATED_PCT}
"""Measures of what left a stage, and so no results of it."""
_COUNTED = {"complaint", "investigation"}
_WHOLES = {*_COUNTED, "stage", "fill", "aux", "self", "period", "measure"}
"""Kinds of words that a sentence may open with behind the whole of what it tells."""
_BARRED = {"unreal", "goal", "others", "average", "aside"}


def read_sentence(items: Sequence[Item], told: Told) -> None:
    """Add the claims of a sentence to what is told."""
    since = len(told.claims)
    phrases = items_to_phrases(items)
    unreal = bool(phrases) and any(item.kind in {"unreal", "goal"} for item in phrases[0].left)
    phrases = [] if unreal else phrases
    _read(phrases, items, told, None)
    _opened(phrases, told, since)
    _series(() if unreal else items, told, since)
    _settle(told, since)
    if len({claim.meaning.stage for claim in told.claims[since:]}) > 1 and told.claims[-1].meaning.measure is not Measure.ESCALATED:
        told.stage = None
    if phrases:
        told.head = next((claim.meaning for claim in told.claims[since:] if claim.meaning.dimension is None), None)
    elif any(item.kind == "complaint" for item in items):
        told.counts = not _of_part(items, told)
    if len(told.claims) > since and told.claims[-1].meaning.dimension not in {None, told.about.dimension}:
        told.counts = False


def _of_part(items: Sequence[Item], told: Told) -> bool:
    """Whether only complaints about something are spoken of."""
    nouns = [n for n, item in enumerate(items) if item.kind == "complaint"]
    return any(limited(items[n + 1 :], told.text) for n in nouns)


def _read(phrases: Sequence[Phrase], sentence: Sequence[Item], told: Told, outer: tuple[Phrase, Claim] | None) -> None:
    for phrase in phrases:
        scene = Scene(phrase, sentence, told, outer)
        meaning = _meaning(scene)
        claim = _placed(meaning, phrase) if meaning else None
        _note(claim, scene)
        if claim is not None:
            _beside(claim, phrase, sentence, told)


def _series(items: Sequence[Item], told: Told, since: int) -> None:
    """The entries of a breakdown and the shares in brackets that no words of their own have told."""
    read = {claim.number for claim in told.claims[since:]}
    for phrase, said in (*sentence_to_series(items, told), *sentence_to_graded(items, told)):
        meaning = Scene(phrase, items, told).meaning(said) if phrase.number.start not in read else None
        if meaning:
            claim = _placed(meaning, phrase)
            told.claims.append(claim)
            _beside(claim, phrase, items, told)
    told.claims[since:] = sorted(told.claims[since:], key=lambda claim: claim.number)


def _beside(claim: Claim, phrase: Phrase, sentence: Sequence[Item], told: Told) -> None:
    """The base of a figure, and the figures in brackets behind it."""
    if phrase.base is not None:
        told.claims += _base(claim, phrase.base, told)
    for item in (*phrase.right, *(phrase.base.right if phrase.base else ())):
        if item.kind == "bracket":
            _read(items_to_phrases(item.value), sentence, told, (phrase, claim))
            told.last, told.counts = {**told.last, claim.unit: claim}, True


def _placed(meaning: Meaning, phrase: Phrase) -> Claim:
    words = [item for item in phrase.right if item.kind not in EDGES | {"bracket"}]
    end = max([phrase.number.end, *(item.end for item in words)])
    number = phrase.number
    return Claim(meaning, number.value.value, number.value.unit, number.start, end, number.start)


def _note(claim: Claim | None, scene: Scene) -> None:
    """Remember what was counted, for the words that point back to it: where nobody knows whose complaints these were, they tell nothing."""
    told = scene.told
    if claim is None or claim.meaning.basis is not Basis.DIFFERENCE:
        told.last[scene.number.unit] = claim
    if claim is None:
        unknown = scene.number.unit is Unit.COUNT and not told.about.service and not _opens(scene.phrase)
        part = scene.noun == "complaint" and (unknown or _of_part(scene.phrase.right, told))
        told.counts = False if part else {"word": False, "complaint": True}.get(scene.noun, told.counts)
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
        goes_on = any(c.meaning.stage is above and c.meaning.measure not in _STEPS for c in told.claims[n + 1 :])
        if claim.meaning.measure is Measure.ESCALATED and claim.unit is Unit.COUNT and goes_on:
            told.claims[n] = replace(claim, meaning=claim.meaning._replace(measure=Measure.RECEIVED, stage=above))


def _meaning(scene: Scene) -> Meaning | None:
    number = scene.number
    barred = {item.kind for item in near_items(scene.phrase)} & _BARRED
    if number.unit not in {Unit.COUNT, Unit.PERCENT}:
        return None if barred - {"average"} else measured(scene)
    if barred or (number.value > _WHOLE if number.unit is Unit.PERCENT else number.value % 1):
        return None
    return next((meaning for way in ((difference,) if changes(scene.phrase) else _WAYS) if (meaning := way(scene))), None)


def _opened(phrases: Sequence[Phrase], told: Told, since: int) -> None:
    """Add the whole that a sentence opens with, unless it was counted before: "of the 40 complaints, 12 were upheld"."""
    counted = {claim.value for claim in told.claims if claim.unit is Unit.COUNT}
    if phrases and len(told.claims) > since and _opens(phrases[0]) and phrases[0].number.value.value not in counted:
        told.claims[since:since] = _base(told.claims[since], replace(phrases[0], left=(), right=_to_edge(phrases[0])), told)


def _opens(phrase: Phrase) -> bool:
    """Whether a number is the whole of what its sentence goes on to tell: "of the 40 complaints"."""
    kinds = {item.kind for item in _to_edge(phrase)}
    return phrase.opener == "base" and bool(kinds & _COUNTED) and kinds <= _WHOLES


def _to_edge(phrase: Phrase) -> tuple[Item, ...]:
    return tuple(takewhile(lambda item: item.kind not in EDGES, phrase.right))


def _base(claim: Claim, base: Phrase, told: Told) -> Iterator[Claim]:
    """What a figure is a part of: received, investigated ... where its verb says so, else decided; a service's share is one of all."""
    verb = next((item.value for item in base.right if item.kind == "measure"), None)
    noun = next((item.kind for item in base.right if item.kind in {"investigation", "word"}), "")
    if noun == "word" or base.number.value.unit is not Unit.COUNT:
        return
    broken = claim.meaning.measure in _PARTS and claim.meaning.dimension is not Dimension.OUTCOME
    whole = Measure.RECEIVED if broken else Measure.INVESTIGATED if noun else Measure.DECIDED
    measure = Measure(verb) if verb else whole
    stage = next(stages(base.right), Stage.ALL if claim.meaning.measure is Measure.RECEIVED else claim.meaning.stage)
    of_all = claim.meaning.measure in {Measure.RECEIVED, Measure.SHARE_PCT}
    service = told.about.service if of_all else claim.meaning.service
    yield _placed(claim.meaning._replace(measure=measure, stage=stage, service=service, dimension=None, category=None), base)
