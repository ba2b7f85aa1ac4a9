"""The documentation: what it is made of stands once, and is stored as it was written."""

import json
from pathlib import Path

HOUSE = Path(__file__).parents[1]
TEN = 10


def test_the_notebook_has_ten_cells_and_keeps_no_output() -> None:
    cells = json.loads((HOUSE / "docs" / "from-folder-to-chart.ipynb").read_text("utf-8"))["cells"]
    assert len(cells) == TEN
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []


def test_every_page_stands_in_the_navigation() -> None:
    listed = (HOUSE / "mkdocs.yml").read_text("utf-8")
    assert [page.name for page in (HOUSE / "docs").glob("*.md") if f": {page.name}\n" not in listed] == []
