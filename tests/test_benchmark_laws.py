"""Laws of the benchmark, on made-up reports."""

import random
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pandas as pd
from benchmarked import CODE, IDS, benchmark
from figured import FIGURE
from hypothesis import given
from hypothesis import strategies as st

from schemas import (
    Figure,
    Measure,
    Records,
    Report,
    Source,
    Stage,
    State,
    Status,
    Unit,
)

MEASURES = (Measure.RECEIVED, Measure.DECIDED, Measure.UPHELD, Measure.NOT_UPHELD, Measure.UPHELD_PCT, Measure.AVERAGE_DAYS)
UNITS = {Measure.UPHELD_PCT: Unit.PERCENT, Measure.AVERAGE_DAYS: Unit.DAYS}


@st.composite
def made_up(draw: st.DrawFn) -> list[Records]:
    """Reports of one council with figures at random: several names of a service, in several tables and sentences."""
    reports = []
    for n in range(draw(st.integers(1, 3))):
        cells = draw(
            st.lists(
                st.tuples(
                    st.sampled_from(list(Source)),
                    st.integers(1, 2),
                    st.sampled_from(["", "Refuse", "Recycling", "Waste", "Waste Total", "Repairs"]),
                    st.sampled_from(MEASURES),
                    st.sampled_from([Stage.ONE, Stage.ALL]),
                    st.integers(0, 40) | st.none(),
                ),
                max_size=14,
            )
        )
        figures = tuple(figure(f"r{n}", at, cell) for at, cell in enumerate(cells))
        report = Report(f"r{n}", f"r{n}.txt", "", council="Northvale", council_code=CODE, status=Status.EXTRACTED)
        reports.append(Records(report, figures))
    return reports


Cell = tuple[Source, int, str, Measure, Stage, int | None]


def figure(report_id: str, at: int, cell: Cell) -> Figure:
    """A figure of the year 2019-20: its source, the number of its table, its service, measure, stage and value."""
    source, number, service, measure, stage, value = cell
    return replace(
        FIGURE,
        figure_id=f"{report_id}-{at}",
        report_id=report_id,
        council_code=CODE,
        table_id=f"{source} {number}",
        source=source,
        service=service,
        service_id=IDS.get(service, "all"),
        stage=stage,
        measure=measure,
        value=None if value is None else Decimal(value),
        unit=UNITS.get(measure, Unit.COUNT),
        state=State.MISSING if value is None else State.REPORTED,
    )


@given(made_up())
def test_no_row_stands_twice(records: list[Records]) -> None:
    assert not benchmark(*records).duplicated(["council_code", "regime", "service_id", "stage", "period_start", "period_end"]).any()


@given(made_up())
def test_every_number_is_that_of_its_figures_or_their_sum(records: list[Records]) -> None:
    values = {f.figure_id: f for each in records for f in each.figures}
    for found in benchmark(*records).to_dict("records"):
        for measure in MEASURES:
            if pd.isna(found[measure]):
                assert pd.isna(found[f"{measure}_figure_id"])
                continue
            figures = [values[name] for name in found[f"{measure}_figure_id"].split("|")]
            assert found[measure] == sum(f.value or 0 for f in figures)
            assert len(figures) == 1 or UNITS.get(measure, Unit.COUNT) is Unit.COUNT
            assert {(f.measure, f.stage, f.service_id, f.report_id) for f in figures} == {
                (measure, found["stage"], found["service_id"], found["report_id"])
            }
            assert all(one.service != other.service for one, other in combinations(figures, 2))


@given(made_up())
def test_a_rate_worked_out_is_that_of_the_rows_own_counts(records: list[Records]) -> None:
    for found in benchmark(*records).to_dict("records"):
        for outcome in ("upheld", "not_upheld"):
            if not pd.isna(found[f"{outcome}_pct_derived"]):
                base = sum(found[measure] for measure in found[f"{outcome}_pct_base"].split("+"))
                assert 0 <= found[outcome] <= base
                assert abs(found[f"{outcome}_pct_derived"] - 100 * found[outcome] / base) <= 0.05 + 1e-9


@given(made_up(), st.randoms())
def test_the_order_of_reports_does_not_matter(records: list[Records], order: random.Random) -> None:
    shuffled = order.sample(records, len(records))
    assert benchmark(*shuffled).equals(benchmark(*records))


@given(made_up())
def test_a_copy_of_a_report_changes_nothing(records: list[Records]) -> None:
    first = records[0]
    copied = tuple(replace(f, figure_id=f"copy-{f.figure_id}", report_id="copy") for f in first.figures)
    copy = replace(first, report=replace(first.report, report_id="copy", file="copy.txt", same_as="r0"), figures=copied)
    assert benchmark(copy, *records).equals(benchmark(*records))
