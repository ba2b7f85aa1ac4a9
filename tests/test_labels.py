"""What labels are: the heading of their column, a caption, or the labels themselves say it, the nearer first."""

from datetime import date

import pytest
from audited import found
from drawing import HEAD, meant, table, told, unread

from normalise.tables.categories import dimension_of, text_to_dimensions
from normalise.words.ranges import find_spans, text_to_day
from schemas import LabelKind
from schemas.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("caption", "dimensions"),
    [
        ("Repairs: Cases by sub-service & Root Causes", ("subservice", "cause")),
        ("Complaints by channel, 2019/20", ("channel",)),
        ("How complaints were received", ("channel",)),
        ("Complaints by service", ()),
        ("The issue of the year", ()),
    ],
)
def test_a_caption_says_what_labels_are(caption: str, dimensions: tuple[str, ...]) -> None:
    assert text_to_dimensions(caption, vocabulary()) == dimensions


@pytest.mark.parametrize(
    ("labels", "dimension"),
    [
        (["Email & Web", "Telephone", "Face to face", "Carrier pigeon"], "channel"),
        (["Good %", "Average %", "Poor %"], "rating"),
        (["Repairs", "Communication", "Parks", "Benefits"], None),
        (["Delay", "Telephone"], None),
    ],
)
def test_labels_are_what_most_of_them_are_typical_of(labels: list[str], dimension: str | None) -> None:
    assert dimension_of(labels, vocabulary()) == dimension


def test_a_caption_makes_categories_of_columns_where_the_rows_are_years() -> None:
    records = meant(HEAD + "How complaints were received\n\n" + table("Year | Email | Carrier pigeon \n 2019-20 | 89% | 11%"))
    assert told(records) == [
        "all, all, 2019-20: share_pct channel Email 89 percent",
        "all, all, 2019-20: share_pct channel Carrier pigeon 11 percent",
    ]


def test_categories_that_cross_are_told_of_both() -> None:
    records = meant(
        HEAD + "Feedback ratings by channel\n\n" + table("Channel | Year | Total | Good % | Poor % \n Phone | 2019-20 | 2775 | 89% | 2%")
    )
    assert told(records) == [
        "all, all, 2019-20: feedback channel Phone 2775 count",
        "all, all, 2019-20: share_pct rating Phone: Good 89 percent",
        "all, all, 2019-20: share_pct rating Phone: Poor 2 percent",
    ]


def test_a_count_its_share_and_the_total_of_causes() -> None:
    records = meant(HEAD + table("Cause | Count | Percentage \n Woozle | 3 | 75% \n Heffalump | 1 | 25% \n Total | 4 | 100%"))
    assert told(records)[-2:] == ["all, all, 2019-20: cases cause Total 4 count", "all, all, 2019-20: share_pct cause Total 100 percent"]


def test_the_total_of_outcomes_that_are_measures_is_what_was_decided() -> None:
    records = meant(HEAD + table("Outcome | Number \n Upheld | 3 \n Not upheld | 1 \n Total | 4"))
    assert [line.split(": ")[1] for line in told(records)] == ["upheld 3 count", "not_upheld 1 count", "decided 4 count"]


def test_outcomes_that_are_no_measures_are_categories() -> None:
    records = meant(
        HEAD + "# Housing Ombudsman 2019/20\n\n" + table("Outcome | Volume \n No maladministration | 1 \n Maladministration | 2")
    )
    assert told(records)[0] == "all, ombudsman, 2019-20: cases outcome No maladministration 1 count"


def test_a_caption_that_counts_something_else_gives_no_figure() -> None:
    assert told(meant(HEAD + "Website visits by channel\n\n" + table("Channel | Number \n Phone | 3 \n Tablet | 4"))) == []


def test_a_corner_that_repeats_the_heading_names_what_the_table_is_about() -> None:
    records = meant(HEAD + "## Gadgets\n\n" + table("Gadgets | Total Complaints | Compliments \n 2019-20 | 33 | 3"))
    assert told(records) == ["Gadgets, all, 2019-20: received 33 count", "Gadgets, all, 2019-20: compliments 3 count"]


def test_a_caption_under_the_name_of_a_section_is_about_its_service() -> None:
    own = table("Service | Received \n Housing Repairs | 9")
    text = f"{HEAD}{own}\n## Housing Repairs\n\n## Repairs: root causes\n\n" + table("| Number \n Woozle | 3 \n Heffalump | 6")
    assert told(meant(text))[1:] == [
        "Housing Repairs, all, 2019-20: cases cause Woozle 3 count",
        "Housing Repairs, all, 2019-20: cases cause Heffalump 6 count",
    ]


def test_a_column_of_words_behind_the_figures_is_no_column_of_labels() -> None:
    records = meant(HEAD + table("Service | Received | Action \n Repairs | 3 | Staff were trained"))
    assert told(records) == ["Repairs, all, 2019-20: received 3 count"]
    assert unread(records) == []


def test_a_count_and_its_share_in_one_cell_of_a_category_are_two_figures() -> None:
    records = meant(HEAD + table("Cause | Number \n Woozle | 99 (4%) \n Heffalump | 3 (1%)"))
    assert told(records)[:2] == ["all, all, 2019-20: cases cause Woozle 99 count", "all, all, 2019-20: share_pct cause Woozle 4 percent"]


def test_a_report_keeps_the_words_that_say_of_whom_and_of_when_its_tables_are() -> None:
    cases = table("Stage 2 complaints upheld in 2019-20 | Stage 2 complaints upheld in 2019-20 \n Service | Date \n Parking | 3rd May 2017")
    stages = table("Waste | Stage 1 complaints received \n 2019-20 | 40 \n 2018-91 | 30")
    records = meant(f"{HEAD}This report covers 1 April 2019 to 31 March 2019.\n\n# Repairs\n\n{cases}\n\n{stages}")
    kept = [(label.kind, label.text, label.service, label.said and label.said.start) for label in records.labels]
    assert kept == [
        (LabelKind.SPAN, "1 April 2019 to 31 March 2019", "", date(2019, 4, 1)),
        (LabelKind.CAPTION, "Stage 2 complaints upheld in 2019-20", "Repairs", date(2019, 4, 1)),
        (LabelKind.DAY, "3rd May 2017", "Parking", date(2017, 5, 3)),
        (LabelKind.CORNER, "Waste", "Repairs", None),
        (LabelKind.YEAR, "2019-20", "Repairs", None),
        (LabelKind.YEAR, "2018-91", "Repairs", None),
    ]
    assert {label.stage for label in records.labels if label.kind is LabelKind.DAY} == {"2"}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 1 April 2019 to 31 March 2019", [date(2019, 3, 31)]),
        ("01/04/2019 - 31/03/2020", [date(2020, 3, 31)]),
        ("1 April to 30 September 2019", []),
        ("as at 31 March 2020 and 31 March 2019", []),
        ("April 2019 to March 19", []),
    ],
)
def test_a_span_is_kept_as_printed_where_both_its_years_are(text: str, ends: list[date]) -> None:
    assert [span.end for _, span in find_spans(text)] == ends


@pytest.mark.parametrize(
    ("text", "day"), [("24th April 2017", date(2017, 4, 24)), ("3/5/17", date(2017, 5, 3)), ("31 June 2017", None), ("May 2017", None)]
)
def test_a_day_is_one_that_the_calendar_has(text: str, day: date | None) -> None:
    assert text_to_day(text) == day


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (["2017-18", "2018-91", "2019-20"], ["2018/19"]),
        (["2017-18", "2018-20", "2019-20"], ["2018/19"]),
        (["2018-19", "2019-20", "2018-20"], []),
        (["2017-19", "2019-21"], []),
    ],
)
def test_a_year_of_a_table_is_held_against_the_others_of_it(years: list[str], expected: list[str]) -> None:
    labels = "\n".join(f"< year | t1 | | {year} | |" for year in years)
    assert [finding.expected for finding in found(labels, "year_ends")] == expected
