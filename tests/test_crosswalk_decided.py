"""What a person's decisions make of the crosswalk, in whatever file they come back."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from drawing import table
from matched import COUNCIL, report, row
from spreadsheet import edit, named, run, write_report, write_rows

import upheld
from normalise.crosswalk import Handed, Name, build
from normalise.services.ids import label_of
from schemas import UpheldError
from upheld.commands.summary import batch_to_notes


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
