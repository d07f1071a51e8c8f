"""Run commands of which one file operation fails, or is the last before a kill; print what is lost.

    LD_PRELOAD=shim.so python cases.py SHIM train:5 compare:20 ...      every 5th operation, ...

Each case is a fork of this process, which has imported all and trained nothing: it begins with a
folder in which an earlier run left its results. What the earlier run wrote has to be there
afterwards, whole, and the same command has to end well when it is given again.
"""

import ctypes
import errno
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

import noron
from noron.cli import main
from noron.experiments.store import Reader

KINDS = {
    "no room from then on": (errno.ENOSPC, 1),
    "an error of the device": (errno.EIO, 0),
    "an interrupted call": (errno.EINTR, 0),
    "a kill before": (-1, 0),
    "a kill after": (-2, 0),
}
NETWORK = ["--data", "moons", "--rows", "60", "--hidden", "4", "--epochs", "3"]
TABLE = "a,b,c\n" + "".join(
    f"{i % 7},{'uvw'[i % 3]},{'yes' if i % 7 > 3 else 'no'}\n" for i in range(60)
)
COMMANDS = {
    "train": ["train", *NETWORK, "--out", "o"],
    "resume": ["resume", "2", "--out", "p"],
    "compare": ["compare", *NETWORK, "--hidden", "5", "--out", "c"],
    "search": ["search", *NETWORK, "--trials", "2", "--seeds", "1", "--out", "s"],
    "fit": ["fit", "t.csv", "--target", "c", "--time-limit", "1", "--folds", "2", "--out", "f"],
    "predict": ["predict", "o/model.safetensors", "t.npz", "--out", "answers.csv"],
    "tag": ["runs", "tag", "good", "1"],
    "note": ["runs", "note", "1", "a note"],
    "gc": ["runs", "gc", "--yes"],
    "export": ["runs", "export", "runs.csv"],
    "html": ["export", "o/model.safetensors", "model.html"],
    "torch": ["export", "o/model.safetensors", "--to", "torch"],
    "sign": ["sign", "o/model.safetensors", "--key", "key"],
}


AGAIN = {"resume": "is done", "export": "exists already"}
"""Why a command that has ended well is refused when it is given again."""

SHIM: ctypes.CDLL


def prepare(folder: Path) -> None:
    """Leave the results of an earlier run, an interrupted one and a deleted one."""
    import numpy as np

    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    X, _ = noron.data.moons(n=20, seed=1)
    np.savez(folder / "t.npz", X=X)
    assert main(COMMANDS["train"]) == 0
    with interrupting():
        assert main(["train", *NETWORK[:-1], "50", "--out", "i"]) == 130
    assert main(["train", *NETWORK, "--out", "d"]) == 0
    assert main(["runs", "delete", "3", "--yes"]) == 0
    assert main(["sign", "--new-key", "key"]) == 0


class interrupting:
    """Ctrl-C in the fifth epoch, within the block."""

    def __enter__(self) -> None:
        self.call = noron.Progress.__call__

        def stop(progress: Any, row: Any) -> None:
            if row["epoch"] == 5:
                raise KeyboardInterrupt

        noron.Progress.__call__ = stop

    def __exit__(self, *_: object) -> None:
        noron.Progress.__call__ = self.call


def run(folder: Path, words: list[str], arm: Any = None) -> tuple[int, str, int]:
    """Run a command in a fork; its exit code, what it wrote on both streams, its operations."""
    said, counted = folder.parent / "said", folder.parent / "count"
    counted.unlink(missing_ok=True)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.chdir(folder)
            stream = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(stream, 1), os.dup2(stream, 2)
            if arm is not None:
                arm(f"{folder}/".encode())
            code = prepare(folder) or 0 if words == ["prepare"] else main(words)
            sys.stdout.flush()
            counted.write_text(str(SHIM.fault_count()), encoding="utf-8")
        except BaseException as error:
            os.write(2, f"Traceback: {error!r}".encode())
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    count = int(counted.read_text(encoding="utf-8")) if counted.exists() else 0
    return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8"), count


def earlier(folder: Path) -> dict[str, Any]:
    """What nobody may lose: the first run's model and its row in the store."""
    os.chdir(folder)
    with Reader("runs/noron.sqlite") as reader:
        first = reader.run(1)
        rows = [(row["epoch"], row["loss"]) for row in reader.rows(1)]
    theta = noron.load("o/model.safetensors").network.theta
    return {"digest": first.digest, "status": first.status, "rows": rows, "theta": theta.tobytes()}


def losses(folder: Path, before: dict[str, Any]) -> Iterator[str]:
    """Yield what is lost or half written."""
    try:
        if earlier(folder) != before:
            yield "the earlier run has changed"
    except Exception as error:
        yield f"the earlier run cannot be read: {error!r}"
    with sqlite3.connect(folder / "runs/noron.sqlite") as db:
        if db.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            yield "the store is damaged"
    for path in folder.rglob("[!.]*.safetensors"):
        try:
            noron.Snapshot.load(path) if path.name.startswith("checkpoint") else loaded(path)
        except (noron.NoronError, SafetensorError) as error:
            yield f"{path.name}: {error}"
    for path in folder.rglob("[!.]*.json"):
        json.loads(path.read_text(encoding="utf-8"))


def loaded(path: Path) -> Any:
    """Load a model of either sort, or the weights of an export."""
    if path.name.endswith(".weights.safetensors"):
        with safe_open(path, "numpy") as tensors:
            return [tensors.get_tensor(name) for name in tensors.keys()]  # noqa: SIM118
    try:
        return noron.load(path)
    except noron.ModelFileError as error:
        if "table estimator" not in str(error):
            raise
        from noron.estimators import load

        return load(path)


def faults(name: str, kind: str, at: int, template: Path, before: dict[str, Any]) -> Iterator[str]:
    """Run one case and yield what was wrong."""
    place = Path(tempfile.mkdtemp(prefix="fault-")) / "f"
    try:
        shutil.copytree(template, place)
        error, lasting = KINDS[kind]
        arm = lambda where: SHIM.fault_arm(where, at, error, lasting)  # noqa: E731
        code, said, _ = run(place, COMMANDS[name], arm)
        if "Traceback" in said or "fault in noron" in said:
            yield said[-400:]
        if code not in (0, 1, 2) and not (error < 0 and code == -9):
            yield f"exit code {code}: {said[-300:]}"
        if code not in (0, -9) and "noron:" not in said and "warning" not in said:
            yield f"exit code {code} without a reason: {said[-300:]}"
        yield from losses(place, before)
        again = COMMANDS[name]
        code, said, _ = run(place, again)
        finished = code == 2 and AGAIN.get(name, "never") in said
        if code != 0 and not finished:
            yield f"again: exit code {code}: {said[-300:]}"
        yield from losses(place, before)
        left = [str(p.relative_to(place)) for p in place.rglob(".*") if p.is_file()]
        if left:
            yield f"left over: {left}"
    finally:
        shutil.rmtree(place.parent)


def main_of_cases(asked: list[str]) -> None:
    """Print as JSON how many cases of each command were run, and what was wrong in which."""
    template = Path(tempfile.mkdtemp(prefix="fault-")) / "f"
    template.mkdir()
    code, said, _ = run(template, ["prepare"])
    assert code == 0, said
    before = earlier(template)
    cases: dict[str, int] = {}
    wrong: list[Any] = []
    for one in asked:
        name, _, step = one.partition(":")
        trial = template.parent / "counted"
        shutil.copytree(template, trial)
        code, said, count = run(trial, COMMANDS[name], lambda where: SHIM.fault_arm(where, 0, 0, 0))
        assert (code, count > 0) == (0, True), (name, code, said)
        shutil.rmtree(trial)
        places = [(kind, at) for at in range(1, count + 1) for kind in KINDS][:: int(step or 1)]
        cases[name] = len(places)
        print(f"{name}: {len(places)} cases", file=sys.stderr, flush=True)
        for kind, at in places:
            what = list(faults(name, kind, at, template, before))
            if what:
                wrong.append([name, kind, at, what])
                print(wrong[-1], file=sys.stderr, flush=True)
    os.chdir("/")
    shutil.rmtree(template.parent)
    print(json.dumps({"cases": cases, "wrong": wrong}))


def main_with(shim: str, asked: list[str]) -> None:
    """Load the shim, which is preloaded too, and run the cases."""
    global SHIM
    SHIM = ctypes.CDLL(shim)
    SHIM.fault_count.restype = ctypes.c_long
    SHIM.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int]
    main_of_cases(asked)


if __name__ == "__main__":
    main_with(sys.argv[1], sys.argv[2:])
