"""The page that people look at: report.html, one file with everything in it.

The way through: a `Section` is what one entry of the navigation opens, its words a script's data; `sections_to_page` (in `page`, with
`embedded` for what must not break out) makes one page of several, and `write_page` writes it piece by piece. In the page, page.js is the
frame (navigation, theme, data, elements) and list.js what long lists share (filters, search, a piece at a time); each section adds its own.

`report` makes the sections of a dataset. Findings become `cases`, what of each page they need `crops`, those `pictures`; `evidence` is what
the rest of the program hands over.
"""

from publish.audit.cases import dataset_to_cases
from publish.audit.crops import Leaf, cases_to_crops, figures_to_tops
from publish.audit.evidence import Choice, Decision, Evidence, Excerpt, Judged, Square, Sum
from publish.audit.page import sections_to_page, write_page
from publish.audit.pictures import SMALL, Picture, affordable, draw_pages, findings_to_budget
from publish.audit.section import Section

__all__ = [
    "SMALL",
    "Choice",
    "Decision",
    "Evidence",
    "Excerpt",
    "Judged",
    "Leaf",
    "Picture",
    "Section",
    "Square",
    "Sum",
    "affordable",
    "cases_to_crops",
    "dataset_to_cases",
    "draw_pages",
    "figures_to_tops",
    "findings_to_budget",
    "sections_to_page",
    "write_page",
]
