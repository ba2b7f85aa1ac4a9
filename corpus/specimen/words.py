"""The words that one report uses: a form for each thing, chosen from the word list."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

MODES = ("seen", "held_back", "unknown")
HELD_BACK = 0.6  # of the forms of a report that may use those held back
TWO = 0.4  # of the reports that print no third stage, those of a council that has none
NEXT, BEFORE = 1, -1


@dataclass(frozen=True, slots=True)
class Words:
    """A report's forms by their name, as `form.total` or `measure.received`, its names of stages and outcomes, and its unknown headings."""

    forms: Mapping[str, str]
    stages: tuple[str, ...]
    outcomes: tuple[str, ...]
    unknown: tuple[str, ...]

    def form(self, name: str, **parts: str) -> str:
        """A form with its gaps filled."""
        return self.forms[f"form.{name}"].format(**parts)

    def stage(self, stage: str) -> str:
        """How this report calls a stage."""
        return self.stages[int(stage) - 1]

    def measure(self, stage: str, measure: str, *, bare: bool) -> str:
        """The heading of a column of figures; `bare` where a heading above says the stage."""
        at = int(stage) - 1
        parts = {"stage": self.stages[at], "before": self.stages[at + BEFORE], "next": self.stages[min(at + NEXT, len(self.stages) - 1)]}
        return _capital(self.forms[f"{'bare' if bare else 'measure'}.{measure}"].format(**parts))


@cache
def listed() -> Mapping[str, Any]:
    """The word list."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


def choose(random: Random, mode: str, *, third: bool, both: bool) -> Words:
    """The words of one report; `third`: it prints a third stage, so the council has one; `both`: no stage stands without the others."""

    def one(forms: Mapping[str, Sequence[Any]]) -> Any:  # noqa: ANN401 - a phrase, or a row of phrases
        held = mode == "held_back" and random.random() < HELD_BACK
        return random.choice(forms["held_back" if held else "seen"])

    forms = {f"{group}.{name}": one(told) for group in ("measure", "bare", "form") for name, told in listed()[group].items()}
    stages, outcomes = one(listed()["two_stages" if not third and random.random() < TWO else "stages"]), one(listed()["outcomes"])
    if not both and stages in listed()["two_stages"]["together"]:
        stages = listed()["two_stages"]["seen"][-1]
    unknown = random.sample(listed()["unknown"]["headings"], 2)
    return Words(forms, tuple(stages), tuple(outcomes), tuple(unknown) if mode == "unknown" else ())


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
