"""Make the files in `fixtures/`, models of PyTorch, Keras and ONNX, and what they predict.

    .venv-peers/bin/python tests/interop/make_fixtures.py

Only this script needs the libraries; the tests read the files on any machine. Written by torch
2.13, Keras 3.15, skl2onnx 1.20 and scikit-learn 1.9.
"""

import json
import os
import warnings
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parent / "fixtures"
X = np.random.default_rng(0).normal(size=(5, 4)).astype(np.float32)
EXPECTED: dict[str, Any] = {"X": X.tolist()}


def with_torch() -> None:
    """State dicts of several kinds, and a whole model."""
    import torch
    from safetensors.torch import save_file
    from torch import nn

    class Named(nn.Module):
        """Layers with names, and activations that the state dict does not show."""

        def __init__(self) -> None:
            super().__init__()
            self.inputs, self.hidden, self.out = nn.Linear(4, 6), nn.Linear(6, 6), nn.Linear(6, 1)

        def forward(self, x: Any) -> Any:
            """The scores."""
            return self.out(self.hidden(self.inputs(x).tanh()).tanh())

    torch.manual_seed(0)
    net = nn.Sequential(
        nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Dropout(0.1), nn.Linear(6, 5, bias=False),
        nn.LayerNorm(5), nn.ReLU(), nn.Linear(5, 3),
    )  # fmt: skip
    net(torch.randn(50, 4) * 3)
    net.eval()
    torch.save(net.state_dict(), FOLDER / "sequential.pt")
    save_file(net.state_dict(), FOLDER / "sequential.safetensors")
    checkpoint = {f"module.{name}": value for name, value in net.state_dict().items()}
    torch.save({"epoch": 3, "lr": 0.1, "model_state_dict": checkpoint}, FOLDER / "checkpoint.pt")
    torch.save(net, FOLDER / "whole_model.pt")
    EXPECTED["sequential"] = net(torch.tensor(X)).softmax(-1).tolist()
    for name, kind in {"half": torch.float16, "bfloat16": torch.bfloat16}.items():
        small = nn.Sequential(nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 2)).to(kind)
        torch.save(small.state_dict(), FOLDER / f"{name}.pt")
        save_file(small.state_dict(), FOLDER / f"{name}.safetensors")
        EXPECTED[name] = small.float()(torch.tensor(X)).softmax(-1).tolist()
    named = Named()
    torch.save(named.state_dict(), FOLDER / "named.pt")
    save_file(named.state_dict(), FOLDER / "named.safetensors")
    EXPECTED["named"] = named(torch.tensor(X)).tolist()


def with_keras() -> None:
    """A functional model with a residual block, and a Sequential in the older form."""
    os.environ["KERAS_BACKEND"] = "torch"
    import keras

    keras.utils.set_random_seed(0)
    made = keras.layers
    start = keras.Input((4,))
    mean, variance = np.array([0.1, 0.2, 0.3, 0.4]), np.array([1.0, 2.0, 3.0, 4.0])
    x = made.Normalization(mean=mean, variance=variance)(start)
    x = made.Dense(6, activation="gelu", name="mine")(x)
    x = made.Add()([x, made.Dense(6, activation=keras.activations.silu)(x)])
    x = made.LeakyReLU(negative_slope=0.2)(made.BatchNormalization()(x))
    x = made.Dense(3, activation="softmax")(made.Dropout(0.2)(x))
    model = keras.Model(start, x)
    for weight in model.weights:
        if len(weight.shape) == 1:
            weight.assign(np.linspace(0.2, 0.9, weight.shape[0]))
    model.save(FOLDER / "functional.keras")
    EXPECTED["functional"] = model.predict(X, verbose=0).tolist()
    sequence = [made.Dense(5, activation="elu"), made.Dense(4, activation="elu"), made.Dense(1)]
    model = keras.Sequential([keras.Input((4,)), *sequence])
    model.save(FOLDER / "sequential.h5")
    EXPECTED["keras_sequential"] = model.predict(X, verbose=0).tolist()


def with_onnx() -> None:
    """What PyTorch's two exporters write, one with its numbers beside it, and a pipeline."""
    import onnx
    import skl2onnx
    import torch
    from sklearn.neural_network import MLPClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from torch import nn

    torch.manual_seed(1)
    net = nn.Sequential(
        nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 6), nn.SiLU(), nn.BatchNorm1d(6), nn.Linear(6, 5),
        nn.Mish(), nn.Linear(5, 2), nn.Sigmoid(),
    ).eval()  # fmt: skip
    given = (torch.tensor(X),)
    torch.onnx.export(net, given, str(FOLDER / "old.onnx"), opset_version=13, dynamo=False)
    modern = FOLDER / "beside.onnx"
    (FOLDER / "beside.data").unlink(missing_ok=True)  # onnx.save appends
    torch.onnx.export(net, given, str(modern), opset_version=20, dynamo=True, external_data=False)
    graph = onnx.load(modern)
    for node in graph.graph.node:
        del node.metadata_props[:]
    onnx.save(graph, modern, save_as_external_data=True, location="beside.data", size_threshold=0)
    EXPECTED["onnx"] = net(*given).tolist()
    y = np.array(["no", "yes"])[(X[:, 0] > 0).astype(int)]
    model = make_pipeline(StandardScaler(), MLPClassifier((4,), max_iter=20, random_state=0))
    model.fit(X, y)
    graph = skl2onnx.to_onnx(model, X[:1], options={id(model): {"zipmap": False}})
    (FOLDER / "pipeline.onnx").write_bytes(graph.SerializeToString())
    EXPECTED["pipeline"] = model.predict_proba(X)[:, 1].tolist()
    EXPECTED["pipeline_labels"] = model.predict(X).tolist()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    FOLDER.mkdir(exist_ok=True)
    with_torch()
    with_keras()
    with_onnx()
    (FOLDER / "expected.json").write_text(json.dumps(EXPECTED) + "\n")
