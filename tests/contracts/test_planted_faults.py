"""The gradient check can fail: every planted fault is caught, and the same thing without it passes.

A check that never fails proves nothing. Here it is put to wrong derivatives, lost factors and
forgotten terms, each the mistake of somebody who wrote backward by hand.
"""

import pytest

from contracts.faults import FAULTS, check
from noron.core.registry import Family
from noron.layers import Layer
from noron.losses import Loss
from noron.regularizers import Regularizer


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_caught_and_its_twin_passes(fault):
    right = check(fault.right)
    assert right.passed, f"without any fault:\n{right}"
    wrong = check(fault.wrong)
    assert not wrong.passed, f"not caught:\n{wrong}"
    assert wrong.worst.error > 100 * wrong.tolerance  # and not by a hair
    assert "backward is WRONG" in str(wrong)


def test_there_are_enough_and_nothing_of_them_is_registered():
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 25
    for family in (Layer, Loss, Regularizer):
        assert all(member.__module__.startswith("noron") for member in family.members.values())


def test_every_member_with_a_gradient_has_a_fault():
    """MaxNorm has none: its penalty and its gradient are 0."""
    members = {m for family in (Layer, Loss, Regularizer) for m in family.members.values()}
    ours = {member.name for member in members if member.__module__.startswith("noron.")}
    faulty = {fault.right.name for fault in FAULTS if isinstance(fault.right, Family)}
    assert ours - faulty == {"max_norm"}
