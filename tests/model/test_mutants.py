"""Nothing that a file holds can fault: 2,000 mutants of each kind, most with a right hash."""

import random
from pathlib import Path

import pytest

from model.mutants import KINDS, mutant, outcomes, parts_of, whole
from noron import Snapshot, verify

N = 2000
OTHERS = {"network": set(), "table": {"DataError"}, "snapshot": {"SettingError"}}
"""A table model may want other columns than it is given; a snapshot may be of another run."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutant_is_used_or_refused_in_one_way(kind, tmp_path):
    counts = outcomes(kind, tmp_path, N)
    del counts["slowest, ms"]  # for people: a test waits for no clock
    assert set(counts) <= {"ModelFileError", "used"} | OTHERS[kind], counts
    assert counts["used"] > N / 50, "the mutants do not reach past the checks"
    assert counts["ModelFileError"] > N / 2


def test_the_mutants_differ_and_a_file_put_together_again_is_the_same(tmp_path):
    KINDS["network"](tmp_path / "m.safetensors")
    content = (tmp_path / "m.safetensors").read_bytes()
    assert whole(*parts_of(content)) == content
    assert len({mutant(content, random.Random(k)) for k in range(50)}) > 40


@pytest.mark.parametrize("kind", KINDS)
def test_verify_looks_through_every_mutant(kind, tmp_path):
    path = tmp_path / "m.safetensors"
    KINDS[kind](path)
    content, n_clean = path.read_bytes(), 0
    for k in range(300):
        path.write_bytes(mutant(content, random.Random(k)))
        seen = verify(path)
        assert str(path) in repr(seen)
        n_clean += seen.is_clean
    assert n_clean < 100  # those of another seed, threshold or order


@pytest.mark.parametrize("kind", KINDS)
def test_files_of_before_the_schema_are_read(kind, tmp_path):
    use = KINDS[kind](tmp_path / "m.safetensors")
    saved = Path(__file__).parent / "saved" / f"{kind}.safetensors"
    assert {one.kind for one in verify(saved).oddities} <= {"no-maker"}
    if kind == "snapshot":
        Snapshot.load(saved)  # it goes on where the kernels are those with which it was made
    else:
        use(saved)
