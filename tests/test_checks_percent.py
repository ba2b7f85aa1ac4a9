"""Laws of percentages."""

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from grim.mean_tester import consistency_check
from hypothesis import given
from hypothesis import strategies as st

from checks.percent import can_fail, cut_off, fits, possible, printed_as, rounded

BASES = st.integers(1, 3000)
PLACES = st.integers(0, 2)
ROUNDED = {ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN}
WAYS = (*sorted(ROUNDED), ROUND_DOWN)


@given(base=BASES, places=PLACES, rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_DOWN]), data=st.data())
def test_every_true_percentage_is_possible(base: int, places: int, rounding: str, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    exact = Decimal(100 * part) / Decimal(base)
    assert possible(exact.quantize(Decimal(1).scaleb(-places), rounding=rounding), base)


def test_every_whole_percentage_of_a_small_base_is_possible_both_ways() -> None:
    for base in range(1, 201):
        for part in range(base + 1):
            up = (200 * part + base) // (2 * base)
            down = -((base - 200 * part) // (2 * base))
            assert possible(Decimal(up), base)
            assert possible(Decimal(down), base)


@given(base=BASES, places=PLACES, data=st.data())
def test_every_percentage_that_is_called_impossible_is_none_that_counting_finds(base: int, places: int, data: st.DataObject) -> None:
    scaled = data.draw(st.integers(0, 100 * 10**places))
    half = Fraction(1, 2)
    counted = any(abs(Fraction(100 * 10**places * part, base) - scaled) <= half for part in range(base + 1))
    assert possible(Decimal(scaled).scaleb(-places), base) == counted


@given(base=BASES, places=PLACES, data=st.data())
def test_every_cut_off_percentage_is_known_as_one(base: int, places: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    assert cut_off(Decimal(100 * 10**places * part // base).scaleb(-places), base)


@given(part=st.integers(-3000, 3000), base=BASES, places=PLACES)
def test_a_change_is_printed_as_rounding_away_from_nought_prints_it(part: int, base: int, places: int) -> None:
    exact = Decimal(part) / Decimal(base)
    rounding = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert printed_as(Fraction(part, base), places) == rounding


@given(base=BASES, places=PLACES, data=st.data())
def test_a_count_its_base_and_the_percentage_that_they_give_fit(base: int, places: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    percent = rounded(part, base, places)
    assert fits(percent, Decimal(part), Decimal(base))
    step = Decimal(1).scaleb(-places)
    assert not fits(percent + 2 * step, Decimal(part), Decimal(base))
    assert fits(percent + step, Decimal(part), Decimal(base)) == (Fraction(percent) + Fraction(step) / 2 == Fraction(100 * part, base))


@given(base=BASES, places=PLACES, data=st.data())
def test_what_is_offered_instead_is_possible(base: int, places: int, data: st.DataObject) -> None:
    assert possible(rounded(data.draw(st.integers(0, base)), base, places), base)


PUBLISHED = [
    ("18", 28, True),  # Brown & Heathers (2017): a mean of 28 answers can be 5.18 or 5.21, not 5.19
    ("19", 28, False),
    ("21", 28, True),
    ("48", 20, False),  # the die of the encyclopaedias: 20 throws cannot have a mean of 3.48
    ("45", 20, True),
    ("93", 49, False),  # the Economist (18 June 2016): 49 people cannot have a mean of 5.93
    ("27", 43, False),  # the R package scrutiny: 5.27 is none of 43
]


@pytest.mark.parametrize(("percent", "base", "right"), PUBLISHED)
def test_published_examples_are_judged_as_published(percent: str, base: int, right: bool) -> None:  # noqa: FBT001 - a column of the table
    """What a mean of whole answers has behind the point is a share of the answers."""
    assert possible(Decimal(percent), base) is right


@given(base=BASES, places=PLACES, data=st.data())
def test_the_package_grim_judges_the_same(base: int, places: int, data: st.DataObject) -> None:
    """An exact half passes both ways; what is cut off passes when rounding down."""
    percent = Decimal(data.draw(st.integers(0, 100 * 10**places))).scaleb(-places)
    consistent = {way for way in WAYS if consistency_check(percent.scaleb(-2), Decimal(base), way)}
    assert possible(percent, base) == bool(consistent & ROUNDED)
    assert cut_off(percent, base) == (ROUND_DOWN in consistent)


@given(base=st.integers(100, 10**6))
def test_a_whole_percentage_of_100_or_more_can_never_fail(base: int) -> None:
    assert not can_fail(base, 0)
    assert possible(Decimal(37), base)


@pytest.mark.parametrize(("base", "impossible"), [(3, 97), (7, 93), (20, 80), (49, 51), (50, 50), (80, 0), (99, 1)])
def test_the_power_of_the_test_is_that_of_counting(base: int, impossible: int) -> None:
    assert sum(not possible(Decimal(percent), base) for percent in range(101)) == impossible
    assert can_fail(base, 0) == (impossible > 0)
