"""`noron lab`: the lab in the browser, with the engine of this machine."""

import webbrowser
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import note, say
from noron.core.errors import missing_extra

PORT = 8420


def add_to(app: App) -> None:
    """Register the command."""
    app.command(lab)


def lab(
    *,
    port: Annotated[
        int, Parameter(help="the port on this machine; 0 takes a free one", converter=o.whole)
    ] = PORT,
    open: Annotated[bool, Parameter(help="open the page in a browser")] = True,
) -> int:
    """Show a network in the browser while it learns; Ctrl-C ends it.

    Only this machine can reach it, and only with the address that is printed here: it is good once,
    and for ten minutes.
    """
    try:
        from noron.lab.server.run import serve
    except ImportError as error:
        raise missing_extra("lab", "starlette, uvicorn or websockets", "noron lab") from error

    def started(address: str) -> None:
        say(f"noron lab  {address}")
        note("Ctrl-C ends it")
        if open:
            webbrowser.open(address)

    serve(port, started=started)
    return 0
