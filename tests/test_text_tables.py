"""Tables and charts of text renditions: what converters write, and the grids that it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from renditions import drawn, lines, passages, rendered, tables

from extract.plain import read
from extract.plain.rows import Rows, text_to_parts
from schemas import GridSource


def test_cells_stand_between_tabs() -> None:
    assert tables(rendered("\tReceived\tUpheld\nNorth\t4 (5)\t50%")) == [["|Received|Upheld", "North|4 (5)|50%"]]


def test_cells_stand_between_pipes() -> None:
    assert tables(rendered("| Team | Upheld |\n|:---|---:|\n| North | 50% |\n")) == [["Team|Upheld", "North|50%"]]


def test_pipes_at_the_edges_may_be_left_out() -> None:
    assert tables(rendered("Team | Upheld\n---|---\nNorth | 50%")) == [["Team|Upheld", "North|50%"]]


def test_an_escaped_pipe_is_part_of_its_cell() -> None:
    assert tables(rendered(r"| a \| b | c |")) == [["a | b|c"]]


def test_a_pipe_in_a_sentence_makes_no_table() -> None:
    assert passages(rendered("Telephone | letter\n\nWe answer both.")) == [
        ("paragraph", 1, "Telephone | letter"),
        ("paragraph", 1, "We answer both."),
    ]


def test_short_rows_are_filled_up() -> None:
    assert tables(rendered("a\tb\tc\nd\te")) == [["a|b|c", "d|e|"]]


def test_blocks_of_different_width_are_different_tables() -> None:
    assert tables(rendered("a\tb\n1\t2\n\nc\td\te\n1\t2\t3")) == [["a|b", "1|2"], ["c|d|e", "1|2|3"]]


def test_every_cell_every_table_and_every_paragraph_has_its_number() -> None:
    document = rendered("One\n\na\tb\n1\t2\n\nTwo\n\nc\td\n3\t4")
    places = [str(block.place) for block in document.blocks]
    assert places == ["paragraph 1", "table 1", "paragraph 2", "table 2"]
    assert str(document.grids[1].rows[1][0].place) == "table 2, row 2, column 1"


def test_a_line_behind_a_tab_alone_is_a_paragraph() -> None:
    assert passages(rendered("Above.\n\n\tIndented\n\nBelow.")) == [
        ("paragraph", 1, "Above."),
        ("paragraph", 1, "Indented"),
        ("paragraph", 1, "Below."),
    ]


def test_a_table_may_have_a_line_for_each_cell() -> None:
    text = "Caption\n\tYear\n\tPost\n\n\t2001\n\t40%\nof all\n\n\t2002\n\t\n\nBelow."
    document = rendered(text)
    assert tables(document) == [["Year|Post", "2001|40% of all", "2002|"]]
    assert lines(document, 1, 1) == ["40%", "of all"]
    assert [passage[2] for passage in passages(document)] == ["Caption", "Below."]


def test_a_first_cell_may_begin_with_an_empty_line() -> None:
    assert tables(rendered("\t[bookmark: _x]\n\nParks\n\tTotal\n\n\t2001\n\t5")) == [["Parks|Total", "2001|5"]]


def test_a_row_of_one_cell_is_no_row_of_such_a_table() -> None:
    document = rendered("\tDecisions\n\n\tTeam\n\tDate\n\n\tNorth\n\tMay\n\n\t\n*A note")
    assert tables(document) == [["Team|Date", "North|May"]]
    assert [passage[2] for passage in passages(document)] == ["Decisions", "*A note"]


def test_a_quoted_cell_may_hold_a_line_break() -> None:
    document = rendered('Team\tNote\nNorth\t"Late,\nsaid ""Bo"""\nSouth\tNone')
    assert tables(document) == [["Team|Note", 'North|Late, said "Bo"', "South|None"]]
    assert lines(document, 1, 1) == ["Late,", 'said "Bo"']


def test_a_quotation_on_one_line_keeps_its_marks() -> None:
    assert tables(rendered('North\t"Late"\nSouth\t"Lost"')) == [['North|"Late"', 'South|"Lost"']]


def test_a_tagged_cell_may_hold_a_line_break() -> None:
    assert tables(rendered("North\t<p>Late\nand lost</p>\nSouth\tNone")) == [["North|Late and lost", "South|None"]]


def test_paragraphs_entries_and_breaks_are_lines_of_their_cell() -> None:
    document = rendered('a\tIntro: <ul style="x"> <li>One</li> <li>• Two</li> </ul> <p>Tail &amp; <b>end</b></p> more<br>last')
    assert lines(document, 0, 1) == ["Intro:", "• One", "• Two", "Tail & end", "more", "last"]


def test_a_second_paragraph_of_an_entry_has_no_sign() -> None:
    assert lines(rendered("a\t<ul><li><p>One</p><p>and more</p></li></ul>"), 0, 1) == ["• One", "and more"]


def test_a_list_without_entries_is_cut_at_the_sign_it_begins_with() -> None:
    document = rendered("<p>Lifts</p> <ul> • Delay: 7 • Noise - 2 <p>Paths</p> <ul> - dirt - wet leaves\tb or\n<ul>• One or• Two\tx")
    assert lines(document, 0, 0) == ["Lifts", "• Delay: 7", "• Noise - 2", "Paths", "- dirt", "- wet leaves"]
    assert lines(document, 1, 0) == ["• One or", "• Two"]


def test_bold_cells_lose_their_tags_and_no_space() -> None:
    assert tables(rendered("<b>206</b> <b>(218)</b>\t<b>1</b><b>(2)</b>\n**3**\t***4***")) == [["206 (218)|1(2)", "3|4"]]


def test_signs_that_are_no_markup_stay() -> None:
    assert tables(rendered("1* + 7\t2018-19*\nfewer than <5 <b>R&D</b>\tstats>> file_name_x")) == [
        ["1* + 7|2018-19*", "fewer than <5 R&D|stats>> file_name_x"]
    ]


def test_a_raised_digit_does_not_become_part_of_the_number() -> None:
    assert tables(rendered("North\t58<sup>1</sup>\nSouth\t1<sup>st</sup>")) == [["North|58¹", "South|1st"]]


def test_markdown_entities_and_bookmarks_become_what_a_reader_sees() -> None:
    text = r"[bookmark: _Toc1]A&nbsp;&lt;&nbsp;_B_ \*C [D](https://x.test/a) *E* __F__"
    assert passages(rendered(text)) == [("paragraph", 1, "A < B *C D E F")]


def test_a_blank_line_does_not_end_a_table() -> None:
    assert tables(rendered("Team\tPost\nNorth\t4\n\n\f\n---\n\nSouth\t5")) == [["Team|Post", "North|4", "South|5"]]


def test_a_row_above_dashes_is_a_row_like_others_where_the_table_goes_on() -> None:
    text = "\tPromise\tProgress\n1\tTalk more. This will\tDone.\n\n\t<p>help us.</p>\t\n---\t---\t---\n2\tListen\tDone."
    assert tables(rendered(text)) == [["|Promise|Progress", "1|Talk more. This will help us.|Done.", "2|Listen|Done."]]


def test_a_line_above_dashes_is_the_rest_of_the_label_above() -> None:
    text = "Period\tPost\tCalls\nSpring\t4\t5\nLast year's\t(6)\t(7)\n\nfigures\n\n--\t--\n"
    assert tables(rendered(text)) == [["Period|Post|Calls", "Spring|4|5", "Last year's figures|(6)|(7)"]]


def test_a_line_above_dashes_stays_a_paragraph_below_figures() -> None:
    document = rendered("Post\tCalls\n4\t5\n(6)\t(7)\n\nfigures\n\n--\t--\n")
    assert tables(document) == [["Post|Calls", "4|5", "(6)|(7)"]]
    assert passages(document) == [("paragraph", 1, "figures")]


def test_a_bold_head_opens_another_table() -> None:
    text = "Team\tHead\nNorth\tAnn\n\n<b>Place</b>\t<b>Road</b>\nDale\tHigh"
    assert len(tables(rendered(text))) == 2
    assert len(tables(rendered(text.replace("<b>", "").replace("</b>", "")))) == 1


def test_a_bold_row_of_figures_is_no_head() -> None:
    assert tables(rendered("Team\tPost\nNorth\t4\n\n<b>Total</b>\t<b>4</b>")) == [["Team|Post", "North|4", "Total|4"]]


def test_a_bold_cell_alone_is_a_row_that_names_a_section() -> None:
    assert tables(rendered("Team\tPost\nNorth\t4\n\n<b>Outer teams</b>\t\n\nDale\t5")) == [
        ["Team|Post", "North|4", "Outer teams|", "Dale|5"]
    ]


def test_a_heading_between_two_tables_keeps_them_apart() -> None:
    assert len(tables(rendered("Team\tPost\nNorth\t4\n\n## South\n\nDale\t5"))) == 2


def test_the_list_of_a_head_is_put_into_it() -> None:
    assert tables(rendered("Theme\tSay:\n\t<ul><li>What is next</li></ul>\nPost\tLate.")) == [["Theme|Say: • What is next", "Post|Late."]]


def test_names_and_then_numbers_on_one_line_are_a_chart() -> None:
    chart = rendered("Cases\t\nNorth\tParks \t&\t Paths\t12\t9\t\n").grids[0]
    assert drawn(chart) == ["|Cases", "North|12", "Parks & Paths|9"]
    assert chart.source is GridSource.CHART


def test_a_chart_may_have_several_series_and_the_name_of_the_next_behind_it() -> None:
    document = rendered("2001-02\tPost\tCalls\t1\t2\t2002-03\tCalls\tPost\t4\t3\tCauses\t\nDelay\tNoise\tDirt\t7\t8\t9\t\n")
    assert tables(document) == [["|2001-02|2002-03", "Post|1|3", "Calls|2|4"], ["|Causes", "Delay|7", "Noise|8", "Dirt|9"]]


def test_rows_of_one_width_are_a_table_even_if_their_last_cell_is_empty() -> None:
    document = rendered("North\tAnn\t3\t4\t\nSouth\tBo\t5\t6\t")
    assert tables(document) == [["North|Ann|3|4|", "South|Bo|5|6|"]]


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
