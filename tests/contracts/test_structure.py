"""An idea lives in one place, under a name that the field knows; each check is shown to bite."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "noron"
MATHEMATICS = {
    *("initializers", "layers", "losses", "network", "optimizers", "regularizers", "schedules"),
    *("perceptron", "scratch"),
}
PRIVATE_WORDS = {
    *("door", "pilot", "room", "site", "staff", "crew", "errand", "hired", "lanes", "kin", "wish"),
    *("life", "member", "elsewhere", "together", "likeness", "judge", "delivery", "course"),
    *("told", "said", "found"),
}
SAME_ON_PURPOSE = {"NeuralNetwork", "Perceptron"}  # noron.scratch is the library in one file
KNOWN_ENDS = (".csv", ".tsv", ".txt", ".gz", ".parquet", ".pq", ".npz")

Sources = dict[str, str]


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The text of every module by its path below src/noron."""
    return {str(p.relative_to(SOURCE)): p.read_text() for p in sorted(SOURCE.rglob("*.py"))}


def names_in(tree: ast.AST) -> Iterator[str]:
    """Every name that a module gives to something of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


def private_words(sources: Sources) -> list[str]:
    """Names, those of modules included, in which a word stands that only noron would use."""
    result = []
    for path, text in sources.items():
        stem = Path(path).stem
        for name in {stem, *names_in(ast.parse(text))}:
            words = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+", name)
            result += [f"{path}: {name}" for word in words if word.lower() in PRIVATE_WORDS]
    return result


def classes_of_one_name(sources: Sources) -> list[str]:
    """The names of more than one exported class."""
    names = Counter(
        node.name
        for text in sources.values()
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    return sorted({name for name, n in names.items() if n > 1} - SAME_ON_PURPOSE)


def steps(sources: Sources) -> list[str]:
    """The modules that make an engine take the steps of a training."""
    found = set()
    for path, text in sources.items():
        if path.startswith(("engines/", "optimizers/")):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                of_fit = re.search(r"(^|\.|_)fits?(\[\w+\])?$", owner) is not None
                if node.func.attr in ("run", "epochs") and of_fit:
                    found.add(path)
                if node.func.attr == "step" and "optimizer" in owner:
                    found.add(path)
    return sorted(found)


def is_order(node: ast.AST) -> bool:
    """Whether it asks which of two is larger."""
    kinds = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
    return isinstance(node, ast.Compare) and isinstance(node.ops[0], kinds)


def patience(sources: Sources) -> list[str]:
    """The modules in which epochs without improvement are weighed against a patience."""
    found = set()
    for path, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            sides = [node.left, *node.comparators] if is_order(node) else []
            if any(isinstance(s, ast.Attribute) and s.attr == "patience" for s in sides):
                found.add(path)
    return sorted(found)


def ends_of_files(sources: Sources) -> list[str]:
    """The modules that know how the file of a table ends."""
    found = set()
    for path, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and node.value in KNOWN_ENDS:
                found.add(path)
    return sorted(found)


def default_rates(sources: Sources) -> list[str]:
    """The modules that decide on a learning rate where nobody gives one."""
    found = set()
    for path, text in sources.items():
        if path.startswith("optimizers/"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute) and node.attr == "default_learning_rate":
                found.add(path)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                usual = [*node.args.posonlyargs, *node.args.args]
                given = [*usual, *node.args.kwonlyargs]
                without = [None] * (len(usual) - len(node.args.defaults))
                values = [*without, *node.args.defaults, *node.args.kw_defaults]
                for argument, value in zip(given, values, strict=True):
                    is_number = isinstance(value, ast.Constant) and isinstance(value.value, float)
                    if argument.arg in ("learning_rate", "rate") and is_number:
                        found.add(path)
    return sorted(found)


ONCE: dict[str, tuple[Callable[[Sources], list[str]], list[str], str]] = {
    "one loop": (
        steps,
        ["training/trainer.py"],
        "def train(fit, rows, rates):\n    return fit.run(rows, rates)",
    ),
    "one patience for what is recorded, scikit-learn's for its tolerance, one for falling rates": (
        patience,
        ["estimators/mlp/descent.py", "schedules.py", "training/policies/rules.py"],
        "class Stop:\n    def over(self):\n        return self.waited > self.patience",
    ),
    "one list of the ends of files; runs and weights are exported as some of them": (
        ends_of_files,
        [
            *("data/readers/csv.py", "data/readers/npz.py", "data/readers/parquet.py"),
            *("experiments/store/exporting.py", "export/numpy.py"),
        ],
        'def is_table(path):\n    return path.suffix == ".csv"',
    ),
    "one default learning rate; the tutorial level, its proof and Rosenblatt have their own": (
        default_rates,
        ["perceptron.py", "scratch.py", "tools/ladder.py", "training/config.py"],
        "def train(X, y, learning_rate=0.05):\n    pass",
    ),
    "no private words": (private_words, [], "def staff():\n    pass"),
    "no two exported classes of one name": (classes_of_one_name, [], "class Trainer:\n    pass"),
}


@pytest.mark.parametrize("idea", ONCE)
def test_an_idea_lives_in_one_place(idea: str, sources: Sources) -> None:
    find, places, _ = ONCE[idea]
    assert find(sources) == places


@pytest.mark.parametrize("idea", ONCE)
def test_a_second_place_is_found(idea: str, sources: Sources) -> None:
    find, places, second = ONCE[idea]
    assert find(sources | {"model/second.py": second}) != places


def test_the_top_can_be_read_at_a_glance() -> None:
    ends = {p.name.removesuffix(".py") for p in SOURCE.iterdir() if p.suffix == ".py" or p.is_dir()}
    beside = {name for name in ends if not name.startswith("__")} - MATHEMATICS
    assert len(beside) <= 15, sorted(beside)


def test_there_are_at_most_ten_tiers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    tiers = next(c["layers"] for c in contracts if c["type"] == "layers")
    assert len(tiers) <= 10
