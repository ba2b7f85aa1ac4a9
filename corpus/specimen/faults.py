"""Faults on order: one figure or line is changed so that one rule breaks, and what an auditor must be told of it.

What other rules rest on is changed along.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import NamedTuple

from corpus.specimen.miscounted import (
    copied_row,
    difference,
    duplicate_disagrees,
    escalated_not_received,
    negative_count,
    prose_disagrees,
    sum_of_parts,
    summary_detail,
)
from corpus.specimen.misshared import count_share, impossible_percent, percent_other_base, shares_not_100
from corpus.specimen.misworded import commitment_dropped, period_misprint, prior_revised, wrong_corner
from corpus.specimen.planting import Planted
from corpus.specimen.truth import Story

FLOWING = ("stage", "comparative", "dashboard")
GLANCED = ("service_year", "quarters", "outcomes", "blocks")
REPEATING = {"total", "headline", "change", "short", "timely", "directorates"}
Plant = Callable[[Story, Random, str], Planted | None]


class Fault(NamedTuple):
    """In which families a fault can stand, and what plants it: None if this truth has no place for it."""

    families: tuple[str, ...]
    plant: Plant


def plant(name: str, story: Story, random: Random, family: str) -> Planted | None:
    """A story with a fault. What repeats or sums up figures is left out unless the fault is in it, so that no second rule breaks."""
    return FAULTS[name].plant(replace(story, features=story.features - REPEATING), random, family)


FAULTS: Mapping[str, Fault] = {
    "escalated_not_received": Fault(FLOWING, escalated_not_received),
    "difference": Fault(("comparative",), difference),
    "summary_detail": Fault(("comparative", "dashboard"), summary_detail),
    "impossible_percent": Fault(FLOWING, impossible_percent),
    "prior_revised": Fault((*FLOWING, "service_year"), prior_revised),
    "commitment_dropped": Fault(FLOWING, commitment_dropped),
    "percent_other_base": Fault(FLOWING, percent_other_base),
    "sum_of_parts": Fault(("stage", "root_cause", *GLANCED), sum_of_parts),
    "shares_not_100": Fault(("label_share",), shares_not_100),
    "count_share": Fault(("label_share",), count_share),
    "copied_row": Fault(FLOWING, copied_row),
    "wrong_corner": Fault(("comparative",), wrong_corner),
    "negative_count": Fault((*FLOWING, "service_year"), negative_count),
    "period_misprint": Fault((*FLOWING, *GLANCED, "root_cause", "label_share", "prose"), period_misprint),
    "prose_disagrees": Fault(FLOWING, prose_disagrees),
    "duplicate_disagrees": Fault(GLANCED, duplicate_disagrees),
}
