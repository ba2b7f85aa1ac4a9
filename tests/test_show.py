"""What the machine sees of a document, line by line."""

from schemas import Box, Cell, Document, Gap, Grid, Passage, PassageKind, Place, Text, Word
from upheld.terminal.show import document_to_lines


def printed(text: str, page: int) -> Text:
    return Text(tuple(Word(word, page=page, box=Box(72, 90, 144, 100.04)) for word in text.split()))


def place(page: int, row: int | None = None, column: int | None = None) -> Place:
    return Place(page=page, box=Box(72, 90, 144, 100.04), table=1, row=row, column=column)


def cell(text: str, page: int, row: int, column: int) -> Cell:
    return Cell(printed(text, page), place(page, row, column))


HEADING = Passage(PassageKind.HEADING, printed("Complaints 2019-20", 1), Place(page=1, box=Box(72, 50, 300, 70), paragraph=1))
STAGE = cell("Stage 1", 1, 1, 2)
GRID = Grid(
    rows=(
        (cell("Service", 1, 1, 1), STAGE, STAGE),
        (cell("Housing", 2, 2, 1), cell("206", 2, 2, 2), cell("", 2, 2, 3)),
    ),
    place=place(1),
    title=printed("By service", 1),
)
DOCUMENT = Document(
    media_type="application/pdf",
    reader="plumber",
    blocks=(HEADING, GRID),
    pages=3,
    running=(printed("Annual report", 1),),
    gaps=(Gap(Place(page=3), "the page is a picture"),),
    title="Report \x1b[31m",
)


def test_a_document_is_shown_in_reading_order_cell_by_cell_with_its_places() -> None:
    assert list(document_to_lines(DOCUMENT)) == [
        "application/pdf  read by plumber  3 pages  Report \\x1b[31m",
        "running  page 1 [72.0 90.0 144.0 100.0]  Annual report",
        "heading 1  page 1 [72.0 50.0 300.0 70.0]  Complaints 2019-20",
        "table 1  page 1 [72.0 90.0 144.0 100.0]  2 rows, 3 columns  By service",
        "  row 1",
        "    column 1  page 1 [72.0 90.0 144.0 100.0]  Service",
        "    column 2  page 1 [72.0 90.0 144.0 100.0]  Stage 1",
        "    column 3  page 1 [72.0 90.0 144.0 100.0]  (from row 1, column 2)  Stage 1",
        "  row 2",
        "    column 1  page 2 [72.0 90.0 144.0 100.0]  Housing",
        "    column 2  page 2 [72.0 90.0 144.0 100.0]  206",
        "    column 3  page 2 [72.0 90.0 144.0 100.0]  (empty)",
        "gap  page 3  the page is a picture",
    ]


def test_of_one_page_only_what_stands_there_is_shown() -> None:
    lines = list(document_to_lines(DOCUMENT, page=2))[2:]
    assert lines[0].startswith("table 1")
    assert [line.split("  ")[-1] for line in lines[1:]] == ["row 2", "Housing", "206", "(empty)"]
    assert list(document_to_lines(DOCUMENT, page=3))[2:] == ["gap  page 3  the page is a picture"]


def test_where_a_format_has_no_pages_the_place_is_told_in_words() -> None:
    passage = Passage(PassageKind.PARAGRAPH, Text.of("All is well."), Place(paragraph=4, anchor="summary"))
    assert list(document_to_lines(Document("text/plain", "text", (passage,)))) == [
        "text/plain  read by text",
        "paragraph 1  paragraph 4, near #summary  All is well.",
    ]
