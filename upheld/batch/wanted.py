"""The pages of a file that may be read: a reader asks for each just before it begins with it."""

from collections.abc import Container
from time import process_time

from schemas import Gap, Place
from upheld.batch.job import Job
from upheld.work import Note


class Wanted:
    """All pages, until the time is up, but those that are left out; each is noted, so that it is known at which a process ended."""

    def __init__(self, job: Job, note: Note) -> None:
        """The time runs from now."""
        self._job, self._note = job, note
        self._until = None if job.seconds is None else process_time() + job.seconds
        self.late = 0

    def among(self, pages: Container[int] | None) -> Container[int]:
        """Of these pages only; of all where there are none to choose from."""
        return _Among(self, pages)

    def ask(self, page: int) -> bool:
        """Whether the page may be read now."""
        if self.late or (self._until is not None and process_time() > self._until):
            self.late = self.late or page
            return False
        if self._job.skipped and page in self._job.skipped.pages:
            return False
        self._note(page)
        return True

    def gaps(self) -> tuple[Gap, ...]:
        """What was refused so far; from now on the process is at no page."""
        self._note(0)
        found = [Gap(Place(page=self._job.skipped.pages.start), self._job.skipped.reason)] if self._job.skipped else []
        if self.late:
            reason = f"the pages from {self.late} on were not read: {self._job.seconds:g} seconds were over; raise --timeout to read them"
            found.append(Gap(Place(page=self.late), reason))
        return tuple(found)


class _Among:
    def __init__(self, wanted: Wanted, pages: Container[int] | None) -> None:
        self._wanted, self._pages = wanted, pages

    def __contains__(self, page: object) -> bool:
        return isinstance(page, int) and (self._pages is None or page in self._pages) and self._wanted.ask(page)
