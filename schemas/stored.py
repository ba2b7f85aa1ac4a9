"""A Document on disk: written as JSON and read back unchanged, so that new words need no new reading."""

import json
from typing import Any

from schemas.document import Cell, Document, Gap, Grid, GridSource, Passage, PassageKind, Picture, Text, Word
from schemas.errors import DatasetError
from schemas.place import Box, Place

_FORMAT = 3
"""Goes up when what is written changes its shape; another number is not read."""


def document_to_json(document: Document) -> str:
    """The document as one line of JSON; what is empty or not said is left out."""
    head = {
        "format": _FORMAT,
        "media_type": document.media_type,
        "reader": document.reader,
        "pages": document.pages,
        "title": document.title,
        "recognised": document.recognised,
    }
    return json.dumps(
        head
        | {
            "running": [_words(text) for text in document.running],
            "gaps": [[_place(gap.place), gap.reason] for gap in document.gaps],
            "pictures": [[_place(picture.place), picture.told] for picture in document.pictures],
            "blocks": [_grid(block) if isinstance(block, Grid) else _passage(block) for block in document.blocks],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def json_to_document(stored: str) -> Document:
    """The document that was written. Raises `DatasetError` for anything that `document_to_json` did not write in its present format."""
    try:
        data = json.loads(stored)
        if data["format"] != _FORMAT:
            raise DatasetError(f"the stored document has format {data['format']}, this program writes {_FORMAT}; read the report again")
        return Document(
            media_type=data["media_type"],
            reader=data["reader"],
            blocks=tuple(_to_grid(block) if "rows" in block else _to_passage(block) for block in data["blocks"]),
            pages=data["pages"],
            running=tuple(_to_text(words) for words in data["running"]),
            gaps=tuple(Gap(_to_place(place), reason) for place, reason in data["gaps"]),
            pictures=tuple(Picture(_to_place(place), told) for place, told in data["pictures"]),
            title=data["title"],
            recognised=tuple(data["recognised"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"the stored document is damaged ({error}); read the report again") from error


def _words(text: Text) -> list[list[Any]]:
    return [[word.text, word.line, word.page, word.box, int(word.joined)] for word in text.words]


def _to_text(words: list[list[Any]]) -> Text:
    return Text(tuple(Word(text, line, page, Box(*box) if box else None, bool(joined)) for text, line, page, box, joined in words))


def _place(place: Place) -> dict[str, Any]:
    return {name: value for name, value in place._asdict().items() if value not in {None, ""}}


def _to_place(stored: dict[str, Any]) -> Place:
    return Place(**stored | ({"box": Box(*stored["box"])} if "box" in stored else {}))


def _grid(grid: Grid) -> dict[str, Any]:
    """A cell that stands in several squares is written once and numbered."""
    numbers = {cell: n for n, cell in enumerate(dict.fromkeys(cell for row in grid.rows for cell in row))}
    return {
        "source": grid.source,
        "place": _place(grid.place),
        "title": _words(grid.title),
        "cells": [[_words(cell.text), _place(cell.place)] for cell in numbers],
        "rows": [[numbers[cell] for cell in row] for row in grid.rows],
    }


def _to_grid(stored: dict[str, Any]) -> Grid:
    cells = [Cell(_to_text(words), _to_place(place)) for words, place in stored["cells"]]
    rows = tuple(tuple(cells[number] for number in row) for row in stored["rows"])
    return Grid(rows, _to_place(stored["place"]), _to_text(stored["title"]), GridSource(stored["source"]))


def _passage(passage: Passage) -> dict[str, Any]:
    return {"kind": passage.kind, "level": passage.level, "place": _place(passage.place), "text": _words(passage.text)}


def _to_passage(stored: dict[str, Any]) -> Passage:
    return Passage(PassageKind(stored["kind"]), _to_text(stored["text"]), _to_place(stored["place"]), stored["level"])
