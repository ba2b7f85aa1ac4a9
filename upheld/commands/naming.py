"""The commands about the names of services: doubts are reviewed, a list is matched, and other programs are answered."""

from pathlib import Path
from typing import Annotated

import typer

from upheld.commands.options import Dataset
from upheld.terminal.console import WRONG_CALL, stop, stopping
from upheld.terminal.show import printable

PORT = 8347


def review(dataset: Dataset) -> None:
    """Walk the names of DATASET whose service is in doubt; each decision is saved at once and wins in every later run."""
    from upheld.names.review import review as walk_doubts

    with stopping():
        walk_doubts(dataset)


def names(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A list with a column printed_name, and perhaps council and context.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT.csv", help="The file that the result is written to.")],
) -> None:
    """Write the list of printed names in FILE with the service that each means; its other columns are kept as input_<name>."""
    from upheld.names.listed import name_list

    with stopping():
        number = name_list(file, output)
    typer.echo(f"{number} names written to {printable(str(output))}")


def reconcile(
    *,
    serve: Annotated[bool, typer.Option("--serve", help="Answer until Ctrl-C, on this machine only.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes any port that is free.")] = PORT,
) -> None:
    """Tell OpenRefine, or whatever else speaks the Reconciliation Service API, which service a name means."""
    from upheld.names.server import serve as listen

    if not serve:
        stop("reconcile: say --serve, and it answers until Ctrl-C", WRONG_CALL)
    with stopping():
        server = listen(port)
    typer.echo(f"answering at http://127.0.0.1:{server.server_port}/ until Ctrl-C")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("")
