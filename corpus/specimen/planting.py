"""What planting a fault takes: places that can hold one, a story changed there, and the finding that an auditor must be told.

A fault in `changed` holds wherever the fact is printed and in all that is worked out from it, one in `misprinted` or `misworded` only at
its place.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.specimen.rows import FindingRow
from corpus.specimen.truth import Fact, Story, value

SAID = 2  # so many services have a section in every family with sections, whose sentences state their figures
Planted = tuple[tuple[Story, ...], FindingRow]
"""The stories of one report, or of two of neighbouring years, and what an auditor must be told of the last."""


def period(story: Story, back: int = 0) -> str:
    """A period as findings name it."""
    start = story.start - back
    return f"{start}-{(start + 1) % 100:02}" + " H1" * (story.half and not back)


def with_features(story: Story, *features: str) -> Story:
    """A story whose report prints these too."""
    return replace(story, features=story.features | set(features))


def changed(story: Story, fact: Fact, found: Decimal) -> Story:
    """A story in which a fact is another number, wherever it is printed."""
    return replace(story, changed={fact: found})


def misprinted(story: Story, table: str, fact: Fact, found: Decimal) -> Story:
    """A story in which one table prints another number."""
    return replace(story, misprinted={(table, fact): found})


def facts(story: Story, random: Random, *columns: tuple[str, str], most: int = 3, back: int = 0) -> Iterator[tuple[Fact, Decimal]]:
    """The facts of these columns for the first services, in any order, with their values."""
    columned = [story.fact(service.name, back, *column) for service in story.services[:most] for column in columns]
    for fact in random.sample(columned, len(columned)):
        true = value(story, fact)
        if true is not None:
            yield fact, true


def finding(story: Story, check: str, fact: Fact, expected: object, found: object, why: str, back: int = 0) -> FindingRow:  # noqa: PLR0913, PLR0917
    """What an auditor must be told of a fact: what is printed, and what the others ask for."""
    return FindingRow(check, fact.service, fact.stage, period(story, back), str(expected), str(found), why)


def nearby(story: Story, fact: Fact, true: Decimal, random: Random) -> Decimal | None:
    """Another count that could be: not below nothing, and of those escalated no more than the rules on their way allow."""
    if fact.measure != "escalated":
        return true + random.choice((1, 2, 3))
    bounds = [fact._replace(measure="received"), fact._replace(stage=str(int(fact.stage) + 1), measure="received")]
    most = value(story, bounds[fact.stage == "1"]) or Decimal(0)
    return next((true + step for step in random.sample((1, 2, -1, -2), 4) if 0 <= true + step <= most), None)
