"""The lab that trains in the browser, without a server: a folder of files, to be served by any web
server, or copied.

The folder comes with the package noron-lab-site, or `make site` makes it in a checkout: it holds
Python for the browser and is not part of noron.
"""

import shutil
from importlib.util import find_spec
from pathlib import Path

from noron.core.errors import SettingError, shown

PACKAGE = "noron_lab_site"
CHECKOUT = Path(__file__).parents[3]
START, ENGINE = "index.html", "noron-lab-engine"


def static_pages(folder: Path | None = None) -> Path:
    """Return the folder: the given one, that of the package noron-lab-site, or the one that
    `make site` has made in this checkout. Raises SettingError if it is not there, or another."""
    if folder is not None:
        return _checked(folder)
    for place in (_of_package(), CHECKOUT / "build" / "site"):
        if place is not None and place.is_dir():
            return _checked(place)
    raise SettingError(
        "the lab for browsers alone is not here: run `make site` in a checkout of noron, install "
        "the wheel noron_lab_site that it makes, or give its folder: --pages FOLDER"
    )


def export_pages(target: Path, folder: Path | None = None) -> int:
    """Copy the lab for browsers alone to a folder that is new or empty; return its files.

    Raises SettingError.
    """
    source = static_pages(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SettingError(f"{shown(str(target))} is there already: give a new or empty folder")
    try:
        shutil.copytree(source, target, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingError(f"{shown(str(target))} cannot be written: {reason}") from None
    return sum(path.is_file() for path in target.rglob("*"))


def _of_package() -> Path | None:
    """Return the folder of the package noron-lab-site, if it is installed."""
    spec = find_spec(PACKAGE)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / "site"


def _checked(folder: Path) -> Path:
    """Return the folder if it holds the lab for browsers alone. Raises SettingError."""
    start = folder / START
    if not start.is_file() or ENGINE not in start.read_text(errors="replace"):
        raise SettingError(
            f"pages is {shown(str(folder))}, which holds no lab for browsers alone: give the "
            "folder that `make site` or `noron lab export` has made"
        )
    return folder
