"""A dataset gives back the records that it was made of."""

import shutil
from pathlib import Path

import publish
from upheld.batch import read_folder

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"


def test_what_is_written_is_read_back_record_by_record(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for path in REPORTS.glob("*.txt"):
        shutil.copy(path, reports)
    batch = read_folder(reports)
    publish.write(batch.dataset, tmp_path / "dataset")
    back = publish.dataset_to_records(publish.read(tmp_path / "dataset"))
    again = publish.records_to_dataset(back)
    for table in ("reports", "figures", "commitments", "commentary", "findings", "unread", "coverage"):
        assert getattr(again, table).equals(getattr(batch.dataset, table)), table
