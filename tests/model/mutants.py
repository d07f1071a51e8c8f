"""Mutants of model files, with and without a right hash, and what using each of them comes to.

PYTHONPATH=src python tests/model/mutants.py 100000 0 network    # number, seed, kinds of file
"""

import copy
import json
import random
import resource
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

import noron
from noron.core.errors import NoronError
from noron.core.tensor_file import canonical, digest

ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 3, 0.5, -0.0, 1e300, -1e-300, 2**31, 2**63, 2**200, ""),
    *("a", "relu", "dense", "\0", "\u202e", "\ud800", "$x_$", "x" * 5000, [], [1], [[]], {}),
    *([None], ["a", "a"], {"name": "dense", "units": 3}, {"name": "x"}, [0] * 1000, "members_"),
]
"""What takes the place of a value in a header."""


def parts_of(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """The header without its hash, and the tensors."""
    length = int.from_bytes(content[:8], "little")
    header = json.loads(json.loads(content[8 : 8 + length])["__metadata__"]["noron"])
    del header["sha256"]
    return header, load_tensors(content)


def whole(header: dict[str, Any], tensors: dict[str, Any]) -> bytes:
    """A file whose hash is right, whatever is in it."""
    text = canonical({"sha256": digest(header, tensors)} | header)
    return save_tensors(tensors, {"noron": text})


def mutant(content: bytes, rng: random.Random) -> bytes:
    """A file with one to three changes: half of them in the bytes, half with a new hash."""
    if rng.random() < 0.3:
        return _other_bytes(bytearray(content), rng)
    header, tensors = parts_of(content)
    tensors = {name: array.copy() for name, array in tensors.items()}
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if rng.random() < 0.8:
            _change(header, rng)
        else:
            _change_tensors(tensors, rng)
    try:
        return whole(header, tensors)
    except ValueError:  # no JSON can hold it
        return content


def _other_bytes(content: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 8))):
        place = rng.randrange(len(content) if rng.random() < 0.5 else min(len(content), 400))
        kind = rng.randrange(5)
        if kind == 0:
            content[place] ^= 1 << rng.randrange(8)
        elif kind == 1:
            content[place] = rng.randrange(256)
        elif kind == 2:
            del content[place : place + rng.choice((1, 2, 8, 1000))]
        elif kind == 3:
            content[place:place] = rng.randbytes(rng.choice((1, 2, 8, 1000)))
        else:
            content[0:8] = rng.choice((2**63, 2**40, 2**24, 7, len(content))).to_bytes(8, "little")
        if len(content) < 9:
            break
    return bytes(content)


def _change(data: Any, rng: random.Random) -> None:
    """Change one value somewhere in plain data, or its name, or take it away."""
    places: list[tuple[Any, Any]] = []
    stack = [data]
    while stack:
        at = stack.pop()
        items = list(at.items() if isinstance(at, dict) else enumerate(at))
        places += [(at, key) for key, _ in items]
        stack += [value for _, value in items if isinstance(value, dict | list)]
    at, key = rng.choice(places)
    kind = rng.randrange(8)
    if kind == 0:
        del at[key]
    elif kind == 1 and isinstance(at, dict):
        at[rng.choice(("x", "name", "units", "", str(key).upper()))] = at.pop(key)
    elif kind == 2:
        other, there = rng.choice(places)
        at[key] = json.loads(json.dumps(other[there])) if _is_there(other, there) else None
    elif kind == 3 and isinstance(at[key], int | float):
        at[key] = rng.choice((-at[key], at[key] + 1, at[key] * 1000, float(at[key]), str(at[key])))
    elif kind == 4 and isinstance(at[key], list):
        rng.shuffle(at[key])
        at[key] = at[key] * rng.choice((0, 2)) or at[key][1:]
    else:
        at[key] = copy.deepcopy(rng.choice(ODD))


def _is_there(at: Any, key: Any) -> bool:
    return key in at if isinstance(at, dict) else key < len(at)


def _change_tensors(tensors: dict[str, Any], rng: random.Random) -> None:
    if not tensors:
        return
    name = rng.choice(sorted(tensors))
    array, kind = tensors[name], rng.randrange(7)
    if kind == 0:
        del tensors[name]
    elif kind == 1:
        tensors[rng.choice(("x", name + "0", "members_0.0.dense.W"))] = array
    elif kind == 2:
        tensors[name] = array.astype(rng.choice((np.float64, np.int32, np.uint8, bool)))
    elif kind == 3:
        tensors[name] = array.reshape(-1)[: rng.randrange(array.size + 1)].copy()
    elif kind == 4:
        tensors[name] = np.zeros((rng.choice((0, 1, 3)), *array.shape), array.dtype)
    elif array.size:
        value = rng.choice((0, 1e30, -1e38, 3e-39, 255, -1))
        with np.errstate(all="ignore"):
            array.reshape(-1)[rng.randrange(array.size)] = np.array(value).astype(array.dtype)


# ------------------------------------------------------------------------ files, and their use

X = np.random.default_rng(0).standard_normal((40, 3))
Y = np.where(X[:, 0] > 0, "yes", "no")
TABLE = {
    "size": np.where(np.arange(160) % 9, np.arange(160.0), np.nan),
    "street": np.array(list("abcdefghijklmnopqrst") * 8),
    "colour": np.array(["red", "green"] * 80),
    "sold": np.datetime64("2020-01-01") + np.arange(160).astype("timedelta64[D]"),
    "new": np.arange(160) % 3 == 0,
}


def network(path: Path) -> Callable[[Path], None]:
    """Write a network; return what uses such a file."""
    layers: list[Any] = [
        noron.Standardize(), noron.Dense(4), noron.BatchNorm(), noron.LeakyReLU(0.1),
        noron.Residual([noron.Dense(4), noron.LayerNorm(), noron.GELU(), noron.Dropout(0.1)]),
        noron.Dense(2),
    ]  # fmt: skip
    net = noron.NeuralNetwork(layers, regularizer=[noron.L2(0.01), noron.MaxNorm(2.0)], seed=1)
    net.train(X, Y, epochs=2, progress=False, advise=False)
    net.feature_names, net.target_name, net.data_name = ("a", "b", "ć"), "y", "toys"
    net.save(path)

    def use(path: Path) -> None:
        net = noron.load(path)
        rows = np.ones((5, net.network.n_inputs))
        net.predict(rows)
        net.predict_proba(rows)
        net.summary()
        repr(net)

    return use


def table(path: Path) -> Callable[[Path], None]:
    """Write a table model of classes; return what uses such a file."""
    from noron.estimators import TableClassifier, load

    model = TableClassifier((8,), max_iter=2, n_members=2, random_state=0)
    model.fit(TABLE, np.where(TABLE["colour"] == "red", 7, -1)).save(path)
    few = {name: values[:7] for name, values in TABLE.items()}

    def use(path: Path) -> None:
        model = load(path)
        repr(model)
        model.encoding_.describe()
        names = list(getattr(model, "feature_names_in_", TABLE))
        columns = dict(zip(names, few.values(), strict=True)) if len(names) == 5 else few
        model.predict(columns if all(isinstance(n, str) for n in names) else few)

    return use


def snapshot(path: Path) -> Callable[[Path], None]:
    """Write a snapshot within an epoch; return what goes on from such a file."""

    def trainer() -> noron.Trainer:
        net = noron.NeuralNetwork([3, 4, 2], seed=0)
        return net.trainer(
            X, Y, epochs=3, optimizer="adam", validation=0.2, batch_size=8,
            callbacks=[noron.EarlyStopping()], advise=False,
        )  # fmt: skip

    run = trainer()
    run.advance(steps=6)
    run.snapshot().save(path)
    run.close()

    def use(path: Path) -> None:
        snapshot = noron.Snapshot.load(path)
        run = trainer()
        try:
            run.restore(snapshot)
            run.advance(steps=3)
        finally:
            run.close()

    return use


KINDS: dict[str, Callable[[Path], Callable[[Path], None]]] = {
    "network": network,
    "table": table,
    "snapshot": snapshot,
}


def outcomes(kind: str, folder: Path, n: int, seed: int = 0) -> Counter[str]:
    """Use `n` mutants of a kind of file, and count what comes of it."""
    path = folder / f"{kind}.safetensors"
    use, content = KINDS[kind](path), path.read_bytes()
    use(path)
    counts: Counter[str] = Counter()
    for k in range(n):
        path.write_bytes(mutant(content, random.Random(f"{kind} {seed} {k}")))
        began = time.perf_counter()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with np.errstate(all="ignore"):
                    use(path)
                what = "used"
            except NoronError as error:
                what = type(error).__name__
            except Exception as error:
                what = f"fault in mutant {k}: {type(error).__name__}: {error}"[:200]
        counts[what] += 1
        counts["slowest, ms"] = max(
            counts["slowest, ms"], round(1000 * (time.perf_counter() - began))
        )
    return counts


def main() -> None:
    """Print the counts of each kind of file, and the memory that all of it took."""
    import tempfile

    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))  # a bomb is a MemoryError
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for kind in sys.argv[3:] or KINDS:
        with tempfile.TemporaryDirectory() as folder:
            start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            counts = outcomes(kind, Path(folder), n, seed)
            more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) / 1024
            print(f"{kind}: {n:,} mutants, {dict(counts)}, {more:.0f} MB more memory", flush=True)


if __name__ == "__main__":
    main()
