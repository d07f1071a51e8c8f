"""Run the kernels' tests on a build by another compiler than the default one.

    .venv/bin/python requirements/compilers.py clang++ [words for pytest]

What the kernels come to must not depend on who compiled them. The builds are in .cache/compilers.
Standard library only, and it parses on Python 3.6.
"""

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, Environment, stop
from kernels import NotBuilt, built_wheel, imported_from, install_apart

TESTS = ("tests/engines/test_native.py", "tests/engines/test_against_reference.py")


def main(compiler, *words):
    """Build, test; the exit status of pytest."""
    os.environ["CXX"] = compiler
    folder = ROOT / ".cache" / "compilers" / Path(compiler).name
    site = folder / "site"
    try:
        wheel = built_wheel(Environment(".venv"), folder, again=True)
    except NotBuilt as reason:
        stop(str(reason))
    install_apart(Environment(".venv"), wheel, site)
    variables = dict(os.environ, PYTHONPATH=str(site))
    imported_from(site, variables)
    command = [sys.executable, "-m", "pytest", *(words or ("-q", *TESTS))]
    return subprocess.call(command, env=variables, cwd=str(ROOT))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
