"""What the page of a dataset is made of: sections, each a page of its own within the page."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its place in the address (`#key`), its name in the navigation, and its markup, script and style.

    `html`, `script` and `style` are files of the program and hold no word of a report. Whatever a report says is data: `data` (anything
    that JSON can say) is given to the script by `upheld.data(key)`, each of `parts` (a name and its data, made when it is written) by
    `upheld.part(key, name)`, and the script puts it on the page as text. The page's policy allows no request and no `eval` (Vega does
    without by its option `ast`). `count` stands beside the name.
    """

    key: str
    title: str
    html: str
    script: str = ""
    style: str = ""
    data: object = None
    parts: Iterable[tuple[str, object]] = ()
    count: int | None = None
