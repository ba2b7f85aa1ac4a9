"""The files of the page: markup, styles and scripts, as they stand in their packages."""

from importlib.resources import files


def page_file(name: str, package: str = "publish.audit") -> str:
    """A file of a package."""
    return files(package).joinpath(name).read_text("utf-8")
