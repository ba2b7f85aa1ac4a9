"""What a row of the benchmark says to know before comparing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from benchmarked import CODE, IDS, SUMMARY, benchmark, counts, printed, row, said

from schemas import (
    Comment,
    Figure,
    Finding,
    Measure,
    Revision,
    Section,
    Service,
    Severity,
)


@pytest.mark.parametrize(
    ("end", "caveat"),
    [
        ((2019, 4, 30), ["covers a month, not a year"]),
        ((2019, 6, 30), ["covers a quarter, not a year"]),
        ((2019, 8, 31), ["covers 5 months, not a year"]),
        ((2019, 9, 30), ["covers half a year, not a year"]),
        ((2020, 3, 31), []),
    ],
)
def test_a_part_of_a_year_is_told(end: tuple[int, int, int], caveat: list[str]) -> None:
    records = counts(received=30)
    figures = tuple(replace(f, period_end=date(*end)) for f in records.figures)
    assert said(row(benchmark(replace(records, figures=figures)), "housing-repairs", "1")) == caveat


def noted(text: str, service: str = "", section: Section = Section.NOTE) -> Comment:
    """A comment of Northvale's report."""
    return Comment("report.txt", CODE, "", service, IDS.get(service, "all"), section, None, text, 7)


@pytest.mark.parametrize(
    ("comment", "bears"),
    [
        (noted("2018/19 data relates only to missed collections.", "Repairs"), True),
        (noted("2018/19 data relates only to missed collections.", "Trees"), False),
        (noted("Complaints for this area cover the gas contract too.", "Repairs", Section.SCOPE), True),
        (noted("Stage 2 figures include appeals.", "Repairs"), False),
        (noted("Stage 1 figures include appeals."), True),
        (noted("The 2019/20 figures exclude schools."), True),
        (noted("The 2018/19 figures exclude schools."), False),
        (noted("* Figures include appeals."), False),
        (noted("Last year's figures are shown in brackets."), False),
        (noted("We thank everybody who wrote to us."), False),
        (noted("Figures are poor.", section=Section.SUMMARY), False),
    ],
)
def test_a_note_is_told_where_it_bears_on_the_figures(comment: Comment, bears: bool) -> None:  # noqa: FBT001 - a column of the table above
    records = replace(counts(received=30), commentary=(comment,))
    told = said(row(benchmark(records), "housing-repairs", "1"))
    assert told == ([f"{comment.section} on page 7: {comment.text}"] if bears else [])


def test_a_later_reports_note_on_an_earlier_year_is_told_in_that_year() -> None:
    earlier = counts(received=30)
    note = noted("2019/20 data relates only to missed collections.", "Repairs")
    later = replace(earlier, report=replace(earlier.report, report_id="later", file="later.txt"), figures=(), commentary=(note,))
    assert said(row(benchmark(earlier, later), "housing-repairs", "1")) == [f"note on page 7: {note.text}"]


def test_a_name_whose_match_needs_review_is_told() -> None:
    doubtful = Service(CODE, "Repairs", "", "housing-repairs", "Housing repairs", "Housing", Decimal("0.5"), "words", needs_review=True)
    found = row(benchmark(counts(received=30), services=[doubtful]), "housing-repairs", "1")
    assert said(found) == ["whether this is the service meant needs review: Repairs"]
    assert found["needs_review"]


def test_a_name_in_doubt_is_not_added_to_one_that_is_sure() -> None:
    doubtful = Service(CODE, "Recycling", "", "waste-collection", "Waste", "Environment", Decimal("0.5"), "words", needs_review=True)
    records = printed(SUMMARY)
    found = row(benchmark(records, services=[doubtful]), "waste-collection", "1")
    other = next(f for f in records.figures if f.service == "Recycling" and f.measure is Measure.RECEIVED)
    assert (found["received"], found["upheld_pct"], found["needs_review"]) == (40, 25, False)
    assert f"received is also printed under another name, Recycling: 20 ({other.place})" in said(found)


def finding(check: str, *figures: Figure, explanation: str = "") -> Finding:
    """What a check found out about these figures."""
    first = figures[0]
    about = (first.service, first.service_id, first.stage, first.period_start, first.period_end)
    ids = "|".join(figure.figure_id for figure in figures)
    return Finding("f", first.report_id, check, Severity.WARNING, CODE, *about, "", "", "", explanation, "", "", ids, None)


def test_what_a_check_doubts_is_told_of_the_percentage_and_not_of_its_base() -> None:
    records = printed(SUMMARY)
    received, rate = (f for f in records.figures if f.service == "Repairs" and f.measure in {Measure.RECEIVED, Measure.UPHELD_PCT})
    doubted = finding("percentage_is_possible", rate, received, explanation="Rates are of closed complaints.")
    found = row(benchmark(replace(records, findings=(doubted,))), "housing-repairs", "1")
    told = "no whole number out of the complaints printed beside it: upheld_pct; the report may explain it: Rates are of closed complaints."
    assert said(found) == [told]


def test_a_change_in_doubt_is_no_doubt_of_the_figure() -> None:
    records = counts(received=30)
    doubted = finding("change_is_between_the_two_figures", *records.figures)
    assert said(row(benchmark(replace(records, findings=(doubted,))), "housing-repairs", "1")) == []


def test_what_a_check_finds_out_about_another_service_is_not_told() -> None:
    records = printed(SUMMARY)
    whole, part = (next(f for f in records.figures if f.service == name and f.measure is Measure.RECEIVED) for name in ("", "Repairs"))
    frame = benchmark(replace(records, findings=(finding("services_add_to_their_total", whole, part),)))
    assert said(row(frame, "housing-repairs", "1")) == []
    assert said(row(frame, "all", "1")) == ["at odds with other figures (services add to their total): received"]


def test_what_a_later_report_restates_is_told() -> None:
    records = counts(received=30)
    (one,) = records.figures
    about = (one.service, one.service_id, one.stage, one.measure, one.period_start, one.period_end)
    revision = Revision("v", CODE, "restated", one.report_id, "later", *about, "30", "28", "", f"{one.figure_id}|other")
    found = row(benchmark(records, revisions=[revision]), "housing-repairs", "1")
    assert said(found) == ["restated by a later report: received 28 instead of 30"]


def test_of_two_reports_that_print_one_row_the_fuller_is_shown_and_the_other_told() -> None:
    thin = counts(received=31)
    thin = replace(
        thin,
        report=replace(thin.report, report_id="a", file="a.txt"),
        figures=tuple(replace(f, report_id="a", figure_id="a") for f in thin.figures),
    )
    found = row(benchmark(thin, counts(received=30, upheld=10)), "housing-repairs", "1")
    assert (found["received"], found["report_id"]) == (30, "report.txt")
    assert said(found) == ["another report (a.txt) prints received 31"]
