"""Where a report says whose it is, the surest place first."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from normalise.councils.bodies import bodies, filed
from normalise.councils.domains import addressed
from normalise.councils.register import Council, initials_to_council, named
from normalise.words.phrases import stands_in
from schemas import Document, PassageKind, Period
from schemas.vocabulary import Tokens, tokens, vocabulary

_TITLE_PASSAGES = 12
"""Passages of a report's beginning in which its title page lies."""
_BEFORE = 4
"""Words before a name that may say that it is another's: formerly part of."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The places that may name a council: `titles` are what the report is called, `opening` what else stands on its title page."""

    titles: list[str]
    opening: list[str]
    everything: list[str]
    file: str
    period: Period | None

    @property
    def stem(self) -> str:
        return re.sub(r"[\W_]+", " ", PurePosixPath(self.file).stem)


def find(document: Document, file: str, period: Period | None = None) -> Council:
    """The council of a report, by the surest place that names one alone; where a place names several, the next one decides between them.

    `file`: the file's path in its folder. `period`: the report's, which tells an abolished authority from the one that has its name now.
    """
    evidence = _evidence(document, file, period)
    among: frozenset[str] = frozenset()
    for place in _PLACES:
        most = _most(council for council in place(evidence) if not among or council.code in among)
        if len(most) == 1:
            return most[0]
        among = among or frozenset(council.code for council in most)
    return Council()


def _most(councils: Iterable[Council]) -> list[Council]:
    """The councils that are named most often."""
    times = Counter(councils)
    return [council for council, n in times.items() if n == max(times.values())]


def _evidence(document: Document, file: str, period: Period | None) -> _Evidence:
    passages = document.passages
    first = next((n for n, passage in enumerate(passages[:_TITLE_PASSAGES]) if passage.kind is PassageKind.HEADING), None)
    heading = [str(passages[first].text)] if first is not None else []
    opening = [str(passage.text) for n, passage in enumerate(passages[:_TITLE_PASSAGES]) if n != first]
    titles = [*dict.fromkeys(filter(None, (*map(str, document.running), document.title, *heading)))]
    return _Evidence(titles, opening, [str(passage.text) for passage in passages], file, period)


def _in_titles(evidence: _Evidence) -> Iterator[Council]:
    for text in evidence.titles:
        yield from _own(text, evidence)
        yield from bodies(text, vocabulary().bodies)


def _in_opening(evidence: _Evidence) -> Iterator[Council]:
    for text in evidence.opening:
        yield from _own(text, evidence)
        yield from bodies(text, vocabulary().bodies, opening=True)


def _named_as_filed(evidence: _Evidence) -> Iterator[Council]:
    stem = _said(evidence.stem)
    return (council for text in (*evidence.titles, *evidence.opening) for council in filed(text, stem))


def _in_file_name(evidence: _Evidence) -> Iterator[Council]:
    yield from _places(evidence.stem, evidence) or _abbreviated(evidence.stem.upper())
    yield from addressed(PurePosixPath(evidence.file).name, evidence.period)


def _made(evidence: _Evidence) -> Iterator[Council]:
    """Councils that no register holds."""
    texts = (*evidence.titles, *evidence.opening)
    return (council for text in texts for council in bodies(text, vocabulary().councils))


def _in_addresses(evidence: _Evidence) -> Iterator[Council]:
    return (council for text in evidence.everything for council in addressed(text, evidence.period))


def _bare_in_titles(evidence: _Evidence) -> Iterator[Council]:
    return (council for text in evidence.titles for council in _places(text, evidence))


def _anywhere(evidence: _Evidence) -> Iterator[Council]:
    return (council for text in evidence.everything for council in _own(text, evidence))


def _by_initials(evidence: _Evidence) -> Iterator[Council]:
    return (council for text in (*evidence.titles, *evidence.opening) for council in _abbreviated(text))


def _in_folders(evidence: _Evidence) -> Iterator[Council]:
    folders = [re.sub(r"[\W_]+", " ", part) for part in PurePosixPath(evidence.file).parts[:-1]]
    return (council for folder in folders for council in _places(folder, evidence))


_PLACES: tuple[Callable[[_Evidence], Iterator[Council]], ...] = (
    _in_titles,
    _named_as_filed,
    _bare_in_titles,
    _in_opening,
    _in_file_name,
    _made,
    _in_addresses,
    _anywhere,
    _by_initials,
    _in_folders,
)


def _own(text: str, evidence: _Evidence) -> Iterator[Council]:
    """The authorities that a text names in full and not as others that its own is beside."""
    for council, before in named(text, evidence.period, full=True):
        if not stands_in(before[-_BEFORE:], vocabulary().beside_councils):
            yield council


def _places(text: str, evidence: _Evidence) -> list[Council]:
    """The authorities whose places a text names, but for those that are words."""
    spelled = " ".join(word for word in text.split() if word.casefold() not in vocabulary().not_places)
    return [council for council, _ in named(spelled, evidence.period, full=False)]


def _abbreviated(text: str) -> list[Council]:
    """The authorities whose initials stand in a text in capitals."""
    found = map(initials_to_council, re.findall(r"\b[A-Z]{4,}\b", text.replace("_", " ")))
    return [council for council in found if council]


def _said(stem: str) -> Tokens:
    """The words of a file's name before its period and what sort of report it is."""
    spelled = tokens(stem)
    last = next((n for n, word in enumerate(spelled) if word[0].isdigit() or word in vocabulary().not_bodies), len(spelled))
    return spelled[:last]
