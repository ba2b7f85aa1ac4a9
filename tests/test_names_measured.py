"""How the service matcher is measured: what counts as right, and what its weights and crosswalk must agree with."""

import pytest

from benchmarks.fit import FEATURES
from benchmarks.labelled import Labelled, index_without
from benchmarks.plain import by_letters, by_tokens
from benchmarks.reliability import plot
from benchmarks.trial import Tried, result, tried
from normalise.reference import rows
from normalise.services.index import Phrase, phrases_to_index
from normalise.services.likelihood import weights
from normalise.services.reference import canonical

REPAIRS = Labelled("Northvale", "Repairs", "", "housing-repairs", frozenset({"housing-repairs"}))
WASTE = Labelled("Northvale", "Waste", "", "waste-collection", frozenset({"waste-collection", "waste-disposal"}))
TOTAL = Labelled("Northvale", "Total", "", "none", frozenset({"none"}))
GIVEN = [Tried(REPAIRS, "housing-general", 0.9), Tried(WASTE, "waste-disposal", 0.7), Tried(TOTAL, "finance", 0.2)]


def test_an_alternate_is_right_and_a_total_is_no_service_row() -> None:
    found = result(GIVEN, review_below=0.5)
    assert (found.names, found.services, found.headings) == (3, 0.5, 1.0)
    assert found.everything == pytest.approx(1 / 3)


def test_what_nobody_would_look_at_is_what_has_the_score_or_more() -> None:
    found = result(GIVEN, review_below=0.7)
    assert found.reviewed == pytest.approx(1 / 3)
    assert found.missed == pytest.approx(1 / 2)


def test_a_council_is_judged_without_its_own_names_and_with_everybody_elses() -> None:
    named = {phrase.text for phrase in index_without((REPAIRS, WASTE), "Northvale").phrases}
    assert {"Repairs", "Waste"}.isdisjoint(named)
    assert {"Housing Repairs", "Refuse"} <= named


def test_the_simple_matchers_know_services_only() -> None:
    index = phrases_to_index(
        [Phrase("Housing repairs", "housing-repairs"), Phrase("Refuse", "waste-collection"), Phrase("Repairs", "none")]
    )
    for make in (by_letters, by_tokens):
        assert [one.service_id for one in tried([REPAIRS], make(index))] == ["housing-repairs"]


def test_the_plot_has_a_dot_for_each_range_that_has_names() -> None:
    assert plot(GIVEN).count("<circle") == len(GIVEN)


def test_each_feature_has_its_weight() -> None:
    assert set(weights().features) == set(FEATURES)


def test_an_entry_of_the_service_list_is_named_once_and_is_in_use() -> None:
    live = {row["lgsl_id"] for row in rows("lgsl.csv") if row["status"] == "Live"}
    named = [one.lgsl for one in canonical().values() if one.lgsl]
    assert set(named) <= live
    assert len(set(named)) == len(named)
