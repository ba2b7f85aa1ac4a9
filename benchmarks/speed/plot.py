"""Milliseconds a page, as bars."""

from collections.abc import Sequence

import altair as alt
from vl_convert import vegalite_to_svg

from benchmarks.speed.contest import Result

WIDTH, STEP = 420, 26


def plot(results: Sequence[Result]) -> str:
    """The plot as SVG: a bar for each contestant, with its number, on a scale of tens."""
    values = [{"read by": one.name, "ms": round(one.milliseconds, 2), "ours": one.name.startswith("upheld")} for one in results]
    axis = alt.X("ms:Q", title="milliseconds of a processor for a page", scale=alt.Scale(type="log", domainMin=0.1))
    base = alt.Chart({"values": values}).encode(y=alt.Y("read by:N", sort=None, title=None))
    bars = base.mark_bar().encode(x=axis, color=alt.condition("datum.ours", alt.value("#1f4e79"), alt.value("#b0b0b0")))
    texts = base.mark_text(align="left", dx=4).encode(x=axis, text="ms:Q")
    chart = (bars + texts).properties(width=WIDTH, height=alt.Step(STEP), title="Reading a page")
    return str(vegalite_to_svg(chart.to_json()))
