"""The commands of the checks, as a person and a workflow call them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

import checks
import publish
import upheld
from schemas import SettingsError
from upheld.cli import main

PAGE = """
<title>Northvale Council</title><h1>Northvale Council annual complaints report 2019-20</h1>
<h2>Complaints by service</h2>
<table>
<tr><th>Service</th><th>Stage 1 received</th><th>Stage 1 escalated</th><th>Stage 1 upheld %</th></tr>
<tr><td>Street Cleaning</td><td>38</td><td>40</td><td>50%</td></tr>
<tr><td>Council Tax</td><td>64</td><td>8</td><td>25%</td></tr>
<tr><td>Planning</td><td>25</td><td>6</td><td>20%</td></tr>
</table>
<p>Planning received 26 complaints at stage 1.</p>
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("checked"))


def written(folder: Path) -> Path:
    (folder / "reports").mkdir()
    (folder / "reports" / "northvale.html").write_text(PAGE, encoding="utf-8")
    publish.write(upheld.run(folder / "reports"), folder / "dataset")
    return folder / "dataset"


def call(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(word) for word in words], env={"COLUMNS": "200"})
    return done.exit_code, done.output


def test_the_findings_of_a_dataset_are_told_report_by_report(dataset: Path) -> None:
    status, said = call("check", dataset)
    assert status == 0
    assert "northvale.html" in said
    assert "only 38 received there" in said
    assert "2 findings" in said


def test_one_rule_or_one_severity_can_be_asked_for(dataset: Path) -> None:
    assert "1 finding\n" in call("check", dataset, "--only", "escalated_were_received")[1]
    assert "1 finding\n" in call("check", dataset, "--severity", "error")[1]
    assert "2 findings" in call("check", dataset, "--severity", "warning")[1]


def test_a_workflow_fails_at_the_severity_that_it_names(dataset: Path) -> None:
    assert call("check", dataset, "--fail-on", "error")[0] == 1
    assert call("check", dataset, "--fail-on", "error", "--only", "sentence_says_what_is_printed")[0] == 0
    assert call("check", dataset, "--fail-on", "warning", "--only", "sentence_says_what_is_printed")[0] == 1


def test_findings_are_printed_for_programs_too(dataset: Path) -> None:
    rows = list(csv.DictReader(StringIO(call("check", dataset, "--format", "csv")[1])))
    told = json.loads(call("check", dataset, "--format", "json")[1])
    assert [row["check"] for row in rows] == [row["check"] for row in told] == ["escalated_were_received", "sentence_says_what_is_printed"]
    lines = call("check", dataset, "--format", "github")[1].splitlines()
    assert [line.partition(",")[0] for line in lines] == ["::error file=northvale.html", "::warning file=northvale.html"]


def test_a_rule_that_does_not_exist_is_a_wrong_call(dataset: Path) -> None:
    status, said = call("check", dataset, "--only", "sums")
    assert status == 2
    assert "sums: no such rule" in said


def test_a_folder_without_dataset_is_a_wrong_call(tmp_path: Path) -> None:
    assert call("check", tmp_path)[0] == 2


def test_every_rule_is_named_with_its_sentence_severity_and_example() -> None:
    status, said = call("rules")
    assert status == 0
    for rule in checks.CHECKS:
        about = checks.about(rule)
        assert all(part in said for part in (rule.name, about.sentence, about.example, about.severity))


def test_a_finding_is_explained_with_its_cells_its_sum_and_what_would_clear_it(dataset: Path) -> None:
    finding = publish.read(dataset).findings["finding_id"].iloc[0]
    status, said = call("explain", finding[:8], dataset)
    assert status == 0
    assert "40  escalated, Street Cleaning, stage 1, 2019-20" in said
    assert "= 2, where the rule asks for 0 or less" in said
    assert call("explain", "ffff", dataset)[0] == 2


def test_a_rule_that_is_switched_off_beside_the_reports_is_not_tried(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "upheld.toml").write_text(
        "[rules]\nescalated_were_received = false\nsentence_says_what_is_printed = 1\n", encoding="utf-8"
    )
    (tmp_path / "reports" / "northvale.html").write_text(PAGE, encoding="utf-8")
    dataset = upheld.run(tmp_path / "reports")
    assert len(dataset.findings) == 0
    assert list(dataset.reports["file"]) == ["northvale.html"]
    silent = dict(zip(dataset.coverage["check"], dataset.coverage["silent"], strict=True))
    assert silent["escalated_were_received"] == "switched off"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[rules]\nsums = false", "sums: no such rule"),
        ("[rules]\nrow_is_its_own = 'no'", "row_is_its_own: true, false or the difference"),
        ("[rules]\nrow_is_its_own = -1", "row_is_its_own: true, false or the difference"),
        ("[checks]\nrow_is_its_own = false", "checks: no such table"),
        ("rules = 3", "a table [rules] is expected"),
        ("rules", "cannot be read as TOML"),
    ],
)
def test_settings_that_say_nothing_sensible_are_an_error_that_names_file_and_key(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "upheld.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"upheld\.toml") as error:
        checks.read_settings(tmp_path, {check.name for check in checks.CHECKS})
    assert wrong in str(error.value)
