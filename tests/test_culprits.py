"""The smallest sets of figures to blame, on rows drawn as `name value` and rules drawn as sums."""

from dataclasses import replace
from decimal import Decimal
from itertools import product
from operator import mul

import pytest
from audited import cell
from hypothesis import given
from hypothesis import strategies as st

from checks.culprits import Culprits, culprits
from checks.relations import Relation, adds_to, at_most, equal, judged
from checks.slips import meant, slip
from checks.smallest import smallest_sets
from schemas import Figure, Source


def figures(drawn: str) -> dict[str, Figure]:
    pairs = [line.split() for line in drawn.strip().splitlines()]
    return {name: replace(cell(n, (1, Source.TABLE, "1 received", name, text)), figure_id=name) for n, (name, text) in enumerate(pairs)}


def blamed(relations: list[Relation]) -> list[tuple[str, ...]]:
    return [tuple(figure.figure_id for figure in found.figures) for place in culprits(relations) for found in place]


def test_rules_that_hold_blame_nobody() -> None:
    f = figures("a 3\nb 4\ntotal 7")
    assert culprits([adds_to((f["a"], f["b"]), f["total"])]) == []


def test_of_one_broken_sum_each_figure_may_be_the_wrong_one_and_its_value_is_known() -> None:
    f = figures("a 3\nb 4\ntotal 9")
    assert culprits([adds_to((f["a"], f["b"]), f["total"])]) == [
        [
            Culprits((f["a"],), (Decimal(5),)),
            Culprits((f["b"],), (Decimal(6),)),
            Culprits((f["total"],), (Decimal(7),)),
        ]
    ]


def test_a_second_rule_that_holds_clears_the_figures_that_it_speaks_of() -> None:
    f = figures("a 3\nb 4\ntotal 9\nagain 9")
    assert blamed([adds_to((f["a"], f["b"]), f["total"]), equal(f["total"], f["again"])]) == [("a",), ("b",)]


def test_the_figure_that_two_broken_rules_share_is_blamed_alone() -> None:
    f = figures("a 3\nb 4\ntotal 7\nstage 5\nescalated 3")
    assert blamed([equal(f["a"], f["stage"]), equal(f["stage"], f["escalated"]), adds_to((f["a"], f["b"]), f["total"])]) == [("stage",)]


def test_two_slips_far_apart_are_two_places() -> None:
    f = figures("a 1\nb 2\nc 5\nd 7")
    assert blamed([equal(f["a"], f["b"]), equal(f["c"], f["d"])]) == [("a",), ("b",), ("c",), ("d",)]


def test_where_no_single_figure_will_do_all_smallest_sets_are_told_with_the_values_that_are_certain() -> None:
    f = figures("a 1\nb 2\nc 3")
    (found,) = culprits([equal(f["a"], f["b"]), equal(f["b"], f["c"])])
    assert sorted(tuple(each.figure_id for each in one.figures) for one in found) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert Culprits((f["a"], f["c"]), (Decimal(2), Decimal(2))) in found
    assert Culprits((f["a"], f["b"]), (Decimal(3), Decimal(3))) in found


def test_of_too_many_smallest_sets_those_of_the_earlier_figures_are_told() -> None:
    f = figures("a 3\nb 4\nc 5\nd 6\ne 7\nf 8\nboth 17")
    sums = [adds_to((f["a"], f["b"], f["c"]), f["both"]), adds_to((f["d"], f["e"], f["f"]), f["both"])]
    assert blamed(sums) == [("a", "both"), ("a", "d"), ("b", "both"), ("a", "e"), ("b", "d"), ("c", "both")]


def test_a_rule_that_holds_keeps_two_places_apart() -> None:
    f = figures("a 1\nb 2\nc 3\nd 4")
    held = [equal(f["a"], f["b"]), equal(f["c"], f["d"]), at_most(f["b"], f["c"])]
    assert [[one.figures for one in place] for place in culprits(held)] == [[(f["a"],), (f["b"],)], [(f["c"],), (f["d"],)]]


def test_a_count_is_not_made_negative_to_keep_a_rule() -> None:
    f = figures("a 9\nb 4\ntotal 7")
    assert blamed([adds_to((f["a"], f["b"]), f["total"])]) == [("a",), ("total",)]


def test_a_rule_that_is_no_sum_is_kept_too() -> None:
    f = figures("half 5\nwhole 11")
    even = judged((f["half"], f["whole"]), lambda values: 2 * values["half"] == values["whole"])
    assert blamed([even]) == [("whole",)]


SUMS = st.tuples(st.lists(st.sampled_from((-1, 0, 1)), min_size=3, max_size=3).filter(any), st.integers(-2, 2), st.integers(0, 2))
"""The factors of three figures, the least that they add to, and how much more they may."""


@given(st.lists(st.integers(0, 3), min_size=3, max_size=3), st.lists(SUMS, min_size=1, max_size=4))
def test_the_smallest_sets_are_those_that_trying_all_numbers_finds(printed: list[int], sums: list[tuple[list[int], int, int]]) -> None:
    own = list(figures("\n".join(f"f{n} {value}" for n, value in enumerate(printed))).values())
    rules = [
        Relation(tuple((factor, each) for factor, each in zip(factors, own, strict=True) if factor), Decimal(least), Decimal(least + more))
        for factors, least, more in sums
    ]
    fitting = [
        values
        for values in product(range(9), repeat=3)
        if all(least <= sum(map(mul, factors, values)) <= least + more for factors, least, more in sums)
    ]
    changed = {tuple(each for each, before, now in zip(own, printed, values, strict=True) if before != now) for values in fitting}
    least = min(map(len, changed), default=0)
    assert set(smallest_sets(rules, own, 99)) == {one for one in changed if len(one) == least > 0}


@given(st.lists(st.integers(1, 999), min_size=2, max_size=8), st.integers(0, 7), st.integers(1, 500))
def test_the_figure_that_was_changed_is_among_those_blamed(parts: list[int], which: int, more: int) -> None:
    drawn = {f"p{n}": value for n, value in enumerate(parts)} | {"total": sum(parts)}
    wrong = list(drawn)[which % len(drawn)]
    f = figures("\n".join(f"{name} {value + more * (name == wrong)}" for name, value in drawn.items()))
    (found,) = culprits([adds_to(tuple(f[f"p{n}"] for n in range(len(parts))), f["total"])])
    assert Culprits((f[wrong],), (Decimal(drawn[wrong]),)) in found


@given(st.integers(1, 99999), st.integers(0, 1), st.sampled_from([1, -1]))
def test_the_numbers_of_which_a_slip_makes_one_are_those_of_which_it_is_known_as_a_slip(digits: int, places: int, sign: int) -> None:
    printed = Decimal(sign * digits).scaleb(-places)
    assert all(slip(printed, other) for other in meant(printed))
    digit = f"{abs(printed):f}"[0]
    other = Decimal(f"{abs(printed):f}".replace(digit, "7", 1)).copy_sign(printed)
    assert other == printed or other in set(meant(printed))


@pytest.mark.parametrize(
    ("printed", "intended", "name"),
    [
        ("149", "128", ""),
        ("3668", "3688", "one wrong digit"),
        ("83.5", "85.3", "two digits swapped"),
        ("326", "362", "two digits swapped"),
        ("-8", "8", "a wrong sign"),
        ("40", "4", "a moved decimal point"),
        ("8.5", "85", "a moved decimal point"),
        ("1145", "145", "a digit too many"),
        ("12", "112", "a digit left out"),
        ("7", "7", ""),
    ],
)
def test_a_slip_of_the_hand_is_known(printed: str, intended: str, name: str) -> None:
    assert slip(Decimal(printed), Decimal(intended)) == name
