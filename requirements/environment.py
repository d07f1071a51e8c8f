"""An environment of make's own: how it is made, and what has been put into it.

Standard library only, and it parses on Python 3.6, so that an old Python gets an answer.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Environment:
    """A virtual environment in a folder of the checkout."""

    def __init__(self, name):
        self.name = name
        self.path = ROOT / name
        self.python = self.path / "bin" / "python"

    def make(self):
        """`python -m venv`; an unfinished, moved or outdated one of ours is made anew."""
        stamp = self.stamp("environment", "{}.{}".format(*sys.version_info), str(ROOT))
        if stamp.holds() and runs(self.python):
            return
        if self.path.exists():
            if not stamp.path.exists():
                stop(
                    "there is a {} that make did not make: rename or remove it, "
                    "then try again".format(self.name)
                )
            shutil.rmtree(str(self.path))
        if importlib.util.find_spec("ensurepip") is None:
            install_ensurepip()
        say("making the virtual environment {} with {}".format(self.name, sys.executable))
        self.path.mkdir()
        stamp.path.write_text("unfinished")
        if subprocess.call([sys.executable, "-m", "venv", str(self.path)]):
            stop("the virtual environment could not be made (the reason stands above)")
        stamp.set()

    def pip(self, *words, **options):
        """True if `pip WORDS` ends well; options as those of `subprocess.call`."""
        quiet = ["--disable-pip-version-check", "--no-input"]
        command = [str(self.python), "-m", "pip", *quiet, *map(str, words)]
        return subprocess.call(command, **options) == 0

    def stamp(self, name, *sources):
        """What says that `name` has been installed from these sources."""
        return Stamp(self.path / "made-{}".format(name), *sources)


class Stamp:
    """A file that says what has been made, as a digest of what it was made from."""

    def __init__(self, path, *sources):
        self.path = path
        self.digest = hashlib.sha256("\0".join(sources).encode()).hexdigest()

    def holds(self):
        return self.path.exists() and self.path.read_text() == self.digest

    def set(self):
        self.path.write_text(self.digest)

    def forget(self):
        if self.path.exists():
            self.path.unlink()


def install_ensurepip():
    """Debian keeps `ensurepip`, without which no environment gets pip, in a package of its own."""
    package = "python{}.{}-venv".format(*sys.version_info)
    if not may_install():
        sudo = "" if os.geteuid() == 0 else "sudo "
        stop(
            "this Python cannot make virtual environments: install Debian's package with "
            "`{}apt-get install {}`, then try again".format(sudo, package)
        )
    say("installing Debian's package {}, without which there is no pip".format(package))
    if not apt_install(package):
        stop("{} could not be installed (the reason stands above)".format(package))


def apt_install(package):
    """True if Debian's package is installed, after an update where it is not found at once."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*sudo, "apt-get", "install", "--yes", "--no-install-recommends", package]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = {"env": environment, "stdout": subprocess.DEVNULL}
    if not subprocess.call(command, stderr=subprocess.DEVNULL, **quiet):
        return True
    update = [*sudo, "apt-get", "update"]
    return not (subprocess.call(update, **quiet) or subprocess.call(command, **quiet))


def may_install():
    """True for root, and for whoever may use sudo without a password, where there is apt-get."""
    if shutil.which("apt-get") is None:
        return False
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and runs("sudo", "-n", "true"))


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
