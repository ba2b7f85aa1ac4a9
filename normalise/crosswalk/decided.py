"""What a person decided about a name: a row of services.csv that says something else than the program proposed in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from normalise.crosswalk.names import Key, Name, name_to_key
from normalise.services import Match
from normalise.services.ids import category_of, is_known, label_of, text_to_id
from schemas import Service

REVIEWED = "reviewed"
"""The method of a row that a person decided; the word keeps her decision from run to run."""


class Handed(NamedTuple):
    """A row of a crosswalk that is handed back; None where it has no such column. `place` says file and row."""

    place: str
    name: Name
    service_id: str
    label: str | None = None
    method: str = ""
    needs_review: bool | None = None
    proposed_id: str | None = None
    proposed_review: bool | None = None


class Decision(NamedTuple):
    """What a person decided; `trouble` instead, in words for the row's method, where it cannot be used."""

    service_id: str
    needs_review: bool
    trouble: str = ""


def is_decided(row: Handed, own: Match) -> bool:
    """Whether a person filled in this row; an empty id gives the name back to the program.

    What the program proposed stands in the row; where its columns are missing, what it proposes now (`own`) counts.
    """
    proposed = own.service_id if row.proposed_id is None else row.proposed_id
    asked = own.needs_review if row.proposed_review is None else row.proposed_review
    edited = text_to_id(row.service_id) != proposed or row.needs_review not in (None, asked)
    return bool(row.service_id) and (row.method == REVIEWED or edited)


def to_reviewed(row: Service, service_id: str, *, needs_review: bool = False) -> Service:
    """A row of `services` as a person decided it."""
    named = replace(row, service_id=service_id, label=label_of(service_id), lgsco_category=category_of(service_id))
    return replace(named, score=Decimal(1), method=REVIEWED, needs_review=needs_review)


def decide(rows: Iterable[Handed], own: Mapping[Key, Match]) -> tuple[dict[Key, Decision], list[str]]:
    """What was decided about each name, and a sentence for each row that cannot be used."""
    found: defaultdict[Key, list[Handed]] = defaultdict(list)
    for row in rows:
        key = name_to_key(row.name)
        if is_decided(row, own[key]):
            found[key].append(row)
    decided: dict[Key, Decision] = {}
    problems: list[str] = []
    for key, told in found.items():
        decided[key], said = _decision(told)
        problems += said
    return decided, problems


def _decision(rows: list[Handed]) -> tuple[Decision, list[str]]:
    """What the rows of one name say together: they are several where it is spelled in several ways, or was copied."""
    unknown = [row for row in rows if not is_known(text_to_id(row.service_id))]
    known = [row for row in rows if row not in unknown]
    said = _said(known)
    if len(said) > 1:
        said = _said(row for row in known if _is_new(row)) or said
    problems = [
        f"{row.place}: {row.service_id} is no service of the list; write a service_id of it, none or directorate:X; the row is not used"
        for row in unknown
    ]
    if len(said) == 1:
        return Decision(*said.pop()), problems
    if said:
        places = " and ".join(row.place.rpartition(", ")[2] for row in known)
        problems.append(f"{known[0].place}: {places} say different things of {known[0].name.service}; none of them is used")
    ids = " and as ".join(dict.fromkeys(row.service_id for row in rows))
    return Decision("", needs_review=True, trouble=f"{REVIEWED} as {ids}, which cannot be used"), problems


def _said(rows: Iterable[Handed]) -> set[tuple[str, bool]]:
    return {(text_to_id(row.service_id), bool(row.needs_review)) for row in rows}


def _is_new(row: Handed) -> bool:
    """Whether the id was changed since the program wrote the row: the label is still that of another."""
    return row.label is not None and row.label != label_of(text_to_id(row.service_id))
