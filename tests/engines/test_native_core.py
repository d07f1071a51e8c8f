"""The core of the kernels in C++, without Python: its own tests, compiled and run."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / "native" / "tests" / "run.py"


@pytest.mark.parametrize("target", ["native", "wasm"])
def test_the_core_passes_its_tests_in_cpp(target):
    """For each instruction set of this processor, and as WebAssembly."""
    words = [sys.executable, RUN, target, "--quick"]
    end = subprocess.run(words, capture_output=True, encoding="utf-8")
    if end.returncode and "noron: skipped: " in end.stderr:
        pytest.skip(end.stderr.partition("skipped: ")[2].strip())
    assert end.returncode == 0, end.stdout + end.stderr
    assert "0 failed" in end.stdout
