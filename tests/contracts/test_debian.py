"""`make test` installs Debian's packages that tests need, where it may, and says so."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def debian(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "requirements")
    import debian

    monkeypatch.setattr(debian, "has_compiler", lambda: True)
    monkeypatch.setattr(debian, "may_install", lambda: True)
    yield debian
    for name in ("debian", "environment", "kernels"):
        sys.modules.pop(name, None)


def test_what_is_missing_is_installed_and_what_cannot_be_is_told_of(debian, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(debian.shutil, "which", lambda name: name == "node" or None)
    monkeypatch.setattr(debian, "apt_install", lambda name: asked.append(name) or name != "clang")
    debian.install_packages()
    assert asked == ["chromium", "valgrind", "clang"]
    lines = "".join(capsys.readouterr())
    assert "installing Debian's package chromium" in lines
    assert "clang could not be installed: its tests are skipped" in lines


@pytest.mark.parametrize("without", ["a need", "a right"])
def test_nothing_is_installed_without(without, debian, monkeypatch):
    asked = []
    there = without == "a need"
    monkeypatch.setattr(debian.shutil, "which", lambda name: name if there else None)
    monkeypatch.setattr(debian, "may_install", lambda: there)
    monkeypatch.setattr(debian, "apt_install", asked.append)
    debian.install_packages()
    assert not asked


def test_no_second_compiler_is_installed_where_there_is_no_first(debian, monkeypatch):
    asked = []
    monkeypatch.setattr(debian.shutil, "which", lambda name: None)
    monkeypatch.setattr(debian, "has_compiler", lambda: False)
    monkeypatch.setattr(debian, "apt_install", lambda name: asked.append(name) or True)
    debian.install_packages()
    assert asked == ["chromium", "nodejs", "valgrind"]
