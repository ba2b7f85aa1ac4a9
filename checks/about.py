"""What is said of a rule besides its name; severities and examples are data (`rules.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checks.trial import Check
from schemas import Severity, VocabularyError

FILE = Path(__file__).with_name("rules.toml")


class About(NamedTuple):
    """A rule's sentence, how severe its findings are as a rule, and an example of one."""

    sentence: str
    severity: Severity
    example: str


@cache
def told() -> Mapping[str, Mapping[str, str]]:
    """The data file, by rule."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def about(rule: Check) -> About:
    """What is said of a rule. Raises `VocabularyError` where the data file leaves it out."""
    if rule.name not in told():
        raise VocabularyError(f"{FILE.name}: {rule.name}: its severity and an example are missing")
    said = told()[rule.name]
    return About((rule.run.__doc__ or "").strip(), Severity(said["severity"]), said["example"])
