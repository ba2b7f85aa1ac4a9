"""A dataset and what is known beside it -> report.html."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from publish.audit.cases import dataset_to_cases
from publish.audit.coverage import coverage_to_section
from publish.audit.crops import figures_to_tops
from publish.audit.findings import cases_to_section
from publish.audit.ledger import dataset_to_ledger
from publish.audit.overview import dataset_to_overview
from publish.audit.page import sections_to_page, write_page
from publish.audit.reports import dataset_to_copies, reports_to_data
from publish.audit.section import Section
from publish.audit.unread import unread_to_section
from publish.comparison.section import dataset_to_benchmark
from publish.material import Material
from publish.recorded import frame_to_rows
from schemas import Report

FILE = "report.html"
TITLE = "Audit of complaint reports"
NO_FOLDER = (
    "This page was made without the reports: it has no pictures of their pages and no links to them. "
    "`upheld publish DATASET --reports FOLDER` adds both."
)


def write_report(material: Material, new: Path) -> None:
    """Write the page of a dataset."""
    reports: Sequence[Report] = frame_to_rows(material.dataset.reports, Report)
    order = {report.report_id: number for number, report in enumerate(reports)}
    shared = {"reports": reports_to_data(reports, material.reports, new)}
    write_page(sections_to_page(TITLE, material_to_sections(material, order), shared), new / FILE)


def material_to_sections(material: Material, order: Mapping[str, int]) -> list[Section]:
    """The sections of the page, in the order of its navigation."""
    dataset = material.dataset
    return [
        dataset_to_overview(dataset, [] if material.reports else [NO_FOLDER]),
        cases_to_section(dataset_to_cases(dataset), material.judged, figures_to_tops(dataset.figures), order, dataset_to_copies(dataset)),
        coverage_to_section(dataset.coverage, order),
        dataset_to_ledger(dataset, order),
        unread_to_section(dataset.unread, order),
        dataset_to_benchmark(dataset, order),
    ]
