"""Tables that a page has cut: what is one grid, and what is two."""

import pytest

from extract.joins import continues, is_figure, join, joined, whole_head
from schemas import Box, Cell, Grid, GridSource, Passage, PassageKind, Place, Text, Word


def grid(drawn: str, page: int | None = None, source: GridSource = GridSource.TABLE) -> Grid:
    """A table drawn as text: a line is a row, ` | ` parts its cells, ` / ` the lines of one."""
    rows = [[cell.strip().replace(" / ", "\n") for cell in line.strip().split("|")] for line in drawn.strip().splitlines()]
    places = [[Cell(on_page(Text.of(cell), page), Place(page=page)) for cell in row] for row in rows]
    return Grid(tuple(map(tuple, places)), Place(page=page), source=source)


def on_page(text: Text, page: int | None) -> Text:
    return Text(tuple(Word(word.text, word.line, page) for word in text.words))


def drawn(table: Grid) -> list[str]:
    return [" | ".join(str(cell.text) for cell in row).strip() for row in table.rows]


ACTIONS = """
  | What we promised            | How it went
1 | Answer the telephone sooner | Calls wait half as long as they
"""


def one(upper: str, lower: str) -> list[str]:
    assert continues(grid(upper), grid(lower))
    return drawn(join(grid(upper), grid(lower)))


def test_rows_of_figures_below_a_page_are_new_rows() -> None:
    assert one("Team | Received | Upheld \n North | 22 (22) | 48%", "South | 7 (9) | 50% (N/A)")[-2:] == [
        "North | 22 (22) | 48%",
        "South | 7 (9) | 50% (N/A)",
    ]


def test_a_repeated_head_is_dropped() -> None:
    assert one("Team | Received \n North | 4", "team | Re ceived \n South | 5") == ["Team | Received", "North | 4", "South | 5"]


def test_a_repeated_head_of_two_rows_is_dropped() -> None:
    head = "Team | Received \n (all) | (by month) \n"
    assert one(head + "North | 4", head + "South | 5") == ["Team | Received", "(all) | (by month)", "North | 4", "South | 5"]


def test_a_row_below_a_repeated_head_may_be_the_rest_of_a_cut_one() -> None:
    upper = "Cause | Action \n Lifts - 4 cases | The contract was changed, as a result"
    lower = "Cause | Action \n Paths - 2 cases | calls of this kind became rare."
    assert one(upper, lower)[1:] == [
        "Lifts - 4 cases Paths - 2 cases | The contract was changed, as a result calls of this kind became rare."
    ]


def test_a_table_with_the_same_head_and_the_same_labels_is_another_table() -> None:
    table = "Team A | Received \n This year | 4 \n Last year | 5"
    assert not continues(grid(table), grid(table.replace("4", "9")))


def test_the_rest_of_a_sentence_is_put_below_its_beginning() -> None:
    assert one(ACTIONS, " | | did in the spring. Fewer people hang up.")[-1] == (
        "1 | Answer the telephone sooner | Calls wait half as long as they did in the spring. Fewer people hang up."
    )


def test_a_mended_cell_counts_its_lines_on_and_keeps_the_page_of_each_word() -> None:
    cell = join(grid(ACTIONS, page=4), grid(" | | did in the spring. / Fewer people hang up.", page=5)).rows[-1][2]
    assert [(line.page, str(line)) for line in cell.text.lines] == [
        (4, "Calls wait half as long as they"),
        (5, "did in the spring."),
        (5, "Fewer people hang up."),
    ]
    assert [line.words[0].line for line in cell.text.lines] == [0, 1, 2]
    assert cell.place.page == 4


def test_a_word_keeps_its_box() -> None:
    word = Word("below", 0, 5, Box(1, 2, 3, 4))
    lower = Grid(((Cell(Text(), Place()), Cell(Text(), Place()), Cell(Text((word,)), Place(page=5))),), Place(page=5))
    assert join(grid(ACTIONS, page=4), lower).rows[-1][2].text.words[-1].box == Box(1, 2, 3, 4)


def test_a_cell_that_began_on_the_lower_page_has_its_place_there() -> None:
    assert join(grid("1 | Promise | ", page=4), grid("  | goes on | And a remark of its own", page=5)).rows[-1][2].place.page == 5


def test_an_empty_number_is_the_rest_of_the_numbered_row() -> None:
    assert one(ACTIONS, " | Answer letters too. | ")[-1].startswith("1 | Answer the telephone sooner Answer letters too. |")


def test_the_next_number_is_a_new_row() -> None:
    assert one(ACTIONS, "2 | answer letters | not yet")[-1] == "2 | answer letters | not yet"


def test_numbers_that_begin_again_are_another_table() -> None:
    assert not continues(grid(ACTIONS), grid(ACTIONS.replace("promised", "shall do")))


def test_a_numbered_table_below_one_without_numbers_is_another_table() -> None:
    upper = "Theme | Comment | Remark \n Slow replies | Staff were trained | A good sign"
    assert not continues(grid(upper), grid(ACTIONS))


def test_a_label_cut_by_the_page_is_made_whole() -> None:
    upper = "Period | Received | Upheld \n This spring | 4 | 50% \n Last spring's | (9) | (10%)"
    assert one(upper, "figures | | ")[-1] == "Last spring's figures | (9) | (10%)"


def test_words_do_not_continue_a_figure() -> None:
    assert not continues(grid("Received | Upheld \n 4 | 50% \n (9) | (10%)"), grid("figures | "))


def test_a_row_whose_cells_each_go_on_is_made_whole() -> None:
    upper = "Theme | Link | Comment \n 46% of the calls | Yes - point 1 | There were fewer in the number"
    assert one(upper, "were right, of 26 calls | | of calls. All is well. \n 6% of letters | No | None.")[1:] == [
        "46% of the calls were right, of 26 calls | Yes - point 1 | There were fewer in the number of calls. All is well.",
        "6% of letters | No | None.",
    ]


def test_a_row_goes_on_where_another_cell_says_so_even_if_its_label_ends_a_sentence() -> None:
    upper = "Theme | Comment \n Six letters were late. | This will"
    assert one(upper, "Most were about bins | be watched")[1:] == ["Six letters were late. Most were about bins | This will be watched"]


def test_the_rest_of_a_cell_may_begin_with_a_capital_below_an_empty_label() -> None:
    upper = "Theme | Link | Comment \n Slow replies | No | Staff were trained."
    assert one(upper, " | | Written notes were handed out too. | ".rstrip("| "))[1:] == [
        "Slow replies | No | Staff were trained. Written notes were handed out too."
    ]


def test_a_bracket_left_open_is_closed_in_the_same_cell() -> None:
    assert one("Theme | Count \n Letters (late | x", "Post only) | y")[1:] == ["Letters (late Post only) | x y"]


def test_a_comma_at_the_end_asks_for_more() -> None:
    assert one("Theme | Reply \n Letters | Late,", "Lost | Torn")[1:] == ["Letters Lost | Late, Torn"]


def test_a_new_sentence_below_a_finished_one_is_a_new_row() -> None:
    assert len(one("Theme | Comment \n Letters | All went well.", "Calls | All went better.")) == 3


def test_a_column_that_is_written_in_lower_case_says_nothing() -> None:
    assert len(one("Theme | Done \n Letters | yes", "Calls | no")) == 3


def test_a_list_goes_on_below_its_beginning() -> None:
    upper = "Team | Causes \n Lifts | Causes: / • Delay / • Noise"
    assert one(upper, " | • Dirt")[1:] == ["Lifts | Causes: • Delay • Noise • Dirt"]


def test_a_list_item_is_no_label() -> None:
    upper = "Team | Causes \n Lifts: 4 cases | The firm was changed at Dale"
    assert one(upper, "• Delay - 4 | Road and Hill Road. \n Paths: 2 cases | None.")[1:] == [
        "Lifts: 4 cases • Delay - 4 | The firm was changed at Dale Road and Hill Road.",
        "Paths: 2 cases | None.",
    ]


def test_labels_that_are_all_list_items_are_labels() -> None:
    assert len(one("Cause | Note \n • Delay | A", "• Noise | B")) == 3


def test_a_list_below_a_filled_label_is_a_row_of_its_own() -> None:
    assert len(one("Team | What we did: / • Talk", "Lifts | • Listen")) == 2


def test_a_head_cut_by_the_page_is_made_whole() -> None:
    upper, lower = " | Promises made by | Progress told", " | the team for last year | by the team \n 1 | Talk | Done"
    assert one(upper, lower) == ["| Promises made by the team for last year | Progress told by the team", "1 | Talk | Done"]


def test_a_head_alone_at_the_end_of_a_page_belongs_to_the_rows_below() -> None:
    assert one("Theme | Comment", "Letters (4 of 9) | Some were late.") == ["Theme | Comment", "Letters (4 of 9) | Some were late."]


def test_the_list_of_a_head_follows_it_over_the_page() -> None:
    upper, lower = "Theme | Say why: Nothing changed or | Remark", " | • What comes next | \n Letters | Late. | None."
    assert one(upper, lower) == ["Theme | Say why: Nothing changed or • What comes next | Remark", "Letters | Late. | None."]


def test_the_list_of_a_head_in_the_row_below_is_put_into_it() -> None:
    table = grid("Theme | Say: | Remark \n | • What comes next | \n Letters | Late. | None.")
    assert drawn(whole_head(table)) == ["Theme | Say: • What comes next | Remark", "Letters | Late. | None."]


def test_rows_below_a_head_that_are_no_list_are_left_alone() -> None:
    table = grid("Theme | Say: | Remark \n | Late. |")
    assert whole_head(table) == table


def test_words_over_figures_are_the_head_of_another_table() -> None:
    assert not continues(grid("Period | Upheld | Remark \n Spring | 4 | None"), grid("Team | Cases | Remark \n Lifts | 3 | None"))


def test_figures_do_not_carry_words_on() -> None:
    assert not continues(grid("Team | Head \n Lifts | Ann Low"), grid("Lifts | 4"))


def test_entries_below_an_empty_label_stay_rows_where_the_table_leaves_labels_empty() -> None:
    upper = "Team | Stage | Reply \n Lifts | First | Late \n | Second | Late"
    assert len(one(upper, " | Third | In time")) == 4


def test_a_short_entry_below_an_empty_label_is_a_row() -> None:
    assert len(one("Team | Stage | Reply \n Lifts | First | Late", " | Second | Late")) == 3


def test_an_empty_row_left_by_a_page_break_is_dropped() -> None:
    assert len(one("Received | Upheld \n 4 | 5", " | ")) == 2


def test_tables_of_different_width_are_two() -> None:
    assert not continues(grid("a | b"), grid("a | b | c"))


def test_a_chart_is_never_carried_on() -> None:
    assert not continues(grid("a | 4", source=GridSource.CHART), grid("b | 5", source=GridSource.CHART))


def test_a_row_set_as_a_head_opens_another_table() -> None:
    assert not continues(grid("Team | Head \n Lifts | Ann Low"), grid("Place | Road"), headed=True)


@pytest.mark.parametrize("lower", ["Team | Head \n Paths | Bo", "of the old town | "])
def test_a_row_set_as_a_head_carries_on_only_if_it_repeats_or_mends_the_head(lower: str) -> None:
    assert continues(grid("Team | Head \n Lifts and ways | Ann Low"), grid(lower), headed=True)


def test_only_neighbours_are_joined() -> None:
    table, more = grid("Team | Received \n North | 4"), grid("South | 5")
    between = Passage(PassageKind.PARAGRAPH, Text.of("Elsewhere"), Place())
    assert joined([table, between, more]) == (table, between, more)
    assert [drawn(block)[1:] for block in joined([table, more, grid("West | 6")]) if isinstance(block, Grid)] == [
        ["North | 4", "South | 5", "West | 6"]
    ]


def test_a_neighbour_with_a_head_of_its_own_is_not_joined() -> None:
    assert len(joined([grid("Team | Head \n Lifts | Ann"), grid("Place | Road \n Dale | High Road")], headed={1})) == 2


@pytest.mark.parametrize("text", ["4", "(4)", "1,204", "44%", "£1.50", "N/A", "(n/a)", "-", "0% (N/A)", "1* + 7", "50%(1/2)", "206(218)"])
def test_numbers_with_their_signs_are_figures(text: str) -> None:
    assert is_figure(Text.of(text))


@pytest.mark.parametrize("text", ["", "2019-20", "4 cases", "Stage 1", "F2F", "Yes \N{EN DASH} point 1"])
def test_words_and_periods_are_no_figures(text: str) -> None:
    assert not is_figure(Text.of(text))


def test_a_table_of_words_below_a_numbered_one_is_another_table() -> None:
    below = "Analysis of themes | Comments | More comments \n Lifts were out of order. | A part was late. | Well answered."
    assert not continues(grid(ACTIONS), grid(below))
