"""The import contracts of pyproject.toml can fail: a cycle planted in a copy is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter")
ROOT = Path(__file__).resolve().parents[2]


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    return subprocess.run(
        [*command, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=300
    )


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package and its contracts, to be damaged."""
    shutil.copytree(ROOT / "src" / "noron", tmp_path / "noron")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("layers/base.py", "from noron.layers import dense", "No cycle of imports"),
        (
            "experiments/comparison/result.py",
            "if False:\n    from noron.experiments.comparison import report",
            "No cycle of imports",
        ),
        ("engines/base.py", "from noron.training import trainer", "Imports point downwards only"),
        ("model/inputs.py", "import matplotlib", "Only noron.plotting imports matplotlib"),
    ],
)
def test_a_planted_import_is_found(copy, module, line, contract):
    path = copy / "noron" / module
    path.write_text(f"{path.read_text()}\n{line}\n")
    ended = linted(copy)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert f"{contract}" in ended.stdout
    assert "BROKEN" in ended.stdout


def test_the_copy_itself_is_whole(copy):
    ended = linted(copy)
    assert ended.returncode == 0, ended.stdout + ended.stderr
