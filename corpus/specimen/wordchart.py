"""A bar chart as Word keeps it: the numbers in a part of their own, and a drawing that refers to it."""

from xml.sax.saxutils import escape

from corpus.specimen.blocks import Chart

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
AXES = """<c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>
<c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>"""
CHART = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="{drawingml}/chart" xmlns:a="{drawingml}/main"><c:chart>
<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>
<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>
<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>{name}</c:strRef></c:tx>
<c:dLbls><c:showVal val="1"/></c:dLbls>
<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>{labels}</c:strRef></c:cat>
<c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f>{values}</c:numRef></c:val></c:ser>
<c:axId val="1"/><c:axId val="2"/></c:barChart>{axes}</c:plotArea></c:chart></c:chartSpace>
"""
DRAWING = """<w:drawing xmlns:w="{word}" xmlns:r="{office}" xmlns:wp="{drawingml}/wordprocessingDrawing" xmlns:a="{drawingml}/main">
<wp:inline><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="{number}" name="Chart {number}"/>
<a:graphic><a:graphicData uri="{drawingml}/chart"><c:chart xmlns:c="{drawingml}/chart" r:id="{seen}"/></a:graphicData></a:graphic>
</wp:inline></w:drawing>"""


def to_xml(chart: Chart) -> bytes:
    """A chart's part."""
    parts = {"title": escape(chart.title), "name": _cache("str", ["Complaints"]), "axes": AXES, "last": len(chart.labels) + 1}
    labels, values = _cache("str", chart.labels), _cache("num", chart.values)
    return CHART.format(drawingml=DRAWINGML, labels=labels, values=values, **parts).encode()


def drawing(seen: str, number: int) -> str:
    """The place in the text where the chart is seen."""
    return DRAWING.format(word=WORD, office=OFFICE, drawingml=DRAWINGML, seen=seen, number=number)


def _cache(kind: str, values: list[str] | tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(value)}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:{kind}Cache><c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache>'
