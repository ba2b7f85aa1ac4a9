"""What is printed in a file: read from it, or taken from what was kept of an earlier reading."""

from collections.abc import Container
from contextlib import suppress
from dataclasses import replace

import extract
from schemas import DatasetError, Document, UnreadableFileError
from schemas.stored import document_to_json, json_to_document
from upheld.batch.job import Job
from upheld.batch.kept import bytes_to_printed, printed_to_bytes
from upheld.batch.wanted import Wanted
from upheld.work import Note

TOO_MANY = "it has so many pages that they could not even be looked through in {:g} seconds; raise --timeout to read it"


class Printed:
    """A file's page texts and Documents. What is asked for and was not kept is read."""

    def __init__(self, job: Job, note: Note) -> None:
        """Nothing is read before it is asked for."""
        self._job, self._note = job, note
        self._texts: list[str] | None = None
        self._documents: dict[str, str] = {}
        if job.reading:
            with suppress(DatasetError):
                self._texts, self._documents = bytes_to_printed(job.reading)
        self._wanted: Wanted | None = None
        self.limited = False

    def kept(self) -> bytes | None:
        """All of it, if anything was read just now, and everything that was to be read."""
        return printed_to_bytes(self._texts or (), self._documents) if self._wanted and not self.limited else None

    def texts(self) -> list[str]:
        """The text of each page, read quickly."""
        if self._texts is None:
            wanted = Wanted(self._job, self._note)
            with extract.unlocked(self._job.path, self._job.password) as readable:
                self._texts = extract.page_texts(readable, wanted.among(None))
            if wanted.late:
                self.limited = True
                raise UnreadableFileError(TOO_MANY.format(self._job.seconds))
        return self._texts

    def document(self, pages: range | None) -> Document:
        """What is printed on these pages, on all of them without a choice; those that could not be read are gaps."""
        name = f"{pages.start}-{pages.stop - 1}" if pages else ""
        if name in self._documents:
            return json_to_document(self._documents[name])
        document = self._read(pages)
        self._documents[name] = document_to_json(document)
        return document

    def _read(self, pages: Container[int] | None) -> Document:
        self._wanted = self._wanted or Wanted(self._job, self._note)  # one clock for all reports of a file
        try:
            with extract.unlocked(self._job.path, self._job.password) as readable:
                document = extract.read(readable, self._wanted.among(pages), self._texts or ())
        except UnreadableFileError as error:
            gaps = self._wanted.gaps()
            self.limited = bool(gaps)
            raise UnreadableFileError("; ".join(gap.reason for gap in gaps)) if gaps else error from error
        gaps = self._wanted.gaps()
        self.limited = self.limited or bool(gaps)
        return replace(document, gaps=(*document.gaps, *gaps))
