"""A file of passwords -> the password of a report: a CSV table with the columns file and password, or TOML with a line for each."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from schemas import UpheldError
from upheld.files.csvfile import read_sheet
from upheld.files.patterns import patterns_to_spec

COLUMNS = ("file", "password")
WRITTEN = 'write a line for each file, such as "2019/*.pdf" = "its password"'


@dataclass(frozen=True, slots=True)
class Secret:
    """The password of the files that a pattern names, as in a .gitignore."""

    files: GitIgnoreSpec
    password: str = field(repr=False)


Passwords = tuple[Secret, ...]


def password_of(name: str, passwords: Passwords) -> str:
    """The password of the first line that names the file; nothing if none does."""
    return next((secret.password for secret in passwords if secret.files.match_file(name.casefold())), "")


def read_passwords(path: Path | None) -> Passwords:
    """The passwords of a file; an UpheldError that says what is wrong with it, and never what is in it."""
    if path is None:
        return ()
    rows = toml_to_rows(path) if path.suffix.lower() == ".toml" else csv_to_rows(path)
    return tuple(Secret(patterns_to_spec([pattern]), password) for pattern, password in rows)


def csv_to_rows(path: Path) -> Iterator[tuple[str, str]]:
    """The pattern and the password of each row."""
    sheet = read_sheet(path, COLUMNS)
    at = [sheet.columns()[name] for name in COLUMNS]
    for number, cells in sheet.rows:
        pattern, password = (cells[column] for column in at)
        if not pattern.strip() or not password:
            raise UpheldError(f"{path}: row {number} needs a file and its password")
        yield pattern.strip(), password


def toml_to_rows(path: Path) -> Iterable[tuple[str, str]]:
    """The pattern and the password of each line."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UpheldError(f"{path}: cannot be opened: {error.strerror}") from error
    except ValueError as error:
        raise UpheldError(f"{path}: is no TOML file in UTF-8; {WRITTEN}") from error
    if not all(isinstance(password, str) and password for password in told.values()):
        raise UpheldError(f"{path}: holds what is no password; {WRITTEN}")
    return told.items()
