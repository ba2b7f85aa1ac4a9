"""The dataset's README.md: what stands in the folder, how much of it there is, and how it came about."""

from pathlib import Path

from publish.material import Material
from publish.schema import TABLES
from publish.words import read_descriptions


def write_readme(material: Material, new: Path) -> None:
    """Write the README.md of a dataset."""
    words = read_descriptions()
    rows = [f"| `{table.name}` | {len(getattr(material.dataset, table.name)):,} | {words[table.name]['description']} |" for table in TABLES]
    lines = [f"# {words['title']}", "", words["description"], "", "| table | rows | what it holds |", "| --- | ---: | --- |", *rows, ""]
    (new / "README.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")
