"""The benchmark's section of report.html: what is compared is chosen there, and drawn by the same charts as in a file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from publish.audit.files import page_file
from publish.audit.section import Section
from publish.benchmark.printed import ALL, UNITS
from publish.comparison.chart import BEFORE, DASHES, DAY, MARKS, NARROW, Paint, chart_of_councils, chart_of_years, styled
from publish.comparison.points import Point, benchmark_to_points
from publish.comparison.question import question_of
from publish.comparison.told import PRINTED, WORKED_OUT, base_to_words, basis, councils_to_names, service_to_words, services_to_names
from schemas import Measure, Period, Regime, Stage, Unit
from schemas.period import label, months, shifted
from schemas.spoken import measure, stage

if TYPE_CHECKING:
    from publish.dataset import Dataset

KEY = "benchmark"
PAINT = Paint("var(--ink)", "var(--faint)", "var(--line)", "var(--paper)", "var(--accent)")
"""The colours of the page, which change with its theme."""
SIGNS = {Unit.PERCENT: "%", Unit.DAYS: " days", Unit.COUNT: ""}
LICENCE = "/* Vega, Vega-Lite, Vega-Embed: (c) University of Washington Interactive Data Lab and contributors, BSD 3-Clause Licence */\n"
EMPTY = "<p>No report of this dataset prints figures that can be compared.</p>\n"
BASES = tuple(DASHES)
MEASURES, STAGES, REGIMES = tuple(Measure), tuple(Stage), tuple(Regime)


class Places(NamedTuple):
    """Where what a point names stands: reports, councils and periods by their number on the page, figures by that of the report's page."""

    reports: Mapping[str, int]
    councils: Mapping[str, int]
    periods: Mapping[Period, int]
    pages: Mapping[str, int]


def dataset_to_benchmark(dataset: "Dataset", order: Mapping[str, int]) -> Section:
    """The section of a dataset; `order` is the number of each report on the page."""
    points = benchmark_to_points(dataset.benchmark)
    if not points:
        return Section(KEY, "Benchmark", f'<h1 id="{KEY}-title">Benchmark</h1>\n{EMPTY}')
    councils = councils_to_names(points)
    periods = sorted({point.period for point in points})
    data = {
        "services": services_to_data(points, services_to_names(dataset.services)),
        "councils": list(councils.values()),
        "measures": [{"id": each, "words": measure(each), "unit": SIGNS[UNITS.get(each, Unit.COUNT)]} for each in MEASURES],
        "stages": [stage(each) for each in STAGES],
        "regimes": REGIMES,
        "periods": [period_to_data(period, periods) for period in periods],
        "charts": charts_to_data(),
    }
    pages: dict[str, int] = dict(dataset.figures[["figure_id", "page"]].dropna().astype({"page": int}).itertuples(index=False))
    places = Places(order, {code: at for at, code in enumerate(councils)}, {period: at for at, period in enumerate(periods)}, pages)
    html, style = page_file("section.html", __package__), page_file("section.css", __package__)
    return Section(KEY, "Benchmark", html, script(), style, data, points_to_parts(points, places))


def script() -> str:
    """What draws charts, and what the section does with it."""
    import vl_convert

    runtime = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return f"{LICENCE}(() => {{\n{runtime}\n}})();\n{page_file('section.js', __package__)}"


def services_to_data(points: Iterable[Point], names: Mapping[str, str]) -> list[dict[str, object]]:
    """The services, the whole council first, each with the number of councils that can be compared at most."""
    most: dict[str, int] = defaultdict(int)
    for question, councils in Counter(map(question_of, points)).items():
        most[question.series.service_id] = max(most[question.series.service_id], councils)
    called = {service: service_to_words(service, names) for service in most}
    ordered = sorted(called, key=lambda service: (service != ALL, called[service]))
    return [{"id": service, "name": called[service], "councils": most[service]} for service in ordered]


def period_to_data(period: Period, periods: Sequence[Period]) -> dict[str, object]:
    """A period with the numbers of the same one a year before, and of the one that it follows without a gap."""
    length = months(period)
    ends = [(each.end + DAY, months(each)) for each in periods]
    return {
        "label": label(period),
        "months": length,
        "before": place(shifted(period, -1), periods),
        "follows": place((period.start, length), ends),
    }


def place(one: object, among: Sequence[object]) -> int | None:
    """Where one stands, if it does."""
    return among.index(one) if one in among else None


def charts_to_data() -> dict[str, object]:
    """The charts as Vega draws them, without marks: those of percentages, and those of other numbers."""
    import vl_convert

    drawn = {
        kind: {
            name: vl_convert.vegalite_to_vega(styled(chart([], unit, PAINT), PAINT))
            for name, chart in (("councils", chart_of_councils), ("years", chart_of_years))
        }
        for kind, unit in (("percent", Unit.PERCENT), ("other", Unit.COUNT))
    }
    return drawn | {"marks": MARKS, "narrow": NARROW, "kinds": (WORKED_OUT, PRINTED), "before": BEFORE, "bases": BASES}


def points_to_parts(points: Iterable[Point], places: Places) -> Iterator[tuple[str, object]]:
    """The points of each service, which the page reads when that service is chosen."""
    of_service: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        of_service[point.series.service_id].append(point)
    for service, own in of_service.items():
        notes: dict[str, int] = {}
        of: dict[str, int] = {}
        rows = [
            [*point_to_row(point, places), number(of, base_to_words(point)), [number(notes, said) for said in point.caveats]]
            for point in own
        ]
        yield service, {"points": rows, "notes": list(notes), "of": list(of)}


def number(numbers: dict[str, int], text: str) -> int:
    """The number of a text among those that have come, so that each is written once."""
    return numbers.setdefault(text, len(numbers))


def point_to_row(point: Point, places: Places) -> Iterator[object]:
    """A point as numbers, in the order in which the script reads them; percentages to one decimal."""
    series, known = point.series, basis(point)
    yield from (places.councils[point.council_code], places.periods[point.period])
    yield from (MEASURES.index(series.measure), STAGES.index(series.stage), REGIMES.index(series.regime))
    yield from (point.value, int(point.printed), BASES.index(known) if known in BASES else None)
    yield from (round(100 * bound, 1) for bound in point.interval or ()) if point.interval else (None, None)
    yield from (places.reports.get(point.report_id), places.pages.get(point.figure_ids.partition("|")[0]))
