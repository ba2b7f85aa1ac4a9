"""What is printed, as a value: texts, boxes, and the document on disk."""

import pytest
from drawing import REPORTS
from hypothesis import given
from hypothesis import strategies as st

import extract
from schemas import Box, DatasetError, Document, Text, Word
from schemas.stored import document_to_json, json_to_document

words = st.lists(
    st.builds(
        Word,
        text=st.text(st.characters(exclude_categories=["Cs", "Zs", "Cc"]), min_size=1, max_size=6),
        line=st.integers(0, 3),
        page=st.none() | st.integers(1, 9),
        box=st.none() | st.builds(Box, *[st.floats(0, 900, allow_nan=False)] * 4),
        joined=st.booleans(),
    ),
    max_size=6,
)


@pytest.mark.parametrize("name", ["thurrock-2017-18-h1.pdf", "thurrock-2019-20.txt"])
def test_a_document_written_and_read_back_is_the_same_document(name: str) -> None:
    document = extract.read(REPORTS / name)
    assert json_to_document(document_to_json(document)) == document


@given(words)
def test_any_text_written_and_read_back_is_the_same_text(drawn: list[Word]) -> None:
    document = Document("text/plain", "text", (), running=(Text(tuple(drawn)),))
    assert json_to_document(document_to_json(document)) == document


@given(words)
def test_each_word_stands_in_its_text_where_its_span_says(drawn: list[Word]) -> None:
    text = Text(tuple(drawn))
    assert [str(text)[start:end] for start, end, _ in text.spans] == [word.text for word in drawn]


@given(words, st.data())
def test_a_cut_holds_every_word_that_reaches_into_it(drawn: list[Word], data: st.DataObject) -> None:
    text = Text(tuple(drawn))
    start = data.draw(st.integers(0, len(str(text))))
    end = data.draw(st.integers(start, len(str(text))))
    assert text.cut(start, end).words == tuple(word for first, last, word in text.spans if first < end and last > start)


@pytest.mark.parametrize("stored", ["", "[]", '{"format": 0}', '{"format": 1}', '{"format": 1, "blocks": 3}'])
def test_a_stored_document_of_another_shape_is_refused_in_a_sentence(stored: str) -> None:
    with pytest.raises(DatasetError, match="read the report again"):
        json_to_document(stored)


@pytest.mark.parametrize(("printed", "read"), [("in a ten-\nday span", "in a ten-day span"), ("lifts -\nstairs", "lifts - stairs")])
def test_a_word_that_is_cut_behind_its_hyphen_is_whole_again(printed: str, read: str) -> None:
    text = Text.of(printed)
    assert str(text) == read
    assert str(text.cut(read.index("-"), len(read))) == str(Text(text.words[-3:] if read[0] == "i" else text.words[1:]))


def test_lines_put_below_each_other_are_counted_on() -> None:
    text = Text.joined([Text.of("one\ntwo"), Text.of("three")])
    assert [str(line) for line in text.lines] == ["one", "two", "three"]
