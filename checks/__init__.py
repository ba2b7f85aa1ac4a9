"""The checks: records of one report in, the same records with findings and coverage out (`audit`).

What two reports of one council say differently is no finding: `revisions`, and `follow` for their commitments.
"""

from checks.audit import CHECKS, audit
from checks.between import follow, revisions
from checks.services import tied_figures
from checks.trial import Check

__all__ = ["CHECKS", "Check", "audit", "follow", "revisions", "tied_figures"]
