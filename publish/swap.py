"""A new folder takes an old one's place: at once where Linux can exchange two folders, else in steps that the next run can undo.

Whatever stands beside the folder under the name `aside` is whole, and is the dataset that counts; what stands under `scratch` may go.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

AT_FDCWD = -100  # linux/fcntl.h: paths are relative to the working directory
RENAME_EXCHANGE = 2  # linux/fs.h
CANNOT_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EOPNOTSUPP)  # an old kernel, a file system that has no such call


def beside(folder: Path, role: str) -> Path:
    """The folder's hidden neighbour for one role: `new`, `aside` or `scratch`."""
    return folder.with_name(f".{folder.name}.upheld-{role}")


def exchange(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def put_aside(folder: Path) -> None:
    """Give the folder its name aside; it is copied where it cannot be renamed (a folder of a container's image)."""
    try:
        folder.rename(beside(folder, "aside"))
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(folder, beside(folder, "scratch"), symlinks=True)
        beside(folder, "scratch").rename(beside(folder, "aside"))
        shutil.rmtree(folder)


def replace_in_steps(new: Path, folder: Path) -> None:
    """Put `new` in the folder's place without an exchange."""
    put_aside(folder)
    new.rename(folder)
    beside(folder, "aside").rename(beside(folder, "scratch"))
    shutil.rmtree(beside(folder, "scratch"))


def replace(new: Path, folder: Path) -> None:
    """Put `new` in the folder's place, and remove what stood there."""
    if not folder.exists():
        new.rename(folder)
    elif exchange(new, folder):
        shutil.rmtree(new)
    else:
        replace_in_steps(new, folder)


def recover(folder: Path) -> None:
    """Undo what a killed run left: its half-written folders go, a dataset put aside comes back."""
    for role in ("new", "scratch"):
        if beside(folder, role).exists():
            shutil.rmtree(beside(folder, role))
    if beside(folder, "aside").exists():
        if folder.exists():
            shutil.rmtree(folder)
        beside(folder, "aside").rename(folder)
