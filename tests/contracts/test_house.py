"""The house rules that no tool checks: sizes, light imports, exports, words not to appear."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import noron

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "noron"
SOURCES = sorted(PACKAGE.rglob("*.py"))

FILE_LINES = 300
BODY_LINES = 40
PUBLIC_METHODS = 14
# What may be larger, and why. A name stands as "file" or "file:function" or "file:Class".
LARGER: dict[str, int] = {
    "model/neural_network.py": 400,  # the one class that people meet, half of it docstrings
    "scratch.py": 320,  # one file on purpose: the whole tutorial level, read in one sitting
}

HEAVY = {
    *("cyclopts", "rich", "safetensors", "platformdirs", "lzma", "matplotlib"),
    *("sklearn", "scipy", "pandas", "torch", "hypothesis", "pytest"),
}
# The modules that may know little: what each may import that is not in the standard library.
NARROW = {
    "scratch.py": {"numpy", "numpy.typing", "noron.core"},
    "core/scratch_checks.py": {"numpy", "numpy.typing", "noron.core.errors", "noron.core.hints"},
    "core/errors.py": {"noron.core.hints"},
    "core/hints.py": set(),
    "core/types.py": {"numpy", "numpy.typing"},
    "core/registry.py": {
        *("numpy", "noron.core.closed", "noron.core.errors", "noron.core.hints"),
        "pydantic_core.core_schema",
    },
}


# ------------------------------------------------------------------------------------- sizes


def definitions(path: Path, kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, kind):
            yield f"{path.relative_to(PACKAGE)}:{node.name}", node  # type: ignore[attr-defined]


def body_lines(function: ast.FunctionDef) -> int:
    """The lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) else function.body
    return function.end_lineno - body[0].lineno + 1 if body and function.end_lineno else 0


def public_methods(cls: ast.ClassDef) -> list[str]:
    """Methods that a reader of the class has to know; properties are read like attributes."""
    return [
        item.name
        for item in cls.body
        if isinstance(item, ast.FunctionDef)
        and not item.name.startswith("_")
        and not any("property" in ast.unparse(d) or "setter" in ast.unparse(d)
                    for d in item.decorator_list)
    ]  # fmt: skip


def measures() -> Iterator[tuple[str, int, int]]:
    """(what, its size, its limit) for every file, function and class of the package."""
    for path in SOURCES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        yield str(path.relative_to(PACKAGE)), lines, FILE_LINES
        for name, function in definitions(path, ast.FunctionDef):
            yield name, body_lines(function), BODY_LINES  # type: ignore[arg-type]
        for name, cls in definitions(path, ast.ClassDef):
            yield name, len(public_methods(cls)), PUBLIC_METHODS  # type: ignore[arg-type]


def test_files_functions_and_classes_stay_small():
    too_large = [
        f"{what}: {size} (limit {LARGER.get(what, limit)})"
        for what, size, limit in measures()
        if size > LARGER.get(what, limit)
    ]
    assert not too_large, "\n".join(too_large)


def test_the_table_of_larger_things_is_not_out_of_date():
    sizes = {what: (size, limit) for what, size, limit in measures()}
    for what in LARGER:
        size, limit = sizes[what]
        assert size > limit, f"{what} has shrunk to {size}: take it out of LARGER"


def test_the_measures_measure():
    code = 'def f(x):\n    """Says."""\n\n    def g():\n        return 1\n\n    return g\n'
    function = ast.parse(code).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert body_lines(function) == 4
    cls = ast.parse(
        "class C:\n def a(self): ...\n def _b(self): ...\n @property\n def c(self): ...\n"
        " @c.setter\n def c(self, v): ...\n"
    ).body[0]
    assert isinstance(cls, ast.ClassDef)
    assert public_methods(cls) == ["a"]


# ------------------------------------------------------------------------------------- imports


def imported(path: Path) -> set[str]:
    """Every module that the file names in an import, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "noron":
            found |= {origin(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or ".")
    return found


def origin(name: str) -> str:
    """`from noron import name`: the module of that name, or else the front door itself."""
    there = (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()
    return f"noron.{name}" if there else "noron"


@pytest.mark.parametrize("name", NARROW)
def test_the_foundations_and_the_tutorial_know_little(name):
    strange = {
        module
        for module in imported(PACKAGE / name)
        if module.partition(".")[0] not in sys.stdlib_module_names
    }
    assert strange <= NARROW[name]


def test_no_module_imports_from_the_package_s_front_door():
    """`from noron import X` inside noron would be a circle, and hides where X lives."""
    faces = {"__init__.py", "__main__.py"}
    inside = [path for path in SOURCES if path.name not in faces and "cli" not in path.parts]
    assert [str(path) for path in inside if "noron" in imported(path)] == []


def loaded_after(code: str) -> set[str]:
    """The heavy libraries that a fresh Python has loaded after running `code`."""
    report = f"import sys; print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.rpartition("LOADED")[2].split())


def test_importing_noron_loads_numpy_and_little_else():
    assert loaded_after("import json, rich") >= {"rich"}  # the probe sees what is there
    assert loaded_after("import noron") <= loaded_after("import numpy")


def test_the_help_page_loads_no_mathematics_of_others():
    code = (
        "import sys; sys.argv = ['noron', '--help']\n"
        "from noron.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
    )
    assert loaded_after(code) & {"matplotlib", "scipy", "sklearn", "safetensors"} == set()


# ------------------------------------------------------------------------------------- exports


def test_everything_exported_is_there_in_alphabetical_order():
    assert list(noron.__all__) == sorted(set(noron.__all__))
    missing = [name for name in noron.__all__ if getattr(noron, name, None) is None]
    assert missing == []
    assert set(noron.__all__) <= set(dir(noron))


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    assert noron.__version__ == version
    assert importlib.metadata.version("noron") == version
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", changes, flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == version
    for path in (ROOT / "README.md", ROOT / "README.vi.md", *(ROOT / "docs").glob("*.md")):
        named = re.findall(r"\bnoron[ =]+v?(\d+\.\d+\.\d+)", path.read_text(encoding="utf-8"))
        assert set(named) <= {version}, path.name


# --------------------------------------------------------------------------------------- words

SUFFIXES = {".py", ".md", ".toml", ".txt", ".json", ".in", ".csv", ".svg", ".yml", ".yaml", ".cfg"}
NOT_OURS = {"runs", "build", "dist", "__pycache__", "node_modules"}
# Written in halves, so that this file does not hold what it looks for.
FORBIDDEN = [
    *("pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "deb.deb" + "ian"),
    *("pickle" + ".load", "allow_pickle" + "=True", "jobl" + "ib.load"),
    *("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/tmp" + "/t311"),
]
# Users pickle scikit-learn's estimators, so the tests of ours do; noron itself never does.
ALLOWED = {
    "tests/estimators/test_ecosystem.py": ("pickle" + ".load", "jobl" + "ib.load"),
}


def our_files(root: Path) -> Iterator[Path]:
    """Every file of the checkout but the hidden folders (.ci counts) and what make makes."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if path.is_file() and not hidden and not NOT_OURS & set(parts):
            yield path


def text_files(root: Path) -> Iterator[tuple[Path, str]]:
    for path in our_files(root):
        bare = path.suffix == "" and not path.name.startswith(".git")
        if path.suffix in SUFFIXES or bare or path.name == ".gitignore":
            yield path, path.read_text(encoding="utf-8")


def test_no_word_that_must_not_appear():
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path, text in text_files(ROOT)
        for word in FORBIDDEN
        if word in text and word not in ALLOWED.get(str(path.relative_to(ROOT)), ())
    ]
    assert not found, "\n".join(found)


def test_the_search_for_words_sees_what_it_looks_for(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / ".venv").mkdir()
    for name in ("src/a.py", ".venv/b.py", "Makefile", "c.bin"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    seen = {str(path.relative_to(tmp_path)) for path, _ in text_files(tmp_path)}
    assert seen == {"src/a.py", "Makefile"}


@pytest.mark.parametrize("layer", ["run", "test", "check"])
def test_every_pin_has_hashes_and_none_an_address(layer):
    text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|^\s*--(?!hash=)|@", text, flags=re.MULTILINE)
    logical = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    pins = [line for line in logical.splitlines() if line.strip()]
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", pin), pin[:80]


def test_the_layers_of_pins_agree():
    """Installing a second layer never replaces what the first one brought."""
    pins: dict[str, str] = {}
    for layer in ("run", "test", "check"):
        text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
        for name, rest in re.findall(r"^([a-z0-9._-]+)==(.*?) *\\$", text, flags=re.MULTILINE):
            marker = rest.partition(";")[2].strip()
            assert pins.setdefault(f"{name};{marker}", rest) == rest
