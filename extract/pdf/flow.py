"""Pages -> passages and grids in reading order: running heads dropped, lines joined to paragraphs, tables joined over pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.joins import continues, join
from extract.pdf.page import Page, top_of
from extract.places import numbered
from extract.unruled.worded import is_headed, lines_to_worded
from extract.words import Line, lines_to_text
from schemas import Box, Grid, Passage, PassageKind, Place, Text, Word

_MARGIN = 0.12
"""Share of the page's height at its top and its bottom where running heads stand."""
_REPEATED = 0.4
"""Share of the pages (two at the least) from which words at one height are a running head; left and right pages may differ."""
_PARAGRAPH = 0.55
"""Of the character size: more white space than this between two lines starts a new passage."""
_HEADING_LENGTH = 120
"""Characters: a bold or large text longer than this is no heading."""
_LARGER = 1.15
"""Of the body's character size: from here a line is a heading by its size alone."""
_BULLET = re.compile(r"^([•◦▪●·*]|[-–—](?=\s)|\(?[a-z]\)|[ivx]+\.)(\s|$)")
_PAGE_NUMBER = re.compile(r"^(page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(\s*(of|/)\s*\d{1,4})?$", re.IGNORECASE)

_ENDED = re.compile(r"[.:;!?]\W*$")
_ASIDE = 1.0
"""Points by which the lines of one paragraph may differ in height and begin aside of each other."""
_BLANK = 0.2
"""Of a line's height: the white space between two words."""

Part = Line | Grid | Box


def running_heads(pages: Sequence[Page]) -> tuple[Line, ...]:
    """The lines of the margins that are printed on several pages at the same height, and page numbers: each once."""
    margin = [(page, line) for page in pages for line in page.parts if isinstance(line, Line) and _is_marginal(page, line)]
    times = Counter(_mask(line) for _, line in margin)
    often = max(2, _REPEATED * len({page.number for page in pages}))
    heads = [line for _, line in margin if times[_mask(line)] >= often or _PAGE_NUMBER.match(line.text)]
    return tuple({_mask(line): line for line in reversed(heads)}.values())[::-1]


def _is_marginal(page: Page, line: Line) -> bool:
    """Whether it stands in the margin and heads no table, as on pages that repeat a table's headings."""
    below = [part for part in page.parts if isinstance(part, Line) and part.box.top > line.box.bottom]
    return _in_margin(page, line) and not is_headed(line, below)


def _in_margin(page: Page, line: Line) -> bool:
    return line.box.bottom < _MARGIN * page.height or line.box.top > (1 - _MARGIN) * page.height


def _mask(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.box.top)


def pages_to_blocks(pages: Sequence[Page], heads: Sequence[Line]) -> tuple[Grid | Passage, ...]:
    """Everything but the running heads in reading order, numbered; what a page cuts is one block again."""
    masks = {_mask(line) for line in heads}
    sizes: Counter[float] = Counter()
    for line in (part for page in pages for part in page.parts if isinstance(part, Line)):
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    blocks: list[Grid | Passage] = []
    for page in pages:
        kept = [p for p in page.parts if not (isinstance(p, Line) and _in_margin(page, p) and _mask(p) in masks)]
        found = list(_blocks(_with_worded(kept, page), page, body))
        neighbours = blocks and found and _last_page(blocks[-1]) == page.number - 1
        whole = _mended(blocks[-1], found[0]) if neighbours else None
        blocks = [*blocks[:-1], whole, *found[1:]] if whole else [*blocks, *found]
    return numbered(blocks)


def _last_page(block: Grid | Passage) -> int | None:
    """The page on which a block ends."""
    rows = [[block.text]] if isinstance(block, Passage) else ([cell.text for cell in row] for row in reversed(block.rows))
    pages = ([word.page for text in row for word in text.words if word.page] for row in rows)
    return max(next(filter(None, pages), []), default=block.place.page)


def _with_worded(parts: Sequence[Part], page: Page) -> list[Part]:
    """The parts with their tables of words, which are found here because a running head is no row of them."""
    lines = [part for part in parts if isinstance(part, Line)]
    others = [part for part in parts if not isinstance(part, Line)]
    boxes = [box for part in others if (box := part.place.box if isinstance(part, Grid) else part)]
    grids, left = lines_to_worded(lines, boxes, page.rules, page.number)
    return sorted([*others, *grids, *left], key=top_of) if grids else list(parts)


def _mended(upper: Grid | Passage, lower: Grid | Passage) -> Grid | Passage | None:
    if isinstance(upper, Grid) and isinstance(lower, Grid):
        return join(upper, lower) if continues(upper, lower) else None
    if not isinstance(upper, Passage) or not isinstance(lower, Passage) or lower.kind is not PassageKind.PARAGRAPH:
        return None
    cut = upper.kind in {PassageKind.PARAGRAPH, PassageKind.ITEM} and not _ENDED.search(str(upper.text)) and str(lower.text)[:1].islower()
    return replace(upper, text=Text.joined([upper.text, lower.text])) if cut or _is_full(upper, lower) else None


def _is_full(upper: Passage, lower: Passage) -> bool:
    """Whether the first word of `lower` would not have fitted behind the last line of `upper`, which looks and begins as it does."""
    lines, below = upper.text.lines, lower.text.lines
    boxes, first = [line.box for line in (*lines, *below) if line.box], lower.text.words[0].box
    last = lines[-1].box if len(lines) > 1 and upper.kind is PassageKind.PARAGRAPH else None
    if last is None or first is None or abs(last.x0 - first.x0) > _ASIDE or abs(last.bottom - last.top - first.bottom + first.top) > _ASIDE:
        return False
    blank = _BLANK * (first.bottom - first.top)
    return last.x1 + blank + first.x1 - first.x0 > max(box.x1 for box in boxes)


def _blocks(parts: Sequence[Part], page: Page, body: float) -> Iterator[Grid | Passage]:
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and (not lines or _goes_on(lines, part, page)):
            lines.append(part)
            continue
        if lines:
            yield _passage(lines, page, body)
            lines = []
        if isinstance(part, Line):
            lines = [part]
        elif isinstance(part, Grid):
            yield part
        else:
            yield Passage(PassageKind.PICTURE, Text(), Place(page=page.number, box=part))
    if lines:
        yield _passage(lines, page, body)


def _goes_on(lines: Sequence[Line], line: Line, page: Page) -> bool:
    above = lines[-1]
    gap = line.box.top - above.box.bottom
    alike = abs(line.size - above.size) < 1 and line.bold == above.bold
    ended = re.search(r"[.:;!?]$", above.text) is not None
    ends = ended and (above.box.x1 < page.width * (1 - 2 * _MARGIN) or _hangs(lines[0], line))
    return alike and gap < _PARAGRAPH * line.size and not _BULLET.match(line.text) and not ends


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line begins where the sign of a list item does, and its words do not."""
    return bool(_BULLET.match(first.text)) and len(first.words) > 1 and _left(first.words[1]) > line.box.x0 + _ASIDE


def _left(word: Word) -> float:
    return word.box.x0 if word.box else 0.0


def _passage(lines: Sequence[Line], page: Page, body: float) -> Passage:
    text = lines_to_text(lines)
    place = Place(page=page.number, box=text.box)
    first = lines[0]
    if _BULLET.match(first.text):
        return Passage(PassageKind.ITEM, text, place)
    large = first.size > _LARGER * body
    plain = str(text)
    if (first.bold or large) and len(plain) <= _HEADING_LENGTH and not plain.startswith("*") and not plain.endswith((".", ";", ",")):
        return Passage(PassageKind.HEADING, text, place, level=_level(first, body))
    return Passage(PassageKind.PARAGRAPH, text, place)


def _level(line: Line, body: float) -> int:
    """Level 1 is half as large again as the body, 2 a fifth, 3 larger at all, 4 no larger."""
    return 1 + sum(line.size < share * body for share in (1.5, 1.2, 1.01))
