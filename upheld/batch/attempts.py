"""Files to read -> what became of each; one that ends its process at a page is read again without that page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from sys import maxsize

from upheld.batch.job import Answer, Job, Skipped, read_file
from upheld.batch.kept import outcomes_to_bytes
from upheld.batch.outcome import FAILURES, failed, lost_to_message
from upheld.work import Limits, Lost, Mapped


def attempts(jobs: Sequence[Job], mapped: Mapped, limits: Limits, fill: Callable[[Job], Job]) -> Iterator[tuple[Job, Answer]]:
    """Each job with its answer, in the order in which they are done.

    A job is filled with what is known of its file just before it is done. Of a file that is lost at a page all other pages are tried, then
    only those before it, which were read once already.
    """
    lost: dict[int, Lost] = {}
    for number, answer in mapped(read_file, map(fill, jobs)):
        if isinstance(answer, Lost):
            lost[number] = answer
        else:
            yield jobs[number], answer
    for cut in (its_page, its_page_and_all_behind):
        asked = [number for number, found in lost.items() if found.step]
        again = [without(jobs[number], cut(lost[number].step), lost_to_message(lost[number], limits)) for number in asked]
        for at, answer in mapped(read_file, again):
            if not isinstance(answer, Lost) and answer.is_read:
                del lost[asked[at]]
                yield jobs[asked[at]], answer
    for number, found in lost.items():
        outcome = failed(jobs[number].report, FAILURES[found.loss], lost_to_message(found, limits))
        yield jobs[number], Answer(outcomes_to_bytes([outcome]), is_read=False, limited=True)


def its_page(page: int) -> range:
    """The page at which a file was lost."""
    return range(page, page + 1)


def its_page_and_all_behind(page: int) -> range:
    """The page at which a file was lost, and whatever comes behind it."""
    return range(page, maxsize)


def without(job: Job, pages: range, why: str) -> Job:
    """The job without some of its pages."""
    told = f"page {pages.start} was" if len(pages) == 1 else f"the pages from {pages.start} on were"
    return replace(job, skipped=Skipped(pages, f"{told} left out: {why}"))
