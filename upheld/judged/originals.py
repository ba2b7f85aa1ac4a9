"""The reports of a dataset, as they were read: where each lies, and what opens it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from upheld.files.chosen import Chosen
from upheld.files.passwords import Passwords, password_of
from upheld.files.walk import walked


@dataclass(frozen=True, slots=True)
class Original:
    """A report's file, and its password if one is given for it."""

    path: Path
    password: str = field(default="", repr=False)


@contextmanager
def originals(source: Path | str | None, passwords: Passwords = ()) -> Iterator[Mapping[str, Original]]:
    """The reports of an input by the names that a run gives them, what archives hold too while the block runs; none without an input.

    Raises `UpheldError` for an input that is none.
    """
    if source is None:
        yield {}
        return
    with walked(source, chosen=Chosen(passwords=passwords)) as walk:
        names = {walk.name(path): path for path in walk.reports if path not in walk.refused}
        yield {name: Original(path, password_of(name, passwords)) for name, path in names.items()}
