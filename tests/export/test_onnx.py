import numpy as np

from export.cases import *


def test_a():
    import pathlib
    import tempfile
    import time

    import onnx
    import onnxruntime

    d = pathlib.Path(tempfile.mkdtemp())
    worst = 0
    certs = []
    for k, net in enumerate(networks()):
        e = net.export(d / f"{k}.onnx")
        certs.append(e.certificate.largest)
        m = onnx.load(d / f"{k}.onnx")
        onnx.checker.check_model(m, full_check=True)
        x = inputs_of(net)
        got = onnxruntime.InferenceSession(str(d / f"{k}.onnx")).run(None, {"X": x})
        own = net.predict_proba(x)
        try:
            np.testing.assert_allclose(got[-1], own, rtol=1.3e-6, atol=1e-5)
        except AssertionError as err:
            print(
                k,
                net.dtype if hasattr(net, "dtype") else "",
                net.loss.name,
                net.network.layers,
                err,
            )
        lab = net.predict(x)
        if net.loss.task != "regression":
            assert (got[0] == lab).mean() > 0.98
        if e.certificate.largest > 1e-4:
            print(k, e.certificate.largest, net.network.layers)
    print(np.quantile(certs, [0, 0.5, 0.9, 0.95, 1]))
    for k, model in enumerate(table_models()):
        t = time.time()
        e = model.export(d / f"t{k}.onnx")
        print(
            e.certificate, time.time() - t, model.additive_share_, (d / f"t{k}.onnx").stat().st_size
        )
        onnx.checker.check_model(onnx.load(d / f"t{k}.onnx"), full_check=True)
    assert 0
