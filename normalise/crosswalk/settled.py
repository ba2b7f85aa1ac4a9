"""Names tied by a report's own figures settle each other's doubts: the surest of them says which service they all are."""

from collections.abc import Iterable, Iterator, Mapping

from normalise.crosswalk.names import Key
from normalise.services import Match
from normalise.services.ids import is_service

Tie = tuple[Key, Key]

TRUST = 0.95
"""Share of ties that join names of one service: all of those in the published reports that have been looked at, but these were few."""


def settle(matches: Mapping[Key, Match], ties: Iterable[Tie], printed: Mapping[Key, str]) -> dict[Key, Match]:
    """The matches with those of tied names settled; `printed` says how a name is spelled where another refers to it."""
    settled = dict(matches)
    for group in ties_to_groups(ties):
        tied = [key for key in sorted(group) if may_be_tied(matches[key])]
        leader = min(tied, key=lambda key: (matches[key].needs_review, -matches[key].score), default=None)
        if leader is not None and matches[leader].service_id:
            for key in tied:
                if key != leader:
                    settled[key] = follow(matches[key], matches[leader], printed[leader])
    return settled


def ties_to_groups(ties: Iterable[Tie]) -> Iterator[frozenset[Key]]:
    """The names that hang together, directly or by way of others."""
    groups: dict[Key, frozenset[Key]] = {}
    for one, other in ties:
        merged = groups.get(one, frozenset({one})) | groups.get(other, frozenset({other}))
        groups |= dict.fromkeys(merged, merged)
    yield from set(groups.values())


def may_be_tied(match: Match) -> bool:
    """Whether a name may share another's service: a total may have the figures of the one service below it, and is none all the same."""
    return match.needs_review or is_service(match.service_id)


def follow(own: Match, leader: Match, name: str) -> Match:
    """A name's match beside the surer one of `name`.

    Where both agree it gains. Where it is in doubt it takes the other's, and so it does where both are sure and differ: one thing has one
    id, but then a person should look at it.
    """
    evidence, method = leader.score * TRUST, f"same figures as {name}"
    if own.service_id == leader.service_id:
        score = 1 - (1 - own.score) * (1 - evidence)
        doubtful = own.needs_review and leader.needs_review
        return own._replace(score=score, method=f"{own.method}; {method}", needs_review=doubtful)
    if leader.needs_review:
        return own
    return Match(leader.service_id, evidence, method, not own.needs_review, own.candidates)
