"""What is said wrongly: a period or a corner by its words, or this year by what next year's report says of it."""

from dataclasses import replace
from random import Random

from corpus.specimen.planting import SAID, Planted, changed, facts, finding, nearby, period, with_features
from corpus.specimen.rows import FindingRow
from corpus.specimen.truth import Span, Story, following, in_words


def prior_revised(story: Story, random: Random, family: str) -> Planted | None:
    """Next year's report gives another figure for this year than this year's did."""
    later = following(story)
    column = ("1", "received") if family == "service_year" else ("1", "escalated")
    for fact, true in facts(later, random, column, back=1):
        found = nearby(later, fact, true, random)
        if found is not None:
            why = f"The later report gives {found} for {period(later, 1)} where the earlier report gave {true}."
            return (story, changed(later, fact, found)), finding(later, "restated", fact, true, found, why, back=1)
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


def wrong_corner(story: Story, random: Random, _: str) -> Planted | None:
    """A table whose corner names another service than its section."""
    name, other = (service.name for service in random.sample(story.services[:3], 2))
    why = f"The corner of the table of {name} reads {other}."
    story = replace(with_features(story, "corner"), misworded={name: other})
    return (story,), FindingRow("wrong label", name, "", period(story), name, other, why)


def period_misprint(story: Story, _random: Random, _family: str) -> Planted | None:
    """A period that ends before it begins."""
    start, end = story.span
    wrong = Span(start, f"{int(end[:4]) - 1}{end[4:]}")
    right, found = (in_words(span).partition(" to ")[2] for span in (story.span, wrong))
    why = f"The report says that it covers {in_words(wrong)}."
    story = replace(story, misworded={"period": in_words(wrong)})
    return (story,), FindingRow("period", "", "", period(story), right, found, why)
