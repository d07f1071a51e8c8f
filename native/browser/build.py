"""Compile the core for the Python of a browser, and pack it as the package noron_native.

    python native/browser/build.py [ZIP]

The compiler is zig. The archive, .cache/browser/noron_native.zip if no other path is given, is to
be unpacked where Python finds modules: there `_native` is a package in Python that calls the core
over ctypes.
"""

import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
NATIVE = HERE.parent
CORE, PACKAGE = NATIVE / "core", NATIVE / "src" / "noron_native"
FOLDER = NATIVE.parent / ".cache" / "browser"
OBJECTS = FOLDER / "objects"
sys.path.insert(0, str(NATIVE / "tests"))

from run import STRICT, Stamp, listed, variables, zig  # noqa: E402

FEATURES = "mvp+simd128+bulk_memory+sign_ext+nontrapping_fptoint+mutable_globals+exception_handling"
LIBRARY = {"_LIBCPP_ABI_NAMESPACE": "__2", "_LIBCPP_ABI_VERSION": "2"}
"""Pyodide has the C++ library of Emscripten: other names, and another layout of strings, than zig
expects."""
FLAGS = [
    *("-fPIC", f"-mcpu={FEATURES}", "-fwasm-exceptions", "-fno-sanitize=all"),
    "-DNORON_ISA=baseline",
    "-Dthread_local=",  # there is one thread, and nobody to begin another one's variables
    *(f"-U{name}" for name in LIBRARY),
    *(f"-D{name}={value}" for name, value in LIBRARY.items()),
    *("-Wno-macro-redefined", "-Wno-builtin-macro-redefined"),
]  # fmt: skip


def call(words: list[object]) -> None:
    """Run the compiler or the linker; its errors go to the terminal."""
    subprocess.run([str(word) for word in words], check=True, env=variables())


def compiled(name: str) -> Path:
    """Compile a file of the core, unless that is done: return the object file."""
    made = OBJECTS / f"{name}.o"
    words = [*zig("-target", "wasm32-wasi"), *listed("KERNEL_FLAGS"), *STRICT, *FLAGS]
    files = [CORE / name, *sorted(CORE.rglob("*.h"))]
    stamp = Stamp(Path(f"{made}.made"), *words, *(path.read_text() for path in files))
    if not (made.exists() and stamp.holds()):
        call([*words, "-c", CORE / name, "-o", made])
        stamp.set()
    return made


def side_module() -> bytes:
    """Return the core as WebAssembly that Pyodide loads with CDLL."""
    OBJECTS.mkdir(parents=True, exist_ok=True)
    names = [Path(name).name.replace("team.cpp", "team_of_one.cpp") for name in listed("CORE")]
    with ThreadPoolExecutor(2) as two:
        objects = list(two.map(compiled, ["kernels.cpp", *names]))
    header = (CORE / "noron.h").read_text(encoding="utf-8")
    functions = sorted(set(re.findall(r"^[\w *]+?\b(noron_\w+)\(", header, re.MULTILINE)))
    made = OBJECTS / "kernels.so"
    link = ["wasm-ld", "-shared", "--experimental-pic", "--no-entry", "--strip-all"]
    link += ["--unresolved-symbols=import-dynamic", *(f"--export={name}" for name in functions)]
    call([*zig()[:-1], *link, *objects, "-o", made])
    return made.read_bytes()


def main(words: list[str]) -> int:
    """Write the archive."""
    target = Path(words[0]) if words else FOLDER / "noron_native.zip"
    files = {path.name: path.read_bytes() for path in (HERE / "noron_native").glob("*.py")}
    files["__init__.py"] = (PACKAGE / "__init__.py").read_bytes()
    files["kernels.so"] = side_module()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(f"noron_native/{name}", data)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
