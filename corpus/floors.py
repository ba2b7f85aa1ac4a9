"""What the readers reach on a fixed set of specimens, and must not fall below: `python -m corpus.floors [--raise] [--page FOLDER]`.

`floors.toml` holds the set and the floors. They only rise: nothing here lowers one.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpus.counts import Counts, Scored, by, total
from corpus.fixed import part, scored
from corpus.page import write_page
from corpus.specimen import many

FILE = Path(__file__).parent / "floors.toml"
TOLD = "told"  # stands in the place of a family where all families count together
MOST = ("wrong", "taken", "false_findings")
PLACES = 1000  # a floor is kept to the tenth of a percent
SLACK = 1e-9  # of a share that is not a finite binary fraction
HEAD = """\
# The specimens that are always read, and what must be reached on them. Shares of 1, rounded down, by family and container; what no reader
# reaches has no floor. `python -m corpus.floors --raise` raises them to what is reached now; nothing lowers them.
"""

Key = tuple[str, str, str]  # family, container, what of it


class Floors(NamedTuple):
    """The fixed set, what may happen at most, and the floors of the whole set (`all`) and of the part that the tests read (`part`)."""

    seed: int
    number: int
    most: Mapping[str, int]
    floors: Mapping[str, Mapping[Key, float]]


def load(path: Path = FILE) -> Floors:
    """The floors as they stand."""
    told = tomllib.loads(path.read_text("utf-8"))
    return Floors(told["seed"], told["count"], told["most"], {name: dict(_flat(told.get(name, {}))) for name in ("all", "part")})


def dump(floors: Floors) -> str:
    """The floors as a file."""
    lines = [HEAD + f"seed = {floors.seed}", f"count = {floors.number}", "", "[most]", *(f"{name} = {floors.most[name]}" for name in MOST)]
    for name, shares in floors.floors.items():
        for family in sorted({family for family, _, _ in shares}):
            lines += ["", f"[{name}.{family}]"]
            for container in sorted({key[1] for key in shares if key[0] == family}):
                own = sorted(key for key in shares if key[:2] == (family, container))
                lines.append(f"{container} = {{ {', '.join(f'{key[2]} = {float(shares[key])}' for key in own)} }}")
    return "\n".join([*lines, ""])


def reached(files: Sequence[Scored]) -> dict[Key, float]:
    """What is reached, as far as anything is."""
    found = {
        (family, container, what): share
        for (family, container), counts in by(files, "family", "container").items()
        for what, share in (("recall", counts.recall), ("precision", counts.precision))
    }
    found |= {(TOLD, container, what): share for (container,), counts in by(files, "container").items() for what, share in _told(counts)}
    return {key: floor(share * PLACES + SLACK) / PLACES for key, share in found.items() if share}


def fallen(files: Sequence[Scored], floors: Mapping[Key, float], most: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each floor that is not reached, and for each kind of fault of which there are too many."""
    now, counts = reached(files), total(files)
    for key, least in floors.items():
        if now.get(key, 0) < least:
            yield f"{_said(key)} is {now.get(key, 0):.1%}, below its floor of {least:.1%}"
    for name in MOST:
        found = getattr(counts, name)
        if found > most[name]:
            where = ", ".join(one.file for one in files if getattr(one.counts, name))
            yield f"{name.replace('_', ' ')}: {found}, where {most[name]} may be: {where}"


def higher(files: Sequence[Scored], floors: Mapping[Key, float]) -> dict[Key, float]:
    """The floors that could be raised, with what is reached."""
    return {key: share for key, share in sorted(reached(files).items()) if share > floors.get(key, 0)}


def raised(floors: Floors, found: Mapping[str, Mapping[Key, float]]) -> Floors:
    """The floors with those that could be raised."""
    return floors._replace(floors={name: {**shares, **found[name]} for name, shares in floors.floors.items()})


def compared(floors: Floors, sets: Mapping[str, Sequence[Scored]]) -> tuple[list[str], list[str]]:
    """Sentences of what fell, and of what could rise."""
    fell, rising = [], []
    for name, files in sets.items():
        own = floors.floors[name]
        fell += [f"{name}: {line}" for line in fallen(files, own, floors.most)]
        found = higher(files, own).items()
        rising += [f"{name}: {_said(key)} is {share:.1%}, and its floor of {own.get(key, 0):.1%} could be raised" for key, share in found]
    return fell, rising


def _told(counts: Counts) -> Iterable[tuple[str, float | None]]:
    """What has to be told beside figures: that a cell is not understood, and what was planted."""
    yield "unknown", counts.unknown_told / counts.unknown if counts.unknown else None
    yield "planted", counts.planted_told / counts.planted if counts.planted else None


def _flat(table: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[tuple[Key, float]]:
    for family, containers in table.items():
        for container, shares in containers.items():
            for what, share in shares.items():
                yield (family, container, what), share


def _said(key: Key) -> str:
    return " ".join(key).replace("_", " ")


def main(arguments: Sequence[str]) -> int:
    """Draw, read and score the fixed set; 1 if it fell below a floor."""
    parser = argparse.ArgumentParser(description="Hold the fixed set of specimens against the floors.")
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--page", type=Path, metavar="FOLDER", help="also write score.md and score.svg there")
    asked = parser.parse_args(arguments)
    floors = load()
    specimens = list(many(floors.seed, floors.number))
    names = {specimen.name for specimen in part(specimens)}
    with TemporaryDirectory() as folder:
        every = scored(specimens, Path(folder))
    sets = {"all": every, "part": [one for one in every if one.specimen in names]}
    if asked.page:
        write_page(every, floors.seed, floors.number, asked.page)
    fell, rising = compared(floors, sets)
    sys.stdout.writelines(f"{line}\n" for line in (*rising, *fell))
    if asked.rise:
        FILE.write_text(dump(raised(floors, {name: higher(own, floors.floors[name]) for name, own in sets.items()})), encoding="utf-8")
    return int(bool(fell))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
