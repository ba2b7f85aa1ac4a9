"""Misprints in drawn reports: what the checks must see of them. The whole measure is `make power`."""

import pytest

from benchmarks.power import Sight, Tried, healthy, page, plot, tried

FAMILIES = "comparative", "outcomes", "label_share", "blocks"
EACH = 12


@pytest.fixture(scope="module")
def found() -> list[Tried]:
    return [one for report in healthy(FAMILIES, [2]) for one in tried(report, EACH)]


def test_a_misprint_that_breaks_a_rule_with_power_is_told(found: list[Tried]) -> None:
    broken = [one for one in found if one.breaks]
    assert len(broken) > len(found) / 2
    assert [one for one in broken if one.sight is not Sight.TOLD] == []


def test_the_misprinted_figure_is_among_those_blamed(found: list[Tried]) -> None:
    assert [one for one in found if one.sight is Sight.TOLD and not one.among] == []


def test_what_is_blamed_alone_is_no_more_than_can_be_known(found: list[Tried]) -> None:
    assert [one for one in found if one.alone and not one.alone_at_best] == []


def test_a_misprint_changes_what_is_printed(found: list[Tried]) -> None:
    assert len(found) == EACH * len(FAMILIES)
    assert all(one.misprint.figure.source == "prose" or f"{one.misprint.figure.value:f}" in one.misprint.figure.text for one in found)


def test_page_and_plot_say_the_same(found: list[Tried]) -> None:
    text, drawn = page(found), plot(found)
    assert all(f"| {family.replace('_', ' ')} | {EACH} |" in text and f">{family.replace('_', ' ')}<" in drawn for family in FAMILIES)
    assert f"| all | {len(found)} |" in text
