"""The Python packages that the lab's engine needs in a browser, as one archive.

NumPy, pydantic and the others come from the package index, each file checked against its hash;
NumPy's for WebAssembly is not there yet, and is taken out of a wheel that carries it. Standard
library only.
"""

import fnmatch
import hashlib
import io
import shutil
import subprocess
import tomllib
import zipfile

from environment import ROOT, Stamp, stop
from wheels import pinned

CACHE = ROOT / ".cache" / "browser"
TARGET = ["--platform", "pyemscripten_2026_0_wasm32", "--python-version", "314"]
TARGET += ["--implementation", "cp"]
NAMES = {"pydantic", "tomlkit", "filelock", "threadpoolctl"}

NUMPY = "numpy-2.4.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
NUMPY_SHA256 = "0cad9c1b91f0082e4f959bc0e0bf5835a2efbba6ab3b1e9d1fe6e7e564cca98e"
NUMPY_IN_CARRIER = "open_webui/frontend/pyodide/" + NUMPY

LEFT_OUT = (
    *("*/tests/*", "*.pyi", "*.pxd", "*.h", "*.a", "*.so.lib", "*/include/*", "*.dist-info/RECORD"),
    *("numpy/f2py/*", "numpy/distutils/*", "numpy/random/_examples/*", "*/conftest.py"),
    *("*.dist-info/entry_points.txt", "*.dist-info/WHEEL", "numpy/_pyinstaller/*"),
    *("numpy/polynomial/*", "numpy/fft/*", "numpy/testing/*", "*.dist-info/sboms/*"),
    *("pydantic/v1/*", "pydantic/mypy.py", "*/py.typed"),
)
"""What nothing imports in a browser."""

LEFT_OUT_OF_NORON = (
    *("cli/*", "estimators/*", "plotting/*", "lab/pages/*", "lab/server/*", "lab/recording.py"),
    "lab/notebook.py",
    *("data/mnist_files/*", "__main__.py", "*.pyc"),
)
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)


def archive(environment):
    """Return the packages and noron itself, to be unpacked where Python looks for them."""
    members = {}
    for wheel in wheels(environment):
        with zipfile.ZipFile(str(wheel)) as opened:
            members.update({name: opened.read(name) for name in opened.namelist()})
    kept = {name: data for name, data in members.items() if not matches(name, LEFT_OUT)}
    return packed({**kept, **own(), **kernels(environment)})


def own():
    """The files of noron that a lab in a browser needs, and its version."""
    source = ROOT / "src"
    found = {}
    for path in (source / "noron").rglob("*"):
        name = path.relative_to(source / "noron").as_posix()
        if path.is_file() and not matches(name, LEFT_OUT_OF_NORON):
            found["noron/" + name] = path.read_bytes()
    info = "noron-{}.dist-info/".format(version())
    metadata = "Metadata-Version: 2.1\nName: noron\nVersion: {}\n".format(version())
    found[info + "METADATA"] = metadata.encode()
    found[info + "LICENSE"] = (ROOT / "LICENSE").read_bytes()
    return found


def kernels(environment):
    """The files of noron-native for a browser: WebAssembly, and what calls it."""
    build = ROOT / "native" / "browser" / "build.py"
    made = subprocess.check_output([str(environment.python), str(build)], encoding="utf-8")
    with zipfile.ZipFile(made.strip()) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def version():
    """noron's own."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def matches(name, patterns):
    return name.endswith("/") or any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def packed(members):
    """Return a zip archive of these files: the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, OLDEST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, members[name])
    return target.getvalue()


def wheels(environment):
    """Return the wheels of all packages, fetched where they are not there yet."""
    pins = "\n".join(pinned(NAMES))
    folder = CACHE / "wheels"
    CACHE.mkdir(parents=True, exist_ok=True)
    stamp = Stamp(CACHE / "fetched", pins, carrier_pins().read_text(), NUMPY_SHA256)
    if not stamp.holds():
        shutil.rmtree(str(folder), ignore_errors=True)
        fetch(environment, folder, pins, *TARGET)
        fetch_numpy(environment, folder)
        stamp.set()
    return sorted(folder.iterdir())


def carrier_pins():
    return ROOT / "requirements" / "static.txt"


def fetch(environment, folder, pins, *target, may_fail=False):
    """True if pip has put what is pinned into the folder."""
    written = CACHE / "pins.txt"
    written.write_text(pins)
    words = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    quiet = {"stderr": subprocess.DEVNULL} if may_fail else {}
    done = environment.pip(*words, *target, "-d", folder, "-r", written, **quiet)
    if not done and not may_fail:
        stop("fetching the packages for the browser failed (the reason stands above)")
    return done


def fetch_numpy(environment, folder):
    """NumPy for WebAssembly: from the package index if it is there, else from its carrier."""
    pin = "\n".join(one for one in pinned({"numpy"}) if one.startswith("numpy=="))
    if fetch(environment, folder, pin, *TARGET, may_fail=True):
        return
    carrier = CACHE / "carrier"
    fetch(environment, carrier, carrier_pins().read_text(), "--python-version", "3.12")
    with zipfile.ZipFile(str(next(carrier.iterdir()))) as opened:
        data = opened.read(NUMPY_IN_CARRIER)
    if hashlib.sha256(data).hexdigest() != NUMPY_SHA256:
        stop("{} is not the file of Pyodide's distribution".format(NUMPY))
    (folder / NUMPY).write_bytes(data)
    shutil.rmtree(str(carrier))
