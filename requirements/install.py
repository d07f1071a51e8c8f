"""Make an environment and install into it what a command needs; where that is done, do nothing.

    python3 requirements/install.py .venv run native          what `make train` needs
    python3 requirements/install.py .venv run test native     what `make test` needs

Each layer is the pinned, hashed file `requirements/LAYER.txt`. A stamp beside the installed
packages holds a digest of that file, so a second call costs a few milliseconds, and a lock makes
a call that is started at the same time wait for the first. Five layers are more than their file:
`native` stands for the compiled kernels (kernels.py), `debian` for Debian's packages that tests
need (debian.py), `web` for Node and the packages of web/ too (pages.py), `torch` may be missing,
`fuzz` has wheels for some Pythons only. Standard library only, and it parses on Python 3.6, so that
an old Python gets an answer rather than a traceback.
"""

import fcntl
import os
import subprocess
import sys
import time

from debian import install_packages
from environment import ROOT, Environment, say, stop
from kernels import install_kernels
from pages import install_packages_of_pages

OLDEST = (3, 11)


def main(name, *layers):
    """Bring the environment up to date with `layers`, one process at a time."""
    if sys.version_info < OLDEST:
        stop(
            "Python 3.11 or newer is needed and {} is {}: name another one, "
            "as in `make PYTHON=python3.11 train`".format(
                sys.executable, ".".join(map(str, sys.version_info[:3]))
            )
        )
    if not os.access(str(ROOT), os.W_OK):
        stop(
            "nothing can be written to {}, where the environment belongs: copy the checkout to a "
            "folder of your own, and run make there".format(ROOT)
        )
    environment = Environment(name)
    with (ROOT / "requirements" / "run.txt").open() as lock:
        wait_for(lock)
        environment.make()
        for layer in layers:
            if layer == "native":
                install_kernels(environment)
            elif layer == "debian":
                install_packages()
            elif layer == "torch":
                install_torch(environment)
            elif layer == "fuzz":
                install_atheris(environment)
            elif layer == "web":
                install_layer(environment, layer)
                install_packages_of_pages(environment)
            else:
                install_layer(environment, layer)
        install_noron(environment)


def wait_for(lock):
    """Take the lock; it is given back when the process ends, however it ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        say("another make is installing; waiting for it ...")
        fcntl.flock(lock, fcntl.LOCK_EX)


def install_layer(environment, layer):
    """Install exactly what `requirements/LAYER.txt` pins, each file checked against its hash."""
    pins = ROOT / "requirements" / "{}.txt".format(layer)
    stamp = environment.stamp(layer, pins.read_text())
    if stamp.holds():
        return
    count = sum(1 for line in pins.read_text().splitlines() if line[:1].isalnum())
    say("installing the packages of requirements/{} (at most {}) ...".format(pins.name, count))
    start = time.time()
    if not environment.pip("install", "--quiet", "--require-hashes", "-r", pins):
        stop("installing requirements/{} failed (the reason stands above)".format(pins.name))
    stamp.set()
    say("... done in {:.0f} s".format(time.time() - start))


def install_torch(environment):
    """PyTorch's CPU build, if pip finds it here: the other peers are timed without it, too."""
    pins = ROOT / "requirements" / "torch.txt"
    stamp = environment.stamp("torch", pins.read_text())
    if stamp.holds():
        return
    say("installing PyTorch's CPU build ...")
    words = ["install", "--quiet", "--require-hashes", "--no-deps", "-r", pins]
    if environment.pip(*words, stderr=subprocess.DEVNULL):
        stamp.set()
        return
    say(
        "pip finds no CPU build of PyTorch that is pinned for this system, so PyTorch is left out "
        "(Linux: set PIP_EXTRA_INDEX_URL to PyTorch's own index of CPU builds, then try again)"
    )


def install_atheris(environment):
    """What guides the fuzzing; it has wheels for some versions of Python only."""
    pins = ROOT / "requirements" / "fuzz.txt"
    stamp = environment.stamp("fuzz", pins.read_text())
    if stamp.holds():
        return
    words = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", pins]
    if not environment.pip(*words, stderr=subprocess.DEVNULL):
        version = ".".join(map(str, sys.version_info[:2]))
        stop(
            "atheris, which guides the fuzzing, has no wheel for Python {} on this system: try "
            "`make PYTHON=python3.11 fuzz` on Linux".format(version)
        )
    stamp.set()


def install_noron(environment):
    """Install noron itself in place, so that an edited file counts at once."""
    stamp = environment.stamp("noron", (ROOT / "pyproject.toml").read_text())
    if stamp.holds():
        return
    words = ["install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT]
    if not environment.pip(*words):
        stop("installing noron into {} failed (the reason stands above)".format(environment.name))
    stamp.set()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        stop("stopped; nothing is lost, the next call goes on from here")
    except OSError as error:  # a full disk, a file that somebody else owns
        stop("{}: {}".format(error.filename or "a file", error.strerror or error))
