"""A comparison in a process of its own that gets Ctrl-C when each of its runs has some rows."""

import os
import signal
import subprocess
import sys
import time

from noron.experiments.store import Reader

CODE = """
from noron.experiments.execution import choose
choose.gains = lambda *a: {{"{gain}": 2.0}}
from noron.cli import main
raise SystemExit(main(["compare", "--data", "moons", "--epochs", "{epochs}", "--hidden", "16,16",
                       "--learning-rate", "0.1", "--learning-rate", "0.2", "--seeds", "2"]))
"""


def interrupted_runs(gain: str, epochs: int, at_once: int) -> None:
    """Interrupt it when `at_once` runs have rows; see that these are kept."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODE.format(gain=gain, epochs=epochs)],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=os.environ,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    for _ in range(600):
        try:
            with Reader("runs/noron.sqlite") as reader:
                histories = reader.histories(reader.find())
            if len(histories) == at_once and all(len(rows) > 3 for rows in histories.values()):
                break
        except Exception:
            pass
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, description = process.communicate(timeout=60)
    assert process.returncode == 130, description
    assert "Traceback" not in description
    with Reader("runs/noron.sqlite") as reader:
        runs = reader.runs(reader.find())
        assert [run.status for run in runs] == ["interrupted"] * at_once
        assert all(len(reader.rows(run.id)) > 3 for run in runs)
