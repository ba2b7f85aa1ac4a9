"""What sentences state, in lines that a person can read."""

from normalise.meaning import Meaning
from normalise.prose import text_to_claims
from normalise.setting import Setting
from normalise.words.dated import find_periods
from schemas import Stage, Unit
from schemas.period import label
from schemas.vocabulary import vocabulary

OWN = "2019-20"
_SIGNS = {Unit.PERCENT: "%", Unit.GBP: "£", Unit.DAYS: " days", Unit.COUNT: ""}


def told(text: str, own: str = OWN, service: str | None = "", stage: Stage | None = None, names: frozenset[str] = frozenset()) -> list[str]:
    """Each claim as `value measure`, then what is not of the whole council, of all stages, of the report's own period."""
    period = find_periods(own)[0].period
    setting = Setting(period, None, vocabulary())
    lines = []
    for claim in text_to_claims(text, Meaning(service=service, stage=stage), setting, names):
        said = claim.meaning
        parts = [f"{claim.value}{_SIGNS[claim.unit]} {said.measure}"]
        parts += [f"stage {said.stage}"] if said.stage is not Stage.ALL else []
        parts += [said.basis] if said.basis == "difference" else []
        parts += [label(said.period)] if said.period and said.period != period else []
        parts += [part for part in (said.category, said.service) if part]
        lines.append(", ".join(parts))
    return lines


def examples(drawn: str) -> list[tuple[str, list[str]]]:
    """Sentences, each with the claims in the indented lines below it."""
    examples: list[tuple[str, list[str]]] = []
    for line in drawn.strip("\n").split("\n"):
        if line.startswith(" "):
            examples[-1][1].append(line.strip())
        else:
            examples.append((line, []))
    return examples
