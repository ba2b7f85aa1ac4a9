"""What a comparison says of each number: what it is of, how far chance alone might move it, and where nobody can tell."""

from decimal import Decimal
from fractions import Fraction

import pytest
from benchmarked import benchmark, counts, printed
from compared import drawn
from drawing import table
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from publish.comparison import Asked, Comparison, benchmark_to_points, compare
from publish.comparison.base import APART, NO_BASE, OF_NONE, OTHER_NUMBERS, Base, counts_of, row_to_base
from publish.comparison.points import Point
from publish.comparison.told import base_to_words, interval_to_words, origin, title, value_to_words
from publish.comparison.wilson import Z, wilson
from schemas import Measure, UpheldError

BASES = st.integers(1, 100_000)
SHARES = BASES.flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_that_of_the_published_examples(count: int, base: int, low: float, high: float) -> None:
    """R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(count, base) == pytest.approx((low, high), abs=0.00005)


@given(SHARES)
def test_the_bounds_of_an_interval_solve_its_equation(share: tuple[int, int]) -> None:
    count, base = share
    for bound in map(Fraction, wilson(count, base)):
        off = (Fraction(count, base) - bound) ** 2 - Fraction(Z) ** 2 * bound * (1 - bound) / base
        assert abs(off) < Fraction(1, 10**12)


@given(SHARES)
def test_an_interval_holds_its_share_and_mirrors_that_of_the_others(share: tuple[int, int]) -> None:
    count, base = share
    low, high = wilson(count, base)
    assert 0 <= low <= count / base <= high <= 1
    assert wilson(base - count, base) == pytest.approx((1 - high, 1 - low), abs=1e-12)
    assert (low, high) == pytest.approx(tuple(binomtest(count, base).proportion_ci(method="wilson")), abs=1e-9)


@given(SHARES, st.integers(2, 50))
def test_the_same_share_of_more_complaints_has_a_narrower_interval(share: tuple[int, int], times: int) -> None:
    count, base = share
    few, many = wilson(count, base), wilson(times * count, times * base)
    assert many.high - many.low < few.high - few.low


@given(SHARES, st.integers(0, 2))
def test_the_count_behind_a_printed_percentage_is_among_those_that_may_be(share: tuple[int, int], places: int) -> None:
    count, base = share
    percent = round(Decimal(100 * count) / base, places)
    low, high = counts_of(percent, base)
    assert low <= count <= high


def test_one_of_two_does_not_look_like_fifty_of_a_hundred() -> None:
    few, many = (benchmark_to_points(benchmark(counts(upheld=n, not_upheld=n)))[-1] for n in (1, 50))
    assert few.value == many.value == 50
    assert few.interval == pytest.approx((0.0945, 0.9055), abs=0.0001)
    assert many.interval == pytest.approx((0.4038, 0.5962), abs=0.0001)
    assert [base_to_words(point) for point in (few, many)] == ["1 of 2 upheld + not upheld", "50 of 100 upheld + not upheld"]


@pytest.mark.parametrize(
    ("row", "base"),
    [
        ({"upheld_pct": 18, "received": 134}, Base(134, ("received",), 24, 24, counted=False)),
        ({"upheld_pct": 18, "received": 1340}, Base(1340, ("received",), 235, 247, counted=False)),
        ({"upheld_pct": 18.2, "received": 134, "investigated": 11}, Base(11, ("investigated",), 2, 2, counted=False)),
        ({"upheld_pct": 25, "received": 18}, Base(18, ("received",), 5, 4, counted=False)),
        ({"upheld_pct": 18}, NO_BASE),
        ({"upheld_pct": 0, "received": 0}, OF_NONE),
        ({"upheld_pct": 18, "upheld": 3, "received": 134}, APART),
        ({"upheld_pct": 18, "received": 134, "stage": "ombudsman"}, NO_BASE),
        ({"upheld": 2, "received": 8, "upheld_pct_derived": 25, "upheld_pct_base": "received"}, Base(8, ("received",), 2, 2, counted=True)),
        (
            {"upheld_pct": 30, "upheld": 2, "received": 8, "upheld_pct_derived": 25, "upheld_pct_base": "received"},
            "its counts, 2 of 8, give 25%",
        ),
    ],
)
def test_a_percentage_is_of_what_its_row_counts_or_of_what_alone_can_give_it(row: dict[str, object], base: Base | str) -> None:
    assert row_to_base({"stage": "1"} | row, Measure.UPHELD_PCT) == base


def test_what_is_newly_upheld_is_a_share_of_all_complaints_of_its_stage() -> None:
    row = {"stage": "2", "newly_upheld_pct": 50, "received": 4, "investigated": 2}
    assert row_to_base(row, Measure.NEWLY_UPHELD_PCT) == Base(4, ("received",), 2, 2, counted=False)


def rates(*shares: tuple[int, int]) -> list[Point]:
    """The points of the services of a report that prints so many complaints and such percentages."""
    rows = "\n".join(f"{name} | {of} | {percent}%" for name, (of, percent) in zip(("Refuse", "Repairs", "Trees"), shares, strict=False))
    points = benchmark_to_points(benchmark(printed(table(f"Service | Stage 1 received | Stage 1 % upheld\n{rows}"))))
    return [point for point in points if point.series.measure is Measure.UPHELD_PCT]


def test_a_report_that_takes_most_percentages_of_other_numbers_shows_no_interval() -> None:
    assert {point.value: point.base for point in rates((18, 25), (12, 15), (95, 37))}[37] == OTHER_NUMBERS
    assert all(point.interval is None for point in rates((18, 25), (12, 15), (95, 37)))


def test_a_single_percentage_of_another_number_leaves_the_others_their_base() -> None:
    assert sorted(map(base_to_words, rates((18, 25), (12, 25), (95, 37)))) == [
        "no base printed: it is no whole number of 18 received",
        "of 12 received, supposed",
        "of 95 received, supposed",
    ]


COUNCILS = drawn(
    """
    council   | year | stage | received | upheld_pct | upheld | upheld_pct_derived | upheld_pct_base | caveats
    Northvale | 2018 | 1     | 40       | 30         |        |                    |                 |
    Northvale | 2019 | 1     | 40       | 25         |        |                    |                 | counts enquiries
    Eastmere  | 2017 | 1     | 50       |            | 20     | 40                 | received        |
    Eastmere  | 2019 | 1     | 50       |            | 10     | 20                 | received        |
    Westbrook | 2019 | 1     |          | 60         |        |                    |                 |
    Westbrook | 2019 | 2     | 9        | 33         |        |                    |                 |
    """
)


def asked(**question: str) -> Comparison:
    """The answer of these councils."""
    return compare(benchmark_to_points(COUNCILS), Asked("housing-repairs", "upheld_pct", **question))


def test_what_is_left_open_is_what_most_councils_print_and_the_rest_is_named() -> None:
    found = asked()
    assert title(found.question, {"housing-repairs": "Housing repairs"}) == "Housing repairs: % upheld, stage 1, 2019-20"
    assert [title(question, {}) for question, _ in found.also] == [
        "housing-repairs: % upheld, stage 2, 2019-20",
        "housing-repairs: % upheld, stage 1, 2018-19",
        "housing-repairs: % upheld, stage 1, 2017-18",
    ]


def test_councils_stand_side_by_side_each_with_its_base_and_the_year_before() -> None:
    found = asked(period="2019/20", stage="1")
    told = [(p.council, value_to_words(p), origin(p), base_to_words(p), interval_to_words(p), found.before(p)) for p in found.points]
    assert [line[:-1] for line in told] == [
        ("Westbrook", "60%", "printed", "no base printed", ""),
        ("Northvale", "25%", "printed", "of 40 received, supposed", "14% to 40%"),
        ("Eastmere", "20%", "worked out", "10 of 50 received", "11% to 33%"),
    ]
    assert [before.value if before else None for *_, before in told] == [None, 30, None]


def test_the_years_of_each_council_stand_together() -> None:
    assert [(point.council, point.period.start.year) for point in asked().years] == [
        ("Eastmere", 2017),
        ("Eastmere", 2019),
        ("Northvale", 2018),
        ("Northvale", 2019),
        ("Westbrook", 2019),
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ({"service": "housing-repair"}, "housing-repair: no such service is compared; there is housing-repairs"),
        ({"measure": "uphold"}, "uphold: no such measure is compared; there is received, upheld, upheld_pct"),
        ({"stage": "3"}, "3: no such stage is compared; there is 1, 2"),
        ({"period": "2020-21"}, "2020-21: no such period is compared; there is 2017-18, 2018-19, 2019-20"),
        ({"regime": "adults"}, "adults: no such regime is compared; there is corporate"),
    ],
)
def test_what_nobody_prints_is_answered_by_what_there_is(question: dict[str, str], told: str) -> None:
    with pytest.raises(UpheldError) as error:
        compare(benchmark_to_points(COUNCILS), Asked(**{"service": "housing-repairs", "measure": "upheld_pct"} | question))
    assert str(error.value) == told


def test_of_many_names_the_nearest_are_told() -> None:
    services = "\n".join(f"Northvale | 2019 | service-{n} | 1" for n in range(20))
    points = benchmark_to_points(drawn(f"council | year | service_id | received\n{services}\nNorthvale | 2019 | waste-collection | 1"))
    with pytest.raises(UpheldError, match="the nearest are waste-collection, "):
        compare(points, Asked("waste collections", "received"))
