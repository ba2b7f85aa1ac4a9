from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.services import Printed, match
from normalise.services.features import evidence
from normalise.services.ids import is_known
from normalise.services.index import known_names
from normalise.services.likelihood import likelihoods, weights
from normalise.services.reference import canonical
from normalise.services.surroundings import Surroundings

ALIASES = sorted((name, one.service_id) for one in canonical().values() for name in one.aliases)


def meant(name: str, directorate: str = "", council: str = "", context: str = "") -> str:
    return match(Printed(name, directorate, council, context)).service_id


@pytest.mark.parametrize(
    ("name", "service_id"),
    [
        ("Housing –Repairs", "housing-repairs"),
        ("E&H - Waste Management", "waste-collection"),
        ("REFUSE & RECYCLING", "waste-collection"),
        ("Temporary Accomodation", "temporary-accommodation"),
        ("Children's Social Care Team", "childrens-social-care"),
        ("Damp and mould", "housing-repairs"),
        ("Potholes", "highways-maintenance"),
        ("Special Educational Needs (SEN)", "send"),
        ("Council Tax and Recovery", "council-tax"),
        ("Waste & Recycling (Missed Bin collections)", "waste-collection"),
    ],
)
def test_a_service_is_known_by_its_usual_names_and_their_misprints(name: str, service_id: str) -> None:
    assert meant(name) == service_id


@pytest.mark.parametrize(
    ("name", "directorate", "service_id"),
    [
        ("Property Services", "Housing", "housing-repairs"),
        ("Property Services", "Corporate Resources", "property-facilities"),
        ("Safeguarding", "Adult Social Care", "adult-safeguarding"),
        ("Safeguarding", "Children and Families", "childrens-assessment-safeguarding"),
        ("Enforcement", "Planning", "planning-enforcement"),
        ("Enforcement", "Parking", "parking-enforcement"),
        ("Public Realm", "Housing Directorate", "estate-management"),
    ],
)
def test_the_directorate_decides_what_the_name_alone_cannot(name: str, directorate: str, service_id: str) -> None:
    assert meant(name, directorate) == service_id


def test_planning_performance_is_no_land_use_planning() -> None:
    assert meant("Planning, Performance and Partnerships", "Children's Services") == "strategy-transformation"


def test_customer_care_is_a_cause_in_a_table_of_causes() -> None:
    assert meant("Customer Care", context="table of causes") == "none"
    assert meant("Customer Care", "Resources") == "contact-centre"


def test_the_waste_of_a_county_is_what_is_brought_to_its_sites() -> None:
    assert meant("Waste Management", council="E10000016") == "waste-disposal"
    assert meant("Waste Management", council="E07000008") == "waste-collection"


@pytest.mark.parametrize(
    "name", ["Total", "Grand Total", "Other", "Delay in service", "Staff conduct", "Stage 2", "Not upheld", "Not known"]
)
def test_what_is_no_service_is_none(name: str) -> None:
    assert meant(name) == "none"


@pytest.mark.parametrize(
    ("name", "service_id"),
    [
        ("Children's Services", "directorate:education-children"),
        ("Place", "directorate:mixed"),
        ("Adults, Housing & Health", "directorate:mixed"),
        ("Chief Executive's", "directorate:corporate-other"),
        ("Adult Social Care", "adult-social-care"),
    ],
)
def test_a_heading_over_several_services_is_a_directorate_and_a_whole_service_is_none(name: str, service_id: str) -> None:
    assert meant(name, context="directorate") == service_id


@pytest.mark.parametrize("name", ["Xqzv wplk", "", "???", "Zzgh 17"])
def test_what_nobody_knows_has_no_service_or_is_looked_at(name: str) -> None:
    found = match(Printed(name))
    assert found.needs_review


@given(
    st.sampled_from(ALIASES),
    st.sampled_from([str.upper, str.lower, str.title, lambda text: f" {text}. ", lambda text: text.replace(" and ", " & ")]),
)
def test_case_and_signs_do_not_matter(alias: tuple[str, str], change: Callable[[str], str]) -> None:
    name, _ = alias
    assert match(Printed(change(name))) == match(Printed(name))


@given(
    st.text(max_size=60), st.sampled_from(["", "Housing", "Children's Services", "Place"]), st.sampled_from(["", "directorate", "causes"])
)
def test_a_match_is_a_known_id_its_score_a_share_and_its_candidates_in_order(name: str, directorate: str, context: str) -> None:
    found = match(Printed(name, directorate, "", context))
    assert all(is_known(one.service_id) and 0 <= one.score <= 1 for one in found.candidates)
    assert [one.score for one in found.candidates] == sorted((one.score for one in found.candidates), reverse=True)
    assert found.service_id in {"", *(one.service_id for one in found.candidates[:1])}
    assert found.service_id or found.needs_review


@given(st.lists(st.sampled_from(ALIASES), min_size=2, max_size=6), st.sampled_from(["", "Housing", "Resources"]))
def test_what_is_looked_at_is_less_sure_than_what_is_not(aliases: list[tuple[str, str]], directorate: str) -> None:
    found = [match(Printed(f"{name} north", directorate)) for name, _ in aliases]
    looked = [one.score for one in found if one.needs_review]
    assert not looked or max(looked) <= min((one.score for one in found if not one.needs_review), default=1.0)


@given(st.lists(st.sampled_from(sorted(known_names().rare)), max_size=12))
def test_what_words_weigh_does_not_depend_on_their_order_to_the_last_digit(words: list[str]) -> None:
    assert known_names().weight(words) == known_names().weight(words[::-1])


@given(st.sampled_from(ALIASES))
def test_a_score_does_not_depend_on_the_order_in_which_its_reasons_were_found(alias: tuple[str, str]) -> None:
    found = evidence(known_names(), f"{alias[0]} north", Surroundings())
    turned = {one: dict([*features.items()][::-1]) for one, features in [*found.items()][::-1]}
    assert likelihoods(found, weights()) == likelihoods(turned, weights())
