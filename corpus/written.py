"""A score as a file: JSON for programs, Markdown for people. The same score gives the same text."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from corpus.counts import AXES, Counts, Scored, by, by_fault, total, worst
from corpus.sheets import Sheet, sheets

WORST, LINES = 20, 5  # files told one by one, and what is said of each


def to_json(scored: Sequence[Scored]) -> str:
    """All sums, and every file."""
    told = {
        "total": _counts(total(scored)),
        "by": {axis: {key: _counts(counts) for (key,), counts in by(scored, axis).items()} for axis in AXES},
        "faults": {key: _counts(counts) for (key,), counts in by_fault(scored).items()},
        "files": [{**asdict(one), "counts": _counts(one.counts)} for one in scored],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def to_markdown(scored: Sequence[Scored]) -> str:
    """The tables, then the worst files."""
    lines = [line for sheet in sheets(scored) for line in _table(sheet)]
    lines += [f"## The worst {WORST} specimens", ""]
    for one in worst(scored, WORST):
        lines += [f"`{one.file}`", "", *(f"- {line}" for line in shortened(one.troubles)), ""]
    return "\n".join(lines)


def shortened(troubles: Sequence[str]) -> Iterator[str]:
    """The first of what went wrong."""
    yield from troubles[:LINES]
    if len(troubles) > LINES:
        yield f"and {len(troubles) - LINES} more"


def _counts(counts: Counts) -> dict[str, int | float | None]:
    return {**asdict(counts), "recall": counts.recall, "precision": counts.precision}


def _table(sheet: Sheet) -> Iterator[str]:
    yield from (f"## {sheet.title}", "", _row(sheet.headings), _row(["---", *["---:"] * (len(sheet.headings) - 1)]))
    yield from (_row(row) for row in sheet.rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
