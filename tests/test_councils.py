"""Whose report it is: by its title, its file's name, the addresses that it prints; councils of the register, and bodies that it lacks."""

import pytest
from drawing import meant
from hypothesis import given
from hypothesis import strategies as st

from normalise.councils.domains import addressed
from normalise.councils.register import Authority, authorities, named
from normalise.words.periods import financial_year

TABLE = "\n\n| Service | S1 rec'd |\n|---|---|\n| Repairs | 80 |\n"
REGISTER = sorted(authorities().values(), key=lambda one: one.council.name)


def council_of(text: str, file: str = "a.txt") -> str:
    return meant(text + TABLE, file).report.council_code


@pytest.mark.parametrize(
    ("text", "file", "code"),
    [
        ("# Leeds Council complaints 2019/20", "scan0001.txt", "E08000035"),
        ("# LB Brent: complaints 2019/20", "a.txt", "E09000005"),
        ("# Oldham MBC complaints 2019/20", "a.txt", "E08000004"),
        ("# Thurrock complaints 2019/20\n\nWe worked with Essex County Council. Essex County Council helped.", "a.txt", "E06000034"),
        ("# Reading this report", "a.txt", ""),
        ("# Complaints 2019/20\n\nWrite to feedback@eastsussex.gov.uk.", "a.txt", "E10000011"),
        ("# Complaints 2019/20\n\nSee https://democracy.n-somerset.gov.uk/papers.", "a.txt", "E06000024"),
        ("# Complaints 2019/20\n\nSee www.gov.uk and www.ombudsman.org.uk.", "a.txt", ""),
        ("# Complaints 2019/20", "leeds/complaints.txt", "E08000035"),
        ("# Complaints 2019/20", "nottingham.txt", "E06000018"),
        ("# Complaints 2019/20", "nottinghamshire-2019-20.txt", "E10000024"),
    ],
)
def test_a_council_is_found_by_its_short_names_its_address_and_its_folder(text: str, file: str, code: str) -> None:
    assert council_of(text, file) == code


@pytest.mark.parametrize(
    ("text", "file", "code"),
    [
        ("# Complaints to South Hams District Council and West Devon Borough Council 2019/20", "a.txt", ""),
        ("# Complaints to South Hams District Council and West Devon Borough Council 2019/20", "west-devon.txt", "E07000047"),
        ("# Complaints 2019/20\n\nPoole, formerly part of Dorset County Council.\n\nAsk Leeds City Council.", "a.txt", "E08000035"),
        (
            "# Complaints 2019/20\n\nAsk Leeds City Council.\n\nNeighbours: Bradford Council 3, Kirklees Council 4.",
            "leeds.txt",
            "E08000035",
        ),
    ],
)
def test_of_several_councils_the_next_place_decides_and_else_none_is_told(text: str, file: str, code: str) -> None:
    assert council_of(text, file) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Somerset Council: complaints 2021/22", "E10000027"),
        ("# Somerset Council: complaints 2023/24", "E06000066"),
        ("# Somerset County Council: complaints 2023/24", "E10000027"),
        ("# Buckinghamshire Council: complaints 2018/19", "E10000002"),
        ("# Buckinghamshire Council: complaints 2020/21", "E06000060"),
        ("# Wycombe District Council: complaints 2018/19", "E07000007"),
        ("# Bournemouth, Christchurch and Poole Council: complaints 2022/23", "E06000058"),
    ],
)
def test_a_name_that_outlived_an_abolition_is_the_council_of_the_reports_period(text: str, code: str) -> None:
    assert council_of(text) == code


@pytest.mark.parametrize(
    ("text", "file", "code"),
    [
        ("# Complaints 2019/20\n\nNorthvale Rural Housing Association", "northvale-rha.txt", "body:northvale-rural-housing-association"),
        ("# Complaints 2019/20\n\nMetropolitan Vale Housing (MVH)", "mvh-2019-20.txt", "body:mvh"),
        ("# Complaints 2019/20\n\nEastmere Courts Service, October 2019", "ecs.txt", "body:eastmere-courts-service"),
        ("# hearth: complaints 2019/20", "hearth-2019-20.txt", "body:hearth"),
        ("# Northvale Fire and Rescue Service complaints 2019/20", "a.txt", "body:northvale-fire-and-rescue-service"),
        ("# Annual Complaints Report Northvale Council 2019/20", "a.txt", "body:northvale-council"),
        ("# Report to Full Council 2019/20", "a.txt", ""),
        ("# Complaints 2019/20\n\n## Children's Homes\n\n## Customer Services", "a.txt", ""),
        ("# Complaints 2019/20\n\nTransforming Homes\n\nThurrock Council", "a.txt", "E06000034"),
        ("# Complaints 2019/20\n\nTransforming Homes", "a.txt", ""),
        ("# Complaints 2019/20\n\nDunmere Homes", "dunmere-homes-2019-20.txt", "body:dunmere-homes"),
    ],
)
def test_a_body_that_no_register_holds_has_its_own_name_as_code(text: str, file: str, code: str) -> None:
    assert council_of(text, file) == code


def test_a_bodys_own_names_are_no_service() -> None:
    text = f"# Complaints 2019/20\n\nMetropolitan Vale Housing (MVH)\n\n## Metropolitan Vale Housing{TABLE}\n## MVH{TABLE}"
    assert {figure.service for figure in meant(text, "mvh-2019-20.txt").figures} == {"Repairs"}


@given(st.sampled_from(REGISTER))
def test_an_official_name_is_its_authoritys_in_its_own_time(one: Authority) -> None:
    period = financial_year(max(one.began.year, 2000)) if one.ended.year > 2030 else financial_year(one.ended.year - 2)
    assert [found.council for found in named(f"A letter of {one.council.name} of May", period, full=False)][:1] == [one.council]


@given(st.sampled_from(REGISTER))
def test_an_address_made_of_a_name_is_that_councils_or_nobodys(one: Authority) -> None:
    found = {council.code for council in addressed(f"help@{''.join(one.place)}.gov.uk", None)}
    assert not found or {known.council.code for known in REGISTER if known.place == one.place} >= found or one.combined
