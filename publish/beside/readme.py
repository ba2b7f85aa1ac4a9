"""The dataset's README.md: what stands in the folder, how much of it there is, how it came about, and what it cannot say."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from publish.beside.citation import span, version
from publish.beside.definitions import workbook_to_limits
from publish.dataset import Dataset
from publish.material import Material
from publish.package import FILE, LICENCE
from publish.schema import TABLES
from publish.words import read_descriptions, read_words

ALWAYS = frozenset({FILE})


def write_readme(material: Material, new: Path) -> None:
    """Write README.md, of the files that are there by now. It holds no word of a report, so that none of them is taken for markup."""
    words, notes = read_descriptions(), read_words("beside/notes.toml")
    dataset = material.dataset
    lines = [
        f"# {words['title']}",
        f"{words['description'].strip()}",
        f"{span(dataset.reports)}. Version {version(material.folder)}.",
        "## Tables",
        "\n".join(tables_to_lines(dataset)),
        "## Other files",
        "\n".join(f"- `{name}`: {said}" for name, said in notes["files"].items() if name in ALWAYS or (new / name).exists()),
        "## Before using the numbers",
        "\n".join(f"- {text.strip()}" for text in notes["notes"].values()),
        "## How far it goes",
        "\n".join(f"- {sentence}" for sentence in (*dataset_to_limits(dataset), *workbook_to_limits(dataset))),
        "## Opening the CSV files",
        notes["opening"].strip(),
        "## Licence",
        f"{LICENCE['title']}: {LICENCE['path']}",
        "",
    ]
    (new / "README.md").write_text("\n\n".join(lines).rstrip() + "\n", encoding="utf-8", newline="\n")


def tables_to_lines(dataset: Dataset) -> Iterator[str]:
    """A line for each table: its rows, and what they are."""
    words = read_descriptions()
    yield "| table | rows | what it holds |"
    yield "| --- | ---: | --- |"
    for table in TABLES:
        yield f"| `{table.name}` | {len(getattr(dataset, table.name)):,} | {words[table.name]['description'].strip()} |"


def dataset_to_limits(dataset: Dataset) -> Iterator[str]:
    """What could not be read, understood or decided, in sentences with their numbers."""
    reports, unread, findings = dataset.reports, dataset.unread, dataset.findings
    status = reports["status"].value_counts()
    yield f"Reports: {counts(status)}; {int(reports['same_as'].notna().sum()):,} of them copies of another."
    yield f"Printed figures that were not understood: {counts(unread['kind'].value_counts())}, each with its place and reason in unread."
    again = int(findings["confirmed"].notna().sum())
    yield f"Findings: {counts(findings['severity'].value_counts())}; held against a second reading: {again:,}."
    tested = dataset.coverage["could_fail"] > 0
    yield f"Rules put to reports: {int(tested.sum()):,} of {len(tested):,} times a wrong figure would have shown."
    review = int(dataset.services["needs_review"].sum())
    yield f"Printed names of services: {len(dataset.services):,}, of which a person should look at {review:,}."


def counts(numbers: pd.Series) -> str:
    """How many there are of each kind."""
    return ", ".join(f"{number:,} {kind}" for kind, number in sorted(numbers.items())) or "none"
