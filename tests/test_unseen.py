"""What prints nothing within a word or a figure is no part of it, in every format."""

from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

import extract

SAID = "We received 1,206 complaints."
TYPED = "We re\u00adceived \u200e1,\u200b2\u2060\uff10\uff16 \u202bcomp\ufefflaints."


def text(path: Path) -> None:
    path.write_text(TYPED, encoding="utf-8")


def page(path: Path) -> None:
    path.write_text(f"<p>{TYPED}", encoding="utf-8")


def word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TYPED)
    document.save(str(path))


def sheet(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = TYPED
    book.save(path)


@pytest.mark.parametrize(("name", "write"), [("a.txt", text), ("a.html", page), ("a.docx", word), ("a.xlsx", sheet)])
def test_marks_without_print_are_no_part_of_words(name: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    write(tmp_path / name)
    document = extract.read(tmp_path / name)
    cells = [str(cell.text) for grid in document.grids for row in grid.rows for cell in row]
    assert SAID in [*cells, *(str(passage.text) for passage in document.passages)]
