"""What labels are: the heading of their column, a caption, or the labels themselves say it, the nearer first."""

import pytest
from drawing import HEAD, meant, table, told, unread

from normalise.tables.categories import dimension_of, text_to_dimensions
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
