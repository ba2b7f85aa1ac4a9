"""What the documentation takes from elsewhere: a marker such as `<!-- rules -->` becomes what the program's own data says.

A page of the source that another page links to becomes a page of the documentation.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import checks
from publish.schema import TABLES, Column, Table
from publish.words import describe, meanings, read_descriptions, read_words, unit_of

HOUSE = Path(__file__).parents[1]
NOTEBOOK = HOUSE / "docs" / "from-folder-to-chart.ipynb"
ELSEWHERE = {"../corpus/README.md": "specimens.md"}
"""Pages of the source as they are linked to, and what they are called in the documentation."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the documentation, with those from elsewhere; MkDocs calls this once."""
    for link, name in ELSEWHERE.items():
        files.append(File.generated(config, name, abs_src_path=str((HOUSE / "docs" / link).resolve())))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """A page with what its markers stand for; MkDocs calls this for each page."""
    for marker, make in MADE.items():
        if f"<!-- {marker} -->" in markdown:
            markdown = markdown.replace(f"<!-- {marker} -->", "\n".join(make()))
    for link, name in ELSEWHERE.items():
        markdown = markdown.replace(f"]({link})", f"]({name})")
    return markdown


def rules() -> Iterator[str]:
    """Every rule, with its sentence and an example."""
    for rule in checks.CHECKS:
        said = checks.about(rule)
        yield f"## {rule.name}\n\n*{said.severity}* · {said.sentence}\n\n> {said.example}\n"


def tables() -> Iterator[str]:
    """Every table of the dataset, with its columns, and what each code means."""
    words = read_descriptions()
    for table in TABLES:
        key = f" Key: {', '.join(f'`{column}`' for column in table.key)}." if table.key else ""
        yield f"## {words[table.name]['title']}\n\n{words[table.name]['description']}: `{table.name}.csv`.{key}\n"
        yield "| column | type | meaning |\n| --- | --- | --- |"
        yield from (column_to_row(column, table, words) for column in table.columns)
        yield ""
        for column in table.columns:
            if column.codes and not column.name.endswith("_source"):
                yield from codes(column.name, meanings(column, table.name))


def codes(column: str, meant: Mapping[str, str]) -> Iterator[str]:
    """What each code of a column means."""
    yield f'??? note "Codes of {column}"\n'
    yield from (f"    - `{code}`: {meaning}" for code, meaning in meant.items())
    yield ""


def column_to_row(column: Column, table: Table, words: Mapping[str, Any]) -> str:
    """A column, with the unit of its numbers and the table that it refers to."""
    unit = f"; in {unit_of(column.name)}" if unit_of(column.name) else ""
    links = "".join(f"; a row of [{target}](#{target})" for name, target in table.links if name == column.name)
    meaning = f"{describe(column.name, table.name, words)}{unit}{links}".replace("|", "\\|")
    return f"| `{column.name}` | {column.kind} | {meaning} |"


def views() -> Iterator[str]:
    """The views of the database."""
    yield from (f"- `{name}`: {view['description'].strip()}" for name, view in read_words("beside/views.toml").items())


def notebook() -> Iterator[str]:
    """The cells of the notebook."""
    for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]:
        text = "".join(cell["source"])
        yield f"```python\n{text}\n```\n" if cell["cell_type"] == "code" else f"{text}\n"


MADE: Mapping[str, Callable[[], Iterator[str]]] = {"rules": rules, "tables": tables, "views": views, "notebook": notebook}
