"""`upheld diff`: two datasets are held against each other by what their rows mean."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from publish import TABLES, Dataset, read, records_to_dataset, write
from publish.difference import MATCHINGS, Difference, differences
from upheld.cli import main

OLD = """
figure_id | report_id | council_code | service | stage | measure  | basis   | value | state    | text  | page | place
a1        | a         | E06000001    | Bins    | 1     | received | current | 10    | reported | 10    | 1    | row 1
a2        | a         | E06000001    | Bins    | 2     | received | current | 3     | reported | 3     | 1    | row 2
a3        | a         | E06000001    | Parks   | 1     | received | current | 7     | reported | 7     | 1    | row 3
a4        | a         | E06000001    | Parks   | 1     | received | current | 7     | reported | 7     | 2    | row 9
"""


def drawn(text: str) -> Dataset:
    """A dataset of one report, a.pdf, whose figures are drawn as a table."""
    empty = records_to_dataset([])
    heading, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    figures = typed(pd.DataFrame(rows, columns=heading), empty.figures)
    reports = pd.DataFrame({"report_id": sorted(set(figures["report_id"])), "file": "a.pdf"})
    return replace(empty, figures=figures, reports=typed(reports, empty.reports))


def typed(frame: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
    return frame.reindex(columns=like.columns).astype(like.dtypes.to_dict())


def told(old: str, new: str) -> list[tuple[str, ...]]:
    found = differences(drawn(old), drawn(new))
    return [(one.change, one.service, one.stage, one.column, one.old, one.new) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (" 10    | reported | 10 ", " 11    | reported | 11 ", [("changed", "Bins", "1", "value", "10", "11")]),
        (
            "a2        | a         | E06000001    | Bins    | 2 ",
            "a2 | a | E06000001 | Bins | 3 ",
            [("changed", "Bins", "3", "stage", "2", "3")],
        ),
        ("Bins    | 1 ", "Bins, garden | 1 ", [("changed", "Bins, garden", "1", "service", "Bins", "Bins, garden")]),
        ("| 2    | row 9", "| 3    | row 1", []),
        ("a1 ", "b1 ", []),
        ("| a  ", "| b  ", []),
    ],
    ids=["value", "meaning at one place", "name", "place", "id of a row", "id of the report"],
)
def test_a_row_is_known_again_by_what_it_means_or_where_it_stands(before: str, after: str, expected: list[tuple[str, ...]]) -> None:
    assert before in OLD
    assert told(OLD, OLD.replace(before, after)) == expected


def test_a_row_that_only_one_dataset_has_came_or_went() -> None:
    fewer = "\n".join(line for line in OLD.splitlines() if not line.startswith(("a2", "a4")))
    went = [("went", "Bins", "2", "text", "3", ""), ("went", "Parks", "1", "text", "7", "")]
    assert told(OLD, fewer) == went
    assert told(fewer, OLD) == [("came", service, stage, column, new, old) for _, service, stage, column, old, new in went]


@pytest.fixture(scope="module")
def other(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published dataset without its findings, and with another commitment."""
    dataset = read(published)
    dataset.commitments.loc[0, "progress"] = "=done"
    folder = tmp_path_factory.mktemp("other")
    write(replace(dataset, findings=dataset.findings.head(0)), folder)
    return folder


def test_a_dataset_does_not_differ_from_itself(published: Path) -> None:
    result = CliRunner().invoke(main, ["diff", str(published), str(published)])
    assert (result.exit_code, result.output) == (0, "no difference\n")


def test_the_command_tells_differences_as_a_table_and_as_csv(published: Path, other: Path) -> None:
    result = CliRunner().invoke(main, ["diff", str(published), str(other), "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert result.exit_code == 1
    assert tuple(rows[0]) == Difference._fields
    assert [(row["table"], row["change"], row["column"], row["new"]) for row in rows] == [
        ("commitments", "changed", "progress", "=done"),
        *[("findings", "went", "message", "")] * len(read(published).findings),
    ]
    shown = CliRunner().invoke(main, ["diff", str(published), str(other)])
    assert shown.exit_code == 1
    assert "commitments changed: 1\nfindings went: 1\n" in shown.output


def test_every_table_is_compared_by_columns_that_it_has() -> None:
    for table in TABLES:
        if matching := MATCHINGS.get(table.name):
            named = {*matching.compared, matching.says, *(column for columns in matching.passes for column in columns)}
            assert named <= {column.name for column in table.columns} | {"file"}


def test_no_dataset_is_a_wrong_call(published: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["diff", str(published), str(tmp_path)]).exit_code == 2
