"""The names of all reports -> the rows of the table `services`, and the id that each name means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalise.crosswalk.decided import REVIEWED, Decision, Handed, decide
from normalise.crosswalk.names import Name, name_to_key, records_to_names
from normalise.crosswalk.settled import settle
from normalise.services import Match, Printed, match
from normalise.services.ids import category_of, label_of
from schemas import Records, Service

SCORE_DECIMALS = 3
SHOWN = 3
"""Candidates that a row lists: as many as `upheld review` offers."""
_DASH = re.compile(r"\s+[-–—]\s+")
DIRECTORATE = "directorate"
"""The context of a name that heads services and is printed alone."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The rows of `services`, the id of each printed name, and a sentence for each handed row that could not be used.

    `left_out`: how many handed rows nobody decided and whose names no report prints.
    """

    rows: tuple[Service, ...]
    ids: Mapping[Name, str]
    problems: tuple[str, ...]
    left_out: int


def name_to_match(name: Name) -> Match:
    """What a name means by itself; one without a service is a directorate's, whose last part is its own: what stands before is above it."""
    if name.service:
        return match(Printed(name.service, name.directorate, name.council_code))
    outer = name.directorate.partition(" (")[0] or name.directorate
    *above, own = _DASH.split(outer)
    return match(Printed(own, " - ".join(above), name.council_code, DIRECTORATE))


def build(reports: Iterable[Records], ties: Iterable[tuple[Name, Name]] = (), handed: Sequence[Handed] = ()) -> Crosswalk:
    """The crosswalk of these reports; `ties` are pairs of names that figures show to be one service, `handed` an edited crosswalk's rows.

    A name that was decided and is printed no more keeps its row, so that the next run has it.
    """
    uses = records_to_names(reports)
    printed = {name_to_key(name): name for name in (*(row.name for row in handed), *sorted(uses, reverse=True))}
    alone = {key: name_to_match(name) for key, name in printed.items()}
    spelled = {key: name.service or name.directorate for key, name in printed.items()}
    pairs = sorted({(name_to_key(one), name_to_key(other)) for one, other in ties})
    proposed = settle(alone, pairs, spelled)
    decided, problems = decide(handed, proposed)
    by_hand = {key: reviewed(proposed[key], one) for key, one in decided.items() if not one.trouble}
    in_trouble = {key: in_doubt(proposed[key], one) for key, one in decided.items() if one.trouble}
    found = settle(alone | by_hand, pairs, spelled) | by_hand | in_trouble
    live = {name_to_key(name) for name in uses}
    names = {*uses, *(row.name for row in handed if name_to_key(row.name) in by_hand.keys() - live)}
    keys = {name: name_to_key(name) for name in sorted(names)}
    rows = (name_to_row(name, found[key], proposed[key] if key in by_hand else found[key], uses[name]) for name, key in keys.items())
    gone = [row for row in handed if name_to_key(row.name) not in live]
    kept = [row for row in gone if name_to_key(row.name) in by_hand]
    ids = {name: found[keys[name]].service_id for name in uses}
    return Crosswalk(tuple(rows), ids, (*problems, *map(unused, kept)), len(gone) - len(kept))


def reviewed(own: Match, decision: Decision) -> Match:
    """A person's decision as a match; the candidates stay."""
    return Match(decision.service_id, 1.0, REVIEWED, decision.needs_review, own.candidates)


def in_doubt(own: Match, decision: Decision) -> Match:
    """A match beside a decision that cannot be used."""
    return own._replace(method=decision.trouble, needs_review=True)


def name_to_row(name: Name, found: Match, proposed: Match, uses: int) -> Service:
    """A name's row."""
    return Service(
        council_code=name.council_code,
        service=name.service,
        directorate=name.directorate,
        service_id=found.service_id,
        label=label_of(found.service_id),
        lgsco_category=category_of(found.service_id),
        score=round(Decimal(found.score), SCORE_DECIMALS),
        method=found.method,
        needs_review=found.needs_review,
        candidates="|".join(candidate.service_id for candidate in found.candidates[:SHOWN]),
        proposed_id=proposed.service_id,
        proposed_review=proposed.needs_review,
        uses=uses,
    )


def unused(row: Handed) -> str:
    """What is told of a decided row whose name no report prints."""
    return f"{row.place}: no report prints {row.name.service or row.name.directorate} any more; what was decided is kept"
