"""Fits the weights of the service matcher to labelled names: `python -m benchmarks.fit` writes `normalise/services/weights.toml`.

Each council of the shared list is looked up without its own names among the aliases, as a council that nobody has seen. The score is set to
the share of right ones by weights that were fitted without the council.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.labelled import HOUSE, NAMES, SHARED, Labelled, councils, index_without, read
from normalise.services.features import evidence
from normalise.services.gathered import Features
from normalise.services.index import Index, known_names
from normalise.services.likelihood import UNKNOWN, Weights, likelihoods
from normalise.services.surroundings import around

FEATURES = (
    *(
        "depends",
        "spelled",
        "about",
        "after_dash",
        "before_dash",
        "bracketed",
        "before_bracket",
        "first_of_list",
        "later_in_list",
        "only_in_list",
    ),
    *(
        "held_first",
        "held_later",
        "letters",
        "fuzzy",
        "heading_said",
        "heading_words",
        "heading_plain",
        "above",
        "above_covered",
        "above_heading",
    ),
    *(
        "agrees",
        "differs",
        "clashes",
        "none",
        "none_as_cause",
        "none_beside",
        "directorate",
        "directorate_within",
        "whole_as_heading",
        "service_as_heading",
    ),
)
WEIGHTS = HOUSE / "normalise" / "services" / "weights.toml"
RIDGE = 0.002
"""How much a large weight costs, beside the mean surprise of a row."""
STEPS, RATE = 1200, 0.05
REVIEW_BELOW = 0.85
"""A name whose score is lower is looked at: the rest is wrong in fewer than two of a hundred names."""

Floats = NDArray[np.float64]


class Example(NamedTuple):
    """A labelled name and what speaks for each of its candidates."""

    row: Labelled
    found: Mapping[str, Features]


@cache
def unseen() -> list[Example]:
    """The shared list, each council without its own names, and our own lists for development."""
    shared = read(SHARED)
    own = [row for name in ("dev.csv", "made.csv") for row in read(NAMES / name)]
    return [*(example(row, index_without(shared, row.council)) for row in shared), *(example(row, known_names()) for row in own)]


@cache
def seen() -> list[Example]:
    """The shared list with all names: most of them are aliases."""
    return [example(row, known_names()) for row in read(SHARED)]


def example(row: Labelled, index: Index) -> Example:
    """What speaks for each candidate of a row, by an index."""
    return Example(row, evidence(index, row.name, around(index, "", row.council, row.context)))


def fit(rows: Sequence[Example]) -> Weights:
    """The weights under which the right candidates of all rows are likeliest."""
    values, right, starts = _stacked(rows)
    sizes = np.diff(np.append(starts, len(values)))
    weights, speed, spread = (np.zeros(values.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        logits = values @ weights
        powers = np.exp(logits - np.repeat(np.maximum.reduceat(logits, starts), sizes))
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        wanted = powers * right / np.repeat(np.add.reduceat(powers * right, starts), sizes)
        slope = values.T @ (shares - wanted) / len(rows) + RIDGE * weights
        speed, spread = 0.9 * speed + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (1 - step / STEPS) * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
    return Weights(dict(zip(FEATURES, weights.tolist(), strict=False)), float(weights[-1]))


def _stacked(rows: Sequence[Example]) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """All candidates of all rows below each other, which of them are right, and where each row begins; its last is the unknown."""
    values: list[list[float]] = []
    right: list[float] = []
    starts: list[int] = []
    for row, found in rows:
        starts.append(len(values))
        values += [[*(features.get(name, 0.0) for name in FEATURES), 0.0] for features in found.values()]
        right += [float(one in row.right) for one in found]
        values.append([0.0] * len(FEATURES) + [1.0])
        right.append(float(not any(right[starts[-1] :])))
    return np.array(values), np.array(right), np.array(starts)


def calibrated(rows: Sequence[Example], others: Sequence[Example]) -> Weights:
    """Fitted weights whose score is the share of right ones, each council's told by weights fitted without it."""
    told = [one for council in councils(row.row for row in rows) for one in _told(rows, others, council)]
    logits = np.array([np.log(share / (1 - share)) for share, _ in told])
    right = np.array([right for _, right in told], dtype=float)
    slope, offset = 1.0, 0.0
    for _ in range(5000):
        shares = 1 / (1 + np.exp(-(offset + slope * logits)))
        slope -= 0.5 * float(np.mean((shares - right) * logits)) / 4
        offset -= 0.5 * float(np.mean(shares - right))
    whole_fit = fit([*rows, *others])
    return Weights(whole_fit.features, whole_fit.unknown, slope, offset, REVIEW_BELOW)


def _told(rows: Sequence[Example], others: Sequence[Example], council: str) -> list[tuple[float, bool]]:
    """The share that weights fitted without a council give their best candidate of each of its names, and whether that is right."""
    fitted = fit([example for example in (*rows, *others) if example.row.council != council])
    answers = [(example.row, *best(example.found, fitted)) for example in rows if example.row.council == council]
    return [(share, one in row.right) for row, one, share in answers]


def best(found: Mapping[str, Features], by: Weights) -> tuple[str, float]:
    """The likeliest id and its share."""
    return next(iter(likelihoods(found, by).items()), (UNKNOWN, 0.5))


def written(weights: Weights) -> str:
    """The weights as a data file."""
    lines = ["# Written by `python -m benchmarks.fit`: what each feature of a candidate weighs (normalise/services/features.py).", ""]
    lines += [f"{name} = {getattr(weights, name):.4f}" for name in ("unknown", "slope", "offset", "review_below")]
    return "\n".join([*lines, "", "[features]", *(f"{name} = {value:.4f}" for name, value in weights.features.items()), ""])


if __name__ == "__main__":
    WEIGHTS.write_text(written(calibrated(unseen(), seen())), encoding="utf-8")
