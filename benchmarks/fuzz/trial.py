"""One mutated file, by its number: it is made, read within limits, and what is wrong with the reading told."""

import signal
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from traceback import extract_tb
from types import FrameType
from typing import NoReturn

from benchmarks.fuzz.inside import mutated_file
from benchmarks.fuzz.oracle import Key, Said, invented, key
from benchmarks.fuzz.originals import Original, drawn, made
from benchmarks.understood import path_to_records
from schemas import UpheldError

SECONDS = 20
"""Of the processor for one file: a hundred times what an original takes."""
LARGE = 0.1
"""Share of mutations of the larger originals, which take five times as long to read."""
TOLD = 3
"""Figures that are told of those invented, and calls of those that led to a crash."""
MESSAGE = 200
"""Characters that are told of a crash's own message."""


class Verdict(StrEnum):
    """What became of a mutated file."""

    READ = "read"
    REFUSED = "refused in a sentence"
    CRASH = "crash"
    HANG = "hang"
    INVENTED = "invented figure"


WRONG = (Verdict.CRASH, Verdict.HANG, Verdict.INVENTED)


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutated file's number, the original's name, and what became of it."""

    number: int
    name: str
    verdict: Verdict
    told: str = ""


class TooSlowError(BaseException):
    """The limit is reached; no reader that guards itself against damaged files may catch it."""


@cache
def originals() -> tuple[tuple[Original, ...], tuple[Original, ...]]:
    """The small originals and the larger ones, made once a process."""
    return tuple(made()), tuple(drawn())


def number_to_file(number: int) -> Original:
    """The mutated file of a number, always the same."""
    random = Random(number)  # noqa: S311 - no secret
    small, large = originals()
    name, content = random.choice(large if random.random() < LARGE else small)
    return name, mutated_file(content, random)


def trial(number: int, folder: Path | None = None) -> Trial:
    """What becomes of the mutated file of a number."""
    name, content = number_to_file(number)
    with TemporaryDirectory(dir=folder) as place:
        path = Path(place, name)
        path.write_bytes(content)
        signal.signal(signal.SIGPROF, too_slow)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            return Trial(number, name, *verdict(path, known(name)))
        except TooSlowError:
            return Trial(number, name, Verdict.HANG, f"after {SECONDS} s")
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def verdict(path: Path, before: set[Key]) -> tuple[Verdict, str]:
    """What a reading comes to, and what is wrong with it; `before` is what the original says."""
    try:
        figures = path_to_records(path).figures
        new = invented(figures, before, Said(path))
    except UpheldError as error:
        return Verdict.REFUSED, str(error)
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        return Verdict.CRASH, "; ".join([f"{type(error).__name__}: {error}"[:MESSAGE], *map(str, extract_tb(error.__traceback__)[-TOLD:])])
    said = "; ".join(f"{figure.text!r} as {figure.measure} {figure.value} of {figure.service!r} at {figure.place}" for figure in new[:TOLD])
    return (Verdict.INVENTED, said) if new else (Verdict.READ, "")


@cache
def known(name: str) -> set[Key]:
    """What the original says."""
    with TemporaryDirectory() as place:
        path = Path(place, name)
        path.write_bytes({**dict(originals()[0]), **dict(originals()[1])}[name])
        return {key(figure) for figure in path_to_records(path).figures}


def too_slow(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End the reading."""
    raise TooSlowError
