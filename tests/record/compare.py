"""Compare what this checkout's trainings give with what those of an earlier commit gave.

    python tests/record/compare.py COMMIT

It checks the commit out into a temporary folder, runs `runs.py` on both sources with the same
kernels, and lists every run whose digest is another one. Exit code 1 if there are such.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def digests(source: Path) -> dict[str, str]:
    """What `runs.py` prints with the noron in that folder."""
    environment = os.environ | {"PYTHONPATH": str(source)}
    command = [sys.executable, str(HERE / "runs.py")]
    printed = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, str] = json.loads(printed.stdout)
    return found


def main(commit: str) -> int:
    """Print the runs that differ, and how many are equal."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", commit, "src"], stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        before = digests(Path(folder) / "src")
    after = digests(ROOT / "src")
    others = [name for name in before | after if before.get(name) != after.get(name)]
    for name in others:
        print(f"{name}: {before.get(name, 'no such run')} became {after.get(name, 'no such run')}")
    print(f"{len(after) - len(others)} of {len(before | after)} runs give the same bits")
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
