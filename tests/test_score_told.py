"""What is made of the scores of drawn specimens: sums, tables, a heat map, a page."""

import json
import xml.etree.ElementTree as ET

from corpus.counts import Counts, Scored, by, by_fault, total, worst
from corpus.heat import heat
from corpus.match import Row
from corpus.page import page
from corpus.sheets import percent, sheets
from corpus.written import to_json, to_markdown

AXES = {"family": "stage", "words": "seen", "numbers": "plain", "look": "ruled", "container": "pdf"}


def one(file: str = "a.pdf", fault: str = "", troubles: tuple[str, ...] = (), message: str = "", axes: Row = AXES, **counts: int) -> Scored:
    return Scored(file, file, axes, fault, Counts(files=1, **counts), message, troubles)


def test_shares_of_nothing_are_no_shares() -> None:
    assert (Counts().recall, Counts().precision) == (None, None)
    assert (Counts(gold=4, right=3, wrong=1).recall, Counts(gold=4, right=3, wrong=1, extra=2).precision) == (0.75, 0.5)


def test_nothing_short_of_the_whole_is_printed_as_the_whole() -> None:
    assert [percent(share) for share in (None, 0, 0.29, 0.9999, 1)] == ["-", "0.0", "29.0", "99.9", "100.0"]


def test_sums_are_made_by_any_axis() -> None:
    every = [one(gold=3), one(gold=4, axes={**AXES, "container": "text"}), one(gold=5)]
    assert {key: (counts.files, counts.gold) for key, counts in by(every, "container").items()} == {("pdf",): (2, 8), ("text",): (1, 4)}
    assert list(by(every, "family", "container")) == [("stage", "pdf"), ("stage", "text")]
    assert total(every).gold == 12


def test_a_fault_counts_where_it_is_to_be_found() -> None:
    every = [one(fault="restated"), one(fault="restated", planted=1), one(fault="flow", planted=1, planted_told=1)]
    assert {key: (counts.files, counts.planted_told) for key, counts in by_fault(every).items()} == {
        ("flow",): (1, 1),
        ("restated",): (1, 0),
    }


def test_the_worst_come_first_and_what_could_not_be_read_last() -> None:
    told = ("something",)
    files = [
        one("unread", failed=1, gold=9, troubles=told),
        one("missing", gold=9, right=8, troubles=told),
        one("good", gold=9, right=9),
        one("alarm", gold=9, right=9, false_findings=1, troubles=told),
        one("extra", gold=9, right=9, extra=2, troubles=told),
        one("wrong", gold=9, right=8, wrong=1, troubles=told),
    ]
    assert [each.file for each in worst(files, 5)] == ["wrong", "extra", "alarm", "missing", "unread"]


def test_a_table_ends_with_the_sum() -> None:
    sheet = next(sheets([one(gold=8, right=6, extra=1), one(failed=1, gold=2)]))
    assert sheet.headings[:4] == ("family", "files", "not read", "figures")
    assert sheet.rows == (("stage", "2", "1", "10", "60.0", "85.7", "-", "1", "-"), ("all", "2", "1", "10", "60.0", "85.7", "-", "1", "-"))


def test_a_heat_map_prints_its_numbers_and_marks_what_is_not_precise() -> None:
    picture = ET.fromstring(heat([one(gold=8, right=6), one(gold=2, right=1, wrong=1, axes={**AXES, "container": "docx & more"})], "A & B"))  # noqa: S314 - our own
    texts = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A & B", "Family by container", "docx & more", "75", "50", "p 50.0"} <= set(texts)
    borders = [square.get("stroke-width") for square in picture.iter("{http://www.w3.org/2000/svg}rect") if square.get("stroke")]
    assert borders.count("3.5") == 3
    assert borders.count("0.5") == 2


def test_a_page_says_what_no_reader_opens() -> None:
    blind = one(failed=1, gold=2, axes={**AXES, "container": "docx"}, message="no", troubles=("not read: no",))
    text = page([one(gold=8, right=8), blind], 5, 2)
    assert "No reader opens docx yet" in text
    assert "2 specimens of seed 5" in text
    assert "No reader opens" not in page([one(gold=8, right=8)], 5, 1)


def test_a_long_list_of_troubles_is_cut_short() -> None:
    assert to_markdown([one(gold=9, troubles=tuple(map(str, range(9))))]).rstrip().endswith("- 4\n- and 4 more")


def test_all_numbers_stand_in_the_json() -> None:
    told = json.loads(to_json([one(gold=8, right=6, fault="flow", planted=1)]))
    assert told["total"]["recall"] == told["by"]["look"]["ruled"]["recall"] == told["faults"]["flow"]["recall"] == 0.75
    assert told["files"][0]["counts"]["right"] == 6
