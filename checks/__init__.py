"""The checks: records of one report in, the same records with findings and coverage out (`audit`).

Each rule is a function that yields a `Trial` for every place where it can be tried; `CHECKS` lists them, `about` says what each means,
`Settings` switches them off. `explain` tells one finding at length, from its `Account`; `accounts` gives those of a report's findings.
`confirmed` holds findings against a second reading. What two reports of one council say differently is no finding: `revisions`, and
`follow` for their commitments.
"""

from checks.about import about
from checks.audit import CHECKS, audit
from checks.between import follow, in_order, revisions
from checks.confirm import Reading, confirmed
from checks.explain import Account, accounts, explain
from checks.services import tied_figures
from checks.settings import FILE as SETTINGS
from checks.settings import Settings, read_settings
from checks.trial import Check

__all__ = [
    "CHECKS",
    "SETTINGS",
    "Account",
    "Check",
    "Reading",
    "Settings",
    "about",
    "accounts",
    "audit",
    "confirmed",
    "explain",
    "follow",
    "in_order",
    "read_settings",
    "revisions",
    "tied_figures",
]
