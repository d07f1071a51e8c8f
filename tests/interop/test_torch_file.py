"""The .pt reader: it knows state dicts, runs nothing, and allocates no more than is there."""

import io
import pickletools
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import noron
from interop.example_files import FIXTURES
from noron.core.errors import ModelFileError
from noron.interop.torch_file import read_state_dict

ORIGINAL = (FIXTURES / "sequential.pt").read_bytes()


def entries(data=ORIGINAL):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def zipped(files, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **options) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def text(word):
    return b"X" + len(word).to_bytes(4, "little") + word.encode()


def whole(number):
    return b"J" + number.to_bytes(4, "little", signed=True)


def tensor(key="0", size=(2, 2), strides=(2, 1), offset=0, stored=4, kind="FloatStorage"):
    """The instructions that call for one tensor."""
    return (
        b"ctorch._utils\n_rebuild_tensor_v2\n(("
        + text("storage") + b"ctorch\n" + kind.encode() + b"\n" + text(key) + text("cpu")
        + whole(stored) + b"tQ" + whole(offset)
        + b"(" + b"".join(map(whole, size)) + b"t(" + b"".join(map(whole, strides)) + b"t"
        + b"\x89ccollections\nOrderedDict\n)RtR"
    )  # fmt: skip


def program(*tensors):
    items = b"".join(text(f"{i}.weight") + one for i, one in enumerate(tensors))
    return b"\x80\x02}(" + items + b"u."


def file(code, **data):
    return zipped({"a/data.pkl": code} | {f"a/data/{key}": v for key, v in data.items()})


NUMBERS = np.arange(4, dtype="<f4").tobytes()


def read(data):
    return read_state_dict("'a.pt'", data)


def refusal(data):
    with pytest.raises(ModelFileError) as error:
        read(data)
    assert "'a.pt'" in str(error.value)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_program_by_hand_is_read():
    arrays = read(file(program(tensor()), **{"0": NUMBERS}))
    assert arrays["0.weight"].tolist() == [[0, 1], [2, 3]]
    turned = read(file(program(tensor(strides=(1, 2))), **{"0": NUMBERS}))
    assert turned["0.weight"].tolist() == [[0, 2], [1, 3]]
    assert read(zipped(entries()))  # repacked by zipfile


def test_the_order_of_bytes_is_kept():
    big = np.arange(4, dtype=">f4").tobytes()
    files = {"a/data.pkl": program(tensor()), "a/data/0": big, "a/byteorder": b"big"}
    assert read(zipped(files))["0.weight"].tolist() == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"size": (2, 3), "strides": (3, 1)}, "larger than its data"),
        ({"offset": 1}, "larger than its data"),
        ({"size": (2**30, 2**30), "strides": (0, 0)}, "larger than its data"),
        ({"strides": (2, 2)}, "larger than its data"),
        ({"stored": 5}, "whose data has another size"),
        ({"stored": 2**31 - 1, "size": (2**31 - 1,), "strides": (1,)}, "has another size"),
        ({"key": "1"}, "has no 'a/data/1'"),
        ({"key": "../../secret"}, "has no"),
        ({"kind": "DoubleStorage"}, "whose data has another size"),
        ({"kind": "UntypedStorage"}, "asks for 'torch.UntypedStorage'"),
        ({"size": (-2, -2)}, "a size that is no size"),
        ({"size": (1,) * 9, "strides": (1,) * 9}, "a tensor of another form"),
        ({"size": (4,), "strides": (1, 1)}, "a tensor of another form"),
    ],
)
def test_sizes_are_checked_before_memory_is_allocated(given, message):
    assert message in refusal(file(program(tensor(**given)), **{"0": NUMBERS}))


def test_a_storage_is_used_once():
    assert "overlaps" in refusal(file(program(tensor(), tensor()), **{"0": NUMBERS}))
    half = [tensor(size=(2,), strides=(1,), offset=start) for start in (0, 2)]
    assert len(read(file(program(*half), **{"0": NUMBERS}))) == 2


class Attack:
    """What a pickle may do: call a function when it is read."""

    def __reduce__(self):
        return exec, ("raise SystemExit",)


@pytest.mark.parametrize("protocol", range(6))
def test_code_is_named_and_not_run(protocol):
    import pickle

    message = refusal(file(pickle.dumps({"0.weight": Attack()}, protocol)))
    assert "runs no code" in message
    assert "torch.save(model.state_dict(), 'weights.pt')" in message
    if protocol in (2, 4):
        assert "exec" in message


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (b"cos\nsystem\n" + text("ls") + b"\x85R.", "asks for 'os.system'"),
        (b"\x80\x04" + text("os") + text("system") + b"\x93.", "asks for 'os.system'"),
        (b"ctorch\nload\n.", "asks for 'torch.load'"),
        (b"ctorch._utils\n_rebuild_parameter\n(NtR.", "calls"),
        (b"ccollections\nOrderedDict\n(]tR.", "calls 'collections.OrderedDict'"),
        (b"K\x01K\x02R.", "calls 'int'"),
        (b"}\x85.", "holds no state dict"),
        (b"}.", "holds no state dict"),
        (b"}K\x01K\x02s.", "holds no state dict"),
        (b"](K\x01e.", "holds no state dict"),
        (b"}]K\x01s.", "keys are no names"),
        (b"]K\x01K\x02s.", "is no dict"),
        (b"}K\x01a.", "is no list"),
        (b"K\x01Nb.", "sets attributes"),
        (b"(iposix\nsystem\n.", "instruction INST"),
        (b"\x82\x01.", "instruction EXT1"),
        (b"N", "is damaged"),
        (b"R.", "is damaged"),
        (b"h\x05.", "is damaged"),
        (b"", "is damaged"),
        (b"\xff", "is damaged"),
        (b"\x8d" + (2**62).to_bytes(8, "little") + b"a.", "is damaged"),
        (b"(((((((Qt.", "is damaged"),
    ],
)
def test_other_programs_are_refused(code, message):
    assert message in refusal(file(code))


def test_lists_within_themselves_end():
    grown = b"".join(b"q%c0h%ch%c\x86" % (i, i, i) for i in range(100))
    assert "no state dict" in refusal(file(b")" + grown + b"."))


def test_a_whole_model_gets_the_way_out():
    with pytest.raises(ModelFileError) as error:
        noron.from_torch(FIXTURES / "whole_model.pt", activation="relu")
    assert "asks for 'torch.nn.modules.container.Sequential'" in str(error.value)
    assert "torch.save(model.state_dict(), 'weights.pt')" in str(error.value)


def test_packed_entries_and_foreign_files_are_refused():
    packed = zipped(entries(), compression=zipfile.ZIP_DEFLATED)
    assert "is compressed" in refusal(packed)
    assert "has no 'data.pkl'" in refusal(zipped({"a.txt": b"x"}))
    assert "is no file that torch.save wrote" in refusal(b"no zip")
    assert "is no file that torch.save wrote" in refusal(ORIGINAL[:-30])
    long = file(b"N" * (4 * 2**20) + b".")
    assert "at most 4,194,304 are legal" in refusal(long)


def test_a_checksum_that_differs_is_refused():
    place = ORIGINAL.index(entries()["sequential/data/0"][:16])
    changed = bytearray(ORIGINAL)
    changed[place] ^= 1
    assert "is damaged" in refusal(bytes(changed))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4))
def test_any_changed_program_is_read_or_refused(changes):
    """The zip is made anew, so that the checksum does not hide what the program does."""
    files = entries()
    code = bytearray(files["sequential/data.pkl"])
    for place, value in changes:
        code[place % len(code)] = value
    try:
        arrays = read(zipped(files | {"sequential/data.pkl": bytes(code)}))
    except ModelFileError:
        return
    assert sum(a.size for a in arrays.values()) < 1000


def test_the_tables_name_instructions_that_there_are():
    from noron.interop.torch_file import ACTIONS, VALUES

    known = {opcode.name for opcode in pickletools.opcodes}
    assert set(VALUES) | set(ACTIONS) <= known
    assert not set(VALUES) & set(ACTIONS)
    assert not {"INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "EXT1", "PERSID"} & (VALUES | ACTIONS).keys()
