"""Sentences on drawn reports, held against tables and against each other."""

import pytest
from audited import found


def test_a_sentence_about_a_part_of_a_service_contradicts_no_table() -> None:
    assert not found("""
        Service | all received
        Repairs | 120

        Prose   | all received
        Repairs | 34
        """)


LABELS = """
    Service | all cases subservice:Public Toilets | all cases subservice:Street Enforcement | all cases subservice:Events
    Streets | 12                                  | 16                                      | 5
"""


def test_a_part_that_a_sentence_calls_by_other_words_is_the_one_that_can_only_be_meant() -> None:
    said = "Prose | all cases subservice:the city’s public toilets | all cases subservice:public realm enforcement\nStreets | {} | {}"
    assert [f.expected for f in found(f"{LABELS}\n\n{said.format(11, 13)}")] == ["12", "16"]
    assert not found(f"{LABELS}\n\n{said.format(12, 16)}")


@pytest.mark.parametrize("said", ["enforcement", "other enforcement", "noise", "events in public places", "public toilets and enforcement"])
def test_words_that_may_mean_another_part_or_several_are_held_against_none(said: str) -> None:
    assert not found(f"{LABELS}\n\nProse | all cases subservice:{said}\nStreets | 14")


def test_a_sentence_of_the_whole_council_is_held_against_the_table_only_if_it_is_a_slip_away() -> None:
    table = " | all received\n | 3688\n\nProse | all received\n | {}"
    assert [f.found for f in found(table.format("3668"))] == ["3668"]
    assert [f.found for f in found(table.format("6388"))] == ["6388"]
    assert not found(table.format("3512"))


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("We took 300,000 calls. Complaints therefore equate to 0.014% of calls.", ["0.014% of calls"]),
        ("We took over 300,000 calls. Complaints therefore equate to 0.011% of calls.", []),
        ("We took 300,000 calls, 20,000 calls of them at night. Complaints are 0.014% of calls.", []),
        ("We took 300,000 calls. Complaints are 10% of complaints of the council.", []),
        ("We took 300,000 calls. Complaints are 0.2% of visits.", []),
    ],
)
def test_complaints_are_held_against_the_contacts_that_comments_count_once(comment: str, told: list[str]) -> None:
    drawn = f"Service | all received\nContact Centre | 34\n\n> [Contact Centre] {comment}"
    assert [finding.found for finding in found(drawn)] == told
