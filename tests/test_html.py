"""Web pages: what of a page is its report, and what its tables and passages are."""

import re
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract
from schemas import Document, Grid, Passage, UnreadableFileError

TABLE = "<table><tr><th>Service<th>Upheld<tr><td>Parking<td>4<tr><td>Waste<td>6</table>"


def read(page: str | bytes, name: str = "report.html") -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        return extract.read(path)


def drawn(page: str | bytes) -> list[str]:
    """The page's blocks: passages as `kind level: words`, lines between bars; tables row by row."""
    return [line for block in read(page).blocks for line in _lines(block)]


def _lines(block: Grid | Passage) -> list[str]:
    if isinstance(block, Passage):
        return [f"{block.kind} {block.level}: {' / '.join(map(str, block.text.lines))}"]
    return [" | ".join(" / ".join(map(str, cell.text.lines)) for cell in row) for row in block.rows]


def body(page: str) -> list[str]:
    return drawn(f"<!DOCTYPE html><html><body>{page}</body></html>")


def test_headings_paragraphs_and_items_come_in_reading_order() -> None:
    page = "<h1>Report</h1><p>One<br>line more</p>Bare words<div>In a box<p>Own</div><ul><li>Outer<ul><li>Inner</ul></ul>"
    assert body(page) == [
        "heading 1: Report",
        "paragraph 1: One / line more",
        "paragraph 1: Bare words",
        "paragraph 1: In a box",
        "paragraph 1: Own",
        "item 1: Outer",
        "item 2: Inner",
    ]


def test_what_looks_like_a_heading_is_one() -> None:
    page = """<h2>Stages</h2><p><b>Stage 1</b></p><p><b>A sentence in bold.</b></p><div role=heading aria-level=3>Third</div>
    <details><summary>Opened</summary><p>Inside</p></details><p class=MsoHeading2>Of Word</p>
    <h3><button aria-expanded=true>Folded</button></h3>"""
    assert body(page) == [
        "heading 2: Stages",
        "heading 3: Stage 1",
        "paragraph 1: A sentence in bold.",
        "heading 3: Third",
        "heading 4: Opened",
        "paragraph 1: Inside",
        "heading 2: Of Word",
        "heading 3: Folded",
    ]


def test_spans_fill_every_square_and_spacers_are_gone() -> None:
    page = """<table><caption>By year</caption>
    <tfoot><tr><td>Total<td><td>9<td>7</tfoot>
    <thead><tr><th rowspan=2>Service<td rowspan=0>&nbsp;<th colspan=2>Received<tr><th>2022<th>2021</thead>
    <tr><td colspan=999>Housing<tr><td>Repairs<td><td>9<td>7<tr><td>&nbsp;</table>"""
    assert body(page) == [
        "paragraph 1: By year",
        "Service | Received | Received",
        "Service | 2022 | 2021",
        "Housing | Housing | Housing",
        "Repairs | 9 | 7",
        "Total | 9 | 7",
    ]


def test_a_table_for_layout_is_unwrapped_and_one_for_data_in_it_read() -> None:
    page = f"<table><tr><td><a href=/>Home</a><td><h2>Figures</h2>{TABLE}<p>Below</p></table>"
    assert body(page) == ["paragraph 1: Home", "heading 2: Figures", "Service | Upheld", "Parking | 4", "Waste | 6", "paragraph 1: Below"]


def test_a_table_within_a_cell_of_data_is_a_table_of_its_own() -> None:
    page = f"<table><tr><th>Area<th>Detail<tr><td>North<td>See {TABLE}</table>"
    assert body(page) == ["Area | Detail", "North | See", "Service | Upheld", "Parking | 4", "Waste | 6"]


@pytest.mark.parametrize(
    "page",
    [
        """<div class=tbl><div class=tr><div>Service</div><div>Upheld</div></div><div class=tr><div>Parking</div><div>4</div></div>
        <div class=tr><div>Waste</div><div>6</div></div></div>""",
        """<div role=table><div role=rowgroup><div role=row><span role=columnheader>Service</span>
        <span role=columnheader>Upheld</span></div></div>
        <div role=rowgroup><div role=row><span role=cell>Parking</span><span role=cell>4</span></div>
        <div role=row><span role=cell>Waste</span><span role=cell>6</span></div></div></div>""",
    ],
)
def test_boxes_in_rows_are_a_table(page: str) -> None:
    assert body(page) == ["Service | Upheld", "Parking | 4", "Waste | 6"]


def test_a_term_with_its_figure_and_a_card_are_items_of_two_lines() -> None:
    page = "<dl><dt>Upheld<dd>4<dt>Not upheld<dd>6</dl>"
    page += "<div class=cards><div><h3>335</h3><p>Received</p></div><div><p>28</p><p>Closed</p></div></div>"
    assert body(page) == ["item 1: Upheld / 4", "item 1: Not upheld / 6", "item 1: 335 / Received", "item 1: 28 / Closed"]


def test_lines_of_a_cell_are_counted_and_footnote_marks_are_raised() -> None:
    page = "<table><tr><th>Year<th>Upheld<sup>1</sup><tr><td>2022<br>2021"
    page += "<td><p>206<sup>2</sup></p><p>(218)<a href='#_ftn3'>[3]</a></p></table>"
    assert body(page) == ["Year | Upheld¹", "2022 / 2021 | 206² / (218)³"]


def test_words_print_as_a_reader_sees_them() -> None:
    page = "<p>Com&shy;plaints&nbsp;&amp; re\u200bplies &ndash; 1&#8201;234</p>"
    page += "<p><span class=a>Upheld</span><span class=b>15</span></p><p>S<b>1</b></p>"
    assert body(page) == ["paragraph 1: Complaints & replies – 1 234", "paragraph 1: Upheld 15", "paragraph 1: S1"]


def test_the_frame_of_a_page_is_dropped_and_names_the_council() -> None:
    page = f"""<html><head><title>Complaints - Northvale Council</title></head><body>
    <div id=cookie-banner><p>We use 3 cookies</p></div><header class=site><a href=/>Northvale Council</a><form><input></form></header>
    <nav><ul><li>Bins</ul></nav><ol class=breadcrumb><li>Home</ol>
    <div class=content><h1>Complaints</h1>{TABLE}<div class=feedback><p>Is this page useful?</p></div></div>
    <aside><p>Call 01632 960 218</p></aside><ul><li><a href=/x>Jobs (27)</a></ul><footer><p>© Northvale Council</p>
    <p>Tel 01632</p></footer></body></html>"""
    assert drawn(page) == ["heading 1: Complaints", "Service | Upheld", "Parking | 4", "Waste | 6"]
    assert [str(line) for line in read(page).running] == ["Northvale Council", "© Northvale Council"]
    assert read(page).title == "Complaints - Northvale Council"


def test_the_main_part_is_the_report_unless_a_table_stands_beside_it() -> None:
    aside = "<p>Bank holiday: we are closed.</p>"
    main = "<main><h1>Complaints</h1><p>We received 409 complaints.</p></main>"
    assert body(aside + main) == ["heading 1: Complaints", "paragraph 1: We received 409 complaints."]
    assert body(aside + main + TABLE)[0] == "paragraph 1: Bank holiday: we are closed."


def test_a_table_is_kept_whatever_its_part_of_the_page_is_called() -> None:
    assert body(f"<div class='sidebar menu'>{TABLE}</div>") == ["Service | Upheld", "Parking | 4", "Waste | 6"]


def test_what_nobody_sees_is_dropped_and_what_opens_is_kept() -> None:
    page = """<p hidden>Never</p><p style='display: none'>Nor this</p><del>34</del>
    <p style='text-decoration: red line-through'>35</p><a href='#more'>Open</a><div id=more hidden>Folded 12
    </div><p><span aria-hidden=true>15</span><span class=sr-only>15 complaints</span></p>"""
    assert body(page) == ["paragraph 1: Open", "paragraph 1: Folded 12", "paragraph 1: 15"]


def test_what_the_style_sheet_of_a_page_strikes_through_is_not_read() -> None:
    sheet = "<style>p{color:red}.c1, span.c2 {color:red;text-decoration: line-through} .c3:hover{text-decoration:line-through}</style>"
    page = "<p>Upheld <span class='c2 b'>34</span> 12</p><p class=c3>15</p>"
    assert body(sheet + page) == ["paragraph 1: Upheld 12", "paragraph 1: 15"]


def test_a_cell_that_is_struck_through_keeps_its_place() -> None:
    struck = TABLE.replace("<td>4", "<td style='text-decoration:line-through'>99<b>9</b><td>4")
    assert body(struck.replace("<td>6", "<td><s>5</s><td>6"))[1:] == ["Parking |  | 4", "Waste |  | 6"]


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.html"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_a_page_saved_in_one_file_is_read(name: str, charset: str, tmp_path: Path) -> None:
    whole = MIMEMultipart("related", type="text/html")
    whole["Subject"] = "A page"
    whole.attach(MIMEText("Not the page", "plain"))
    whole.attach(MIMEText(f"<p>€ 12</p>{TABLE}", "html", charset))
    (tmp_path / name).write_bytes(whole.as_bytes())
    document = extract.read(tmp_path / name)
    assert [str(passage.text) for passage in document.passages] == ["€ 12"]
    assert len(document.grids) == 1


@pytest.mark.parametrize(("end", "gaps"), [("", 1), ("</body>", 0), ("</HTML >", 0)])
def test_a_page_without_its_end_is_told(end: str, gaps: int) -> None:
    assert len(read(f"<html><body>{TABLE}{end}").gaps) == gaps
    assert not read(TABLE + end).gaps


def test_a_place_names_the_nearest_anchor() -> None:
    page = f"<h2 id=upheld>Upheld</h2>{TABLE}<p>After</p>"
    grid = read(page).grids[0]
    assert str(grid.rows[1][1].place) == "table 1, row 2, column 2, near #upheld"
    assert str(read(page).passages[1].place) == "paragraph 2, near #upheld"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<meta charset=windows-1252><p>£5 – ok".encode("cp1252"), "£5 – ok"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>£5 – ok'.encode("cp1252"), "£5 – ok"),
        ("<html><p>£5 – ok".encode("utf-16"), "£5 – ok"),
        ('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><p>£5 – ok</p></html>'.encode(), "£5 – ok"),
        ("<p>£5 – ok".encode("cp1252"), "£5 – ok"),
        ("<meta charset=nonsense><p>£5 – ok".encode(), "£5 – ok"),
    ],
)
def test_pages_in_any_encoding_are_read(page: bytes, words: str) -> None:
    assert [str(passage.text) for passage in read(page).passages] == [words]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<html><body></body></html>", "the page holds no text"),
        ("<html><script>draw()</script><div id=app></div>", "made by a program in the page"),
        ("<html><h1>Sign in</h1><form><input name=user><input type=password></form>", "a page to sign in"),
        (
            "<html><frameset><frame src=a.html><noframes><body><p>12 upheld</body></noframes></frameset>",
            "save the one that holds the report",
        ),
        (f"<p>deep{'<div>' * 3000}", "within more than 2,000 others"),
    ],
)
def test_a_page_without_a_report_is_told_of(page: str, told: str) -> None:
    with pytest.raises(UnreadableFileError, match=told):
        read(page)


def test_tags_that_nobody_closed_cost_nothing() -> None:
    assert body("<p>Upheld" + "<font size=2><b> 4" * 1500)[0].startswith("paragraph 1: Upheld 4 4")


def test_a_deep_page_and_a_wide_one_are_read() -> None:
    assert body(f"{'<div>' * 900}<p>Deep{'</div>' * 900}") == ["paragraph 1: Deep"]
    bomb = "<table>" + "<tr>" + "<td rowspan=65534 colspan=1000>1" * 50 + "<tr><td>2" * 50 + "</table>"
    assert read(bomb).grids


TAGS = "<table> <tr> <td> <th colspan=3> </table> <li> <ul> <dl> <dt> <dd> <div> </div> <h2> <b> </b> <br> <caption> <nav> </nav> <sup>"
PARTS = [*re.findall(r"<[^>]+>", TAGS), "<td rowspan=0>", "<thead>", "<tfoot>", "<p>", "4", "Upheld "]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS)))
def test_broken_markup_gives_a_document_or_says_why_not(parts: list[str]) -> None:
    try:
        document = read("<html>" + "".join(parts))
    except UnreadableFileError:
        return
    assert all(len(row) == len(grid.rows[0]) for grid in document.grids for row in grid.rows)
    assert all(passage.text for passage in document.passages)
