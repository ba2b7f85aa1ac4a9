"""The section of the coverage: what each rule could be tried on, without which no finding would read as no mistake."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import pandas as pd

from publish.audit.files import page_file
from publish.audit.section import Section

COUNTED = ["tested", "could_fail", "findings"]
"""What is counted of a rule and a report, in the order in which the script reads it."""


def coverage_to_section(coverage: pd.DataFrame, order: Mapping[str, int]) -> Section:
    """The section of the rows of `coverage`; `order` is the number of each report on the page."""
    rules = coverage.groupby("check", sort=False)[COUNTED].sum()
    tried = coverage[coverage["tested"] > 0].groupby("check")["report_id"].nunique()
    data = {
        "rules": [[rule, int(tried.get(rule, 0)), *map(int, sums)] for rule, *sums in rules.itertuples()],
        "reports": [
            [order[str(report_id)], int((of["tested"] > 0).sum()), len(of), *(int(of[name].sum()) for name in COUNTED)]
            for report_id, of in coverage.groupby("report_id", sort=False)
        ],
    }
    return Section("coverage", "Coverage", page_file("coverage.html"), page_file("coverage.js"), "", data, parts_of(coverage, order))


def parts_of(coverage: pd.DataFrame, order: Mapping[str, int]) -> Iterator[tuple[str, object]]:
    """The rules of each report: name, times tested, times it could have failed, findings, and why it was silent."""
    columns = (coverage[name] for name in ("report_id", "check", "tested", "could_fail", "findings"))
    rows = zip(*columns, coverage["silent"].fillna(""), strict=True)
    for report_id, of_report in groupby(rows, key=lambda row: row[0]):
        yield (
            f"r{order[report_id]}",
            [[rule, int(tested), int(able), int(found), silent] for _, rule, tested, able, found, silent in of_report],
        )
