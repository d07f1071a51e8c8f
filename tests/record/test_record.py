"""The record itself: enough runs, and a digest that tells a changed run from an unchanged one."""

from record.runs import runs, trained


def test_every_run_has_a_name_of_its_own():
    names = [name for name, _ in runs()]
    assert len(names) == len(set(names)) >= 120


def test_a_digest_repeats_and_tells_the_smallest_change():
    usual = trained(engine="numpy", learning_rate=0.1)
    assert trained(engine="numpy", learning_rate=0.1) == usual
    assert trained(engine="numpy", learning_rate=0.1000001) != usual
