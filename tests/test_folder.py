"""A dataset's folder: there as a whole or not at all, whatever happens to the run that writes it."""

import json
import resource
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from publish import TABLES, Dataset, read, records_to_dataset, swap, write
from schemas import DatasetError, Records, Report, Status

NAMES = sorted(["datapackage.json", *(table.name + suffix for table in TABLES for suffix in (".csv", ".parquet"))])
MANY = 400

WRITER = """
import sys
from pathlib import Path
from publish import records_to_dataset, write
from schemas import Records, Report
datasets = [records_to_dataset(Records(Report(f"{name}{n}", f"{n:03}.txt", "")) for n in range(400)) for name in "ab"]
while True:
    for dataset in datasets:
        write(dataset, Path(sys.argv[1]))
        print("written", flush=True)
"""


def dataset_of(name: str, number: int = 1) -> Dataset:
    return records_to_dataset(Records(Report(f"{name}{n}", f"{n:03}.txt", "", status=Status.NO_FIGURES)) for n in range(number))


def report_ids(folder: Path) -> list[str]:
    return [str(name) for name in read(folder).reports["report_id"]]


def assert_whole(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for entry in package["resources"]:
        assert entry["hash"] == "sha256:" + sha256((folder / entry["path"]).read_bytes()).hexdigest()
    assert sorted(path.name for path in folder.iterdir()) == NAMES


def test_the_folder_holds_each_table_twice_and_their_description(tmp_path: Path) -> None:
    write(dataset_of("a"), tmp_path / "deep" / "dataset")
    assert_whole(tmp_path / "deep" / "dataset")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["dataset"]


def test_the_same_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(dataset_of("a", 3), tmp_path / name)
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_second_dataset_takes_the_place_of_the_first(tmp_path: Path) -> None:
    write(dataset_of("a"), tmp_path / "dataset")
    write(dataset_of("b"), tmp_path / "dataset")
    assert report_ids(tmp_path / "dataset") == ["b0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_what_others_put_into_the_folder_stays_there(tmp_path: Path) -> None:
    write(dataset_of("a"), tmp_path / "dataset")
    (tmp_path / "dataset" / ".gitignore").write_text("*.parquet\n")
    (tmp_path / "dataset" / "notes").mkdir()
    (tmp_path / "dataset" / "notes" / "review.txt").write_text("checked")
    (tmp_path / "dataset" / "link").symlink_to("notes/review.txt")
    write(dataset_of("b"), tmp_path / "dataset")
    assert report_ids(tmp_path / "dataset") == ["b0"]
    assert (tmp_path / "dataset" / ".gitignore").read_text() == "*.parquet\n"
    assert (tmp_path / "dataset" / "link").readlink() == Path("notes/review.txt")
    assert (tmp_path / "dataset" / "link").read_text() == "checked"


def test_a_folder_of_hidden_files_may_become_a_dataset(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    write(dataset_of("a"), tmp_path)
    assert report_ids(tmp_path) == ["a0"]
    assert (tmp_path / ".gitkeep").exists()


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    write(dataset_of("a"), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert report_ids(tmp_path / "real") == ["a0"]


def test_a_file_is_no_place_for_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_text("precious")
    with pytest.raises(DatasetError, match=r"report\.pdf: is a file, and a dataset is a folder; name a folder"):
        write(dataset_of("a"), tmp_path / "report.pdf")
    with pytest.raises(DatasetError, match="cannot be written to; name a folder where you may write"):
        write(dataset_of("a"), tmp_path / "report.pdf" / "dataset")
    assert (tmp_path / "report.pdf").read_text() == "precious"


@pytest.mark.parametrize("package", [None, "{", "[]", '{"name": "of-others"}'])
def test_a_folder_of_others_is_left_alone(package: str | None, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    if package is not None:
        (tmp_path / "datapackage.json").write_text(package)
    with pytest.raises(DatasetError, match="holds other files and no dataset of upheld; name a new or an empty folder"):
        write(dataset_of("a"), tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_the_root_of_the_disk_is_no_place_for_a_dataset() -> None:
    with pytest.raises(DatasetError, match=r"^/: is where a disk is mounted and cannot be replaced as a whole; name a folder inside it$"):
        write(dataset_of("a"), Path("/"))


def test_a_link_that_leads_in_a_circle_is_no_place_for_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "dataset").symlink_to("dataset")
    with pytest.raises(DatasetError, match="dataset: is a link that leads in a circle; name a folder"):
        write(dataset_of("a"), tmp_path / "dataset")


def test_where_a_disk_is_mounted_there_is_no_dataset() -> None:
    with pytest.raises(DatasetError, match="is where a disk is mounted"):
        write(dataset_of("a"), Path("/proc"))


def test_a_place_that_cannot_be_written_is_told_in_a_sentence() -> None:
    with pytest.raises(DatasetError, match="cannot be written"):
        write(dataset_of("a"), Path("/proc/dataset"))


def test_a_disk_that_is_full_leaves_the_earlier_dataset(tmp_path: Path) -> None:
    write(dataset_of("a"), tmp_path / "dataset")
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, most))  # the system then refuses to let any file grow, as a full disk does
    try:
        with pytest.raises(DatasetError, match="cannot be written: File too large; what stood there is unchanged"):
            write(dataset_of("b", MANY), tmp_path / "dataset")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))
    assert report_ids(tmp_path / "dataset") == ["a0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_a_folder_without_dataset_cannot_be_read_as_one(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no dataset of upheld"):
        read(tmp_path)


def kill_writer(folder: Path, files: int) -> None:
    """Kill a process that writes datasets in a loop, at the moment when so many files of the next one stand beside the folder."""
    new = swap.beside(folder, "new")
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE) as process:  # noqa: S603 - this file's own text
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        while files and not (new.exists() and len(list(new.iterdir())) >= files):
            assert process.poll() is None
        process.kill()


@pytest.mark.parametrize("files", [0, 1, 5, 11, 17, 22, len(NAMES)])
def test_a_killed_run_leaves_an_earlier_dataset_whole_and_the_next_one_clears_up(files: int, tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    kill_writer(folder, files)
    assert_whole(folder)
    assert len(report_ids(folder)) == MANY
    write(dataset_of("c"), folder)
    assert report_ids(folder) == ["c0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_folders_change_places_in_steps_where_the_system_cannot_exchange_them(tmp_path: Path) -> None:
    write(dataset_of("a"), tmp_path / "dataset")
    write(dataset_of("b"), swap.beside(tmp_path / "dataset", "new"))
    swap.replace_in_steps(swap.beside(tmp_path / "dataset", "new"), tmp_path / "dataset")
    assert report_ids(tmp_path / "dataset") == ["b0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_swap_that_was_killed_between_its_steps_is_undone(swapped: bool, tmp_path: Path) -> None:  # noqa: FBT001 - pytest names it
    folder = tmp_path / "dataset"
    write(dataset_of("b"), folder if swapped else swap.beside(folder, "new"))
    write(dataset_of("a"), swap.beside(folder, "aside"))
    swap.recover(folder)
    assert report_ids(folder) == ["a0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_a_dataset_put_aside_counts_more_than_what_a_killed_run_left_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    write(dataset_of("a"), swap.beside(folder, "aside"))
    folder.mkdir()
    (folder / "figures.csv").touch()
    write(dataset_of("b"), folder)
    assert report_ids(folder) == ["b0"]
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]
