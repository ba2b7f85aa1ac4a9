"""Paragraphs that are numbered on from one to the next -> items of a list, whichever format they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas import Grid, Passage, PassageKind

_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+\S")


def with_items(blocks: Sequence[Grid | Passage]) -> tuple[Grid | Passage, ...]:
    """The blocks, in which paragraphs numbered 1, 2 ... that follow each other are items; what is numbered with text between is none."""
    items = {at for run in _runs(blocks) if len(run) > 1 for at in run}
    return tuple(
        replace(block, kind=PassageKind.ITEM) if isinstance(block, Passage) and at in items else block for at, block in enumerate(blocks)
    )


def _runs(blocks: Sequence[Grid | Passage]) -> Iterator[list[int]]:
    """The places of paragraphs numbered on from 1; only items of an inner list stand between them."""
    run: list[int] = []
    for at, block in enumerate(blocks):
        number = _number(block)
        if number == len(run) + 1:
            run.append(at)
        elif number or not (isinstance(block, Passage) and block.kind is PassageKind.ITEM):
            yield run
            run = [at] if number == 1 else []
    yield run


def _number(block: Grid | Passage) -> int:
    """The number that a paragraph begins with; 0 for none."""
    match = _NUMBER.match(str(block.text)) if isinstance(block, Passage) and block.kind is PassageKind.PARAGRAPH else None
    return int(match[1]) if match else 0
