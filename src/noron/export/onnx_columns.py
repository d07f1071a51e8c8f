"""How the columns of a table become numbers, inside an ONNX graph: the encoders' formulas."""

import numpy as np

from noron.core.errors import SettingError, shown
from noron.data.tables import Encoding
from noron.data.tables.encoders import Boolean, Date, Embedded, Encoder, Number, Plain, Words
from noron.data.tables.encoders.date import DAY
from noron.data.tables.encoders.number import CLIP
from noron.data.tables.text import MISSING, YES_OR_NO, code_text
from noron.export.onnx_graph import Graph, Value

NOT_A_TIME = np.iinfo(np.int64).min
"""A missing date, as NumPy stores it."""

TEXT = "text without spaces around it, whole numbers as 7 or 7.0; empty if missing"
NUMBER = "a number; NaN if missing"
INPUTS = {
    "number": ("float64", NUMBER),
    "plain": ("float64", NUMBER),
    "boolean": ("str", "text: yes or no, true or false, 1 or 0; empty if missing"),
    "date": (
        "int64",
        "microseconds since 1970-01-01 in UTC, as NumPy's datetime64[us]; the least int64 if "
        "missing",
    ),
    "category": ("str", TEXT),
    "embedded": ("str", TEXT),
}
"""The type of the input for each kind of column, and what it holds."""


def inputs_for(encodings: list[Encoding]) -> dict[str, tuple[str, str]]:
    """Return the type of the input for each column, and its doc; none for a column left out."""
    inputs: dict[str, tuple[str, str]] = {}
    for encoder in (e for encoding in encodings for e in encoding.encoders if e.width):
        if encoder.name not in INPUTS:
            raise SettingError(
                f"column {shown(encoder.column)} is encoded by {encoder.name!r}, which is your own "
                "and which no other program knows: save the model with model.save(path)"
            )
        dtype, what = INPUTS[encoder.name]
        inputs.setdefault(encoder.column, (dtype, f"{what}. In training: {encoder.describe()}"))
    return inputs


def encoded(graph: Graph, encoding: Encoding, inputs: dict[str, Value], dtype: str) -> Value:
    """Return the numbers of all columns, shape (N, width), the codes of embedded ones last."""
    encoders = sorted((e for e in encoding.encoders if e.width), key=lambda e: e.is_code)
    parts = [part for e in encoders for part in _encode(graph, e, inputs[e.column])]
    return graph.joined(parts).cast(dtype)


def _encode(graph: Graph, encoder: Encoder, x: Value) -> list[Value]:
    if isinstance(encoder, Boolean):
        answers = {**YES_OR_NO, "1": 1.0, "1.0": 1.0, "0": 0.0, "0.0": 0.0}
        parts = [_looked_up(x, _in_capitals({word: 2 * y - 1 for word, y in answers.items()}))]
        absent = parts[0].equals(0)
    elif isinstance(encoder, Date):
        absent = x.equals(NOT_A_TIME)
        parts = _date(graph, encoder, x.where(absent, 0))
    elif isinstance(encoder, Number | Plain):
        absent = x.is_nan()
        parts = [x] if isinstance(encoder, Plain) else _number(graph, encoder, x)
    else:
        assert isinstance(encoder, Words)
        return [_words(graph, encoder, x)]
    fill = encoder.fill if isinstance(encoder, Plain) else 0
    parts = [part.where(absent, fill) for part in parts]
    return [*parts, absent.cast("float64")] if encoder.missing else parts


def _number(graph: Graph, encoder: Number, x: Value) -> list[Value]:
    """z, and how far x has got through each bin."""
    u = x
    if encoder.sign:
        beyond = graph.op("Max", (x - encoder.start) * (encoder.sign / encoder.unit), 0)
        u = graph.op("Log", beyond + 1) * encoder.sign
    parts = [_softly_clipped(graph, (u - encoder.center) / encoder.scale)]
    if encoder.edges:
        edges = np.array([encoder.edges])
        parts.append(((x - edges[:, :-1]) / np.diff(edges)).clip(0, 1))
    return parts


def _softly_clipped(graph: Graph, u: Value) -> Value:
    """u / sqrt(1 + (u / 3)^2); beyond 1e100 the square would overflow, and nothing changes."""
    u = u.clip(-1e100, 1e100)
    share = u / CLIP
    return u / graph.op("Sqrt", share * share + 1)


def _words(graph: Graph, encoder: Words, text: Value) -> Value:
    """The code of each text: 0 if training did not have it; one-hot, or as it is."""
    codes = {level: float(code) for code, level in enumerate(encoder.levels, 1)}
    whole = [level for level in codes if code_text(f"{level}.0") == level]
    codes = {f"{level}.0": codes[level] for level in whole} | codes
    if encoder.missing:
        codes = _in_capitals(dict.fromkeys(sorted(MISSING), encoder.n_codes - 1.0)) | codes
    code = _looked_up(text, codes)
    if isinstance(encoder, Embedded):
        return code
    return code.equals(np.arange(encoder.n_codes)[None]).cast("float64")


def _in_capitals(values: dict[str, float]) -> dict[str, float]:
    """Return the values for each word, and for the word in capitals or with one in front."""
    return {w: y for word, y in values.items() for w in (word, word.upper(), word.capitalize())}


def _looked_up(text: Value, values: dict[str, float]) -> Value:
    """The value of each text, 0 for any other one."""
    value = text.graph.op(
        "LabelEncoder", text, dtype="float32", domain="ai.onnx.ml",
        keys_strings=list(values), values_floats=list(values.values()), default_float=0.0,
    )  # fmt: skip
    return value.cast("float64")


def _date(graph: Graph, encoder: Date, moment: Value) -> list[Value]:
    """z of the time, and sine and cosine of its place in each cycle."""
    u = (moment.cast("float64") / DAY - encoder.center) / encoder.scale
    parts = [_softly_clipped(graph, u)]
    around = _cycles(graph, moment) if encoder.cycles else {}
    for name in encoder.cycles:
        angle = around[name] * (2 * np.pi)
        parts += [graph.op("Sin", angle), graph.op("Sin", angle + np.pi / 2)]
    return parts


def _cycles(graph: Graph, moment: Value) -> dict[str, Value]:
    """The place in the year, the month, the week and the day, as a share from 0 to 1.

    The calendar's rule, in whole numbers: years begin in March, so that the leap day is the last
    one, and repeat after 146,097 days. 731 such eras are added, so that nothing is negative.
    """
    in_day = moment % int(DAY)
    days = (moment - in_day) // int(DAY)
    since_march = (days + (719_468 + 731 * 146_097)) % 146_097
    year = since_march - since_march // 1460 + since_march // 36_524 - since_march // 146_096
    year = year // 365
    in_year = since_march - (year * 365 + year // 4 - year // 100)
    month = (in_year * 5 + 2) // 153
    leap = (year % 4).equals(0).cast("int64") - (year % 100).equals(0).cast("int64")
    leap = leap + year.equals(0).cast("int64")
    since_january = (in_year + leap + 59).where(in_year > 305, in_year - 306)
    return {
        "year": since_january.cast("float64") / 365.25,
        "month": (in_year - (month * 153 + 2) // 5).cast("float64") / 31,
        "week": ((days + 3) % 7).cast("float64") / 7,
        "day": in_day.cast("float64") / DAY,
    }
