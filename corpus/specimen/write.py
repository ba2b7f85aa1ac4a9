"""Specimens as a folder: the reports, their gold beside them, and a list of what was drawn."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.specimen.draw import File, Specimen
from corpus.specimen.rows import CommentRow, CommitmentRow, FigureRow, FindingRow, ReportRow, UnreadRow, to_csv

LIST = ("name", "file", "seed", "family", "words", "numbers", "look", "container", "fault")


def write(specimens: Iterable[Specimen], folder: Path) -> None:
    """Write reports, gold, gold/reports.csv and specimens.csv."""
    listed, reports = [], []
    for specimen in specimens:
        axes = (specimen.family, specimen.words, specimen.numbers, specimen.look, specimen.container, specimen.fault)
        for file in specimen.files:
            for path, content in _written(file):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            listed.append((specimen.name, file.report.file, str(specimen.seed), *axes))
            reports.append(file.report)
    (folder / "gold" / "reports.csv").write_bytes(to_csv(ReportRow._fields, reports))
    (folder / "specimens.csv").write_bytes(to_csv(LIST, listed))


def _written(file: File) -> Iterator[tuple[str, bytes]]:
    """A report and its gold, by their place in the folder."""
    yield f"reports/{file.report.file}", file.content
    tables = {
        "figures": (FigureRow._fields, file.figures),
        "commitments": (CommitmentRow._fields, file.commitments),
        "commentary": (CommentRow._fields, file.commentary),
        "findings": (FindingRow._fields, file.findings),
        "unread": (UnreadRow._fields, file.unread),
    }
    for name, (columns, rows) in tables.items():
        yield f"gold/{file.name}/{name}.csv", to_csv(columns, rows)
