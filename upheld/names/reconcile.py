"""Answers of the Reconciliation Service API 0.2: a name and what stands around it -> the services that it may mean.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from normalise.services import Match, Printed, match
from normalise.services.ids import HEADING, HEADINGS, category_of, every_id, is_known, is_service, label_of, text_to_id
from normalise.services.reference import canonical
from schemas import UpheldError
from schemas.vocabulary import tokens

LIMIT, MOST = 3, 25
"""Candidates of an answer where the query says nothing, and where it says more."""
MOST_QUERIES = 1000
"""Queries of a batch; OpenRefine sends ten at a time."""
PERCENT = 100
"""OpenRefine shows scores as if they went up to this."""
SERVICE = {"id": "service", "name": "Service"}
HEADING_TYPE = {"id": "directorate", "name": "Heading over several services"}
NO_SERVICE = {"id": "none", "name": "No service"}
TYPES = (SERVICE, *({"id": one, "name": name} for one, name in HEADINGS.items() if name), HEADING_TYPE, NO_SERVICE)
PROPERTIES = (
    {"id": "directorate", "name": "Directorate: the heading that the name is printed under"},
    {"id": "council", "name": "Council: its name or GSS code"},
    {"id": "context", "name": "Context: other words of the place"},
)
Json = dict[str, Any]


class BadQueryError(UpheldError):
    """A query that cannot be answered; the message says what would be right."""


def manifest(base: str) -> Json:
    """What the service is and can do; `base` is its address without a slash behind."""
    suggest = {kind: {"service_url": base, "service_path": f"/suggest/{kind}"} for kind in ("entity", "type", "property")}
    return {
        "versions": ["0.1", "0.2"],
        "name": "upheld: services that councils are complained to about",
        "identifierSpace": f"{base}/service/",
        "schemaSpace": f"{base}/type/",
        "defaultTypes": [SERVICE],
        "view": {"url": f"{base}/service/{{{{id}}}}"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": suggest,
    }


def answer_batch(queries: object) -> Json:
    """The answer to each query of a batch."""
    if not isinstance(queries, dict):
        raise BadQueryError('queries: should be an object such as {"q0": {"query": "Bins"}}')
    if len(queries) > MOST_QUERIES:
        raise BadQueryError(f"queries: {len(queries)} at once are more than {MOST_QUERIES}; send them in several batches")
    return {name: answer(query, f"query {name}") for name, query in queries.items()}


def answer(query: object, place: str = "query") -> Json:
    """The candidates of one query, the likeliest first."""
    asked = {"query": query} if isinstance(query, str) else query
    if not isinstance(asked, dict) or not isinstance(asked.get("query", ""), str):
        raise BadQueryError(f'{place}: should be an object with a text `query`, such as {{"query": "Bins"}}')
    limit = asked.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise BadQueryError(f"{place}: its limit should be a whole number from 1 on")
    text, around = asked.get("query", "").strip(), query_to_context(asked, place)
    if not text:
        return {"result": []}
    found = match(Printed(text, around.get("directorate", ""), around.get("council", ""), around.get("context", "")))
    kinds = {str(kind).casefold() for kind in as_list(asked.get("type"))}
    results = [result for result in match_to_results(found, text) if not kinds or kinds & type_names(result)]
    return {"result": results[: min(limit, MOST)]}


def as_list(value: object) -> list[object]:
    """A value that may be one, several or none, as a list."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def query_to_context(asked: Mapping[str, Any], place: str) -> dict[str, str]:
    """The properties of a query that are known; of several values of one, all are taken together."""
    given = asked.get("properties", [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise BadQueryError(f'{place}: its properties should be a list such as [{{"pid": "directorate", "v": "Housing"}}]')
    return {str(one.get("pid", one.get("p", ""))): " ".join(value_to_text(value) for value in as_list(one.get("v"))) for one in given}


def value_to_text(value: object) -> str:
    """A property's value; a reconciled cell comes as an object with its name."""
    return str(value.get("name", value.get("id", ""))) if isinstance(value, dict) else str(value)


def match_to_results(found: Match, text: str) -> Iterator[Json]:
    """The candidates of a match; an id or label written as it is goes before all others."""
    written = text_to_id(text)
    if is_known(written):
        yield to_result(written, 1.0, "the id or label itself", is_match=True)
    for n, one in enumerate(found.candidates):
        if one.service_id != written or not is_known(written):
            yield to_result(one.service_id, one.score, one.method, is_match=n == 0 and not found.needs_review and not is_known(written))


def to_result(service_id: str, score: float, method: str, *, is_match: bool) -> Json:
    """A candidate as the API has it."""
    about = {"id": service_id, "name": label_of(service_id), "description": method, "type": types_of(service_id)}
    return about | {"score": round(PERCENT * score, 1), "match": is_match}


def types_of(service_id: str) -> list[dict[str, str]]:
    """What an id is, and the Ombudsman's heading that it stands under."""
    kind = SERVICE if is_service(service_id) else HEADING_TYPE if service_id.startswith(HEADING) else NO_SERVICE
    return [kind, *(one for one in TYPES if one["name"] == category_of(service_id))]


def type_names(result: Json) -> set[str]:
    """The ids and names of a result's types, in small letters."""
    return {told.casefold() for kind in result["type"] for told in kind.values()}


def suggest(kind: str, prefix: str) -> Json:
    """Entities, types or properties whose id, name or aliases hold words that begin so."""
    known: Iterable[tuple[Json, str]]
    if kind == "entity":
        known = ((entity(one), " ".join((one, label_of(one), *aliases))) for one, aliases in every_id())
    else:
        known = ((one, f"{one['id']} {one['name']}") for one in (TYPES if kind == "type" else PROPERTIES))
    asked = tokens(prefix)
    return {"result": [one for one, told in known if all(any(word.startswith(a) for word in tokens(told)) for a in asked)][:MOST]}


def entity(service_id: str) -> Json:
    """An id as it is suggested."""
    return {"id": service_id, "name": label_of(service_id), "description": category_of(service_id), "notable": types_of(service_id)}


def page(service_id: str) -> str:
    """An id as a small page for people; a BadQueryError where there is none such."""
    if not is_known(service_id):
        raise BadQueryError(f"{service_id}: is no service of the list")
    names = " · ".join(canonical()[service_id].aliases) if is_service(service_id) else ""
    told = (f"<h1>{escape(label_of(service_id))}</h1>", f"<p>{escape(category_of(service_id))}</p>", f"<p>{escape(names)}</p>")
    style = "<style>body{font:14px sans-serif;margin:8px}h1{font-size:16px}</style>"
    return f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{escape(service_id)}</title>{style}{"".join(told)}</html>\n'
