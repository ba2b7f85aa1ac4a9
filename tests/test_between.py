"""What two reports of one council say differently, on two years of an invented council."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import upheld
from checks.between.pairs import all_pairs, follows, next_pairs
from publish import Dataset
from schemas import Records, Report

EARLIER = """
<title>Northvale Council</title><h1>Northvale Council annual complaints report 2018-19</h1>
<h2>Complaints by service 2018-19</h2>
<table>
<tr><th>Service</th><th>Stage 1 received</th><th>Stage 1 upheld</th><th>Stage 2 received</th><th>Stage 3 received</th></tr>
<tr><td>Street Cleaning</td><td>31</td><td>12</td><td>9</td><td>4</td></tr>
<tr><td>Council Tax</td><td>64</td><td>20</td><td>11</td><td>2</td></tr>
<tr><td>Planning</td><td>25</td><td>8</td><td>6</td><td>3</td></tr>
<tr><td>Housing Repairs</td><td>86</td><td>50</td><td>17</td><td>7</td></tr>
<tr><td>Libraries</td><td>14</td><td>5</td><td>2</td><td>1</td></tr>
</table>
<h2>Council Tax</h2>
<table>
<tr><th>Commitments for 2019-20</th></tr>
<tr><td>We will answer every letter about arrears within ten days.</td></tr>
<tr><td>We will train new officers in the rules on discounts.</td></tr>
<tr><td>We will rewrite the reminder notice in plain words.</td></tr>
</table>
"""
LATER = """
<title>Northvale Council</title><h1>Northvale Council annual complaints report 2019-20</h1>
<h2>Complaints by service</h2>
<table>
<tr><th>Service</th><th>Year</th><th>Stage 1 received</th><th>Stage 1 upheld</th><th>Stage 2 received</th><th>Stage 3 received</th></tr>
<tr><td rowspan="2">Street Scene</td><td>2019-20</td><td>35</td><td>13</td><td>8</td><td>3</td></tr>
<tr><td>2018-19</td><td>31</td><td>12</td><td>9</td><td>4</td></tr>
<tr><td rowspan="2">Council Tax</td><td>2019-20</td><td>70</td><td>22</td><td>10</td><td>1</td></tr>
<tr><td>2018-19</td><td>61</td><td>20</td><td>11</td><td>2</td></tr>
<tr><td rowspan="2">Planning</td><td>2019-20</td><td>27</td><td>9</td><td>7</td><td>2</td></tr>
<tr><td>2018-19</td><td>25</td><td>8</td><td>6</td><td>3</td></tr>
<tr><td rowspan="2">Housing Repairs</td><td>2019-20</td><td>90</td><td>41</td><td>15</td><td>5</td></tr>
<tr><td>2018-19</td><td>86</td><td>50</td><td>17</td><td>7</td></tr>
</table>
<h2>Council Tax</h2>
<table>
<tr><th>Commitments for 2019-20</th><th>Progress</th></tr>
<tr><td>We will answer every letter about arrears within ten days.</td><td>Nine in ten were answered in time.</td></tr>
<tr><td>We will train new officers in the rules on discounts.</td><td></td></tr>
</table>
"""


def read(folder: Path, *pages: str) -> Dataset:
    for n, page in enumerate(pages):
        (folder / f"northvale-{n}.html").write_text(page, encoding="utf-8")
    return upheld.run(folder)


def told(dataset: Dataset) -> list[tuple[str, ...]]:
    rows = dataset.revisions[["kind", "service", "earlier", "later"]].fillna("").itertuples(index=False)
    return [tuple(map(str, row)) for row in rows]


def test_what_two_years_of_a_council_say_differently_is_told_and_nothing_else(tmp_path: Path) -> None:
    assert told(read(tmp_path, EARLIER, LATER)) == [
        ("restated", "Council Tax", "64", "61"),
        ("commitment_silent", "Council Tax", *["We will train new officers in the rules on discounts."] * 2),
        ("commitment_dropped", "Council Tax", "We will rewrite the reminder notice in plain words.", ""),
        ("service_renamed", "Street Cleaning", "Street Cleaning", "Street Scene"),
        ("service_gone", "Libraries", "Libraries", ""),
    ]


def test_a_commitment_that_a_later_report_carries_on_names_the_one_it_follows(tmp_path: Path) -> None:
    commitments = read(tmp_path, EARLIER, LATER).commitments
    words = dict(zip(commitments["commitment_id"], commitments["commitment"], strict=True))
    followed = commitments[commitments["follows"].notna()]
    assert [words[old] for old in followed["follows"]] == list(followed["commitment"])
    assert len(followed) == 2


def test_a_note_that_figures_were_revised_explains_what_is_restated(tmp_path: Path) -> None:
    note = "<p>Note: some figures for 2018-19 have been revised since the last report.</p>"
    revisions = read(tmp_path, EARLIER, LATER + note).revisions
    (said,) = revisions[revisions["kind"] == "restated"]["explanation"]
    assert "have been revised since the last report" in said


@pytest.mark.parametrize(
    "other", [EARLIER.replace("Northvale", "Southvale"), EARLIER.replace("2018-19", "2016-17").replace("2019-20", "2017-18")]
)
def test_reports_of_another_council_or_of_years_apart_are_not_compared(tmp_path: Path, other: str) -> None:
    assert told(read(tmp_path, other, LATER)) == []


def test_a_copy_of_the_earlier_report_changes_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    assert told(read(one, EARLIER, LATER, EARLIER)) == told(read(other, EARLIER, LATER))


def test_a_service_with_few_complaints_is_not_missed(tmp_path: Path) -> None:
    many, some = ("<td>Libraries</td><td>14</td><td>5</td><td>2</td>", "<td>Libraries</td><td>4</td><td>1</td><td>1</td>")
    few = EARLIER.replace(many, some)
    assert "service_gone" not in {kind for kind, *_ in told(read(tmp_path, few, LATER))}


PERIODS = [(date(year, month, 1), date(year + 1, month - 1, 31)) for year in range(2017, 2020) for month in (2, 4)]
dated = st.lists(st.tuples(st.sampled_from(["", "E1", "E2"]), st.sampled_from(PERIODS), st.sampled_from(["", "", "x"])), max_size=8)


@given(dated)
def test_reports_of_one_period_are_not_compared_and_every_later_one_is(drawn: list[tuple[str, tuple[date, date], str]]) -> None:
    reports = [
        Records(Report(f"{n}", f"{n}", f"{n}", council_code=code, period_start=start, period_end=end, same_as=same))
        for n, (code, (start, end), same) in enumerate(drawn)
    ]
    ranked = sorted((code, period, f"{n}") for n, (code, period, same) in enumerate(drawn) if code and not same)
    both = [(one, other) for one in ranked for other in ranked if one[0] == other[0]]
    later = sorted(((one, other) for one, other in both if one[1] < other[1]), key=lambda pair: (pair[1], pair[0]))
    follow = [(one, other) for one, other in both if follows(one[1], other[1])]
    for pairs, expected in ((all_pairs, later), (next_pairs, follow)):
        assert [(one.report.report_id, other.report.report_id) for one, other in pairs(reports)] == [
            (one[2], other[2]) for one, other in expected
        ]
