"""A file that a command writes: as a whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from schemas import UpheldError


def write_text(output: Path, text: str) -> None:
    """Write a text as UTF-8, its line ends as they are; an UpheldError if it cannot be written, and what stood there is unchanged."""
    try:
        with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=output.parent, prefix=f".{output.name}.", delete=False) as file:
            try:
                file.write(text)
                file.close()
                Path(file.name).chmod(0o666 & ~umask())
                Path(file.name).replace(output)
            finally:
                Path(file.name).unlink(missing_ok=True)
    except OSError as error:
        raise UpheldError(f"{output}: cannot be written: {error.strerror}; what stood there is unchanged") from error


def umask() -> int:
    """The permissions that this process takes away from new files; it can only be asked for by setting it."""
    taken = os.umask(0)
    os.umask(taken)
    return taken
