"""An encrypted PDF and its password -> the same PDF without encryption, which every reader reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from schemas import UnreadableFileError


@contextmanager
def unlocked(path: Path, password: str) -> Iterator[Path]:
    """A file of the same name that needs no password, gone afterwards; the file itself where it asks for none, or is no PDF.

    Raises `UnreadableFileError` if the password is wrong.
    """
    if not password or not _asks(path, None):
        yield path
        return
    import pypdfium2  # noqa: PLC0415  as in `formats`
    from pypdfium2 import raw  # noqa: PLC0415

    if _asks(path, password):
        raise UnreadableFileError(f"{path.name}: the PDF is encrypted, and the password given for it is wrong")
    with TemporaryDirectory() as folder, path.open("rb") as file, pypdfium2.PdfDocument(file, password) as pdf:
        copy = Path(folder, path.name)
        pdf.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
        yield copy


def _asks(path: Path, password: str | None) -> bool:
    """Whether PDFium asks for a password, or for another one."""
    import pypdfium2  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    try:
        with path.open("rb") as file, pypdfium2.PdfDocument(file, password):
            return False
    except pypdfium2.PdfiumError as error:
        return bool(error.err_code == raw.FPDF_ERR_PASSWORD)
