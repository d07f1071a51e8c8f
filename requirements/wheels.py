"""Make a folder of wheels from which noron installs without internet.

    python requirements/wheels.py                       for this system and this Python
    python requirements/wheels.py win_amd64 3.12        for another one, without the kernels

`make wheels` calls it, after it has installed the layers `run` and `native`. What lies in the
folder is what the pinned files name, each file checked against its hash. Standard library only.
"""

import re
import shutil
import sys
import tomllib

from environment import ROOT, Environment, say, stop
from kernels import NotBuilt, built_wheel

EXTRAS = ("plots", "sklearn", "tables")
FOLDER = ROOT / "wheels"


def main(platform="", python=""):
    """Fill `wheels/`, made anew."""
    environment = Environment(".venv")
    shutil.rmtree(str(FOLDER), ignore_errors=True)
    words = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", FOLDER, ROOT]
    if not environment.pip(*words):
        stop("building noron's wheel failed (the reason stands above)")
    target = ["--platform", platform] if platform else []
    target += ["--python-version", python] if python else []
    pins = ROOT / ".cache" / "wheels.txt"
    pins.parent.mkdir(exist_ok=True)
    pins.write_text("\n".join(pinned(wanted())))
    words = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    if not environment.pip(*words, *target, "-d", FOLDER, "-r", pins):
        stop("fetching the packages failed (the reason stands above)")
    if not target:
        add_kernels(environment)
    sizes = [path.stat().st_size for path in FOLDER.iterdir()]
    say("{} wheels in wheels/, {:.0f} MB".format(len(sizes), sum(sizes) / 1e6))


def wanted():
    """The names of what noron needs, and of its extras for pictures and tables."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    needed = project["dependencies"] + [name for extra in EXTRAS for name in extras[extra]]
    return {re.split("[<>=]", name)[0] for name in needed}


def pinned(names):
    """The pins of these packages and of all that they need, as `# via` says."""
    texts = [(ROOT / "requirements" / layer).read_text() for layer in ("run.txt", "test.txt")]
    pins = {pin for text in texts for pin in re.findall(r"^[a-z].*(?:\n .*)*", text, re.MULTILINE)}
    found, before = {}, None
    while len(found) != before:
        before = len(found)
        for pin in pins:
            name = pin.partition("==")[0]
            askers = set(re.findall(r"^ +#(?: via)? +(\S+)$", pin, re.MULTILINE))
            if name in names or askers & names:
                names = names | {name}
                found[pin.partition(" \\")[0]] = pin
    return [found[key] for key in sorted(found)]


def add_kernels(environment):
    try:
        wheel = built_wheel(environment, ROOT / ".cache" / "kernels")
    except NotBuilt as reason:
        say("{}: there are no kernels in wheels/, and noron will run slower".format(reason))
    else:
        shutil.copy(str(wheel), str(FOLDER))


if __name__ == "__main__":
    main(*sys.argv[1:])
