"""C: one C99 file without malloc, with weights as floats or as int8."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from textwrap import indent, wrap
from typing import Any, ClassVar, final

import numpy as np

from noron.core.errors import SettingError, check_flag
from noron.core.types import Array
from noron.export.c_functions import c_function, c_string
from noron.export.c_network import CNetwork, constant
from noron.export.certificate import Certificate
from noron.export.formats import ExportFormat, Files, made_by
from noron.export.model import ExportModel

LONGEST = 300
"""Seconds that the compiler may take, and as many the program."""

LONGEST_STRING = 4095
"""Bytes of a string that every C99 compiler must take."""

FILE = """\
{comment}
#ifndef {NAME}_H
#define {NAME}_H

#include <stddef.h>

#define {NAME}_INPUTS {n_inputs}
#define {NAME}_OUTPUTS {n_outputs}

#ifdef __cplusplus
extern "C" {{
#endif

/* Write the prediction for the inputs x to y. */
void {name}_predict(const {real} *x, {real} *y);
{declarations}
#ifdef __cplusplus
}}
#endif

#endif

#ifndef {NAME}_DECLARATIONS

#include <float.h>
#include <math.h>
#include <stdint.h>

{definitions}
#endif
"""

PREDICT = """\
void {name}_predict(const {real} *x, {real} *y)
{{
{lines}
}}
"""

LABELS = """\

#define {NAME}_LABELS {n}
extern const char *const {name}_labels[{NAME}_LABELS];

/* The same; return the place of the predicted label in {name}_labels. */
size_t {name}_predict_label(const {real} *x, {real} *y);
"""

LABEL_TEXTS = """\
const char *const {name}_labels[{NAME}_LABELS] = {{
    {texts},
}};
"""

LARGEST = """\
size_t {name}_predict_label(const {real} *x, {real} *y)
{{
    size_t best = 0;

    {name}_predict(x, y);
    for (size_t i = 1; i < {NAME}_OUTPUTS; i++)
        if (y[i] > y[best])
            best = i;
    return best;
}}
"""

ABOVE_HALF = """\
size_t {name}_predict_label(const {real} *x, {real} *y)
{{
    {name}_predict(x, y);
    return y[0] > {half};
}}
"""

MAIN = """\
#include <stdio.h>
#include "model.c"

int main(void)
{{
    static {real} x[{NAME}_INPUTS], y[{NAME}_OUTPUTS];
    FILE *rows = fopen("rows", "rb"), *results = fopen("results", "wb");

    if (!rows || !results)
        return 1;
    while (fread(x, sizeof x, 1, rows) == 1) {{
        {name}_predict(x, y);
        if (fwrite(y, sizeof y, 1, results) != 1)
            return 1;
    }}
    return fclose(results) != 0;
}}
"""


@final
@dataclass(frozen=True)
class C(ExportFormat, name="c"):
    """One file in C99, `model.c`: no malloc, reentrant, needs nothing but `math.h`.

    int8: whether the dense layers compute with whole numbers: weights of 8 bits, with a scale for
    each output; inputs of up to 16, with a scale for each row; sums of 32. A quarter of the memory.
    """

    suffix: ClassVar[str] = ".c"
    int8: bool = False

    def __post_init__(self) -> None:
        check_flag("int8", self.int8)

    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the file. SettingError for a label that is too long for C."""
        network = CNetwork(model, self.int8)
        words = _words(model, stem)
        text = FILE.format(
            comment="\n".join(_comment(model, network, words, stem, certificate)),
            declarations=LABELS.format(**words) if model.targets.classes else "",
            definitions="\n".join(_definitions(model, network, words)),
            **words,
        )
        return {self.suffix: text.encode()}

    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array | None:
        """Return the predictions of the compiled file; None where no compiler can make it."""
        name = re.findall(rb"void (\w+)_predict\(", files[self.suffix])[0].decode()
        known = (words.split() for words in (os.environ.get("CC", ""), "cc", "gcc", "clang"))
        compiler = next((words for words in known if words and which(words[0])), None)
        if compiler is None:
            return None
        with TemporaryDirectory(prefix="noron-") as folder:
            place = Path(folder)
            (place / "model.c").write_bytes(files[self.suffix])
            (place / "main.c").write_text(MAIN.format(**_words(model, name)))
            np.asarray(inputs, model.dtype).tofile(place / "rows")
            build = [*compiler, "-std=c99", "-O2", "main.c", "-o", "main", "-lm"]
            try:
                for command in (build, [str(place / "main")]):
                    subprocess.run(
                        command, cwd=place, check=True, capture_output=True, timeout=LONGEST
                    )
            except (OSError, subprocess.SubprocessError):
                return None
            return np.fromfile(place / "results", model.dtype).reshape(-1, model.n_outputs)


def _words(model: ExportModel, stem: str) -> dict[str, Any]:
    """Return what stands for the names in the templates; the C names begin like the file's."""
    name = re.sub(r"\W+", "_", stem, flags=re.ASCII).strip("_")
    name = f"model_{name}".strip("_") if not name[:1].isalpha() else name
    return {
        "name": name,
        "NAME": name.upper(),
        "real": {"float32": "float", "float64": "double"}[model.dtype],
        "half": "0.5f" if model.dtype == "float32" else "0.5",
        "n_inputs": model.n_inputs,
        "n_outputs": model.n_outputs,
        "n": len(model.targets.classes or ()),
    }


def _comment(
    model: ExportModel, network: CNetwork, words: dict[str, Any], stem: str, certificate: Any
) -> Iterator[str]:
    """Yield the lines of the comment at the top."""
    facts = {
        "x": f"{model.n_inputs} numbers ({words['real']}){_names(model.feature_names)}",
        "y": f"{model.n_outputs} numbers ({words['real']}): {_outputs(model)}",
        "labels": _names(model.targets.classes).removeprefix(": "),
        "layers": network.summary,
        "memory": f"{network.n_bytes:,} bytes of constants, {network.stack:,} on the stack",
        "compared": "" if certificate is None else f"{certificate}",
        "SHA-256": f"{_digest(network)} (of the constants)",
    }
    file = c_string(f"{stem}.c", comment=True)
    yield f"/* {file}: a neural network in C99, written by {made_by()}."
    yield " *"
    for fact, value in facts.items():
        lines = wrap(value, 80, break_long_words=False, break_on_hyphens=False)
        for i, line in enumerate(lines):
            yield f" *   {fact if i == 0 else '':8}  {line}"
    yield from f"""\
 *
 * It needs no malloc, and may be called from several threads at once. Compile this file with your
 * program, such as cc -std=c99 -O3, and link it with -lm. Other files call it like this:
 *
 *     #define {words["NAME"]}_DECLARATIONS
 *     #include {file}
 *
 *     {words["real"]} x[{words["NAME"]}_INPUTS] = {{0}}, y[{words["NAME"]}_OUTPUTS];
 *     {words["name"]}_predict(x, y);
 */""".splitlines()


def _definitions(model: ExportModel, network: CNetwork, words: dict[str, Any]) -> Iterator[str]:
    yield from (constant(name, array) for name, array in network.constants.items())
    yield from (c_function(name, model.dtype) for name in network.functions)
    yield PREDICT.format(lines=indent("\n".join(network.lines), "    "), **words)
    if model.targets.classes:
        texts = ",\n    ".join(map(_label, model.targets.classes))
        yield LABEL_TEXTS.format(texts=texts, **words)
        yield (ABOVE_HALF if model.targets.task == "binary" else LARGEST).format(**words)


def _outputs(model: ExportModel) -> str:
    """Return what y holds."""
    target = "" if model.target_name is None else f" of {c_string(model.target_name, True)}"
    if model.targets.task == "regression":
        return f"the prediction{target}"
    if model.targets.task == "classes":
        return f"the probability of each label{target}"
    return f"the probability of {'label 1' if model.targets.classes else 'each yes'}{target}"


def _names(names: Any) -> str:
    listed = (f"{i} {c_string(str(name), comment=True)}" for i, name in enumerate(names or ()))
    return f": {', '.join(listed)}" if names else ""


def _label(label: Any) -> str:
    if len(str(label).encode(errors="surrogatepass")) > LONGEST_STRING:
        raise SettingError(
            f"the label {str(label)[:20]!r}... is longer than C's {LONGEST_STRING} bytes: "
            "train with shorter labels"
        )
    return c_string(str(label))


def _digest(network: CNetwork) -> str:
    return sha256(b"".join(array.tobytes() for array in network.constants.values())).hexdigest()
