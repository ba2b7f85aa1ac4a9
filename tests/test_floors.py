"""What is read of drawn specimens: the floors that only rise, laws that hold for every specimen, and failures once seen."""

import tomllib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import publish
import upheld
from corpus.counts import Counts, Scored, total
from corpus.fixed import PART, part
from corpus.floors import FILE, Floors, compared, dump, fallen, higher, load, raised, reached
from corpus.score import score
from corpus.shown import shown
from corpus.specimen import Specimen, draw, many, write
from corpus.specimen.draw import Axes, Wanted, layouts

FLOORS = load()
DRAWN = list(many(FLOORS.seed, FLOORS.number))
PART_DRAWN = part(DRAWN)
FAMILIES = sorted({specimen.family for specimen in DRAWN})
KEPT = tomllib.loads((FILE.parent / "kept.toml").read_text("utf-8")).get("kept", [])
STAGES = {"stage", "comparative", "dashboard"}
READ = {"pdf", "text"}
RULES = ("escalated_not_received", "difference", "summary_detail", "impossible_percent")  # faults that a check looks for
LAYOUTS = [
    (fault, [axes for axes in layouts(fault) if axes.look == "ruled" and axes.family in STAGES and axes.container in READ])
    for fault in (None, *RULES)
]
RECALL, PRECISION = 0.97, 0.995  # of the stage families, ruled or as text, in words that everyone has seen

AXES = {"family": "stage", "words": "seen", "numbers": "plain", "look": "ruled", "container": "pdf"}
MOST = {"wrong": 0, "taken": 0, "false_findings": 0}


def read(specimens: list[Specimen], folder: Path) -> list[Scored]:
    """What is made of specimens, on the way that a run takes."""
    write(specimens, folder / "drawn")
    publish.write(upheld.run(folder / "drawn" / "reports"), folder / "dataset")
    return score(folder / "dataset", folder / "drawn")


def one(**counts: int) -> Scored:
    return Scored("a", "a.pdf", AXES, "", Counts(files=1, **counts))


@pytest.fixture(scope="module")
def part_read(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    return read(PART_DRAWN, tmp_path_factory.mktemp("part_read"))


def test_the_part_that_every_run_reads_is_balanced() -> None:
    assert Counter(one.family for one in PART_DRAWN) == dict.fromkeys(FAMILIES, PART)
    assert all(len({one.container for one in PART_DRAWN if one.family == family}) >= 3 for family in FAMILIES)


@pytest.mark.parametrize("family", [*FAMILIES, "told"])
def test_no_family_falls_below_its_floor(part_read: list[Scored], family: str) -> None:
    floors = {key: share for key, share in FLOORS.floors["part"].items() if key[0] == family}
    files = part_read if family == "told" else [one for one in part_read if one.axes["family"] == family]
    assert list(fallen(files, floors, FLOORS.most)) == []


def test_a_floor_is_rounded_down_and_holds_what_it_was_made_of() -> None:
    files = [one(gold=3, right=2, extra=1, unknown=7, unknown_told=6)]
    expected = {("stage", "pdf", "recall"): 0.666, ("stage", "pdf", "precision"): 0.666, ("told", "pdf", "unknown"): 0.857}
    assert reached(files) == expected
    assert list(fallen(files, expected, MOST)) == []


def test_a_share_that_falls_is_told() -> None:
    floors = {("stage", "pdf", "recall"): 0.9, ("stage", "text", "recall"): 0.5}
    assert list(fallen([one(gold=4, right=3)], floors, MOST)) == [
        "stage pdf recall is 75.0%, below its floor of 90.0%",
        "stage text recall is 0.0%, below its floor of 50.0%",
    ]


@pytest.mark.parametrize("name", MOST)
def test_what_must_not_happen_is_told_with_its_file(name: str) -> None:
    assert list(fallen([one(**{name: 2})], {}, MOST)) == [f"{name.replace('_', ' ')}: 2, where 0 may be: a.pdf"]


def test_floors_only_rise() -> None:
    floors = {("stage", "pdf", "recall"): 0.5, ("stage", "pdf", "precision"): 1.0}
    better, worse = [one(gold=4, right=3)], [one(gold=4, right=1, extra=1)]
    assert higher(better, floors) == {("stage", "pdf", "recall"): 0.75}
    assert higher(worse, floors) == {}
    fell, rising = compared(Floors(1, 1, MOST, {"all": floors, "part": floors}), {"all": better, "part": worse})
    assert rising == ["all: stage pdf recall is 75.0%, and its floor of 50.0% could be raised"]
    assert [line.partition(" is ")[0] for line in fell] == ["part: stage pdf recall", "part: stage pdf precision"]
    risen = raised(Floors(1, 1, MOST, {"all": floors, "part": floors}), {"all": higher(better, floors), "part": higher(worse, floors)})
    assert risen.floors == {"all": {**floors, ("stage", "pdf", "recall"): 0.75}, "part": floors}


def test_floors_written_and_read_back_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text(dump(FLOORS), encoding="utf-8")
    assert load(tmp_path / "floors.toml") == FLOORS
    assert dump(FLOORS) == FILE.read_text("utf-8")


def lies(file: Scored) -> list[str]:
    """What went wrong with a file, if any of it is worse than a gap: a false figure or finding, or silence where something must be told."""
    counts = file.counts
    untold = counts.unknown > counts.unknown_told or (
        file.axes["words"] == "seen" and file.fault in RULES and counts.planted > counts.planted_told
    )
    return list(file.troubles) if untold or counts.wrong or counts.extra or counts.taken or counts.false_findings else []


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.sampled_from(LAYOUTS).flatmap(lambda laid: st.tuples(st.just(laid[0]), st.sampled_from(laid[1]))))
def test_whatever_is_drawn_no_lie_is_told(seed: int, laid: tuple[str | None, Axes]) -> None:
    with TemporaryDirectory() as folder:
        files = read([draw(seed, fault=laid[0], **laid[1]._asdict())], Path(folder))
    assert [lie for file in files for lie in lies(file)] == []


def test_the_stage_families_are_read(tmp_path: Path) -> None:
    (_, fitting), *_ = LAYOUTS
    fitting = [axes for axes in fitting if axes.words == "seen"]
    counts = total(read([draw(seed, **axes._asdict()) for seed, axes in enumerate(fitting)], tmp_path))
    assert (counts.recall or 0) >= RECALL
    assert (counts.precision or 0) >= PRECISION


def test_what_is_shown_is_read_without_a_lie(tmp_path: Path) -> None:
    names = [specimen.name for specimen in shown()]
    assert not [(one, other) for one in names for other in names if one != other and other.startswith(one)]
    assert [lie for file in read(list(shown()), tmp_path) for lie in lies(file)] == []


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept['seed']} {kept['showed']}")
def test_a_failure_that_was_seen_is_gone(kept: dict[str, Any], tmp_path: Path) -> None:
    wanted: Wanted = {axis: kept.get(axis) for axis in Wanted.__annotations__}  # type: ignore[assignment]
    files = read([draw(kept["seed"], **wanted)], tmp_path)
    assert [lie for file in files for lie in lies(file)] == []
    assert (total(files).recall or 0) >= kept.get("recall", 0)
