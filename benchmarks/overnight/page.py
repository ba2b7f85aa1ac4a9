"""What became of a night, as a page."""

from collections.abc import Iterator

from benchmarks.machine import machine
from benchmarks.overnight.judged import Judged
from benchmarks.overnight.watched import Watched

HEAD = """# A folder with poison in it

`make overnight` makes this page: {count:,} files in one run of `upheld run --jobs {jobs}`, {poisoned} of them poisoned, the others drawn
reports (PDF, Word, web pages, text). It took {minutes:.0f} minutes of the clock, {rate:.1f} files a second.

- {read:,} of {sound:,} sound reports were read.
- {lost} files have no row in the dataset.
- {told} of {poisoned} poisoned files are told by name.

Measured on {machine}.

"""
MEMORY = """## Memory

Megabytes at the most in each tenth of the run; the program holds what was kept of all reports, packed, a worker the records of one.

| | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""
POISON = """
## What was told of the poison

| poison | files | told |
| --- | ---: | --- |
"""
MINUTE = 60


def page(count: int, jobs: int, seen: Watched, judged: Judged) -> str:
    """The page."""
    sound = judged.read + len(judged.unread)
    poisoned = count - sound
    head = HEAD.format(
        count=count,
        jobs=jobs,
        poisoned=poisoned,
        minutes=seen.clock / MINUTE,
        rate=count / seen.clock,
        read=judged.read,
        sound=sound,
        lost=len(judged.lost),
        told=poisoned - len(judged.untold),
        machine=machine(),
    )
    return (
        head
        + MEMORY
        + row("the program", seen.program)
        + row("its largest worker", seen.worker)
        + POISON
        + "".join(told(judged))
        + wrong(judged)
    )


def row(name: str, numbers: tuple[int, ...]) -> str:
    """A row of numbers."""
    return f"| {name} | {' | '.join(map(str, numbers))} |\n"


def told(judged: Judged) -> Iterator[str]:
    """A row for each thing that was told of a kind of poison."""
    for kind, messages in judged.told.items():
        for message, number in sorted(messages.items()):
            yield f"| {kind} | {number} | {message.replace('|', '/')} |\n"


def wrong(judged: Judged) -> str:
    """What is not as it should be."""
    lines = [*judged.unread, *(f"{name}: no row" for name in judged.lost), *(f"{name}: nothing told" for name in judged.untold)]
    return "\n## Wrong\n\n" + "".join(f"- {line}\n" for line in lines) if lines else ""
