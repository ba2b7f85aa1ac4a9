"""The records of all reports -> the dataset that they are together: what one report alone cannot say is worked out here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import checks
import normalise
from normalise.crosswalk import Handed, build, row_to_name, with_ids
from normalise.services import known_names
from publish import Dataset, Origin, records_to_dataset
from schemas import Records


@dataclass(frozen=True, slots=True)
class Assembled:
    """The reports with what the others say of them, in their order; their dataset; a sentence for each decision that could not be used."""

    reports: tuple[Records, ...]
    dataset: Dataset
    problems: tuple[str, ...]


def make_ready() -> None:
    """Have at hand what `assemble` would otherwise be waiting for: to be called while others are still at work."""
    known_names()


def assemble(reports: Sequence[Records], origins: Iterable[Origin], handed: Sequence[Handed] = ()) -> Assembled:
    """The dataset of these reports; `handed` are the rows of an edited crosswalk."""
    tied = [pair for records in reports for pair in checks.tied_figures(records.figures)]
    crosswalk = build(reports, [(row_to_name(one), row_to_name(other)) for one, other in tied], handed)
    named = tuple(checks.follow(with_ids(records, crosswalk.ids) for records in reports))
    dataset = records_to_dataset(named, origins, crosswalk.rows, normalise.populations(), checks.revisions(named))
    return Assembled(named, dataset, crosswalk.problems)
