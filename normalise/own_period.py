"""The period that a report is about: what its title says, and how far its tables reach."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from normalise.words.dated import find_periods
from normalise.words.periods import months_of, whole_year
from schemas import Basis, Document, Figure, Grid, Measure, PassageKind, Period, Source
from schemas.vocabulary import Phrases, Vocabulary, tokens

_TITLE_PASSAGES = 12
"""The report's period stands in its title page: among its first passages, or in its running head."""
_HALF = 6


def edge_of(grid: Grid) -> list[str]:
    """The texts of a table's first row and first column."""
    return [str(cell.text) for cell in dict.fromkeys((*grid.rows[0], *(row[0] for row in grid.rows)))]


def own_period(document: Document, name: str, edges: Sequence[str], words: Vocabulary) -> Period | None:
    """The period of the first heading that names one; else of the running heads, the opening, the file name; else the tables' latest.

    `edges`: the texts along the edges of its tables.
    """
    opening = [passage for passage in document.passages[:_TITLE_PASSAGES] if passage.kind is not PassageKind.ITEM]
    headings = [str(passage.text) for passage in opening if passage.kind is PassageKind.HEADING]
    running = [str(text) for text in document.running]
    own = [
        str(passage.text) for passage in opening if not says(str(passage.text), words.last_year) and not _explains(str(passage.text), words)
    ]
    titled = next((found for text in (*headings, *running, *own, name) if (found := list(_whole(text)))), [])
    tabled = [period for text in edges for period in _whole(text) if len(find_periods(text)) == 1]
    best = max(titled or tabled, key=lambda period: (period.end, period.start), default=None)
    everything = [*(str(passage.text) for passage in document.passages), *edges]
    return _half(best, [*(str(p.text) for p in opening), *running], everything, words) if best else None


def _explains(text: str, words: Vocabulary) -> bool:
    """Whether a text explains brackets: then its period is an earlier one."""
    return not words.brackets.isdisjoint(tokens(text))


def _whole(text: str) -> Iterator[Period]:
    """The periods of a text; a year or a month alone is a date, such as that of publication."""
    found = (dated.period for dated in find_periods(text) if dated.period is not None and not text.strip().isdigit())
    return (period for period in found if period.start.month != period.end.month or period.start.year != period.end.year)


def _half(year: Period, titles: Iterable[str], texts: Iterable[str], words: Vocabulary) -> Period:
    """A half-year report names the year in its title and its months where the figures stand; if nowhere, they are the first half."""
    if not any(says(title, words.half_year) for title in titles) or _length(year) == _HALF:
        return year
    spans = [period for text in texts for period in _whole(text) if _length(period) == _HALF and year.start <= period.start <= year.end]
    return Counter(spans).most_common(1)[0][0] if spans else months_of(4, 9, year)


def _length(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def says(text: str, phrases: Phrases) -> bool:
    """Whether one of the phrases stands in a text."""
    return bool(phrases) and _pattern(phrases).search(" ".join(tokens(text))) is not None


@lru_cache
def _pattern(phrases: Phrases) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(' '.join(phrase))}\b" for phrase in phrases))


def reach(own: Period, figures: Iterable[Figure], document: Document) -> Period:
    """The report's period with what its tables tell as its own beside it.

    That is the other quarters of its year; and, where no title or sentence says the report's period, what follows it at once.
    """
    told = {period for figure in figures if (period := _told(figure))}
    beside = {period for period in told if whole_year(period) == whole_year(own) and _length(period) == _length(own)}
    after = set() if _said(document) else {period for period in told if period.start == own.end + timedelta(1)}
    spans = {own, *beside, *after}
    return Period(min(period.start for period in spans), max(period.end for period in spans))


def _told(figure: Figure) -> Period | None:
    own = figure.basis is Basis.CURRENT and figure.source is not Source.PROSE and figure.measure is not Measure.TARGET
    return Period(figure.period_start, figure.period_end) if own and figure.period_start and figure.period_end else None


def _said(document: Document) -> bool:
    """Whether a title, a heading or a sentence of the title page names a period; a caption there names its table's."""
    opening = document.passages[:_TITLE_PASSAGES]
    texts = [str(p.text) for p in opening if p.kind is PassageKind.HEADING or str(p.text).endswith(".")]
    return any(True for text in (document.title, *texts) for _ in _whole(text))
