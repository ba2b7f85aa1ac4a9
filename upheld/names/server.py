"""The reconciliation service over HTTP, on this machine only: what OpenRefine asks for is answered, everything else told in a sentence."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from schemas import UpheldError
from upheld.names.reconcile import BadQueryError, answer, answer_batch, manifest, page, suggest

HOST = "127.0.0.1"
MOST_BYTES = 4 << 20
"""Of a request's body: a thousand queries of a long name each have a tenth of that."""
SECONDS = 30
"""That a request may take to arrive."""
CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,99}")
"""A function's name; anything else would be a program of somebody else's."""
HTML, JSON, SCRIPT = "text/html; charset=utf-8", "application/json; charset=utf-8", "application/javascript; charset=utf-8"

Fields = Mapping[str, str]


def serve(port: int) -> ThreadingHTTPServer:
    """A server that listens and does not answer yet; port 0 takes any that is free."""
    try:
        server = ThreadingHTTPServer((HOST, port), Answers)
    except OSError as error:
        raise UpheldError(f"port {port}: cannot be listened at: {error.strerror}; name another with --port") from error
    server.daemon_threads = True
    return server


def path_to_answer(path: str, fields: Fields, base: str) -> dict[str, Any] | str:
    """What is asked for at a path: JSON, or a page; a BadQueryError where there is no such thing."""
    if path == "/" and "queries" in fields:
        return answer_batch(parsed(fields["queries"], "queries"))
    if path == "/" and "query" in fields:
        return answer(parsed(fields["query"], "query") if fields["query"].lstrip().startswith("{") else fields["query"])
    if path == "/":
        return manifest(base)
    if path == "/preview":
        return page(fields.get("id", ""))
    if path.startswith("/service/"):
        return page(path.removeprefix("/service/"))
    if path in {"/suggest/entity", "/suggest/type", "/suggest/property"}:
        return suggest(path.rpartition("/")[2], fields.get("prefix", ""))
    raise LookupError(path)


def parsed(text: str, field: str) -> object:
    """The JSON of a field."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise BadQueryError(f"{field}: is no JSON: {error}") from error
    except RecursionError as error:
        raise BadQueryError(f"{field}: is nested too deep") from error


def text_to_fields(text: str) -> Fields:
    """The fields of a query or form; of one that comes twice, the first."""
    return {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}


class Answers(BaseHTTPRequestHandler):
    """One request."""

    server_version = "upheld"
    sys_version = ""
    timeout = SECONDS

    def do_GET(self) -> None:
        """Answer a request whose fields stand in its address."""
        self.answer({})

    def do_HEAD(self) -> None:
        """Answer a request for the head alone."""
        self.answer({})

    def do_POST(self) -> None:
        """Answer a request whose fields are a form."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            self.tell(HTTPStatus.LENGTH_REQUIRED, "send the form with its Content-Length")
        elif int(length) > MOST_BYTES:
            self.tell(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"{length} bytes are more than {MOST_BYTES}; send several batches")
        else:
            self.answer(text_to_fields(self.rfile.read(int(length)).decode("utf-8", "replace")))

    def do_OPTIONS(self) -> None:
        """Say what a page from elsewhere may send."""
        self.send_response(HTTPStatus.NO_CONTENT)
        self.send_allowances()
        self.end_headers()

    def answer(self, form: Fields) -> None:
        """Answer a request with the fields of its address and of its form."""
        address = urlsplit(self.path)
        fields = {**text_to_fields(address.query), **form}
        port = self.connection.getsockname()[1]
        try:
            found = path_to_answer(unquote(address.path) or "/", fields, f"http://{HOST}:{port}")
        except BadQueryError as error:
            self.tell(HTTPStatus.BAD_REQUEST, str(error))
        except LookupError:
            self.tell(HTTPStatus.NOT_FOUND, f"{address.path}: is nothing that this service has; its root says what there is")
        else:
            self.give(found, fields.get("callback", ""))

    def give(self, found: dict[str, Any] | str, callback: str) -> None:
        """Send a page, JSON, or JSON handed to the function of an older page."""
        if isinstance(found, str):
            self.send(HTTPStatus.OK, HTML, found)
        elif callback and not CALLBACK.fullmatch(callback):
            self.tell(HTTPStatus.BAD_REQUEST, "callback: should be the name of a function")
        elif callback:
            self.send(HTTPStatus.OK, SCRIPT, f"/**/{callback}({json.dumps(found)});")
        else:
            self.send(HTTPStatus.OK, JSON, json.dumps(found, ensure_ascii=False))

    def tell(self, status: HTTPStatus, sentence: str) -> None:
        """Send what is wrong."""
        self.send(status, JSON, json.dumps({"error": sentence}, ensure_ascii=False))

    def send(self, status: HTTPStatus, kind: str, text: str) -> None:
        """Send a text."""
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_allowances()
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_allowances(self) -> None:
        """Let pages from anywhere ask: there is nothing secret here, and OpenRefine asks from a page."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS")
        self.send_header("Access-Control-Allow-Headers", "Content-Type")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Keep silent: what is asked for is nobody's business."""
