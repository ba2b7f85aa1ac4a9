"""Addresses: what lies there is read as if it were a folder of this machine."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from zipfile import ZipFile

import fsspec
import pytest
from typer.testing import CliRunner

import publish
from schemas import UpheldError
from upheld.batch import Means, Told, cache_of, read_folder
from upheld.batch.cache import Cache
from upheld.cli import main
from upheld.files.address import text_to_source
from upheld.files.walk import walked

REPORT = "Complaints Report 2021/22\n\nHousing\n\nStage 1: {} complaints were received.\n"


class Hadoop(BaseHTTPRequestHandler):
    """A folder of this machine as WebHDFS tells of it; what is named `secret` may not be opened."""

    def __init__(self, folder: Path, *asked: Any) -> None:  # noqa: ANN401 - what the library hands over
        self.folder = folder
        super().__init__(*asked)

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        place = self.folder / unquote(asked.path).removeprefix("/webhdfs/v1/").strip("/")
        match parse_qs(asked.query)["op"][0]:
            case "LISTSTATUS":
                told = {"FileStatuses": {"FileStatus": [status(each) | {"pathSuffix": each.name} for each in sorted(place.iterdir())]}}
                self.answer(200, json.dumps(told).encode())
            case "GETFILESTATUS":
                self.answer(200, json.dumps({"FileStatus": status(place)}).encode())
            case "OPEN" if place.name.startswith("secret"):
                self.answer(403, b"{}")
            case "OPEN":
                self.answer(200, place.read_bytes())

    def answer(self, code: int, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
        """Say nothing."""


def status(place: Path) -> dict[str, object]:
    return {"type": "DIRECTORY" if place.is_dir() else "FILE", "length": 0 if place.is_dir() else place.stat().st_size}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "2019").mkdir(parents=True)
    (folder / "a report.txt").write_text(REPORT.format(12), encoding="utf-8")
    (folder / "2019" / "b.txt").write_text(REPORT.format(7), encoding="utf-8")
    (folder / ".hidden").write_text("no report", encoding="utf-8")
    with ZipFile(folder / "2020.zip", "w") as archive:
        archive.writestr("c.txt", REPORT.format(31))
    return folder


@pytest.fixture
def served(reports: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Hadoop, reports)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"webhdfs://127.0.0.1:{server.server_port}/"
        server.shutdown()


def written(source: str, folder: Path) -> dict[str, bytes]:
    publish.write(read_folder(text_to_source(source)).dataset, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_an_address_gives_byte_for_byte_the_dataset_of_the_folder(tmp_path: Path, reports: Path, served: str) -> None:
    memory = fsspec.filesystem("memory")
    memory.put(f"{reports}/", "/upheld-test/", recursive=True)
    known = written(str(reports), tmp_path / "folder")
    assert b"2020.zip/c.txt" in known["reports.csv"]
    for number, address in enumerate((reports.as_uri(), "memory://upheld-test", served)):
        assert written(address, tmp_path / f"{number}") == known


def test_a_zip_file_at_an_address_is_the_folder_that_it_holds(tmp_path: Path, reports: Path) -> None:
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(reports / "2019" / "b.txt", "2019/b.txt")
    address = (tmp_path / "all.zip").as_uri()
    known = written(str(tmp_path / "all.zip"), tmp_path / "a")
    assert known == written(address, tmp_path / "b") == written(f"zip::{address}", tmp_path / "c")


def test_what_cannot_be_fetched_is_a_failure_by_name_and_the_others_are_read(reports: Path, served: str) -> None:
    (reports / "secret.txt").write_text(REPORT.format(1), encoding="utf-8")
    found = read_folder(served).dataset.reports.set_index("file")
    assert found.loc["secret.txt", "status"] == "failed"
    assert "see that it can be reached" in str(found.loc["secret.txt", "message"])
    assert set(found["status"].drop("secret.txt")) == {"extracted"}


def test_an_unchanged_file_is_not_read_again(tmp_path: Path, served: str) -> None:
    told: list[Told] = []
    for _ in range(2):
        with closing(Cache(cache_of(tmp_path / "dataset"))) as cache:
            read_folder(served, tell=told.append, means=Means(cache=cache))
    assert [each.total for each in told] == [3, 3, 3, 0, 0, 0]


def test_a_dry_run_names_the_files_of_an_address(tmp_path: Path, served: str) -> None:
    done = CliRunner().invoke(main, ["run", served, "-o", str(tmp_path / "dataset"), "--dry-run"])
    assert done.output.splitlines() == [
        "read: 2019/b.txt",
        "read: 2020.zip/c.txt",
        "read: a report.txt",
        "hidden and system files: .hidden",
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("s3://bucket/reports", "s3://bucket/reports: cannot be opened: Install s3fs to access S3"),
        ("quark://bucket", "quark://bucket: cannot be opened: Protocol not known: quark"),
        ("memory://nothing/there", "memory://nothing/there: cannot be listed (FileNotFoundError)"),
        ("webhdfs://127.0.0.1:9/", "cannot be listed (ConnectionError); see that it can be reached"),
    ],
)
def test_an_address_that_cannot_be_read_is_an_error_that_says_what_to_do(address: str, said: str) -> None:
    with pytest.raises(UpheldError) as error, walked(text_to_source(address)):
        pass
    assert said in str(error.value)


def test_a_path_is_no_address() -> None:
    assert [text_to_source(text) for text in ("reports", "a:b", "-")] == [Path("reports"), Path("a:b"), Path("-")]
