"""The worker's end: `python -m benchmarks.worker MODULE` serves the peer of that module.

A command is one JSON line on standard input, its answer one on standard output; whatever the
libraries print goes to standard error.
"""

import gc
import importlib
import json
import os
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from benchmarks.job import Job
from benchmarks.memory import peak_bytes, reset_peak, resident_bytes
from benchmarks.peers.base import CannotError, Peer


class Server:
    """One peer, and the commands that it answers."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.peer: Peer | None = None

    def about(self) -> dict[str, Any]:
        """Versions and threads of the libraries that compute."""
        from threadpoolctl import threadpool_info

        blas = [f"{p['internal_api']} {p['version']}" for p in threadpool_info()]
        return {"versions": self.module.versions(), "blas": sorted(set(blas))}

    def load(self, folder: str) -> dict[str, Any]:
        """Take a job in; compile what has to be."""
        self.peer = None
        gc.collect()
        self.peer = self.module.PEER(Job.load(Path(folder)))
        return self._notes()

    def losses(self, epochs: int, out: str) -> dict[str, Any]:
        """Learn without the clock: an epoch's mean objective each; the weights go to a file."""
        peer = self._loaded()
        peer.reset()
        losses = [float(value) for value in peer.losses(epochs)]
        np.save(out, np.concatenate([np.ravel(p) for p in peer.parameters()]).astype(np.float64))
        return {"losses": losses}

    def probabilities(self, out: str) -> dict[str, Any]:
        """Write the prediction of the job's rows to a file."""
        np.save(out, np.asarray(self._loaded().predict(1), np.float64))
        return {}

    def time(self, epochs: int, kind: str) -> dict[str, Any]:
        """Seconds for `epochs` passes from the first weights, or for as many predictions."""
        peer = self._loaded()
        peer.reset()
        work: Callable[[int], Any] = peer.fit if kind == "train" else peer.predict
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work(epochs)
        seconds = time.perf_counter() - start
        gc.enable()
        return {"seconds": seconds} | self._notes()

    def pair(self, epochs: int) -> dict[str, Any]:
        """Seconds for two fits in two threads of this process."""
        return {"seconds": self._loaded().pair(epochs)} | self._notes()

    def memory(self, epochs: int) -> dict[str, Any]:
        """Peak bytes of a fit beyond what was there before: the libraries and the input."""
        peer = self._loaded()
        peer.reset()
        gc.collect()
        before = resident_bytes()
        reset_peak()
        peer.fit(epochs)
        return {"before": before, "beyond": max(0, peak_bytes() - before)} | self._notes()

    def _loaded(self) -> Peer:
        if self.peer is None:
            raise CannotError("no job is loaded")
        return self.peer

    def _notes(self) -> dict[str, Any]:
        peer = self._loaded()
        return {"note": peer.note, "compile_seconds": peer.compile_seconds}


COMMANDS = ("about", "load", "losses", "probabilities", "time", "pair", "memory")


def answers(server: Server, lines: TextIO) -> Iterator[dict[str, Any]]:
    """An answer for each line; what a peer cannot do, and what breaks, is an answer too."""
    for line in lines:
        command = json.loads(line)
        name = command.pop("do")
        try:
            if name not in COMMANDS:
                raise CannotError(f"no command {name!r}")
            yield getattr(server, name)(**command)
        except CannotError as error:
            yield {"absent": str(error)}
        except Exception as error:
            traceback.print_exc()
            yield {"failed": f"{type(error).__name__}: {error}"}


def main(name: str) -> None:
    """Serve until standard input ends."""
    warnings.simplefilter("ignore")
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        server = Server(importlib.import_module(name))
    except ImportError as error:
        print(json.dumps({"absent": str(error)}), file=replies, flush=True)
        return
    for reply in answers(server, sys.stdin):
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
