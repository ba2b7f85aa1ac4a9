"""How one report speaks: its story in its words and its way of writing numbers. What it prints carries what it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from corpus.specimen import styles
from corpus.specimen.blocks import Cell, Passage
from corpus.specimen.rows import CommentRow, FigureRow, Told, UnreadRow
from corpus.specimen.styles import Printed, Style
from corpus.specimen.truth import Fact, Story, value
from corpus.specimen.words import Words


@dataclass(frozen=True, slots=True)
class Voice:
    """All that a family needs to write a report."""

    story: Story
    words: Words
    style: Style
    random: Random
    spanning: bool = False
    merged: bool = False
    charts: bool = False

    def has(self, feature: str) -> bool:
        """Whether this report has something that others do not."""
        return feature in self.story.features

    def year(self, back: int = 0, ahead: int = 0) -> str:
        """How the report names a year."""
        a = self.story.start - back + ahead
        return self.words.form("year", a=str(a), b=str(a + 1), aa=f"{a % 100:02}", bb=f"{(a + 1) % 100:02}")

    def form(self, name: str, **parts: str) -> str:
        """A form that speaks of this year or the last."""
        return self.words.form(name, **{"year": self.year(), "prior": self.year(1), "a": str(self.story.start), **parts})

    def heading(self, name: str, stage: str = "", kind: str = "h2") -> Passage:
        """A heading over a table."""
        return Passage(kind, _capital(self.form(name, stage=self.words.stage(stage) if stage else "")))

    def true(self, table: str, fact: Fact) -> Decimal | None:
        """What is printed of a fact at this place: the truth, unless a fault stands here."""
        return self.story.misprinted[table, fact] if (table, fact) in self.story.misprinted else value(self.story, fact)

    def figure(self, table: str, fact: Fact, *, directorate: str = "", bold: bool = False) -> Cell:
        """A figure in a square of its own."""
        return self.given(table, fact, self.true(table, fact), directorate=directorate, bold=bold)

    def given(self, table: str, fact: Fact, given: Decimal | None, *, directorate: str = "", bold: bool = False) -> Cell:
        """A figure whose value the family works out, unless a fault stands here."""
        given = self.story.misprinted.get((table, fact), given)
        percent = fact.measure.endswith("_pct")
        printed = styles.write(self.style, given, percent=percent, random=self.random, signed=fact.basis == "difference")
        return Cell((printed.text,) if printed.text else (), (told(table, fact, printed, directorate),), bold=bold)

    def bracketed(self, table: str, fact: Fact, before: Fact, *, bold: bool = False) -> Cell:
        """A figure with the earlier one in brackets."""
        now, then = self.figure(table, fact), self.prior(table, before)
        lines = (now.text, then.text) if self.style.stacked else (f"{now.text} {then.text}",)
        return Cell(lines, (*now.tells, *then.tells), bold=bold)

    def prior(self, table: str, before: Fact) -> Cell:
        """An earlier figure, in brackets."""
        plain = replace(self.style, starred=0.0)
        printed = styles.write(plain, self.true(table, before), percent=before.measure.endswith("_pct"), random=self.random)
        shown = styles.bracketed(self.style, printed, self.random)
        return Cell((shown.text,), (told(table, before, shown),))

    def claim(self, fact: Fact, words: str, gap: str = "{}") -> tuple[str, FigureRow]:
        """A figure that a sentence states, and the words that state it, `gap` being where it stands in them."""
        stated = self.true("prose", fact)
        percent = fact.measure.endswith("_pct")
        text = words.replace(gap, styles.number(self.style, stated or Decimal(0), percent=percent, sentence=True))
        return text, figure("prose", fact, Printed(text, str(stated), "reported"))._replace(source="prose")

    def unread(self, table: str, row: str, column: str) -> Cell:
        """A number under a heading that says nothing."""
        text = str(self.random.randint(1, 60))
        return Cell((text,), (UnreadRow(table, row, column, text, "words of the heading are unknown"),))

    def comment(self, kind: str, section: str, text: str, more: Iterable[Told] = (), service: str = "") -> Passage:
        """A paragraph that is a comment."""
        return Passage(kind, text, (CommentRow("", service, section, "", text), *more))


def told(table: str, fact: Fact, printed: Printed, directorate: str = "") -> FigureRow | UnreadRow:
    """The gold of a printed figure; of one that is hidden, that it cannot be known."""
    if printed.state == "hidden":
        return UnreadRow(table, fact.service, fact.measure, printed.text, "the count is suppressed")
    return figure(table, fact, printed, directorate)


def figure(table: str, fact: Fact, printed: Printed, directorate: str = "") -> FigureRow:
    """The gold of a figure that can be known."""
    unit = "percent" if fact.measure.endswith("_pct") else "count"
    about = (directorate, fact.service, *fact.span, fact.basis, fact.stage, fact.measure, fact.dimension, fact.category)
    return FigureRow(table, "table", *about, printed.value, unit, printed.state, printed.text)


def head(texts: Sequence[str]) -> tuple[Cell, ...]:
    """A row of headings."""
    return tuple(Cell((text,) if text else (), head=True, bold=True) for text in texts)


def label(text: str, *, bold: bool = False, tall: int = 1, wide: int = 1) -> Cell:
    """The first square of a row."""
    return Cell((text,), bold=bold, tall=tall, wide=wide)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
