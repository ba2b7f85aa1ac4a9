"""The rows of the table: one for each key, of the report that says most."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from publish.benchmark.caveats import row_to_caveats
from publish.benchmark.rates import Populations, derived, per_1000
from publish.benchmark.report import Row, records_to_rows
from schemas import Measure, Records, Revision, Service

if TYPE_CHECKING:
    from publish.benchmark.printed import Key


def rank(row: Row) -> tuple[int, int, str, int]:
    """Of two reports that print one row: the one that prints more of it, then the later one, then by name."""
    report = row.records.report
    late = report.period_end.toordinal() if report.period_end else 0
    return -len(row.values), -late, report.file, report.first_page or 0


def cells(row: Row, populations: Populations, caveats: str) -> Iterator[tuple[str, object]]:
    """The columns of a row by name."""
    yield from row.key._asdict().items()
    for measure, value in row.values.items():
        yield measure.value, value.number
        yield f"{measure}_figure_id", "|".join(figure.figure_id for figure in value.figures)
        yield f"{measure}_source", value.source
    for measure, worked_out in derived(row):
        yield f"{measure}_derived", worked_out.rate
        yield f"{measure}_base", worked_out.base
    people, year = populations.get(row.key.council_code, (0, 0))
    rate = per_1000(row, people)
    if rate is not None:
        yield f"{Measure.RATE_PER_1000}_derived", rate
        yield f"{Measure.RATE_PER_1000}_base", Measure.RECEIVED.value
        yield from (("population", people), ("population_year", year))
    yield from (("caveats", caveats), ("report_id", row.records.report.report_id), ("council", row.records.report.council))
    yield "needs_review", row.needs_review
    yield "printed_names", "|".join(name.replace("|", "/") for name in row.names)


class BenchmarkRow(dict[str, object]):
    """A row of the table by its columns; most have nothing, and nothing is held for them."""

    def __getattr__(self, column: str) -> object:
        """What stands in a column."""
        return self.get(column)


def records_to_benchmark(
    records: Iterable[Records],
    services: Iterable[Service],
    populations: Populations,
    revisions: Iterable[Revision],
) -> list[BenchmarkRow]:
    """The table's rows in the order of their keys, which begin with the council; `records` in reading order."""
    doubtful = {(service.council_code, service.directorate, service.service) for service in services if service.needs_review}
    revised: dict[str, list[Revision]] = {}
    for revision in revisions:
        revised.setdefault(revision.earlier_report_id, []).append(revision)
    counting = [each for each in records if not each.report.same_as]
    keyed: dict[Key, list[Row]] = {}
    councils: dict[str, list[Records]] = {}
    for each in counting:
        councils.setdefault(each.report.council_code, []).append(each)
        for row in records_to_rows(each, doubtful):
            keyed.setdefault(row.key, []).append(row)
    rows: list[BenchmarkRow] = []
    for key in sorted(keyed):
        row, *others = sorted(keyed[key], key=rank)
        caveats = row_to_caveats(row, others, councils[key.council_code], revised.get(row.records.report.report_id, ()))
        rows.append(BenchmarkRow(cells(row, populations, caveats)))
    return rows
