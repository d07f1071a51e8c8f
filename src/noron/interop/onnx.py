"""From ONNX: the graph of a dense network, node by node, into one chain of layers."""

from pathlib import Path
from typing import Any

from noron.core.errors import ModelFileError, NoronError, SettingError, shown
from noron.interop.build import Classes, build
from noron.interop.files import bytes_of
from noron.interop.graph import StepGraph
from noron.interop.onnx_file import OnnxFile
from noron.interop.onnx_nodes import OnnxNodes
from noron.interop.steps import Step, Unknown
from noron.model.neural_network import NeuralNetwork


def from_onnx(
    model: str | Path, *, loss: Any = None, classes: Classes = None, output: str | None = None
) -> NeuralNetwork:
    """Return the network of an ONNX file: one chain of dense layers, or of residual blocks.

    Args:
        model: the file; data beside it is read, elsewhere not. It needs the package onnx.
        loss: by default what suits the last node: cross-entropy for Softmax, binary cross-entropy
            for Sigmoid, else the mean squared error.
        classes: the labels in the order of the outputs; by default the file's, else 0, 1, ...
        output: the name of the output or value that is to be predicted, where there are several.

    Raises:
        ModelFileError: for a file that is damaged, and for nodes that noron lacks; it names them.
        MissingExtraError: without the package onnx.
    """
    source, data = bytes_of(model)
    try:
        steps, labels = _read(OnnxFile(source, data, Path(model).parent), output)
    except NoronError:
        raise
    except Exception as error:  # damaged bytes may leave out anything
        raise ModelFileError(f"{source} is damaged ({shown(str(error), 80)})") from None
    try:
        return build(source, steps, loss=loss, classes=labels if classes is None else classes)
    except SettingError:
        if classes is not None or labels is None:
            raise
        return build(source, steps, loss=loss)


def _read(file: OnnxFile, output: str | None) -> tuple[list[Step], list[Any] | None]:
    """Return the steps to the output, and the labels that the file has."""
    nodes = OnnxNodes(file, StepGraph(file.source, _input_of(file)))
    for node in file.graph.node:
        nodes.read(node)
    return _steps(file, nodes, output), nodes.labels


def _input_of(file: OnnxFile) -> str:
    if len(file.inputs) != 1:
        raise ModelFileError(
            f"{file.source} has {len(file.inputs)} inputs ({shown(file.inputs)}): noron takes one "
            "table of numbers"
        )
    return file.inputs[0]


def _steps(file: OnnxFile, nodes: OnnxNodes, output: str | None) -> list[Step]:
    """Return the steps to the output; of several outputs to the one that can be read."""
    start = file.inputs[0]
    if output is not None and output not in nodes.graph:
        raise SettingError(f"output is {shown(output)}, but {file.source} has {_named(file)}")
    wanted = [output] if output is not None else file.outputs
    read = {name: nodes.graph.steps(name, start) or [] for name in wanted if name in nodes.graph}
    good = [n for n, steps in read.items() if not any(isinstance(s, Unknown) for s in steps[:-1])]
    good = [n for n in good if not isinstance(read[n][-1], Unknown) or _is_link(read[n][-1])]
    if len(good) == 1:
        return read[good[0]]
    if read and not good:
        return read[max(read)]  # build names what is in the way: labels come before probabilities
    raise ModelFileError(
        f"{file.source} has the outputs {_named(file)}: give one of them, output='...'"
    )


def _is_link(step: Step) -> bool:
    return isinstance(step, Unknown) and step.kind in ("exponential", "log_softmax")


def _named(file: OnnxFile) -> str:
    return ", ".join(map(repr, file.outputs[:10]))
