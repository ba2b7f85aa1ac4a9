"""Decisions -> reviewed.csv, as the page exports them."""

import csv
from pathlib import Path

from publish.audit.evidence import Decision
from publish.folder import REVIEWED
from publish.material import Material
from schemas import columns

FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula; an apostrophe stands before it."""


def write_reviewed(material: Material, new: Path) -> None:
    """Write the decisions that were handed back; without any, the dataset's own file stays as it is."""
    if not material.judged.handed:
        return
    with (new / REVIEWED).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns(Decision))
        writer.writerows((one.finding_id, one.decision, guarded(one.note), one.values) for one in material.judged.decisions.values())


def guarded(note: str) -> str:
    """A note that no spreadsheet takes for a formula."""
    return f"'{note}" if note.startswith(FORMULA) else note


def bare(note: str) -> str:
    """A note without its guard."""
    return note[1:] if note.startswith("'") and note[1:].startswith(FORMULA) else note
