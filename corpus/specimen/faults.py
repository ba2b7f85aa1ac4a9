"""Faults on order: one figure or line is changed so that one rule breaks, and what an auditor must be told of it.

What other rules rest on is changed along: a fault in `changed` holds wherever the fact is printed and in all that is worked out from it,
one in `misprinted` or `misworded` only at its place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from corpus.specimen.percents import fits, impossible, nearest
from corpus.specimen.rows import FindingRow
from corpus.specimen.truth import FLOW, Fact, Span, Story, breakdown, following, in_words, share, value

FLOWING = ("stage", "comparative", "dashboard")
GLANCED = ("service_year", "quarters", "outcomes", "blocks")
REPEATING = {"total", "headline", "change", "short", "timely", "directorates"}
SAID = 2  # so many services have a section in every family with sections, whose sentences state their figures
Planted = tuple[tuple[Story, ...], FindingRow]
Plant = Callable[[Story, Random, str], Planted | None]


class Fault(NamedTuple):
    """In which families a fault can stand, and what plants it: None if this truth has no place for it."""

    families: tuple[str, ...]
    plant: Plant


def plant(name: str, story: Story, random: Random, family: str) -> Planted | None:
    """A story with a fault. What repeats or sums up figures is left out unless the fault is in it, so that no second rule breaks."""
    return FAULTS[name].plant(replace(story, features=story.features - REPEATING), random, family)


def escalated_not_received(story: Story, random: Random, _: str) -> Planted | None:
    """Stage 2 passed on another number than stage 3 received."""
    for fact, true in _facts(story, random, ("2", "escalated")):
        found = _nearby(story, fact, true, random)
        if found is not None:
            why = f"{found} complaints were escalated from stage 2 and {true} were received at stage 3."
            return (_changed(story, fact, found),), _finding(story, "flow", fact._replace(stage="3"), found, true, why)
    return None


def difference(story: Story, random: Random, _: str) -> Planted | None:
    """A Difference row that is not the difference."""
    for fact, _true in _facts(story, random, *FLOW):
        off = fact._replace(basis="difference")
        true = value(story, off)
        if true is not None:
            found = true + random.choice((10, -10, 4, -6))
            why = f"The row of differences prints {found:+}, but this year's figure less last year's is {true:+}."
            finding = _finding(story, "difference", fact, f"{true:+}", f"{found:+}", why)
            return (_misprinted(story, f"detail:{fact.service}", off, found),), finding
    return None


def summary_detail(story: Story, random: Random, _: str) -> Planted | None:
    """The summary and the service's own table disagree."""
    for fact, true in _facts(story, random, ("1", "escalated")):
        found = _nearby(story, fact, true, random)
        if found is not None:
            why = f"The summary says {found} and the service's own table {true}."
            return (_misprinted(_with(story, "summary"), "summary", fact, found),), _finding(
                story, "summary vs detail", fact, true, found, why
            )
    return None


def impossible_percent(story: Story, random: Random, _: str) -> Planted | None:
    """A share that no whole number of the complaints gives."""
    for fact, true in _facts(story, random, ("1", "upheld_pct"), ("2", "upheld_pct")):
        base = value(story, fact._replace(measure="received")) or Decimal(0)
        found = impossible(true, base, story.decimals)
        if found is not None:
            why = f"No whole number of the {base} stage {fact.stage} complaints received gives {found}%."
            return (_changed(story, fact, found),), _finding(
                story, "grim", fact, nearest(found, base, story.decimals), f"{found}% of {base}", why
            )
    return None


def percent_other_base(story: Story, random: Random, _: str) -> Planted | None:
    """A share of another number than the one printed beside it, as a sentence of the report tells."""
    for fact, true in _facts(story, random, ("1", "upheld_pct"), ("2", "upheld_pct"), most=SAID):
        received = fact._replace(measure="received")
        base = value(story, received) or Decimal(0)
        found = impossible(true, base, story.decimals)
        other = next(
            (n for n in range(int(base) + 1, int(base) * 2) if found is not None and fits(found, Decimal(n), story.decimals)), None
        )
        if found is not None and other is not None:
            why = f"{found}% is impossible for the {base} complaints received; the comments base it on {other}."
            changed = replace(_changed(story, fact, found), based_on={received: other})
            return (changed,), _finding(story, "other base", fact, nearest(found, base, story.decimals), f"{found}% of {other}", why)
    return None


def prior_revised(story: Story, random: Random, family: str) -> Planted | None:
    """Next year's report gives another figure for this year than this year's did."""
    later = following(story)
    column = ("1", "received") if family == "service_year" else ("1", "escalated")
    for fact, true in _facts(later, random, column, back=1):
        found = _nearby(later, fact, true, random)
        if found is not None:
            why = f"The later report gives {found} for {period(later, 1)} where the earlier report gave {true}."
            return (story, _changed(later, fact, found)), _finding(later, "restated", fact, true, found, why, back=1)
    return None


def commitment_dropped(story: Story, random: Random, _: str) -> Planted | None:
    """A promise for next year of which next year's report says nothing."""
    later = following(story)
    services = [service.name for service in story.services[:SAID] if len(story.planned[service.name]) > 1]
    if not services:
        return None
    name = random.choice(services)
    gone = random.randrange(len(story.planned[name]))
    text = story.planned[name][gone].text
    kept = {**later.kept, name: tuple(promise for n, promise in enumerate(later.kept[name]) if n != gone)}
    why = f"The earlier report promises for {period(later)}: {text} The later report does not tell of it."
    return (story, replace(later, kept=kept)), FindingRow("commitment_dropped", name, "", period(later), text, "", why)


def sum_of_parts(story: Story, random: Random, family: str) -> Planted | None:
    """A total that is not the sum of its parts, or a cause too many."""
    last = story.services[-1].name
    places = {
        "stage": ("summary", story.fact("", 0, "1", "escalated")),
        "service_year": ("years:1", story.fact("", 0, "1", "received")),
        "blocks": ("blocks", story.fact("", 0, "1", "received")),
        "quarters": ("quarters", story.fact(last, 0, "1", "received")),
        "outcomes": ("outcomes", story.fact(last, 0, "1", "received")),
        "root_cause": ("root cause", next(fact for fact in story.counts if fact.service == last and fact.dimension)),
    }
    table, fact = places[family]
    story = _with(story, *({"total"} if not fact.service else ()))
    true = value(story, fact) or Decimal(0)
    step = random.choice((1, 2, 3)) * (-1 if family == "stage" else 1)
    whole = value(story, fact._replace(dimension="", category="")) or Decimal(0)
    if true + step < 0:
        return None
    finding = _finding(
        story, "sum of parts", fact, whole, whole + step, f"{whole + step} is printed or comes of the parts, and {whole} of the rest."
    )
    return (_misprinted(story, table, fact, true + step),), finding


def shares_not_100(story: Story, random: Random, _: str) -> Planted | None:
    """Shares of one whole that add up to more than rounding allows."""
    story = _with(story, "shares_only")
    shares = _shares(story)
    fact = random.choice(list(shares))
    true = shares[fact]
    found = true + len(shares) + random.randint(3, 9)
    total = sum(shares.values()) - true + found
    why = f"The shares add up to {total}%."
    return (_misprinted(story, "list", fact, found),), _finding(story, "shares sum", fact, "100%", f"{total}%", why)


def count_share(story: Story, random: Random, _: str) -> Planted | None:
    """A share that is not that of the count beside it, while the shares still add up to 100 as rounding allows."""
    story = replace(story, features=story.features - {"shares_only"})
    shares = _shares(story)
    room = Decimal(len(shares)).scaleb(-story.decimals) / 2
    step = Decimal(2).scaleb(-story.decimals)
    for fact, true in random.sample(list(shares.items()), len(shares)):
        found = next((true + by for by in (step, -step) if true + by > 0 and abs(sum(shares.values()) + by - 100) < room), None)
        if found is not None:
            why = f"{fact.category}: the count is {true}% of the total, not {found}%."
            return (_misprinted(story, "list", fact, found),), _finding(story, "count vs share", fact, f"{true}%", f"{found}%", why)
    return None


def copied_row(story: Story, random: Random, _: str) -> Planted | None:
    """A row that is that of another service, figure by figure."""
    source, copy = (service.name for service in random.sample(story.services[:3], 2))
    counts = dict(story.counts)
    for fact, count in story.counts.items():
        if fact.service == source and fact.span == story.span:
            counts[fact._replace(service=copy)] = count
    story = replace(story, counts=counts)
    found = ", ".join(str(value(story, story.fact(copy, 0, *column))) for column in FLOW)
    why = f"All figures of {copy} are those of {source}."
    return (story,), FindingRow("copied row", copy, "", period(story), "own figures", found, why)


def wrong_corner(story: Story, random: Random, _: str) -> Planted | None:
    """A table whose corner names another service than its section."""
    name, other = (service.name for service in random.sample(story.services[:3], 2))
    why = f"The corner of the table of {name} reads {other}."
    story = replace(_with(story, "corner"), misworded={name: other})
    return (story,), FindingRow("wrong label", name, "", period(story), name, other, why)


def negative_count(story: Story, random: Random, family: str) -> Planted | None:
    """A count below nothing."""
    column, back = (("1", "received"), 2) if family == "service_year" else (("1", "escalated"), 0)
    for fact, true in _facts(story, random, column, back=back):
        found = -max(true, Decimal(2))
        why = f"A count cannot be negative: {found}."
        return (_changed(story, fact, found),), _finding(story, "negative value", fact, "0 or more", found, why, back)
    return None


def period_misprint(story: Story, _random: Random, _family: str) -> Planted | None:
    """A period that ends before it begins."""
    start, end = story.span
    wrong = Span(start, f"{int(end[:4]) - 1}{end[4:]}")
    right, found = (in_words(span).partition(" to ")[2] for span in (story.span, wrong))
    why = f"The report says that it covers {in_words(wrong)}."
    story = replace(story, misworded={"period": in_words(wrong)})
    return (story,), FindingRow("period", "", "", period(story), right, found, why)


def prose_disagrees(story: Story, random: Random, _: str) -> Planted | None:
    """A sentence that states another count than the table."""
    for fact, true in _facts(story, random, ("1", "received"), most=SAID):
        rate = value(story, fact._replace(measure="upheld_pct")) or Decimal(0)
        found = next((true + by for by in (10, 4, 5, 3, 7, 12, 20) if fits(rate, true + by, story.decimals)), None)
        if found is not None:
            why = f"The comments speak of {found} complaints received; the table says {true}."
            return (_misprinted(story, "prose", fact, found),), _finding(story, "prose vs table", fact, true, found, why)
    return None


def duplicate_disagrees(story: Story, random: Random, _: str) -> Planted | None:
    """The same figure in two tables, and differently."""
    for fact, true in _facts(story, random, ("1", "received")):
        found = true + random.choice((1, 2, 10))
        why = f"One table says {true} and the other {found}."
        return (_misprinted(_with(story, "glance"), "glance", fact, found),), _finding(story, "printed twice", fact, true, found, why)
    return None


FAULTS: Mapping[str, Fault] = {
    "escalated_not_received": Fault(FLOWING, escalated_not_received),
    "difference": Fault(("comparative",), difference),
    "summary_detail": Fault(("comparative", "dashboard"), summary_detail),
    "impossible_percent": Fault(FLOWING, impossible_percent),
    "prior_revised": Fault((*FLOWING, "service_year"), prior_revised),
    "commitment_dropped": Fault(FLOWING, commitment_dropped),
    "percent_other_base": Fault(FLOWING, percent_other_base),
    "sum_of_parts": Fault(("stage", "root_cause", *GLANCED), sum_of_parts),
    "shares_not_100": Fault(("label_share",), shares_not_100),
    "count_share": Fault(("label_share",), count_share),
    "copied_row": Fault(FLOWING, copied_row),
    "wrong_corner": Fault(("comparative",), wrong_corner),
    "negative_count": Fault((*FLOWING, "service_year"), negative_count),
    "period_misprint": Fault((*FLOWING, *GLANCED, "root_cause", "label_share", "prose"), period_misprint),
    "prose_disagrees": Fault(FLOWING, prose_disagrees),
    "duplicate_disagrees": Fault(GLANCED, duplicate_disagrees),
}


def period(story: Story, back: int = 0) -> str:
    """A period as findings name it."""
    start = story.start - back
    return f"{start}-{(start + 1) % 100:02}" + " H1" * (story.half and not back)


def _with(story: Story, *features: str) -> Story:
    return replace(story, features=story.features | set(features))


def _changed(story: Story, fact: Fact, found: Decimal) -> Story:
    return replace(story, changed={fact: found})


def _misprinted(story: Story, table: str, fact: Fact, found: Decimal) -> Story:
    return replace(story, misprinted={(table, fact): found})


def _facts(story: Story, random: Random, *columns: tuple[str, str], most: int = 3, back: int = 0) -> Iterator[tuple[Fact, Decimal]]:
    """The facts of these columns for the first services, in any order, with their values."""
    facts = [story.fact(service.name, back, *column) for service in story.services[:most] for column in columns]
    for fact in random.sample(facts, len(facts)):
        true = value(story, fact)
        if true is not None:
            yield fact, true


def _finding(story: Story, check: str, fact: Fact, expected: object, found: object, why: str, back: int = 0) -> FindingRow:  # noqa: PLR0913, PLR0917
    return FindingRow(check, fact.service, fact.stage, period(story, back), str(expected), str(found), why)


def _nearby(story: Story, fact: Fact, true: Decimal, random: Random) -> Decimal | None:
    """Another count that could be: not below nothing, and of those escalated no more than the rules on their way allow."""
    if fact.measure != "escalated":
        return true + random.choice((1, 2, 3))
    bounds = [fact._replace(measure="received"), fact._replace(stage=str(int(fact.stage) + 1), measure="received")]
    most = value(story, bounds[fact.stage == "1"]) or Decimal(0)
    return next((true + step for step in random.sample((1, 2, -1, -2), 4) if 0 <= true + step <= most), None)


def _shares(story: Story) -> dict[Fact, Decimal]:
    """The shares of the story's list."""
    counts = {fact: Decimal(story.counts[fact]) for fact in breakdown(story)}
    total = sum(counts.values(), Decimal(0))
    return {fact._replace(measure="share_pct"): share(count, total, story.decimals) or Decimal(0) for fact, count in counts.items()}
