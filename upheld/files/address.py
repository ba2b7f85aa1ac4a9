"""An address that fsspec understands (`s3://`, `sftp://`, `zip::...`) -> a folder with a copy of each of its files, while a run lasts."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from schemas import UpheldError
from upheld.files.filelist import Listed
from upheld.files.unpacked import SUFFIX, name_to_parts

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+(?:::|://)", re.IGNORECASE)
_AT_ONCE = 8
"""Files fetched at once, where the library for an address can."""


def text_to_source(text: str) -> Path | str:
    """What a person names as an input: a path, or an address as it stands."""
    return text if _ADDRESS.match(text) else Path(text)


def fetched(address: str, room: Path) -> Listed:
    """The new folder `room` with a copy of each file, and why others could not be fetched; of the address of a zip file, its copy.

    Raises `UpheldError` for an address at which nothing can be found, or that needs a library which is missing.
    """
    system, root = opened(address)
    files = {room.joinpath(*parts): path for parts, path in found(system, root, address).items()}
    room.mkdir(parents=True)
    with ThreadPoolExecutor(_AT_ONCE if system.async_impl else 1) as threads:
        whys = list(threads.map(lambda place: fetch(system, files[place], place), files))
    refused = {place: why for place, why in zip(files, whys, strict=True) if why}
    if root.lower().endswith(SUFFIX):
        if refused:
            raise UpheldError(f"{address}: {next(iter(refused.values()))}")
        return Listed(next(iter(files)), [], {})
    return Listed(room, list(room.iterdir()), refused)


def opened(address: str) -> tuple[Any, str]:
    """The file system that an address speaks of, and the place in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  an extra, which few need

        system, root = url_to_fs(address)
    except ModuleNotFoundError as error:
        raise UpheldError(
            f"{address}: addresses need {error.name}, which is not installed; install upheld with its extra 'cluster'"
        ) from error
    except (ImportError, ValueError) as error:  # fsspec says which library it misses, or that there is no such kind of address
        raise UpheldError(f"{address}: cannot be opened: {error}") from error
    except Exception as error:  # each library has errors of its own
        raise UpheldError(f"{address}: cannot be opened ({type(error).__name__}); see that it can be reached") from error
    return system, root


def found(system: Any, root: str, address: str) -> dict[tuple[str, ...], str]:  # noqa: ANN401 - fsspec says no types
    """The files at an address, by their folders and names from there; a zip file is one."""
    is_zip = root.lower().endswith(SUFFIX)
    try:
        walk = [] if is_zip else system.walk(root, detail=True, on_error="raise")
        paths = [root] if is_zip else sorted(file["name"] for _, _, files in walk for file in files.values())
    except Exception as error:
        raise UpheldError(f"{address}: cannot be listed ({type(error).__name__}); see that it can be reached") from error
    start = root.rstrip("/")
    names = {path: path.removeprefix(start) if path != root else path.rpartition("/")[2] for path in paths}
    files = {parts: path for path, name in names.items() if (parts := name_to_parts(name.lstrip("/")))}
    if not files:
        raise UpheldError(f"{address}: no files are there; name the folder that holds the reports")
    return files


def fetch(system: Any, path: str, place: Path) -> str:  # noqa: ANN401 - as above
    """Copy a file; why it cannot be, or nothing."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        system.get_file(path, str(place))
    except Exception as error:  # noqa: BLE001 - each library has errors of its own
        with suppress(OSError):  # there is none where its name was the trouble
            place.unlink()
        return f"cannot be fetched ({type(error).__name__}); see that it can be reached, and run again"
    return ""
