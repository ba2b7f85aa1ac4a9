"""Printed categories of breakdowns and their codes."""

from collections.abc import Callable

import pytest
from drawing import HEAD, meant, table
from hypothesis import given
from hypothesis import strategies as st

from normalise.categories import Category, categories, category_to_id
from schemas import Dimension

NAMED = [
    (dimension, one, alias) for one in categories() for dimension in sorted(one.dimensions) for alias in one.aliases if "*" not in alias
]


@pytest.mark.parametrize(
    ("dimension", "printed", "code"),
    [
        ("cause", "Service delayed", "delay"),
        ("cause", "Delay in repair", "delay"),
        ("cause", "Delay in repair/inspection", "delay"),
        ("theme", "Delayed/No response", "delay"),
        ("cause", "Service no up to standard", "standard"),
        ("cause", "Service no up to standard/ as agreed", "standard"),
        ("action", "Performance management - staff member", "staff-action"),
        ("cause", "Service not provided/up to standard", "service-failure"),
        ("cause", "Employee (attitude/behaviour)", "staff"),
        ("cause", "Staff atitude", "staff"),
        ("cause", "Customer Care", "service-failure"),
        ("cause", "Policy or Procedure", "policy"),
        ("cause", "Complaints about staff", "staff"),
        ("cause", "Complaints process", "complaint-handling"),
        ("channel", "By e-mail", "email"),
        ("channel", "On-line form", "web"),
        ("channel", "Email & Web", "email-or-web"),
        ("action", "An apology", "apology"),
        ("action", "Procedure or policy review / change", "procedure-change"),
        ("action", "Financial Redress", "payment"),
        ("action", "avoidable distress / time / trouble", "payment-distress"),
        ("outcome", "No maladministration", "no-maladministration"),
        ("outcome", "Maladministration (poor management)", "maladministration"),
        ("rating", "Telephone: Good", "good"),
        ("subservice", "Grand total", "total"),
    ],
)
def test_a_printed_category_has_the_code_of_what_it_says(dimension: str, printed: str, code: str) -> None:
    assert category_to_id(Dimension(dimension), printed) == code


@pytest.mark.parametrize(
    ("dimension", "printed"),
    [
        ("cause", "Police"),
        ("cause", "Trees"),
        ("cause", "Planning Policy"),
        ("cause", "Staff and policy"),
        ("cause", "Delaware"),
        ("cause", "Not standard"),
        ("theme", "No Evident Trend"),
        ("channel", "Apology"),
        ("action", "Telephone"),
        ("subservice", "Delay"),
        (None, "Delay"),
    ],
)
def test_what_no_name_fits_has_no_code(dimension: str | None, printed: str) -> None:
    assert category_to_id(Dimension(dimension) if dimension else None, printed) == ""


def test_a_category_has_its_code_beside_it() -> None:
    drawn = """
    | Reason for complaint | Number |
    | Delay in service     |      7 |
    | Staff attitude       |      3 |
    | Trees                |      2 |
    """
    figures = meant(HEAD + table(drawn)).figures
    assert [(f.dimension, f.category_id) for f in figures] == [("cause", "delay"), ("cause", "staff"), ("cause", "")]


@given(st.sampled_from(NAMED), st.sampled_from([str.upper, str.title, str.strip, "{} ".format, "{}*".format, "{}:".format]))
def test_every_name_of_the_list_has_its_code_however_it_is_written(
    named: tuple[Dimension, Category, str], write: Callable[[str], str]
) -> None:
    dimension, category, alias = named
    assert category_to_id(dimension, write(alias)) == category.category_id


def test_no_name_of_the_list_means_two_things_in_one_breakdown() -> None:
    spelled = [(sort, alias) for sort, _, alias in NAMED]
    assert len(spelled) == len(set(spelled))
