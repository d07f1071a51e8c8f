"""The models in `fixtures/`, and what their libraries predict."""

import json
from pathlib import Path
from typing import Any

import numpy as np

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = json.loads((FIXTURES / "expected.json").read_text())
X = np.array(EXPECTED["X"], np.float32)


def agrees(net: Any, name: str, rows: Any = X) -> bool:
    """Whether the network predicts what the library did, within 1e-6."""
    expected = np.array(EXPECTED[name])
    return np.allclose(net.predict_proba(rows), expected.reshape(len(rows), -1), rtol=0, atol=1e-6)
