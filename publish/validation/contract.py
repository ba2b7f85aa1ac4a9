"""Whether the rows of a dataset mean what its contract says they may: values, boxes, periods, counts, and what one table says of another.

Each rule looks at frames whose form `structure` has found right, and tells a fault for each row that breaks it.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath

import pandas as pd

from publish.benchmark.printed import COUNTS, FURTHER_COUNTS, UNITS
from publish.dataset import Dataset
from publish.schema import TABLES
from publish.validation.faults import Fault, faults
from schemas import Basis, Measure, State, Status, Unit

Rule = Callable[[Dataset], Iterator[Fault]]
BOX = ["x0", "top", "x1", "bottom"]
DIGEST = r"[0-9a-f]{64}"
COUNCIL = r"[A-Z]\d{8}|body:[a-z0-9]+(-[a-z0-9]+)*"
PERIOD = r"\d{4}(-\d{2}( (H[12]|Q[1-4]))?)?|\d{4}-\d{2}(-\d{2})? to \d{4}-\d{2}(-\d{2})?"
ROUNDING = 1e-6
"""How far two doubles of one printed number may lie apart."""
PERCENT = tuple(measure for measure in Measure if measure.endswith("_pct"))


def tables_with(*columns: str) -> list[str]:
    """The tables that have these columns, in the contract's order."""
    return [table.name for table in TABLES if {column.name for column in table.columns} >= set(columns)]


def a_value_stands_where_a_number_is_reported(dataset: Dataset) -> Iterator[Fault]:
    """`value` is filled where, and only where, `state` is `reported`."""
    figures = dataset.figures
    reported = figures["state"] == State.REPORTED
    yield from faults("figures", "value", reported & figures["value"].isna(), "is empty, and the state is `reported`")
    wrong = ~reported & figures["value"].notna()
    yield from faults("figures", "value", wrong, "is {value}, and the state is {state}", value=figures["value"], state=figures["state"])


def a_measure_has_its_unit(dataset: Dataset) -> Iterator[Fault]:
    """A rate is in percent, an average in days, a remedy in pounds; a difference has the unit that is printed."""
    figures = dataset.figures
    units = dict.fromkeys(PERCENT, Unit.PERCENT) | {Measure.AVERAGE_DAYS: Unit.DAYS, Measure.REMEDY_GBP: Unit.GBP}
    expected = figures["measure"].map({str(measure): str(unit) for measure, unit in units.items()})
    wrong = expected.notna() & (figures["unit"] != expected) & (figures["basis"] != Basis.DIFFERENCE)
    said = "is {unit}, and the measure {measure} is not"
    yield from faults("figures", "unit", wrong, said, unit=figures["unit"], measure=figures["measure"])


def a_box_lies_on_its_page(dataset: Dataset) -> Iterator[Fault]:
    """A box has four edges, the left before the right and the upper above the lower, and a page that the file has."""
    pages = dataset.reports.set_index("report_id")["pages"]
    for table in tables_with(*BOX):
        frame = getattr(dataset, table)
        present = frame[BOX].notna()
        yield from faults(table, "x0", present.any(axis=1) & ~present.all(axis=1), "the box lacks an edge")
        for near, far in (("x0", "x1"), ("top", "bottom")):
            said = "the box's edge {near} lies beyond {far}, its opposite"
            yield from faults(table, near, frame[near] > frame[far], said, near=frame[near], far=frame[far])
        yield from faults(table, "page", present.any(axis=1) & frame["page"].isna(), "is empty, and there is a box")
    for table in tables_with("page"):
        frame = getattr(dataset, table)
        last = frame["report_id"].map(pages)
        wrong = (frame["page"] < 1) | (frame["page"] > last)
        yield from faults(table, "page", wrong, "{page} is no page of a file of {last}", page=frame["page"], last=last)


def a_period_has_two_ends(dataset: Dataset) -> Iterator[Fault]:
    """A period has a first and a last day, in this order."""
    for table in tables_with("period_start", "period_end"):
        frame = getattr(dataset, table)
        first, last = frame["period_start"], frame["period_end"]
        yield from faults(table, "period_end", first.isna() != last.isna(), "the period has one end only")
        yield from faults(table, "period_end", first > last, "{last} is before {first}", first=first, last=last)


def a_report_is_named_as_it_should_be(dataset: Dataset) -> Iterator[Fault]:
    """Codes, digests, periods and paths have their form."""
    for table in tables_with("council_code"):
        codes = getattr(dataset, table)["council_code"]
        wrong = codes.notna() & ~codes.str.fullmatch(COUNCIL)
        yield from faults(table, "council_code", wrong, "{code} is neither a GSS code nor `body:` and a name", code=codes)
    reports = dataset.reports
    digests, periods, files = reports["sha256"], reports["period"], reports["file"]
    yield from faults("reports", "sha256", digests.notna() & ~digests.str.fullmatch(DIGEST), "{digest} is no SHA-256", digest=digests)
    wrong = periods.notna() & ~periods.str.fullmatch(PERIOD)
    yield from faults("reports", "period", wrong, "{period} is no period such as 2019-20, 2017-18 H1 or 2020-21 Q3", period=periods)
    yield from faults("reports", "file", files.map(is_outside), "{file} is no path within the folder of the reports", file=files)


def is_outside(file: str) -> bool:
    """Whether a path leads out of the folder it should be within."""
    return PurePosixPath(file).is_absolute() or PureWindowsPath(file).is_absolute() or ".." in PurePosixPath(file).parts


def a_report_counts_its_rows(dataset: Dataset) -> Iterator[Fault]:
    """What `reports` counts stands in the other tables, and what could not be read in full says why."""
    reports = dataset.reports
    for table in ("figures", "commitments", "findings"):
        there = reports["report_id"].map(getattr(dataset, table)["report_id"].value_counts()).fillna(0)
        wrong = reports[table] != there
        said = f"is {{told}}, and {table}.csv has {{there}} rows of it"
        yield from faults("reports", table, wrong, said, told=reports[table], there=there)
    silent = (reports["status"] != Status.EXTRACTED) & reports["message"].isna()
    yield from faults("reports", "message", silent, "is empty, and the status is {status}", status=reports["status"])
    held = reports["status"].isin([Status.FAILED, Status.NO_FIGURES]) & (reports["figures"] > 0)
    yield from faults("reports", "status", held, "is {status}, and there are figures of it", status=reports["status"])


def a_copy_names_the_one_that_counts(dataset: Dataset) -> Iterator[Fault]:
    """`same_as` names a report that is itself no copy."""
    reports = dataset.reports
    copies = reports.loc[reports["same_as"].notna(), "report_id"]
    yield from faults("reports", "same_as", reports["same_as"].isin(copies), "{same} is itself a copy", same=reports["same_as"])


def a_row_is_of_its_reports_council(dataset: Dataset) -> Iterator[Fault]:
    """A council's code is the same in every table."""
    councils = dataset.reports.set_index("report_id")["council_code"]
    for table in tables_with("council_code", "report_id"):
        frame = getattr(dataset, table)
        of_report = frame["report_id"].map(councils)
        wrong = frame["council_code"].fillna("") != of_report.fillna("")
        said = "is {code}, and its report's is {report}"
        yield from faults(table, "council_code", wrong, said, code=frame["council_code"], report=of_report)


def figures_that_are_named_are_there(dataset: Dataset) -> Iterator[Fault]:
    """Findings, revisions and the benchmark rest on figures of the dataset; the benchmark on current ones only."""
    known = set(dataset.figures["figure_id"])
    current = set(dataset.figures.loc[dataset.figures["basis"] == Basis.CURRENT, "figure_id"])
    for table in tables_with("figure_ids"):
        yield from unknown_figures(table, "figure_ids", getattr(dataset, table)["figure_ids"], known, "no figure of figures.csv")
    for measure in UNITS:
        column = f"{measure}_figure_id"
        yield from unknown_figures("benchmark", column, dataset.benchmark[column], current, "no current figure of figures.csv")


def unknown_figures(table: str, column: str, cells: pd.Series, known: set[str], what: str) -> Iterator[Fault]:
    """A fault for each cell that names a figure which is not known."""
    named = cells.dropna().str.split("|").explode()
    lost = named[~named.isin(known)]
    wrong = cells.index.to_series().isin(lost.index)
    yield from faults(table, column, wrong, f"{{lost}} is {what}", lost=lost.groupby(level=0).first())


def the_benchmark_adds_up_its_figures(dataset: Dataset) -> Iterator[Fault]:
    """A count of the benchmark is the sum of the figures it names, and a rate the one figure."""
    values = dataset.figures.drop_duplicates("figure_id").set_index("figure_id")["value"]
    for measure in UNITS:
        told, named = dataset.benchmark[str(measure)], dataset.benchmark[f"{measure}_figure_id"]
        printed = named.dropna().str.split("|").explode().map(values)
        added = printed.groupby(level=0)
        expected = (added.sum() if measure in (*COUNTS, *FURTHER_COUNTS) else added.first()).reindex(told.index)
        wrong = told.notna() & expected.notna() & ((told - expected).abs() > ROUNDING)
        yield from faults("benchmark", str(measure), wrong, "is {told}, and its figures give {sum}", told=told, sum=expected)


def a_rule_is_tested_before_it_finds(dataset: Dataset) -> Iterator[Fault]:
    """`coverage` has a row for each rule that found something, counts its findings, and says why a rule was silent."""
    coverage, key = dataset.coverage, ["report_id", "check"]
    found = dataset.findings.groupby(key).size()
    counted = coverage.set_index(key).index
    there = pd.Series(found.reindex(counted).fillna(0).to_numpy(), index=coverage.index)
    said = "is {told}, and findings.csv has {there} of the rule"
    yield from faults("coverage", "findings", coverage["findings"] != there, said, told=coverage["findings"], there=there)
    more = coverage["could_fail"] > coverage["tested"]
    yield from faults("coverage", "could_fail", more, "is {could}, more than was tested", could=coverage["could_fail"])
    lost = ~pd.Series(pd.MultiIndex.from_frame(dataset.findings[key]).isin(counted), index=dataset.findings.index)
    yield from faults("findings", "check", lost, "coverage.csv has no row of {check} for the report", check=dataset.findings["check"])


def a_name_of_a_service_has_one_row(dataset: Dataset) -> Iterator[Fault]:
    """`services` has a row for each council, directorate and printed name, and a score is a probability."""
    services = dataset.services
    twice = services.duplicated(["council_code", "directorate", "service"])
    yield from faults("services", "service", twice, "{service} has a row already", service=services["service"])
    wrong = (services["score"] < 0) | (services["score"] > 1)
    yield from faults("services", "score", wrong, "{score} is no probability", score=services["score"])


RULES: tuple[Rule, ...] = (
    a_value_stands_where_a_number_is_reported,
    a_measure_has_its_unit,
    a_box_lies_on_its_page,
    a_period_has_two_ends,
    a_report_is_named_as_it_should_be,
    a_report_counts_its_rows,
    a_copy_names_the_one_that_counts,
    a_row_is_of_its_reports_council,
    figures_that_are_named_are_there,
    the_benchmark_adds_up_its_figures,
    a_rule_is_tested_before_it_finds,
    a_name_of_a_service_has_one_row,
)


def dataset_to_faults(dataset: Dataset) -> Iterator[Fault]:
    """What the rows of a dataset say in breach of its contract."""
    for rule in RULES:
        yield from rule(dataset)
