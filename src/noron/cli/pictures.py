"""The pictures that commands write: options for how they look, and the files."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter, validators

from noron.cli import options as o
from noron.cli.output import note

Pictures = Mapping[str, Callable[..., Any]]
"""The function that draws each picture in a `theme`, by the name of its file without suffix."""


@Parameter(name="*")
@dataclass(frozen=True)
class Drawing:
    """How the pictures of a command look."""

    format: Annotated[
        Literal["png", "svg", "pdf"],
        Parameter(
            help="the format of the pictures",
            metavar="png|svg|pdf",
            show_choices=False,
            group=o.RESULTS,
        ),
    ] = "png"
    dpi: Annotated[
        int,
        Parameter(
            help="dots per inch of the pictures",
            converter=o.whole,
            validator=validators.Number(gte=10, lte=2400),
            group=o.RESULTS,
        ),
    ] = 110
    theme: Annotated[
        Literal["light", "dark"],
        Parameter(
            help="the background of the pictures",
            metavar="light|dark",
            show_choices=False,
            group=o.RESULTS,
        ),
    ] = "light"


USUAL = Drawing()


def save_pictures(pictures: Pictures, folder: Path, drawing: Drawing = USUAL) -> list[str]:
    """Draw each picture into its file in the folder and return the paths.

    A picture that cannot be drawn gives a warning; the others are drawn all the same.
    """
    if not pictures:
        return []
    from noron.plotting import save

    paths = []
    for name, draw in pictures.items():
        path = folder / f"{name}.{drawing.format}"
        try:
            save(draw(theme=drawing.theme), path, dpi=drawing.dpi)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            note(f"warning: {path.name} cannot be drawn ({type(error).__name__}: {error})")
        else:
            paths.append(str(path))
    return paths
