"""Compile the C++ tests of the kernels and run them.

    python native/tests/run.py              for each instruction set that this processor has
    python native/tests/run.py --sanitize   the same, watched by sanitizers; GCC on Linux only
    python native/tests/run.py --quick      optimized less than what is installed
    python native/tests/run.py wasm         as WebAssembly: compiled by zig, run by wasmtime
    python native/tests/run.py arm          for AArch64 with NEON: compiled by zig, run by QEMU

What is compiled lies in .cache/native-tests until a source changes. The flags of the kernels come
from native/CMakeLists.txt.
"""

import argparse
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

NATIVE = Path(__file__).resolve().parents[1]
ROOT = NATIVE.parent
sys.path.insert(0, str(ROOT / "requirements"))

from environment import Stamp, stop  # noqa: E402

FOLDER = ROOT / ".cache" / "native-tests"
BASELINE = "baseline"

TESTS = ("runs", "masks", "product", "rounded", "panels", "entries", "maths", "vectors", "team")
"""The longest to compile first."""
ONCE = ("runs", "team")
"""Those that are compiled once: `runs` chooses the instruction set while it runs."""

STRICT = ["-std=c++17", "-Werror", "-I" + str(NATIVE / "core")]
QUICK = ["-O1"]
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined", "-g", "-O1"]
QUIET = ["-Wno-maybe-uninitialized", "-Wno-uninitialized"]  # GCC 12 warns about its own header


@dataclass(frozen=True)
class Target:
    """How the tests are compiled for some machine, and how they run there."""

    name: str
    compiler: list[str]
    run: Callable[[Path], tuple[int, str]]
    has_threads: bool = True


def listed(name: str) -> list[str]:
    """What stands in the list of that name in CMakeLists.txt."""
    found = re.search(rf"set\({name} ([^)]*)\)", (NATIVE / "CMakeLists.txt").read_text())
    if found is None:
        stop(f"native/CMakeLists.txt has no {name}: the tests are compiled with what it says")
    return found[1].split()


def instruction_sets() -> dict[str, list[str]]:
    """The flags of each instruction set of x86-64, as CMakeLists.txt has them."""
    text = (NATIVE / "CMakeLists.txt").read_text()
    found = re.findall(r"^ *add_kernels\((\w+)([^)]*)\)", text, re.MULTILINE)
    return {name: re.findall(r"-\S+", words) for name, words in found}


@dataclass(frozen=True)
class Build:
    """The tests of a target, compiled in one way for all its instruction sets."""

    target: Target
    more: list[str]
    sets: list[str]
    folder: Path

    def words(self, isa: str, *sources: Path) -> list[str]:
        """The call of the compiler for these sources."""
        flags = [*listed("KERNEL_FLAGS"), *STRICT, *instruction_sets()[isa], *self.more]
        return [*self.target.compiler, *flags, f"-DNORON_ISA={isa}", *map(str, sources)]

    def made(self, words: list[str], path: Path) -> str:
        """Compile to `path`, unless that is made already: what went wrong, if anything."""
        used = [word for word in words if word.startswith(str(NATIVE / "tests"))]
        headers = [] if "-c" in words else (NATIVE / "tests").glob("*.h")
        files = sorted([*(NATIVE / "core").rglob("*.[ch]*"), *map(Path, used), *headers])
        stamp = Stamp(Path(f"{path}.made"), *words, *(file.read_text() for file in files))
        if path.exists() and stamp.holds():
            return ""
        end = subprocess.run([*words, path], capture_output=True, encoding="utf-8", env=variables())
        if end.returncode:
            return f"{path.name} cannot be made:\n{end.stderr}"
        stamp.set()
        return ""

    def kernels(self, isa: str) -> str:
        """Compile the kernels for one instruction set: what went wrong, if anything."""
        words = self.words(isa, NATIVE / "core" / "kernels.cpp")
        return self.made([*words, "-c", "-o"], self.folder / f"kernels-{isa}.o")

    def sources(self, test: str) -> list[Path]:
        """What a test is made of."""
        team = "team.cpp" if self.target.has_threads else "team_of_one.cpp"
        core = [Path(name).name.replace("team.cpp", team) for name in listed("CORE")]
        rest = {"runs": core, "team": [team]}.get(test, [])
        objects = [f"kernels-{isa}.o" for isa in self.sets] if test == "runs" else []
        return [
            NATIVE / "tests" / f"{test}.cpp",
            *(NATIVE / "core" / name for name in rest),
            *(self.folder / name for name in objects),
        ]

    def do(self, isa: str, test: str) -> tuple[bool, str]:
        """Compile and run one test: whether it passed, and what it printed."""
        program = self.folder / f"{test}-{isa}"
        if error := self.made([*self.words(isa, *self.sources(test)), "-o"], program):
            return False, error
        status, printed = self.target.run(program)
        if status:
            return False, f"{printed.strip()}\n{test} ({isa}) failed with status {status}"
        return True, printed.strip()


def variables() -> dict[str, str]:
    """The environment, with the caches of zig among ours."""
    cache = str(ROOT / ".cache" / "zig")
    return os.environ | {"ZIG_GLOBAL_CACHE_DIR": cache, "ZIG_LOCAL_CACHE_DIR": cache}


def run_by(*words: str) -> Callable[[Path], tuple[int, str]]:
    """Run a program by these words before its name."""

    def run(program: Path) -> tuple[int, str]:
        end = subprocess.run([*words, program], capture_output=True, encoding="utf-8")
        return end.returncode, end.stdout + end.stderr

    return run


def run_by_wasmtime(program: Path) -> tuple[int, str]:
    """Run WebAssembly that sees nothing but its standard output."""
    import wasmtime

    printed = program.with_suffix(".txt")
    engine = wasmtime.Engine()
    linker, store, wasi = wasmtime.Linker(engine), wasmtime.Store(engine), wasmtime.WasiConfig()
    wasi.stdout_file = wasi.stderr_file = str(printed)
    linker.define_wasi()
    store.set_wasi(wasi)
    made = linker.instantiate(store, wasmtime.Module.from_file(engine, str(program)))
    status = 0
    try:
        made.exports(store)["_start"](store)
    except wasmtime.ExitTrap as end:
        status = end.code
    except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
        return 1, f"{printed.read_text()}\n{error}"
    return status, printed.read_text()


def native() -> Target:
    """This machine, by $CXX, GCC or Clang."""
    names = [os.environ["CXX"]] if os.environ.get("CXX") else ["c++", "g++", "clang++"]
    found = [words for words in map(shlex.split, names) if shutil.which(words[0])]
    if not found:
        stop("skipped: there is no C++ compiler here (Debian: apt-get install g++)")
    said = subprocess.run([*found[0], "--version"], capture_output=True, text=True).stdout
    return Target("native", [*found[0], "-pthread", *([] if "clang" in said else QUIET)], run_by())


def zig(*flags: str) -> list[str]:
    """The compiler of the PyPI package ziglang."""
    if importlib.util.find_spec("ziglang") is None:
        stop("skipped: there is no zig here (pip install ziglang, or make test)")
    return [sys.executable, "-m", "ziglang", "c++", *flags]


def wasm() -> Target:
    """WebAssembly with 128-bit vectors, without threads and exceptions."""
    if importlib.util.find_spec("wasmtime") is None:
        stop("skipped: there is no wasmtime here (pip install wasmtime, or make test)")
    compiler = zig("-target", "wasm32-wasi", "-msimd128", "-fignore-exceptions")
    return Target("wasm", compiler, run_by_wasmtime, has_threads=False)


def arm() -> Target:
    """AArch64, emulated."""
    for name in ("qemu-aarch64-static", "qemu-aarch64"):
        if shutil.which(name):
            return Target("arm", zig("-target", "aarch64-linux-musl", "-static"), run_by(name))
    stop("skipped: there is no QEMU here (Debian: apt-get install qemu-user-static)")


def main(words: list[str]) -> int:
    """Compile and run all tests, two at a time; 1 if one has failed."""
    made = {"native": native, "wasm": wasm, "arm": arm}
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("target", nargs="?", default="native", choices=list(made))
    parser.add_argument(
        "--sanitize", action="store_const", const=SANITIZERS, dest="more", default=[]
    )
    parser.add_argument("--quick", action="store_const", const=QUICK, dest="more")
    given = parser.parse_args(words)
    target = made[given.target]()
    macros = [*target.compiler, "-dM", "-E", "-x", "c", os.devnull]
    known = subprocess.run(macros, capture_output=True, env=variables()).stdout
    sets = list(instruction_sets()) if b"__x86_64__" in known else [BASELINE]
    folder = FOLDER / f"{given.target}{''.join(given.more[:1])}"
    folder.mkdir(parents=True, exist_ok=True)
    build = Build(target, given.more, sets, folder)
    tests = [test for test in TESTS if target.has_threads or test != "team"]
    jobs = [(isa, test) for test in tests for isa in sets if isa == BASELINE or test not in ONCE]
    failed = 0
    with ThreadPoolExecutor(2) as two:
        if errors := "\n".join(filter(None, two.map(build.kernels, sets))):
            stop(errors)
        for passed, text in two.map(lambda job: build.do(*job), jobs):
            print(text, flush=True)
            failed += not passed
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
