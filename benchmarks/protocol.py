"""The parent's end of a worker: JSON lines over pipes, one question at a time."""

import json
import os
import selectors
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.peers import PeerSpec

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 900.0
"""Seconds that a worker may take for one answer."""


class AbsentError(Exception):
    """The peer cannot take part: not installed, or it does not know this network or input."""


class FailedError(Exception):
    """The peer is there, but broke down."""


class UnpublishableError(FailedError):
    """What was found is a fault of ours that no page should pass over."""


class Worker:
    """A process that runs one peer.

    Its threads are its own: the variables that count them are set before it starts.
    """

    def __init__(self, spec: PeerSpec) -> None:
        self.spec = spec
        path = [str(ROOT), str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path)} | spec.environment
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker", spec.module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        try:
            self.about = self.ask("about")
        except (AbsentError, FailedError):
            self.close()
            raise

    def ask(self, do: str, **options: Any) -> dict[str, Any]:
        """Send a command, wait for its answer.

        Raises AbsentError or FailedError with what the worker says.
        """
        self.send(do, **options)
        return self.answer()

    def send(self, do: str, **options: Any) -> None:
        """Send a command without waiting, for two workers that are to work at once."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": do} | options) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise FailedError(f"{self.spec.name} has ended") from None

    def answer(self) -> dict[str, Any]:
        """The answer to the command that was sent last."""
        line = self._line()
        if not line:
            self._process.wait()
            raise FailedError(f"{self.spec.name} ended with code {self._process.returncode}")
        reply = json.loads(line)
        if "absent" in reply:
            raise AbsentError(reply["absent"])
        if "failed" in reply:
            raise FailedError(f"{self.spec.name}: {reply['failed']}")
        return dict(reply)

    def close(self) -> None:
        """End the process and wait for it."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            if not selector.select(PATIENCE):
                self.close()
                raise FailedError(f"{self.spec.name} gave no answer in {PATIENCE:.0f} s")
        return self._process.stdout.readline()
