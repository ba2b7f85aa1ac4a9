"""The dataset's tables: what a frame, a CSV file, a Parquet file and the data package say of the same records."""

import csv
import json
import subprocess
import sys
import tempfile
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import frictionless
import pandas as pd
import pyarrow as pa
import pytest
from figured import FIGURE
from hypothesis import given
from hypothesis import strategies as st

import schemas
from publish import TABLES, Dataset, Origin, read, records_to_dataset, write
from publish.dataset import rows_to_dataset, rows_to_frame
from publish.lines import number_to_csv, rows_to_lines, table_to_header
from publish.parquet import GROUP, read_parquet, table_to_schema, write_parquet
from publish.schema import BY_NAME, Table
from publish.tables import frame_to_lines, read_csv
from publish.words import describe, read_descriptions
from schemas import Figure, Records, Report, State, Status, VocabularyError

AWKWARD = '=SUM(A1), "quoted"\nnext line\r\ttab \x00 \u2028 \ud800 NA'
RECORDS: dict[str, type[Any]] = {
    "reports": Report,
    "figures": Figure,
    "commitments": schemas.Commitment,
    "commentary": schemas.Comment,
    "findings": schemas.Finding,
    "revisions": schemas.Revision,
    "unread": schemas.Unread,
    "services": schemas.Service,
    "coverage": schemas.Coverage,
    "sources": Origin,
}


CELLS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(), max_size=8),  # lone surrogates, NUL and line ends of every kind included
    int: st.integers(-(10**9), 10**9),
    float: st.floats(-1e6, 1e6) | st.just(float("nan")),
    Decimal: st.decimals(-(10**9), 10**9, places=4),
}


def cells_of(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type hint has no type of its own
    return st.one_of([CELLS[part] if part in CELLS else st.from_type(part) for part in get_args(hint) or (hint,)])


def report(name: str, title: str = "", same_as: str = "") -> Report:
    return Report(name, f"{name}.txt", "ab12", "text/plain", title, status=Status.EXTRACTED, same_as=same_as)


def figure(name: str, report_id: str, value: Decimal | None = Decimal(206), service: str = "Housing") -> Figure:
    return replace(
        FIGURE,
        figure_id=name,
        report_id=report_id,
        council_code="E06000034",
        table_id="table-1",
        service=service,
        value=value,
        state=State.MISSING if value is None else State.REPORTED,
        text=str(value or ""),
        page=3,
        x0=72.0,
        top=90.126,
        x1=101.5,
        bottom=99.999,
        place="table 1, row 2, column 2",
        reader="plumber",
    )


def write_csv(frame: pd.DataFrame, table: Table, path: Path) -> None:
    path.write_bytes(table_to_header(table) + b"".join(frame_to_lines(frame, table)))


def awkward_dataset() -> Dataset:
    first = Records(report("a", title=AWKWARD), (figure("f1", "a", Decimal("38.5"), AWKWARD), figure("f2", "a", None)))
    second = Records(report("b", same_as="a"), (figure("f3", "b", Decimal(206)),))
    return records_to_dataset([second, first], [Origin("b.txt", AWKWARD), Origin("a.txt", "", "2021-02-03", "Eastmere")])


def test_the_dataset_has_a_frame_for_each_table_of_the_contract() -> None:
    assert [field.name for field in fields(Dataset)] == [table.name for table in TABLES]


@pytest.mark.parametrize("name", RECORDS)
def test_a_tables_columns_are_its_records_fields_in_order(name: str) -> None:
    frame = getattr(records_to_dataset([]), name)
    assert tuple(frame.columns) == schemas.columns(RECORDS[name])


def test_a_benchmark_rate_stands_with_its_figure_source_and_derivation_and_a_count_without_derivation() -> None:
    columns = list(records_to_dataset([]).benchmark.columns)
    assert columns[:6] == ["council_code", "regime", "service_id", "stage", "period_start", "period_end"]
    assert columns[6:10] == ["received", "received_figure_id", "received_source", "escalated"]
    assert "upheld_pct_derived" in columns
    assert "upheld_derived" not in columns
    assert columns.index("caveats") == columns.index("in_target_pct_derived") + 1


def test_an_empty_table_keeps_the_types_of_a_full_one() -> None:
    full, empty = awkward_dataset(), records_to_dataset([])
    for table in TABLES:
        assert getattr(full, table.name).dtypes.to_dict() == getattr(empty, table.name).dtypes.to_dict()


def test_the_order_of_rows_does_not_depend_on_the_order_of_reports() -> None:
    one = Records(report("a"), (figure("z", "a"), figure("y", "a")))
    other = Records(report("b"), (figure("x", "b"),))
    assert records_to_dataset([one, other]).figures.equals(records_to_dataset([other, one]).figures)
    assert records_to_dataset([other, one]).figures["figure_id"].tolist() == ["z", "y", "x"]


def test_reports_of_one_file_stand_by_their_pages() -> None:
    late, early = (Records(Report(name, "pack.pdf", "", first_page=page)) for name, page in (("late", 12), ("early", 2)))
    assert records_to_dataset([late, early]).reports["report_id"].tolist() == ["early", "late"]


def test_a_csv_line_reads_as_it_is_printed(tmp_path: Path) -> None:
    write_csv(awkward_dataset().figures.iloc[[2]], BY_NAME["figures"], tmp_path / "figures.csv")
    header, line, rest = (tmp_path / "figures.csv").read_text("utf-8").split("\n")
    assert header == ",".join(schemas.columns(Figure))
    assert line == (
        "f3,b,E06000034,table-1,table,,Housing,,2019-04-01,2020-03-31,current,1,received,,,206,count,reported,206,corporate,"
        '3,72,90.13,101.5,100,"table 1, row 2, column 2",plumber,,'
    )
    assert not rest


def test_booleans_are_written_as_words(tmp_path: Path) -> None:
    services = [
        schemas.Service("E1", "Bins", "", "waste", "Waste", "", Decimal("0.75"), "words", needs_review) for needs_review in (True, False)
    ]
    write_csv(rows_to_frame(services, BY_NAME["services"]), BY_NAME["services"], tmp_path / "services.csv")
    printed = [line.split(",")[8] for line in (tmp_path / "services.csv").read_text("utf-8").splitlines()]
    assert printed == ["needs_review", "true", "false"]


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 9))
def test_a_number_of_up_to_fifteen_digits_is_written_as_it_is_meant(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    written = number_to_csv(float(number))
    assert Decimal(written) == number
    assert not set(written) - set("-.0123456789")
    assert not written.endswith((".", ".0"))


def test_a_box_outside_all_numbers_is_empty() -> None:
    broken = schemas.Unread("a", schemas.UnreadKind.UNREAD, 1, float("nan"), float("inf"), -0.001, 4.0, "", "", "")
    row = rows_to_frame([broken], BY_NAME["unread"]).iloc[0]
    assert row[["x0", "top"]].isna().all()
    assert str(row["x1"]) == "0.0"


@pytest.mark.parametrize("name", RECORDS)
@given(st.data())
def test_a_table_written_and_read_back_is_the_same_table(name: str, data: st.DataObject) -> None:
    hints = get_type_hints(RECORDS[name])
    cells = {field: cells_of(hints[field]) for field in schemas.columns(RECORDS[name])}
    rows = data.draw(st.lists(st.builds(RECORDS[name], **cells), max_size=4))
    table = BY_NAME[name]
    frame = rows_to_frame(rows, table)
    with tempfile.TemporaryDirectory() as folder:
        write_csv(frame, table, Path(folder, "table.csv"))
        write_parquet(frame, table, Path(folder, "table.parquet"))
        pd.testing.assert_frame_equal(read_csv(Path(folder, "table.csv"), table), frame)
        pd.testing.assert_frame_equal(read_parquet(Path(folder, "table.parquet")), frame)


def test_any_reader_of_csv_finds_the_text_that_was_written(tmp_path: Path) -> None:
    write_csv(awkward_dataset().reports, BY_NAME["reports"], tmp_path / "reports.csv")
    with (tmp_path / "reports.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == [AWKWARD.replace("\ud800", "\\ud800"), ""]


@pytest.mark.parametrize("dataset", [awkward_dataset(), records_to_dataset([])], ids=["awkward text", "no rows"])
def test_the_package_is_valid_and_reads_back(dataset: Dataset, tmp_path: Path) -> None:
    write(dataset, tmp_path / "dataset")
    verdict = frictionless.validate(str(tmp_path / "dataset" / "datapackage.json"))
    assert verdict.valid, verdict.flatten(["title", "note"])
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(read(tmp_path / "dataset"), table.name), getattr(dataset, table.name))


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("figures", "f1,a,", "f1,nowhere,"),
        ("figures", "f3,b,", "f1,b,"),
        ("figures", "count,reported", "apples,reported"),
        ("reports", "b,b.txt", ",b.txt"),
        ("reports", "0,0,0,a", "0,0,0,nowhere"),
    ],
    ids=["unknown report", "key twice", "unknown code", "no key", "copy of nothing"],
)
def test_the_package_tells_a_table_that_breaks_the_contract(table: str, old: str, new: str, tmp_path: Path) -> None:
    write(awkward_dataset(), tmp_path)
    path, package = tmp_path / f"{table}.csv", tmp_path / "datapackage.json"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    descriptor = json.loads(package.read_text("utf-8"))
    for resource in descriptor["resources"]:
        del resource["bytes"], resource["hash"]
    package.write_text(json.dumps(descriptor), "utf-8")
    assert not frictionless.validate(str(package)).valid


def test_the_package_names_no_time_and_no_path_of_the_machine(tmp_path: Path) -> None:
    write(awkward_dataset(), tmp_path / "dataset")
    descriptor = json.loads((tmp_path / "dataset" / "datapackage.json").read_text("utf-8"))
    assert set(descriptor) == {"$schema", "name", "title", "description", "licenses", "sources", "resources"}
    assert [resource["path"] for resource in descriptor["resources"]] == [f"{table.name}.csv" for table in TABLES]
    assert str(tmp_path) not in (tmp_path / "dataset" / "datapackage.json").read_text("utf-8")


def test_every_table_and_column_is_described_and_no_description_is_left_over() -> None:
    words = read_descriptions()
    tables = {table.name for table in TABLES}
    assert set(words) == tables | {"title", "description", "columns", "units"}
    for table in TABLES:
        assert set(words[table.name]) == {"title", "description", "columns"}
        own = {name for name in words[table.name]["columns"] if "*" not in name}
        assert own <= {column.name for column in table.columns}
        assert all(describe(column.name, table.name, words) for column in table.columns)
    assert set(words["columns"]) <= {column.name for table in TABLES for column in table.columns}


def test_a_column_without_description_is_told_by_file_and_key() -> None:
    with pytest.raises(VocabularyError, match=r"descriptions\.toml: no description of column colour of table reports"):
        describe("colour", "reports", read_descriptions())


def test_a_dataset_is_written_as_its_lines_come_or_as_a_whole_and_has_the_same_bytes(tmp_path: Path) -> None:
    sources = [Origin(f"{n}.pdf") for n in range(GROUP + 1)]
    rows = [("sources", sources[start : start + 33_333]) for start in range(0, len(sources), 33_333)]
    write(rows_to_dataset(rows), tmp_path / "whole")
    write(rows_to_lines(rows), tmp_path / "parts")
    whole, parts = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("whole", "parts"))
    assert parts == whole
    assert len(read_parquet(tmp_path / "whole" / "sources.parquet")) == len(sources)


def test_a_dataset_is_written_as_its_lines_come_without_the_library_of_frames(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['pandas'] = None; import publish; from pathlib import Path\n"
        "publish.write(publish.rows_to_lines([('sources', [publish.Origin('a.pdf')])]), Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path / "dataset"], check=True)  # noqa: S603 - this file's own text
    assert len(read_parquet(tmp_path / "dataset" / "sources.parquet")) == 1


@pytest.mark.parametrize("name", BY_NAME)
def test_a_parquet_file_notes_for_pandas_what_pandas_itself_notes(name: str) -> None:
    schema = table_to_schema(BY_NAME[name])
    held = pa.schema([field.with_type(pa.string()) if pa.types.is_date(field.type) else field for field in schema])
    made = pa.Table.from_pandas(rows_to_frame([], BY_NAME[name]), schema=held, preserve_index=False)
    assert made.schema.metadata == schema.metadata
