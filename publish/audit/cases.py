"""A dataset -> its findings, each with the figures that it rests on."""

from typing import NamedTuple

from publish.dataset import Dataset
from publish.recorded import frame_to_rows
from schemas import Box, Figure, Finding


class Case(NamedTuple):
    """A finding and its figures, in the order in which the finding names them."""

    finding: Finding
    figures: tuple[Figure, ...]

    @property
    def values(self) -> str:
        """What is printed at each figure, or the words in doubt: what a person judges. No spreadsheet takes a bracket for a formula."""
        return " ".join(f"[{text}]" for text in [figure.text for figure in self.figures] or [self.finding.found])


def dataset_to_cases(dataset: Dataset) -> list[Case]:
    """The findings of a dataset, in its order."""
    findings: list[Finding] = frame_to_rows(dataset.findings, Finding)
    wanted = {figure_id for finding in findings for figure_id in finding.figure_ids.split("|")}
    rows = frame_to_rows(dataset.figures[dataset.figures["figure_id"].isin(wanted)], Figure)
    figures: dict[str, Figure] = {figure.figure_id: figure for figure in rows}
    return [
        Case(finding, tuple(figures[figure_id] for figure_id in finding.figure_ids.split("|") if figure_id in figures))
        for finding in findings
    ]


def figure_to_box(figure: Figure) -> Box | None:
    """Where on its page a figure stands, if the format has pages."""
    if figure.x0 is None or figure.top is None or figure.x1 is None or figure.bottom is None:
        return None
    return Box(figure.x0, figure.top, figure.x1, figure.bottom)
