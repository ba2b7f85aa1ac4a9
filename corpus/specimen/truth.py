"""What happened at an invented council: counts that could have been, and what a report may print of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from random import Random
from typing import NamedTuple

from corpus.specimen.words import listed

FEATURES = (
    "total",
    "summary",
    "headline",
    "change",
    "timely",
    "short",
    "thirds",
    "ombudsman",
    "directorates",
    "newest_last",
)  # what one report has and another has not
OFTEN = 0.5  # how often it has one
YEARS = 4  # the report's own and three before it
OUTCOMES = ("upheld", "partially_upheld", "not_upheld", "not_pursued", "open")
STAGES = ("1", "2", "3")
FLOW = (
    *(("1", "received"), ("1", "upheld_pct"), ("1", "escalated")),
    *(("2", "received"), ("2", "upheld_pct"), ("2", "newly_upheld_pct"), ("2", "escalated")),
    *(("3", "received"), ("3", "upheld_pct"), ("3", "newly_upheld_pct")),
)
MONTHS = {"04-01": "1 April", "03-31": "31 March", "09-30": "30 September"}


class Span(NamedTuple):
    """From the first day to the last."""

    start: str
    end: str


class Fact(NamedTuple):
    """What a figure is about; no service means all of them together."""

    service: str
    span: Span
    stage: str
    measure: str
    basis: str = "current"
    dimension: str = ""
    category: str = ""


class Service(NamedTuple):
    """A service and the directorate over it."""

    name: str
    directorate: str


class Promise(NamedTuple):
    """A commitment and what came of it."""

    text: str
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """The truth of one report, with what a fault changed of it: everywhere (`changed`) or at one place (`misprinted`)."""

    seed: str
    council: str
    start: int
    half: bool
    services: tuple[Service, ...]
    counts: Mapping[Fact, int]
    kept: Mapping[str, tuple[Promise, ...]]
    planned: Mapping[str, tuple[Promise, ...]]
    features: frozenset[str]
    decimals: int = 0
    changed: Mapping[Fact, Decimal] = field(default_factory=dict)
    misprinted: Mapping[tuple[str, Fact], Decimal] = field(default_factory=dict)
    based_on: Mapping[Fact, int] = field(default_factory=dict)
    misworded: Mapping[str, str] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The report's own period."""
        return Span(f"{self.start}-04-01", f"{self.start}-09-30") if self.half else year(self.start)

    def back(self, years: int) -> Span:
        """The report's period, or a whole year before it."""
        return year(self.start - years) if years else self.span

    def fact(self, service: str, years: int, stage: str, measure: str) -> Fact:
        """This year's figure, or an earlier one."""
        return Fact(service, self.back(years), stage, measure, "prior" if years else "current")


def year(start: int) -> Span:
    """A reporting year."""
    return Span(f"{start}-04-01", f"{start + 1}-03-31")


def quarters(start: int) -> tuple[Span, ...]:
    """Its quarters."""
    ends = ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"), ("01-01", "03-31")
    return tuple(Span(f"{start + (n > 2)}-{first}", f"{start + (n > 2)}-{last}") for n, (first, last) in enumerate(ends))  # noqa: PLR2004


def in_words(span: Span) -> str:
    """A period as a sentence says it."""
    return " to ".join(f"{MONTHS[day[5:]]} {day[:4]}" for day in span)


def breakdown(story: Story) -> list[Fact]:
    """The counts of the list that the whole council's complaints are broken down in: by cause, or by channel."""
    return [fact for fact in story.counts if fact.dimension and not fact.service and fact.span == story.span]


def value(story: Story, fact: Fact) -> Decimal | None:
    """What is true of a fact, or what a fault made of it; None where a share has no base."""
    if fact in story.changed:
        return story.changed[fact]
    if fact.basis == "difference":
        now, before = (value(story, story.fact(fact.service, back, fact.stage, fact.measure)) for back in (0, 1))
        return None if now is None or before is None else now - before
    if fact.measure.endswith("_pct"):
        part, base = (value(story, fact._replace(measure=measure)) for measure in (fact.measure.removesuffix("_pct"), "received"))
        return share(part or Decimal(0), base or Decimal(0), story.decimals)
    if fact.service or fact in story.counts:
        return Decimal(story.counts[fact])
    return sum((value(story, fact._replace(service=service.name)) or Decimal(0) for service in story.services), Decimal(0))


def share(part: Decimal, base: Decimal, decimals: int) -> Decimal | None:
    """A percentage, rounded half up."""
    return (100 * part / base).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) if base > 0 else None


def tell(seed: str, *, big: bool = False, half: bool = False, decimals: int = 0) -> Story:
    """The truth of a seed."""
    random = Random(f"{seed}/truth")  # noqa: S311 - a specimen is no secret
    names = listed()
    council = (
        f"{random.choice(names['council']['starts'])}{random.choice(names['council']['ends'])} {random.choice(names['council']['kinds'])}"
    )
    start = random.randint(2011, 2024)
    services = _services(random)
    size = (1200, 5200) if big else (9, 240)
    counts = dict(_breakdowns(random, services, start, size, half=half))
    counts |= {fact: count for service in services for fact, count in _counts(random, service.name, start, size, half=half)}
    promise = partial(_promises, random, services, _pledges(random))
    features = frozenset(feature for feature in FEATURES if random.random() < OFTEN)
    kept, planned = promise(told=True), promise(told=False)
    return Story(seed, council, start, half, services, counts, kept, planned, features, decimals)


def following(story: Story) -> Story:
    """The next year's report of the same council: what was this year's is last year's, and what was promised is told of."""
    later = tell(f"{story.seed}+", decimals=story.decimals)
    random = Random(f"{story.seed}/next")  # noqa: S311 - likewise
    size = (9, 240)
    counts = {fact._replace(basis="prior"): count for fact, count in story.counts.items()}
    counts |= {
        fact: n for s in story.services for fact, n in _year(random, s.name, (year(story.start + 1), "current"), random.randint(*size))
    }
    progress = random.sample(listed()["narrative"]["outcomes"], 4)
    kept = {name: tuple(Promise(told.text, progress[n]) for n, told in enumerate(tolds)) for name, tolds in story.planned.items()}
    planned = dict(zip(story.planned, later.planned.values(), strict=False))
    planned |= {name: later.planned[next(iter(later.planned))] for name in story.planned if name not in planned}
    return replace(story, start=story.start + 1, counts=counts, kept=kept, planned=planned)


def split(random: Random, total: int, parts: int) -> tuple[int, ...]:
    """A count in parts."""
    cuts = sorted(random.randint(0, total) for _ in range(parts - 1))
    return tuple(end - start for start, end in zip([0, *cuts], [*cuts, total], strict=True))


def _services(random: Random) -> tuple[Service, ...]:
    directorates = random.sample(sorted(listed()["services"]), random.randint(2, 3))
    found = [Service(name, group) for group in directorates for name in random.sample(listed()["services"][group], random.randint(2, 3))]
    return tuple(found[:7])


def _breakdowns(
    random: Random, services: Sequence[Service], start: int, size: tuple[int, int], *, half: bool
) -> Iterator[tuple[Fact, int]]:
    """Why people complained, service by service, and for the council why or how."""
    span = Span(f"{start}-04-01", f"{start}-09-30") if half else year(start)
    names = listed()["lists"]
    for service in services:
        whole = Fact(service.name, span, "all", "cases")
        causes = {cause: random.randint(1, size[1] // 4) for cause in random.sample(names["causes"], random.randint(2, 5))}
        yield whole, sum(causes.values())
        yield whole._replace(measure="upheld_or_partly"), random.randint(0, sum(causes.values()))
        for cause, count in sorted(causes.items(), key=lambda told: -told[1]):
            yield whole._replace(dimension="cause", category=cause), count
    dimension = random.choice(("cause", "channel"))
    labels = random.sample(names[f"{dimension}s"], random.randint(6, 7))
    for name, count in zip(labels, sorted((random.randint(3, size[1]) for _ in labels), reverse=True), strict=True):
        yield Fact("", span, "all", "cases", "current", dimension, name), count


def _counts(random: Random, service: str, start: int, size: tuple[int, int], *, half: bool) -> Iterator[tuple[Fact, int]]:
    """Four years of a service, the newest also by quarter."""
    received = random.randint(*size)
    for back in range(YEARS):
        span = Span(f"{start}-04-01", f"{start}-09-30") if half and not back else year(start - back)
        yield from _year(random, service, (span, "prior" if back else "current"), max(4, round(received * random.uniform(0.7, 1.3))))


def _year(random: Random, service: str, when: tuple[Span, str], received: int) -> Iterator[tuple[Fact, int]]:
    span, basis = when
    upheld = round(received * random.uniform(0.15, 0.6))
    escalated = round(received * random.uniform(0.04, 0.18))
    rows = [_stage(random, received, upheld, escalated)]
    received = escalated + random.randint(0, 3)
    escalated = min(received, round(received * random.uniform(0, 0.4)))
    rows += [_stage(random, received, round(received * random.uniform(0.1, 0.6)), escalated)]
    rows += [_stage(random, escalated, round(escalated * random.uniform(0, 0.6)), 0)]
    yield Fact(service, span, "ombudsman", "received", basis), random.randint(0, 6)
    for stage, row in zip(STAGES, rows, strict=True):
        for measure, count in row.items():
            yield Fact(service, span, stage, measure, basis), count
        if span == year(int(span.start[:4])):
            for quarter, count in zip(quarters(int(span.start[:4])), split(random, row["received"], 4), strict=True):
                yield Fact(service, quarter, stage, "received", basis), count


def _stage(random: Random, received: int, upheld: int, escalated: int) -> dict[str, int]:
    partly, *rest = split(random, received - upheld, 6)
    pursued, still = min(rest[0], received // 8), min(rest[1], received // 12)
    not_upheld = received - upheld - partly - pursued - still
    outcomes = dict(zip(OUTCOMES, (upheld, partly, not_upheld, pursued, still), strict=True))
    on_time = received - round(received * random.uniform(0, 0.4))
    return {
        **outcomes,
        "received": received,
        "escalated": escalated,
        "newly_upheld": random.randint(0, upheld // 2),
        "in_target": on_time,
        "out_of_target": received - on_time,
    }


def _pledges(random: Random) -> Iterator[str]:
    told = listed()["narrative"]
    return iter(random.sample([f"{pledge} {manner}." for pledge in told["pledges"] for manner in told["manners"]], 60))


def _promises(random: Random, services: Sequence[Service], pledges: Iterator[str], *, told: bool) -> dict[str, tuple[Promise, ...]]:
    outcomes = listed()["narrative"]["outcomes"]
    return {
        s.name: tuple(Promise(next(pledges), random.choice(outcomes) if told else "") for _ in range(random.randint(1, 3)))
        for s in services
    }
