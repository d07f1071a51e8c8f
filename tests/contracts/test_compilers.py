"""The kernels' tests on builds by GCC and by Clang, whichever of them has built those in use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from noron.engines.native.lowering import kernels

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(kernels().module is None, reason="there are no kernels here")


def default_compiler() -> str:
    """The file of the compiler that `make` takes, which has built the kernels in use."""
    names = [os.environ["CXX"].split()[0]] if os.environ.get("CXX") else ["c++", "g++", "clang++"]
    return next((os.path.realpath(path) for name in names if (path := shutil.which(name))), "")


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_the_kernels_pass_their_tests_however_they_were_compiled(compiler):
    path = shutil.which(compiler)
    if path is None:
        pytest.skip(f"there is no {compiler} here")
    if os.path.realpath(path) == default_compiler():
        pytest.skip("the kernels in use are built by it: all other tests are about them")
    script = ROOT / "requirements" / "compilers.py"
    done = subprocess.run([sys.executable, script, compiler], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
