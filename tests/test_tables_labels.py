"""Rows of a table: where their labels stand, and which of them are services, bands, totals or years."""

from drawing import HEAD, meant, table, told, unread


def test_rows_of_periods_are_told_apart_and_a_difference_keeps_its_sign() -> None:
    drawn = "Comparative data | S1 rec'd | % upheld \n 2019-20 | 95 | 37% \n 2018-19* | 61 | 36% \n Difference | +34 | +1%"
    assert told(meant(HEAD + table(drawn))) == [
        "all, 1, 2019-20: received 95 count",
        "all, 1, 2019-20: upheld_pct 37 percent",
        "all, 1, 2018-19 prior: received 61 count",
        "all, 1, 2018-19 prior: upheld_pct 36 percent",
        "all, 1, 2019-20 difference: received 34 count",
        "all, 1, 2019-20 difference: upheld_pct 1 percent",
    ]


def test_row_labels_that_a_converter_pulled_out_go_back_to_their_rows() -> None:
    labels = "This year's stats>>\n\nLast year's stats>>\n\n"
    records = meant(HEAD + labels + table("S1 rec'd | % upheld \n 80 | 32% \n (429) | (41%)"))
    assert told(records)[::2] == ["all, 1, 2019-20: received 80 count", "all, 1, 2018-19 prior: received 429 count"]


def test_labels_stacked_above_each_other_go_with_stacked_figures() -> None:
    labels = "This year's stats>>\n\nLast year's stats>>\n\n"
    records = meant(HEAD + labels + table("S1 rec'd | % upheld \n 24 (65) | 46% (60%)"))
    assert told(records)[:2] == ["all, 1, 2019-20: received 24 count", "all, 1, 2018-19 prior: received 65 count"]


def test_names_stacked_in_one_cell_are_cut_where_the_report_prints_them_elsewhere() -> None:
    drawn = "| S1 rec'd | S2 rec'd \n Family Team Fostering Adoption | 2 | 4 \n | 1 | 3 \n | 0 | 1"
    records = meant(HEAD + table(drawn) + "\n- Family Team – the learning was shared.\n- Adoption – nothing was upheld.\n")
    assert [line.split(",")[0] for line in told(records)] == ["Family Team"] * 2 + ["Fostering"] * 2 + ["Adoption"] * 2


def test_a_row_without_a_label_is_unread_and_not_the_whole_councils() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Repairs | 2 \n | 4"))
    assert told(records) == ["Repairs, 1, 2019-20: received 2 count"]
    assert unread(records) == ["4: its row has no label"]


def test_a_name_with_a_word_of_the_scheme_in_it_is_a_name() -> None:
    assert told(meant(HEAD + table("Service | S1 rec'd \n Parks & Open Spaces | 19")))[0].startswith("Parks & Open Spaces, 1")


def test_a_numbered_table_is_read_by_the_names_behind_the_numbers() -> None:
    records = meant(HEAD + table("No | Service | S1 rec'd \n 1 | Repairs | 20 \n 2 | Parks | 9"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count", "Parks, 1, 2019-20: received 9 count"]


def test_labels_may_stand_right_of_the_figures_under_a_heading_of_labels() -> None:
    assert told(meant(HEAD + table("S1 rec'd | Service \n 20 | Repairs"))) == ["Repairs, 1, 2019-20: received 20 count"]


def test_a_label_that_is_not_printed_again_stands_for_the_rows_below_it() -> None:
    records = meant(HEAD + table("Service | Year | S1 rec'd \n Repairs | 2019/20 | 20 \n | 2018/19 | 18"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count", "Repairs, 1, 2018-19 prior: received 18 count"]


def test_bands_are_directorates_where_no_service_stands_below_two_of_them() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Homes | \n Repairs | 20 \n Streets | \n Bins | 9 \n Total | 29"))
    assert [(f.directorate, f.service) for f in records.figures] == [("Homes", "Repairs"), ("Streets", "Bins"), ("", "")]


def test_a_band_that_may_be_anything_leaves_its_rows_unread() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Repairs | 20 \n Complaints to the Mayor | \n Repairs | 3"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count"]
    assert unread(records) == ["3: the band above it, 'Complaints to the Mayor', does not say what it is"]


def test_a_band_of_the_scheme_speaks_for_the_rows_below_it() -> None:
    records = meant(HEAD + table("Service | Received | Upheld \n Stage 1 | | \n Repairs | 20 | 9 \n Stage 2 | | \n Repairs | 4 | 1"))
    assert [line.split(",")[1].strip() for line in told(records)] == ["1", "1", "2", "2"]


def test_a_row_of_targets_is_no_service() -> None:
    records = meant(HEAD + table("Service | % on time \n Repairs | 20 \n Target | 30"))
    assert told(records)[1] == "all, all, 2019-20: target 30 percent"


def test_a_row_of_half_known_words_is_no_service() -> None:
    records = meant(HEAD + table("Service | Upheld \n Repairs | 20 \n Housing stage 1 | 30"))
    assert [line.split(",")[0] for line in told(records)] == ["Repairs"]
    assert [row.text for row in records.unread] == ["30"]


def test_a_second_column_of_labels_is_read_whatever_its_heading_where_its_words_are_known() -> None:
    records = meant(HEAD + table("Service | Level of complaint | Received \n Repairs | Tier 1 | 20 \n | Tier 2 | 4"))
    assert [line.split(":")[0] for line in told(records)] == ["Repairs, 1, 2019-20", "Repairs, 2, 2019-20"]


def test_a_second_column_of_unknown_words_leaves_its_rows_unread() -> None:
    records = meant(HEAD + table("Service | Level of complaint | Received \n Repairs | Woozled | 20"))
    assert told(records) == []
