"""Run the kernels' tests on a build by another compiler than the default one.

    .venv/bin/python requirements/compilers.py clang++ [words for pytest]

What the kernels come to must not depend on who compiled them. The builds are in .cache/compilers.
Standard library only, and it parses on Python 3.6.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, Environment, apt_install, may_install, say, stop
from kernels import NotBuilt, built_wheel, find_compiler, imported_from, install_apart

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


def install_clang():
    """Debian's Clang beside a compiler that is there, where this may be installed."""
    if os.environ.get("NORON_NATIVE") == "0" or shutil.which("clang++") or not may_install():
        return
    try:
        find_compiler()
    except NotBuilt:
        return  # without any compiler, everything is tested without the kernels
    say("installing Debian's package clang, by which the kernels are tested as well")
    if not apt_install("clang"):
        say("clang could not be installed: the kernels are tested by one compiler only")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
