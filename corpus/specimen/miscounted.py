"""Counts that break a rule: they do not follow, add up or agree with where else they are printed."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.specimen.percents import fits
from corpus.specimen.planting import SAID, Planted, changed, facts, finding, misprinted, nearby, period, with_features
from corpus.specimen.rows import FindingRow
from corpus.specimen.truth import FLOW, Story, value


def escalated_not_received(story: Story, random: Random, _: str) -> Planted | None:
    """Stage 2 passed on another number than stage 3 received."""
    for fact, true in facts(story, random, ("2", "escalated")):
        found = nearby(story, fact, true, random)
        if found is not None:
            why = f"{found} complaints were escalated from stage 2 and {true} were received at stage 3."
            return (changed(story, fact, found),), finding(story, "flow", fact._replace(stage="3"), found, true, why)
    return None


def difference(story: Story, random: Random, _: str) -> Planted | None:
    """A Difference row that is not the difference."""
    for fact, _true in facts(story, random, *FLOW):
        off = fact._replace(basis="difference")
        true = value(story, off)
        if true is not None:
            found = true + random.choice((10, -10, 4, -6))
            why = f"The row of differences prints {found:+}, but this year's figure less last year's is {true:+}."
            row = finding(story, "difference", fact, f"{true:+}", f"{found:+}", why)
            return (misprinted(story, f"detail:{fact.service}", off, found),), row
    return None


def summary_detail(story: Story, random: Random, _: str) -> Planted | None:
    """The summary and the service's own table disagree."""
    for fact, true in facts(story, random, ("1", "escalated")):
        found = nearby(story, fact, true, random)
        if found is not None:
            why = f"The summary says {found} and the service's own table {true}."
            return (misprinted(with_features(story, "summary"), "summary", fact, found),), finding(
                story, "summary vs detail", fact, true, found, why
            )
    return None


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
    story = with_features(story, *({"total"} if not fact.service else ()))
    true = value(story, fact) or Decimal(0)
    step = random.choice((1, 2, 3)) * (-1 if family == "stage" else 1)
    whole = value(story, fact._replace(dimension="", category="")) or Decimal(0)
    if true + step < 0:
        return None
    row = finding(
        story, "sum of parts", fact, whole, whole + step, f"{whole + step} is printed or comes of the parts, and {whole} of the rest."
    )
    return (misprinted(story, table, fact, true + step),), row


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


def negative_count(story: Story, random: Random, family: str) -> Planted | None:
    """A count below nothing."""
    column, back = (("1", "received"), 2) if family == "service_year" else (("1", "escalated"), 0)
    for fact, true in facts(story, random, column, back=back):
        found = -max(true, Decimal(2))
        why = f"A count cannot be negative: {found}."
        return (changed(story, fact, found),), finding(story, "negative value", fact, "0 or more", found, why, back)
    return None


def prose_disagrees(story: Story, random: Random, _: str) -> Planted | None:
    """A sentence that states another count than the table."""
    for fact, true in facts(story, random, ("1", "received"), most=SAID):
        rate = value(story, fact._replace(measure="upheld_pct")) or Decimal(0)
        found = next((true + by for by in (10, 4, 5, 3, 7, 12, 20) if fits(rate, true + by, story.decimals)), None)
        if found is not None:
            why = f"The comments speak of {found} complaints received; the table says {true}."
            return (misprinted(story, "prose", fact, found),), finding(story, "prose vs table", fact, true, found, why)
    return None


def duplicate_disagrees(story: Story, random: Random, _: str) -> Planted | None:
    """The same figure in two tables, and differently."""
    for fact, true in facts(story, random, ("1", "received")):
        found = true + random.choice((1, 2, 10))
        why = f"One table says {true} and the other {found}."
        return (misprinted(with_features(story, "glance"), "glance", fact, found),), finding(story, "printed twice", fact, true, found, why)
    return None
