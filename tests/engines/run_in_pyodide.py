"""Run tests with pytest in the Python of a browser: a program for tests/pyodide_host.py."""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

PACKAGES = Path("/lib/python3.14/site-packages")

if __name__ == "__main__":
    words = json.loads(Path("/input").read_text())
    os.environ["HOME"] = "/tmp"
    sys.path.append(str(PACKAGES / "tests"))
    quiet = ["-p", "no:cacheprovider", "-p", "no:doctest", "--noconftest", "-q", "--tb=short"]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = pytest.main([*quiet, "-c", os.devnull, "--rootdir", str(PACKAGES), *words])
    Path("/output").write_text(json.dumps([int(code), printed.getvalue()]))
