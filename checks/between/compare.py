"""The records of all reports -> the rows of `revisions`, and the commitments with what they follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from checks.between.names import Renamed, renamed
from checks.between.pairs import Pair, all_pairs, next_pairs
from checks.between.promises import Broken, broken, matches
from checks.between.restated import Restated, restated
from checks.evidence import number
from checks.wording import amount
from schemas import Commitment, Records, Revision

RESTATED = "restated"
ID_LENGTH = 16
"""Hexadecimal digits of an id."""


def revisions(reports: Sequence[Records]) -> list[Revision]:
    """What the reports of each council say differently, in the order of the councils and of their reports."""
    found = [*(to_restated(pair, one) for pair in all_pairs(reports) for one in restated(pair))]
    for pair in next_pairs(reports):
        found += [to_broken(pair, one) for one in broken(pair)]
        found += [to_renamed(pair, one) for one in renamed(pair)]
    return found


def in_order(found: Iterable[Revision]) -> list[Revision]:
    """The revisions of council after council, as those of all stand together: the figures of all first, then promises and names."""
    return sorted(found, key=lambda one: one.kind != RESTATED)


def follow(reports: Iterable[Records]) -> Iterator[Records]:
    """The reports, each commitment with the one of the council's earlier report that it carries on."""
    reports = list(reports)
    followed = {later: old.commitment_id for pair in next_pairs(reports) for later, old in matches_of(pair)}
    for records in reports:
        linked = (replace(one, follows=followed.get(one.commitment_id, "")) for one in records.commitments)
        yield replace(records, commitments=tuple(linked))


def matches_of(pair: Pair) -> Iterator[tuple[str, Commitment]]:
    """The later commitments' ids with the earlier ones that they carry on."""
    yield from matches(pair.earlier.commitments, pair.later.commitments).items()


def revision(pair: Pair, kind: str, said: str, **columns: object) -> Revision:
    """A row of the table; its id is made of what it says."""
    earlier, later = pair.earlier.report, pair.later.report
    empty = dict.fromkeys(("service", "service_id", "earlier", "later", "explanation", "figure_ids"), "")
    nothing = dict.fromkeys(("stage", "measure", "period_start", "period_end"))
    made = sha256(f"{kind}\n{earlier.report_id}\n{later.report_id}\n{said}".encode()).hexdigest()[:ID_LENGTH]
    return Revision(made, later.council_code, kind, earlier.report_id, later.report_id, **{**empty, **nothing, **columns})  # type: ignore[arg-type]


def to_restated(pair: Pair, one: Restated) -> Revision:
    """The row of a restated figure."""
    old, new = one.earlier, one.later
    return revision(
        pair,
        RESTATED,
        f"{old.figure_id}|{new.figure_id}",
        service=old.service,
        service_id=old.service_id,
        stage=old.stage,
        measure=old.measure,
        period_start=old.period_start,
        period_end=old.period_end,
        earlier=amount(number(old), old.unit),
        later=amount(number(new), new.unit),
        explanation=one.explanation,
        figure_ids=f"{old.figure_id}|{new.figure_id}",
    )


def to_broken(pair: Pair, one: Broken) -> Revision:
    """The row of a promise that was dropped, or carried on in silence."""
    old = one.earlier
    later = one.later.commitment if one.later else ""
    said = {"service": old.service, "service_id": old.service_id, "earlier": old.commitment, "later": later}
    return revision(pair, one.kind, old.commitment_id, **said)


def to_renamed(pair: Pair, one: Renamed) -> Revision:
    """The row of a service that is gone, or has another name."""
    old, new = one.earlier, one.later
    said = {"service": old.service, "service_id": old.service_id, "earlier": old.service, "later": new.service if new else ""}
    ids = f"{old.figure_id}|{new.figure_id}" if new else old.figure_id
    return revision(pair, "service_renamed" if new else "service_gone", ids, **said, figure_ids=ids)
