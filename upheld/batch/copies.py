"""Which reports are one report: the same content twice in the folder, or the same figures in several formats."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from schemas import Records, Report, Status
from upheld.batch.alike import Originals, reports_to_told

FORMATS = ("wordprocessingml", "html", "pdf", "text/")
"""Of reports with as many figures, that one counts whose format keeps most of what was written."""


def copies_to_originals(reports: Iterable[Records]) -> dict[str, str]:
    """The report that counts for each report that is a copy, by their ids.

    Whatever the order of the reports: they are asked from the fullest on, and a copy is tied to the first that counts and says the same.
    """
    ranked = sorted((each for each in reports if each.report.status is not Status.FAILED), key=rank)
    counting: defaultdict[Hashable, Originals] = defaultdict(Originals)
    copies: dict[str, str] = {}
    contents: dict[Hashable, str] = {}
    for records, said in zip(ranked, reports_to_told(ranked), strict=True):
        report = records.report
        originals = counting[_subject(report)]
        original = contents.get(_content(report)) or originals.alike(said) or report.report_id
        contents[_content(report)] = original
        if original == report.report_id:
            originals.add(original, said)
        copies[report.report_id] = original
    return {copy: original for copy, original in copies.items() if copy != original}


def may_be_copies(reports: Sequence[Report]) -> Iterator[list[int]]:
    """The places of reports that may be copies of each other: of one content, or of one council and period."""
    leaders: dict[Hashable, Hashable] = {}

    def leader(key: Hashable) -> Hashable:
        while leaders.setdefault(key, key) != key:
            leaders[key] = leaders[leaders[key]]  # or the way grows with every report of one content
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
