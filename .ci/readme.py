"""README's outputs, computed: what stands between `<!-- output: COMMAND -->` and `<!-- end -->` becomes what the command prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

OUTPUT = re.compile(r"(<!-- output: (?P<command>.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
SETTINGS = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}  # the same width and signs on every machine
DONE = (0, 1)  # 1: a report could not be read, which is an output too


def command_to_output(command: str) -> str:
    """What one of this environment's programs prints."""
    program, *arguments = shlex.split(command)
    here = Path(sys.executable).with_name(program)
    done = subprocess.run([here, *arguments], env=os.environ | SETTINGS, stdout=subprocess.PIPE, encoding="utf-8", check=False)  # noqa: S603 - README's own commands
    if done.returncode not in DONE:
        sys.exit(f"{command}: ended with status {done.returncode}")
    return done.stdout


def with_output(found: re.Match[str]) -> str:
    """The markers with the output between them."""
    return f"{found[1]}```\n{command_to_output(found['command']).rstrip()}\n```\n{found[3]}"


def main(path: Path) -> None:
    """Rewrite the file's outputs."""
    path.write_text(OUTPUT.sub(with_output, path.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
