"""Text renditions: what a file holds, and its passages."""

from pathlib import Path

import pytest
from renditions import passages, rendered, tables

from extract.decoded import without_running
from extract.plain import read
from schemas import UnreadableFileError


def test_a_text_file_says_its_type_its_reader_and_no_pages() -> None:
    document = rendered("Hello")
    assert (document.media_type, document.reader, document.pages) == ("text/plain", "text", None)
    assert rendered("Hello", "report.MD").media_type == "text/markdown"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_decoded_as_it_was_written(encoding: str) -> None:
    assert passages(rendered("Café: £5".encode(encoding))) == [("paragraph", 1, "Café: £5")]


def test_lines_may_end_as_on_any_system() -> None:
    assert tables(rendered("a\tb\r\nc\td")) == tables(rendered("a\tb\rc\td")) == [["a|b", "c|d"]]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a\0b", "NUL bytes"),
        (b"", "no text"),
        (b" \n\t\n---\n", "no text"),
        (b"\x81\x8d\xff", "no text in UTF-8"),
        (b"\xff\xfea", "no text in UTF-8"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"^report\.txt: .*{why}.* should "):
        rendered(data)


def test_a_file_that_cannot_be_opened_is_told_by_its_name_alone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"^none\.txt: the file cannot be opened"):
        read(tmp_path / "none.txt")


def test_lines_that_open_or_end_most_pages_are_kept_aside() -> None:
    document = rendered("\f".join(f"Annual report\nText {name}.\nPage {n} of 4" for n, name in enumerate("ABCD", 1)))
    assert [str(text) for text in document.running] == ["Annual report", "Page 1 of 4"]
    assert [text for _, _, text in passages(document)] == ["Text A.", "Text B.", "Text C.", "Text D."]


def test_two_pages_have_no_running_lines() -> None:
    assert without_running("Title\nA\fTitle\nB") == ("Title\nA\fTitle\nB", ())


def test_headings_have_the_level_of_their_signs() -> None:
    assert passages(rendered("# A\n\n### ***B: what?*** ##\n")) == [("heading", 1, "A"), ("heading", 3, "B: what?")]


def test_a_bold_line_is_a_heading_below_the_one_above_it() -> None:
    assert passages(rendered("**A**\n\n### B\n\n<b>C</b>\n\n**D**\n")) == [
        ("heading", 2, "A"),
        ("heading", 3, "B"),
        ("heading", 4, "C"),
        ("heading", 4, "D"),
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [("**All is well.**", "All is well."), (r"**\*Notes**", "*Notes"), ("***Last year in brackets**", "*Last year in brackets")],
)
def test_a_bold_sentence_and_a_bold_note_are_paragraphs(raw: str, text: str) -> None:
    assert passages(rendered(raw)) == [("paragraph", 1, text)]


def test_bold_headings_run_together_are_taken_apart() -> None:
    assert passages(rendered("SUMMARY:**2001****TEAM:****North**\n\nIt does **not** matter")) == [
        ("paragraph", 1, "SUMMARY:"),
        ("heading", 2, "2001"),
        ("heading", 2, "TEAM:"),
        ("heading", 2, "North"),
        ("paragraph", 1, "It does not matter"),
    ]


def test_list_items_lose_their_sign_and_keep_their_number() -> None:
    assert passages(rendered("- 1.1. One\n  - Two\n• Three\n· **Four**\n<ul><li>Five</li></ul>")) == [
        ("item", 1, "1.1. One"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
        ("item", 1, "Four"),
        ("item", 1, "Five"),
    ]


def test_short_lines_stay_apart() -> None:
    assert [text for *_, text in passages(rendered("April stats>>\nLast year's stats>>\nlower case too"))] == [
        "April stats>>",
        "Last year's stats>>",
        "lower case too",
    ]


def test_lines_filled_to_the_edge_are_one_paragraph() -> None:
    full = "The council answers every letter that it receives in ten days.\nMost people are content with what it says to them, and write"
    text = f"A heading\n{full}\nno more.\n"
    assert [text for *_, text in passages(rendered(text))] == ["A heading", " ".join(text.split("\n")[1:]).strip()]


def test_a_paragraph_a_line_stays_so_where_lines_are_long() -> None:
    text = "This paragraph is long. " * 8
    assert len(passages(rendered(f"{text}\nThis is the next one and ends here.\n{text}"))) == 3


def test_a_sentence_cut_by_a_page_is_one_paragraph() -> None:
    text = "- The team looks at a sample of the letters in order to give\n\nthe council an assurance.\n\n2.1. Next"
    assert [text for *_, text in passages(rendered(text))] == [
        "The team looks at a sample of the letters in order to give the council an assurance.",
        "2.1. Next",
    ]


def test_numbered_paragraphs_keep_their_number_and_stay_apart() -> None:
    text = "1.1 is no number here but (a) is one of those lines that are full\n(a) first of all\n2. second of all"
    assert [text for *_, text in passages(rendered(text))] == text.split("\n")
