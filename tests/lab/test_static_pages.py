"""The lab without a server as a folder: found, checked, exported, served to a class."""

import gzip
import http.client
import importlib
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from noron.cli import main
from noron.core.errors import SettingError
from noron.lab import static_pages as ours
from noron.lab.static_pages import export_pages, static_pages

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "site"
LARGEST = 12_000_000
"""Bytes, compressed by gzip, to the first step that is trained."""
LAZY = ("digits-", "LICENSES", "icon")

needs_built = pytest.mark.skipif(
    not BUILT.exists(), reason="there is no build/site: make site makes it"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A small one that has what is looked at."""
    made = tmp_path / "made"
    (made / "assets").mkdir(parents=True)
    (made / "index.html").write_text('<meta name="noron-lab-engine" content="engine-1" />' * 99)
    (made / "assets" / "lab.js").write_text("1")
    return made


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    """No package and no checkout has it."""
    monkeypatch.setattr(ours, "CHECKOUT", tmp_path / "none")
    monkeypatch.setattr(ours, "PACKAGE", "noron_lab_site_that_is_not_there")


def test_without_it_the_error_says_how_to_make_it(nowhere, capsys, tmp_path):
    assert main(["lab", "export", str(tmp_path / "to")]) == 2
    error = capsys.readouterr().err
    assert "make site" in error
    assert "--pages" in error
    assert not (tmp_path / "to").exists()


def test_another_folder_is_refused(tmp_path, folder):
    for other in (tmp_path, tmp_path / "none", folder / "assets"):
        with pytest.raises(SettingError, match="holds no lab for browsers alone"):
            static_pages(other)
    (tmp_path / "index.html").write_text("<title>mine</title>")
    with pytest.raises(SettingError, match="make site"):
        static_pages(tmp_path)


def test_it_is_taken_from_the_package_or_the_checkout(nowhere, monkeypatch, tmp_path, folder):
    checkout = tmp_path / "checkout"
    monkeypatch.setattr(ours, "CHECKOUT", checkout)
    (checkout / "build").mkdir(parents=True)
    folder.rename(checkout / "build" / "site")
    assert static_pages() == checkout / "build" / "site"
    package = tmp_path / "packages" / "some_lab_site"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (checkout / "build" / "site").rename(package / "site")
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setattr(ours, "PACKAGE", package.name)
    importlib.invalidate_caches()
    assert static_pages() == package / "site"


def test_it_is_exported_to_a_new_folder_only(folder, tmp_path, capsys):
    target = tmp_path / "deep" / "to"
    assert main(["lab", "export", str(target), "--pages", str(folder)]) == 0
    assert "2 files" in capsys.readouterr().out
    assert (target / "assets" / "lab.js").read_text() == "1"
    with pytest.raises(SettingError, match="new or empty"):
        export_pages(target, folder)
    with pytest.raises(SettingError, match="cannot be written"):
        export_pages(folder / "index.html" / "below", folder)
    (tmp_path / "empty").mkdir()
    assert export_pages(tmp_path / "empty", folder) == 2


def test_for_a_class_it_is_sent_to_anybody_and_nothing_else(folder):
    pytest.importorskip("uvicorn")
    command = [sys.executable, "-m", "noron", "lab", "--class", "--no-open", "--port", "0"]
    with subprocess.Popen(
        [*command, "--pages", str(folder)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = re.findall(r"http://(\S+):(\d+)/$", process.stdout.readline().strip())
            ((host, port),) = address
            line = http.client.HTTPConnection(host, int(port), timeout=20)

            def ask(path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
                line.request(method, path, headers={"Host": "laptop.school:80"} | headers)
                return line.getresponse()

            answer = ask("/", **{"Accept-Encoding": "gzip"})
            page = (folder / "index.html").read_bytes()
            assert answer.status == 200
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "no-cache"
            assert gzip.decompress(answer.read()) == page
            assert ask("/").read() == page  # for who does not know gzip
            answer = ask("/assets/lab.js", **{"Accept-Encoding": "gzip"})
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["Content-Encoding"] is None  # it would be longer
            assert answer.read() == b"1"
            for path, method in (("/ws", "GET"), ("/../made", "GET"), ("/", "POST")):
                answer = ask(path, method)
                assert answer.status in (403, 404)
                answer.read()
            line.close()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) in (0, 130)
        finally:
            process.kill()


@needs_built
def test_what_a_first_step_needs_is_small():
    paths = [path for path in BUILT.rglob("*") if path.is_file()]
    needed = [path for path in paths if not path.name.startswith(LAZY)]
    assert {"pyodide.asm.wasm", "packages.zip", "index.html"} <= {path.name for path in needed}
    assert sum(len(gzip.compress(path.read_bytes())) for path in needed) <= LARGEST


@needs_built
def test_a_host_that_sends_no_headers_is_as_strict():
    files = pytest.importorskip("noron.lab.server.files")
    page = (BUILT / "index.html").read_text()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    sent = files.CONTENT_SECURITY_POLICY.removesuffix("; frame-ancestors 'none'")
    assert policy == sent
    assert page.index("Content-Security-Policy") < page.index("<script")


@needs_built
def test_no_address_of_elsewhere_is_in_the_pages():
    for path in [BUILT / "index.html", BUILT / "sw.js", *BUILT.glob("assets/*.js")]:
        addresses = re.findall(r"https?://[\w.]+", path.read_text())
        assert set(addresses) <= {"http://www.w3.org", "https://svelte.dev"}, path.name
