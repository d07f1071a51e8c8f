"""Signals and readers that go away: what was learnt is kept, and a training goes on unread."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from noron.cli.signals import Signals
from noron.core.streams import LastingStream, lasting

NORON = [sys.executable, "-m", "noron"]
ENDLESS = [*NORON, "train", "--data", "moons", "--rows", "60", "--epochs", "10000000", "--out", "o"]
SHORT = [*NORON, "train", "--data", "moons", "--rows", "60", "--epochs", "3", "--out", "o"]
KEPT = {"model.safetensors", "history.json", "recipe.toml", "learning_curves.png"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(words, **options):
    return subprocess.Popen(words, encoding="utf-8", **options)


def after_some_epochs(stream):
    """Wait until the training is under way."""
    for start in ("rows", "settings", *["epoch"] * 3):
        assert stream.readline().startswith(start)


def ignoring(number):
    """What `nohup` does before it starts a command."""
    return lambda: signal.signal(number, signal.SIG_IGN)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_training_that_is_told_to_end_keeps_what_it_has(name, folder):
    number = getattr(signal, name)
    default = lambda: signal.signal(number, signal.default_int_handler)  # noqa: E731
    with start(
        ENDLESS, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=default if name == "SIGINT" else None,
    ) as training:  # fmt: skip
        after_some_epochs(training.stderr)
        training.send_signal(number)
        said, errors = training.communicate()
    assert training.returncode == 128 + number, errors
    assert "interrupted after epoch" in said
    assert {path.name for path in Path("o").iterdir()} >= KEPT
    assert "Traceback" not in errors


def test_a_second_signal_does_not_throw_away_what_the_first_one_keeps():
    with start(ENDLESS, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as training:
        after_some_epochs(training.stderr)
        for _ in range(3):
            training.terminate()
        training.communicate()
    assert training.returncode == 128 + signal.SIGTERM
    assert {path.name for path in Path("o").iterdir()} >= KEPT


def test_a_second_signal_ends_what_the_first_one_began(monkeypatch):
    """The twin of a signal that goes to a process group too does not count."""
    signals, clock = Signals(), iter([10.0, 10.1, 12.0])
    monkeypatch.setattr("noron.cli.signals.time.monotonic", lambda: next(clock))
    before, send = signal.getsignal(signal.SIGTERM), lambda: os.kill(os.getpid(), signal.SIGTERM)
    with signals.listening(), signals.held():
        send(), send()  # the first one is held
        with pytest.raises(KeyboardInterrupt):
            send()
        signals.received = None  # so that nothing is raised at the end of the block
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL  # a third one kills
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_hangup_that_is_ignored_stays_ignored():
    with start(
        SHORT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=ignoring(signal.SIGHUP)
    ) as training:
        assert training.stderr.readline().startswith("rows")
        training.send_signal(signal.SIGHUP)
        said, _ = training.communicate()
    assert training.returncode == 0
    assert "all 3 epochs are done" in said


def test_a_command_that_only_reads_ends_with_the_code_of_the_signal(tmp_path):
    code = (
        "import os, signal\n"
        "from noron.cli import app, main\n"
        "app.run = lambda words: os.kill(os.getpid(), signal.SIGTERM) or 0\n"
        "raise SystemExit(main([]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (143, "noron: interrupted\n")


# ---- nobody reads


def test_a_pipe_whose_reader_has_gone_ends_no_training():
    with start(SHORT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as training:
        training.stdout.readline()
        training.stdout.close()
        assert training.wait() == 0
    assert {path.name for path in Path("o").iterdir()} >= KEPT


@pytest.mark.parametrize("stream", ["stderr", "stdout"])
def test_a_stream_that_was_closed_from_the_start_ends_no_training(stream):
    number = {"stdout": 1, "stderr": 2}[stream]
    done = subprocess.run(["/bin/sh", "-c", f'exec "$@" {number}>&-', "sh", *SHORT])
    assert done.returncode == 0
    assert {path.name for path in Path("o").iterdir()} >= KEPT


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize(("stream", "code"), [("stderr", 0), ("stdout", 1)])
def test_a_log_that_finds_no_room_ends_no_training(stream, code):
    """An answer that finds none is a failure, but everything else is there."""
    with open("/dev/full", "wb") as full:
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE} | {stream: full}
        done = subprocess.run(SHORT, **streams)
    assert done.returncode == code
    assert {path.name for path in Path("o").iterdir()} >= KEPT


@pytest.mark.parametrize("is_ignored", [True, False])
def test_a_terminal_that_goes_away_loses_nothing(is_ignored):
    import pty

    master, slave = pty.openpty()
    words = SHORT if is_ignored else ENDLESS
    training = subprocess.Popen(
        words, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        preexec_fn=ignoring(signal.SIGHUP) if is_ignored else None,
    )  # fmt: skip
    os.close(slave)
    seen = b""
    while b"epoch" not in seen:
        seen += os.read(master, 4096)
    os.close(master)
    if not is_ignored:  # as a shell tells its jobs
        training.send_signal(signal.SIGHUP)
    assert training.wait() == (0 if is_ignored else 128 + signal.SIGHUP)
    assert {path.name for path in Path("o").iterdir()} >= KEPT


class Failing:
    """A stream whose other end goes away after so many writes."""

    encoding = "utf-8"

    def __init__(self, writes):
        self.writes, self.taken = writes, []

    def write(self, text):
        if len(self.taken) == self.writes:
            raise BrokenPipeError
        self.taken.append(text)

    def flush(self):
        pass

    def isatty(self):
        return True

    def fileno(self):
        raise io.UnsupportedOperation


def test_a_stream_is_written_to_until_it_is_gone():
    failing = Failing(writes=2)
    stream = lasting(failing)
    assert lasting(stream) is stream
    assert stream.isatty()
    for text in "abcd":
        print(text, file=stream, end="")
    assert len(failing.taken) == 2
    assert stream.is_gone
    assert not stream.isatty()
    assert stream.encoding == "utf-8"
    stream.finish()


def test_characters_that_an_encoding_does_not_have_are_escaped():
    ascii_stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert lasting(ascii_stream).write("nơ-ron\udc80") == 7
    ascii_stream.seek(0)
    assert ascii_stream.read() == r"n\u01a1-ron\udc80"


def test_no_stream_at_all_is_gone_from_the_start():
    stream = LastingStream(None)
    assert stream.write("abc") == 3
    stream.flush()
    stream.finish()
    assert stream.is_gone


def test_progress_that_nobody_reads_ends_no_training_in_python():
    from noron import NeuralNetwork
    from noron.data import moons
    from noron.training.callbacks import Progress

    X, y = moons(n=40, noise=0.1, seed=0)
    for writes in (0, 1, 3):
        history = NeuralNetwork([2, 4, 2], seed=0).train(
            X, y, epochs=5, callbacks=[Progress(Failing(writes))], progress=False
        )
        assert len(history) == 5
