"""Make the lab that trains in the browser, without a server: build/site, a folder of files.

`make site` calls it, after it has installed the layers `run` and `web`. What is in the folder:

    index.html, assets/   the lab's pages, which know by a meta tag where their engine is
    engine-HASH/          Pyodide, and NumPy, noron and what else it needs as one archive
    digits-HASH.zip       MNIST, which is loaded when a page asks for it
    recording-HASH.bin     what the page shows until the engine is there
    sw.js                 keeps all files in the browser, so that the lab works without network

The same folder is in the wheel beside it, the package noron_lab_site, from which an installed
noron takes it for `noron lab --class` and `noron lab export`. Standard library only.
"""

import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess

from browser_packages import archive, packed, version
from environment import ROOT, Environment, say, stop

PAGES = ROOT / "src" / "noron" / "lab" / "pages"
DIGITS = ROOT / "src" / "noron" / "data" / "mnist_files"
PYODIDE = ROOT / "web" / "node_modules" / "pyodide"
WORKER = ROOT / "web" / "static" / "sw.js"
TARGET = ROOT / "build" / "site"

OF_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
PACKAGES = "packages.zip"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""That of noron.lab.server.files, but for what a meta tag cannot say."""

LICENSES = """
The engine in the browser consists of these.

== Pyodide {} (pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm)
Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/. The source is at
https://github.com/pyodide/pyodide, under the tag {}.

== Python (python_stdlib.zip, and within pyodide.asm.wasm)
Python Software Foundation License Version 2, https://docs.python.org/3/license.html

== NumPy, pydantic and the other packages (packages.zip)
Their licences are in the archive, in the folders whose names end in .dist-info.
"""

METADATA = """\
Metadata-Version: 2.1
Name: noron-lab-site
Version: {}
Summary: The lab of noron that trains in the browser, without a server.
"""

RECORD = "import sys; from noron.lab.recording import recorded; sys.stdout.buffer.write(recorded())"


def main():
    """Fill `build/site`, made anew."""
    environment = Environment(".venv")
    if not PYODIDE.exists():
        stop("web/node_modules/pyodide is not there: make pages installs the packages of web/")
    engine = engine_files(environment)
    source = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    recording = subprocess.check_output([str(environment.python), "-c", RECORD], env=source)
    write(pages(), engine, recording)
    write_wheel()
    sizes = [len(gzip.compress(path.read_bytes(), 6)) for path in TARGET.rglob("*.*")]
    say("{} files in build/site, {:.1f} MB compressed".format(len(sizes), sum(sizes) / 1e6))


def engine_files(environment):
    """The files of the engine by their names; engine.json says how many bytes are to be loaded."""
    found = {name: (PYODIDE / name).read_bytes() for name in OF_PYODIDE}
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    found["pyodide-lock.json"] = json.dumps({**lock, "packages": {}}).encode()
    found[PACKAGES] = archive(environment)
    sizes = {name: len(found[name]) for name in (*OF_PYODIDE[2:], PACKAGES)}
    found["engine.json"] = json.dumps({"bytes": sizes}).encode()
    return found


def pages():
    """The files of the lab's pages by their paths; those for notebooks are of no use here."""
    paths = {path.relative_to(PAGES).as_posix(): path for path in PAGES.rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in paths.items()
        if path.is_file() and not name.startswith("widget/")
    }


def write(pages, engine, recording):
    """Write all files; the page and the worker know where they are, and of which version."""
    shutil.rmtree(str(TARGET), ignore_errors=True)
    numbers = digits()
    places = {
        "engine": "engine-" + digest(*(engine[name] for name in sorted(engine))),
        "recording": "recording-{}.bin".format(digest(recording)),
        "digits": "digits-{}.zip".format(digest(numbers)),
    }
    files = {"{}/{}".format(places["engine"], name): data for name, data in engine.items()}
    files.update(pages)
    files[places["recording"]] = recording
    release = json.loads((PYODIDE / "package.json").read_text())["version"]
    files["LICENSES.txt"] += LICENSES.format(release, release).encode()
    version = digest(*(name.encode() + files[name] for name in sorted(files)))
    files["index.html"] = index(pages["index.html"].decode(), version=version, **places).encode()
    known = {
        "VERSION": version,
        "FILES": {name: hashed(data) for name, data in sorted(files.items())},
        "LATER": {places["digits"]: hashed(numbers)},
    }
    lines = ["const {} = {};\n".format(name, json.dumps(of)) for name, of in known.items()]
    files["sw.js"] = ("".join(lines) + WORKER.read_text()).encode()
    files[places["digits"]] = numbers
    for name, data in files.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_wheel():
    """Write the package that is nothing but these files."""
    name = "noron_lab_site-{}".format(version())
    info = name + ".dist-info/"
    paths = [path for path in TARGET.rglob("*") if path.is_file()]
    files = {
        "noron_lab_site/site/" + path.relative_to(TARGET).as_posix(): path.read_bytes()
        for path in paths
    }
    files["noron_lab_site/__init__.py"] = b'"""The lab of noron that trains in the browser."""\n'
    files[info + "METADATA"] = METADATA.format(version()).encode()
    files[info + "WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join("{},{},{}\n".format(n, of_record(d), len(d)) for n, d in files.items())
    files[info + "RECORD"] = (record + info + "RECORD,,\n").encode()
    (TARGET.parent / (name + "-py3-none-any.whl")).write_bytes(packed(files))


def of_record(data):
    """The hash of a file as the list of a wheel's files has it."""
    made = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return "sha256=" + made.decode().rstrip("=")


def digits():
    """MNIST, at its place in noron; its files are compressed already."""
    paths = sorted(DIGITS.iterdir())
    return packed({"noron/data/mnist_files/" + path.name: path.read_bytes() for path in paths})


def index(page, **places):
    """Return the page with its policy, and with the places of what is loaded."""
    more = ['<meta http-equiv="Content-Security-Policy" content="{}" />'.format(POLICY)]
    tag = '<meta name="noron-lab-{}" content="{}" />'
    more += [tag.format(*place) for place in places.items()]
    first = '<meta charset="utf-8" />'
    if first not in page:
        stop("web/index.html does not begin as expected: {} is missing".format(first))
    return page.replace(first, "\n    ".join([first, *more]), 1)


def digest(*parts):
    return hashed(b"".join(parts))[:12]


def hashed(data):
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
