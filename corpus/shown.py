"""The drawn specimens that stand beside the hand-made ones, under names of their own."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.specimen import Specimen, draw, write
from corpus.specimen.draw import Axes, File

LIST = Path(__file__).parent / "shown.toml"


def shown() -> Iterator[Specimen]:
    """The specimens of the list, named as it says."""
    for entry in tomllib.loads(LIST.read_text("utf-8"))["shown"]:
        axes = {axis: entry[axis] for axis in Axes._fields}
        drawn = draw(entry["seed"], fault=entry.get("fault"), **axes)
        yield replace(drawn, name=entry["name"], files=tuple(_named(file, drawn, entry["name"]) for file in drawn.files))


def files() -> dict[str, bytes]:
    """Reports and gold, by their path in the corpus; the list of the reports among them."""
    with TemporaryDirectory() as folder:
        write(shown(), Path(folder))
        paths = sorted(path for room in ("reports", "gold") for path in Path(folder, room).rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _named(file: File, drawn: Specimen, name: str) -> File:
    report = file.report._replace(file=file.report.file.replace(drawn.name, name, 1))
    return file._replace(name=file.name.replace(drawn.name, name, 1), report=report)
