"""What a service's comments say of its complaints among its contacts, customers or calls."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from checks.evidence import Evidence, number
from checks.percent import printed_as
from checks.relations import Relation, Values, judged
from checks.stages import whole
from checks.trial import Doubt, Trial
from checks.words import word_lists
from schemas import Basis, Figure, Severity, Source, Stage, State
from schemas.printed import decimals, fold

ONE_IN = re.compile(r"\bone complaint (?:for|in|per) (?:every )?(?P<said>\d[\d,]*) (?P<of>[a-z]+)\b", re.IGNORECASE)
SHARE = re.compile(
    r"\bcomplaints?\b[^.%\d]{0,40}\b(?:equates? to|represents?|is|are) (?:only |just )?"
    r"(?P<said>\d+(?:\.\d+)?)\s?% of (?:all |our |the )*(?P<of>[a-z]+)\b",
    re.IGNORECASE,
)
NUMBER = r"(?P<number>\d{{1,3}}(?:,\d{{3}})+) (?:[a-z]+ )?{}\b"
SLACK = Fraction(1, 10)
"""How far off, of what it should be, a share may be that is told of a number that may be rounded itself."""
NO_NUMBER = "the comments do not say once how many there were"


class Said(NamedTuple):
    """A share of complaints as comments tell it: in percent, or one of so many; and what of."""

    value: Decimal
    percent: bool
    of: str

    def true(self, received: Decimal, among: Decimal) -> Fraction:
        """What it is of so many complaints."""
        return Fraction(100 * received) / Fraction(among) if self.percent else Fraction(among) / Fraction(received)

    def fits(self, true: Fraction) -> bool:
        return abs(true - Fraction(self.value)) <= SLACK * true

    def text(self, value: Decimal) -> str:
        return f"{value:f}% of {self.of}" if self.percent else f"one for {value:,f} {self.of}"


def to_said(text: str) -> Iterator[Said]:
    """The shares that a text tells of complaints among other things."""
    for pattern in (ONE_IN, SHARE):
        for found in pattern.finditer(text):
            if found["of"].lower() not in word_lists()["themselves"]:
                yield Said(Decimal(found["said"].replace(",", "")), pattern is SHARE, found["of"].lower())


def received(evidence: Evidence, service: str) -> list[Figure]:
    """The complaints that a service received in the report's own period, wherever they are counted."""
    return [
        figure
        for figure in evidence.records.figures
        if fold(figure.service) == service and whole(figure) and figure.basis is Basis.CURRENT and figure.stage is Stage.ALL
        if figure.state is State.REPORTED and number(figure)
    ]


def complaints_are_such_a_share_of_contacts(evidence: Evidence) -> Iterator[Trial]:
    """A service's complaints are the share of its contacts or customers that its comments say, where these say how many those were."""
    comments: dict[str, list[str]] = {}
    for comment in evidence.records.commentary:
        comments.setdefault(fold(comment.service), []).append(" ".join(comment.text.split()))
    for service, texts in comments.items():
        text = " ".join(texts)
        for said in to_said(text) if service else ():
            amounts = {Decimal(found["number"].replace(",", "")) for found in re.finditer(NUMBER.format(said.of), text, re.IGNORECASE)}
            amounts -= set() if said.percent else {said.value}
            figures = received(evidence, service)
            if len(amounts) != 1 or not figures:
                yield Trial(silent=NO_NUMBER)
                continue
            among = amounts.pop()
            relation = such_a_share(figures, said, among)
            told = relation.holds({figure.figure_id: number(figure) for figure in figures})
            yield Trial(doubt=None if told else to_doubt(figures, said, among), relation=relation)


def such_a_share(figures: list[Figure], said: Said, among: Decimal) -> Relation:
    """One of the numbers that are printed for the complaints received gives the share."""

    def kept(values: Values) -> bool:
        return any(values[one.figure_id] > 0 and said.fits(said.true(values[one.figure_id], among)) for one in figures)

    return judged(tuple(figures), kept)


def to_doubt(figures: list[Figure], said: Said, among: Decimal) -> Doubt:
    """The doubt about a share, held against what the comments themselves count before what a table does."""
    at = min(figures, key=lambda figure: figure.source is not Source.PROSE)
    places = decimals(said.value) if said.percent else 0
    true = said.text(printed_as(said.true(number(at), among), places))
    told = f"its comments say {said.text(said.value)}, but {at.value:f} received of {among:,f} {said.of} are {true}"
    others = tuple(figure for figure in figures if figure is not at)
    return Doubt(at, others, Severity.WARNING, true, said.text(said.value), told, (fold(at.service), said))
