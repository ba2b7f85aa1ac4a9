"""Which rules are tried and how much they let pass: an `upheld.toml` beside the reports.

[rules]
row_is_its_own = false                   # switched off
printed_twice_has_one_value = 1          # a difference of up to 1 is let pass
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from checks.trial import Doubt
from schemas import SettingsError

FILE = "upheld.toml"
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules that are switched off, and by how much the numbers of a doubt may differ for it to be let pass, by rule."""

    off: frozenset[str] = frozenset()
    tolerance: Mapping[str, Decimal] = field(default_factory=dict)

    def passes(self, rule: str, doubt: Doubt) -> bool:
        """Whether a doubt is within the rule's tolerance; one that is not between two numbers never is."""
        numbers = [_NUMBER.findall(text) for text in (doubt.expected, doubt.found)]
        if rule not in self.tolerance or [len(found) for found in numbers] != [1, 1]:
            return False
        expected, found = (Decimal(one) for (one,) in numbers)
        return abs(expected - found) <= self.tolerance[rule]


def read_settings(folder: Path, rules: Collection[str]) -> Settings:
    """The settings that stand in a folder, all rules being tried where there are none. Raises `SettingsError` for what is no setting."""
    path = folder / FILE
    if not path.is_file():
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}; mend it, or take it out of the folder") from error
    if unknown := data.keys() - {"rules"}:
        raise SettingsError(f"{path}: {', '.join(sorted(unknown))}: no such table; it holds [rules] only")
    return to_settings(path, data.get("rules", {}), rules)


def to_settings(path: Path, table: object, rules: Collection[str]) -> Settings:
    """The table of rules as settings."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: rules: a table [rules] is expected")
    for rule, value in table.items():
        if rule not in rules:
            raise SettingsError(f"{path}: {rule}: no such rule; `upheld rules` names them")
        if not isinstance(value, bool) and not (isinstance(value, int | float) and value >= 0):
            raise SettingsError(f"{path}: {rule}: true, false or the difference to let pass is expected, not {value!r}")
    off = frozenset(rule for rule, value in table.items() if value is False)
    return Settings(off, {rule: Decimal(str(value)) for rule, value in table.items() if not isinstance(value, bool)})
