"""Labelled lists of printed names, and the index without a council's own names."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalise.services.index import Index, Phrase, known_phrases, phrases_to_index
from normalise.services.words import text_to_words

HOUSE = Path(__file__).parents[1]
SHARED = HOUSE.parent / "shared" / "gold" / "services-dev.csv"
HANDED = HOUSE.parent / "shared" / "reference" / "services.csv"
NAMES = HOUSE / "benchmarks" / "names"
ALSO = "also:"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A printed name with the id that is right, and all that count as right."""

    council: str
    name: str
    context: str
    service_id: str
    right: frozenset[str]


def read(path: Path) -> tuple[Labelled, ...]:
    """The rows of a list."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Labelled(row["council"], row["printed_name"], row["context"], row["service_id"], _right(row["service_id"], row["note"]))
            for row in csv.DictReader(file)
        )


def _right(service_id: str, note: str) -> frozenset[str]:
    also = note.partition(ALSO)[2].partition(";")[0] if note.startswith(ALSO) else ""
    return frozenset({service_id, *(one.strip() for one in also.split("|") if one.strip())})


def councils(rows: Iterable[Labelled]) -> Sequence[str]:
    """The councils of a list, each once, in its order."""
    return tuple(dict.fromkeys(row.council for row in rows))


@cache
def index_without(rows: tuple[Labelled, ...], council: str) -> Index:
    """The index of all names but those that a council prints; the labels of services stay."""
    own = {text_to_words(row.name) for row in rows if row.council == council}
    return phrases_to_index(phrase for phrase in known_phrases() if text_to_words(phrase.text) not in own)


@cache
def index_of_handed() -> Index:
    """The index of the labels and aliases that were handed out."""
    with HANDED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return phrases_to_index(Phrase(name, row["service_id"]) for row in rows for name in (row["label"], *row["aliases"].split("|")) if name)
