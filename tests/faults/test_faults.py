"""One file operation of a command fails, or is its last: nothing is lost, and nothing half written.

`NORON_FAULTS_STEP=1 python -m pytest tests/faults` lets each operation of each command fail in each
way, which takes an hour; usually a few of them, spread over the commands, are tried.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import noron

HERE = Path(__file__).parent
COMPILER = next((c for c in map(shutil.which, ("cc", "gcc", "clang")) if c), None)
STEPS = {
    "train": 67,
    "resume": 97,
    "compare": 131,
    "predict": 4,
    "tag": 31,
    "gc": 41,
    "export": 13,
    "html": 13,
    "torch": 17,
    "sign": 11,
}
"""Of how many cases one is run; prime numbers, so that every sort of failure is among them."""

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the shim is preloaded, as Linux does it"),
    pytest.mark.skipif(COMPILER is None, reason="there is no C compiler"),
]


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    flags = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"]
    subprocess.run([COMPILER, *flags, "-o", library, HERE / "shim.c", "-ldl"], check=True)
    return library


@pytest.mark.parametrize("command", STEPS)
def test_whatever_operation_fails_nothing_is_lost(command, shim):
    step = int(os.environ.get("NORON_FAULTS_STEP", STEPS[command]))
    paths = {"PYTHONPATH": str(Path(noron.__file__).parents[1]), "LD_PRELOAD": str(shim)}
    done = subprocess.run(
        [sys.executable, str(HERE / "cases.py"), str(shim), f"{command}:{step}"],
        env=os.environ | paths | {"NORON_THREADS": "1"}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["cases"][command] > 3
    assert not report["wrong"], "\n".join(map(str, report["wrong"]))


def test_a_command_that_loses_something_is_noticed(shim, tmp_path):
    """A save that writes in place leaves half a file when it fails."""
    script = (
        "import sys, runpy; from noron.core import atomic, tensor_file\n"
        "def in_place(path, *content):\n"
        "    path.parent.mkdir(parents=True, exist_ok=True)\n"
        "    with open(path, 'wb', buffering=0) as file:\n"
        "        for part in content:\n"
        "            size = len(part) // 6 + 1\n"
        "            for at in range(0, len(part), size): file.write(part[at : at + size])\n"
        "tensor_file.write_atomically = in_place\n"
        f"sys.argv = ['cases.py', {str(shim)!r}, 'train:5']\n"
        f"sys.path.insert(0, {str(HERE)!r}); import cases\n"
        "cases.KINDS = {'a kill after': (-2, 0)}\n"
        "cases.main_with(sys.argv[1], sys.argv[2:])\n"
    )
    paths = {"PYTHONPATH": str(Path(noron.__file__).parents[1]), "LD_PRELOAD": str(shim)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | paths, capture_output=True,
        encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert "model.safetensors" in done.stdout, done.stderr
