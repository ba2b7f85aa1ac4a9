"""A dataset's findings -> what a person needs to judge them: the arithmetic, and what is printed where a report has no pages to show."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from itertools import islice
from pathlib import Path

import checks
import extract
from publish import Dataset, each_records
from publish.audit import Decision, Evidence, Judged, Sum
from schemas import Figure, Records, UpheldError
from schemas.spoken import amount
from upheld.confirming import is_there
from upheld.excerpts import Excerpts, document_to_excerpts, figures_to_excerpts

AT_ONCE = 64
"""Reports whose records are held at once: thousands of reports do not fit."""
SHOWN = "application/pdf"
"""What has pages that are shown as pictures."""


def judge(dataset: Dataset, folder: Path | None, decisions: Mapping[str, Decision], *, handed: bool) -> Judged:
    """What is known of a dataset's findings, with the folder of its reports or without; `handed`: the dataset keeps these decisions."""
    found = dataset.reports[dataset.reports["report_id"].isin(dataset.findings["report_id"])]
    rows = zip(found["report_id"], found["file"], found["sha256"], strict=True)
    files = {} if folder is None else {name: folder / file for name, file, digest in rows if is_there(folder / file, digest)}
    evidence = gather(each_records(dataset, set(found["report_id"])), files)
    rules = {rule.name: checks.about(rule).sentence for rule in checks.CHECKS}
    return Judged(evidence, rules, decisions, files, handed)


def gather(reports: Iterator[Records], files: Mapping[str, Path]) -> dict[str, Evidence]:
    """The evidence of each finding of these reports, by its id; `files` are those of the reports that are at hand, by report_id."""
    found: dict[str, Evidence] = {}
    with ProcessPoolExecutor() as pool:
        while batch := [(records, files.get(records.report.report_id)) for records in islice(reports, AT_ONCE)]:
            for each in pool.map(report_to_evidence, *zip(*batch, strict=True)):
                found |= each
    return found


def report_to_evidence(records: Records, path: Path | None) -> dict[str, Evidence]:
    """The evidence of each finding of one report."""
    excerpts = path_to_excerpts(path) if path and records.report.media_type != SHOWN else {}
    return {
        finding_id: account_to_evidence(account, excerpts) for finding_id, account in checks.accounts(records, records.findings).items()
    }


def path_to_excerpts(path: Path) -> Excerpts:
    """What is printed at each place of a report; nothing if it cannot be read any more."""
    try:
        return document_to_excerpts(extract.read(path))
    except UpheldError:
        return {}


def account_to_evidence(account: checks.Account, excerpts: Excerpts) -> Evidence:
    """An account as it is published."""
    return Evidence(
        tuple(figure.figure_id for figure in account.doubted),
        tuple(Sum(each.asked, tuple(term_to_data(*term) for term in each.terms), each.result) for each in account.sums),
        account.changes,
        figures_to_excerpts(account.figures, excerpts),
    )


def term_to_data(factor: int, figure: Figure) -> tuple[str, str, str]:
    """A term of a sum: its sign, its number, its figure."""
    return "+" if factor > 0 else "-", amount(figure.value or Decimal(0), figure.unit), figure.figure_id
