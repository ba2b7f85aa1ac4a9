"""A comparison -> a chart: councils side by side, or a small chart for each council over the years. The page of a dataset draws the same.

What is printed and what is worked out differ in shape, what is counted and what is supposed in the dashes of the line, so that nothing
hangs on colour.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import quoteattr

from publish.benchmark.printed import UNITS
from publish.comparison.points import Point
from publish.comparison.question import Comparison
from publish.comparison.told import (
    COUNTED,
    PRINTED,
    SUPPOSED,
    WORKED_OUT,
    Names,
    base_to_words,
    basis,
    interval_to_words,
    notes,
    origin,
    series_to_words,
    title,
    value_to_words,
)
from schemas import Measure, Unit
from schemas.period import label
from schemas.spoken import measure as spoken

if TYPE_CHECKING:
    import altair as alt

BEFORE = "year before"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
WIDTH = 420
"""Of the plot, in pixels; its labels stand beside it."""
STEP = 26
"""Height of a council's row, in pixels."""
SMALL = (190, 110)
"""Width and height of one council's chart over the years, in pixels."""
ABREAST = 3
"""Such charts side by side."""
LINE = 120
"""Letters of a line of notes under a chart."""
SHAPES = {PRINTED: "circle", WORKED_OUT: "diamond", BEFORE: "M-0.1,-1L0.1,-1L0.1,1L-0.1,1Z"}
DAY = timedelta(days=1)
MARKS = "marks"
"""The name of a chart's data, by which the page hands it others."""
DASHES = {COUNTED: [1, 0], SUPPOSED: [3, 3]}
NARROW = "width < 260"
"""Where there is no room for words beside the plot, as on a phone."""


class Paint(NamedTuple):
    """The colours of a chart."""

    ink: str = "#1b1f24"
    faint: str = "#57606a"
    line: str = "#d5d9de"
    paper: str = "#ffffff"
    accent: str = "#1d4f7c"


INK = Paint()
Marks = Sequence[Mapping[str, object]]
"""The rows of a chart's data."""


def comparison_to_marks(comparison: Comparison) -> list[dict[str, object]]:
    """What the chart of councils side by side shows: a mark for each point, and one for that of the year before."""
    named = notes(comparison.points)
    marks = []
    for point in comparison.points:
        council = name_of(point, comparison.points, named)
        marks.append(point_to_mark(point, council, origin(point)) | {"said": said(point)})
        if before := comparison.before(point):
            marks.append({"council": council, "kind": BEFORE, "value": before.value})
    return marks


def said(point: Point) -> str:
    """A point's number, and what it is of."""
    return f"{value_to_words(point)}: {base_to_words(point)}" if UNITS[point.series.measure] is Unit.PERCENT else value_to_words(point)


def name_of(point: Point, points: Iterable[Point], named: Mapping[str, str]) -> str:
    """What a council is called in a chart: its name, its code where another has that name, and the letters of its notes."""
    alike = {other.council_code for other in points if other.council == point.council}
    code = f" ({point.council_code})" if len(alike) > 1 else ""
    letters = ", ".join(named[caveat] for caveat in point.caveats if caveat in named)
    return f"{point.council}{code}" + (f" [{letters}]" if letters else "")


def point_to_mark(point: Point, council: str, kind: str) -> dict[str, object]:
    """A point, with its interval in the unit of its value."""
    low, high = (100 * bound for bound in point.interval) if point.interval else (None, None)
    return {"council": council, "kind": kind, "value": point.value, "low": low, "high": high, "basis": basis(point)}


def comparison_to_years(comparison: Comparison) -> list[dict[str, object]]:
    """What the charts over the years show: a mark for each point. Periods of a council that follow each other have the same `run`."""
    marks, run = [], 0
    earlier: Point | None = None
    for point in comparison.years:
        run += earlier is None or earlier.council_code != point.council_code or point.period.start - earlier.period.end != DAY
        mark = point_to_mark(point, name_of(point, comparison.years, {}), origin(point))
        marks.append(mark | {"period": label(point.period), "start": point.period.start.isoformat(), "run": run})
        earlier = point
    return marks


def chart_of_councils(marks: Marks, measure: Measure, paint: Paint = INK) -> "alt.LayerChart":
    """Councils side by side, the highest first; beside each its number, and what a percentage is of."""
    import altair as alt

    axis = alt.Axis(labelLimit=alt.ExprRef(f"{NARROW} ? 120 : 330"), labelPadding=10, ticks=False, grid=True)
    base = alt.Chart(alt.InlineData(values=list(marks), name=MARKS)).encode(y=alt.Y("council:N", sort=None, title=None, axis=axis))
    value = alt.X("value:Q", title=spoken(measure), scale=scale_of(measure))
    words = (
        base.transform_filter(f"datum.said && !({NARROW})")
        .mark_text(align="left", dx=14, color=paint.faint, fontSize=12)
        .encode(x=alt.value(alt.ExprRef("width")), text="said:N")
    )
    layers = (*intervals(base, "x", measure, paint), points(base, SHAPES, paint).encode(x=value), words)
    return alt.LayerChart(layer=list(layers)).properties(width=WIDTH, height=alt.Step(STEP))


def chart_of_years(marks: Marks, measure: Measure, paint: Paint = INK) -> "alt.FacetChart":
    """A small chart for each council, over the years; its line breaks where a year is missing."""
    import altair as alt

    base = alt.Chart().encode(x=alt.X("period:O", title=None, sort=alt.EncodingSortField("start", op="min"), axis=alt.Axis(labelAngle=-45)))
    value = alt.Y("value:Q", title=spoken(measure), scale=scale_of(measure), axis=alt.Axis(tickCount=4))
    line = base.mark_line(color=paint.accent, strokeWidth=1.5).encode(y=value, detail="run:N")
    shown = points(base, {kind: SHAPES[kind] for kind in (PRINTED, WORKED_OUT)}, paint).encode(y=value)
    layers = alt.layer(*intervals(base, "y", measure, paint), line, shown).properties(width=SMALL[0], height=SMALL[1])
    header = alt.Header(labelAnchor="start", labelColor=paint.ink, labelFontSize=12, labelLimit=SMALL[0])
    name = alt.Facet("council:N", sort=None, title=None, header=header)
    return layers.facet(name, columns=ABREAST, data=alt.InlineData(values=list(marks), name=MARKS))


def intervals(base: "alt.Chart", along: str, measure: Measure, paint: Paint) -> "tuple[alt.Chart, ...]":
    """The lines from the lowest to the highest share that chance allows; none for what is no percentage."""
    import altair as alt

    if UNITS[measure] is not Unit.PERCENT:
        return ()
    dashes = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    legend = alt.Legend(labelExpr="'95% interval, ' + datum.label", columns=alt.ExprRef(f"{NARROW} ? 1 : 2"))
    stroke = alt.StrokeDash("basis:N", title=None, scale=dashes, legend=legend)
    ends = {along: "low:Q", f"{along}2": "high"}
    return (base.transform_filter("isValid(datum.low)").mark_rule(color=paint.ink, strokeWidth=2).encode(strokeDash=stroke, **ends),)


def points(base: "alt.Chart", shapes: Mapping[str, str], paint: Paint) -> "alt.Chart":
    """The points, told apart by shape and by whether they are filled."""
    import altair as alt

    fills = {PRINTED: paint.accent, WORKED_OUT: paint.paper, BEFORE: paint.faint}
    strokes = {**fills, WORKED_OUT: paint.accent}

    scales = {
        channel: alt.Scale(domain=list(shapes), range=[of[kind] for kind in shapes])
        for channel, of in {"shape": shapes, "fill": fills, "stroke": strokes}.items()
    }
    shown: alt.Chart = base.mark_point(size=80, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("kind:N", title=None, scale=scales["shape"]),
        fill=alt.Fill("kind:N", title=None, scale=scales["fill"]),
        stroke=alt.Stroke("kind:N", title=None, scale=scales["stroke"]),
    )
    return shown


def scale_of(measure: Measure) -> "alt.Scale":
    """From nought, and percentages to a hundred, so that charts can be laid side by side."""
    import altair as alt

    return alt.Scale(domain=[0, 100]) if UNITS[measure] is Unit.PERCENT else alt.Scale(domainMin=0, nice=True)


def styled(chart: "alt.TopLevelMixin", paint: Paint = INK) -> dict[str, Any]:
    """The chart as a Vega-Lite specification, in the type and colours of the house."""
    text = {"labelColor": paint.ink, "titleColor": paint.faint, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    specification: dict[str, Any] = (
        chart.configure(font=FONT, background=paint.paper, padding=8)
        .configure_view(stroke=None)
        .configure_axis(**text, domain=False, gridColor=paint.line, tickColor=paint.line, tickCount=5)
        .configure_legend(**text, orient="top", direction="horizontal", symbolStrokeWidth=2, offset=8)
        .configure_title(anchor="start", frame="bounds", color=paint.ink, subtitleColor=paint.faint, fontSize=15, offset=12)
        .to_dict()
    )
    return specification


def comparison_to_svg(comparison: Comparison, names: Names, *, over_years: bool = False) -> str:
    """The chart as a file of its own, with its title, what it says in words, and its notes below it."""
    import altair as alt
    import vl_convert

    measure = comparison.question.series.measure
    if over_years:
        chart = alt.vconcat(chart_of_years(comparison_to_years(comparison), measure))
        about, shown = series_to_words(comparison.question, names), comparison.years
    else:
        chart = alt.vconcat(chart_of_councils(comparison_to_marks(comparison), measure).properties(title=notes_below(comparison)))
        about, shown = title(comparison.question, names), comparison.points
    svg = str(vl_convert.vegalite_to_svg(styled(chart.properties(title=about))))
    return svg.replace("<svg ", f'<svg role="img" aria-label={quoteattr(f"{about}. {in_words(shown)}.")} ', 1)


def notes_below(comparison: Comparison) -> "alt.TitleParams":
    """The notes of a chart, each by its letter."""
    import altair as alt

    lines = [
        line for note, letter in notes(comparison.points).items() for line in wrap(f"[{letter}] {note}", LINE, subsequent_indent="     ")
    ]
    return alt.TitleParams(text=lines, orient="bottom", fontSize=11, fontWeight="normal", color=INK.faint)


def in_words(points: Iterable[Point]) -> str:
    """What a chart shows, for whoever cannot see it."""
    words = ((point.council, label(point.period), said(point), interval_to_words(point)) for point in points)
    return "; ".join(" ".join(filter(None, each)) for each in words)
