"""Names that a report's own figures tie: what one of them says of the others."""

from hypothesis import given
from hypothesis import strategies as st
from matched import COUNCIL

from normalise.crosswalk import Name
from normalise.crosswalk.names import Key, name_to_key
from normalise.crosswalk.settled import settle
from normalise.services import Match


def key(service: str) -> Key:
    return name_to_key(Name(COUNCIL, "", service))


SURE = Match("pest-animal-control", 0.9, "alias", needs_review=False)
OTHER = Match("council-tax", 0.8, "alias", needs_review=False)
DOUBT = Match("licensing", 0.4, "words", needs_review=True)
TOTAL = Match("none", 0.99, "total", needs_review=False)


def settled(**matches: Match) -> dict[str, Match]:
    """All of them tied to the first."""
    keys = {name: key(name) for name in matches}
    first, *rest = keys.values()
    found = settle({keys[name]: one for name, one in matches.items()}, [(one, first) for one in rest], {k: n for n, k in keys.items()})
    return {name: found[keys[name]] for name in matches}


def test_tied_names_that_agree_are_surer_than_each() -> None:
    found = settled(one=SURE, other=SURE._replace(score=0.7))
    assert (found["one"].score, found["other"].needs_review) == (0.9, False)
    assert 0.9 < found["other"].score < 1


def test_two_sure_names_that_contradict_each_other_are_one_service_that_a_person_looks_at() -> None:
    found = settled(one=SURE, other=OTHER)
    assert found["one"] == SURE
    assert (found["other"].service_id, found["other"].needs_review) == (SURE.service_id, True)


def test_a_doubt_settles_no_doubt() -> None:
    assert settled(one=DOUBT, other=DOUBT._replace(service_id="libraries")) == {
        "one": DOUBT,
        "other": DOUBT._replace(service_id="libraries"),
    }


def test_a_total_is_no_service_although_it_has_the_figures_of_the_only_one() -> None:
    assert settled(one=TOTAL, other=SURE, third=DOUBT)["one"] == TOTAL
    assert settled(one=TOTAL, other=DOUBT) == {"one": TOTAL, "other": DOUBT}


names = st.sampled_from([SURE, OTHER, DOUBT, TOTAL])
ties = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)))


@given(st.lists(names, min_size=5, max_size=5), ties, st.randoms(use_true_random=False))
def test_what_is_settled_does_not_depend_on_the_order_of_ties(matches: list[Match], drawn: list[tuple[int, int]], random: object) -> None:
    keys = [key(str(n)) for n in range(5)]
    pairs = [(keys[a], keys[b]) for a, b in drawn]
    shuffled = [(b, a) for a, b in pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    printed = {k: str(n) for n, k in enumerate(keys)}
    own = dict(zip(keys, matches, strict=True))
    assert settle(own, pairs, printed) == settle(own, shuffled, printed)
