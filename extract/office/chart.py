"""A native chart of an Office file -> grids: labels down, series across, each value as its format shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.office.numberformat import shown
from extract.office.ooxml import Element, attribute, child, children, descendants, is_on, local, value
from schemas import Cell, Grid, GridSource, Place, Text

_MOST = 10_000
"""Points of a series that are read; a chart of a report shows a hundredth of them."""


@dataclass(frozen=True, slots=True)
class _Series:
    """Its name where the chart shows it, its labels from the outermost level to the innermost, its values as shown, by position."""

    name: str
    labels: tuple[tuple[str, ...], ...]
    values: tuple[str, ...]


def chart_to_grids(chart: Element) -> list[Grid]:
    """The grids of a chart: one, if its series share their labels. None where it holds no numbers."""
    whole = child(chart, "chart")
    area = child(whole, "plotArea")
    plots = [part for part in (() if area is None else area) if local(part).endswith("Chart")]
    drawn = [(plot, series) for plot in plots for series in children(plot, "ser")]
    shows_names = _shows_names(whole, [series for _, series in drawn], plots)
    found = [_series(series, _axis_format(whole, plot), named=shows_names) for plot, series in drawn]
    labels = next((series.labels for series in found if series.labels), ())
    filled = [series for series in found if any(series.values)]
    groups: dict[tuple[tuple[str, ...], ...], list[_Series]] = {}
    for series in filled:
        groups.setdefault(series.labels or labels, []).append(series)
    return [_grid(_title(whole, drawn), own, group) for own, group in groups.items()]


def _shows_names(whole: Element | None, series: Sequence[Element], plots: Sequence[Element]) -> bool:
    """Whether the names of series are printed: a name of the only one is what a program put there, unless a legend or label shows it."""
    labelled = any(is_on(found) and attribute(found, "val") for one in series for found in descendants(one, "showSerName"))
    by_point = any(local(plot).startswith(("pie", "doughnut", "ofPie")) for plot in plots)
    legend = child(whole, "legend") is not None and not by_point
    return len(series) > 1 or labelled or legend


def _series(series: Element, axis: str, *, named: bool) -> _Series:
    across = child(series, "cat") if child(series, "cat") is not None else child(series, "xVal")
    values = child(series, "val") if child(series, "val") is not None else child(series, "yVal")
    cache = _cache(values)
    label = child(series, "dLbls", "numFmt")
    own = attribute(label, "formatCode") if not is_on_source(label) else ""
    points = _points(cache, own or axis)
    return _Series(_text(child(series, "tx")) if named else "", _labels(across), points)


def is_on_source(form: Element | None) -> bool:
    """Whether a format is only that of the cells, which the cache tells itself."""
    return form is None or attribute(form, "sourceLinked") not in {"0", "false"}


def _axis_format(whole: Element | None, plot: Element) -> str:
    """The format that the axis of a plot's values has of its own."""
    ids = {attribute(found, "val") for found in children(plot, "axId")}
    axes = [axis for axis in children(child(whole, "plotArea"), "valAx") if value(axis, "axId") in ids]
    forms = [child(axis, "numFmt") for axis in axes]
    return next((attribute(form, "formatCode") for form in forms if not is_on_source(form)), "")


def _cache(data: Element | None) -> Element | None:
    """What the file keeps of the cells that a chart is drawn from."""
    kept = ("numCache", "strCache", "numLit", "strLit", "multiLvlStrCache")
    return next((found for found in (data.iter() if data is not None else ()) if local(found) in kept), None)


def _points(cache: Element | None, own: str = "") -> tuple[str, ...]:
    """The points by their positions; `own` is a format for those without one."""
    if cache is None:
        return ()
    form = next((found.text or "" for found in children(cache, "formatCode")), "")
    points: dict[int, str] = {}
    for point in children(cache, "pt"):
        at = attribute(point, "idx")
        code = own or attribute(point, "formatCode") or form or "General"
        if at.isdecimal() and int(at) < _MOST:
            points[int(at)] = _shown(point, code if local(cache).startswith("num") else "")
    length = max([*points, min(_count(cache), _MOST) - 1]) + 1 if points or _count(cache) else 0
    return tuple(points.get(n, "") for n in range(length))


def _shown(point: Element, code: str) -> str:
    text = next((found.text or "" for found in children(point, "v")), "").strip()
    return shown(text, code) if code else " ".join(text.split())


def _count(cache: Element) -> int:
    said = value(cache, "ptCount")
    return int(said) if said.isdecimal() else 0


def _labels(across: Element | None) -> tuple[tuple[str, ...], ...]:
    """The labels of each point; an outer one stands for all points up to the next."""
    cache = _cache(across)
    if cache is None:
        return ()
    levels = [_points(level) for level in reversed(children(cache, "lvl"))] or [_points(cache)]
    length = max([_count(cache), *map(len, levels)])
    filled = [_carried([*level, *[""] * (length - len(level))]) for level in levels[:-1]]
    inner = [*levels[-1], *[""] * (length - len(levels[-1]))]
    return tuple(zip(*filled, inner, strict=True))


def _carried(level: Sequence[str]) -> list[str]:
    carried: list[str] = []
    for label in level:
        carried.append(label or (carried[-1] if carried else ""))
    return carried


def _title(whole: Element | None, drawn: Sequence[tuple[Element, Element]]) -> Text:
    """The title; where it is left to the program, that is the name of the only series."""
    title = child(whole, "title")
    if title is None or is_deleted(whole):
        return Text()
    said = _text(child(title, "tx"))
    return Text.of(said if said or len(drawn) != 1 else _text(child(drawn[0][1], "tx")))


def is_deleted(whole: Element | None) -> bool:
    """Whether the title that a program would put there was taken away."""
    return child(whole, "title", "tx") is None and value(whole, "autoTitleDeleted") in {"1", "true"}


def _text(said: Element | None) -> str:
    """Rich text, paragraph by paragraph, or what is kept of a cell."""
    if said is None:
        return ""
    rich = child(said, "rich")
    if rich is None:
        return " ".join(filter(None, _points(_cache(said)))) or next((found.text or "" for found in children(said, "v")), "")
    return "\n".join("".join(found.text or "" for found in descendants(line, "t")) for line in children(rich, "p"))


def _grid(title: Text, labels: Sequence[Sequence[str]], group: Sequence[_Series]) -> Grid:
    length = max(len(series.values) for series in group)
    depth = max(len(labels[0]) if labels else 1, 1)
    named = [*labels, *[[""] * (depth - 1) + [str(n + 1)] for n in range(len(labels), length)]]
    head = [*[Cell(Text(), Place()) for _ in range(depth)], *(Cell(Text.of(s.name), Place(series=n)) for n, s in enumerate(group, 1))]
    body = [
        [
            *(Cell(Text.of(label), Place(point=_first(named, point, level) + 1)) for level, label in enumerate(named[point])),
            *(Cell(Text.of(_at(series.values, point)), Place(series=n, point=point + 1)) for n, series in enumerate(group, 1)),
        ]
        for point in range(length)
    ]
    return Grid((tuple(head), *map(tuple, body)), Place(), title, GridSource.CHART)


def _first(labels: Sequence[Sequence[str]], point: int, level: int) -> int:
    """The first of the points that a label stands for."""
    outer = level < len(labels[point]) - 1
    while outer and point and labels[point - 1][: level + 1] == labels[point][: level + 1]:
        point -= 1
    return point


def _at(values: Sequence[str], point: int) -> str:
    return values[point] if point < len(values) else ""
