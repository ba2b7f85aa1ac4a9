"""The crosswalk: which service each printed name means, and what a person's decisions make of it."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from drawing import HEAD, meant, table
from hypothesis import given
from hypothesis import strategies as st
from spreadsheet import edit, named, run, write_report, write_rows

import checks
import upheld
from normalise.crosswalk import Crosswalk, Handed, Name, build, row_to_name, with_ids
from normalise.crosswalk.names import Key, name_to_key
from normalise.crosswalk.settled import settle
from normalise.services import Match
from normalise.services.ids import label_of
from schemas import Records, Service, UpheldError
from upheld.commands.summary import batch_to_notes

COUNCIL = "E06000034"
SERVICES = """
    Service            | Stage 1 received | Stage 1 upheld
    Council Tax        | 12               | 3
    Pest Control       | 7                | 1
    Total              | 19               | 4
"""


def report(text: str, report_id: str = "r", council: str = COUNCIL) -> Records:
    """What a text means, as that council's."""
    records = meant(HEAD + text)
    return replace(
        records,
        report=replace(records.report, report_id=report_id, council_code=council),
        figures=tuple(replace(figure, council_code=council) for figure in records.figures),
    )


def under(records: Records, directorate: str) -> Records:
    """The same figures in a directorate."""
    return replace(records, figures=tuple(replace(figure, directorate=directorate) for figure in records.figures))


def ids(crosswalk: Crosswalk) -> dict[str, str]:
    return {row.service or row.directorate: row.service_id for row in crosswalk.rows}


def row(crosswalk: Crosswalk, service: str) -> Service:
    return next(row for row in crosswalk.rows if row.service == service)


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


def test_the_crosswalk_does_not_depend_on_the_order_of_reports() -> None:
    one, other = report(table(SERVICES), "a"), report(table(SUMMARY), "b", council="E1")
    assert build([one, other]) == build([other, one])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one report that names three services, one of which the program has to be told."""
    write_report(tmp_path, "annual.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("service", "cells"),
    [
        ("Zephyr Works", {"service_id": "licensing", "needs_review": "false"}),
        ("Zephyr Works", {"service_id": "Licensing"}),
        ("Zephyr Works", {"service_id": "none", "needs_review": "FALSE"}),
        ("Pest Control", {"service_id": "directorate:environment-regulation"}),
    ],
    ids=["id and mark", "by its label, without the mark", "none", "a heading over several"],
)
def test_a_decision_wins_over_the_program_in_every_later_run(service: str, cells: dict[str, str], folder: Path) -> None:
    run(folder)
    edit(folder, service, **cells)
    for _ in range(3):
        found = named(run(folder).dataset, service)
        assert (found["service_id"], found["method"]) == (cells["service_id"].lower(), "reviewed")
        assert found["figures"] == [found["service_id"]]


def test_a_proposal_that_was_accepted_is_a_decision() -> None:
    rows = [
        Handed(
            "row 2",
            Name("E1", "", "Zephyr Works"),
            "libraries",
            "Libraries",
            "words",
            needs_review=False,
            proposed_id="libraries",
            proposed_review=True,
        )
    ]
    (found,) = build([], handed=rows).rows
    assert (found.service_id, found.method, found.needs_review) == ("libraries", "reviewed", False)


def test_what_nobody_decided_is_proposed_anew(folder: Path) -> None:
    """An earlier version of the program was sure of another service: that is no decision of a person."""
    run(folder)
    edit(folder, "Pest Control", service_id="libraries", proposed_id="libraries", label="Libraries")
    assert named(run(folder).dataset, "Pest Control")["service_id"] == "pest-animal-control"


def test_a_decision_survives_another_order_of_the_folder_and_a_new_report(folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", service_id="licensing", needs_review="false")
    before = named(run(folder).dataset, "Zephyr Works")
    write_report(folder, "aa earlier.txt", "2018/19")
    (folder / "reports" / "annual.txt").rename(folder / "reports" / "zz.txt")
    batch = run(folder)
    after = named(batch.dataset, "Zephyr Works")
    assert after == before | {"uses": 4}
    assert not batch.problems


def test_the_same_crosswalk_gives_the_same_bytes_wherever_the_reports_lie(folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", service_id="licensing", needs_review="false")
    run(folder)
    first = (folder / "dataset" / "services.csv").read_bytes()
    run(folder)
    assert (folder / "dataset" / "services.csv").read_bytes() == first


def test_a_name_printed_otherwise_is_open_again_and_its_decision_is_told_and_kept(folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", service_id="licensing", needs_review="false")
    write_report(folder, "annual.txt", service="Zephyr Works and Moorings")
    for _ in range(2):
        batch = run(folder)
        assert named(batch.dataset, "Zephyr Works and Moorings")["method"] != "reviewed"
        assert {"uses": 0, "service_id": "licensing"}.items() <= named(batch.dataset, "Zephyr Works").items()
        assert batch.problems == ("services.csv, row 4: no report prints Zephyr Works any more; what was decided is kept",)
        assert batch.problems[0] in list(batch_to_notes(batch))
    write_report(folder, "annual.txt")
    assert named(run(folder).dataset, "Zephyr Works")["figures"] == ["licensing"]


def test_a_name_in_other_capitals_and_dashes_is_the_name_that_was_decided(folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", service_id="licensing")
    write_report(folder, "annual.txt", service="ZEPHYR –WORKS")
    assert named(run(folder).dataset, "ZEPHYR –WORKS")["service_id"] == "licensing"


def test_an_id_that_is_cleared_gives_the_name_back_to_the_program(folder: Path) -> None:
    run(folder)
    edit(folder, "Pest Control", service_id="libraries")
    run(folder)
    edit(folder, "Pest Control", service_id="")
    assert named(run(folder).dataset, "Pest Control")["service_id"] == "pest-animal-control"


def test_a_decision_settles_names_tied_to_it() -> None:
    one, other = (Name(COUNCIL, "", name) for name in ("Zephyr Works", "Zephyr Yard"))
    decided = [Handed("row 2", one, "licensing", needs_review=False)]
    records = report(table("Service | Stage 1 received | Stage 1 upheld\nZephyr Works | 5 | 2\nZephyr Yard | 5 | 2"))
    crosswalk = build([records], [(other, one)], decided)
    assert (row(crosswalk, "Zephyr Yard").service_id, row(crosswalk, "Zephyr Yard").method) == ("licensing", "same figures as Zephyr Works")


SAVED: dict[str, Callable[[list[dict[str, str]], Path], None]] = {
    "with semicolons": lambda rows, path: write_rows(path, rows, "utf-8-sig", ";"),
    "as Unicode text": lambda rows, path: write_rows(path, rows, "utf-16", "\t"),
    "as Windows does": lambda rows, path: write_rows(path, rows, "cp1252"),
    "in another order": lambda rows, path: write_rows(path, [dict(reversed([*row.items(), ("Notes", "seen, J.")])) for row in rows]),
    "with blank rows": lambda rows, path: write_rows(path, [dict.fromkeys(rows[0], ""), *rows, dict.fromkeys(rows[0], " ")]),
    "in capitals": lambda rows, path: write_rows(
        path, [{n.upper(): c.upper() if c in {"true", "false"} else c for n, c in row.items()} for row in rows]
    ),
    "without the further columns": lambda rows, path: write_rows(path, [dict(list(row.items())[:9]) for row in rows]),
    "with three columns": lambda rows, path: write_rows(
        path, [{n: row[n] for n in ("council_code", "service", "service_id")} for row in rows]
    ),
    "with a separator line": lambda rows, path: write_rows(path, rows, delimiter=";", first="sep=;\n"),
}


@pytest.mark.parametrize("saved", SAVED)
def test_a_crosswalk_is_read_however_a_spreadsheet_saved_it(saved: str, folder: Path) -> None:
    write_report(folder, "annual.txt", service="Café “Zephyr” – Works")
    run(folder)
    edit(folder, "Café “Zephyr” – Works", service_id="licensing", needs_review="false")
    path = folder / "dataset" / "services.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    SAVED[saved](rows, path)
    batch = run(folder)
    assert batch.problems == ()
    assert named(batch.dataset, "Café “Zephyr” – Works")["figures"] == ["licensing"]
    assert named(batch.dataset, "Council Tax")["method"] != "reviewed"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"service_id": "licencing"}, "services.csv, row 4: licencing is no service of the list"),
        ({"service_id": "directorate:fun"}, "services.csv, row 4: directorate:fun is no service of the list"),
        ({"needs_review": "perhaps"}, "services.csv, row 4: perhaps is neither true nor false"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_not_used(cells: dict[str, str], problem: str, folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", **cells)
    batch = run(folder)
    assert batch.problems[0].startswith(problem)
    assert named(batch.dataset, "Zephyr Works")["method"] != "reviewed"
    assert named(batch.dataset, "Zephyr Works")["needs_review"]


def test_a_decision_that_cannot_be_used_still_stands_in_the_row(folder: Path) -> None:
    run(folder)
    edit(folder, "Zephyr Works", service_id="licencing", needs_review="false")
    assert named(run(folder).dataset, "Zephyr Works")["method"] == "reviewed as licencing, which cannot be used"


def handed(row: int, service_id: str, label: str | None = None) -> Handed:
    return Handed(f"services.csv, row {row}", Name(COUNCIL, "", "Zephyr Works"), service_id, label, "reviewed", needs_review=False)


def test_rows_that_contradict_each_other_are_told_and_none_is_used() -> None:
    records = report(table("Service | Stage 1 received\nZephyr Works | 5\nPest Control | 2"))
    crosswalk = build([records], handed=[handed(2, "licensing"), handed(9, "libraries")])
    assert crosswalk.problems == ("services.csv, row 2: row 2 and row 9 say different things of Zephyr Works; none of them is used",)
    assert row(crosswalk, "Zephyr Works").method == "reviewed as licensing and as libraries, which cannot be used"
    assert build([records], handed=[handed(2, "licensing"), handed(9, "licensing")]).problems == ()


def test_of_two_rows_of_one_name_the_one_that_was_changed_counts() -> None:
    """A name that two formats spell in two ways has two rows; whoever changes one of them means both."""
    crosswalk = build([], handed=[handed(2, "licensing", label_of("licensing")), handed(9, "libraries", label_of("licensing"))])
    assert crosswalk.rows[0].service_id == "libraries"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "names no column council_code, service, service_id"),
        ("service,service_id\nBins,waste-collection\n", "names no column council_code"),
        ("council_code,service,service_id,Service ID\n", "has the column service_id twice"),
        ('council_code,service,service_id\nE1,"Bins,licensing\n', "is no CSV table"),
        (None, "no such file"),
    ],
)
def test_a_file_that_is_no_crosswalk_ends_the_run_before_it_begins(content: str | None, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "edited.csv"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UpheldError, match=problem):
        upheld.run(tmp_path / "nowhere", path)
