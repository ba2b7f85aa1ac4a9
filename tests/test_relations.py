"""What rules ask of the figures of a report, held against what they tell of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from audited import draw
from smallest import SMALLEST
from test_checks_gold import FOLDERS, SHARED, read

from checks.audit import EVERY_RULE, gather, tried
from checks.relations import printed
from checks.trial import Trial
from schemas import Records

NOT_OF_NUMBERS = {
    "row_is_its_own",
    "outcomes_are_split_the_same",
    "year_ends_the_year_after_it_begins",
    "corner_names_its_own_service",
    "caption_has_the_period_of_its_table",
    "case_is_dated_in_its_period",
    "period_ends_after_it_begins",
}
"""Rules that no other number of one figure keeps for certain: rows are long, two outcomes are off at once, words and years no values."""
READ_BY_PEOPLE = (*FOLDERS, SHARED / "gold" / "thurrock-2019-20", SHARED / "gold" / "brent-2019-20")


def trials(records: Records) -> Iterator[tuple[str, Trial]]:
    for name, found in tried(gather(records), EVERY_RULE).items():
        yield from ((name, trial) for trial in found if not trial.silent)


def is_kept(trial: Trial) -> bool:
    return trial.relation is None or trial.relation.holds(printed([trial.relation]))


def told_otherwise(records: Records) -> list[str]:
    return [name for name, trial in trials(records) if trial.relation and is_kept(trial) == (trial.doubt is not None)]


@pytest.mark.parametrize("name", SMALLEST)
def test_what_a_rule_doubts_breaks_what_it_asks_and_nothing_else_does(name: str) -> None:
    assert told_otherwise(draw(SMALLEST[name].broken)) == told_otherwise(draw(SMALLEST[name].healthy)) == []


@pytest.mark.parametrize("folder", READ_BY_PEOPLE, ids=[folder.name for folder in READ_BY_PEOPLE])
def test_so_it_is_in_reports_that_people_read(folder: Path) -> None:
    assert told_otherwise(read(folder)) == []


@pytest.mark.parametrize("name", sorted(set(SMALLEST) - NOT_OF_NUMBERS))
def test_every_rule_of_numbers_says_what_it_asks_of_them(name: str) -> None:
    doubted = [trial for check, trial in trials(draw(SMALLEST[name].broken)) if check == name and trial.doubt]
    assert doubted
    assert all(trial.relation for trial in doubted)
