"""The labelled lists of printed names: every label is one that exists, no name stands twice, and no council stands in both lists."""

import csv
from itertools import chain
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
LISTS = HOUSE / "benchmarks" / "names"
SERVICES = HOUSE / "normalise" / "reference" / "services.csv"
PEOPLE = ("adult-care", "benefits-tax", "education-children", "housing")
PLACES = ("environment-regulation", "highways-transport", "planning-development")
HEADINGS = (*PEOPLE, *PLACES, "corporate-other", "mixed")
COLUMNS = ["council", "printed_name", "context", "service_id", "note"]
LEAST_NAMES = 200
SPLITS = pytest.mark.parametrize("split", ["dev", "test"])

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def labels() -> set[str]:
    services = {row["service_id"] for row in rows(SERVICES)}
    return services | {"none"} | {f"directorate:{heading}" for heading in HEADINGS}


def alternates(row: Row) -> list[str]:
    also, _, rest = row["note"].partition(" ")
    return rest.split(";")[0].split("|") if also == "also:" else []


def councils(split: str) -> set[str]:
    return {row["council"] for row in rows(LISTS / f"{split}.csv")}


@SPLITS
def test_a_name_is_labelled_with_a_service_a_directorate_or_none(split: str) -> None:
    listed = rows(LISTS / f"{split}.csv")
    assert len(listed) >= LEAST_NAMES
    assert list(listed[0]) == COLUMNS
    assert {row["service_id"] for row in listed} <= labels()


@SPLITS
def test_what_also_counts_as_right_is_another_label(split: str) -> None:
    listed = rows(LISTS / f"{split}.csv")
    assert set(chain.from_iterable(map(alternates, listed))) <= labels()
    assert not [row for row in listed if row["service_id"] in alternates(row) or len(set(alternates(row))) < len(alternates(row))]
    assert not [row for row in listed if "also:" in row["note"][1:] or ("|" in row["note"] and not alternates(row))]


@SPLITS
def test_a_council_prints_a_name_once(split: str) -> None:
    listed = [(row["council"], row["printed_name"].casefold()) for row in rows(LISTS / f"{split}.csv")]
    assert len(set(listed)) == len(listed)
    assert all(chain.from_iterable(listed))


def test_no_council_stands_in_two_lists() -> None:
    handed_out = {row["council"] for row in rows(HOUSE.parent / "shared" / "gold" / "services-dev.csv")}
    assert not councils("dev") & councils("test")
    assert not (councils("dev") | councils("test")) & handed_out
