"""Which reports are one report: the same content twice in the folder, or the same figures in several formats."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from schemas import Figure, Records, Report, State, Status

SHARE = 0.9
"""Of the figures of the smaller one that the larger one has too.

Of the smaller one, since a rendition that loses charts or a table is still the same report; another report shares a total or two.
"""
FEWEST = 3
"""Figures that must be shared: one or two are the same by chance, or quoted."""
FORMATS = ("wordprocessingml", "html", "pdf", "text/")
"""Of reports with as many figures, that one counts whose format keeps most of what was written."""

Told = Counter[Hashable]
"""What a report's figures say, and how often."""


def copies_to_originals(reports: Iterable[Records]) -> dict[str, str]:
    """The report that counts for each report that is a copy, by their ids.

    Whatever the order of the reports: they are asked from the fullest on, and a copy is tied to the first that counts and says the same.
    """
    counting: defaultdict[Hashable, list[tuple[str, Told]]] = defaultdict(list)
    copies: dict[str, str] = {}
    contents: dict[Hashable, str] = {}
    for records in sorted((each for each in reports if each.report.status is not Status.FAILED), key=rank):
        report, told = records.report, records_to_told(records)
        group = counting[report.council_code, report.period_start, report.period_end]
        named = bool(report.council_code and report.period_start)
        alike = (original for original, said in group if named and is_told_alike(told, said))
        original = contents.get(_content(report)) or next(alike, report.report_id)
        contents[_content(report)] = original
        if original == report.report_id:
            group.append((original, told))
        copies[report.report_id] = original
    return {copy: original for copy, original in copies.items() if copy != original}


def may_be_copies(reports: Sequence[Report]) -> Iterator[list[int]]:
    """The places of reports that may be copies of each other: of one content, or of one council and period."""
    leaders: dict[Hashable, Hashable] = {}

    def leader(key: Hashable) -> Hashable:
        while leaders.setdefault(key, key) != key:
            key = leaders[key]
        return key

    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    read = [(at, report) for at, report in enumerate(reports) if report.status is not Status.FAILED]
    for _, report in read:
        leaders[leader(_content(report))] = leader(_subject(report))
    for at, report in read:
        groups[leader(_content(report))].append(at)
    yield from (group for group in groups.values() if len(group) > 1)


def _content(report: Report) -> Hashable:
    return report.sha256, report.first_page


def _subject(report: Report) -> Hashable:
    """Whose the report is and of when, if both are known; else it is of nothing that others are of."""
    named = report.council_code and report.period_start
    return (report.council_code, report.period_start, report.period_end) if named else report.report_id


def rank(records: Records) -> tuple[int, int, str, int]:
    """The fullest first, then by format, then by name."""
    report = records.report
    form = next((n for n, name in enumerate(FORMATS) if name in report.media_type), len(FORMATS))
    return -len(records.figures), form, report.file, report.first_page or 0


def records_to_told(records: Records) -> Told:
    """The figures of a report without their places."""
    return Counter(figure_to_key(figure) for figure in records.figures if figure.state is State.REPORTED)


def figure_to_key(figure: Figure) -> Hashable:
    """What a figure is about, and its value; names as they are written, but for capitals and signs."""
    names = (figure.service, figure.category)
    spelled = ("".join(filter(str.isalnum, name.casefold().replace("&", "and"))) for name in names)
    period = (figure.period_start, figure.period_end)
    return (*spelled, figure.regime, figure.stage, figure.measure, figure.basis, *period, figure.dimension, figure.value)


def is_told_alike(one: Told, other: Told) -> bool:
    """Whether nine in ten of the figures of the smaller report stand in the larger one."""
    shared = sum((one & other).values())
    return shared >= FEWEST and shared >= SHARE * min(sum(one.values()), sum(other.values()))
