"""`noron lab`: the lab in the browser, with the engine of this machine or with none."""

import webbrowser
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import note, say
from noron.core.errors import missing_extra

PORT = 8420

lab = App(name="lab")

Pages = Annotated[
    Path | None,
    Parameter(
        help="the lab for browsers alone, as make site has made it; by default that of the "
        "package noron-lab-site, or of this checkout",
        metavar="FOLDER",
    ),
]


def add_to(app: App) -> None:
    """Register the commands."""
    app.command(lab)


@lab.default
def start(
    *,
    port: Annotated[
        int, Parameter(help="the port on this machine; 0 takes a free one", converter=o.whole)
    ] = PORT,
    open: Annotated[bool, Parameter(help="open the page in a browser")] = True,
    for_class: Annotated[
        bool,
        Parameter(
            name="--class",
            negative="",
            help="for a class: send the pages to every machine of the network; each browser "
            "trains by itself, and there is no engine here",
        ),
    ] = False,
    pages: Pages = None,
    store: o.StorePath = o.STORE,
) -> int:
    """Show a network in the browser while it learns; Ctrl-C ends it.

    Only this machine can reach it, and only with the address that is printed here: it is good once,
    and for ten minutes. With --class all machines of the network can.
    """
    try:
        from noron.lab.server.run import serve, serve_class
    except ImportError as error:
        raise missing_extra("lab", "starlette, uvicorn or websockets", "noron lab") from error
    from noron.lab.static_pages import static_pages

    def started(address: str) -> None:
        say(f"noron lab  {address}")
        if for_class:
            note("everybody in this network can open it, and trains in their own browser")
        note("Ctrl-C ends it")
        if open:
            webbrowser.open(address)

    if for_class:
        serve_class(port, static_pages(pages), started=started)
    else:
        serve(port, store, started=started)
    return 0


@lab.command
def export(folder: Path, *, pages: Pages = None) -> int:
    """Write the lab for browsers alone to a new folder, for any web server.

    Args:
        folder: where to; it must be new or empty.
    """
    from noron.lab.static_pages import export_pages

    n_files = export_pages(folder, pages)
    say(f"{n_files} files in {folder}")
    note(f"to try it: python -m http.server --directory {folder}")
    return 0
