"""What was read before: for each file its Document and its records, so that no file is read again that is as it was.

With them lies what was told of their dataset, which is not made again if it stands there as it would be made. The cache is a neighbour of
the dataset, since it must outlive it: a dataset is replaced as a whole. It holds nothing that cannot be read again, and may be deleted at
any time. Each file is committed by itself, and a killed run goes on where it was.
"""

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

from upheld.batch.job import Answer, Job
from upheld.batch.kept import is_whole
from upheld.batch.versions import reader_version, rules_version
from upheld.work import Limits

FILE = "read.sqlite"
_PATIENCE = 30
"""Seconds to wait for another run that is writing."""
_LAYOUT = 1
"""Goes up when a table or what it holds changes its shape; those of another one are thrown away."""
_TABLES = """
create table if not exists files (
    file text primary key, reading_key text not null, reading blob, records_key text not null, records blob not null, read_at text not null
) without rowid;
create index if not exists by_reading on files (reading_key) where reading is not null;
create table if not exists datasets (inputs text primary key, files text not null, told text not null) without rowid;
"""
_AWAY = "drop table if exists files; drop table if exists datasets;"
_KEEP = """
insert into files values (?, ?, ?, ?, ?, datetime('now')) on conflict (file) do update set
    reading = coalesce(excluded.reading, iif(reading_key = excluded.reading_key, reading, null)), reading_key = excluded.reading_key,
    records_key = excluded.records_key, records = excluded.records, read_at = excluded.read_at
"""
"""A reading that was taken from here stays."""


def cache_of(dataset: Path) -> Path:
    """The cache of a dataset, a hidden neighbour of its folder."""
    whole = dataset.resolve()
    return whole.with_name(f".{whole.name}.upheld-cache") / FILE


class Cache:
    """What is known of files. Of trouble with it (a full disk, a damaged file) nothing is said: the files are read again."""

    def __init__(self, path: Path | None, limits: Limits | None = None) -> None:
        """Open the cache at `path`; None keeps nothing. What met the limits holds for these limits only."""
        self._limits = limits
        self._base = None if path is None else _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        if self._base:
            self._base.close()

    def kept(self, job: Job) -> bytes | None:
        """What became of a file when it was read last, as it was kept, if nothing that bears on it has changed."""
        row = self._row("select records, records_key from files where file = ?", job.report.file)
        known = row and row[1] in {records_key(job, None), records_key(job, self._limits)}
        return row[0] if row and known and is_whole(row[0]) else None

    def with_reading(self, job: Job) -> Job:
        """The job with what is printed in the file, if it was read before, whatever it was called."""
        row = self._row("select reading from files where reading_key = ? and reading is not null", reading_key(job))
        return replace(job, reading=row[0]) if row else job

    def keep(self, job: Job, answer: Answer) -> None:
        """Keep what became of a file; what met the limits is kept without its reading, which may have gaps."""
        if not (self._base and answer.lasts):
            return
        limits = self._limits if answer.limited else None
        row = (job.report.file, reading_key(job), answer.reading, records_key(job, limits), answer.kept)
        try:
            self._base.execute(_KEEP, row)
        except sqlite3.Error:
            self._base = None

    def forget(self, files: Collection[str]) -> None:
        """Drop what is known of files that are not among these."""
        if self._base:
            gone = {file for (file,) in self._base.execute("select file from files")}.difference(files)
            self._base.executemany("delete from files where file = ?", ((file,) for file in gone))

    def told(self, inputs: str, files: str) -> str:
        """What was told of a dataset that was made of this, if these are its files; digests both. Nothing of another one."""
        row = self._row("select told from datasets where inputs = ? and files = ?", inputs, files)
        return row[0] if row else ""

    def keep_told(self, inputs: str, files: str, told: str) -> None:
        """Keep what was told of the dataset that was just written; of earlier ones nothing stays."""
        if self._base:
            with suppress(sqlite3.Error):
                self._base.execute("delete from datasets")
                self._base.execute("insert into datasets values (?, ?, ?)", (inputs, files, told))

    def _row(self, query: str, *values: str) -> tuple[Any, ...] | None:
        try:
            found: tuple[Any, ...] | None = self._base.execute(query, values).fetchone() if self._base else None
        except sqlite3.Error:
            self._base = None
            return None
        return found


def _opened(path: Path) -> sqlite3.Connection | None:
    """The tables, made anew where they are of another layout or damaged; None where there can be none."""
    for _ in range(2):
        try:
            path.parent.mkdir(exist_ok=True)
            base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            base.executescript("pragma journal_mode = wal; pragma synchronous = normal;")
            if base.execute("pragma user_version").fetchone()[0] not in {0, _LAYOUT}:
                base.executescript(_AWAY)
            base.executescript(_TABLES + f"pragma user_version = {_LAYOUT};")
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return base
    return None


def read_days(path: Path) -> list[str]:
    """The days (ISO 8601, UTC) on which the files that a cache knows were read last; nothing where there is no cache."""
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            return [day for (day,) in base.execute("select date(read_at) from files")]
    except sqlite3.Error:
        return []


def reading_key(job: Job) -> str:
    """What a Document depends on: the content, the suffix (which may decide what it is read as), the readers, and the password."""
    return _key(job.report.sha256, PurePath(job.report.file).suffix, job.password, reader_version())


def records_key(job: Job, limits: Limits | None) -> str:
    """What the records depend on: the Document, the file's name, the rules and their settings; and limits, if they were met."""
    settings = (sorted(job.settings.off), sorted(job.settings.tolerance.items()))
    return _key(reading_key(job), job.report.report_id, rules_version(), settings, limits)


def _key(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()
