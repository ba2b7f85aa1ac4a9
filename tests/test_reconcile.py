"""`upheld reconcile --serve`, asked over a socket as OpenRefine asks."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from typer.testing import CliRunner

from upheld.cli import main
from upheld.names.server import MOST_BYTES, serve

HOUSE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = serve(0)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield int(server.server_address[1])
    server.shutdown()
    server.server_close()
    thread.join()


def ask(port: int, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(
        method, path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers} if body is not None else headers
    )
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, dict(response.getheaders()), text


def batch(port: int, **queries: object) -> dict[str, Any]:
    """The answers to queries that come in a form, as OpenRefine sends them."""
    status, _, text = ask(port, "POST", "/", urlencode({"queries": json.dumps(queries)}))
    assert status == 200, text
    return {name: answer["result"] for name, answer in json.loads(text).items()}


def test_the_manifest_says_what_the_service_can_do(port: int) -> None:
    status, headers, text = ask(port, "GET", "/")
    told = json.loads(text)
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert "0.2" in told["versions"]
    assert {"name", "identifierSpace", "schemaSpace", "view", "preview", "defaultTypes"} <= set(told)
    assert told["preview"]["url"] == f"http://127.0.0.1:{port}/preview?id={{{{id}}}}"


def test_a_batch_of_names_is_answered_name_by_name(port: int) -> None:
    found = batch(port, q0={"query": "Pest Control", "limit": 2}, q1={"query": "Council Tax"}, q2={"query": ""})
    assert found["q0"][0].keys() == {"id", "name", "description", "type", "score", "match"}
    assert [answers[0]["id"] for answers in (found["q0"], found["q1"])] == ["pest-animal-control", "council-tax"]
    assert found["q0"][0]["match"]
    assert found["q0"][0]["score"] > found["q0"][1]["score"]
    assert (len(found["q0"]), len(found["q1"]) <= 3, found["q2"]) == (2, True, [])


def test_a_batch_may_stand_in_the_address(port: int) -> None:
    status, _, text = ask(port, "GET", "/?queries=" + quote(json.dumps({"a": {"query": "Pest Control"}})))
    assert (status, json.loads(text)["a"]["result"][0]["id"]) == (200, "pest-animal-control")


@pytest.mark.parametrize("query", ["Pest Control", json.dumps({"query": "Pest Control"})])
def test_a_single_query_of_the_earlier_version_is_answered(query: str, port: int) -> None:
    _, _, text = ask(port, "GET", "/?" + urlencode({"query": query}))
    assert json.loads(text)["result"][0]["id"] == "pest-animal-control"


def test_properties_say_what_stands_around_a_name(port: int) -> None:
    name = {"query": "Property Services"}
    housing = [{"pid": "directorate", "v": "Housing"}, {"pid": "colour", "v": 7}]
    resources = [{"pid": "directorate", "v": [{"id": "x", "name": "Resources"}]}]
    found = batch(port, a=name | {"properties": housing}, b=name | {"properties": resources})
    assert found["a"][0]["id"] != found["b"][0]["id"]


@pytest.mark.parametrize("kind", ["housing", "Housing", ["Housing", "Planning & Development"]])
def test_a_type_leaves_only_services_of_its_heading(kind: object, port: int) -> None:
    (found,) = batch(port, a={"query": "Repairs", "type": kind, "limit": 9, "type_strict": "should"}).values()
    assert found
    assert all({"id": "housing", "name": "Housing"} in result["type"] for result in found)
    assert batch(port, a={"query": "Repairs", "type": "no such type"}) == {"a": []}


def test_an_id_or_a_label_is_its_own_match(port: int) -> None:
    found = batch(port, a={"query": "directorate:housing"}, b={"query": "waste-collection"})
    assert [(answers[0]["id"], answers[0]["match"], answers[0]["score"]) for answers in found.values()] == [
        ("directorate:housing", True, 100),
        ("waste-collection", True, 100),
    ]
    assert sum(answer["match"] for answer in found["b"]) == 1


def test_a_service_is_shown_on_a_small_page(port: int) -> None:
    status, headers, text = ask(port, "GET", "/preview?id=pest-animal-control")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "<h1>" in text
    assert ask(port, "GET", "/service/directorate%3Ahousing")[0] == 200
    assert ask(port, "GET", "/preview?id=<script>")[0] == 400


def test_services_types_and_properties_are_suggested(port: int) -> None:
    told = {
        kind: json.loads(ask(port, "GET", f"/suggest/{kind}?prefix={prefix}")[2])["result"]
        for kind, prefix in (("entity", "pest"), ("type", "hous"), ("property", ""))
    }
    assert "pest-animal-control" in {one["id"] for one in told["entity"]}
    assert {"id": "housing", "name": "Housing"} in told["type"]
    assert [one["id"] for one in told["property"]] == ["directorate", "council", "context"]


def test_an_older_page_is_handed_its_answer(port: int) -> None:
    status, headers, text = ask(port, "GET", "/?callback=jQuery123_456")
    assert (status, headers["Content-Type"]) == (200, "application/javascript; charset=utf-8")
    assert text.startswith("/**/jQuery123_456({")
    assert ask(port, "GET", "/?callback=alert(1)//")[0] == 400


def test_a_page_from_elsewhere_may_ask(port: int) -> None:
    status, headers, _ = ask(port, "OPTIONS", "/", **{"Origin": "http://example.org", "Access-Control-Request-Method": "POST"})
    assert status == 204
    assert "POST" in headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    ("queries", "sentence"),
    [
        ("{", "queries: is no JSON"),
        ("[" * 100_000, "queries: is nested too deep"),
        ("[1]", "queries: should be an object"),
        ('{"a": 7}', "query a: should be an object with a text `query`"),
        ('{"a": {"query": ["Bins"]}}', "query a: should be an object with a text `query`"),
        ('{"a": {"query": "Bins", "limit": 0}}', "query a: its limit should be a whole number"),
        ('{"a": {"query": "Bins", "limit": "many"}}', "query a: its limit should be a whole number"),
        ('{"a": {"query": "Bins", "properties": {"pid": 1}}}', "query a: its properties should be a list"),
        (json.dumps({str(n): {} for n in range(1001)}), "queries: 1001 at once are more than 1000"),
    ],
)
def test_a_malformed_batch_is_told_in_a_sentence(queries: str, sentence: str, port: int) -> None:
    status, headers, text = ask(port, "POST", "/", urlencode({"queries": queries}))
    assert (status, headers["Access-Control-Allow-Origin"]) == (400, "*")
    assert json.loads(text)["error"].startswith(sentence)


def test_what_is_too_long_or_nowhere_is_told(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest("POST", "/")
    connection.putheader("Content-Length", str(MOST_BYTES + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    assert ask(port, "GET", "/nowhere")[0] == 404
    assert ask(port, "POST", "/", None, **{"Transfer-Encoding": "chunked"})[0] == 411


def test_the_command_answers_on_this_machine_only_and_ends_at_an_interrupt() -> None:
    program = [sys.executable, "-u", "-c", "from upheld.cli import main; main()", "reconcile", "--serve", "--port", "0"]
    with subprocess.Popen(program, cwd=HOUSE, stdout=-1, stderr=-1, encoding="utf-8") as process:  # noqa: S603
        assert process.stdout is not None
        told = process.stdout.readline()
        assert told.startswith("answering at http://127.0.0.1:")
        assert ask(int(told.split(":")[2].partition("/")[0]), "HEAD", "/")[0] == 200
        process.send_signal(2)
        assert process.communicate()[1] == ""
    assert process.returncode == 0


def test_a_port_in_use_and_a_call_without_serve_are_told(port: int) -> None:
    done = CliRunner().invoke(main, ["reconcile", "--serve", "--port", str(port)])
    assert (done.exit_code, f"port {port}: cannot be listened at" in done.stderr) == (2, True)
    assert CliRunner().invoke(main, ["reconcile"]).exit_code == 2
