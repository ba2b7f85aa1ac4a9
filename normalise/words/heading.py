"""A heading -> what it says: periods and stages first, then the longest phrases; words left over are told, never guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from normalise.meaning import Meaning
from normalise.stated import unit_of
from normalise.words.dated import find_periods
from normalise.words.labels import label_to_category, without_limits
from normalise.words.measure import BASES, TIMES, measures_to_one
from normalise.words.periods import Dated
from normalise.words.phrases import find_phrases, match_longest, match_loosely, mend, part, speaks_of_complaints, take
from schemas import Basis, Dimension, Measure, Stage, Unit
from schemas.vocabulary import Tokens, Vocabulary, tokens

_KEPT = 8192
"""Headings kept: a report is asked for each of its own several times, and reports of a body for the same ones."""
_SIGNS = {"%": Unit.PERCENT, "days": Unit.DAYS, "£": Unit.GBP}

_REMARK = re.compile(r"[(\[]([^()\[\]]*)[)\]]")

_WHOLES = frozenset({"all", "total", "the", "overall"})

_BELOW = {Stage.TWO: Stage.ONE, Stage.THREE: Stage.TWO, Stage.FOUR: Stage.THREE}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says. `left`: words no phrase knows; `doubt`: why its own words contradict each other, or "".

    `counts`: it speaks of complaints and of nothing unknown: where no heading says more, it counts them. `based`: it names the whole
    that its percentage is a share of.
    """

    text: str
    meaning: Meaning = field(default_factory=Meaning)
    periods: tuple[Dated, ...] = ()
    axis: str = ""
    total: bool = False
    left: tuple[str, ...] = ()
    doubt: str = ""
    escalated_to: bool = False
    counts: bool = False
    based: bool = False


@lru_cache(_KEPT)
def read_heading(text: str, words: Vocabulary) -> Heading:
    """Read one heading or row label."""
    category, text = label_to_category(text), mend(text, words)
    dated = find_periods(text)
    for period in reversed(dated):
        text = f"{text[: period.start]} {text[period.end :]}"
    text = _REMARK.sub(lambda remark: _kept(remark, words), text)
    spelled = _without_synonyms(_without_own(tokens(without_limits(text)), words), words)
    if dated and " ".join(token for token in spelled if token not in words.ignored) in {" ".join(span) for span in words.spans}:
        spelled = ()
    spelled, based = _without_base(spelled, words)
    outcomes, rest = _outcomes(spelled, words)
    apart, rest = take(rest, words.escalated)
    stages, rest = take(rest, words.stages)
    stages = [*apart, *stages]
    if "decided" in outcomes:
        stages, _ = take(spelled, words.named_stages)
    if rest in words.totals and not outcomes:
        return Heading(text, total=True, periods=tuple(dated))
    regimes, rest = take(rest, words.regimes)
    axis, rest = _axis(rest, words)
    told, unknown = _measures(rest, words)
    if not (dated or stages or outcomes or regimes or axis or told or unknown or speaks_of_complaints(spelled, words)):
        unknown = tuple(word for word in rest if word not in words.alone)
    measures = [m for m in told if isinstance(m, Measure)]
    bases = [b for b in told if isinstance(b, Basis)]
    in_percent = Basis.DIFFERENCE in bases and Measure.SHARE_PCT in measures
    measures = [m for m in measures if m is not Measure.SHARE_PCT] if in_percent else measures
    measure, doubt = measures_to_one(measures, based=based)
    to = measure is Measure.ESCALATED and _says_to(spelled, stages)
    if to and stages == [Stage.OMBUDSMAN]:
        measure = Measure.RECEIVED
    meaning = Meaning(
        stage=_stage(stages, measure, spelled, words),
        measure=measure,
        basis=_basis(bases),
        period=dated[0].period if len(dated) == 1 else None,
        regime=regimes[0] if len(set(regimes)) == 1 else None,
        unit=next((unit for sign, unit in _SIGNS.items() if sign in spelled), None),
        category=_as_printed(text, words.escalated) if apart else None,
    )
    if measure is Measure.OTHER:
        meaning, unknown = meaning._replace(category=category), ()
    elif outcomes and not axis:
        meaning = _outcome(meaning, outcomes[0], category)
        unknown = () if "ombudsman" in outcomes else unknown
    if stages and axis == "outcome":
        axis = ""
    others = _is_of_others(unknown, words)
    return Heading(
        text=text,
        meaning=_of_others(meaning, text) if others else meaning,
        periods=tuple(dated),
        axis=axis,
        left=() if others else unknown,
        doubt=_doubt(stages, measures, bases) or doubt,
        counts=not (axis or unknown) and speaks_of_complaints(spelled, words),
        escalated_to=to and measure is Measure.ESCALATED,
        based=based,
    )


def _outcomes(spelled: Tokens, words: Vocabulary) -> tuple[list[str], Tokens]:
    """The outcomes that are no measures, unless their words begin what is one: "accepted for detailed investigation"."""
    found, rest = take(spelled, words.outcomes)
    longer = found and any(
        len(match_loosely(spelled, words.measures, at, words)[0]) > 1 for at in range(len(spelled)) if _opens_both(spelled, at, words)
    )
    return ([], spelled) if longer else (found, rest)


def _opens_both(spelled: Tokens, at: int, words: Vocabulary) -> bool:
    return len(match_longest(spelled, words.outcomes, at)) == 1


def _as_printed(text: str, phrases: Iterable[Tokens]) -> str | None:
    """The longest phrase of a text as it is printed there."""
    patterns = (r"\W+".join(map(re.escape, phrase)) for phrase in sorted(phrases, key=len, reverse=True))
    return next((found[0] for pattern in patterns if (found := re.search(rf"\b{pattern}\b", text, re.IGNORECASE))), None)


def _kept(remark: re.Match[str], words: Vocabulary) -> str:
    """What stands in brackets, unless it opens as a remark that changes nothing of what is counted."""
    return "" if match_longest(tokens(remark[1]), words.remarks, 0) else remark[0]


def _without_own(spelled: Tokens, words: Vocabulary) -> Tokens:
    """A heading without the name of the report's own body, which says nothing new of its figures; the name alone is kept."""
    _, rest = part(spelled, words.own)
    return rest or spelled


def _without_synonyms(spelled: Tokens, words: Vocabulary) -> Tokens:
    """A heading with the usual word for each that says the same: "fully or partly valid" is "fully or partially upheld"."""
    return tuple(usual for word in spelled for usual in words.same.get(word, (word,)))


def _is_of_others(unknown: Sequence[str], words: Vocabulary) -> bool:
    """Whether the words that say no measure say whose figures these are: those of other bodies, printed for comparison."""
    return not words.others.isdisjoint(unknown) and words.others | words.beside_others >= set(unknown)


def _of_others(meaning: Meaning, text: str) -> Meaning:
    """The figures of others are told apart by what is printed; their unit is that of what they measure."""
    unit = unit_of(meaning.measure) if meaning.measure else None
    return meaning._replace(measure=Measure.OTHER, category=text.strip(" %*:"), unit=unit)


def axis_of(text: str, words: Vocabulary) -> str:
    """What the heading of a column of labels says that they name: by all its words, or by its last ones ("Lead officer area")."""
    heading = read_heading(text, words)
    if heading.axis or heading.meaning:
        return heading.axis
    ends = (heading.left[at:] for at in range(1, len(heading.left)))
    return next((words.axes[end] for end in ends if end in words.axes), "")


def _outcome(meaning: Meaning, kind: str, category: str) -> Meaning:
    """What a phrase for an outcome that is no measure of its own adds: cases of it, its share, or how many of them were in time."""
    if kind == "closed" and meaning.measure in TIMES:
        return meaning
    if kind == "before":
        return meaning._replace(stage=meaning.stage or Stage.ALL, category=category)
    counted = Measure.DECIDED if kind == "decided" else Measure.CASES
    share = Measure.SHARE_PCT if meaning.unit is Unit.PERCENT else counted
    measure = meaning.measure if meaning.measure in TIMES else share
    stage = meaning.stage or (Stage.OMBUDSMAN if kind == "ombudsman" else None)
    return meaning._replace(measure=measure, dimension=Dimension.OUTCOME, category=category, stage=stage)


def _without_base(spelled: Tokens, words: Vocabulary) -> tuple[Tokens, bool]:
    """The words before "as % of ...", which names the whole, led by the sign that they are a share; and whether there are such.

    "% of all closed" names nothing but the whole.
    """
    if spelled[:2] == ("%", "of") and spelled[2:3] and spelled[2] in _WHOLES and all(_may_be_base(word, words) for word in spelled[3:]):
        return ("%",), True
    for at, word in enumerate(spelled):
        share = spelled[at + 1 : at + 3]
        if word == "as" and ("%",) in {share[:1], share[1:] if share[:1] == ("a",) else ()}:
            return ("%", *spelled[:at]), True
    return spelled, False


def _may_be_base(word: str, words: Vocabulary) -> bool:
    return word in words.ignored or words.measures.get((word,)) in BASES


def _axis(rest: Tokens, words: Vocabulary) -> tuple[str, Tokens]:
    phrase = match_longest(rest, words.axes, 0)
    ends = words.ignored.issuperset(rest[len(phrase) :])
    return (words.axes[phrase], ()) if phrase and ends else ("", rest)


def _measures(rest: Tokens, words: Vocabulary) -> tuple[list[Measure | Basis], tuple[str, ...]]:
    """The phrases of a heading, which words to ignore may break up ("% of complaints upheld"), and the words of none."""
    found: list[Measure | Basis] = []
    unknown: list[str] = []
    at = 0
    while at < len(rest):
        phrase, length = match_loosely(rest, words.told, at, words)
        if length:
            found.append(words.told[phrase])
        elif rest[at] not in words.ignored:
            unknown.append(rest[at])
        at += length or 1
    return found, tuple(unknown)


def _says_to(spelled: Tokens, stages: Sequence[Stage]) -> bool:
    return "to" in spelled and len(stages) == 1


def _is_below(stage: Stage, spelled: Tokens, words: Vocabulary) -> bool:
    """Whether the one stage named is that at which the complaints were not upheld: it stands behind the word not."""
    named = [at for at, phrase in find_phrases(spelled, words.stages) if words.stages[phrase] is stage]
    return "not" in spelled and named[0] > spelled.index("not")


def _stage(stages: Sequence[Stage], measure: Measure | None, spelled: Tokens, words: Vocabulary) -> Stage | None:
    if measure is Measure.ESCALATED and _says_to(spelled, stages) and stages[0] in _BELOW:
        return _BELOW[stages[0]]
    if measure is Measure.NEWLY_UPHELD_PCT and len(stages) == 1 and _is_below(stages[0], spelled, words):
        return next((above for above, below in _BELOW.items() if below is stages[0]), None)
    return stages[0] if stages else None


def _basis(bases: Sequence[Basis]) -> Basis | None:
    """The difference, for one since last year."""
    return Basis.DIFFERENCE if Basis.DIFFERENCE in bases else bases[0] if bases else None


def _doubt(stages: Sequence[Stage], measures: Sequence[Measure], bases: Sequence[Basis]) -> str:
    bases = () if Basis.DIFFERENCE in bases else bases
    two_stages = len(set(stages)) > 1 and not set(measures) <= {Measure.NEWLY_UPHELD_PCT, Measure.ESCALATED, Measure.ESCALATED_PCT}
    for name, said in (("stages", stages if two_stages else ()), ("bases", bases)):
        if len(set(said)) > 1:
            return f"its words say two {name}: {', '.join(dict.fromkeys(said))}"
    return ""
