"""The compiled kernels as WebAssembly: the tests of the others, in the Python of a browser.

They take noron as it is here, and the kernels and NumPy of `make site`.
"""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.pyodide_host import in_pyodide

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
HEADER = ROOT / "native" / "core" / "noron.h"
FACE = ROOT / "native" / "browser" / "noron_native"
PYTEST = ("pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments", "py")
STRUCT = re.compile(r"typedef struct (noron_\w+) \{(.*?)\n\} \1;", re.DOTALL)

TESTS = {
    "test_native.py": 350,
    "test_native_panels.py": 1,
    "test_native_predictions.py": 10,
    "test_native_augmented_rows.py": 10,
    "test_against_reference.py": 60,
}
"""The files, and the fewest tests that must have passed there."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pytest, the tests of the engines, and noron as it is in this checkout."""
    made = tmp_path_factory.mktemp("packages") / "packages.zip"
    folders = {ROOT / "src" / "noron": "noron", HERE: "tests/engines"}
    folders[HERE.parent / "gradient_cases.py"] = "tests/gradient_cases"
    for name in PYTEST:
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        origin = Path(spec.origin)
        folders[origin.parent if origin.stem == "__init__" else origin] = name
    (numpy,) = (ROOT / ".cache" / "browser" / "wheels").glob("numpy-*.whl")
    with zipfile.ZipFile(made, "w") as archive:
        with zipfile.ZipFile(numpy) as wheel:  # a lab has not what only tests need
            for name in wheel.namelist():
                if name.startswith("numpy/testing/") and "/tests/" not in name:
                    archive.writestr(name, wheel.read(name))
        for folder, name in folders.items():
            if folder.is_file():
                archive.write(folder, f"{name}.py")
            for path in folder.rglob("*.py"):
                archive.write(path, f"{name}/{path.relative_to(folder).as_posix()}")
    return made


@pytest.fixture(scope="module")
def kernels() -> Path:
    """The kernels as they are in this checkout."""
    pytest.importorskip("ziglang", reason="there is no zig here: make test installs it")
    words = [sys.executable, ROOT / "native" / "browser" / "build.py"]
    return Path(subprocess.check_output(words, text=True).strip())


@pytest.mark.parametrize("name", TESTS)
def test_the_kernels_pass_their_tests_in_a_browser(name, packages, kernels, tmp_path):
    words = [f"/lib/python3.14/site-packages/tests/engines/{name}"]
    program, archives = HERE / "run_in_pyodide.py", [packages, kernels]
    code, report = in_pyodide(program, words, tmp_path, archives)
    assert code == 0, report
    (passed,) = re.findall(r"(\d+) passed", report)
    assert int(passed) >= TESTS[name]


def declared(body: str) -> list[tuple[str, str]]:
    """The fields of a structure of the header, with their types as ctypes needs them."""
    fields = []
    for line in re.sub(r"//.*", "", body).split(";"):
        words = line.replace("const ", " ").split(None, 1)
        if not words:
            continue
        kind, names = words
        if "(*" in names:
            fields.append(("pointer", re.findall(r"\(\*(\w+)\)", names)[0]))
            continue
        for one in names.split(","):
            is_pointer = "*" in one
            fields.append(("pointer" if is_pointer else kind, one.replace("*", "").strip()))
    return fields


def test_the_structures_are_those_of_the_header():
    """Every field in its place: another order would be read as other numbers."""
    header = HEADER.read_text(encoding="utf-8")
    theirs = {name: declared(body) for name, body in STRUCT.findall(header)}
    text = (FACE / "c_api.py").read_text(encoding="utf-8")
    ours = {}
    for name, body in re.findall(
        r'class C\w+\(Struct\):\n    """(noron_\w+)\."""(.*?)\n\n\n', text, re.DOTALL
    ):
        lines = [declaration.split(" ", 1) for declaration in re.findall(r'"([^"]+)"', body)]
        lines = [line for line in lines if line[0] in ("int", "int64_t", "double", "pointer")]
        ours[name] = [(kind, one) for kind, names in lines for one in names.split(", ")]
    assert len(ours) == 8
    for name, fields in ours.items():
        assert fields == theirs[name], name


def test_every_function_is_one_of_the_header():
    header = HEADER.read_text(encoding="utf-8")
    known = set(re.findall(r"^[\w *]+?\bnoron_(\w+)\(", header, re.MULTILINE))
    used = re.findall(r'function\("(\w+)"', (FACE / "c_api.py").read_text(encoding="utf-8"))
    assert len(used) > 20
    assert set(used) <= known
