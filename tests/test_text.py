"""Text renditions: what converters write, and what it means."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decoded import without_running
from extract.plain import read
from extract.plain.rows import Rows, text_to_parts
from schemas import Document, Grid, GridSource, Passage, UnreadableFileError

REPORTS = Path(__file__).parents[2] / "shared" / "reports"


@pytest.fixture
def reader(tmp_path: Path) -> "Reader":
    return Reader(tmp_path)


class Reader:
    """Reads a text as if it were a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, text: str | bytes, name: str = "report.txt") -> Document:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read(path)


def drawn(grid: Grid) -> list[str]:
    return ["|".join(str(cell.text) for cell in row) for row in grid.rows]


def tables(document: Document) -> list[list[str]]:
    return [drawn(grid) for grid in document.grids]


def passages(document: Document) -> list[tuple[str, int, str]]:
    return [(passage.kind.value, passage.level, str(passage.text)) for passage in document.passages]


def lines(document: Document, row: int, column: int) -> list[str]:
    return [str(line) for line in document.grids[0].rows[row][column].text.lines]


# the file


def test_a_text_file_says_its_type_its_reader_and_no_pages(reader: Reader) -> None:
    document = reader("Hello")
    assert (document.media_type, document.reader, document.pages) == ("text/plain", "text", None)
    assert reader("Hello", "report.MD").media_type == "text/markdown"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_decoded_as_it_was_written(reader: Reader, encoding: str) -> None:
    assert passages(reader("Café: £5".encode(encoding))) == [("paragraph", 1, "Café: £5")]


def test_lines_may_end_as_on_any_system(reader: Reader) -> None:
    assert tables(reader("a\tb\r\nc\td")) == tables(reader("a\tb\rc\td")) == [["a|b", "c|d"]]


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
def test_what_is_no_text_is_told_in_one_sentence(reader: Reader, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"^report\.txt: .*{why}.* should "):
        reader(data)


def test_a_file_that_cannot_be_opened_is_told_by_its_name_alone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"^none\.txt: the file cannot be opened"):
        read(tmp_path / "none.txt")


def test_lines_that_open_or_end_most_pages_are_kept_aside(reader: Reader) -> None:
    document = reader("\f".join(f"Annual report\nText {name}.\nPage {n} of 4" for n, name in enumerate("ABCD", 1)))
    assert [str(text) for text in document.running] == ["Annual report", "Page 1 of 4"]
    assert [text for _, _, text in passages(document)] == ["Text A.", "Text B.", "Text C.", "Text D."]


def test_two_pages_have_no_running_lines() -> None:
    assert without_running("Title\nA\fTitle\nB") == ("Title\nA\fTitle\nB", ())


# tables


def test_cells_stand_between_tabs(reader: Reader) -> None:
    assert tables(reader("\tReceived\tUpheld\nNorth\t4 (5)\t50%")) == [["|Received|Upheld", "North|4 (5)|50%"]]


def test_cells_stand_between_pipes(reader: Reader) -> None:
    assert tables(reader("| Team | Upheld |\n|:---|---:|\n| North | 50% |\n")) == [["Team|Upheld", "North|50%"]]


def test_pipes_at_the_edges_may_be_left_out(reader: Reader) -> None:
    assert tables(reader("Team | Upheld\n---|---\nNorth | 50%")) == [["Team|Upheld", "North|50%"]]


def test_an_escaped_pipe_is_part_of_its_cell(reader: Reader) -> None:
    assert tables(reader(r"| a \| b | c |")) == [["a | b|c"]]


def test_a_pipe_in_a_sentence_makes_no_table(reader: Reader) -> None:
    assert passages(reader("Telephone | letter\n\nWe answer both.")) == [
        ("paragraph", 1, "Telephone | letter"),
        ("paragraph", 1, "We answer both."),
    ]


def test_short_rows_are_filled_up(reader: Reader) -> None:
    assert tables(reader("a\tb\tc\nd\te")) == [["a|b|c", "d|e|"]]


def test_blocks_of_different_width_are_different_tables(reader: Reader) -> None:
    assert tables(reader("a\tb\n1\t2\n\nc\td\te\n1\t2\t3")) == [["a|b", "1|2"], ["c|d|e", "1|2|3"]]


def test_every_cell_every_table_and_every_paragraph_has_its_number(reader: Reader) -> None:
    document = reader("One\n\na\tb\n1\t2\n\nTwo\n\nc\td\n3\t4")
    places = [str(block.place) for block in document.blocks]
    assert places == ["paragraph 1", "table 1", "paragraph 2", "table 2"]
    assert str(document.grids[1].rows[1][0].place) == "table 2, row 2, column 1"


def test_a_line_behind_a_tab_alone_is_a_paragraph(reader: Reader) -> None:
    assert passages(reader("Above.\n\n\tIndented\n\nBelow.")) == [
        ("paragraph", 1, "Above."),
        ("paragraph", 1, "Indented"),
        ("paragraph", 1, "Below."),
    ]


def test_a_table_may_have_a_line_for_each_cell(reader: Reader) -> None:
    text = "Caption\n\tYear\n\tPost\n\n\t2001\n\t40%\nof all\n\n\t2002\n\t\n\nBelow."
    document = reader(text)
    assert tables(document) == [["Year|Post", "2001|40% of all", "2002|"]]
    assert lines(document, 1, 1) == ["40%", "of all"]
    assert [passage[2] for passage in passages(document)] == ["Caption", "Below."]


def test_a_first_cell_may_begin_with_an_empty_line(reader: Reader) -> None:
    assert tables(reader("\t[bookmark: _x]\n\nParks\n\tTotal\n\n\t2001\n\t5")) == [["Parks|Total", "2001|5"]]


def test_a_row_of_one_cell_is_no_row_of_such_a_table(reader: Reader) -> None:
    document = reader("\tDecisions\n\n\tTeam\n\tDate\n\n\tNorth\n\tMay\n\n\t\n*A note")
    assert tables(document) == [["Team|Date", "North|May"]]
    assert [passage[2] for passage in passages(document)] == ["Decisions", "*A note"]


def test_a_quoted_cell_may_hold_a_line_break(reader: Reader) -> None:
    document = reader('Team\tNote\nNorth\t"Late,\nsaid ""Bo"""\nSouth\tNone')
    assert tables(document) == [["Team|Note", 'North|Late, said "Bo"', "South|None"]]
    assert lines(document, 1, 1) == ["Late,", 'said "Bo"']


def test_a_quotation_on_one_line_keeps_its_marks(reader: Reader) -> None:
    assert tables(reader('North\t"Late"\nSouth\t"Lost"')) == [['North|"Late"', 'South|"Lost"']]


def test_a_tagged_cell_may_hold_a_line_break(reader: Reader) -> None:
    assert tables(reader("North\t<p>Late\nand lost</p>\nSouth\tNone")) == [["North|Late and lost", "South|None"]]


# inside cells


def test_paragraphs_entries_and_breaks_are_lines_of_their_cell(reader: Reader) -> None:
    document = reader('a\tIntro: <ul style="x"> <li>One</li> <li>• Two</li> </ul> <p>Tail &amp; <b>end</b></p> more<br>last')
    assert lines(document, 0, 1) == ["Intro:", "• One", "• Two", "Tail & end", "more", "last"]


def test_a_second_paragraph_of_an_entry_has_no_sign(reader: Reader) -> None:
    assert lines(reader("a\t<ul><li><p>One</p><p>and more</p></li></ul>"), 0, 1) == ["• One", "and more"]


def test_a_list_without_entries_is_cut_at_the_sign_it_begins_with(reader: Reader) -> None:
    document = reader("<p>Lifts</p> <ul> • Delay: 7 • Noise - 2 <p>Paths</p> <ul> - dirt - wet leaves\tb or\n<ul>• One or• Two\tx")
    assert lines(document, 0, 0) == ["Lifts", "• Delay: 7", "• Noise - 2", "Paths", "- dirt", "- wet leaves"]
    assert lines(document, 1, 0) == ["• One or", "• Two"]


def test_bold_cells_lose_their_tags_and_no_space(reader: Reader) -> None:
    assert tables(reader("<b>206</b> <b>(218)</b>\t<b>1</b><b>(2)</b>\n**3**\t***4***")) == [["206 (218)|1(2)", "3|4"]]


def test_signs_that_are_no_markup_stay(reader: Reader) -> None:
    assert tables(reader("1* + 7\t2018-19*\nfewer than <5 <b>R&D</b>\tstats>> file_name_x")) == [
        ["1* + 7|2018-19*", "fewer than <5 R&D|stats>> file_name_x"]
    ]


def test_a_raised_digit_does_not_become_part_of_the_number(reader: Reader) -> None:
    assert tables(reader("North\t58<sup>1</sup>\nSouth\t1<sup>st</sup>")) == [["North|58¹", "South|1st"]]


def test_markdown_entities_and_bookmarks_become_what_a_reader_sees(reader: Reader) -> None:
    text = r"[bookmark: _Toc1]A&nbsp;&lt;&nbsp;_B_ \*C [D](https://x.test/a) *E* __F__"
    assert passages(reader(text)) == [("paragraph", 1, "A < B *C D E F")]


# tables over pages


def test_a_blank_line_does_not_end_a_table(reader: Reader) -> None:
    assert tables(reader("Team\tPost\nNorth\t4\n\n\f\n---\n\nSouth\t5")) == [["Team|Post", "North|4", "South|5"]]


def test_a_row_above_dashes_is_a_row_like_others_where_the_table_goes_on(reader: Reader) -> None:
    text = "\tPromise\tProgress\n1\tTalk more. This will\tDone.\n\n\t<p>help us.</p>\t\n---\t---\t---\n2\tListen\tDone."
    assert tables(reader(text)) == [["|Promise|Progress", "1|Talk more. This will help us.|Done.", "2|Listen|Done."]]


def test_a_line_above_dashes_is_the_rest_of_the_label_above(reader: Reader) -> None:
    text = "Period\tPost\tCalls\nSpring\t4\t5\nLast year's\t(6)\t(7)\n\nfigures\n\n--\t--\n"
    assert tables(reader(text)) == [["Period|Post|Calls", "Spring|4|5", "Last year's figures|(6)|(7)"]]


def test_a_line_above_dashes_stays_a_paragraph_below_figures(reader: Reader) -> None:
    document = reader("Post\tCalls\n4\t5\n(6)\t(7)\n\nfigures\n\n--\t--\n")
    assert tables(document) == [["Post|Calls", "4|5", "(6)|(7)"]]
    assert passages(document) == [("paragraph", 1, "figures")]


def test_a_bold_head_opens_another_table(reader: Reader) -> None:
    text = "Team\tHead\nNorth\tAnn\n\n<b>Place</b>\t<b>Road</b>\nDale\tHigh"
    assert len(tables(reader(text))) == 2
    assert len(tables(reader(text.replace("<b>", "").replace("</b>", "")))) == 1


def test_a_bold_row_of_figures_is_no_head(reader: Reader) -> None:
    assert tables(reader("Team\tPost\nNorth\t4\n\n<b>Total</b>\t<b>4</b>")) == [["Team|Post", "North|4", "Total|4"]]


def test_a_bold_cell_alone_is_a_row_that_names_a_section(reader: Reader) -> None:
    assert tables(reader("Team\tPost\nNorth\t4\n\n<b>Outer teams</b>\t\n\nDale\t5")) == [["Team|Post", "North|4", "Outer teams|", "Dale|5"]]


def test_a_heading_between_two_tables_keeps_them_apart(reader: Reader) -> None:
    assert len(tables(reader("Team\tPost\nNorth\t4\n\n## South\n\nDale\t5"))) == 2


def test_the_list_of_a_head_is_put_into_it(reader: Reader) -> None:
    assert tables(reader("Theme\tSay:\n\t<ul><li>What is next</li></ul>\nPost\tLate.")) == [["Theme|Say: • What is next", "Post|Late."]]


# charts


def test_names_and_then_numbers_on_one_line_are_a_chart(reader: Reader) -> None:
    chart = reader("Cases\t\nNorth\tParks \t&\t Paths\t12\t9\t\n").grids[0]
    assert drawn(chart) == ["|Cases", "North|12", "Parks & Paths|9"]
    assert chart.source is GridSource.CHART


def test_a_chart_may_have_several_series_and_the_name_of_the_next_behind_it(reader: Reader) -> None:
    document = reader("2001-02\tPost\tCalls\t1\t2\t2002-03\tCalls\tPost\t4\t3\tCauses\t\nDelay\tNoise\tDirt\t7\t8\t9\t\n")
    assert tables(document) == [["|2001-02|2002-03", "Post|1|3", "Calls|2|4"], ["|Causes", "Delay|7", "Noise|8", "Dirt|9"]]


def test_rows_of_one_width_are_a_table_even_if_their_last_cell_is_empty(reader: Reader) -> None:
    document = reader("North\tAnn\t3\t4\t\nSouth\tBo\t5\t6\t")
    assert tables(document) == [["North|Ann|3|4|", "South|Bo|5|6|"]]


# passages


def test_headings_have_the_level_of_their_signs(reader: Reader) -> None:
    assert passages(reader("# A\n\n### ***B: what?*** ##\n")) == [("heading", 1, "A"), ("heading", 3, "B: what?")]


def test_a_bold_line_is_a_heading_below_the_one_above_it(reader: Reader) -> None:
    assert passages(reader("**A**\n\n### B\n\n<b>C</b>\n\n**D**\n")) == [
        ("heading", 2, "A"),
        ("heading", 3, "B"),
        ("heading", 4, "C"),
        ("heading", 4, "D"),
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [("**All is well.**", "All is well."), (r"**\*Notes**", "*Notes"), ("***Last year in brackets**", "*Last year in brackets")],
)
def test_a_bold_sentence_and_a_bold_note_are_paragraphs(reader: Reader, raw: str, text: str) -> None:
    assert passages(reader(raw)) == [("paragraph", 1, text)]


def test_bold_headings_run_together_are_taken_apart(reader: Reader) -> None:
    assert passages(reader("SUMMARY:**2001****TEAM:****North**\n\nIt does **not** matter")) == [
        ("paragraph", 1, "SUMMARY:"),
        ("heading", 2, "2001"),
        ("heading", 2, "TEAM:"),
        ("heading", 2, "North"),
        ("paragraph", 1, "It does not matter"),
    ]


def test_list_items_lose_their_sign_and_keep_their_number(reader: Reader) -> None:
    assert passages(reader("- 1.1. One\n  - Two\n• Three\n· **Four**\n<ul><li>Five</li></ul>")) == [
        ("item", 1, "1.1. One"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
        ("item", 1, "Four"),
        ("item", 1, "Five"),
    ]


def test_short_lines_stay_apart(reader: Reader) -> None:
    assert [text for *_, text in passages(reader("April stats>>\nLast year's stats>>\nlower case too"))] == [
        "April stats>>",
        "Last year's stats>>",
        "lower case too",
    ]


def test_lines_filled_to_the_edge_are_one_paragraph(reader: Reader) -> None:
    full = "The council answers every letter that it receives in ten days.\nMost people are content with what it says to them, and write"
    text = f"A heading\n{full}\nno more.\n"
    assert [text for *_, text in passages(reader(text))] == ["A heading", " ".join(text.split("\n")[1:]).strip()]


def test_a_paragraph_a_line_stays_so_where_lines_are_long(reader: Reader) -> None:
    text = "This paragraph is long. " * 8
    assert len(passages(reader(f"{text}\nThis is the next one and ends here.\n{text}"))) == 3


def test_a_sentence_cut_by_a_page_is_one_paragraph(reader: Reader) -> None:
    text = "- The team looks at a sample of the letters in order to give\n\nthe council an assurance.\n\n2.1. Next"
    assert [text for *_, text in passages(reader(text))] == [
        "The team looks at a sample of the letters in order to give the council an assurance.",
        "2.1. Next",
    ]


def test_numbered_paragraphs_keep_their_number_and_stay_apart(reader: Reader) -> None:
    text = "1.1 is no number here but (a) is one of those lines that are full\n(a) first of all\n2. second of all"
    assert [text for *_, text in passages(reader(text))] == text.split("\n")


# laws

TAGS = ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<b>", "</b>", "<br>"]

SAFE = st.text(st.characters(categories=["Lu", "Ll", "Nd"], include_characters=" %£().,'"), max_size=12).map(
    lambda text: " ".join(text.split())
)


@st.composite
def cell_tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 5))
    rows = st.lists(SAFE, min_size=width, max_size=width).filter(any)
    return draw(st.lists(rows, min_size=1, max_size=6))


@given(cell_tables())
def test_a_table_written_with_tabs_and_read_back_is_the_same_table(table: list[list[str]]) -> None:
    parts = text_to_parts("\n".join("\t".join(row) for row in table))
    assert parts == [Rows(tuple(map(tuple, table)))]


@given(cell_tables())
def test_a_table_written_with_pipes_and_read_back_is_the_same_table(table: list[list[str]]) -> None:
    parts = text_to_parts("\n".join(f"| {' | '.join(row)} |" for row in table))
    assert [[[cell.strip() for cell in row] for row in part.cells] for part in parts if isinstance(part, Rows)] == [table]


@given(
    st.lists(
        st.sampled_from(["a", "B", "1", " ", "\n", "\n\n", "\t", "|", "-", "--", "*", "**", "•", ":", "<", "&", "\f", *TAGS]),
        min_size=1,
        max_size=40,
    ).map("".join)
)
def test_any_text_is_read_into_rectangles(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_text(f"Title\n\n{text}", "utf-8")
    document = read(path)
    assert all(len(row) == len(grid.rows[0]) > 0 for grid in document.grids for row in grid.rows)
    assert all(passage.text for passage in document.passages)


# the five reports


@pytest.fixture(scope="module")
def year() -> Document:
    return read(REPORTS / "thurrock-2019-20.txt")


@pytest.fixture(scope="module")
def half_year() -> Document:
    return read(REPORTS / "thurrock-2017-18-h1.txt")


def headed(document: Document, start: str, column: int) -> list[Grid]:
    return [grid for grid in document.grids if column < len(grid.rows[0]) and str(grid.rows[0][column].text).startswith(start)]


def commitments(document: Document) -> list[list[str]]:
    found = [*headed(document, "Service commitments", 0), *headed(document, "Service commitments", 1)]
    return [[str(cell.text) for cell in row] for grid in found for row in grid.rows[1:]]


def size(grid: Grid) -> tuple[int, int]:
    return len(grid.rows), len(grid.rows[0])


def test_the_summary_of_a_year_is_one_table(year: Document) -> None:
    assert size(year.grids[0]) == (11, 11)
    assert [str(row[0].text).split()[0] for row in year.grids[0].rows[5:7]] == ["Place", "Finance"]


def test_a_year_has_ten_comparative_tables(year: Document) -> None:
    assert [size(grid) for grid in headed(year, "Comparative", 0)] == [(4, 11)] * 10


def test_a_year_has_ten_analysis_tables_whose_cut_rows_are_whole(year: Document) -> None:
    rows = [row for grid in headed(year, "Analysis", 0) for row in grid.rows[1:]]
    assert len(headed(year, "Analysis", 0)) == 10
    assert len(rows) == 16
    assert all(row[0].text for row in rows)
    assert any(str(row[2].text).endswith("and with no staff complaints upheld which is a positive.") for row in rows)


def test_a_year_has_53_commitments_and_none_is_cut(year: Document) -> None:
    rows = commitments(year)
    assert len(rows) == 53
    assert all(row[0].isdigit() for row in rows)
    cut = next(row for row in rows if row[1].startswith("Gas servicing"))
    assert cut[1].endswith("missed appointments, delays and communication issues.")
    assert cut[2].startswith("There has been a noticeable")
    assert cut[2].endswith("was 88%.")


def test_a_half_year_has_nine_summaries(half_year: Document) -> None:
    found = [size(grid) for grid in half_year.grids if size(grid)[1] == 11 and not grid.rows[0][0].text]
    assert found == [(5, 11), (3, 11), (7, 11), (5, 11), (3, 11), (3, 11), (4, 11), (6, 11), (3, 11)]


def test_a_half_year_has_ten_dashboards(half_year: Document) -> None:
    assert [size(grid)[0] for grid in headed(half_year, "Analysis", 0)] == [4, 3, 5, 3, 4, 3, 3, 4, 2, 2]
    assert [size(grid)[0] for grid in (*headed(half_year, "S1", 0), *headed(half_year, "Complaint data", 0))] == [3, 2, 3, 3, *[3] * 6]
    assert len(half_year.grids) == 39


def test_a_half_year_has_21_commitments(half_year: Document) -> None:
    assert len(commitments(half_year)) == 21


def test_cells_cut_by_a_page_of_the_half_year_are_whole(half_year: Document) -> None:
    analysis = headed(half_year, "Analysis", 0)
    assert str(analysis[7].rows[0][0].text) == "Analysis \N{EN DASH} key themes / concerns"
    assert str(analysis[8].rows[1][3].text) == "Commitment given should result in no further complaints of this nature"
    assert str(headed(half_year, "Complaint data", 0)[-1].rows[2][0].text) == "Last year's stats>>"
    assert all(row[0].text for grid in analysis for row in grid.rows)


def test_no_markup_is_left_in_any_report() -> None:
    for path in sorted(REPORTS.glob("*.txt")):
        texts = [str(block.text) for block in read(path).blocks if isinstance(block, Passage)]
        texts += [str(cell.text) for grid in read(path).grids for row in grid.rows for cell in row]
        assert not [text for text in texts if "**" in text or "[bookmark" in text or "</" in text or "<p>" in text or "&amp;" in text]


def test_tables_with_a_line_for_each_cell_are_tables() -> None:
    document = read(REPORTS / "cambridge-2019-20.txt")
    assert [size(grid) for grid in document.grids if grid.source is GridSource.TABLE] == [
        (4, 5), (10, 6), (4, 6), *[(4, 7)] * 10, (4, 5), (3, 3), (4, 3), (7, 3), (4, 4),
    ]  # fmt: skip
    assert len([grid for grid in document.grids if grid.source is GridSource.CHART]) == 21


def test_a_table_that_runs_over_a_page_without_a_head_is_one_table() -> None:
    assert [size(grid) for grid in read(REPORTS / "rbkc-2019-20.txt").grids] == [(11, 3), (9, 2), (4, 2)]


def test_tables_whose_head_is_repeated_are_one_table() -> None:
    assert [size(grid) for grid in read(REPORTS / "brent-2019-20.txt").grids] == [(5, 2), (3, 2), (9, 2)]
