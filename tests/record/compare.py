"""Compare what this checkout's trainings and commands give with what those of a commit gave.

    python tests/record/compare.py COMMIT [FOLDER]

It checks the commit out into a temporary folder, runs `runs.py` and `commands.py` on both sources,
and lists every digest and every line that differs. Exit code 1 if any does. FOLDER holds the
package noron_native of that commit, where its kernels are not those that are installed.
"""

import difflib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


CHANGED = {
    f"search, {pruner}": "a search begins with its own recipe, and repeats the best with more seeds"
    for pruner in ("halving", "median", "none")
}
"""The runs that give other bits on purpose, since commit 399f145, and why."""


def printed(script: str, *sources: Path) -> dict[str, str]:
    """Return the JSON object that a script of this folder prints with the noron in `sources`."""
    command = [sys.executable, str(HERE / script)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, sources))}
    ended = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    values: dict[str, str] = json.loads(ended.stdout)
    return values


def differing(script: str, *before: Path) -> list[str]:
    """Print what the script prints otherwise than before; return the names."""
    old, new = printed(script, *before), printed(script, ROOT / "src")
    names = [name for name in old | new if old.get(name) != new.get(name)]
    for name in names:
        was, now = (values.get(name, "(not there)").split("\n") for values in (old, new))
        if name in CHANGED:
            print(f"-- {name}: {CHANGED[name]}")
            continue
        print(f"-- {name}", *difflib.unified_diff(was, now, "before", "after", "", "", 0), sep="\n")
    print(f"{script}: {len(old | new) - len(names)} of {len(old | new)} are the same")
    return names


def main(commit: str, *kernels: str) -> int:
    """Compare the bits of the trainings, then the outputs of the commands."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", commit, "src"], stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        before = [Path(folder) / "src", *map(Path, kernels)]
        return 1 if differing("runs.py", *before) + differing("commands.py", *before) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
