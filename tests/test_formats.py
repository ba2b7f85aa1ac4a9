"""A report says the same in every format in which it is published."""

from collections import Counter
from collections.abc import Iterator

import pytest
from drawing import REPORTS
from readings import records

from schemas import Figure, Period, Records
from schemas.period import label
from schemas.vocabulary import tokens

FORMATS = {
    "thurrock-2019-20": ("pdf", "txt", "html"),
    "thurrock-2017-18-h1": ("pdf", "txt"),
    "cambridge-2019-20": ("docx", "pdf", "txt"),
    "brent-2019-20": ("pdf", "txt"),
    "rbkc-2019-20": ("pdf", "txt", "html"),
}
CHARTS_APART = [
    f"- greater cambridge shared planning service all 2019-20 current: cases theme {theme}"
    for theme in ("consultation 12", "decision 22", "delayed no response 38", "no evident trend 16")
]
BULLETS_RUN_IN = [
    "- blue badges taxi card freedom passes discretionary housing payment: since the introduction",
    "- blue badges taxi card freedom passes discretionary housing payment: the service also received",
    "- blue badges taxi card freedom passes discretionary housing payment: there has been an increase",
    "+ blue badges taxi card freedom passes discretionary housing payment: since the introduction",
]
KNOWN = {
    "cambridge-2019-20.txt": CHARTS_APART,  # the text puts all charts behind the report, and nothing ties this one to its section
    "brent-2019-20.txt": BULLETS_RUN_IN,  # the text has no signs between three entries of a cell
}


def folded(*words: object) -> str:
    """Words without the signs between them: a web page has other dashes, and its lists number themselves."""
    return " ".join(token for word in words for token in tokens(str(word or "").replace("&", " and ")))


def figure_line(figure: Figure) -> str:
    period = label(Period(figure.period_start, figure.period_end)) if figure.period_start and figure.period_end else "no period"
    said = folded(figure.service, figure.stage), period, f"{figure.basis}:", figure.measure
    value = figure.state if figure.value is None else figure.value.normalize()
    return " ".join(map(str, (*said, *filter(None, (figure.dimension, folded(figure.category))), value)))


def lines(read: Records) -> Iterator[str]:
    yield from map(figure_line, read.figures)
    yield from (f"{folded(c.service)}: {c.period} {c.kind} {folded(c.commitment)} > {folded(c.progress)}" for c in read.commitments)
    yield from (f"{folded(c.service)}: {folded(c.text)} ({c.section} {c.stage or 'all'})" for c in read.commentary)


@pytest.mark.parametrize("report", FORMATS)
def test_the_same_report_read_from_two_formats_says_the_same(report: str) -> None:
    first, *others = (Counter(lines(records(REPORTS / f"{report}.{kind}"))) for kind in FORMATS[report])
    assert first.total()
    for kind, other in zip(FORMATS[report][1:], others, strict=True):
        apart = sorted([f"- {line}" for line in (first - other).elements()] + [f"+ {line}" for line in (other - first).elements()])
        known = sorted(KNOWN.get(f"{report}.{kind}", []))
        assert len(apart) == len(known), apart
        assert all(line.startswith(start) for line, start in zip(apart, known, strict=True)), apart
