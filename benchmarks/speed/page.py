"""What was measured, as a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.machine import machine
from benchmarks.speed.contest import Result
from benchmarks.speed.contestants import CONTESTANTS
from benchmarks.speed.scaling import Run
from corpus.counts import Counts

PLUMBER = "pdfplumber, text and tables"
HEAD = """# How fast reports are read

`make bench` makes this page. The same {files} PDFs ({pages} pages; {kinds}) are read by each contestant in turn, file by file, each in a
process of its own that has started and read one file before. Of each file the median of {rounds} rounds counts, in seconds of the processor
and not of the clock, as the machine may be busy; memory is the peak of the process. The others give less: none of them says what a figure
means. PDFs with a page that is a picture ({pictured}) are left out: upheld alone reads these, by text recognition, which takes seconds.

Measured on {machine}.

"""
CONTEST = """| | gives | ms a page | pages a second | times the speed of pdfplumber | peak MB | not read |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
"""
RIGHT = """
Of the {gold:,} figures printed in the drawn PDFs, upheld tells {recall:.1%} right; {wrong} of its figures are wrong.

![Milliseconds a page](speed.svg)
"""
SCALING = """
## More of everything

`upheld run` from its start to the dataset in place, in seconds of the clock.

| | | clock |
| --- | ---: | ---: |
"""


class Told(NamedTuple):
    """What was measured with: files, of what kinds, and how often; `pictured`: files left out."""

    files: int
    kinds: str
    rounds: int
    pictured: int


def page(told_of: Told, results: Sequence[Result], runs: Sequence[Run], right: Counts) -> str:
    """The page."""
    head = HEAD.format(**told_of._asdict(), pages=max(result.pages for result in results), machine=machine())
    told = RIGHT.format(gold=right.gold, recall=right.recall or 0, wrong=right.wrong)
    return head + CONTEST + "".join(rows(results)) + told + (SCALING + "".join(map(run_to_row, runs)) if runs else "")


def rows(results: Sequence[Result]) -> Iterator[str]:
    """A row for each contestant."""
    base = next(result for result in results if result.name == PLUMBER)
    for one in results:
        cells = (
            f"{one.milliseconds:.1f}",
            f"{one.pages_a_second:.0f}",
            f"{base.milliseconds / one.milliseconds:.1f}",
            f"{one.megabytes:.0f}",
        )
        yield f"| {one.name} | {CONTESTANTS[one.name].gives} | {' | '.join(cells)} | {one.failed} |\n"


def run_to_row(run: Run) -> str:
    """A row for a run."""
    return f"| {run.varied} | {run.number:,} | {run.clock:.1f} s |\n"
