"""The reports of a dataset as all sections of the page name them: by number, with a link to the file where that is known."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from publish.dataset import Dataset
from schemas import Report


def reports_to_data(reports: Sequence[Report], folder: Path | None, page: Path) -> list[dict[str, Any]]:
    """What the page says of each report; links lead from the page's folder to the files in that of the reports."""
    order = {report.report_id: number for number, report in enumerate(reports)}
    way = None if folder is None else quote(Path(os.path.relpath(folder, page)).as_posix())
    return [report_to_data(report, order, way if folder and (folder / report.file).is_file() else None) for report in reports]


def dataset_to_copies(dataset: Dataset) -> frozenset[str]:
    """The reports that do not count, as another one in the dataset says the same, by report_id."""
    return frozenset(dataset.reports.loc[dataset.reports["same_as"].notna(), "report_id"])


def report_to_data(report: Report, order: Mapping[str, int], way: str | None) -> dict[str, Any]:
    """A report's row; what is not known is left out."""
    data = {
        "file": report.file,
        "council": report.council or "council unknown",
        "period": report.period or "period unknown",
        "status": report.status,
        "message": report.message,
        "pages": report.pages,
        "figures": report.figures,
        "commitments": report.commitments,
        "findings": report.findings,
        "copy": order.get(report.same_as),
        "pdf": report.media_type == "application/pdf",
        "href": way and f"{way}/{quote(report.file)}",
    }
    return {name: value for name, value in data.items() if value not in ("", None)}
