"""CITATION.cff: how to cite the dataset, and the reports it was read from."""

from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import pandas as pd

from publish.beside.written import write_yaml
from publish.cells import frame_to_cells
from publish.material import Material
from publish.schema import TABLES
from publish.words import read_descriptions

VERSION_LENGTH = 12
"""Hexadecimal digits of the version: two datasets of one lifetime will not share it."""


def write_citation(material: Material, new: Path) -> None:
    """Write CITATION.cff (Citation File Format 1.2.0); its version is made from the tables' content, so that it names these very rows."""
    words = read_descriptions()
    reports = material.dataset.reports
    citation = {
        "cff-version": "1.2.0",
        "message": "If you use these figures, please cite this dataset and the reports they were read from.",
        "type": "dataset",
        "title": f"{words['title']}: {span(reports)}",
        "version": version(material.folder),
        "abstract": words["description"].strip(),
        "authors": [{"name": "upheld"}],
        "keywords": ["complaints", "local government", "United Kingdom", "ombudsman"],
        "references": references(material),
    }
    write_yaml(citation, new / "CITATION.cff")


def version(folder: Path) -> str:
    """The beginning of the SHA-256 of all tables."""
    whole = sha256()
    for table in TABLES:
        with (folder / f"{table.name}.csv").open("rb") as file:
            whole.update(file_digest(file, "sha256").digest())
    return whole.hexdigest()[:VERSION_LENGTH]


def span(reports: pd.DataFrame) -> str:
    """How many councils, and from when to when."""
    councils, first, last = reports["council_code"].nunique(), reports["period_start"].min(), reports["period_end"].max()
    dated = "" if pd.isna(first) or pd.isna(last) else f", {first} to {last}"
    return f"{councils} council{'' if councils == 1 else 's'}{dated}"


def references(material: Material) -> list[dict[str, Any]]:
    """The reports, each once, as works to cite."""
    counted = material.dataset.reports[material.dataset.reports["same_as"].isna()]
    addresses = dict(frame_to_cells(material.dataset.sources[["file", "url"]]))
    columns = ["file", "title", "council", "sha256"]
    return [
        {
            "type": "report",
            "title": title or file,
            "authors": [{"name": council or "unknown"}],
            **({"url": address} if (address := addresses.get(file) or "").startswith(("https://", "http://")) else {}),
            "notes": f"{file}, SHA-256 {digest}",
        }
        for file, title, council, digest in frame_to_cells(counted[columns])
    ]
