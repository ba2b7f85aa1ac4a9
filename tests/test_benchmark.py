"""The benchmark: what is compared, from tables drawn as text; and its laws, over figures made up at random."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from drawing import meant, table
from hypothesis import given
from hypothesis import strategies as st

import normalise
from publish import records_to_dataset, write
from schemas import (
    Basis,
    Comment,
    Dimension,
    Figure,
    Finding,
    Measure,
    Records,
    Regime,
    Report,
    Revision,
    Section,
    Service,
    Severity,
    Source,
    Stage,
    State,
    Status,
    Unit,
)

TITLE = "# Northvale Borough Council: annual complaints report 2019/20\n\n"
CODE = "body:northvale-borough-council"
PEOPLE = {CODE: (200_000, 2020)}
IDS = {
    "Refuse": "waste-collection",
    "Recycling": "waste-collection",
    "Bulky Waste": "waste-collection",
    "Waste": "waste-collection",
    "Waste Total": "waste-collection",
    "Repairs": "housing-repairs",
    "Housing Repairs": "housing-repairs",
    "Trees": "trees",
    "Miscellaneous": "none",
    "Housing": "directorate:housing",
}


def named(records: Records, file: str = "report.txt") -> Records:
    """The records with the ids of IDS, as a report of that file name."""

    def id_of(row: Figure | Comment) -> str:
        return IDS.get(row.service or row.directorate, "") if row.service or row.directorate else "all"

    return replace(
        records,
        report=replace(records.report, report_id=file, file=file),
        figures=tuple(replace(f, report_id=file, figure_id=f"{file}:{f.figure_id}", service_id=id_of(f)) for f in records.figures),
        commentary=tuple(replace(c, report_id=file, service_id=id_of(c)) for c in records.commentary),
        findings=(),
        coverage=(),
    )


def printed(text: str, file: str = "report.txt") -> Records:
    """What a report of Northvale means."""
    records = named(meant(TITLE + text, file), file)
    assert records.report.council_code == CODE
    return records


def benchmark(*records: Records, services: Iterable[Service] = (), revisions: Iterable[Revision] = ()) -> pd.DataFrame:
    """The benchmark of these reports."""
    return records_to_dataset(records, services=services, populations=PEOPLE, revisions=revisions).benchmark


def row(frame: pd.DataFrame, service_id: str = "all", stage: str = "all") -> Mapping[str, object]:
    """The filled cells of the one row of a service and stage."""
    (found,) = frame[(frame.service_id == service_id) & (frame.stage == stage)].to_dict("records")
    return {str(name): value for name, value in found.items() if not pd.isna(value)}


def said(found: Mapping[str, object]) -> list[str]:
    """The caveats of a row."""
    return str(found["caveats"]).split(" | ") if "caveats" in found else []


SUMMARY = table(
    """
    Service | Stage 1 received | Stage 1 upheld | Stage 1 % upheld
    Refuse | 40 | 10 | 25%
    Recycling | 20 | 5 | 25%
    Repairs | 30 | 20 | 67%
    Total | 90 | 35 | 39%
    """
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


def counts(**numbers: int) -> Records:
    """A report that prints these counts of repairs at stage 1 in one table."""
    records = printed(SUMMARY)
    one = next(f for f in records.figures if f.service == "Repairs" and f.measure is Measure.RECEIVED)
    figures = (replace(one, figure_id=name, measure=Measure(name), value=Decimal(value)) for name, value in numbers.items())
    return replace(records, figures=tuple(figures))


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


def test_the_question_of_the_issue_is_answered_in_one_line() -> None:
    frame = benchmark(printed(SUMMARY))
    asked = frame.query("service_id == 'housing-repairs' and stage == '1' and period_start == '2019-04-01' and period_end == '2020-03-31'")
    assert asked[["council", "upheld_pct", "upheld_pct_derived", "caveats"]].iloc[0, :3].tolist() == ["Northvale Borough Council", 67, 66.7]


def test_the_package_with_a_benchmark_is_valid(tmp_path: Path) -> None:
    write(records_to_dataset([printed(SUMMARY)], populations=PEOPLE), tmp_path / "dataset")
    verdict = frictionless.validate(str(tmp_path / "dataset" / "datapackage.json"))
    assert verdict.valid, verdict.flatten(["title", "note"])


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
    return Figure(
        figure_id=f"{report_id}-{at}",
        report_id=report_id,
        council_code=CODE,
        table_id=f"{source} {number}",
        source=source,
        directorate="",
        service=service,
        service_id=IDS.get(service, "all"),
        period_start=date(2019, 4, 1),
        period_end=date(2020, 3, 31),
        basis=Basis.CURRENT,
        stage=stage,
        measure=measure,
        dimension=None,
        category="",
        value=None if value is None else Decimal(value),
        unit=UNITS.get(measure, Unit.COUNT),
        state=State.MISSING if value is None else State.REPORTED,
        text="" if value is None else str(value),
        regime=Regime.CORPORATE,
        page=None,
        x0=None,
        top=None,
        x1=None,
        bottom=None,
        place=f"{source} {number}, row {at}",
        reader="text",
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
