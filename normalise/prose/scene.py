"""What a phrase takes from the words around it: its period, its stage, its service, and what was said before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from normalise.meaning import Meaning
from normalise.prose.items import Item, Number, When
from normalise.prose.measure import Said, noun_of, stage_of, stages
from normalise.prose.phrases import Phrase
from normalise.setting import Setting
from schemas import Basis, Measure, Stage, Unit

_BELOW = {Stage.TWO: Stage.ONE, Stage.THREE: Stage.TWO, Stage.FOUR: Stage.THREE}
_PLACING = {"in", "within", "for", "across", "at"}
"""Words that set what follows within a place or a service."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a sentence states: what it is about, its value, the offsets of its words, and that of the figure itself."""

    meaning: Meaning
    value: Decimal
    unit: Unit
    start: int
    end: int
    number: int


@dataclass
class Told:
    """What the sentences of a passage have said so far.

    `last`: by unit the last claim, None behind a number that was not read; `head`: what the sentence before began with;
    `stage`: that of the complaints spoken of; `counts`: the last thing counted was complaints (None: nothing was).
    """

    about: Meaning
    setting: Setting
    text: str
    claims: list[Claim] = field(default_factory=list)
    last: dict[Unit, Claim | None] = field(default_factory=dict)
    head: Meaning | None = None
    stage: Stage | None = None
    counts: bool | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A phrase where it stands: in its sentence, behind what is told; `outer` is the phrase and the claim whose brackets hold it."""

    phrase: Phrase
    sentence: Sequence[Item]
    told: Told
    outer: tuple[Phrase, Claim] | None = None

    @property
    def number(self) -> Number:
        number: Number = self.phrase.number.value
        return number

    @property
    def noun(self) -> str:
        """The kind of what is counted: as printed behind the number, or in the words before it, or as in the sentence before."""
        own = noun_of(self.phrase)
        if own in {"", "anaphor"} and self.outer is None:
            nearer = [item.kind for item in self.phrase.left if item.kind in {"complaint", "compliment"}]
            return nearer[-1] if nearer else own
        return own

    @property
    def points_back(self) -> bool:
        """Whether the phrase counts what was counted before it, which was complaints as far as is known."""
        back = noun_of(self.phrase) in {"", "anaphor"} or any(item.kind == "anaphor" for item in self.phrase.left)
        return back and self.told.counts is not False

    @property
    def source(self) -> Claim | None:
        """The claim that a comparison is made with."""
        return self.outer[1] if self.outer else self.told.last.get(self.number.unit)

    def when(self) -> When | None:
        """The period of its own words, of the words that open the sentence, or the report's; None where they leave a doubt."""
        comparing = self.phrase.opener in {"compare", "from"}
        own = _periods(self.phrase.items, comparing=comparing)
        if len(set(own)) > 1 and any(item.kind == "comma" for item in self.phrase.left):
            own = _periods(self.phrase.right, comparing=comparing)
        if own:
            return own[0] if len(set(own)) == 1 else None
        if self.phrase.says("date"):
            return None
        if self.outer:
            return When(self.outer[1].meaning.basis or Basis.CURRENT, self.outer[1].meaning.period)
        first = next((n for n, item in enumerate(self.sentence) if item.kind == "number"), 0)
        if any(item.kind == "date" for item in self.sentence[:first]):
            return None
        lead = _periods(self.sentence[:first], comparing=False) or self._beside()
        if lead:
            return lead[0] if len(set(lead)) == 1 else None
        others = {when for when in _periods(_outside(self.sentence), comparing=False) if when.basis is Basis.PRIOR}
        own_named = any(item.kind == "period" and item.value.basis is Basis.CURRENT for item in self.sentence)
        basis = Basis.PRIOR if self._is_start else Basis.CURRENT
        return None if others and not own_named else When(basis, self.told.setting.period_of(basis))

    def _beside(self) -> list[When]:
        """The periods of a sentence in which nothing but another period is told: "this compares to 470 and 63 in 2018/19"."""
        return _periods(_outside(self.sentence), comparing=True) if self.phrase.opener == "compare" else []

    @property
    def _is_start(self) -> bool:
        """Whether it is what a change began from: "has risen from 31% to 36%"."""
        before = (item for item in self.sentence if item.end <= self.phrase.number.start)
        return self.phrase.opener == "from" and any(item.kind == "change" for item in before)

    def stage(self, said: Said | None) -> Stage | None:
        """The nearest stage: its own, the last in the sentence, that of what it points back to, that of its place; None: a doubt."""
        own, clear = stage_of(self.phrase, said)
        if not clear:
            return None
        if not own and self._of_all:
            return self.told.about.stage or Stage.ALL
        earlier = [item for item in self.sentence if item.end <= self.phrase.number.start and item.kind in {"stage", "both"}]
        own = own or next((stage for stage in stages(self.phrase.base.right if self.phrase.base else ())), None)
        named = own or next((Stage(i.value) if i.kind == "stage" else Stage.ALL for i in reversed(earlier)), None)
        back = (self.outer[1].meaning.stage if self.outer else self.told.stage) if self.points_back else None
        if said and said.item is not None and said.item.kind == "rate" and not own:
            return _BELOW.get(named or back or Stage.ALL, named or back or Stage.ALL)
        return named or back or self.told.about.stage or Stage.ALL

    @property
    def _of_all(self) -> bool:
        """Whether the words say that all complaints are meant."""
        nouns = [item for item in self.phrase.right if item.kind == "complaint"]
        return any(self.told.text[: item.start].rstrip().endswith("of all") for item in nouns)

    @property
    def _of_compliments(self) -> bool:
        """Whether the sentence counted compliments before the number, which names nothing else that it counts."""
        told = [claim for claim in self.told.claims if claim.start >= self.sentence[0].start]
        return bool(told) and told[-1].meaning.measure is Measure.COMPLIMENTS and self.noun in {"", "anaphor"}

    @property
    def _of_stranger(self) -> bool:
        """Whether the words before the number place it within a name that is not known: "in Parks, 20% were upheld"."""
        words = self.phrase.left
        within = [item for at, item in pairwise(words) if self.told.text[at.start : at.end].lower() in _PLACING]
        return any(item.kind == "word" and self.told.text[item.start].isupper() for item in within)

    def service(self) -> str:
        """That of its place, or the part of it that is the subject; else a name in its words, before them, or what it points back to."""
        if self.told.about.service:
            return self._inner(self.told.about.service)
        own = [item for item in self.phrase.items if item.kind in {"service", "group"}]
        earlier = [item for item in self.sentence if item.end <= self.phrase.number.start and item.kind == "service"]
        if self.outer and not own:
            return self.outer[1].meaning.service or ""
        if own or earlier:
            item = (own or earlier[-1:])[0]
            return self.told.text[item.start : item.end]
        if self.phrase.opener in {"compare", "from", "to"} and self.told.claims:
            return self.told.claims[-1].meaning.service or ""
        spoken_of = {claim.meaning.service or "" for claim in self.told.claims}
        if not self.points_back or (len(spoken_of) > 1 and noun_of(self.phrase) != "anaphor"):
            return ""
        return self.told.claims[-1].meaning.service or "" if spoken_of else ""

    def _inner(self, place: str) -> str:
        """The part of a service or directorate that received or closed so many: "Parking Services received 82 complaints, which is 47%"."""
        tie = next((item.kind for item in reversed(self.sentence) if item.end <= self.phrase.number.start and item.kind != "about"), "")
        if tie == "represents" and self.told.claims:
            return self.told.claims[-1].meaning.service or place
        before = [item for item in self.phrase.left if item.kind not in {"fill", "aux"}]
        if [item.kind for item in before[-2:]] != ["service", "measure"]:
            return place
        name = self.told.text[before[-2].start : before[-2].end]
        own = name.lower() in place.lower() or place.lower() in name.lower() or len(name.split()) == 1
        return place if own else name.removeprefix("The ").removeprefix("the ")

    def changed(self, said: Said) -> Meaning | None:
        """All of it together, for a change: it stands in the report's own period, unless it names others only."""
        named = {item.value.basis for item in self.phrase.items if item.kind == "period" and item.value.period}
        own = When(Basis.DIFFERENCE, self.told.setting.period)
        compared = self.phrase.says("compare", "from", "between", "base")
        return None if named == {Basis.PRIOR} and not compared else self.meaning(said, own)

    def meaning(self, said: Said, when: When | None = None) -> Meaning | None:
        """All of it together; None where any of it is in doubt."""
        when, stage = when or self.when(), self.stage(said)
        if when is None or stage is None or self._of_stranger:
            return None
        dimension, category = said.category or (self.told.about.dimension, self.told.about.category)
        measure = said.measure
        if measure is Measure.ESCALATED and stage is Stage.OMBUDSMAN:
            measure = Measure.RECEIVED
        if measure is Measure.RECEIVED and self._of_compliments:
            measure = Measure.COMPLIMENTS
        if measure is Measure.COMPLIMENTS:
            stage = Stage.ALL
        return Meaning(
            stage=stage,
            measure=measure,
            basis=when.basis,
            period=when.period,
            service=said.service or self.service(),
            dimension=dimension,
            category=category,
            regime=self.told.about.regime,
        )


def _periods(items: Iterable[Item], *, comparing: bool) -> list[When]:
    """The periods that words name; what is set beside them ("compared with last year") is not theirs."""
    found: list[When] = []
    beside = False
    spread = list(items)
    for n, item in enumerate(spread):
        tied = item.kind == "from" and any(i.kind == "number" for i in spread[n + 1 : n + 3])
        beside = (beside or tied or item.kind == "compare") and item.kind not in {"comma", "stop"}
        opens = n + 1 < len(spread) and spread[n + 1].kind == "compare"  # "a year earlier it was"
        if item.kind == "period" and (comparing or not (beside or opens)):
            found.append(item.value)
    return found


def _outside(items: Sequence[Item]) -> Iterator[Item]:
    """The words that stand in no brackets."""
    depth = 0
    for item in items:
        depth += (item.kind == "open") - (item.kind == "close")
        if depth <= 0:
            yield item
