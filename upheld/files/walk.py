"""Input -> the files to read, in an order that depends on their names only. It is a folder, a zip file, a list of files or an address."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from schemas import UpheldError
from upheld.files.address import fetched
from upheld.files.chosen import EVERYTHING, Chosen, LeftOut, choose
from upheld.files.filelist import STANDARD_INPUT, Listed, read_list
from upheld.files.passing import PassedOver, is_system, may_open, passed_over, real_path
from upheld.files.unpacked import Unpacked, is_zip

SOURCES = "sources.csv"

Reason = PassedOver | LeftOut


@dataclass(frozen=True, slots=True)
class Walk:
    """What an input holds: the files to read, the lists of sources, and what is not read with the reason, each in the order of names.

    `unpacked` is the room in which archives are folders, `refused` says of files to read why they cannot be: parts of archives, and what a
    list names in vain.
    """

    folder: Path
    unpacked: Path
    reports: tuple[Path, ...]
    sources: tuple[Path, ...]
    ignored: tuple[tuple[Path, Reason], ...]
    refused: Mapping[Path, str]

    @property
    def passed_over(self) -> Counter[Reason]:
        """How much is not read, by the reason."""
        return Counter(reason for _, reason in self.ignored)

    @property
    def names(self) -> set[str]:
        """What the reports of the input are called, also those that an option left out."""
        left = (path for path, reason in self.ignored if isinstance(reason, LeftOut))
        return {self.name(path) for path in (*self.reports, *left)}

    @property
    def present(self) -> set[str]:
        """What everything in the input is called, also what is not read."""
        return {self.name(path) for path in (*self.reports, *(path for path, _ in self.ignored))}

    def root(self, path: Path) -> Path:
        """The folder from which a file is named."""
        return self.unpacked if path.is_relative_to(self.unpacked) else self.folder

    def name(self, path: Path) -> str:
        """What a file is called in the dataset."""
        return printed_path(path, self.root(path))


@contextmanager
def walked(source: Path | str, output: Path | None = None, chosen: Chosen = EVERYTHING) -> Iterator[Walk]:
    """What an input holds, while it is read: archives are unpacked, and what lies at an address is fetched, until then.

    `output`, the dataset's folder, may lie inside the input. Raises `UpheldError` for an input that is none, and for options that are none.
    """
    with TemporaryDirectory(prefix="upheld-") as place:
        unpacked = Unpacked(real_path(Path(place)) / "files", chosen.passwords)
        listed = fetched_or_opened(source, unpacked)
        found = list(walk(listed.present, listed.folder, output and real_path(output), unpacked))
        refused = {**unpacked.refused, **listed.refused}
        found += [(path, PassedOver.HIDDEN if is_system(path.name) else None) for path in refused]
        whole = Walk(listed.folder, unpacked.room, (), (), (), refused)
        yield filled(whole, sorted(found, key=lambda each: whole.name(each[0])), chosen)


def fetched_or_opened(source: Path | str, unpacked: Unpacked) -> Listed:
    """The folder of an input, which an address has only for this time; a zip file at an address is one on the disk then."""
    if isinstance(source, Path):
        return opened(source, unpacked)
    listed = fetched(source, unpacked.room.with_name("fetched"))
    return opened(listed.folder, unpacked) if listed.folder.is_file() else listed


def opened(source: Path, unpacked: Unpacked) -> Listed:
    """The folder of an input, and what of it is to be walked."""
    if source == STANDARD_INPUT or (source.is_file() and not is_zip(source)):
        return read_list(source)
    if source.is_file():
        unpacked.unpack(source, unpacked.room)
        if not unpacked.room.is_dir():
            raise UpheldError(f"{source}: {next(iter(unpacked.refused.values()))}")
        return Listed(unpacked.room, list(unpacked.room.iterdir()), {})
    if not source.is_dir():
        raise UpheldError(f"{source}: no such folder; name the folder that holds the reports")
    if not may_open(source):
        raise UpheldError(f"{source}: may not be opened; check its permissions")
    return Listed(source.resolve(), list(source.resolve().iterdir()), {})


def walk(waiting: list[Path], folder: Path, output: Path | None, unpacked: Unpacked) -> Iterator[tuple[Path, PassedOver | None]]:
    """Every file below those waiting, and every folder that is passed over or may not be opened, with the reason if it is passed over."""
    while waiting:
        path = waiting.pop()
        reason = passed_over(path, folder, output)
        if reason is None and path.is_dir() and may_open(path):
            waiting += path.iterdir()
        elif reason is None and is_zip(path):
            place = unpacked.room / path.relative_to(unpacked.room if path.is_relative_to(unpacked.room) else folder)
            unpacked.unpack(path, place)
            waiting += place.iterdir() if place.is_dir() else ()
        else:
            yield path, reason


def filled(whole: Walk, found: list[tuple[Path, PassedOver | None]], chosen: Chosen) -> Walk:
    """The walk with what was found, in its order, of which the options choose."""
    paths = [path for path, reason in found if reason is None and path.name.lower() != SOURCES]
    asked = zip(paths, choose([whole.name(path) for path in paths], chosen, whole.folder), strict=True)
    left: dict[Path, LeftOut] = {path: reason for path, (_, reason) in asked if reason}
    return Walk(
        folder=whole.folder,
        unpacked=whole.unpacked,
        reports=tuple(path for path in paths if path not in left),
        sources=tuple(path for path, reason in found if reason is None and path.name.lower() == SOURCES),
        ignored=(*((path, reason) for path, reason in found if reason), *left.items()),
        refused=whole.refused,
    )


def printed_path(path: Path, folder: Path) -> str:
    """The path within the folder as text; a byte that is not UTF-8 is spelled out."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
