"""A dataset's findings -> what a person needs to judge them: the arithmetic, and what is printed where a report has no pages to show."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from decimal import Decimal
from itertools import islice

from pypdfium2 import PdfiumError

import checks
import extract
from publish import Dataset, each_records
from publish.audit import (
    SMALL,
    Decision,
    Evidence,
    Judged,
    Leaf,
    Picture,
    Sum,
    affordable,
    cases_to_crops,
    dataset_to_cases,
    draw_pages,
    figures_to_tops,
    findings_to_budget,
)
from schemas import Box, Figure, Records, UpheldError
from schemas.spoken import amount
from upheld.files.identity import is_unchanged
from upheld.judged.excerpts import Excerpts, document_to_excerpts, figures_to_excerpts
from upheld.judged.originals import Original
from upheld.work import Limits, Lost, Mapped, Note, here, pool

SHOWN = "application/pdf"
"""What has pages that are shown as pictures."""
FEW = 20
"""Reports whose arithmetic alone is done before processes of their own would have begun."""


def judge(dataset: Dataset, reports: Mapping[str, Original], decisions: Mapping[str, Decision], *, handed: bool) -> Judged:
    """What is known of a dataset's findings, with those of its reports that are at hand; `handed`: the dataset keeps these decisions."""
    found = dataset.reports[dataset.reports["report_id"].isin(dataset.findings["report_id"])]
    rows = zip(found["report_id"], found["file"], found["sha256"], strict=True)
    files = {name: reports[file] for name, file, digest in rows if file in reports and is_unchanged(reports[file].path, digest)}
    shown = found.loc[found["media_type"] == SHOWN, "report_id"]
    with pool(None, Limits()) if files or len(found) > FEW else nullcontext(here) as mapped:
        evidence = gather(mapped, each_records(dataset, set(found["report_id"])), files)
        pictures = draw(mapped, dataset, {name: files[name] for name in shown if name in files})
    return Judged(evidence, {rule.name: checks.about(rule).sentence for rule in checks.CHECKS}, decisions, pictures, handed)


def gather(mapped: Mapped, reports: Iterable[Records], files: Mapping[str, Original]) -> dict[str, Evidence]:
    """The evidence of each finding of these reports, by its id; `files` are those that are at hand, by report_id."""
    jobs = ((records, files.get(records.report.report_id)) for records in reports)
    done = (each for _, each in mapped(report_to_evidence, jobs) if not isinstance(each, Lost))
    return {finding_id: evidence for each in done for finding_id, evidence in each.items()}


def report_to_evidence(job: tuple[Records, Original | None], _note: Note) -> dict[str, Evidence]:
    """The evidence of each finding of one report."""
    records, original = job
    excerpts = original_to_excerpts(original) if original and records.report.media_type != SHOWN else {}
    accounts = checks.accounts(records, records.findings)
    return {finding_id: account_to_evidence(account, excerpts) for finding_id, account in accounts.items()}


def draw(mapped: Mapped, dataset: Dataset, files: Mapping[str, Original]) -> dict[Leaf, Picture]:
    """The pictures of the pages that matter most, as many as a page of ours has room for; `files` are those of PDF reports."""
    crops = cases_to_crops(dataset_to_cases(dataset), figures_to_tops(dataset.figures)) if files else {}
    budget = findings_to_budget(len(dataset.findings))
    asked = list(islice((leaf for leaf in crops if leaf.report_id in files), budget // SMALL))
    pages: dict[str, dict[int, Box]] = {}
    for leaf in asked:
        pages.setdefault(leaf.report_id, {})[leaf.page] = crops[leaf]
    names = list(pages)
    done = mapped(report_to_pictures, [(files[name], pages[name]) for name in names])
    drawn = {Leaf(names[number], page): each[page] for number, each in done if not isinstance(each, Lost) for page in each}
    return dict(affordable(((leaf, drawn[leaf]) for leaf in asked if leaf in drawn), budget))


def report_to_pictures(job: tuple[Original, Mapping[int, Box]], _note: Note) -> Mapping[int, Picture]:
    """The pictures of a report's pages; none if it cannot be drawn."""
    original, crops = job
    try:
        with extract.unlocked(original.path, original.password) as readable:
            return draw_pages(readable, crops)
    except (PdfiumError, UpheldError, OSError, ValueError):  # a page that a library cannot draw or store has no picture, and that is said
        return {}


def original_to_excerpts(original: Original) -> Excerpts:
    """What is printed at each place of a report; nothing if it cannot be read any more."""
    try:
        with extract.unlocked(original.path, original.password) as readable:
            return document_to_excerpts(extract.read(readable))
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
