"""Errors say what is wrong with what is there, not only with what is missing."""

import subprocess
import sys

import pytest

from noron.cli import main
from noron.core.errors import missing_extra


def test_a_library_that_cannot_be_loaded_is_not_told_of_as_missing():
    try:
        raise ImportError("libblas.so: failed to map segment")
    except ImportError:
        message = str(missing_extra("sklearn", "scikit-learn", "noron.estimators"))
    assert message == (
        "noron.estimators needs scikit-learn, which is installed but cannot be loaded "
        "('libblas.so: failed to map segment'): try pip install 'noron[sklearn]'"
    )


def test_a_library_that_is_missing_is():
    try:
        raise ModuleNotFoundError("No module named 'sklearn'")
    except ImportError:
        message = str(missing_extra("sklearn", "scikit-learn", "noron.estimators"))
    assert message.endswith("which is not installed: pip install 'noron[sklearn]'")


@pytest.mark.parametrize(("reason", "says"), [("", "an allocation failed"), ("32 TiB", "32 TiB")])
def test_too_little_memory_is_one_line_with_advice(reason, says, monkeypatch, capsys):
    def run(words):
        raise MemoryError(reason)

    monkeypatch.setattr("noron.cli.app.run", run)
    assert main(["train"]) == 2
    expected = f"noron: not enough memory ({says}): give fewer rows or smaller layers\n"
    assert capsys.readouterr().err == expected


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold the limit")
def test_a_small_address_space_is_warned_of(tmp_path):
    resource = pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-m", "noron", "verify", "nothing.safetensors"], cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (8 * 10**8,) * 2),
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert "warning: this process may use 800 MB of addresses (ulimit -v)" in done.stderr
