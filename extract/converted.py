"""Old Office files, OpenDocument texts and rich text -> through LibreOffice, where it is installed, to what is read here."""

import os
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copyfile, which
from tempfile import TemporaryDirectory

from extract.archive import EXCEL_97, OPEN_TEXT, WORD_97
from schemas import Document, UnreadableFileError

RICH_TEXT = "application/rtf"
KINDS: Mapping[str, tuple[str, str, str]] = {
    WORD_97: (".doc", "docx", "an old Word document"),
    EXCEL_97: (".xls", "xlsx", "an old Excel workbook"),
    OPEN_TEXT: (".odt", "docx", "an OpenDocument text"),
    RICH_TEXT: (".rtf", "docx", "a rich text document"),
}
"""For each media type the suffix that the converter knows it by, what it is made into, and what it is called."""
_PATIENCE = 180
"""Seconds: the longest report takes a tenth of them; a file that takes more has hung the converter."""
_SWITCHES = {"MacroSecurityLevel": 3, "DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"}
"""No macro of the file is run, and nothing that it links to is fetched."""


def read(kind: str, path: Path) -> Document:
    """Read a file of a kind that only LibreOffice understands.

    Raises `UnreadableFileError` where LibreOffice is not installed or cannot convert the file.
    """
    from extract import word  # noqa: PLC0415  as in `formats`
    from extract.sheet import xlsx  # noqa: PLC0415

    suffix, form, called = KINDS[kind]
    office = which("soffice") or which("libreoffice")
    if office is None:
        also = " and libreoffice-calc-nogui" if form == "xlsx" else ""
        raise UnreadableFileError(
            f"{path.name}: it is {called}, which needs LibreOffice to be read: install it"
            f" (Debian, Ubuntu: libreoffice-writer-nogui{also}), or save the file as .{form}"
        )
    with TemporaryDirectory() as folder:
        made = _converted(office, path, Path(folder), suffix, form)
        try:
            document = word.read(made) if form == "docx" else xlsx.read(made)
        except UnreadableFileError as error:
            raise UnreadableFileError(str(error).replace(made.name, path.name)) from error
    return replace(document, media_type=kind, reader=f"libreoffice, {document.reader}")


def _converted(office: str, path: Path, folder: Path, suffix: str, form: str) -> Path:
    """The file in its new form, made with a profile of its own in the folder."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    given, made = folder / f"report{suffix}", folder / "made"
    copyfile(path, given)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(made), str(given)]
    _run(command, path)
    result = made / f"report.{form}"
    if not result.is_file():
        raise UnreadableFileError(f"{path.name}: LibreOffice cannot open it; it is damaged or asks for a password")
    return result


def _settings() -> str:
    """The profile's settings."""
    path = "/org.openoffice.Office.Common/Security/Scripting"
    items = (f'<item oor:path="{path}"><prop oor:name="{name}"><value>{on}</value></prop></item>' for name, on in _SWITCHES.items())
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>'


def _run(command: list[str], path: Path) -> None:
    """Run the converter; if it hangs, end it with all that it has started."""
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True) as process:  # noqa: S603  no word of it is the file's
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise UnreadableFileError(f"{path.name}: LibreOffice was not done with it after {_PATIENCE} s; save it as .docx") from error
