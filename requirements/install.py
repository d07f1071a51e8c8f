"""Make .venv and install into it what a command needs; where that is done already, do nothing.

    python3 requirements/install.py run          what `make train` needs
    python3 requirements/install.py run test     what `make test` needs

Each layer is the pinned, hashed file `requirements/LAYER.txt`. A stamp beside the installed
packages holds a digest of that file, so a second call costs a few milliseconds, and a lock makes
a call that is started at the same time wait for the first. Standard library only, and it parses
on Python 3.6, so that an old Python gets an answer rather than a traceback.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
OLDEST = (3, 11)


def main(layers):
    """Bring .venv up to date with `layers`, one process at a time."""
    if sys.version_info < OLDEST:
        stop(
            "Python 3.11 or newer is needed and {} is {}: name another one, "
            "as in `make PYTHON=python3.11 train`".format(
                sys.executable, ".".join(map(str, sys.version_info[:3]))
            )
        )
    with (ROOT / "requirements" / "run.txt").open() as lock:
        wait_for(lock)
        make_environment()
        for layer in layers:
            install_layer(layer)
        install_noron()


def wait_for(lock):
    """Take the lock; it is given back when the process ends, however it ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        say("another make is installing; waiting for it ...")
        fcntl.flock(lock, fcntl.LOCK_EX)


def make_environment():
    """`python -m venv .venv`; an unfinished, moved or outdated one of ours is made anew."""
    stamp = Stamp("environment", "{}.{}".format(*sys.version_info), str(ROOT))
    if stamp.holds() and runs(PYTHON):
        return
    if VENV.exists():
        if not stamp.path.exists():
            stop("there is a .venv that make did not make: rename or remove it, then try again")
        shutil.rmtree(str(VENV))
    if importlib.util.find_spec("ensurepip") is None:
        install_ensurepip()
    say("making the virtual environment .venv with {}".format(sys.executable))
    VENV.mkdir()
    stamp.path.write_text("unfinished")
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        stop("the virtual environment could not be made (the reason stands above)")
    stamp.set()


def install_ensurepip():
    """Debian keeps `ensurepip`, without which no environment gets pip, in a package of its own."""
    package = "python{}.{}-venv".format(*sys.version_info)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", package]
    if os.geteuid() != 0:
        command.insert(0, "sudo")
    if not may_install():
        stop(
            "this Python cannot make virtual environments: install Debian's package with "
            "`{}`, then try again".format(" ".join(command))
        )
    if command[0] == "sudo":
        command.insert(1, "-n")
    say("installing Debian's package {}, without which there is no pip".format(package))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = {"env": environment, "stdout": subprocess.DEVNULL}
    if subprocess.call(command, stderr=subprocess.DEVNULL, **quiet):
        update = [*command[: command.index("install")], "update"]
        if subprocess.call(update, **quiet) or subprocess.call(command, **quiet):
            stop("{} could not be installed (the reason stands above)".format(package))


def may_install():
    """True for root, and for whoever may use sudo without a password, where there is apt-get."""
    if shutil.which("apt-get") is None:
        return False
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and runs("sudo", "-n", "true"))


def install_layer(layer):
    """Install exactly what `requirements/LAYER.txt` pins, each file checked against its hash."""
    pins = ROOT / "requirements" / "{}.txt".format(layer)
    stamp = Stamp(layer, pins.read_text())
    if stamp.holds():
        return
    count = sum(1 for line in pins.read_text().splitlines() if line[:1].isalnum())
    say("installing the packages of requirements/{} (at most {}) ...".format(pins.name, count))
    start = time.time()
    if subprocess.call([*PIP, "--require-hashes", "-r", str(pins)]):
        stop("installing requirements/{} failed (the reason stands above)".format(pins.name))
    stamp.set()
    say("... done in {:.0f} s".format(time.time() - start))


def install_noron():
    """Install noron itself in place, so that an edited file counts at once."""
    stamp = Stamp("noron", (ROOT / "pyproject.toml").read_text())
    if stamp.holds():
        return
    if subprocess.call([*PIP, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]):
        stop("installing noron into .venv failed (the reason stands above)")
    stamp.set()


class Stamp:
    """A file inside .venv that says what has been installed there, as a digest of its sources."""

    def __init__(self, name, *sources):
        self.path = VENV / "made-{}".format(name)
        self.digest = hashlib.sha256("\0".join(sources).encode()).hexdigest()

    def holds(self):
        return self.path.exists() and self.path.read_text() == self.digest

    def set(self):
        self.path.write_text(self.digest)


def runs(program, *arguments):
    """True if the program starts and ends well."""
    command = [str(program), *(arguments or ("-c", ""))]
    try:
        return subprocess.call(command, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def say(text):
    """One line of progress."""
    print("noron: " + text, flush=True)


def stop(text):
    """End with one line that says what is wrong and what to do."""
    sys.exit("noron: " + text)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("stopped; nothing is lost, the next call goes on from here")
