"""Lists of labels and figures: what is an entry, and what the words above a list say of it."""

import pytest
from drawing import meant, told

from normalise.lists.entries import text_to_listing
from schemas import Text

HEAD = "# Complaints report 2019/20\n\n"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Upheld: 190", [("Upheld", "190")]),
        ("2012-13 – 1203", [("2012-13", "1203")]),
        ("Q1 - 15", [("Q1", "15")]),
        ("Upheld -1", [("Upheld", "1")]),
        ("Apology (12)", [("Apology", "12")]),
        ("Apology 17", [("Apology", "17")]),
        ("Total received = 293", [("Total received", "293")]),
        ("Not upheld 99 (4%)", [("Not upheld", "99 (4%)")]),
        ("Settled*: none", [("Settled*", "none")]),
        ("Upheld\n4", [("Upheld", "4")]),
        ("335\nComplaints received", [("Complaints received", "335")]),
        ("Missed target: 34\nMet target: 273", [("Missed target", "34"), ("Met target", "273")]),
        ("Redress (12): distress / time (8), loss (2)", [("Redress", "12"), ("distress / time", "8"), ("loss", "2")]),
        ("Remedies were: Apology 17; Redress 30: distress (20), loss (7); Review 3.", [
            ("Apology", "17"), ("Redress", "30"), ("distress", "20"), ("loss", "7"), ("Review", "3")]),
        ("Total – 12,501\nOver the same years 654 complaints were made.", [("Total", "12,501")]),
        ("Upheld: 36% (27)", [("Upheld", "36% (27)")]),
        ("Not upheld (3,666, 59.3%)", [("Not upheld", "3,666 59.3%")]),
        ("12,519Total number of complaints received", [("Total number of complaints received", "12,519")]),
        ("409 – complaints received", [("complaints received", "409")]),
        ("They came by: email (45), letter (1) and telephone (30).", [("email", "45"), ("letter", "1"), ("telephone", "30")]),
        ("Telephone: 01632 960 218", []),
        ("Stage 1: 10 working days", []),
        ("Page 1 of 3", []),
        ("3 - 5", []),
        ("We received 70 complaints. 13 of them were withdrawn.", []),
    ],
)  # fmt: skip
def test_an_entry_is_a_label_with_its_figures_and_nothing_else(text: str, entries: list[tuple[str, str]]) -> None:
    found = text_to_listing(Text.of(text)).entries
    assert [(entry.label, " ".join(figure.text for figure in entry.figures)) for entry in found] == entries


@pytest.mark.parametrize(
    ("page", "figures"),
    [
        (
            "## Complaints by directorate\n\n- Corporate Services: 9\n- Operations: 225\n- Development: 14\n- Total: 239",
            [
                "Corporate Services, all, 2019-20: received 9 count",
                "Operations, all, 2019-20: received 225 count",
                "Development, all, 2019-20: received 14 count",
                "all, all, 2019-20: received 239 count",
            ],
        ),
        (
            "## Complaints\n\nShare of stage 1 complaints by service:\n\n- Waste 29%\n- Planning 14% (36% the year before)",
            [
                "Waste, 1, 2019-20: share_pct 29 percent",
                "Planning, 1, 2019-20: share_pct 14 percent",
                "Planning, 1, 2018-19 prior: share_pct 36 percent",
            ],
        ),
        (
            "## Ombudsman decisions\n\n- Maladministration: 6\n- No maladministration: 9\n- Settled*: 1",
            [
                "all, ombudsman, 2019-20: cases outcome Maladministration 6 count",
                "all, ombudsman, 2019-20: cases outcome No maladministration 9 count",
                "all, ombudsman, 2019-20: cases outcome Settled 1 count",
            ],
        ),
        (
            "## Stage 2 complaints\n\n- Upheld: 15\n- Partially upheld: 4\n- Not upheld: 9\n- Total: 28",
            [
                "all, 2, 2019-20: upheld 15 count",
                "all, 2, 2019-20: partially_upheld 4 count",
                "all, 2, 2019-20: not_upheld 9 count",
                "all, 2, 2019-20: decided 28 count",
            ],
        ),
        (
            "Complaints received:\n\n- Q1 - 15\n- Q2 (17)\n- 2018/19 – 60",
            [
                "all, all, 2019-20 Q1: received 15 count",
                "all, all, 2019-20 Q2: received 17 count",
                "all, all, 2018-19 prior: received 60 count",
            ],
        ),
        (
            "Figures in brackets are those of 2018/19.\n\n## Stage 1 complaints\n\n- Upheld: 36 (27)\n- Not upheld: 10% (12)",
            [
                "all, 1, 2019-20: upheld 36 count",
                "all, 1, 2018-19 prior: upheld 27 count",
                "all, 1, 2019-20: not_upheld_pct 10 percent",
                "all, 1, 2019-20: not_upheld 12 count",
            ],
        ),
        ("## Complaints\n\n- New Stage One complaints: 3,668", ["all, 1, 2019-20: received 3668 count"]),
        ("## Complaints\n\nRemedies were: Apology 17; Training 3.", [
            "all, all, 2019-20: cases action Apology 17 count", "all, all, 2019-20: cases action Training 3 count"]),
    ],
)  # fmt: skip
def test_the_words_above_a_list_say_what_its_entries_count(page: str, figures: list[str]) -> None:
    assert told(meant(HEAD + page)) == figures


@pytest.mark.parametrize(
    "page",
    [
        "## Contact us\n\n- Telephone 01632\n- Room 174\n- Desks: 581",
        "## Target times for complaints\n\n- Stage 1: 10\n- Stage 2: 20",
        "## Complaints\n\n- Homes: 95,000\n- Libraries: 32",
        "## Complaints\n\nStage 1\n\nPage 4",
        "## Complaints\n\n- Item 41\n- Appendix 2",
    ],
)
def test_standing_lists_give_no_figure(page: str) -> None:
    assert told(meant(HEAD + page)) == []


def test_the_same_list_under_several_headings_is_each_time_of_the_service_that_heads_it() -> None:
    printed = "".join(
        f"## {name}\n\n- No. of S1 complaints: {n}\n- S1 escalated: 2\n\n" for n, name in ((9, "Legal Services"), (8, "Kennels"))
    )
    assert told(meant(HEAD + printed)) == [
        "Legal Services, 1, 2019-20: received 9 count",
        "Legal Services, 1, 2019-20: escalated 2 count",
        "Kennels, 1, 2019-20: received 8 count",
        "Kennels, 1, 2019-20: escalated 2 count",
    ]


def test_a_service_that_is_called_open_spaces_opens_no_list_of_open_complaints() -> None:
    printed = "## Parks and Open Spaces\n\n- Stage 1 complaints: 9\n- Stage 1 escalated: 2\n"
    assert [line.split(": ")[1] for line in told(meant(HEAD + printed))] == ["received 9 count", "escalated 2 count"]
