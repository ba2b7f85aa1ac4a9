"""The pages of a file -> which of them hold a complaint report: a committee's pack holds many papers, and a few of them are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from normalise.words.phrases import find_phrases, stands_in
from schemas.vocabulary import Vocabulary, tokens, vocabulary

_OPENING = 6
"""Lines at the top of a page in which a paper's title stands."""
_TITLE = 16
"""Words of a line that may be a title; one of more is a sentence."""
_SITTING = 2
"""Different phrases of agendas and minutes that make a page one of theirs."""
_AWAY = 2
"""Pages in a row that a report may go without a word of complaints."""
_YEARS = re.compile(r"(?<!\d)(?:20)?\d\d\s?[/\N{EN DASH}-]\s?(?:20)?\d\d(?!\d)|(?<!\d)20\d\d(?!\d)")
_NUMBER = re.compile(r"(?:^|\bpage\s*)(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a page says of the paper that it is of."""

    about: bool
    sits: bool
    opens: bool
    begins: bool
    years: frozenset[str]
    number: int | None


def pages_to_reports(texts: Sequence[str]) -> tuple[range, ...] | None:
    """The pages (1-based) of each complaint report of a pack; None for a file that is no pack, and is read as a whole."""
    leaves = [_leaf(text, vocabulary()) for text in texts]
    return tuple(_reports(leaves)) if _is_pack(leaves) else None


def _leaf(text: str, words: Vocabulary) -> Leaf:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    titles = [spelled for line in lines[:_OPENING] if len(spelled := tokens(line)) <= _TITLE]
    everything = tokens(text)
    named = any(stands_in(title, words.subjects) for title in titles)
    reported = any(stands_in(title, words.accounts) for title in titles)
    years = frozenset(year for line in lines[:_OPENING] for year in _YEARS.findall(line))
    numbers = [int(found[1]) for line in (*lines[-2:], *lines[:2]) if (found := _NUMBER.search(line))]
    return Leaf(
        about=stands_in(everything, words.subjects),
        sits=len({phrase for _, phrase in find_phrases(everything, words.sittings)}) >= _SITTING,
        opens=not named and any(stands_in(title, words.papers) for title in titles),
        begins=named and (reported or bool(years)),
        years=years,
        number=numbers[0] if numbers else None,
    )


def _is_pack(leaves: Sequence[Leaf]) -> bool:
    """Whether papers of a meeting, or several reports, stand in the file.

    A report may have a chapter about enquiries: it is no pack unless that is its first page, or its pages are numbered from 1 again.
    """
    restarting = [leaf for before, leaf in pairwise(leaves) if _restarts(before, leaf)]
    others = sum(leaf.opens for leaf in leaves)
    mixed = others > 1 and (restarting or leaves[0].opens)
    return bool(mixed) or any(leaf.sits for leaf in leaves) or any(leaf.begins for leaf in restarting)


def _restarts(before: Leaf, leaf: Leaf) -> bool:
    return leaf.number == 1 and before.number is not None


def _reports(leaves: Sequence[Leaf]) -> Iterable[range]:
    """From a title to the last page that speaks of complaints, before another paper begins."""
    first = last = 0
    for page, leaf in enumerate(leaves, 1):
        other = leaf.sits or leaf.opens
        before = leaves[page - 2] if page > 1 else leaf
        another = leaf.begins and (_restarts(before, leaf) or (leaf.number is None and not leaf.years <= leaves[first - 1].years))
        if first and (other or another or page - last > _AWAY):
            yield range(first, last + 1)
            first = 0
        if not first and leaf.begins and not other:
            first = last = page
        elif first and leaf.about:
            last = page
    if first:
        yield range(first, last + 1)
