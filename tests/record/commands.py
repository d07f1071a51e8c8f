"""Print what each command says about each of ten files, with times and folders left out."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FEW = ("--epochs", "3", "--hidden", "8")
BY_CLOCK = ("fit", "profile", "info")
"""Commands whose figures depend on a clock or on the machine: their digits are left out."""


def write_files(folder: Path) -> dict[str, str]:
    """Write ten files into the folder; return the name of each with its target."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((90, 3)).round(3)
    kinds = np.array(["red", "green", "blue"])[(x[:, :2] @ rng.standard_normal((2, 3))).argmax(1)]
    price = (x @ [3.0, -2.0, 0.5]).round(3)
    header = "a,b,c"

    def rows(*columns: np.ndarray, by: str = ",") -> str:
        return "".join(by.join(map(str, row)) + "\n" for row in zip(*columns, strict=True))

    texts = {
        "classes.csv": f"{header},kind\n" + rows(*x.T, kinds),
        "numbers.csv": f"{header},price\n" + rows(*x.T, price),
        "yes.csv": f"{header},sold\n" + rows(*x.T, np.where(price > 0, "yes", "no")),
        "comma.csv": "a;b;c;price\n" + rows(*x.T, price, by=";").replace(".", ","),
        "gaps.csv": f"{header},price\n" + rows(*x.T, price).replace("0.", "", 3),
        "empty_cells.csv": f"{header},kind\n,1,2,red\n" + rows(*x.T, kinds),
        "ragged.csv": f"{header},kind\n1,2,red\n" + rows(*x.T, kinds),
        "header_only.csv": f"{header},kind\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    np.savez(folder / "arrays.npz", X=x, y=kinds)
    (folder / "passengers.csv").write_bytes((EXAMPLES / "passengers.csv").read_bytes())
    heads = {name: text.split("\n")[0].replace(";", ",") for name, text in texts.items()}
    targets = {name: head.split(",")[-1] for name, head in heads.items()}
    return targets | {"arrays.npz": "", "passengers.csv": "survived"}


def commands(files: dict[str, str]) -> Iterator[tuple[str, list[list[str]]]]:
    """Each file's commands, in the order in which they have to run."""
    for name, target in files.items():
        stem = name.split(".")[0]
        data = ["--data", name, *(["--target", target] if target else []), *FEW]
        kept = ["--store", f"{stem}.sqlite"]
        yield (
            stem,
            [
                ["train", *data, *kept, "--out", f"{stem}-train"],
                ["predict", f"{stem}-train/model.safetensors", name],
                ["compare", *data, *kept, "--seeds", "2", "--activation", "tanh", "--activation",
                 "relu", "--out", f"{stem}-compare", "--yes"],
                ["search", *data, *kept, "--trials", "2", "--out", f"{stem}-search", "--yes"],
                ["find-rate", *data],
                ["profile", *data],
                ["fit", name, "--target", target or "y", "--seconds", "1", "--folds", "2",
                 "--out", f"{stem}-fit"],
                ["runs", "list", *kept],
                ["show", f"{stem}-train/model.safetensors", "--out", f"{stem}-show"],
            ],
        )  # fmt: skip
    yield "", [["info"], ["gradcheck"], ["--help"], ["train", "--help"], ["fit", "--help"]]


def output_of(command: list[str], folder: Path) -> str:
    """The output and the exit code of one command, without what no two runs have in common."""
    environment = os.environ | {"COLUMNS": "90", "NO_COLOR": "1", "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "noron", *command],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=300, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    text = run.stdout.replace(str(folder), "FOLDER")
    text = re.sub(r"\b\d{4}-\d\d-\d\d[T _]\d\d[:.-]?\d\d([:.-]?\d\d)?", "DATE", text)
    text = re.sub(r"\d[\d.,]* ?(µs|ms|s|seconds?|minutes?|min)\b( left)?", "TIME", text)
    text = re.sub(r"seconds [\d.]+", "seconds TIME", text)
    if command[0] in BY_CLOCK:
        text = re.sub(r" +", " ", re.sub(r"\d[\d.,]*", "N", text))
    return f"exit code {run.returncode}\n{text}"


def main() -> None:
    """Print a JSON object from each command line to what it says."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_files(folder)

        def outputs(commands_of_file: list[list[str]]) -> dict[str, str]:
            return {" ".join(one): output_of(one, folder) for one in commands_of_file}

        with ThreadPoolExecutor(2) as pool:
            every = pool.map(outputs, [listed for _, listed in commands(files)])
            json.dump({k: v for one in every for k, v in one.items()}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
