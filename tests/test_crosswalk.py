"""The crosswalk: which service each printed name means."""

from dataclasses import replace

import pytest
from drawing import table
from matched import report, row

import checks
from normalise.crosswalk import Crosswalk, build, row_to_name, with_ids
from schemas import Records

SERVICES = """
    Service            | Stage 1 received | Stage 1 upheld
    Council Tax        | 12               | 3
    Pest Control       | 7                | 1
    Total              | 19               | 4
"""


def under(records: Records, directorate: str) -> Records:
    """The same figures in a directorate."""
    return replace(records, figures=tuple(replace(figure, directorate=directorate) for figure in records.figures))


def ids(crosswalk: Crosswalk) -> dict[str, str]:
    return {row.service or row.directorate: row.service_id for row in crosswalk.rows}


def test_each_printed_name_has_one_row_and_its_figures_bear_its_id() -> None:
    records = report(table(SERVICES))
    crosswalk = build([records])
    rows = [(one.service, one.service_id, one.uses) for one in crosswalk.rows]
    assert rows[:2] == [("Council Tax", "council-tax", 2), ("Pest Control", "pest-animal-control", 2)]
    found = with_ids(records, crosswalk.ids)
    assert {figure.service: figure.service_id for figure in found.figures if figure.service} == ids(crosswalk)


def test_figures_of_the_whole_council_are_all_and_have_no_row() -> None:
    records = report("We received 206 stage 1 complaints in 2019/20.\n")
    crosswalk = build([records])
    assert crosswalk.rows == ()
    assert {figure.service_id for figure in with_ids(records, crosswalk.ids).figures} == {"all"}


def test_a_directorates_own_figures_have_the_directorates_id_and_its_row_names_no_service() -> None:
    records = under(report("We received 206 stage 1 complaints in 2019/20.\n"), "Planning Enforcement")
    crosswalk = build([records])
    assert [(one.directorate, one.service, one.service_id) for one in crosswalk.rows] == [
        ("Planning Enforcement", "", "planning-enforcement")
    ]
    assert {figure.service_id for figure in with_ids(records, crosswalk.ids).figures} == {"planning-enforcement"}


@pytest.mark.parametrize("printed", ["Wellbeing Department - Housing Directorate", "Housing Directorate (corporate complaints only)"])
def test_a_directorates_own_name_is_its_last_part_without_what_stands_in_brackets(printed: str) -> None:
    records = under(report("We received 206 stage 1 complaints in 2019/20.\n"), printed)
    assert [one.service_id for one in build([records]).rows] == ["directorate:housing"]


def test_a_report_of_an_unknown_council_keeps_its_rows() -> None:
    crosswalk = build([report(table(SERVICES), council="")])
    assert {one.council_code for one in crosswalk.rows} == {""}
    assert ids(crosswalk)["Council Tax"] == "council-tax"


def test_a_finding_has_the_id_of_its_figures() -> None:
    records = report(table("Service | Stage 2 received | Stage 2 escalated | Stage 3 received\nPest Control | 20 | 5 | 4"))
    found = with_ids(checks.audit(records), build([records]).ids)
    assert [finding.service_id for finding in found.findings] == ["pest-animal-control"]


def test_one_name_in_two_spellings_means_one_service() -> None:
    one, other = (report(table(SERVICES.replace("Council Tax", name)), name) for name in ("Finance – Council Tax", "FINANCE -Council tax"))
    crosswalk = build([one, other])
    assert len({found for name, found in ids(crosswalk).items() if "ounc" in name}) == 1
    assert len(crosswalk.rows) == len(build([one]).rows) + 1


def tied(records: Records) -> Crosswalk:
    """The crosswalk of one report with what its figures tie."""
    pairs = [(row_to_name(one), row_to_name(other)) for one, other in checks.tied_figures(records.figures)]
    return build([records], pairs)


SUMMARY = """
    Service      | S1 received | S1 upheld | S1 not upheld | S2 received | S2 upheld | S2 not upheld | S3 received | S3 upheld
    Council Tax  | 40          | 11        | 22            | 9           | 3         | 6             | 2           | 1
    Pest Control | 31          | 8         | 18            | 7           | 2         | 5             | 3           | 2
"""


def test_a_name_in_doubt_takes_the_service_whose_figures_it_repeats() -> None:
    """A dashboard may bear a name of its own; that its eight figures are those of one row of the summary says which service it is."""
    figures = report(table(SUMMARY)).figures
    twin = tuple(
        replace(figure, service="Zephyr Works", table_id="r:other", figure_id=f"{figure.figure_id}-2")
        for figure in figures
        if figure.service == "Pest Control"
    )
    crosswalk = tied(Records(report("").report, (*figures, *twin)))
    found = row(crosswalk, "Zephyr Works")
    assert (found.service_id, found.needs_review, found.method) == ("pest-animal-control", False, "same figures as Pest Control")
    assert 0.9 < found.score < 1 if found.score is not None else False


def test_the_crosswalk_does_not_depend_on_the_order_of_reports() -> None:
    one, other = report(table(SERVICES), "a"), report(table(SUMMARY), "b", council="E1")
    assert build([one, other]) == build([other, one])
