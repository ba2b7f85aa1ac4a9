"""`upheld review`: the names in doubt, one after the other, each decided by a key and saved at once."""

import os
import sys
import termios
import tty
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from normalise.crosswalk import Key, name_to_key
from normalise.services import Candidate
from normalise.services.ids import is_known, label_of, text_to_id
from publish import rewrite
from schemas import DatasetError, Service
from upheld.names.crosswalk import FILE, read_services
from upheld.names.doubts import Doubt, carry, councils, decided, places, search, services_to_doubts
from upheld.terminal.show import printable

KEYS = "a accept   1-9 choose   / search by words or id   n none, it is no service   s skip   b back   q quit"
QUIT = "q"


@dataclass(slots=True)
class Review:
    """A review of the dataset in `folder`: its crosswalk as it stands on disk, and how far the person has come."""

    folder: Path
    services: list[Service]
    doubts: list[Doubt]
    where: Mapping[Key, Sequence[str]]
    councils: Mapping[str, str]
    content: bytes
    at: int = 0
    made: set[int] = field(default_factory=set)


def review(dataset: Path) -> None:
    """Walk the names in doubt of the dataset in a folder until they end or the person does."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    state = open_review(dataset)
    while state.at < len(state.doubts) and step(state, console):
        pass
    finish(state, console)


def open_review(dataset: Path) -> Review:
    """A review of the dataset in a folder, at its first name in doubt."""
    where, folder = places(dataset), dataset.resolve()
    services = read_services(folder / FILE)
    return Review(folder, services, services_to_doubts(services), where, councils(folder), (folder / FILE).read_bytes())


def step(state: Review, console: Console) -> bool:
    """Show one name and do what the person's key says; False when she has seen enough."""
    doubt = state.doubts[state.at]
    for line in doubt_to_lines(doubt, state):
        console.print(printable(line))
    key = read_key(console)
    if key in {"s", "b"}:
        state.at = max(state.at + (1 if key == "s" else -1), 0)
    elif key == "/":
        look_up(read_line(console), doubt, state, console)
    elif len(key) > 1:
        look_up(key.removeprefix("/"), doubt, state, console)
    elif key != QUIT:
        service_id = key_to_id(key, doubt)
        if service_id:
            decide(service_id, doubt, state, console)
        else:
            console.print(KEYS)
    return key != QUIT


def key_to_id(key: str, doubt: Doubt) -> str:
    """The id that a key chooses; nothing if it chooses none."""
    if key == "n":
        return "none"
    number = 1 if key == "a" else int(key) if key.isdecimal() else 0
    return doubt.candidates[number - 1].service_id if 0 < number <= len(doubt.candidates) else ""


def look_up(text: str, doubt: Doubt, state: Review, console: Console) -> None:
    """Take an id that was typed, or offer the services that hold the words."""
    if is_known(text_to_id(text)):
        decide(text_to_id(text), doubt, state, console)
        return
    found = search(text)
    if found:
        state.doubts[state.at] = doubt._replace(candidates=found)
    else:
        console.print(f"no service is called so: {printable(text)}")


def decide(service_id: str, doubt: Doubt, state: Review, console: Console) -> None:
    """Save a decision, and go on to the next name."""
    path = state.folder / FILE
    if path.read_bytes() != state.content:
        raise DatasetError(f"{path}: was changed by another program meanwhile; what was decided before is saved, call upheld review again")
    state.services = decided(state.services, doubt, service_id)
    rewrite(state.folder, path.stem, state.services)
    state.content = path.read_bytes()
    state.made.add(state.at)
    state.at += 1
    console.print(f"  saved: {service_id}")


def doubt_to_lines(doubt: Doubt, state: Review) -> list[str]:
    """A name as it is put to the person."""
    name = doubt.name
    council = state.councils.get(name.council_code) or name.council_code or "unknown council"
    title = name.service or f"{name.directorate} (the directorate itself)"
    where = state.where.get(name_to_key(name), [])
    return [
        "",
        f"[{state.at + 1} of {len(state.doubts)}]  {title}",
        f"  {council}" + (f", {name.directorate}" if name.service and name.directorate else ""),
        f"  {doubt.uses} rows: {'; '.join(where)}" if where else "  printed in no report of this dataset",
        *(candidate_to_line(n, candidate) for n, candidate in enumerate(doubt.candidates, 1)),
        *([] if doubt.candidates else ["  no service is likely"]),
    ]


def candidate_to_line(number: int, candidate: Candidate) -> str:
    """A service that a name may mean, and why."""
    sure = f"{candidate.score:.2f}, " if candidate.score else ""
    return f"  {number}  {candidate.service_id}: {label_of(candidate.service_id)} ({sure}{candidate.method})"


def read_key(console: Console) -> str:
    """A key on a terminal; elsewhere a line."""
    console.print("> ", end="")
    if not sys.stdin.isatty():
        return read_line(console)
    key = press()
    console.print(printable(key))
    return key


def press() -> str:
    """A key, without return. What was typed while a decision was saved counts, which a library's function would throw away."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        pressed = os.read(terminal, 1).decode("ascii", "replace")
    except KeyboardInterrupt:
        return QUIT
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    if pressed in {"\r", "\n"}:
        return ""
    return pressed if pressed and pressed.isprintable() else QUIT


def read_line(console: Console) -> str:
    """A line; at the end of the input, the key that ends the review."""
    if sys.stdin.isatty():
        console.print("search: ", end="")
    line = sys.stdin.readline()
    return line.strip() if line else QUIT


def finish(state: Review, console: Console) -> None:
    """Carry what was decided into figures and benchmark, and tell what is left."""
    services = read_services(state.folder / FILE)
    if state.made:
        console.print("carrying what was decided into the figures ...")
        carry(state.folder)
        services = read_services(state.folder / FILE)
    left = len(services_to_doubts(services))
    console.print(f"{len(state.made)} names decided, {left} left in doubt")
