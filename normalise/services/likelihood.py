"""What speaks for each id -> how sure each is: a logit over the candidates, its weights fitted by `python -m benchmarks.fit`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum, log

from normalise.services.gathered import Features

UNKNOWN = ""
"""The candidate that it is none of the others."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, of the unknown, and how the sureness of the best is set to the share that is right."""

    features: Mapping[str, float]
    unknown: float
    slope: float = 1.0
    offset: float = 0.0
    review_below: float = 0.8


@cache
def weights() -> Weights:
    """The fitted weights."""
    read = tomllib.loads(files("normalise").joinpath("services", "weights.toml").read_text(encoding="utf-8"))
    return Weights(**read)


def likelihoods(evidence: Mapping[str, Features], by: Weights) -> dict[str, float]:
    """How likely each id is, the likeliest first, as a share of right ones; what is left is that none of them is."""
    logits = {one: fsum(by.features.get(name, 0.0) * amount for name, amount in found.items()) for one, found in evidence.items()}
    logits[UNKNOWN] = by.unknown
    highest = max(logits.values())
    powers = {one: exp(logit - highest) for one, logit in logits.items()}
    total = fsum(powers.values())
    shares = {one: _calibrated(power / total, by) for one, power in powers.items() if one != UNKNOWN}
    return dict(sorted(shares.items(), key=lambda item: (-item[1], item[0])))


_EDGE = 1e-9


def _calibrated(share: float, by: Weights) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return 1 / (1 + exp(-(by.offset + by.slope * log(share / (1 - share)))))
