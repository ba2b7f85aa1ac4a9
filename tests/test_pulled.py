"""Charts that a text converter pulled to the end of a report."""

from drawing import HEAD, meant, table, told

CAPTIONS = "{0}: Cases by sub-service\n\nMost of them were a matter of routine.\n\n{0}: Resolution themes\n\nWe were glad of the rest.\n\n"
STAGES = "# Appendix\n\nFig 1. Complaints by stage\n\nSales\t\nStage 1\tStage 2\t50\t4\t\n\n"


def section(name: str, received: int) -> str:
    return f"# {name}\n\n" + table(f"Service | Complaints received \n {name} | {received}") + "\n\n" + CAPTIONS.format(name)


def chart(labels: str, values: str) -> str:
    return "Series 1\t\n" + "\t".join([*labels.split(", "), *values.split(", ")]) + "\t\n\n"


def themes(text: str) -> list[str]:
    return [line for line in told(meant(text)) if " cases " in line]


def test_charts_at_the_end_stand_below_the_captions_that_wait_for_them_where_their_sums_tell_the_section() -> None:
    pulled = (
        chart("Bins, Skips", "12, 8") + chart("Missed, Spilt", "7, 5") + chart("Trees, Ponds", "20, 10") + chart("Noise, Smell", "9, 4")
    )
    assert themes(HEAD + section("Waste", 20) + section("Parks", 30) + STAGES + pulled) == [
        "Waste, all, 2019-20: cases subservice Bins 12 count",
        "Waste, all, 2019-20: cases subservice Skips 8 count",
        "Waste, all, 2019-20: cases theme Missed 7 count",
        "Waste, all, 2019-20: cases theme Spilt 5 count",
        "Parks, all, 2019-20: cases subservice Trees 20 count",
        "Parks, all, 2019-20: cases subservice Ponds 10 count",
        "Parks, all, 2019-20: cases theme Noise 9 count",
        "Parks, all, 2019-20: cases theme Smell 4 count",
    ]


def test_of_two_charts_that_might_stand_below_one_caption_neither_is_read() -> None:
    pulled = chart("Bins, Skips", "12, 8") + chart("Missed, Spilt", "7, 5") + chart("Noise, Smell", "6, 4")
    assert [line.split("cases ")[1] for line in themes(HEAD + section("Waste", 20) + STAGES + pulled)] == [
        "subservice Bins 12 count",
        "subservice Skips 8 count",
    ]


def test_a_chart_of_more_than_a_section_received_is_not_that_sections() -> None:
    assert themes(HEAD + section("Waste", 20) + STAGES + chart("Bins, Skips", "120, 80")) == []


def test_the_reference_of_a_case_and_the_line_above_its_actions_are_no_headings() -> None:
    text = "# Case summaries\n\nHousing Services\n\nComplaint: 19 002 891 - 27/02/20\n\n"
    records = meant(
        HEAD
        + text
        + "The Ombudsman recommended the following actions\n\n· The Council will write to the resident within a month and apologise.\n"
    )
    assert [(c.service, c.kind) for c in records.commitments] == [("Housing Services", "recommendation")]


def test_the_day_of_a_case_is_no_part_of_its_services_name() -> None:
    text = "# Case summaries\n\nHousing Services 16/12/2019\n\nThe Ombudsman recommended the following actions\n\n"
    records = meant(HEAD + text + "· The Council will write to the resident within a month and apologise.\n")
    assert [c.service for c in records.commitments] == ["Housing Services"]


def test_a_list_below_a_sentence_that_announces_no_actions_is_none_of_them() -> None:
    text = "# Housing Services\n\nWe have reviewed how we reply to complaints as a service. Key elements of good replies are as below:\n\n"
    records = meant(HEAD + text + "· acknowledging fault where it is valid;\n· offering redress.\n")
    assert ["reviewed" in c.commitment for c in records.commitments] == [True]
