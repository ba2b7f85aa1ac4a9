"""What the report itself says of a disagreement: the words that account for one, and those that do not."""

from dataclasses import replace

import pytest
from audited import draw, found
from smallest import SMALLEST

from checks import audit
from checks.explanations import FAMILIES, to_explanations
from schemas import Comment, Section, Severity, VocabularyError

EQUAL = "stage_2_escalated_equals_stage_3_received"


@pytest.mark.parametrize(
    "sentence",
    [
        "Please note: The Complaints Team will investigate a complaint direct at stage 3 when an assessment deems it appropriate",
        "Some cases were dealt with straight at Stage Three.",
        "Serious complaints go directly to the third stage.",
        "Two complaints were carried over from the year before.",
    ],
)
def test_a_surplus_is_explained_by_the_reports_own_sentence(sentence: str) -> None:
    (finding,) = found(f"{SMALLEST[EQUAL].broken.rstrip()}\n> All is well. {sentence}")
    assert (finding.severity, finding.explanation) == (Severity.EXPLAINED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints go straight to stage 2 when they are serious.",
        "A complaint cannot go straight to stage 3.",
        "Stage 3 complaints are handled directly by the Chief Executive.",
        "The commitment to answer stage 3 complaints in time is carried over to next year.",
    ],
)
def test_a_sentence_about_something_else_explains_nothing(sentence: str) -> None:
    (finding,) = found(f"{SMALLEST[EQUAL].broken.rstrip()}\n> {sentence}")
    assert (finding.severity, finding.explanation) == (Severity.WARNING, "")


def test_the_sentence_of_the_same_directorate_is_preferred() -> None:
    records = draw(SMALLEST[EQUAL].broken.replace("Repairs", "Housing: Repairs"))
    note = Comment("drawn", "", "Finance", "", "", Section.NOTE, None, "Finance looks at debts direct at stage 3.", None)
    own = replace(note, directorate="HOUSING", text="Housing looks at floods direct at stage 3.")
    (finding,) = audit(replace(records, commentary=(note, own))).findings
    assert finding.explanation == own.text


def test_a_deficit_is_not_explained_by_what_explains_a_surplus() -> None:
    (finding,) = found("""
        Service | 2 escalated | 3 received
        Repairs | 5           | 4
        > The team will investigate a complaint direct at stage 3 if need be.
        """)
    assert (finding.severity, finding.expected, finding.found) == (Severity.WARNING, "5", "4")


WORDS = {
    "rows_add_to_their_total": "A complaint may concern more than one service.",
    "rows_add_to_the_total_elsewhere": "The table does not include services without complaints.",
    "stages_add_to_their_total": "Complaints that went through several stages are counted once.",
    "categories_add_to_their_total": "Some complaints have more than one cause, so the causes do not add up to the total.",
    "shares_add_to_a_hundred": "Percentages may not sum to 100 because of rounding.",
    "outcome_percentages_add_to_a_hundred": "Figures may not add up due to rounding.",
    "printed_twice_has_one_value": "The second table is not directly comparable with the first.",
    "sentence_says_what_is_printed": "The figures were restated after the summary was written.",
    "percentage_is_possible": "Percentages are based on complaints closed in the year.",
    "percentage_is_its_count_of_its_base": "The rate is calculated from complaints closed, and is a proportion of complaints answered.",
    "part_is_within_its_whole": "Two complaints were carried over from the year before.",
    "stage_receives_no_more_than_the_one_below": "Serious complaints go direct to stage 3.",
}


@pytest.mark.parametrize("name", WORDS)
def test_a_disagreement_is_explained_by_words_that_account_for_it(name: str) -> None:
    findings = found(f"{SMALLEST[name].broken.rstrip()}\n> All is well. {WORDS[name]}")
    assert {(finding.severity, finding.explanation) for finding in findings} == {(Severity.EXPLAINED, WORDS[name])}


@pytest.mark.parametrize("name", ["difference_is_current_less_prior", "count_is_not_negative", "percentage_is_within_a_hundred"])
def test_no_words_account_for_what_cannot_be(name: str) -> None:
    said = " ".join(WORDS.values())
    assert [finding.explanation for finding in found(f"{SMALLEST[name].broken.rstrip()}\n> {said}")] == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Several services improved their way of answering complaints.",
        "We aim to answer all complaints; the rate of answers out of time should be lower.",
        "More than one manager looked at the complaints.",
    ],
)
@pytest.mark.parametrize("name", ["rows_add_to_their_total", "percentage_is_possible", "printed_twice_has_one_value"])
def test_words_about_something_else_account_for_nothing(name: str, sentence: str) -> None:
    assert {finding.explanation for finding in found(f"{SMALLEST[name].broken.rstrip()}\n> {sentence}")} == {""}


def test_words_about_another_service_account_for_nothing() -> None:
    records = draw(SMALLEST["percentage_is_possible"].broken)
    note = Comment("drawn", "", "", "Waste", "", Section.NOTE, None, WORDS["percentage_is_possible"], None)
    assert [finding.explanation for finding in audit(replace(records, commentary=(note,))).findings] == [""]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[stages]\n3 = "stage 3"', "stages.3"),
        ("[[surplus]]\nnone = []", "surplus"),
        ("[[surplus]]\nall = [[1]]", "surplus.all"),
        ("surplus = []\ndeficit = 1", "deficit"),
        ('[stages]\n"3rd" = []', "stages.3rd"),
        ("[stages", "not TOML"),
    ],
)
def test_an_error_in_the_words_names_file_and_key(text: str, key: str) -> None:
    others = "\n".join(f"[[{family}]]\nall = [[]]" for family in FAMILIES if family not in text)
    with pytest.raises(VocabularyError, match=rf"^explanations\.toml: {key}"):
        to_explanations(f"{text}\n{others}")
