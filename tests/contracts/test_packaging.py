"""noron and noron-native fit each other; the kernels are built where they can be."""

import ast
import re
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import noron
from noron.engines.native import lowering as asked

ROOT = Path(__file__).resolve().parents[2]
NATIVE = ROOT / "native"
PACKAGE = NATIVE / "src" / "noron_native"


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_front_page_names_everything_that_the_core_needs(page):
    needed = tomllib.loads(text("pyproject.toml"))["project"]["dependencies"]
    install = text(page).partition("./native")[2]
    for dependency in needed:
        assert re.split("[<>=]", dependency)[0] in install


# ---------------------------------------------------------------------- the two packages agree


def constants(source: str) -> dict[str, object]:
    """The plain values that a module gives names to."""
    return {
        target.id: statement.value.value
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def test_both_packages_have_the_same_version():
    theirs = tomllib.loads(text("native", "pyproject.toml"))["project"]
    assert theirs["version"] == noron.__version__
    native = constants((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    assert native["__version__"] == noron.__version__
    ours = tomllib.loads(text("pyproject.toml"))["project"]
    assert theirs["requires-python"] == ours["requires-python"]
    assert set(theirs["dependencies"]) <= set(ours["dependencies"])


def test_both_sides_speak_the_same_interface():
    native = constants((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    assert native["INTERFACE"] == asked.INTERFACE


def stub() -> ast.Module:
    return ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))


def keywords(function: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in function.args.args + function.args.kwonlyargs]


def test_the_stub_says_what_the_module_offers():
    """Every name of module.cpp and deform.h, and the names of what runs and plans are made from."""
    module = text("native", "python", "module.cpp") + text("native", "python", "deform.h")
    offered = re.findall(r'\.def(?:_static|_prop_ro|_ro)?\("(\w+)"', module)
    offered = [name for name in offered if name != "__init__"]
    offered += re.findall(r'nb::class_<\w+>\(m, "(\w+)"\)', module)
    functions = [node for node in ast.walk(stub()) if isinstance(node, ast.FunctionDef)]
    classes = [node for node in ast.walk(stub()) if isinstance(node, ast.ClassDef)]
    named = [node.name for node in functions if node.name != "__init__"]
    assert len(offered) > 10
    assert sorted(named + [cls.name for cls in classes]) == sorted(offered)
    for cls in classes:
        made = [f for f in cls.body if isinstance(f, ast.FunctionDef) and f.args.kwonlyargs]
        (code,) = re.findall(rf'(nb::class_<\w+>\(m, "{cls.name}"\).*?;\n\n)', module, re.DOTALL)
        assert [name for f in made for name in keywords(f)[1:]] == [
            name for block in code.split("nb::kw_only()")[1:] for name in of_block(block)
        ]
    (deform,) = [node for node in functions if node.name == "deform"]
    _, _, code = module.partition("&deform,")
    assert keywords(deform) == of_block(code.partition(";")[0])


def of_block(code: str) -> list[str]:
    """The names of the arguments of a method, up to the next one."""
    return re.findall(r'nb::arg\("(\w+)"\)', code.partition(".def")[0])


def test_the_package_exports_what_the_stub_has():
    there = {n.name for n in stub().body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    there |= {n.target.id for n in stub().body if isinstance(n, ast.AnnAssign)}
    exported = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8")).body
    (names,) = [n.names for n in exported if isinstance(n, ast.ImportFrom)]
    assert {name.name for name in names} == there


def test_the_wheel_of_the_kernels_is_small():
    """Of three instruction sets; a wheel is compressed like this."""
    native = pytest.importorskip("noron_native._native")
    assert len(zlib.compress(Path(native.__file__).read_bytes(), 6)) < 1_600_000


def test_importing_noron_does_not_load_the_kernels():
    code = "import sys, noron; print(sorted(m for m in sys.modules if 'noron_native' in m))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


# ------------------------------------------------------------------------------------- the pins

PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)([^\\\n]*)", flags=re.MULTILINE)


@pytest.mark.parametrize("layer", ["native", "bench", "peers", "wasm", "torch"])
def test_every_pin_has_a_hash_and_none_an_address(layer):
    pins = text("requirements", f"{layer}.txt")
    assert not re.search(r"https?://|file:|^\s*--(?!hash=)|@", pins, flags=re.MULTILINE)
    blocks = re.split(r"\n(?=[a-z])", re.sub(r"^\s*#.*\n", "", pins, flags=re.MULTILINE).strip())
    for block in blocks:
        assert PIN.match(block)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block)


def test_the_pins_of_all_layers_agree():
    """.venv gets run, test, check and native one after another, .venv-bench run, bench, torch."""
    seen: dict[tuple[str, str], str] = {}
    for layer in ("run", "test", "check", "native", "wasm", "bench", "peers"):
        for name, version, marker in PIN.findall(text("requirements", f"{layer}.txt")):
            assert seen.setdefault((name, marker.strip()), version) == version


def test_all_that_builds_the_kernels_is_pinned():
    """A build without isolation finds each of them installed."""
    pinned = {name for name, _, _ in PIN.findall(text("requirements", "native.txt"))}
    needed = tomllib.loads(text("native", "pyproject.toml"))["build-system"]["requires"]
    asked_for = tomllib.loads(text("pyproject.toml"))["dependency-groups"]["native"]
    assert set(needed) <= set(asked_for)
    assert {re.split(r"[<>=]", name)[0] for name in asked_for} <= pinned


def test_the_wheels_are_the_pins_of_all_that_a_class_needs(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "requirements"))
    import wheels  # type: ignore[import-not-found]

    pins = wheels.pinned(wheels.wanted())
    names = {pin.partition("==")[0] for pin in pins}
    assert {"numpy", "pydantic-core", "pillow", "scipy", "joblib", "narwhals", "duckdb"} <= names
    assert not names & {"hatchling", "pytest", "pandas", "dask", "optuna"}
    assert all("--hash=sha256:" in pin for pin in pins)
    for name in ("wheels", "kernels", "environment"):
        del sys.modules[name]


# ----------------------------------------------------------------------- building, or saying why


@pytest.fixture
def kernels(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """`requirements/kernels.py`, with a checkout of its own that holds a small native/."""
    monkeypatch.syspath_prepend(str(ROOT / "requirements"))
    for name in ("NORON_NATIVE", "CXX", "CXXFLAGS", "LDFLAGS"):
        monkeypatch.delenv(name, raising=False)
    import environment
    import kernels as module

    (tmp_path / "native" / "core").mkdir(parents=True)
    (tmp_path / "native" / "core" / "a.cpp").write_text("int a;")
    (tmp_path / "env").mkdir()
    (tmp_path / "pins.txt").write_text("ninja==1")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "NATIVE", tmp_path / "native")
    monkeypatch.setattr(module, "PINS", tmp_path / "pins.txt")
    yield module
    for name in ("kernels", "environment"):
        del sys.modules[name]


class Pip:
    """An environment that remembers what pip was asked for, and 'builds' a wheel."""

    def __init__(self, path: Path, *, works: bool = True) -> None:
        self.path, self.python, self.works = path, path / "bin" / "python", works
        self.calls: list[str] = []

    def pip(self, verb: str, *words: object, **options: object) -> bool:
        self.calls.append(verb)
        if verb == "wheel" and self.works:
            folder = Path(str(words[words.index("-w") + 1]))
            folder.mkdir()
            (folder / "noron_native.whl").write_text("")
        return verb != "wheel" or self.works

    def stamp(self, name: str, *sources: str) -> object:
        from environment import Stamp  # type: ignore[import-not-found]

        return Stamp(self.path / f"made-{name}", *sources)


def compiler(folder: Path, *, works: bool = True) -> str:
    """A program that passes for a compiler."""
    folder.mkdir(exist_ok=True)
    program = folder / "c++"
    program.write_text(f"#!/bin/sh\nexit {0 if works else 1}\n")
    program.chmod(0o755)
    return str(folder)


def headers(monkeypatch: pytest.MonkeyPatch, kernels: ModuleType, folder: Path) -> None:
    folder.mkdir()
    (folder / "Python.h").write_text("")
    monkeypatch.setattr(kernels.sysconfig, "get_path", lambda name: str(folder))


@pytest.fixture
def can_compile(kernels, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", compiler(tmp_path / "bin"))
    headers(monkeypatch, kernels, tmp_path / "include")


def test_kernels_are_compiled_once_and_again_when_a_file_changes(kernels, can_compile, tmp_path):
    environment = Pip(tmp_path / "env")
    kernels.install_kernels(environment)
    assert environment.calls == ["install", "wheel", "install"]  # tools, kernels, the wheel
    kernels.install_kernels(environment)
    assert len(environment.calls) == 3
    (tmp_path / "native" / "core" / "a.cpp").write_text("int b;")
    kernels.install_kernels(environment)
    assert environment.calls[3:] == ["wheel", "install"]


def test_another_environment_gets_the_same_wheel(kernels, can_compile, tmp_path, monkeypatch):
    kernels.install_kernels(Pip(tmp_path / "env"))
    monkeypatch.setenv("PATH", "")  # nor does it need a compiler
    (tmp_path / "env2").mkdir()
    environment = Pip(tmp_path / "env2")
    kernels.install_kernels(environment)
    assert environment.calls == ["install"]


def test_what_compiling_leaves_behind_is_no_source(kernels, tmp_path):
    """Nor is what people read."""
    before = kernels.digest_of_sources()
    (tmp_path / "native" / "README.md").write_text("Read me.")
    for folder in ("build", "src/__pycache__"):
        (tmp_path / "native" / folder).mkdir(parents=True)
        (tmp_path / "native" / folder / "x").write_text("")
    assert kernels.digest_of_sources() == before


@pytest.mark.parametrize("missing", ["compiler", "headers", "c++17"])
def test_what_is_missing_is_said_in_one_line(missing, kernels, monkeypatch, tmp_path, capsys):
    path = compiler(tmp_path / "bin", works=missing != "c++17")
    monkeypatch.setenv("PATH", "" if missing == "compiler" else path)
    headers(monkeypatch, kernels, tmp_path / "include")
    if missing == "headers":
        (tmp_path / "include" / "Python.h").unlink()
    environment = Pip(tmp_path / "env")
    kernels.install_kernels(environment)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "everything runs without compiled kernels" in said
    expected = {
        "compiler": "apt-get install g++",
        "headers": "-dev; then run make again)",
        "c++17": "a newer GCC",
    }
    assert expected[missing] in said
    assert environment.calls == []
    monkeypatch.setenv("NORON_NATIVE", "1")
    with pytest.raises(SystemExit, match="noron: "):
        kernels.install_kernels(environment)


def test_a_failed_compilation_is_remembered_and_takes_old_kernels_out(
    kernels, can_compile, monkeypatch, tmp_path, capsys
):
    environment = Pip(tmp_path / "env")
    kernels.install_kernels(environment)
    (tmp_path / "native" / "core" / "a.cpp").write_text("int = 1;")
    environment.works = False
    environment.calls.clear()
    kernels.install_kernels(environment)
    assert environment.calls == ["wheel", "uninstall"]
    assert "native-build.log" in capsys.readouterr().out
    kernels.install_kernels(environment)
    assert environment.calls == ["wheel", "uninstall"]  # not a minute each time
    assert "once more" in capsys.readouterr().out
    monkeypatch.setenv("NORON_NATIVE", "1")
    with pytest.raises(SystemExit):
        kernels.install_kernels(environment)
    assert environment.calls[2:] == ["wheel"]


def test_noron_native_0_takes_the_kernels_out(kernels, can_compile, monkeypatch, tmp_path):
    environment = Pip(tmp_path / "env")
    kernels.install_kernels(environment)
    monkeypatch.setenv("NORON_NATIVE", "0")
    kernels.install_kernels(environment)
    assert environment.calls[-1] == "uninstall"
    kernels.install_kernels(environment)
    assert environment.calls.count("uninstall") == 1
    monkeypatch.setenv("NORON_NATIVE", "perhaps")
    with pytest.raises(SystemExit, match="'perhaps'"):
        kernels.install_kernels(environment)
