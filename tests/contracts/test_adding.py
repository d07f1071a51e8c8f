"""To add something is to write one file: each test does so in a copy of the package, and uses it.

The copy is imported in a process of its own, so that nothing stays registered here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from noron import Layer, Loss, Optimizer, RecordedMetric, StoppingRule
from noron.cli.app import COMMANDS
from noron.data.readers.read import suffixes
from noron.export import ExportFormat

pytest.importorskip("sklearn")

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "noron"
LEFT_OUT = ("__pycache__", "mnist_files")

HELP = '''
import contextlib, io, json
import numpy as np
from noron import NeuralNetwork, load
from noron.cli import main
from noron.data import moons
from noron.engines import ENGINES

X, y = moons(n=120, noise=0.2, seed=0)
OF_TASK = {"classes": (X, y), "numbers": (X, X[:, 0] - X[:, 1] ** 2)}

def noron(*words):
    """What a command prints as JSON."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert main([*words, "--json"]) == 0, words
    return json.loads(printed.getvalue())

def train_everywhere(task, **settings):
    """Train on every engine: those that cannot let another one run, and all end alike."""
    x, target = OF_TASK[task]
    ends = []
    parts = {name: settings.pop(name) for name in ("loss", "activation") if name in settings}
    for engine in ENGINES:
        net = NeuralNetwork([2, 8, 2 if task == "classes" else 1], seed=0, dtype="float64", **parts)
        history = net.train(x, target, epochs=4, engine=engine, **settings)
        assert history.engine.startswith(engine) or f"not {engine}" in history.engine
        assert history["loss"][-1] < history["loss"][0]
        ends.append(net.network.theta.copy())
    for end in ends[1:]:
        np.testing.assert_allclose(end, ends[0], rtol=1e-8, atol=1e-10)
    assert net.gradcheck().passed
    net.save("model.safetensors")
    assert load("model.safetensors").predict(x).tolist() == net.predict(x).tolist()
'''


class Copy:
    """A copy of the package, in which files are added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "src" / "noron"
        shutil.copytree(PACKAGE, self.package, ignore=shutil.ignore_patterns("mnist_files"))

    def add(self, name: str, text: str) -> None:
        path = self.package / name
        assert not path.exists()
        path.write_text(dedent(text).lstrip())

    def changed(self) -> set[str]:
        """The files that differ from those of the package."""
        before, after = contents(PACKAGE), contents(self.package)
        return {name for name in before | after if before.get(name) != after.get(name)}

    def run(self, code: str) -> str:
        """What the code prints, with the helpers above, in a process that imports the copy."""
        environment = os.environ | {"PYTHONPATH": str(self.package.parent)}
        script = HELP + dedent(code)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script],
            cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout


def contents(package: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(package)): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and not set(LEFT_OUT) & set(path.parts)
    }


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_loss_is_one_file(copy: Copy) -> None:
    assert "log_cosh" not in Loss.members
    copy.add(
        "losses/log_cosh.py",
        '''
        """A loss between the squared and the absolute error."""

        from dataclasses import dataclass
        from typing import final

        import numpy as np

        from noron.core.types import Array
        from noron.losses.regression import RegressionLoss


        @final
        @dataclass(frozen=True)
        class LogCosh(RegressionLoss, name="log_cosh"):
            """log cosh(s - y)."""

            def value(self, s: Array, y: Array) -> Array:
                """log cosh(s - y)."""
                return np.log(np.cosh(s - y))

            def derivative(self, s: Array, y: Array) -> Array:
                """tanh(s - y)."""
                return np.tanh(s - y)
        ''',
    )
    assert copy.changed() == {"losses/log_cosh.py"}
    copy.run(
        """
        from noron.estimators import MLPRegressor

        train_everywhere("numbers", loss="log_cosh")
        result = noron("train", "--data", "sine", "--loss", "log_cosh", "--epochs", "9")
        assert result["test"]["r2"] > 0.3
        model = MLPRegressor("log_cosh", (8,), max_iter=5, random_state=0)
        assert model.fit(X, X[:, 0]).loss_curve_[-1] < model.loss_curve_[0]
        """
    )


def test_an_optimizer_is_one_file(copy: Copy) -> None:
    assert "sign_descent" not in Optimizer.members
    copy.add(
        "optimizers/sign_descent.py",
        '''
        """Steps of one length in each coordinate."""

        from dataclasses import dataclass
        from typing import ClassVar, final

        import numpy as np

        from noron.core.types import Array
        from noron.optimizers.base import Direction, Slots


        @final
        @dataclass(frozen=True)
        class SignDescent(Direction, name="sign_descent"):
            """The direction is sign(g)."""

            default_learning_rate: ClassVar[float] = 0.01

            def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
                """-1, 0 or 1 in each coordinate."""
                return np.sign(g)
        ''',
    )
    assert copy.changed() == {"optimizers/sign_descent.py"}
    copy.run(
        """
        from noron.estimators import MLPClassifier

        train_everywhere("classes", optimizer="sign_descent")
        result = noron("train", "--data", "moons", "--optimizer", "sign_descent", "--epochs", "5")
        assert result["test"]["accuracy"] > 0.7
        model = MLPClassifier((8,), solver="sign_descent", max_iter=5, random_state=0)
        assert model.fit(X, y).loss_curve_[-1] < model.loss_curve_[0]
        """
    )


def test_an_activation_is_one_file(copy: Copy) -> None:
    assert "softsign" not in Layer.members
    copy.add(
        "layers/softsign.py",
        '''
        """Softsign."""

        from dataclasses import dataclass
        from typing import final

        from noron.core.types import Array
        from noron.layers.base import Elementwise


        @final
        @dataclass(frozen=True)
        class Softsign(Elementwise, name="softsign"):
            """f(z) = z / (1 + |z|), from -1 to 1."""

            def f(self, z: Array) -> Array:
                """z / (1 + |z|)."""
                return z / (1 + abs(z))

            def df(self, z: Array, a: Array) -> Array:
                """(1 - |a|)^2."""
                return (1 - abs(a)) ** 2
        ''',
    )
    assert copy.changed() == {"layers/softsign.py"}
    copy.run(
        """
        from noron.estimators import MLPClassifier, TableClassifier

        train_everywhere("classes", activation="softsign", learning_rate=0.5)
        result = noron("train", "--data", "moons", "--activation", "softsign", "--epochs", "5")
        assert result["test"]["accuracy"] > 0.7
        MLPClassifier((8,), activation="softsign", max_iter=3, random_state=0).fit(X, y)
        model = TableClassifier((8,), activation="softsign", n_members=1, max_iter=3)
        assert model.fit(X, y).members_[0].network.layers[1].name == "softsign"
        """
    )


def test_a_file_format_is_one_file(copy: Copy) -> None:
    assert ".jsonl" not in suffixes()
    copy.add(
        "data/readers/jsonl.py",
        '''
        """JSON lines: an object for each row."""

        import json
        from collections.abc import Collection
        from pathlib import Path

        from noron.data.readers.base import FileReader, opened
        from noron.data.tables.frame import Frame, as_frame


        class JsonLines(FileReader, suffixes=(".jsonl",)):
            """The columns are the keys of the first object."""

            def read(self, path: Path, text: Collection[str] = ()) -> Frame:
                """Return the whole table; a key that an object has not is a gap."""
                with opened(path) as file:
                    rows = [json.loads(line) for line in file]
                columns = {name: [row.get(name) for row in rows] for name in rows[0]}
                for name in text:
                    columns[name] = [None if v is None else str(v) for v in columns[name]]
                return as_frame(columns)
        ''',
    )
    assert copy.changed() == {"data/readers/jsonl.py"}
    copy.run(
        """
        from noron.data import read
        from noron.estimators import TableClassifier

        with open("moons.jsonl", "w") as file:
            for (a, b), label in zip(X.tolist(), y.tolist()):
                word = "left" if a < 0.5 else "right"
                row = {"a": a, "b": b, "side": word, "moon": f"moon {label}"}
                print(json.dumps(row), file=file)
        assert list(read("moons.jsonl").columns) == ["a", "b", "side", "moon"]

        words = ("moons.jsonl", "--target", "moon")
        trained = noron("train", *words, "--epochs", "30", "--hidden", "8")
        assert trained["test"]["accuracy"] > 0.6
        answers = noron("predict", trained["model"], "moons.jsonl")
        assert set(answers["prediction"]) == {"moon 0", "moon 1"}

        fitted = noron("fit", *words, "--folds", "2", "--out", "fitted")
        answers = noron("predict", "fitted/model.safetensors", "moons.jsonl")
        assert len(answers["prediction"]) == len(X) and answers["measured"]["accuracy"] > 0.8
        model = TableClassifier((8,), n_members=1, max_iter=3).fit("moons.jsonl", "moon")
        assert len(model.predict("moons.jsonl")) == len(X)
        """
    )


def test_a_stopping_rule_is_one_file(copy: Copy) -> None:
    assert "enough" not in StoppingRule.members
    copy.add(
        "training/policies/enough.py",
        '''
        """Stop after a number of epochs in all."""

        from dataclasses import dataclass
        from typing import final

        from noron.core.metric_rows import Row
        from noron.training.callbacks import StopTraining
        from noron.training.policies.base import StoppingRule


        @final
        @dataclass(unsafe_hash=True)
        class Enough(StoppingRule, name="enough"):
            """Stop after `epochs` epochs."""

            epochs: int = 3

            def __call__(self, row: Row) -> None:
                """Stop if there are enough."""
                if row["epoch"] >= self.epochs:
                    raise StopTraining(f"{self.epochs} epochs are enough")
        ''',
    )
    assert copy.changed() == {"training/policies/enough.py"}
    copy.run(
        """
        from noron import StoppingRule
        from noron.estimators import MLPClassifier, TableClassifier

        reason = "3 epochs are enough"
        rules = [StoppingRule.make("enough")]
        net = NeuralNetwork([2, 4, 2], seed=0)
        assert net.train(X, y, epochs=9, callbacks=rules).stop_reason == reason

        moons = ("--data", "moons", "--hidden", "4")
        result = noron("train", *moons, "--stop", "enough")
        assert (result["epochs"], result["stop_reason"]) == (3, reason)
        result = noron("train", *moons, "--set", 'stop={name="enough", epochs=2}')
        assert result["epochs"] == 2
        again = noron("train", result["recipe"])
        assert again["stop_reason"] == "2 epochs are enough"

        runs = noron("compare", *moons, "--epochs", "9", "--stop", "enough",
                     "--stop", "{name='enough', epochs=4}")["runs"]
        assert sorted(len(run["rows"]) for run in runs) == [3, 4]
        with open("space.toml", "w") as file:
            print('learning_rate = {from = 0.01, to = 0.1, log = true}', file=file)
        trials = noron("search", *moons, "--epochs", "9", "--space", "space.toml", "--trials", "2",
                       "--pruner", "none", "--stop", "enough")["trials"]
        assert [trial["epochs"] for trial in trials] == [3, 3]

        model = MLPClassifier((4,), callbacks=rules, random_state=0).fit(X, y)
        assert (model.n_iter_, model.stop_reason_) == (3, reason)
        model = TableClassifier((4,), callbacks=rules, n_members=2).fit(X, y)
        assert [history.stop_reason for history in model.history_] == [reason, reason]
        """
    )


def test_a_metric_is_one_file(copy: Copy) -> None:
    assert "worst_class" not in RecordedMetric.members
    copy.add(
        "training/metrics/worst_class.py",
        '''
        """The accuracy of the class that is predicted worst."""

        from dataclasses import dataclass
        from typing import ClassVar, final

        import numpy as np

        from noron.core.types import Array
        from noron.engines import Batch
        from noron.losses import Loss
        from noron.training.metrics.base import RecordedMetric


        @final
        @dataclass(frozen=True)
        class WorstClass(RecordedMetric, name="worst_class"):
            """The smallest share of right answers among the classes."""

            tasks: ClassVar[tuple[str, ...]] = ("classes", "binary")

            def of(self, loss: Loss, scores: Array, batch: Batch) -> float:
                """Return the smallest share."""
                right = loss.correct(scores, batch.y)
                y = batch.y.reshape(len(right), -1)
                y = y.argmax(axis=1) if y.shape[1] > 1 else y.ravel()
                return float(min(right[y == label].mean() for label in np.unique(y)))
        ''',
    )
    assert copy.changed() == {"training/metrics/worst_class.py"}
    copy.run(
        """
        from noron import EarlyStopping, SettingError
        from noron.estimators import MLPClassifier, TableClassifier

        def worst(net):
            right = net.predict(X) == y
            return min(right[y == label].mean() for label in (0, 1))

        net = NeuralNetwork([2, 4, 2], seed=0)
        early = EarlyStopping("val_worst_class", patience=2)
        history = net.train(X, y, epochs=30, validation=(X, y), callbacks=[early])
        assert history.columns == ("epoch", "loss", "accuracy", "val_loss", "val_accuracy",
                                   "val_worst_class", "learning_rate", "seconds")
        assert worst(net) == max(history["val_worst_class"]) == net.evaluate(X, y)["worst_class"]
        assert "val_worst_class has not improved" in history.stop_reason

        def worst_class(y, prediction):
            return 0.0

        try:
            net.train(X, y, epochs=1, validation=0.2, metrics=[worst_class])
        except SettingError as error:
            assert "in use" in str(error)
        else:
            raise AssertionError("a user's metric has replaced a registered one")

        moons = ("--data", "moons", "--hidden", "4", "--epochs", "6")
        result = noron("train", *moons, "--stop",
                       "{name='target', monitor='val_worst_class', value=0.01}")
        assert result["test"]["worst_class"] <= result["test"]["accuracy"]
        assert "val_worst_class has reached" in result["stop_reason"]
        result = noron("compare", *moons, "--activation", "relu", "--activation", "tanh",
                       "--metric", "val_worst_class")
        by_name = {run["name"]: run["last"]["val_worst_class"] for run in result["runs"]}
        assert result["metric"] == "val_worst_class"
        assert by_name[result["best"]] == max(by_name.values())
        with open("space.toml", "w") as file:
            print('learning_rate = {from = 0.01, to = 0.1, log = true}', file=file)
        result = noron("search", *moons, "--space", "space.toml", "--trials", "3",
                       "--pruner", "none", "--goal", "val_worst_class")
        values = [trial["val_worst_class"] for trial in result["trials"]]
        assert result["plan"]["goals"] == ["val_worst_class"]
        assert result["best"]["val_worst_class"] == max(values) > min(values)

        model = MLPClassifier((4,), early_stopping=True, monitor="worst_class", max_iter=9,
                              metrics=["worst_class", "accuracy"], random_state=0)
        model.fit(X, y, X_val=X, y_val=y)
        rows = model.history_
        assert rows["val_worst_class"] == model.validation_scores_ == rows["val_score"]
        assert all(a <= b for a, b in zip(rows["val_worst_class"], rows["val_accuracy"]))
        assert rows["val_worst_class"] != rows["val_accuracy"]
        early = EarlyStopping("val_worst_class", patience=2)
        model = TableClassifier((4,), n_members=1, max_iter=30, callbacks=[early], random_state=0)
        model.fit(X, y)
        best = model.history_[0].best("val_worst_class")["val_worst_class"]
        assert 0 < best <= model.history_[0].best("val_accuracy")["val_accuracy"]
        """
    )


def test_a_run_from_before_a_metric_is_trained_again(copy: Copy) -> None:
    copy.run(
        """
        from dataclasses import dataclass
        from noron import RecordedMetric

        def reused():
            words = ("compare", "--data", "moons", "--hidden", "4", "--epochs", "2")
            return [run["reused"] for run in noron(*words)["runs"]]

        assert (reused(), reused()) == ([False], [True])

        @dataclass(frozen=True)
        class One(RecordedMetric, name="one"):
            tasks = ("classes",)

            def of(self, loss, scores, batch):
                return 1.0

        assert (reused(), reused()) == ([False], [True])
        """
    )


def test_a_command_is_two_files(copy: Copy) -> None:
    assert "greet" not in COMMANDS
    copy.add(
        "cli/greet.py",
        '''
        """`noron greet`: a greeting."""

        from cyclopts import App


        def add_to(app: App) -> None:
            """Register the command."""
            app.command(greet)


        def greet(name: str = "world") -> int:
            """Print a greeting."""
            print(f"hello {name}")
            return 0
        ''',
    )
    app = copy.package / "cli" / "app.py"
    text = app.read_text()
    app.write_text(text.replace('    "info": ', '    "greet": "Print a greeting.",\n    "info": '))
    assert copy.changed() == {"cli/greet.py", "cli/app.py"}
    printed = copy.run('assert main(["--help"]) == main(["greet", "Lan"]) == 0')
    assert "Print a greeting." in printed
    assert printed.endswith("hello Lan\n")


def test_an_export_format_is_one_file(copy: Copy) -> None:
    assert "listing" not in ExportFormat.members
    copy.add(
        "export/listing.py",
        '''
        """The steps of a network, as a list."""

        from dataclasses import dataclass
        from typing import final

        from noron.export.formats import ExportFormat


        @final
        @dataclass(frozen=True)
        class Listing(ExportFormat, name="listing"):
            """A line for each step."""

            suffix = ".list"
            indent: int = 0

            def files(self, model, stem, certificate):
                """Return the file."""
                lines = [" " * self.indent + step.kind for step in model.branches[0].networks[0]]
                return {".list": "\\n".join([stem, *lines, str(certificate)]).encode()}

            def run(self, files, model, inputs):
                """Return nothing: a list cannot be run."""
                return None
        ''',
    )
    assert copy.changed() == {"export/listing.py"}
    copy.run(
        """
        from pathlib import Path
        from noron.tools.catalogue import names

        net = NeuralNetwork([2, 3, 2], seed=0)
        net.save("model.safetensors")
        result = noron("export", "model.safetensors", "--to", "listing")
        assert result["files"] == ["model.list"]
        assert result["certificate"]["largest"] is None
        assert noron("export", "model.safetensors", "a.list")["files"] == ["a.list"]
        net.export("b.list", indent=2)
        lines = Path("b.list").read_text().splitlines()
        assert lines[:4] == ["b", "  dense", "  activation", "  dense"]
        assert "not compared" in lines[4]
        assert "listing" in names()["export format"]
        """
    )
