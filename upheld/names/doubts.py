"""A dataset's crosswalk as a person reviews it: the names in doubt, where each stands, and the services that it may mean."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from normalise.crosswalk import Key, Name, name_to_key, name_to_match, row_to_name, to_reviewed
from normalise.services import Candidate, Printed, match
from normalise.services.ids import every_id, label_of, text_to_id
from publish import Origin, dataset_to_records, frame_to_rows, read, read_table, rows_to_lines, write
from schemas import Comment, Commitment, Figure, Report, Service
from schemas.vocabulary import tokens
from upheld.assembled import assemble
from upheld.names.crosswalk import FILE, read_crosswalk

OFFERED = 3
"""Candidates offered for a name."""
FOUND = 9
"""Services offered for words that were searched: as many as have a digit."""
PLACES = 3
"""Places shown at which a name stands."""


class Doubt(NamedTuple):
    """A name in doubt: its rows, several where it is spelled in several ways, what is proposed, and what else it may mean."""

    name: Name
    rows: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    uses: int


def services_to_doubts(services: Sequence[Service]) -> list[Doubt]:
    """The names that need a review, in the order of the table."""
    rows: dict[Key, list[int]] = {}
    for n, row in enumerate(services):
        rows.setdefault(name_to_key(row_to_name(row)), []).append(n)
    asked = ([services[n] for n in numbers] for numbers in rows.values())
    return [
        Doubt(row_to_name(same[0]), tuple(numbers), candidates(same[0]), sum(row.uses for row in same))
        for same, numbers in zip(asked, rows.values(), strict=True)
        if any(row.needs_review for row in same)
    ]


def candidates(row: Service) -> tuple[Candidate, ...]:
    """What stands in the row, then what the name may mean by itself."""
    own = [Candidate(row.service_id, float(row.score or 0), row.method)] if row.service_id else []
    others = (one for one in name_to_match(row_to_name(row)).candidates if one.service_id != row.service_id)
    return (*own, *others)[:OFFERED]


def search(text: str) -> tuple[Candidate, ...]:
    """The ids that a text may mean: itself, what has all its words in its id, label or aliases, then what a name of these words means."""
    written = text_to_id(text)
    known = {one: " ".join((one, label_of(one), *aliases)) for one, aliases in every_id()}
    asked = set(tokens(text))
    held = [service_id for service_id, words in known.items() if asked and asked <= set(tokens(words.replace("-", " ")))]
    meant = [one.service_id for one in match(Printed(text)).candidates]
    found = dict.fromkeys((*([written] if written in known else ()), *held, *meant))
    return tuple(Candidate(service_id, 0.0, "searched") for service_id in found)[:FOUND]


def decided(services: Sequence[Service], doubt: Doubt, service_id: str) -> list[Service]:
    """The rows with what a person decided about one name, however it is spelled."""
    return [to_reviewed(row, service_id) if n in doubt.rows else row for n, row in enumerate(services)]


def places(folder: Path) -> dict[Key, list[str]]:
    """Where each name stands: file, and page or place, of the first rows that bear it."""
    files = {report.report_id: report.file for report in rows_of(folder, "reports", Report)}
    found: dict[Key, dict[str, None]] = {}
    for table, record in (("figures", Figure), ("commitments", Commitment), ("commentary", Comment)):
        for row in rows_of(folder, table, record):
            told = found.setdefault(name_to_key(row_to_name(row)), {})
            if len(told) < PLACES:
                at = f"page {row.page}" if row.page else getattr(row, "place", "")
                told[", ".join(filter(None, (files[row.report_id], at)))] = None
    return {key: list(told) for key, told in found.items()}


def councils(folder: Path) -> dict[str, str]:
    """The name of each council of a dataset by its code."""
    return {report.council_code: report.council for report in rows_of(folder, "reports", Report)}


def rows_of(folder: Path, table: str, record: type[Any]) -> list[Any]:
    """The rows of a table of the dataset in a folder."""
    return frame_to_rows(read_table(folder, table), record)


def carry(folder: Path) -> None:
    """Make the dataset anew from its own rows and its crosswalk, so that figures and benchmark have the ids that were decided."""
    old = read(folder)
    whole = assemble(dataset_to_records(old), read_crosswalk(folder / FILE).rows)
    write(rows_to_lines(whole.rows(frame_to_rows(old.sources, Origin))), folder)
