"""Which figures a row of the benchmark shows, and which it adds up."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest
from benchmarked import PEOPLE, SUMMARY, benchmark, counts, printed, row, said
from drawing import table

from publish import records_to_dataset, write
from schemas import (
    Basis,
    Dimension,
    Measure,
    Source,
    State,
    Unit,
)


def test_a_service_has_its_figures_side_by_side_each_with_its_figure_and_source() -> None:
    records = printed(SUMMARY)
    found = row(benchmark(records), "housing-repairs", "1")
    assert (found["received"], found["upheld"], found["upheld_pct"]) == (30, 20, 67)
    (received,) = (f for f in records.figures if f.service == "Repairs" and f.measure is Measure.RECEIVED)
    assert (found["received_figure_id"], found["received_source"]) == (received.figure_id, "table")
    assert (found["council"], found["printed_names"]) == ("Northvale Borough Council", "Repairs")


def test_names_of_one_service_are_added_up_where_they_are_counts_and_percentages_are_not_averaged() -> None:
    found = row(benchmark(printed(SUMMARY)), "waste-collection", "1")
    assert (found["received"], found["upheld"]) == (60, 15)
    assert str(found["received_figure_id"]).count("|") == 1
    assert "upheld_pct" not in found
    assert found["upheld_pct_derived"] == 25
    assert said(found) == ["parts added up: Refuse, Recycling", "upheld_pct is printed for parts alone: Refuse 25, Recycling 25"]


def test_a_sum_needs_a_number_of_each_name_and_a_dash_is_none() -> None:
    drawn = table(
        """
        Service | Stage 1 received | Stage 1 upheld | Stage 1 escalated
        Refuse | 40 | 10 | 4
        Recycling | 20 | n/a | -
        """
    )
    found = row(benchmark(printed(drawn)), "waste-collection", "1")
    assert (found["received"], found["escalated"]) == (60, 4)
    assert "upheld" not in found
    assert "upheld is printed for parts alone: Refuse 10, Recycling not_applicable" in said(found)


def test_a_sum_of_names_that_share_complaints_says_so() -> None:
    drawn = table(
        """
        Service | Complaints received | Multi-service complaints
        Refuse | 40 | 3
        Recycling | 20 | 0
        """
    )
    assert "a complaint about several of the names added up may be counted under each" in said(
        row(benchmark(printed(drawn)), "waste-collection")
    )


def test_the_whole_council_has_its_printed_total_and_is_never_added_up() -> None:
    assert row(benchmark(printed(SUMMARY)), "all", "1")["received"] == 90
    without = "\n".join(line for line in SUMMARY.splitlines() if "Total" not in line)
    assert "all" not in set(benchmark(printed(without)).service_id)


def test_a_subtotal_is_not_added_to_its_parts() -> None:
    drawn = table(
        """
        Service | Stage 1 received | Stage 1 upheld
        Refuse | 40 | 10
        Recycling | 20 | 5
        Waste Total | 60 | 15
        Trees | 8 | 2
        """
    )
    found = row(benchmark(printed(drawn)), "waste-collection", "1")
    assert (found["received"], found["printed_names"]) == (60, "Waste Total")
    assert said(found) == []


def test_a_group_above_its_parts_is_not_added_to_them_and_a_row_that_is_no_sum_is() -> None:
    drawn = table(
        """
        Service | Stage 1 received | Stage 1 upheld
        Waste | {} | 15
        Refuse | 40 | 10
        Recycling | 20 | 5
        Trees | 8 | 2
        """
    )
    assert row(benchmark(printed(drawn.format(60))), "waste-collection", "1")["received"] == 60
    assert row(benchmark(printed(drawn.format(61))), "waste-collection", "1")["received"] == 121


def test_a_service_printed_again_under_another_name_is_not_added_to_itself() -> None:
    again = table(
        """
        Housing Repairs | Stage 1 received | Stage 1 upheld | Stage 1 % upheld
        2019/20 | 30 | 20 | 67%
        """
    )
    found = row(benchmark(printed(SUMMARY + "\n## Housing Repairs\n\n" + again)), "housing-repairs", "1")
    assert found["received"] == 30
    assert said(found) == []


@pytest.mark.parametrize(("number", "sum_of_both"), [(80, 80), (2, 4)])
def test_one_number_under_two_names_is_one_unless_it_is_so_small_that_it_may_be_chance(number: int, sum_of_both: int) -> None:
    records = counts(received=number)
    (first,) = records.figures
    other = replace(first, figure_id="other", table_id="another", service="Asset Management")
    assert row(benchmark(replace(records, figures=(first, other))), "housing-repairs", "1")["received"] == sum_of_both


def test_two_printings_that_disagree_are_both_told() -> None:
    records = printed(SUMMARY)
    other = next(f for f in records.figures if f.service == "Repairs" and f.measure is Measure.RECEIVED)
    sentence = replace(other, figure_id="said", source=Source.PROSE, table_id="p", place="paragraph 9", value=Decimal(33), text="33")
    found = row(benchmark(replace(records, figures=(sentence, *records.figures))), "housing-repairs", "1")
    assert (found["received"], found["received_source"]) == (30, "table")
    assert said(found) == [f"received is printed as 30 ({other.place}) and as 33 (paragraph 9); the first is shown"]


def test_one_name_under_two_directorates_is_two_parts() -> None:
    records = counts(received=30)
    (care,) = (replace(f, service="Customer Care", service_id="contact-centre", directorate="Housing") for f in records.figures)
    other = replace(care, figure_id="other", table_id="another", value=Decimal(12), directorate="Regeneration")
    found = row(benchmark(replace(records, figures=(care, other))), "contact-centre", "1")
    assert found["received"] == 42
    assert said(found) == ["parts added up: Customer Care (Housing), Customer Care (Regeneration)"]


def test_a_rounded_printing_is_no_disagreement() -> None:
    records = printed(SUMMARY)
    rate = next(f for f in records.figures if f.service == "Repairs" and f.unit is Unit.PERCENT)
    exact = replace(rate, figure_id="said", source=Source.PROSE, table_id="p", value=Decimal("66.7"), text="66.7%")
    assert said(row(benchmark(replace(records, figures=(*records.figures, exact))), "housing-repairs", "1")) == []


def test_no_number_is_made_of_two_rows_of_one_name() -> None:
    drawn = table(
        """
        Service | Stage 1 received
        Repairs | 30
        Repairs | 12
        Trees | 5
        """
    )
    found = row(benchmark(printed(drawn)), "housing-repairs", "1")
    assert "received" not in found
    (caveat,) = said(found)
    assert caveat.startswith("received is printed as 30 (")
    assert caveat.endswith("; none of them is shown, as they may be two rows of one name")


def test_a_bound_is_no_number() -> None:
    drawn = table(
        """
        Service | Stage 1 received | Stage 1 upheld
        Repairs | 30 | <5
        """
    )
    records = printed(drawn)
    upheld = next(f for f in records.figures if f.measure is Measure.UPHELD)
    bound = replace(upheld, value=Decimal(5), state=State.REPORTED, text="<5")
    figures = tuple(bound if f is upheld else f for f in records.figures)
    found = row(benchmark(replace(records, figures=figures)), "housing-repairs", "1")
    assert "upheld" not in found
    assert said(found) == [f'upheld is printed as "<5" ({upheld.place}), which is no exact number']


def test_what_is_no_service_or_part_of_a_breakdown_or_of_another_period_is_not_compared() -> None:
    records = printed(SUMMARY)
    (total,) = (f for f in records.figures if not f.service and f.measure is Measure.RECEIVED)
    others = (
        replace(total, dimension=Dimension.CAUSE, category="Delay"),
        replace(total, category="Escalated"),
        replace(total, basis=Basis.PRIOR),
        replace(total, service="Miscellaneous", service_id="none"),
        replace(total, service="Unheard of", service_id=""),
        replace(total, directorate="Housing", service_id="all"),
        replace(total, unit=Unit.PERCENT),
        replace(total, council_code=""),
        replace(total, period_start=None),
    )
    assert benchmark(replace(records, figures=others)).empty


def test_a_whole_directorate_has_a_row_of_its_own() -> None:
    records = printed(SUMMARY)
    total = next(f for f in records.figures if not f.service and f.measure is Measure.RECEIVED)
    found = benchmark(replace(records, figures=(replace(total, directorate="Housing", service_id="directorate:housing"),)))
    assert row(found, "directorate:housing", "1")["printed_names"] == "Housing"


def test_the_question_of_the_issue_is_answered_in_one_line() -> None:
    frame = benchmark(printed(SUMMARY))
    asked = frame.query("service_id == 'housing-repairs' and stage == '1' and period_start == '2019-04-01' and period_end == '2020-03-31'")
    assert asked[["council", "upheld_pct", "upheld_pct_derived", "caveats"]].iloc[0, :3].tolist() == ["Northvale Borough Council", 67, 66.7]


def test_the_package_with_a_benchmark_is_valid(tmp_path: Path) -> None:
    write(records_to_dataset([printed(SUMMARY)], populations=PEOPLE), tmp_path / "dataset")
    verdict = frictionless.validate(str(tmp_path / "dataset" / "datapackage.json"))
    assert verdict.valid, verdict.flatten(["title", "note"])
