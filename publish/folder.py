"""Dataset -> folder, as a whole or not at all: a run that is killed or finds the disk full leaves the earlier dataset as it was."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from publish import package, swap
from publish.dataset import Dataset
from publish.lines import Lines, rows_to_lines, table_to_header
from publish.schema import BY_NAME, TABLES, Table
from publish.tables import dataset_to_lines, read_csv
from schemas import DatasetError

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES = (".csv", ".parquet")
REVIEWED = "reviewed.csv"
"""What a person decided about the findings: hers, whoever wrote the file."""
OURS = frozenset({package.FILE, *(table.name + suffix for table in TABLES for suffix in SUFFIXES)})


def is_ours(folder: Path) -> bool:
    """Whether the folder holds a dataset of ours, or what a killed run left of one that it had put aside."""
    return package.is_package(folder) or swap.beside(folder, "aside").exists()


def check_target(target: Path) -> Path:
    """The folder that `target` names, links followed; a DatasetError if no dataset can be written there."""
    folder = Path(os.path.realpath(target))
    if folder.is_symlink():
        raise DatasetError(f"{target}: is a link that leads in a circle; name a folder")
    if folder == folder.parent or os.path.ismount(folder):
        raise DatasetError(f"{target}: is where a disk is mounted and cannot be replaced as a whole; name a folder inside it")
    if folder.exists() and not folder.is_dir():
        raise DatasetError(f"{target}: is a file, and a dataset is a folder; name a folder")
    if folder.exists() and not is_ours(folder) and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise DatasetError(f"{target}: holds other files and no dataset of upheld; name a new or an empty folder")
    present = next(path for path in (folder, *folder.parents) if path.exists())
    parent = folder.parent if present == folder else present
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        raise DatasetError(f"{target}: the folder around it cannot be written to; name a folder where you may write")
    return folder


@contextmanager
def alone(parent: Path) -> Iterator[None]:
    """Wait until no other run writes a dataset into `parent`; the system ends a killed run's claim."""
    handle = os.open(parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network file system may have no locks: two runs at once are then the user's affair
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def folder_to_digest(target: Path) -> str:
    """Of the files of the dataset that stands in a folder; nothing if one of them is missing, or a killed run has put the dataset aside."""
    folder = Path(os.path.realpath(target))
    if swap.beside(folder, "aside").exists():
        return ""
    try:
        return sha256(repr([(name, package.file_to_digest(folder / name)) for name in sorted(OURS)]).encode()).hexdigest()
    except OSError:
        return ""


def link_or_copy(source: str, target: str) -> None:
    """The same file under another name, a copy where the file system has no such links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def carry_over(folder: Path, new: Path, anew: frozenset[str] = OURS) -> None:
    """Bring into `new` what stands in `folder` and is not written anew: a reviewer's notes, a .gitignore.

    What was published of the tables that stood there stays behind: beside other tables it would be wrong.
    """
    stale = {Path(name).parts[0] for name in package.published_files(folder)}
    for path in folder.iterdir() if folder.exists() else ():
        if path.name in anew | stale:
            continue
        if (new / path.name).exists():
            raise DatasetError(f"{path}: is not as upheld made it, and upheld writes a file of this name; move it away")
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=link_or_copy)
        else:
            link_or_copy(str(path), str(new / path.name))


def flush(folder: Path) -> None:
    """Have the disk hold what was written before the folder takes its name: a power cut may come as well as a kill."""
    ours = (folder / name for name in OURS | set(package.listed_files(folder)))
    with ThreadPoolExecutor() as several:  # a disk does together what it is asked together
        list(several.map(flush_file, [*(path for path in ours if path.exists()), folder]))


def flush_file(path: Path) -> None:
    """Have the disk hold a file."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_lines(lines: Iterable[Lines], new: Path, tables: Iterable[Table] = TABLES) -> None:
    """Write tables into a folder, each in both its formats, as their lines come."""
    from publish.parquet import ParquetFile  # noqa: PLC0415  who only reads a dataset has no need of it

    with ExitStack() as stack:
        files: dict[str, tuple[IO[bytes], ParquetFile]] = {}
        for table in tables:
            printed = stack.enter_context((new / f"{table.name}.csv").open("wb"))
            printed.write(table_to_header(table))
            files[table.name] = printed, stack.enter_context(closing(ParquetFile(table, new / f"{table.name}.parquet")))
        for name, more in lines:
            csv, parquet = files[name]
            csv.write(more)
            parquet.append(more)


def put_in_place(folder: Path, write_into: Callable[[Path], None]) -> None:
    """Have a new folder written beside this one, then let it take its place; nothing half-written stays."""
    new = swap.beside(folder, "new")
    swap.recover(folder)
    try:
        new.mkdir()
        write_into(new)
        flush(new)
        swap.replace(new, folder)
    finally:
        swap.recover(folder)


def replace_folder(target: Path, write_into: Callable[[Path, Path], None]) -> None:
    """Replace the folder `target` by what is written; `write_into` is given the folder that stands there and the new one."""
    folder = check_target(target)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.parent):
            put_in_place(folder, lambda new: write_into(folder, new))
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error  # in the system's words, whichever library tells it
        raise DatasetError(f"{target}: cannot be written: {why}; what stood there is unchanged") from error


def write(dataset: Dataset | Iterable[Lines], target: Path) -> None:
    """Write a dataset, or its lines as they come, as the folder `target`, in place of an earlier dataset if one stands there."""

    def write_into(folder: Path, new: Path) -> None:
        write_lines(dataset_to_lines(dataset) if isinstance(dataset, Dataset) else dataset, new)
        package.write_package(new)
        carry_over(folder, new)

    replace_folder(target, write_into)


def rewrite(target: Path, name: str, rows: Sequence[object]) -> None:
    """Write one table of a dataset anew, and its description; the other tables stay the same files."""

    def write_into(folder: Path, new: Path) -> None:
        write_lines(rows_to_lines([(name, rows)]), new, [BY_NAME[name]])
        carry_over(folder, new, frozenset({f"{name}.csv", f"{name}.parquet", package.FILE}))
        package.write_package(new)

    replace_folder(target, write_into)


def add(target: Path, write_files_into: Callable[[Path], None]) -> None:
    """Add files to a dataset, in place of those that were added to it before; its tables stay the same files."""

    def write_into(folder: Path, new: Path) -> None:
        write_files_into(new)
        made = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()}
        carry_over(folder, new, frozenset({package.FILE}) | (made & (OURS | {REVIEWED})))
        package.write_package(new, sorted(made - OURS - {REVIEWED}))

    replace_folder(target, write_into)


def read(folder: Path) -> Dataset:
    """The dataset that stands in a folder, from its CSV tables."""
    return Dataset(**{table.name: read_table(folder, table.name) for table in TABLES})


def read_table(folder: Path, name: str) -> "pd.DataFrame":
    """One table of the dataset that stands in a folder."""
    if not package.is_package(folder):
        raise DatasetError(f"{folder}: holds no dataset of upheld; name a folder that `upheld run` wrote")
    return read_csv(folder / f"{name}.csv", BY_NAME[name])
