"""Figures printed twice on drawn reports: which tables are about one service, and which rows are copies."""

import pytest
from audited import found
from smallest import SMALLEST

TWICE = "printed_twice_has_one_value"


SUMMARY = """
        Service   | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        Repairs   | 80 (429)   | 32% (41%)    | 9 (71)      | 23 (97)    | 38% (48%)
        Solutions | 40 (100)   | 27% (24%)    | 10 (20)     | 29 (60)    | 36% (32%)
"""


def test_a_table_under_another_name_is_tied_to_the_row_that_its_figures_repeat() -> None:
    findings = found(
        f"""{SUMMARY}
        Service                  | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        HOUSING ASSET MANAGEMENT | 80 (429)   | 32% (41%)    | 9 (77)      | 23 (97)    | 38% (48%)
        """,
        TWICE,
    )
    assert [(f.service, f.expected, f.found) for f in findings] == [("Repairs", "71", "77")]
    assert "HOUSING ASSET MANAGEMENT" in findings[0].message


def test_a_table_with_figures_of_its_own_is_not_tied_to_a_row() -> None:
    assert not found(
        f"""{SUMMARY}
        Service                  | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        HOUSING ASSET MANAGEMENT | 80 (42)    | 30% (44%)    | 8 (77)      | 25 (97)    | 38% (50%)
        """,
        TWICE,
    )


def test_a_table_that_repeats_two_rows_alike_is_tied_to_neither() -> None:
    assert not found(
        """
        Service | 1 received | 1 upheld_pct | 1 escalated | 2 received
        Repairs | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (10)
        Voids   | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (11)

        Service      | 1 received | 1 upheld_pct | 1 escalated | 2 received
        Asset Office | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (12)
        """,
        TWICE,
    )


def test_two_teams_of_one_name_in_tables_of_one_layout_are_two_teams() -> None:
    """Brent 2019-20: three tables list a "Customer Care", each of another department."""
    assert not found("""
        Service       | all cases | all upheld
        Customer Care | 39        | 10
        Highways      | 12        | 3

        Service       | all cases | all upheld
        Customer Care | 71        | 18
        Benefits      | 47        | 24
        """)


def test_one_name_in_two_directorates_is_two_services() -> None:
    assert not found("""
        Service        | 1 received | 2 received
        Adults: Review | 31         | 4
        Adults: Intake | 3          | 1

        Service           | 1 received
        Children: Review  | 30
        """)


@pytest.mark.parametrize("other", ["-", "n/a", "(31)"])
def test_a_dash_or_another_year_does_not_contradict_a_number(other: str) -> None:
    assert not found(SMALLEST[TWICE].broken.replace("30", other))


def test_a_rounded_printing_is_the_same_figure() -> None:
    assert not found(
        """
        Service | all received | all in_target_pct
        Repairs | 1000         | 85.3%
        Waste   | 1000         | 71.2%

        Service | all in_target_pct
        Repairs | 85%
        """
    )


def test_names_that_are_alike_need_fewer_figures_that_agree() -> None:
    detail = """
        Service | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        {}      | 80 (429)   | 33% (40%)    | 9 (71)      | 24 (97)    | 38% (48%)
        """
    assert len(found(f"{SUMMARY}{detail.format('Repair Service')}", TWICE)) == 3
    assert not found(f"{SUMMARY}{detail.format('Property Care')}", TWICE)


def test_of_three_totals_the_odd_one_is_told_and_of_two_neither() -> None:
    table = "Service | ombudsman received | {} decided\n | {} | 1"
    tables = [table.format(stage, value) for stage, value in (("1", 13), ("2", 13), ("3", 10))]
    assert [f.found for f in found("\n\n".join(tables), TWICE)] == ["10"]
    assert not found("\n\n".join(tables[1:]), TWICE)


LISTED = """
        Chart    | all received
        Parking  | 80
        Benefits | 40
        Waste    | 30
        Estates  | 178
"""


def tables(*rows: str) -> str:
    return "\n\n".join(f"Service | all received\n{row}" for row in rows)


def test_the_row_that_is_left_over_is_the_table_that_is_left_over() -> None:
    (finding,) = found(f"{LISTED}\n{tables('Parking | 80', 'Benefits | 40', 'Waste | 30', 'Asset Management | 175')}")
    assert (finding.service, finding.expected, finding.found) == ("Asset Management", "178", "175")
    assert "the service is also printed as Estates" in finding.message


@pytest.mark.parametrize("others", [("Asset Management | 140",), ("Asset Management | 175", "Homes | 179"), ()])
def test_a_row_that_is_left_over_is_no_table_of_other_figures_and_not_one_of_two(others: tuple[str, ...]) -> None:
    assert not found(f"{LISTED}\n{tables('Parking | 80', 'Benefits | 40', 'Waste | 30', *others)}")


def test_one_service_under_two_names_is_no_copy() -> None:
    row = "| 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct"
    table = f"Service {row}\n{{}} | 80 (429) | 25% (40%) | 9 (71) | 24 (97) | 38% (48%)"
    assert not found(f"{table.format('Missed Bins')}\n\n{table.format('Waste (missed bins)')}", "row_is_its_own")
    assert not found(f"{table.format('Repairs')}\n\n{table.format('Asset Office')}", "row_is_its_own")
    assert len(found(f"{table.format('Repairs')}\n{table.format('Parks').splitlines()[1]}", "row_is_its_own")) == 2


def test_a_row_and_a_table_of_one_service_are_one_however_they_were_tied() -> None:
    heads = "1 received | 1 escalated | 2 received | 2 escalated | 3 received"
    missed, planning = "101 (190) | 8 (13) | 8 (27) | 0 (4) | 1 (4)", "32 (60) | 8 (15) | 13 (31) | 6 (7) | 6 (7)"
    parking = "22 (23) | 7 (9) | 7 (9) | 2 (1) | 2 (1)"
    drawn = f"""
        Service | {heads}
        Missed bins | {missed}
        Planning | {planning}
        Parking | {parking}

        Service | {heads}
        Waste (missed bins) | {missed}

        Service | {heads}
        Planning | {planning}

        Service | {heads}
        Parking | {parking}
    """
    assert [finding.message.count("on page 1 (table 1, figure 8) and on page 2") for finding in found(drawn)] == [1]
