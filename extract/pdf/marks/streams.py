"""Whether a page came over whole: a compressed stream ends with a checksum, and pdfminer reads on without it, or drops the stream."""

import zlib
from collections.abc import Iterator

from pdfminer import settings
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFException, PDFStream, resolve1
from pdfminer.psparser import LIT

_FORM = LIT("Form")


def is_whole(page: PDFPage, damaged: set[int | None]) -> bool:
    """Whether the streams that hold the page's text are what was written; `damaged` keeps those that are not, since pages share them."""
    streams = [*map(resolve1, page.contents), *_resources_to_streams(page.resources, set())]
    found = [stream for stream in streams if isinstance(stream, PDFStream) and stream.get("Length") != 0]  # as on an empty page
    damaged.update(stream.objid for stream in found if not _decodes(stream))
    return damaged.isdisjoint(stream.objid for stream in found)


def _decodes(stream: PDFStream) -> bool:
    """Decode a stream as pdfminer does where it is strict; one decoded before is not decoded again."""
    settings.STRICT = True
    try:
        stream.get_data()
    except PDFException as error:
        return not isinstance(error.__cause__, zlib.error)  # strictness about anything else loses no text
    finally:
        settings.STRICT = False
    return True


def _resources_to_streams(resources: object, seen: set[int]) -> Iterator[object]:
    """The forms that a page draws, with theirs, and the tables that say which character a glyph is."""
    for font in _entries(resources, "Font"):
        yield resolve1(font.get("ToUnicode")) if isinstance(font, dict) else None
    for form in _entries(resources, "XObject"):
        if isinstance(form, PDFStream) and resolve1(form.get("Subtype")) is _FORM and id(form) not in seen:
            seen.add(id(form))
            yield form
            yield from _resources_to_streams(form.get("Resources"), seen)


def _entries(resources: object, kind: str) -> list[object]:
    found = resolve1(resources)
    named = resolve1(found.get(kind)) if isinstance(found, dict) else None
    return [resolve1(entry) for entry in named.values()] if isinstance(named, dict) else []
