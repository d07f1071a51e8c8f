"""Install Debian's packages that some tests need, where this may be done; they are skipped without.

Standard library only, and it parses on Python 3.6.
"""

import os
import shutil

from environment import apt_install, may_install, say
from kernels import NotBuilt, find_compiler

PACKAGES = {
    "chromium": ("chromium", "the exported pages are tested in a browser"),
    "node": ("nodejs", "the script of the exported pages is tested by itself"),
    "valgrind": ("valgrind", "the exported C is watched"),
    "clang++": ("clang", "the kernels are tested by a second compiler"),
}
"""By the program that is looked for."""


def install_packages():
    """Install each package whose program is not there; say which, and why."""
    missing = [program for program in PACKAGES if shutil.which(program) is None]
    if not has_compiler():  # without any compiler, everything is tested without the kernels
        missing = [program for program in missing if program != "clang++"]
    if not missing or not may_install():
        return
    for program in missing:
        package, use = PACKAGES[program]
        say("installing Debian's package {}, so that {}".format(package, use))
        if not apt_install(package):
            say("{} could not be installed: its tests are skipped".format(package))


def has_compiler():
    """True if the kernels may be compiled here."""
    if os.environ.get("NORON_NATIVE") == "0":
        return False
    try:
        find_compiler()
    except NotBuilt:
        return False
    return True
