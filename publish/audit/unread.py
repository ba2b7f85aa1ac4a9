"""The section of what was printed and not understood, each with its reason."""

from collections.abc import Mapping, Sequence

import pandas as pd

from publish.audit.files import page_file
from publish.audit.section import Section
from publish.recorded import frame_to_rows
from schemas import Unread

MOST = 20_000
"""Rows that are shown: what a page has room for. The dataset has them all."""


def unread_to_section(unread: pd.DataFrame, order: Mapping[str, int]) -> Section:
    """The section of the rows of `unread`; `order` is the number of each report on the page."""
    rows: Sequence[Unread] = frame_to_rows(unread.head(MOST), Unread)
    data = {
        "most": MOST,
        "all": len(unread),
        "rows": [
            {
                "report": order[one.report_id],
                "kind": one.kind,
                "page": one.page,
                "place": one.place,
                "text": one.text,
                "reason": one.reason,
                "other": one.other_text,
            }
            for one in rows
        ],
    }
    return Section("unread", "Unread", page_file("unread.html"), page_file("unread.js"), "", data, count=len(unread))
