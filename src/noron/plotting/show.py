"""Showing a figure: in a notebook, or in the system's viewer."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from matplotlib.figure import Figure

from noron.core.notebook import in_notebook
from noron.plotting.style import save


def show(figure: Figure) -> None:
    """Show the figure: in a notebook below the cell, else as a PNG in the system's viewer.

    Without a screen, or a viewer, it prints where the file is.
    """
    if in_notebook():
        from IPython.display import display

        display(figure)
        return
    folder = Path(tempfile.mkdtemp(prefix="noron-"))
    path = save(figure, folder / "figure.png")
    if not _opened(path):
        print(f"the picture is in {path}")


def _opened(path: Path) -> bool:
    """Open the file in the system's viewer; return whether there is one."""
    if sys.platform == "win32":
        os.startfile(path)
        return True
    is_mac = sys.platform == "darwin"
    if not is_mac and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        subprocess.Popen(
            ["open" if is_mac else "xdg-open", str(path)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
