"""Commitments from one report to the next: carried on, told of, or dropped in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from checks.between.pairs import Pair
from schemas import Commitment, CommitmentKind
from schemas.printed import fold

ALIKE = 85
"""Of 100: how alike two wordings are that promise one thing, a word changed here and there."""
SHORT = 4
"""Words from which on one wording that begins the other is it, cut short."""

Kept = Literal["commitment_dropped", "commitment_silent"]


class Broken(NamedTuple):
    """A commitment of the earlier report that the later one is silent on, and the later's row of it, if it has one."""

    kind: Kept
    earlier: Commitment
    later: Commitment | None


def alike(one: Commitment, other: Commitment) -> float:
    """How alike two commitments are, of 100; of other services, not at all."""
    if one.service and other.service and fold(one.service) != fold(other.service) and one.service_id != other.service_id:
        return 0.0
    mine, its = fold(one.commitment), fold(other.commitment)
    shorter, longer = sorted((mine, its), key=len)
    if len(shorter.split()) >= SHORT and longer.startswith(shorter):
        return 100.0
    return fuzz.token_sort_ratio(mine, its)


def matches(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> Mapping[str, Commitment]:
    """The earlier commitment that each later one carries on, by the later's id; each is carried on once."""
    ranked = sorted(
        ((alike(old, new), m, n) for m, old in enumerate(earlier) for n, new in enumerate(later)), key=lambda each: (-each[0], each[1:])
    )
    used: set[int] = set()
    found: dict[str, Commitment] = {}
    for score, m, n in ranked:
        if score >= ALIKE and m not in used and later[n].commitment_id not in found:
            used.add(m)
            found[later[n].commitment_id] = earlier[m]
    return found


def promised(commitments: Iterable[Commitment]) -> list[Commitment]:
    """What is promised for a time to come: commitments, of which no progress can be told yet."""
    return [one for one in commitments if one.kind is CommitmentKind.COMMITMENT and not one.progress]


def broken(pair: Pair) -> Iterator[Broken]:
    """The promises of a report that the next one drops, or carries on without a word on their progress.

    A report that tells of none of them is not held to all: it may be another kind of report.
    """
    earlier, later = promised(pair.earlier.commitments), pair.later.commitments
    found = matches(earlier, later)
    carried = {old.commitment_id: new for new in later if (old := found.get(new.commitment_id)) is not None}
    if not carried:
        return
    for one in earlier:
        new = carried.get(one.commitment_id)
        if new is None:
            yield Broken("commitment_dropped", one, None)
        elif not new.progress:
            yield Broken("commitment_silent", one, new)
