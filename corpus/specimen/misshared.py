"""Shares that break a rule: no whole number gives them, or they are not those of the counts beside them."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.specimen.percents import fits, impossible, nearest
from corpus.specimen.planting import SAID, Planted, changed, facts, finding, misprinted, with_features
from corpus.specimen.truth import Fact, Story, breakdown, share, value


def impossible_percent(story: Story, random: Random, _: str) -> Planted | None:
    """A share that no whole number of the complaints gives."""
    for fact, true in facts(story, random, ("1", "upheld_pct"), ("2", "upheld_pct")):
        base = value(story, fact._replace(measure="received")) or Decimal(0)
        found = impossible(true, base, story.decimals)
        if found is not None:
            why = f"No whole number of the {base} stage {fact.stage} complaints received gives {found}%."
            return (changed(story, fact, found),), finding(
                story, "grim", fact, nearest(found, base, story.decimals), f"{found}% of {base}", why
            )
    return None


def percent_other_base(story: Story, random: Random, _: str) -> Planted | None:
    """A share of another number than the one printed beside it, as a sentence of the report tells."""
    for fact, true in facts(story, random, ("1", "upheld_pct"), ("2", "upheld_pct"), most=SAID):
        received = fact._replace(measure="received")
        base = value(story, received) or Decimal(0)
        found = impossible(true, base, story.decimals)
        other = next(
            (n for n in range(int(base) + 1, int(base) * 2) if found is not None and fits(found, Decimal(n), story.decimals)), None
        )
        if found is not None and other is not None:
            why = f"{found}% is impossible for the {base} complaints received; the comments base it on {other}."
            based = replace(changed(story, fact, found), based_on={received: other})
            return (based,), finding(story, "other base", fact, nearest(found, base, story.decimals), f"{found}% of {other}", why)
    return None


def shares_not_100(story: Story, random: Random, _: str) -> Planted | None:
    """Shares of one whole that add up to more than rounding allows."""
    story = with_features(story, "shares_only")
    shares = _shares(story)
    fact = random.choice(list(shares))
    true = shares[fact]
    found = true + len(shares) + random.randint(3, 9)
    total = sum(shares.values()) - true + found
    why = f"The shares add up to {total}%."
    return (misprinted(story, "list", fact, found),), finding(story, "shares sum", fact, "100%", f"{total}%", why)


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
            return (misprinted(story, "list", fact, found),), finding(story, "count vs share", fact, f"{true}%", f"{found}%", why)
    return None


def _shares(story: Story) -> dict[Fact, Decimal]:
    """The shares of the story's list."""
    counts = {fact: Decimal(story.counts[fact]) for fact in breakdown(story)}
    total = sum(counts.values(), Decimal(0))
    return {fact._replace(measure="share_pct"): share(count, total, story.decimals) or Decimal(0) for fact, count in counts.items()}
