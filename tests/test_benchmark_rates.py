"""Rates worked out from printed counts, and rates per 1,000 people."""

from dataclasses import replace
from decimal import Decimal

import pytest
from benchmarked import SUMMARY, benchmark, counts, printed, row, said

import normalise
from schemas import (
    Measure,
    Stage,
)


@pytest.mark.parametrize(
    ("numbers", "rate", "base"),
    [
        ({"received": 90, "decided": 80, "investigated": 60, "upheld": 20}, 33.3, "investigated"),
        ({"received": 90, "decided": 80, "upheld": 20}, 25, "decided"),
        ({"received": 90, "upheld": 20, "partially_upheld": 10, "not_upheld": 50}, 25, "upheld+partially_upheld+not_upheld"),
        ({"received": 90, "upheld": 20}, 22.2, "received"),
        ({"received": 10, "upheld": 20}, None, None),
        ({"received": 0, "upheld": 0}, None, None),
        ({"upheld": 20}, None, None),
    ],
)
def test_a_rate_is_worked_out_from_the_nearest_counts_and_says_of_what(numbers: dict[str, int], rate: float, base: str) -> None:
    found = row(benchmark(counts(**numbers)), "housing-repairs", "1")
    assert (found.get("upheld_pct_derived"), found.get("upheld_pct_base")) == (rate, base)
    assert "upheld_pct" not in found


def test_partly_upheld_complaints_count_in_the_rate_that_names_them_only() -> None:
    found = row(benchmark(counts(decided=40, upheld=10, partially_upheld=10, in_target=30, out_of_target=2)), "housing-repairs", "1")
    assert (found["upheld_pct_derived"], found["upheld_or_partly_pct_derived"]) == (25, 50)
    assert (found["in_target_pct_derived"], found["in_target_pct_base"]) == (93.8, "in_target+out_of_target")
    assert said(found) == ["upheld does not count those partly upheld"]


def test_two_tables_of_the_whole_council_give_no_rate() -> None:
    records = printed(SUMMARY)
    received, upheld = (next(f for f in records.figures if not f.service and f.measure is m) for m in (Measure.RECEIVED, Measure.UPHELD))
    together, apart = (replace(records, figures=(received, replace(upheld, table_id=t))) for t in (upheld.table_id, "another"))
    assert row(benchmark(together), "all", "1")["upheld_pct_derived"] == 38.9
    assert "upheld_pct_derived" not in row(benchmark(apart), "all", "1")


def test_outcomes_that_add_up_to_a_count_are_of_it_wherever_it_stands() -> None:
    whole = (replace(f, service="", service_id="all") for f in counts(decided=80, upheld=20, partially_upheld=10, not_upheld=50).figures)
    figures = tuple(replace(f, table_id="another") if f.measure is Measure.DECIDED else f for f in whole)
    found = row(benchmark(replace(counts(), figures=figures)), "all", "1")
    assert (found["upheld_pct_derived"], found["upheld_pct_base"]) == (25, "decided")


def test_no_rate_is_worked_out_of_a_count_in_dispute() -> None:
    records = counts(received=90, in_target=6)
    received, in_time = records.figures
    elsewhere = replace(in_time, table_id="another")
    assert row(benchmark(replace(records, figures=(received, elsewhere))), "housing-repairs", "1")["in_target_pct_derived"] == 6.7
    beside = replace(received, table_id="another", figure_id="beside", value=Decimal(10), text="10")
    found = row(benchmark(replace(records, figures=(received, elsewhere, beside))), "housing-repairs", "1")
    assert found["received"] == 90
    assert "in_target_pct_derived" not in found


def test_outcomes_are_no_share_of_what_an_ombudsman_received() -> None:
    records = counts(received=13, upheld=2)
    figures = tuple(replace(f, stage=Stage.OMBUDSMAN) for f in records.figures)
    assert "upheld_pct_derived" not in row(benchmark(replace(records, figures=figures)), "housing-repairs", "ombudsman")


def test_the_rate_per_1000_people_names_the_year_of_the_population() -> None:
    found = row(benchmark(printed(SUMMARY)), "housing-repairs", "1")
    assert (found["rate_per_1000_derived"], found["population"], found["population_year"]) == (0.15, 200_000, 2020)


def test_every_population_is_of_an_authority_with_a_code() -> None:
    known = normalise.populations()
    assert known["E06000034"] == (175_531, 2020)
    assert all(code and people > 0 for code, (people, _) in known.items())
