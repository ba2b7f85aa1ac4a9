"""The program as it is called: `upheld`, or `python -m upheld`.

What reads takes a second to be imported: another process begins with it before this one has imported so much as its command line.
"""

import sys

from upheld import READERS
from upheld.work import warm_up

OTHERWISE = frozenset({"--help", "--dry-run", "--cluster"})
"""With these a run reads nothing, or elsewhere."""


def main() -> None:
    """Do what the command line says."""
    if sys.argv[1:2] == ["run"] and OTHERWISE.isdisjoint(sys.argv):
        warm_up(READERS)
    from upheld.cli import main as command_line  # noqa: PLC0415  see above

    command_line()


if __name__ == "__main__":
    main()
