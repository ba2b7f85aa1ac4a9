"""The specimens of the generator: drawn alike from the same seed, and their gold stands in their files."""

import csv
import html
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.specimen import Specimen, draw, many, possible, write
from corpus.specimen.draw import Axes, File, layouts
from corpus.specimen.words import listed

HERE = Path(__file__).parents[1]
DRAWN = tuple(many(7, 120))
AIR = 2.0  # points
Box = tuple[float, float, float, float]


def folded(text: str) -> str:
    """Text without what breaking lines, setting type or markup may change."""
    return re.sub(r"[\s•|]|<br>|---", "", unicodedata.normalize("NFKC", text))


def printed(file: File) -> str:
    """What stands in a file."""
    if file.report.file.endswith(".pdf"):
        with pypdfium2.PdfDocument(file.content) as pdf:
            return folded("".join(page.get_textpage().get_text_range() for page in pdf))
    if file.report.file.endswith(".docx"):
        with zipfile.ZipFile(BytesIO(file.content)) as parts:
            xml = "".join(parts.read(name).decode() for name in sorted(parts.namelist()) if re.match(r"word/(document|charts/)", name))
            return folded(html.unescape(re.sub(r"<[^>]*>", "", xml)))
    return folded(html.unescape(re.sub(r"<[/a-z][^>]*>", "", file.content.decode())))


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_the_same_seed_draws_the_same_bytes(seed: int) -> None:
    assert draw(seed) == draw(seed)


def test_a_fresh_process_with_another_hash_seed_draws_the_same_bytes() -> None:
    program = "from corpus.specimen import many; import hashlib; print(hashlib.sha256(repr(list(many(3, 20))).encode()).hexdigest())"
    command, settings = [sys.executable, "-c", program], [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    runs = [subprocess.run(command, cwd=HERE, env=env, capture_output=True, check=True) for env in settings]  # noqa: S603 - our own program
    assert runs[0].stdout == runs[1].stdout != b""


def test_names_are_unique() -> None:
    names = [file.name for specimen in DRAWN for file in specimen.files]
    assert len(set(names)) == len(names)
    assert not [(one, other) for one in names for other in names if one != other and other.startswith(f"{one}-")]


def test_a_balanced_draw_has_every_value_of_every_axis() -> None:
    for axis, values in zip(Axes._fields, zip(*layouts(), strict=True), strict=True):
        assert {getattr(specimen, axis) for specimen in DRAWN} == set(values), axis


@pytest.mark.parametrize("axis", Axes._fields)
def test_what_is_asked_for_is_drawn(axis: str) -> None:
    for value in {getattr(axes, axis) for axes in layouts()}:
        assert getattr(draw(5, **{axis: value}), axis) == value


def test_a_layout_that_makes_no_sense_is_refused() -> None:
    assert not possible(Axes("prose", "seen", "paired", "merged", "pdf"))
    with pytest.raises(ValueError, match="no layout has"):
        draw(1, family="prose", look="merged")


def test_a_seed_tells_the_same_in_every_look() -> None:
    told = [draw(11, family="stage", words="seen", numbers="plain", look=look, container="pdf").files[0] for look in ("ruled", "unruled")]
    assert told[0].figures == told[1].figures
    assert told[0].content != told[1].content


@pytest.mark.parametrize("specimen", DRAWN, ids=lambda specimen: specimen.name)
def test_what_the_gold_says_stands_in_the_file(specimen: Specimen) -> None:
    for file in specimen.files if specimen.container != "raster" else ():
        text = printed(file)
        said = [row.text for rows in (file.figures, file.commentary, file.unread) for row in rows] + [row.service for row in file.figures]
        said += [part for row in file.commitments for part in (row.commitment, row.progress)]
        assert [words for words in said if folded(words) not in text] == []


@pytest.mark.parametrize(
    "file", [file for specimen in DRAWN if specimen.container == "pdf" for file in specimen.files], ids=lambda file: file.name
)
def test_print_neither_leaves_the_page_nor_lies_over_other_print(file: File) -> None:
    with pypdfium2.PdfDocument(file.content) as pdf:
        for page in pdf:
            text, (wide, high) = page.get_textpage(), page.get_mediabox()[2:]
            boxes = [text.get_rect(n) for n in range(text.count_rects())]
            assert all(left > 0 and right < wide and bottom > 0 and top < high for left, bottom, right, top in boxes)
            assert [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)] == []


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other by more than the air round their letters."""
    sides = [min(one[at + 2], other[at + 2]) - max(one[at], other[at]) for at in (0, 1)]
    return min(sides) > AIR


def test_a_raster_report_is_the_picture_of_one_with_text() -> None:
    same, picture = (draw(3, family="outcomes", look="ruled", container=container).files[0] for container in ("pdf", "raster"))
    assert picture.figures == same.figures
    assert printed(picture) == ""
    assert printed(same) != ""


def test_cells_below_unknown_words_are_told_and_are_no_figures() -> None:
    told = [(specimen, file) for specimen in DRAWN for file in specimen.files if specimen.words == "unknown"]
    headings = set(listed()["unknown"]["headings"])
    assert told
    for specimen, file in told:
        assert {row.column for row in file.unread} & headings, specimen.name
        assert {row.table for row in file.unread} <= {row.table for row in file.figures}


def test_words_held_back_are_never_seen() -> None:
    for group in ("measure", "bare", "form"):
        for name, forms in listed()[group].items():
            assert not set(forms["seen"]) & set(forms["held_back"]), (group, name)


def test_word_reports_hold_their_charts_as_data() -> None:
    drawn = draw(2, family="label_share", container="docx", numbers="plain").files[0]
    with zipfile.ZipFile(BytesIO(drawn.content)) as parts:
        assert "word/charts/chart1.xml" in parts.namelist()
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {row.source for row in drawn.figures} == {"table", "chart"}


def test_a_folder_holds_reports_gold_and_a_list(tmp_path: Path) -> None:
    write(DRAWN[:6], tmp_path)
    listing = list(csv.DictReader((tmp_path / "specimens.csv").read_text("utf-8").splitlines()))
    assert [row["file"] for row in listing] == [file.report.file for specimen in DRAWN[:6] for file in specimen.files]
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {row["file"] for row in listing}
    for table in ("figures", "commitments", "commentary", "findings"):
        columns = (HERE / "corpus" / "gold" / "eastmere-2021-22" / f"{table}.csv").read_text("utf-8").splitlines()[0]
        for folder in (tmp_path / "gold").glob("s*"):
            assert (folder / f"{table}.csv").read_bytes().split(b"\n")[0].decode() == columns
