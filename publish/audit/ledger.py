"""The section of the commitments: what was promised, for when, what was said of it later, and what became of it."""

from collections.abc import Mapping, Sequence

from publish.audit.files import page_file
from publish.audit.reports import dataset_to_copies
from publish.audit.section import Section
from publish.dataset import Dataset
from publish.recorded import frame_to_rows
from schemas import Commitment, Revision

MOST = 20_000
"""Commitments that are shown: at some 600 bytes each, what a page has room for. The dataset has them all."""
FATES = {"commitment_dropped": "dropped in silence", "commitment_silent": "carried on without a word"}
CARRIED, TOLD, OPEN = "carried on", "progress told", "no later report tells"


def dataset_to_ledger(dataset: Dataset, order: Mapping[str, int]) -> Section:
    """The ledger of a dataset's commitments; those of copies of a report stand once. `order` is the number of each report on the page."""
    copies = dataset.commitments["report_id"].isin(dataset_to_copies(dataset))
    rows: Sequence[Commitment] = frame_to_rows(dataset.commitments[~copies], Commitment)
    fates = commitments_to_fates(rows, frame_to_rows(dataset.revisions, Revision))
    data = {
        "most": MOST,
        "all": len(rows),
        "rows": [
            {
                "report": order[one.report_id],
                "service": one.service or one.directorate,
                "year": one.period,
                "kind": one.kind,
                "number": one.number,
                "commitment": one.commitment,
                "progress": one.progress,
                "fate": fates[one.commitment_id],
                "page": one.page,
            }
            for one in rows[:MOST]
        ],
    }
    return Section("commitments", "Commitments", page_file("ledger.html"), page_file("ledger.js"), "", data, count=len(rows))


def commitments_to_fates(rows: Sequence[Commitment], revisions: Sequence[Revision]) -> dict[str, str]:
    """What became of each commitment, by its id, as far as reports tell."""
    broken = {(one.earlier_report_id, one.service, one.earlier): FATES[one.kind] for one in revisions if one.kind in FATES}
    carried = {one.follows for one in rows}
    return {one.commitment_id: broken.get((one.report_id, one.service, one.commitment)) or fate(one, carried) for one in rows}


def fate(one: Commitment, carried: set[str]) -> str:
    """What became of a commitment that no comparison of two reports misses."""
    if one.progress:
        return TOLD
    return CARRIED if one.commitment_id in carried else OPEN
