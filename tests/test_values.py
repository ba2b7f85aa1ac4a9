"""What a cell prints, figure by figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.words.values import cell_to_figures
from schemas import State, Unit
from schemas.printed import INEXACT


def shown(text: str) -> list[str] | None:
    figures = cell_to_figures(text)
    if figures is None:
        return None
    return [f"{'(' if f.bracketed else ''}{f.state if f.value is None else f.value}{f' {f.unit}' if f.unit else ''}" for f in figures]


@pytest.mark.parametrize(
    ("printed", "figures"),
    [
        ("206", ["206"]),
        ("206 (218)", ["206", "(218"]),
        ("206(218)", ["206", "(218"]),
        ("206 (218", ["206", "(218"]),
        ("206 218)", ["206", "(218"]),
        ("(218", None),
        ("206 (218 4", None),
        ("38% (44%)", ["38 percent", "(44 percent"]),
        ("0% 50%", ["0 percent", "50 percent"]),
        ("1,234", ["1234"]),
        ("38 %", ["38 percent"]),
        ("38.50%", ["38.50 percent"]),
        ("+13", ["13"]),
        ("-12", ["-12"]),
        ("–12", ["-12"]),
        ("£1,250.50", ["1250.50 gbp"]),
        ("38*", ["38"]),
        ("206¹", ["206"]),
        ("N/A (n/a)", ["not_applicable", "(not_applicable"]),
        ("-", ["nil"]),
        ("— (3)", ["nil", "(3"]),
        ("none", ["0"]),
        ("<5", ["unreadable"]),
        ("12 days", ["12 days"]),
        ("9.5 working days", ["9.5 days"]),
        ("1 response", ["1"]),
        ("50% (1/2) *", ["50 percent", "(1", "(2"]),
        ("6/10 (60%)", ["6", "10", "(60 percent"]),
        ("3 of 4", ["3", "4"]),
        ("Upheld -1", ["1"]),
        ("Upheld: 190 Partially upheld: 40", ["190", "40"]),
        ("Emergency - 97.6", ["97.6"]),
        ("", []),
    ],
)
def test_a_cell_that_prints_figures_is_read_figure_by_figure(printed: str, figures: list[str]) -> None:
    assert shown(printed) == figures


@pytest.mark.parametrize(
    "printed", ["2019-20", "2019/20", "13/14", "1/2", "3-5", "2nd", "1,23", "12:30", "(12", "1.2.3", "01632 960 108", "Stage 1 - 10 days"]
)
def test_a_cell_with_anything_else_in_it_holds_no_figures(printed: str) -> None:
    assert cell_to_figures(printed) is None


@given(st.integers(0, 10**7), st.sampled_from(["{}", "{:,}"]), st.booleans(), st.booleans())
def test_every_whole_number_is_read_as_it_is_printed(number: int, form: str, percent: bool, bracketed: bool) -> None:  # noqa: FBT001  drawn
    printed = form.format(number) + "%" * percent
    [figure] = cell_to_figures(f"({printed})" if bracketed else printed) or ()
    assert (figure.value, figure.unit, figure.bracketed) == (Decimal(number), Unit.PERCENT if percent else None, bracketed)
    assert figure.state is State.REPORTED


@given(st.text(alphabet="0123456789%(),.-–+£*N/A ", max_size=12))
def test_what_is_read_of_a_cell_is_the_whole_cell(printed: str) -> None:
    figures = cell_to_figures(printed)
    if figures is not None:
        places = {(figure.start, figure.end): figure.text for figure in figures}
        assert "".join(places.values()).replace(" ", "") == printed.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "bound"), [("over 300", True), ("c240", True), ("9 or more", True), ("about twenty", True), ("9 about bins", False)]
)
def test_a_word_before_a_number_makes_it_a_bound(text: str, bound: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(INEXACT.search(text)) is bound
