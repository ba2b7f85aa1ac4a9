"""The names that reports print for services and directorates; a report's rows with the ids that the names mean."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from normalise.sections.subject import fold
from schemas import Comment, Commitment, Figure, Finding, Records, Service
from schemas.vocabulary import Tokens

ALL = "all"
"""The id of the whole council."""


class Name(NamedTuple):
    """A name as a council prints it; without a service it is the directorate's own."""

    council_code: str
    directorate: str
    service: str


class Key(NamedTuple):
    """A name without what printing it differently may change: capitals, dashes, spaces, `&` for "and"."""

    council_code: str
    directorate: Tokens
    service: Tokens


def name_to_key(name: Name) -> Key:
    """The key of a name; one of signs alone is itself."""
    return Key(name.council_code, _folded(name.directorate), _folded(name.service))


def _folded(printed: str) -> Tokens:
    return fold(printed) or ((printed,) if printed else ())


def row_to_name(row: Figure | Commitment | Comment | Service) -> Name:
    """The name that a row bears."""
    return Name(row.council_code, row.directorate, row.service)


def records_to_names(reports: Iterable[Records]) -> Counter[Name]:
    """How many rows bear each name, those of the whole council left out."""
    rows = (row for each in reports for table in (each.figures, each.commitments, each.commentary) for row in table)
    return Counter(row_to_name(row) for row in rows if row.service or row.directorate)


def with_ids(records: Records, ids: Mapping[Name, str]) -> Records:
    """The records with the ids of the names that their rows bear; a finding has that of its figures."""

    def id_of(row: Figure | Commitment | Comment) -> str:
        return ids.get(row_to_name(row), "") if row.service or row.directorate else ALL

    figures = tuple(replace(row, service_id=id_of(row)) for row in records.figures)
    by_id = {figure.figure_id: figure for figure in figures}
    return replace(
        records,
        figures=figures,
        commitments=tuple(replace(row, service_id=id_of(row)) for row in records.commitments),
        commentary=tuple(replace(row, service_id=id_of(row)) for row in records.commentary),
        findings=tuple(replace(row, service_id=_finding_id(row, by_id)) for row in records.findings),
    )


def _finding_id(finding: Finding, figures: Mapping[str, Figure]) -> str:
    """The id of the first figure that bears the finding's name."""
    own = (figures[figure_id] for figure_id in finding.figure_ids.split("|") if figure_id in figures)
    return next((figure.service_id for figure in own if figure.service == finding.service), finding.service_id)
