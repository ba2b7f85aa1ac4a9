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
    councils_to_names,
    interval_to_words,
    notes,
    origin,
    series_to_words,
    title,
    value_to_words,
)
from schemas import Unit
from schemas.period import label

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
KNOWN = "isValid(datum.value)"
DAY = timedelta(days=1)
MARKS = "marks"
"""The name of a chart's data, by which the page hands it others."""
DASHES = {COUNTED: [1, 0], SUPPOSED: [3, 3]}
NARROW = "narrow"
"""The parameter that is true where there is no room for words beside the plot, as on a phone."""


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
    named, councils = notes(comparison.points), councils_to_names(comparison.points)
    marks = []
    for point in comparison.points:
        letters = ", ".join(named[caveat] for caveat in point.caveats)
        council = f"{councils[point.council_code]} [{letters}]" if letters else councils[point.council_code]
        marks.append(point_to_mark(point, council, origin(point)) | {"said": said(point)})
        if before := comparison.before(point):
            marks.append({"council": council, "kind": BEFORE, "value": before.value})
    return marks


def said(point: Point) -> str:
    """A point's number, and what it is of."""
    return f"{value_to_words(point)}: {base_to_words(point)}" if UNITS[point.series.measure] is Unit.PERCENT else value_to_words(point)


def point_to_mark(point: Point, council: str, kind: str) -> dict[str, object]:
    """A point, with its interval in the unit of its value."""
    low, high = (100 * bound for bound in point.interval) if point.interval else (None, None)
    return {"council": council, "kind": kind, "value": point.value, "low": low, "high": high, "basis": basis(point)}


def comparison_to_years(comparison: Comparison) -> list[dict[str, object]]:
    """What the charts over the years show: a mark for each point. Periods of a council that follow each other have the same `run`."""
    marks, run, councils = [], 0, councils_to_names(comparison.years)
    earlier: Point | None = None
    for point in comparison.years:
        run += earlier is None or earlier.council_code != point.council_code or point.period.start - earlier.period.end != DAY
        mark = point_to_mark(point, councils[point.council_code], origin(point))
        marks.append(mark | {"period": label(point.period), "start": point.period.start.isoformat(), "run": run})
        earlier = point
    return marks


def chart_of_councils(marks: Marks, unit: Unit, paint: Paint = INK) -> "alt.LayerChart":
    """Councils side by side, the highest first; beside each its number, and what a percentage is of."""
    import altair as alt

    narrow = alt.param(name=NARROW, value=False)
    axis = alt.Axis(labelLimit=alt.ExprRef(f"{NARROW} ? 100 : 330"), labelPadding=10, ticks=False, grid=True)
    base = alt.Chart(alt.InlineData(values=list(marks), name=MARKS)).encode(y=alt.Y("council:N", sort=None, title=None, axis=axis))
    value = alt.X("value:Q", title=None, scale=scale_of(unit), axis=axis_of(unit))
    words = (
        base.transform_filter(f"datum.said && !{NARROW}")
        .mark_text(align="left", dx=14, color=paint.faint, fontSize=12)
        .encode(x=alt.value(alt.ExprRef("width")), text="said:N")
    )
    layers = (*intervals(base, "x", unit, paint), points(base, SHAPES, paint).encode(x=value), words)
    return alt.LayerChart(layer=list(layers)).properties(width=WIDTH, height=alt.Step(STEP)).add_params(narrow)


def chart_of_years(marks: Marks | None, unit: Unit, paint: Paint = INK) -> "alt.LayerChart":
    """One council over the years; its line breaks where a year is missing. Without marks it takes those of what it is a part of."""
    import altair as alt

    period = alt.X("period:O", title=None, sort=alt.EncodingSortField("start", op="min"), axis=alt.Axis(labelAngle=-45))
    base = alt.Chart().encode(x=period)
    value = alt.Y("value:Q", title=None, scale=scale_of(unit), axis=axis_of(unit))
    line = base.transform_filter(KNOWN).mark_line(color=paint.accent, strokeWidth=1.5).encode(y=value, detail="run:N")
    shown = points(base.transform_filter(KNOWN), {kind: SHAPES[kind] for kind in (PRINTED, WORKED_OUT)}, paint).encode(y=value)
    chart = alt.LayerChart(layer=[*intervals(base, "y", unit, paint), line, shown]).properties(width=SMALL[0], height=SMALL[1])
    return chart if marks is None else chart.properties(data=alt.InlineData(values=list(marks), name=MARKS))


def charts_of_years(comparison: Comparison) -> "alt.FacetChart":
    """A small chart for each council."""
    import altair as alt

    marks, unit = comparison_to_years(comparison), UNITS[comparison.question.series.measure]
    chart = chart_of_years(None, unit)
    header = alt.Header(labelAnchor="start", labelColor=INK.ink, labelFontSize=12, labelLimit=SMALL[0])
    drawn = chart.facet(alt.Facet("council:N", sort=None, title=None, header=header), columns=ABREAST, data=alt.InlineData(values=marks))
    return drawn if unit is Unit.PERCENT else drawn.resolve_scale(y="independent")


def intervals(base: "alt.Chart", along: str, unit: Unit, paint: Paint) -> "tuple[alt.Chart, ...]":
    """The lines from the lowest to the highest share that chance allows; none for what is no percentage."""
    import altair as alt

    if unit is not Unit.PERCENT:
        return ()
    dashes = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    legend = alt.Legend(labelExpr="'95% interval, ' + datum.label")
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


def scale_of(unit: Unit) -> "alt.Scale":
    """From nought, and percentages to a hundred, so that charts can be laid side by side."""
    import altair as alt

    return alt.Scale(domain=[0, 100]) if unit is Unit.PERCENT else alt.Scale(zero=True, nice=True)


def axis_of(unit: Unit) -> "alt.Axis":
    """An axis that says its unit."""
    import altair as alt

    return alt.Axis(tickCount=5, labelExpr="datum.label + '%'") if unit is Unit.PERCENT else alt.Axis(tickCount=5)


def styled(chart: "alt.TopLevelMixin", paint: Paint = INK) -> dict[str, Any]:
    """The chart as a Vega-Lite specification, in the type and colours of the house."""
    text = {"labelColor": paint.ink, "titleColor": paint.faint, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    specification: dict[str, Any] = (
        chart.configure(font=FONT, background=paint.paper, padding=8)
        .configure_view(stroke=None)
        .configure_axis(**text, domain=False, gridColor=paint.line, tickColor=paint.line)
        .configure_legend(**text, orient="top", direction="horizontal", symbolStrokeWidth=2, offset=8)
        .configure_title(anchor="start", frame="bounds", color=paint.ink, subtitleColor=paint.faint, fontSize=15, offset=12)
        .to_dict()
    )
    return specification


def comparison_to_svg(comparison: Comparison, names: Names, *, over_years: bool = False) -> str:
    """The chart as a file of its own, with its title, what it says in words, and its notes below it."""
    import altair as alt
    import vl_convert

    unit = UNITS[comparison.question.series.measure]
    if over_years:
        chart = alt.vconcat(charts_of_years(comparison))
        about, shown = series_to_words(comparison.question, names), comparison.years
    else:
        chart = alt.vconcat(chart_of_councils(comparison_to_marks(comparison), unit).properties(title=notes_below(comparison)))
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
