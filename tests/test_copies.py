"""One report in several files: one of them counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from figured import FIGURE
from hypothesis import given
from hypothesis import strategies as st

from schemas import Figure, Records, Report, State, Status
from upheld.batch.alike import Told, is_told_alike, reports_to_told
from upheld.batch.copies import copies_to_originals, may_be_copies, rank

YEAR = (date(2019, 4, 1), date(2020, 3, 31))
KINDS = {"txt": "text/plain", "pdf": "application/pdf", "html": "text/html", "docx": "application/x.wordprocessingml"}


def figure(service: str, value: int) -> Figure:
    return replace(FIGURE, service=service, value=Decimal(value), text=str(value))


def report(file: str, values: list[int], sha256: str = "", code: str = "E1") -> Records:
    kind = KINDS[file.rsplit(".", 1)[-1]]
    told = Report(file, file, sha256 or file, kind, council_code=code, period_start=YEAR[0], period_end=YEAR[1], status=Status.EXTRACTED)
    return Records(told, tuple(figure(f"Service {n}", value) for n, value in enumerate(values)))


def test_of_several_formats_the_fullest_counts() -> None:
    reports = [report("a.txt", [1, 2, 3, 4]), report("b.pdf", [1, 2, 3, 4, 5])]
    assert copies_to_originals(reports) == {"a.txt": "b.pdf"}


def test_of_equals_word_counts_before_web_before_pdf_before_text() -> None:
    reports = [report(f"{n}.{kind}", [1, 2, 3]) for n, kind in enumerate(KINDS)]
    assert copies_to_originals(reports) == {"0.txt": "3.docx", "1.pdf": "3.docx", "2.html": "3.docx"}


def test_one_figure_in_ten_may_be_misread() -> None:
    printed = list(range(10))
    assert copies_to_originals([report("a.pdf", printed), report("b.txt", [*printed[:9], 99])]) == {"b.txt": "a.pdf"}
    assert copies_to_originals([report("a.pdf", printed), report("b.txt", [*printed[:8], 99, 98])]) == {}


def test_another_council_or_too_few_figures_are_no_copy() -> None:
    assert copies_to_originals([report("a.pdf", [1, 2, 3]), report("b.pdf", [1, 2, 3], code="E2")]) == {}
    assert copies_to_originals([report("a.pdf", [1, 2, 3]), report("b.pdf", [1, 2])]) == {}


def test_the_same_content_is_a_copy_whatever_it_says() -> None:
    assert copies_to_originals([report("b.pdf", [], "ab", ""), report("a.pdf", [], "ab", "")]) == {"b.pdf": "a.pdf"}


said = st.lists(st.integers(0, 2), max_size=6)
folders = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), said), max_size=7).map(
    lambda drawn: [report(f"{n}.{kind}", values) for n, (kind, values) in enumerate(drawn)]
)


def test_the_same_content_is_a_copy_although_its_name_names_another_council() -> None:
    one, other = report("a.pdf", [1, 2], "ab"), report("b.pdf", [1, 2], "ab", code="")
    assert copies_to_originals([one, other]) == {"b.pdf": "a.pdf"}


@given(folders, st.randoms(use_true_random=False))
def test_a_copy_names_a_report_that_counts_whatever_the_order(reports: list[Records], random: object) -> None:
    """No chains: what a copy names is no copy itself."""
    copies = copies_to_originals(reports)
    assert not set(copies) & set(copies.values())
    shuffled = reports.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert copies_to_originals(shuffled) == copies


@given(
    folders, st.lists(st.sampled_from(["", "E1", "E2"]), min_size=7, max_size=7), st.lists(st.sampled_from("abc"), min_size=7, max_size=7)
)
def test_copies_are_found_without_looking_at_all_reports_together(reports: list[Records], codes: list[str], contents: list[str]) -> None:
    drawn = [
        replace(each, report=replace(each.report, council_code=code, sha256=content))
        for each, code, content in zip(reports, codes, contents, strict=False)
    ]
    groups = [[drawn[at] for at in places] for places in may_be_copies([each.report for each in drawn])]
    found: dict[str, str] = {}
    for group in groups:
        found |= copies_to_originals(group)
    assert found == copies_to_originals(drawn)


SERVICES = 20
"""So many that some reports print two figures of a service, and that a few misread ones may or may not make another report."""
misread = st.dictionaries(st.integers(0, SERVICES + 3), st.integers(1, 2), max_size=3)
places = st.integers(0, SERVICES + 4)
renditions = st.lists(st.tuples(places, places, misread), max_size=12)


def rendition(file: str, printed: int, dashes: int, misread: dict[int, int]) -> Records:
    """A report of the first services; those from `dashes` on have none, so that one with as many figures may say less."""
    figures = (figure(f"Service {n % SERVICES}", misread.get(n, 7)) for n in range(printed))
    told = (replace(each, state=State.REPORTED if n < dashes else State.NIL) for n, each in enumerate(figures))
    return replace(report(file, []), figures=tuple(told))


def plainly(reports: list[Records]) -> dict[str, str]:
    """The copies, every report asked of every one that counts."""
    counting: list[tuple[str, Told]] = []
    copies: dict[str, str] = {}
    ranked = sorted(reports, key=rank)
    for each, told in zip(ranked, reports_to_told(ranked), strict=True):
        original = next((original for original, said in counting if is_told_alike(told, said)), "")
        if original:
            copies[each.report.report_id] = original
        else:
            counting.append((each.report.report_id, told))
    return copies


@given(renditions)
def test_no_copy_is_missed_by_asking_only_reports_that_share_a_mark(drawn: list[tuple[int, int, dict[int, int]]]) -> None:
    reports = [rendition(f"{n}.pdf", *each) for n, each in enumerate(drawn)]
    assert copies_to_originals(reports) == plainly(reports)


def test_a_figure_printed_twice_is_shared_twice_only_by_a_report_that_prints_it_twice() -> None:
    once, twice = (replace(report(name, []), figures=(figure("Housing", 1),) * n) for name, n in (("a.pdf", 1), ("b.pdf", 3)))
    assert copies_to_originals([once, twice]) == {}
    assert copies_to_originals([twice, replace(twice, report=report("c.pdf", []).report)]) == {"c.pdf": "b.pdf"}


@given(*[st.frozensets(st.integers(0, 9))] * 2)
def test_two_reports_are_alike_whichever_is_asked(one: Told, other: Told) -> None:
    assert is_told_alike(one, other) == is_told_alike(other, one)
