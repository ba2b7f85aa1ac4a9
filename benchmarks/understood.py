"""A file on its whole way in this process, as a run takes it, but that what goes wrong is raised."""

from pathlib import Path

import checks
import extract
import normalise
from schemas import Records, Report


def path_to_records(path: Path) -> Records:
    """What is printed in a file, what it means, and what does not add up; of a pack, of all its pages together."""
    texts = extract.page_texts(path)
    normalise.pages_to_reports(texts)
    document = extract.read(path, texts=texts)
    return checks.audit(normalise.read(document, Report("measured", path.name, "", document.media_type)))
