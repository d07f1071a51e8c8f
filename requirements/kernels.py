"""Compile native/ and install it, where a compiler is; where none is, say so and go on without.

The wheel is kept in .cache/kernels with a digest of all that it is made of: an edited kernel is
compiled anew, and everybody else waits once. `NORON_NATIVE=0` takes the package out, to see how
everything runs without it; `NORON_NATIVE=1` makes a failure of what is only a remark otherwise.
Standard library only, and it parses on Python 3.6.
"""

import hashlib
import os
import platform
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from environment import ROOT, Stamp, say, stop

NATIVE = ROOT / "native"
PINS = ROOT / "requirements" / "native.txt"
LOG_NAME = ".cache/native-build.log"
SOURCES = ("CMakeLists.txt", "pyproject.toml", "core", "python", "src")
PYTHON_TAG = "cp{}{}".format(*sys.version_info)

PROBE = """
#include <Python.h>
#include <thread>
template <class T> constexpr int lanes() {
  if constexpr (sizeof(T) == 4) return 4; else return 2;
}
typedef float four __attribute__((vector_size(16)));
int main() { four v{}; return static_cast<int>(v[lanes<float>() - 1]); }
"""


class NotBuilt(Exception):
    """Why there are no kernels, and what mends that."""


def install_kernels(environment):
    """Bring noron-native in the environment up to date, or take it out and say why."""
    wish = os.environ.get("NORON_NATIVE") or "auto"
    if wish not in ("auto", "0", "1"):
        stop("NORON_NATIVE is {!r}: give 0 (without the kernels), 1 (never without)".format(wish))
    stamp = environment.stamp("kernels", digest_of_sources())
    if wish == "0":
        remove(environment, stamp)
        say("without the compiled kernels, as NORON_NATIVE=0 asks for")
    elif not stamp.holds():
        try:
            wheel = built_wheel(environment, ROOT / ".cache" / "kernels", again=wish == "1")
            install_wheel(environment, wheel)
            stamp.set()
        except NotBuilt as reason:
            remove(environment, stamp)
            if wish == "1":
                stop(str(reason))
            say("{}: everything runs without compiled kernels, only slower".format(reason))


def install_wheel(environment, wheel):
    words = ["install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", wheel]
    if not environment.pip(*words):
        raise NotBuilt("installing {} failed".format(wheel.name))


def install_apart(environment, wheel, site):
    """Install the wheel into a folder of its own, beside that of the environment, made anew."""
    shutil.rmtree(str(site), ignore_errors=True)
    words = ["install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel]
    if not environment.pip(*words):
        stop("installing {} failed (the reason stands above)".format(wheel.name))


def imported_from(site, variables):
    """The compiled module that Python imports with these variables; stop if it is not in `site`."""
    code = "import noron_native._native as native; print(native.__file__)"
    words = [sys.executable, "-c", code]
    found = subprocess.check_output(words, env=variables, universal_newlines=True).strip()
    if site not in Path(found).parents:
        stop("{} is not the build to be tested".format(found))
    return Path(found)


def remove(environment, stamp):
    """Take out what an earlier call, or somebody by hand, has installed."""
    if stamp.path.exists() or list(environment.path.glob("lib/*/site-packages/noron_native")):
        environment.pip("uninstall", "--quiet", "--yes", "noron-native")
        stamp.forget()


def digest_of_sources(settings=()):
    """A digest of everything that decides what the compiler makes, the compiler left aside."""
    digest = hashlib.sha256()
    for path in sorted(NATIVE.rglob("*")):
        is_source = path.relative_to(NATIVE).parts[0] in SOURCES
        if is_source and path.is_file() and path.parent.name != "__pycache__":
            digest.update(str(path.relative_to(NATIVE)).encode() + b"\0" + path.read_bytes())
    flags = [os.environ.get(name, "") for name in ("CXX", "CXXFLAGS", "LDFLAGS")]
    for text in (PINS.read_text(), PYTHON_TAG, platform.machine(), *flags, *settings):
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()


def built_wheel(environment, folder, settings=(), again=False):
    """The wheel in `folder`, compiled if that has not been done. Raises NotBuilt."""
    folder = folder / PYTHON_TAG
    digest = digest_of_sources(settings)
    done = folder / digest[:16]
    if not list(done.glob("*.whl")):
        compiler = find_compiler()
        identity = "{} {}".format(compiler, os.stat(shutil.which(compiler[0])).st_mtime)
        failed = Stamp(folder / "failed", digest, identity)
        if failed.holds() and not again:
            raise NotBuilt("the kernels did not compile (NORON_NATIVE=1 tries once more)")
        folder.mkdir(parents=True, exist_ok=True)
        install_tools(environment)
        try:
            compile_wheel(environment, compiler, folder, done, settings)
        except NotBuilt:
            failed.set()
            raise
    return next(done.glob("*.whl"))


def find_compiler():
    """The command of a compiler that knows C++17 and finds Python.h. Raises NotBuilt."""
    names = [os.environ["CXX"]] if os.environ.get("CXX") else ["c++", "g++", "clang++"]
    found = [words for words in map(shlex.split, names) if shutil.which(words[0])]
    headers = "python{}.{}-dev".format(*sys.version_info)
    if not found:
        raise NotBuilt(
            "there is no C++ compiler here (Debian: apt-get install g++ {}; macOS: "
            "xcode-select --install; then run make again)".format(headers)
        )
    include = sysconfig.get_path("include")
    if not Path(include, "Python.h").exists():
        raise NotBuilt(
            "Python's C headers are not here (Debian: apt-get install {}; then run make "
            "again)".format(headers)
        )
    for compiler in found:
        if compiles(compiler, "-I" + include):
            return compiler
    raise NotBuilt("{} compiles no C++17: a newer GCC or Clang is needed".format(found[0][0]))


def compiles(compiler, *flags):
    """True if the compiler can make something of a small program in C++17."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "probe.cpp")
        source.write_text(PROBE)
        words = [*compiler, "-std=c++17", *flags, "-c", str(source), "-o", str(source) + ".o"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.call(words, **quiet) == 0


def install_tools(environment):
    """CMake, Ninja and what binds C++ to Python, as requirements/native.txt pins them."""
    stamp = environment.stamp("native", PINS.read_text())
    if stamp.holds():
        return
    say("installing the tools of requirements/native.txt that compile the kernels ...")
    words = ["install", "--quiet", "--retries", 1, "--require-hashes", "-r", PINS]
    with log_file() as log:
        if not environment.pip(*words, stdout=log, stderr=log):
            raise NotBuilt("their tools could not be installed (see {})".format(LOG_NAME))
    stamp.set()


def compile_wheel(environment, compiler, folder, done, settings):
    """`pip wheel`; what an earlier call has compiled from unchanged files is kept."""
    say("compiling the kernels (about a minute) ...")
    start = time.time()
    new, build = folder / "new", folder / "build"
    shutil.rmtree(str(new), ignore_errors=True)
    words = ["wheel", "--verbose", "--no-deps", "--no-index", "--no-build-isolation", "-w", new]
    settings = ["build-dir={}".format(build), *settings]
    words += ["--config-settings=" + setting for setting in settings]
    path = "{}{}{}".format(environment.python.parent, os.pathsep, os.environ.get("PATH", ""))
    variables = dict(os.environ, PATH=path, CXX=" ".join(map(shlex.quote, compiler)))
    with log_file() as log:
        if not environment.pip(*words, NATIVE, env=variables, stdout=log, stderr=log):
            shutil.rmtree(str(build), ignore_errors=True)
            raise NotBuilt("the kernels did not compile (see {})".format(LOG_NAME))
    for old in folder.glob("?" * len(done.name)):  # wheels of earlier sources
        shutil.rmtree(str(old))
    new.rename(done)
    say("... done in {:.0f} s".format(time.time() - start))


def log_file():
    (ROOT / LOG_NAME).parent.mkdir(exist_ok=True)
    return (ROOT / LOG_NAME).open("w")
