"""Reports of a council whose names the crosswalk matches, drawn as text, and the row of a name."""

from dataclasses import replace

from drawing import HEAD, meant

from normalise.crosswalk import Crosswalk
from schemas import Records, Service

COUNCIL = "E06000034"


def report(text: str, report_id: str = "r", council: str = COUNCIL) -> Records:
    """What a text means, as that council's."""
    records = meant(HEAD + text)
    return replace(
        records,
        report=replace(records.report, report_id=report_id, council_code=council),
        figures=tuple(replace(figure, council_code=council) for figure in records.figures),
    )


def row(crosswalk: Crosswalk, service: str) -> Service:
    return next(row for row in crosswalk.rows if row.service == service)
