"""The canonical services, as the reference list has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from normalise.reference import rows


@dataclass(frozen=True, slots=True)
class Canonical:
    """A service that councils share; `category` is its heading in the Ombudsman's statistics, `lgsl` its entry in the Service List."""

    service_id: str
    label: str
    category: str
    aliases: tuple[str, ...] = ()
    lgsl: str = ""


@cache
def canonical() -> Mapping[str, Canonical]:
    """The services of the reference list by their id."""
    return {row["service_id"]: _canonical(row) for row in rows("services.csv")}


def _canonical(row: Mapping[str, str]) -> Canonical:
    aliases = tuple(filter(None, row["aliases"].split("|")))
    return Canonical(row["service_id"], row["label"], row["lgsco_category"], aliases, row["lgsl"])
