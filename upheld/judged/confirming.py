"""Findings of a dataset -> the same, held against a second reading of the reports they are about."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import checks
import extract
import publish
from extract import second
from schemas import Box, Figure, Records, UnreadableFileError
from upheld.assembled import assemble
from upheld.files.identity import is_unchanged
from upheld.judged.originals import Original
from upheld.names.crosswalk import FILE, read_crosswalk
from upheld.work import Limits, Lost, Note, pool

PDF = "application/pdf"
RECOGNISED = "ocr"
"""The reader of scans, of which there is no second one."""
LOCKED = "asks for a password; name it with --passwords"


def confirm(folder: Path, reports: Mapping[str, Original]) -> list[str]:
    """Read the cells of all findings of a dataset that were not read again so far, and write it anew if there were any.

    `reports` are those at hand, by their names. A sentence for each report that cannot be asked.
    """
    dataset = publish.read(folder)
    records = publish.dataset_to_records(dataset)
    asked = [one for one in records if one.report.media_type == PDF and not all(finding.confirmed for finding in one.findings)]
    present = [one for one in asked if one.report.file in reports and is_unchanged(reports[one.report.file].path, one.report.sha256)]
    readings = read_all(reports, present) if present else {}
    if present:
        done = [held(one, readings.get(one.report.report_id)) for one in records]
        whole = assemble(done, read_crosswalk(folder / FILE).rows)
        publish.write(publish.rows_to_lines(whole.rows(publish.frame_to_rows(dataset.sources, publish.Origin))), folder)
    unread = {one.report.file: why_unread(readings[one.report.report_id]) for one in present}
    unread |= {one.report.file: "is not among the reports as it was read" for one in asked if one not in present}
    return [f"{file}: {why}; its findings are not confirmed" for file, why in unread.items() if why]


Readings = Mapping[second.Place, second.Second]


class Asked(NamedTuple):
    """A report, and the places in it that are to be read again."""

    original: Original
    places: tuple[second.Place, ...]


def read_again(asked: Asked, _note: Note) -> Readings | str:
    """The second reading of a report's findings, or why there is none; a page is read once."""
    try:
        with extract.unlocked(asked.original.path, asked.original.password or "none") as readable:
            return second.read_again(readable, asked.places)
    except UnreadableFileError:
        return LOCKED


def read_all(originals: Mapping[str, Original], reports: Sequence[Records]) -> dict[str, Readings | str | Lost]:
    """The second reading of each report's findings, each in a process of its own."""
    jobs = [Asked(originals[one.report.file], tuple(places(one))) for one in reports]
    with pool(None, Limits()) as mapped:
        return {reports[number].report.report_id: reading for number, reading in mapped(read_again, jobs)}


def why_unread(readings: Readings | str | Lost) -> str:
    """Why there is no second reading; nothing if there is one."""
    if isinstance(readings, Lost):
        return readings.loss
    return readings if isinstance(readings, str) else ""


def places(records: Records) -> Iterable[second.Place]:
    """Where the figures of a report's findings stand."""
    wanted = {figure_id for finding in records.findings for figure_id in finding.figure_ids.split("|")}
    found = (place_of(figure) for figure in records.figures if figure.figure_id in wanted)
    return dict.fromkeys(place for place in found if place is not None)


def place_of(figure: Figure) -> second.Place | None:
    """A figure's page and box; None where it has none, or was recognised in a picture."""
    box = (figure.x0, figure.top, figure.x1, figure.bottom)
    if figure.page is None or figure.reader == RECOGNISED or None in box:
        return None
    return second.Place(figure.page, Box(*(float(edge or 0) for edge in box)))


def held(records: Records, readings: Readings | str | Lost | None) -> Records:
    """A report's findings, held against the second reading if there is one."""
    if readings is None or isinstance(readings, str | Lost):
        return records

    def read(figure: Figure) -> checks.Reading:
        place = place_of(figure)
        found = readings.get(place) if place else None
        return (found.printed, found.cell) if found else None

    return checks.confirmed(records, read, second.READER)
