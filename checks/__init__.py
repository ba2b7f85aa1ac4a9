"""The checks: records of one report in, the same records with findings and coverage out."""

from checks.audit import CHECKS, audit
from checks.services import tied_figures
from checks.trial import Check

__all__ = ["CHECKS", "Check", "audit", "tied_figures"]
