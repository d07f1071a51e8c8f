"""The programs in PyTorch, where it is installed: `make test-peers`."""

from pathlib import Path

import pytest
from tests.lab.test_code import ONLY_SOME, STATES, losses_of, losses_shown, state_of

pytest.importorskip("torch")

ABLE = {name: case[:2] for name, case in ONLY_SOME.items() if "torch" in case[2]}


@pytest.mark.parametrize("name", [*STATES, *ABLE])
def test_a_program_in_pytorch_gives_the_losses_that_are_shown(name: str, tmp_path: Path):
    learner = state_of(*(STATES | ABLE)[name])
    printed = losses_of(learner.send("code", dialect="torch")["text"], tmp_path)
    assert printed == pytest.approx(losses_shown(learner), rel=1e-6, abs=1e-6)
