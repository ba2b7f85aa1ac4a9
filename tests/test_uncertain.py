"""What a scan leaves in doubt: figures whose row, column, caption or sentence has a character that cannot be read are not told."""

import pytest
from drawing import HEAD, meant, table, told, unread

from schemas import UNCERTAIN

YEARS = table("Year | Stage 1 received \n 2019/20 | 31 \n 2018/1? | 35 \n 2017/18 | 41".replace("?", UNCERTAIN))


def test_a_row_of_a_doubtful_year_is_unread_and_not_the_reports_own_year() -> None:
    records = meant(HEAD + YEARS)
    assert [line for line in told(records) if " 35 " in line] == []
    assert len(told(records)) == 2
    assert "cannot be read for certain" in str(unread(records))


@pytest.mark.parametrize("heading", ["Stage ? received", "Stage 1 received in 2018/1?"])
def test_a_column_of_a_doubtful_heading_is_unread(heading: str) -> None:
    text = f"Service | {heading} | Compliments \n Repairs | 20 | 3".replace("?", UNCERTAIN)
    assert told(meant(HEAD + table(text))) == ["Repairs, all, 2019-20: compliments 3 count"]


def test_a_table_below_a_doubtful_caption_is_unread() -> None:
    records = meant(f"{HEAD}Complaints received in 201{UNCERTAIN}/20\n\n" + table("Service | Stage 1 received \n Repairs | 20"))
    assert told(records) == []


def test_a_sentence_with_a_doubtful_year_states_nothing() -> None:
    sentence = "The Council received 118 complaints in 2018/1?.\n"
    assert told(meant(HEAD + sentence.replace("?", "9"))) != []
    assert told(meant(HEAD + sentence.replace("?", UNCERTAIN))) == []
