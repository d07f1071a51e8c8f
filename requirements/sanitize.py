"""Run what uses the kernels on a build that AddressSanitizer and UndefinedBehaviorSanitizer watch.

    .venv/bin/python requirements/sanitize.py [words for pytest]

Before the tests, two planted faults must be caught, so that silence means something. The build and
the reports are in .cache/sanitize. GCC on Linux only.
"""

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, Environment, say, stop
from kernels import NotBuilt, built_wheel, find_compiler, imported_from, install_apart

FOLDER = ROOT / ".cache" / "sanitize"
SITE = FOLDER / "site"
SETTINGS = (
    "cmake.define.NORON_SANITIZE=ON",
    "cmake.build-type=Debug",
    "install.strip=false",
)
FLAGS = ["-O0", "-g", "-shared", "-fPIC", "-fsanitize=address,undefined",
         "-fno-sanitize-recover=undefined"]  # fmt: skip

TESTS = ("engines/test_native*.py", "engines/test_against_reference.py",
         "model/test_neural_network.py", "training/test_training.py", "losses/test_losses.py",
         "test_regularizers.py", "data/test_rows.py")  # fmt: skip

LIMITS = """# No limit of the address space can hold: the map of what may be touched is larger.
import resource

set_limit = resource.setrlimit


def setrlimit(which, limits):
    if which != resource.RLIMIT_AS:
        set_limit(which, limits)


resource.setrlimit = setrlimit
"""

FAULTS = """
#include <cstdlib>
extern "C" int outside(int n) {
  volatile char *p = static_cast<char *>(std::malloc(n));
  return p[n];
}
extern "C" int overflow(int n) { return n + 2147483647; }
"""
CAUGHT = {"outside": "heap-buffer-overflow", "overflow": "signed integer overflow"}


def main(words):
    """Build, prove that faults are caught, test; the exit status of pytest, or 1."""
    try:
        compiler = find_compiler()
        wheel = built_wheel(Environment(".venv"), FOLDER, SETTINGS, again=True)
    except NotBuilt as reason:
        stop(str(reason))
    install_apart(Environment(".venv"), wheel, SITE)
    (SITE / "sitecustomize.py").write_text(LIMITS)
    variables = watched(compiler)
    for name, report in CAUGHT.items():
        prove(compiler, variables, name, report)
    prove_import(variables)
    say("both sanitizers are active: each has caught the fault that was planted for it")
    return test(words, variables)


def watched(compiler):
    """The variables under which a process of an unwatched Python can load watched libraries."""
    libraries = []
    for name in ("libasan.so", "libubsan.so"):
        words = [*compiler, "-print-file-name=" + name]
        found = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
        if not Path(found).is_absolute():
            stop("{} has no {}: GCC on Linux is needed here".format(compiler[0], name))
        libraries.append(found)
    report = "log_path={}".format(FOLDER / "report")
    return dict(
        os.environ,
        LD_PRELOAD=":".join(libraries),
        # Python keeps memory until its end; and who asks for too much is told so.
        ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=6144:"
        + report,
        UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1:" + report,
        PYTHONPATH=str(SITE),
        PYTHONMALLOC="malloc",
        OMP_NUM_THREADS="1",
        OPENBLAS_NUM_THREADS="1",
    )


def reports():
    """What the sanitizers have written since the last call."""
    texts = []
    for path in sorted(FOLDER.glob("report*")):
        texts.append(path.read_text(errors="replace"))
        path.unlink()
    return "\n".join(texts)


def prove(compiler, variables, name, report):
    """Stop unless the fault that is planted under `name` ends its process with that report."""
    library = FOLDER / "faults.so"
    (FOLDER / "faults.cpp").write_text(FAULTS)
    subprocess.check_call([*compiler, *FLAGS, str(FOLDER / "faults.cpp"), "-o", str(library)])
    reports()
    code = "import ctypes; ctypes.CDLL({!r}).{}(10)".format(str(library), name)
    words = [sys.executable, "-c", code]
    end = subprocess.run(words, env=variables, capture_output=True, text=True, check=False)
    if end.returncode == 0 or report not in reports() + end.stderr:
        stop("the sanitizers missed a planted fault ({}), so they would miss others".format(report))


def prove_import(variables):
    """Stop unless the watched build is the one that Python imports."""
    path = imported_from(SITE, variables)
    if b"__asan_report_load" not in path.read_bytes():
        stop("{} is not the build with the sanitizers".format(path))


def test(words, variables):
    """The tests that use the kernels, or those that the words name."""
    tests = []
    if not any((ROOT / word.partition("::")[0]).exists() for word in words):
        tests = [str(path) for name in TESTS for path in sorted((ROOT / "tests").glob(name))]
    command = [sys.executable, "-m", "pytest", *words, *tests]
    code = subprocess.call(command, env=variables, cwd=str(ROOT))
    found = reports()
    if found:
        print(found, file=sys.stderr)
        stop("the sanitizers have found something (above)")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
