"""`noron lab`: what it says where it cannot run."""

import socket
import sys

import pytest

from noron.cli import main


def test_without_the_extra_it_names_the_command_that_installs_it(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.startswith("noron.lab.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["lab", "--no-open"]) == 2
    assert "pip install 'noron[lab]'" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "70000", "1.5", "x"])
def test_a_port_that_there_is_not(port, capsys):
    pytest.importorskip("uvicorn")
    assert main(["lab", "--no-open", "--port", port]) == 2
    assert "port" in capsys.readouterr().err


def test_a_port_that_is_taken(capsys):
    pytest.importorskip("uvicorn")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["lab", "--no-open", "--port", str(port)]) == 2
    assert f"port {port} cannot be used" in capsys.readouterr().err
