import runpy

import numpy as np

from export.cases import *


def test_a():
    import pathlib
    import tempfile
    import time

    d = pathlib.Path(tempfile.mkdtemp())
    worst = 0
    certs = []
    n = []
    for k, net in enumerate(networks()):
        e = net.export(d / f"{k}.py", to="numpy")
        certs.append(e.certificate.largest)
        text = (d / f"{k}.py").read_text()
        n.append(text.count("\n"))
        if k in (0, 3):
            print(text)
        if max(map(len, text.split("\n"))) > 100:
            print("LONG", k, max(text.split("\n"), key=len))
        x = inputs_of(net)
        got = runpy.run_path(str(d / f"{k}.py"))["predict"](x)
        own = net.predict_proba(x)
        assert got.dtype == own.dtype, (k, got.dtype)
        err = (abs(got - own) / np.maximum(1, abs(own))).max()
        if err > 1e-6:
            print(k, err, own.dtype, net.network.layers)
    print(np.quantile(certs, [0, 0.5, 0.9, 0.95, 1]), max(n))
    for k, model in enumerate(table_models()):
        t = time.time()
        e = model.export(d / f"t{k}.py", to="numpy")
        print(e.certificate, time.time() - t, model.additive_share_)
        if k < 2:
            print((d / f"t{k}.py").read_text())
    assert 0
