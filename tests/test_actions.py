"""What services say they do: columns and sentences of actions, and what came of them."""

import pytest
from drawing import HEAD, meant

from normalise.narrative.actions import is_action, text_to_actions
from schemas import Text
from schemas.vocabulary import vocabulary

COLUMN = """Root Cause\tActions
<p>Repairs – 20 instances</p>\t<p>Housing</p> <p>Housing carries out over 3,000 repairs a year.</p> <p>Service improvements include:</p> \
<ul> - A new rota for inspections - Weekly meetings with the contractor and the call centre</ul> \
<p>The team have worked closely with the call centre to track repairs. This helps residents.</p>
<p>Refuse – 7 instances</p>\t<p>Refuse Collection</p> <p>It is rare that lorries break down. \
The service will continue to ensure that spare lorries stand ready.</p>
"""


def test_a_column_of_actions_tells_each_service_what_it_does_and_what_else_it_says() -> None:
    records = meant(HEAD + COLUMN)
    assert [(row.service, row.kind, row.commitment) for row in records.commitments] == [
        ("Housing", "improvement", "A new rota for inspections"),
        ("Housing", "improvement", "Weekly meetings with the contractor and the call centre"),
        ("Housing", "improvement", "The team have worked closely with the call centre to track repairs. This helps residents."),
        ("Refuse Collection", "improvement", "The service will continue to ensure that spare lorries stand ready."),
    ]
    assert [(row.service, row.section, row.text) for row in records.commentary] == [
        ("Housing", "service_comment", "Housing carries out over 3,000 repairs a year."),
        (
            "Refuse Collection",
            "service_comment",
            "It is rare that lorries break down. The service will continue to ensure that spare lorries stand ready.",
        ),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In response the service introduced a new web form.",
        "A new booking system has recently been implemented.",
        "Managers have also undertaken additional training.",
        "We are also working on how we tell tenants of delays.",
        "The service remains committed to answering on time.",
        "The service need to ensure that documents can be found.",
        "It was agreed to simplify the form.",
        "Work to integrate the two systems has begun.",
        "The managers also hold weekly meetings about complaints.",
        "The team regularly reviews its letters.",
        "Lessons are discussed with individual staff.",
        "We made several improvements to the web page.",
        "Adjustments were made to the seats.",
        "This is due to retraining of the front desk.",
        "Opening hours have been extended.",
    ],
)
def test_a_sentence_that_says_what_is_done_is_an_action(sentence: str) -> None:
    assert is_action(sentence, vocabulary())


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of complaints fell from 52 to 39.",
        "There has been a reduction in complaints.",
        "Most complaints were about missed bins.",
        "All complaints were resolved within target.",
        "The service manages 8,400 homes.",
        "We expect that this will reduce complaints.",
        "Performance is improving.",
        "This year has seen a better result, which is encouraging.",
        "The case was discussed with the resident.",
    ],
)
def test_a_sentence_that_says_what_happened_is_none(sentence: str) -> None:
    assert not is_action(sentence, vocabulary())


def test_what_came_of_actions_is_told_with_them() -> None:
    text = Text.of("We have revised the contract. The team has been retrained. This has reduced complaints. The weather was good.")
    told = [(str(action), str(progress)) for action, progress in text_to_actions(text, vocabulary())]
    assert told == [
        ("We have revised the contract.", "This has reduced complaints."),
        ("The team has been retrained.", "This has reduced complaints."),
    ]


def test_a_heading_with_which_a_sentence_below_begins_names_a_service() -> None:
    records = meant(HEAD + "## Legal\n\nLegal received two complaints, and both were answered on time.\n")
    assert [(row.service, row.section) for row in records.commentary] == [("Legal", "service_comment")]


def test_the_lines_of_a_case_open_no_section_within_that_of_its_service() -> None:
    cases = "## Case summaries\n\n### Parks 16/12/2019\n\n### Complaint: Closure of a path\n\nArrangements were made to open the path.\n"
    records = meant(f"{HEAD}{cases}")
    assert [(row.service, row.commitment) for row in records.commitments] == [("Parks", "Arrangements were made to open the path.")]


def test_the_items_of_a_numbered_list_keep_their_number_in_every_form() -> None:
    for opened in ("{}) {}", "- {}) {}", "({}) {}", "{}. {}"):
        items = "\n\n".join(opened.format(n, text) for n, text in enumerate(("Ring back within a day", "Publish the rota"), 1))
        records = meant(f"{HEAD}## Parks\n\nThe following improvements were made:\n\n{items}\n")
        assert [(row.number, row.commitment) for row in records.commitments] == [("1", "Ring back within a day"), ("2", "Publish the rota")]


def test_numbered_lines_with_text_between_them_are_no_list() -> None:
    text = f"{HEAD}1. Complaints to Parks\n\nWe received 4 complaints about parks this year.\n\n2. Complaints to Roads\n\nWe received 5.\n"
    assert [row.service for row in meant(text).commentary if row.service.startswith("1. ")] == []


def test_what_brought_a_result_about_is_an_action_with_the_result_before_it() -> None:
    text = Text.of("Complaints have fallen by half. This is due to a retraining of the front desk. A new form was introduced. It was wet.")
    told = [(str(action), str(progress)) for action, progress in text_to_actions(text, vocabulary())]
    assert told == [
        ("This is due to a retraining of the front desk.", "Complaints have fallen by half."),
        ("A new form was introduced.", ""),
    ]


def test_a_result_without_a_pointer_back_is_that_of_the_last_action() -> None:
    text = Text.of("A project has been launched. A call back system has been piloted. Ringing early has reduced complaints.")
    told = [(str(action), str(progress)) for action, progress in text_to_actions(text, vocabulary())]
    assert [progress for _, progress in told] == ["", "Ringing early has reduced complaints."]


def test_in_the_councils_own_sections_actions_about_complaints_are_told_and_no_others() -> None:
    told = (
        "Officers were reminded to record compliments.",
        "The coast path was upgraded.",
        "In 2016/17 a new complaints form was introduced.",
        "95% of complaints were reviewed.",
    )
    records = meant(f"{HEAD}## How complaints were received\n\n" + "\n\n".join(told) + "\n")
    assert [(row.service, row.commitment) for row in records.commitments] == [("", told[0])]
