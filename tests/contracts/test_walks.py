"""How many files of src/noron run, imports left out, from what a user calls to what it gives.

Whoever follows such a walk in the source opens that many files. The numbers may fall, not rise.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WALKS = {
    "a first train, with one step of the reference engine": (
        38,
        "net.train(X, y, epochs=1, batch_size=8, engine='reference', progress=False)",
    ),
    "a CSV to the saved model": (
        70,  # with the check of a closed schema, and the versions that a file says
        "execute(RunSpec(data='a.csv', target='y', hidden=(3,), epochs=1, engine='reference'), "
        "Sources()).net.save('m.safetensors')",
    ),
    "a comparison": (
        75,  # with the check of a closed schema
        "compare({'data': 'moons', 'epochs': 1, 'engine': 'reference'}, {'hidden': [[2], [3]]}, "
        "store=None)",
    ),
}
PROGRAM = """
import importlib, json, pkgutil, sys, threading
from pathlib import Path
import numpy as np
import noron
from noron.experiments import RunSpec, compare
from noron.experiments.run import Sources, execute

for module in pkgutil.walk_packages(noron.__path__, "noron."):
    if "__main__" not in module.name:
        importlib.import_module(module.name)
X, y = np.random.default_rng(0).normal(size=(8, 2)), np.array([0, 1] * 4)
net = noron.NeuralNetwork([2, 3, 2])
source, walked = str(Path(noron.__file__).parent), set()

def look(frame, event, _):
    path = frame.f_code.co_filename
    if event == "call" and path.startswith(source) and frame.f_code.co_name != "<module>":
        walked.add(path.removeprefix(source))

threading.setprofile(look)
sys.setprofile(look)
{walk}
sys.setprofile(None)
print(json.dumps(sorted(walked)))
"""


@pytest.mark.parametrize("name", WALKS)
def test_a_walk_gets_no_longer(name: str, tmp_path: Path) -> None:
    most, walk = WALKS[name]
    rows = "".join(f"{i},{-i * i},{i % 2}\n" for i in range(40))
    (tmp_path / "a.csv").write_text("a,b,y\n" + rows)
    command = [sys.executable, "-c", PROGRAM.replace("{walk}", walk)]
    ended = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=True
    )
    walked = json.loads(ended.stdout.splitlines()[-1])
    assert 10 < len(walked) <= most, walked
