"""The section that opens: how much there is, how well it was read, and what was found."""

from typing import Any

import pandas as pd

from publish.audit.files import page_file
from publish.audit.reports import dataset_to_copies
from publish.audit.section import Section
from publish.dataset import Dataset


def dataset_to_overview(dataset: Dataset, notices: list[str]) -> Section:
    """The overview of a dataset, of copies of a report one; `notices` are sentences about how the page was made."""
    copies = dataset_to_copies(dataset)
    figures, unread = (frame[~frame["report_id"].isin(copies)] for frame in (dataset.figures, dataset.unread))
    data = {
        "notices": notices,
        "readers": tally(figures["reader"].fillna("")),
        "sources": tally(figures["source"]),
        "unread": len(unread),
        "services": len(dataset.services),
        "doubtful": int(dataset.services["needs_review"].sum()),
    }
    return Section("overview", "Overview", page_file("overview.html"), page_file("overview.js"), page_file("overview.css"), data)


def tally(column: pd.Series) -> dict[str, int]:
    """How often each word stands in a column, the most frequent first."""
    counts: dict[Any, int] = column.value_counts().to_dict()
    return {str(word): int(times) for word, times in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))}
