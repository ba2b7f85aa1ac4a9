"""Zip files -> folders: what an archive holds is read as if it stood in a folder of the archive's name."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo, is_zipfile

import extract
from schemas import UnreadableFileError
from upheld.files.passwords import Passwords, password_of

SUFFIX = ".zip"
ZIP = "application/zip"
CHUNK = 1 << 20  # bytes unpacked at a time
GROWTH = 100  # times the archive's own size that it may unpack to, archives within it included: reports shrink to a tenth at the most
SPARE = 100 << 20  # bytes that any archive may unpack to: a small one of much repeated text is no bomb
MOST = 100_000  # entries of an archive
DEEPEST = 3  # archives within one another: a pack of packs of packs
TOLD = 3  # names that a sentence about an archive gives
LOCKED = 1  # the flag of an encrypted entry (APPNOTE 4.4.4)


class TooLargeError(Exception):
    """The archive unpacks to more than may be believed."""


def is_zip(path: Path) -> bool:
    """Whether the file is an archive that holds other files, by its name and its content; a Word file under such a name is none."""
    if path.suffix.lower() != SUFFIX or not path.is_file():
        return False
    try:
        kind = extract.media_type(path)
    except UnreadableFileError:
        return False
    return kind == ZIP or (not kind and is_zipfile(path))  # an empty archive has no sign of its own


class Unpacked:
    """The archives of an input, unpacked below one room: `refused` says of an archive, or of a part of one, why it cannot be read."""

    def __init__(self, room: Path, passwords: Passwords = ()) -> None:
        """Of a room that nobody else writes to."""
        self.room = room
        self.refused: dict[Path, str] = {}
        self._passwords = passwords
        self._left: dict[Path, int] = {}
        self._opened: set[Path] = set()

    def unpack(self, path: Path, place: Path) -> None:
        """Make a folder of an archive: `place`, below the room or the room itself, which may be where the archive stands."""
        above = [parent for parent in place.parents if parent in self._opened]
        if len(above) >= DEEPEST:
            self.refused[place] = f"is a zip archive within {DEEPEST} others, and is not opened; unpack it and read its folder"
            return
        whole = above[-1] if above else place
        self._opened.add(place)
        self._left.setdefault(whole, SPARE + GROWTH * path.stat().st_size)
        source = path.rename(self.room.parent / "archive") if path == place else path
        problems = list(self._members(source, place, whole))
        if path == place:
            source.unlink()
        if problems:
            self.refused[place if place != self.room else place / path.name] = "; ".join(problems)

    def _members(self, source: Path, place: Path, whole: Path) -> Iterator[str]:
        """Unpack what can be unpacked; a sentence for all that is wrong with the archive as a whole."""
        try:
            with ZipFile(source) as archive:
                entries = archive.infolist()
                if min((entry.header_offset for entry in entries), default=0) and _begins(source):
                    yield "is cut short, and only the files of an archive within it could be read; get it again from its source"
                yield from entries_to_problems(entries)
                for parts, entry in entries_to_parts(entries).items():
                    self._member(archive, entry, place.joinpath(*parts), whole)
        except TooLargeError:
            yield f"unpacks to more than {GROWTH} times its size; what lies behind that was not read"
        except Exception as error:  # noqa: BLE001 - zipfile and zlib raise whatever a damaged archive makes of it
            yield f"the archive is damaged or cut short ({type(error).__name__}); get it again from its source"

    def _member(self, archive: ZipFile, entry: ZipInfo, target: Path, whole: Path) -> None:
        """Unpack one part, or say why it cannot be."""
        password = password_of(target.relative_to(self.room).as_posix(), self._passwords)
        if entry.flag_bits & LOCKED and not password:
            self.refused[target] = "is encrypted in its archive; name its password with --passwords, or unpack the archive"
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry, pwd=password.encode()) as source, target.open("xb") as file:
                while chunk := source.read(CHUNK):
                    self._spend(whole, len(chunk))
                    file.write(chunk)
        except TooLargeError:
            target.unlink()
            raise
        except Exception as error:  # noqa: BLE001 - as above
            with suppress(OSError):  # there is none where its name was the trouble
                target.unlink()
            self.refused[target] = why(error)

    def _spend(self, whole: Path, number: int) -> None:
        """Count the bytes that an archive and those within it unpack to."""
        self._left[whole] -= number
        if self._left[whole] < 0:
            raise TooLargeError


def entries_to_parts(entries: Sequence[ZipInfo]) -> dict[tuple[str, ...], ZipInfo]:
    """The files of an archive, by their folders and names; of two of one name the first."""
    found: dict[tuple[str, ...], ZipInfo] = {}
    for entry in entries[:MOST]:
        parts = name_to_parts(entry.filename)
        if parts and not entry.is_dir():
            found.setdefault(parts, entry)
    return found


def entries_to_problems(entries: Sequence[ZipInfo]) -> Iterator[str]:
    """What an archive holds that is not read, in sentences."""
    if not entries:
        yield "the archive is empty"
    if len(entries) > MOST:
        yield f"holds {len(entries)} files, of which the first {MOST} are read; divide it"
    names = [entry.filename for entry in entries if not entry.is_dir()]
    if outside := [name for name in names if not name_to_parts(name)]:
        yield told("holds names that lead out of it, which are refused", outside)
    if twice := [name for name, number in Counter(names).items() if number > 1]:
        yield told("holds more than one file of the same name, of which the first is read", twice)


def name_to_parts(name: str) -> tuple[str, ...]:
    r"""The folders and the name of a part; none of one that leads out of the archive. Some programs of Windows write `a\b` for `a/b`."""
    path = PurePosixPath(name.replace("\\", "/"))
    leads_out = path.is_absolute() or ".." in path.parts or ":" in (path.parts or ("",))[0]
    return () if leads_out else path.parts


def told(sentence: str, names: list[str]) -> str:
    """A sentence and the names that it is about, as far as a person reads them."""
    more = f" and {len(names) - TOLD} more" if len(names) > TOLD else ""
    return f"{sentence}: {', '.join(names[:TOLD])}{more}"


def why(error: Exception) -> str:
    """What is wrong with a part of an archive."""
    if isinstance(error, OSError):
        return f"cannot be unpacked: {os.strerror(error.errno or 0)}"
    if isinstance(error, NotImplementedError):
        return "is packed or encrypted in a way that cannot be opened here; unpack the archive"
    if "password" in str(error):
        return "the password given for it is wrong"
    return "is damaged within its archive; get the archive again from its source"


def _begins(source: Path) -> bool:
    """Whether the first file of an archive stands at the start of it."""
    with source.open("rb") as file:
        return file.read(2) == b"PK"
