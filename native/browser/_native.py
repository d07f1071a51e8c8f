"""What python/module.cpp offers, over ctypes, for Pyodide: see src/noron_native/_native.pyi.

Arrays are checked here as there: type, shape, contiguous memory; else ValueError.
"""

import ctypes as c
from pathlib import Path

import numpy as np

_lib = c.CDLL(str(Path(__file__).parent / "kernels.so"))
_P, _I, _L, _D, _S = c.c_void_p, c.c_int, c.c_int64, c.c_double, c.c_char_p


class _Layer(c.Structure):
    _fields_ = [("kind", _I), ("activation", _I), ("n_in", _I), ("n_out", _I), ("weight", _L),
                ("bias", _L), ("mean", _L), ("var", _L), ("setting", _D), ("momentum", _D),
                ("partner", _I), ("relu", _I), ("n_tables", _I)]  # fmt: skip


class _Table(c.Structure):
    _fields_ = [("weight", _L), ("size", _L), ("width", _L)]


class _Network(c.Structure):
    _fields_ = [("layers", _P), ("n_layers", _L), ("tables", _P), ("n_tables", _L),
                ("n_inputs", _I), ("loss", _I), ("link", _I), ("setting", _D),
                ("class_weight", _P), ("n_class_weight", _L), ("is_double", _I), ("theta", _P),
                ("grad", _P), ("n_theta", _L), ("buffers", _P), ("n_buffers", _L),
                ("batch_rows", _I), ("training", _I), ("bfloat16", _I)]  # fmt: skip


class _Segment(c.Structure):
    _fields_ = [("start", _L), ("stop", _L)]


class _Optimizer(c.Structure):
    _fields_ = [("update", _I), ("beta1", _D), ("beta2", _D), ("epsilon", _D),
                ("weight_decay", _D), ("epsilon_hat", _I), ("slots", _P), ("n_slots", _I),
                ("l1", _D), ("l2", _D), ("shared_l2", _D), ("weights", _P),
                ("n_weights", _L)]  # fmt: skip


class _Run(c.Structure):
    _fields_ = [("labels", _P), ("y", _P), ("weight", _P), ("order", _P), ("n_order", _L),
                ("orders", _I), ("n_epochs", _I), ("batch_size", _I), ("shuffle", _I),
                ("update", _I), ("rates", _P), ("t", _L), ("random", _P), ("good_theta", _P),
                ("sums", _P), ("seconds", _P), ("profile", _P), ("watcher", _P),
                ("watched", _P), ("scores", _P), ("threads", _I), ("interrupted", _P)]  # fmt: skip


class _Result(c.Structure):
    _fields_ = [("outcome", _I), ("steps", _L), ("broke_off", _I), ("is_short_of_memory", _I),
                ("waited", _D)]  # fmt: skip


def _declare(result, **functions):
    for name, arguments in functions.items():
        function = getattr(_lib, f"noron_{name}")
        function.restype, function.argtypes = result, arguments


_declare(_S, last_error=[], rows_form=[_P], instruction_set=[_I], name=[_S, _I, c.POINTER(_S)])
_declare(_P, plan_new=[_P], rows_dense=[_P, _L, _L, _I], rows_values=[_P],
         rows_bytes=[_P, _L, _L, _P, _I, _P, _L], rows_compress=[_P, _I, _I],
         rows_compressed=[_P, _P, _P, _L, _L, _L, _I])  # fmt: skip
_declare(_L, rows_n_entries=[_P], steps=[_P, _P])
_declare(_I, optimizer=[_P, _P], run=[_P, _P, _P, _P], run_several=[_P, _P, _P, _I, _P],
         predict=[_P, _P, _L, _L, _P, _I, _I], predict_finite=[_P, _P, _L, _P, _I],
         rows_encode=[_P, _P, _I, _P], rows_fold=[_P, _P, _P], use_instruction_set=[_S],
         has_bfloat16=[], fewest_rounded=[])  # fmt: skip
_declare(None, plan_free=[_P], rows_free=[_P], permutation=[_P, _P, _L])


def _checked(value):
    """Raise what the core refused: a null pointer or -1."""
    if value is None or value == -1:
        text = _lib.noron_last_error().decode()
        raise MemoryError(text) if text == "there is not enough memory" else ValueError(text)
    return value


def _names(which):
    names, setting, i = {}, _S(), 0
    while name := _lib.noron_name(which.encode(), i, c.byref(setting)):
        names[name.decode()] = setting.value.decode()
        i += 1
    return names


ACTIVATIONS, LOSSES = _names("activation"), _names("loss")
FEWEST_ROUNDED = _lib.noron_fewest_rounded()
_ORDER = {w: list(_names(w)) for w in ("kind", "activation", "loss", "link", "update", "outcome")}


def _number(which, name):
    if name not in _ORDER[which]:
        raise ValueError(f"there is no {which} of that name")
    return _ORDER[which].index(name)


def _array(a, name, dtype, shape, to_write=False):
    """The address of an array of that type and shape; -1 in the shape means any length."""
    if not isinstance(a, np.ndarray) or (to_write and not a.flags.writeable):
        raise ValueError(f"{name} must be an array{' that can be written to' * to_write}")
    if a.dtype != dtype:
        raise ValueError(f"{name} must hold {np.dtype(dtype).name}")
    if a.ndim != len(shape):
        raise ValueError(f"{name} must have {len(shape)} dimensions, it has {a.ndim}")
    for axis, (n, given) in enumerate(zip(shape, a.shape, strict=True)):
        if n not in (-1, given):
            raise ValueError(f"{name} must have the length {n} along axis {axis}, it has {given}")
    if not (a.flags.c_contiguous and a.flags.aligned):
        raise ValueError(f"{name} must lie in memory without gaps, rows first")
    return a.ctypes.data


def _real(a):
    return np.dtype(np.float64 if getattr(a, "dtype", None) == np.float64 else np.float32)


def _generator(capsule):
    if capsule is None:
        return None
    get = c.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = _P, [c.py_object, _S]
    return get(capsule, b"BitGenerator")


def instruction_set():
    return instruction_sets()[0]


def instruction_sets():
    return [_lib.noron_instruction_set(0).decode()]


def use_instruction_set(name, /):
    _checked(_lib.noron_use_instruction_set(name.encode()))


def has_bfloat16():
    return bool(_lib.noron_has_bfloat16())


def permutation(random, out, /):
    if random is None:
        raise ValueError("a random generator is needed")
    _lib.noron_permutation(_generator(random), _array(out, "out", np.int64, (-1,), True), len(out))


def deform(x, **given):
    raise NotImplementedError("the kernels for the browser do not deform images")


class Rows:
    def __init__(self, at, dtype, shape, alive):
        self._at, self._dtype, self._shape, self._alive = _checked(at), dtype, shape, alive

    def __del__(self):
        if getattr(self, "_at", None):
            _lib.noron_rows_free(self._at)

    @staticmethod
    def dense(x, /):
        t = _real(x)
        at = _array(x, "x", t, (-1, -1))
        return Rows(_lib.noron_rows_dense(at, *x.shape, t.itemsize == 8), t, x.shape, x)

    @staticmethod
    def bytes(x, table, chosen):
        t, at = _real(table), _array(x, "x", np.uint8, (-1, -1))
        meanings = _array(table, "table", t, (256,))
        places = None if chosen is None else _array(chosen, "chosen", np.int64, (-1,))
        n = 0 if chosen is None else len(chosen)
        made = _lib.noron_rows_bytes(at, *x.shape, meanings, t.itemsize == 8, places, n)
        return Rows(made, t, (len(x) if chosen is None else n, x.shape[1]), x)

    @staticmethod
    def compressed(starts, columns, values, n_columns, /):
        s, t = _array(starts, "starts", np.int64, (-1,)), _real(values)
        if len(starts) < 1:
            raise ValueError("starts must have one entry more than there are rows")
        k, n = _array(columns, "columns", np.int32, (-1,)), len(columns)
        v, rows = _array(values, "values", t, (n,)), len(starts) - 1
        made = _lib.noron_rows_compressed(s, k, v, rows, n_columns, n, t.itemsize == 8)
        return Rows(made, t, (rows, n_columns), None)

    def compress(self, threads=1, batch_rows=64):
        made = _lib.noron_rows_compress(self._at, threads, batch_rows)
        return Rows(made, self._dtype, self._shape, self._alive)

    def encode(self, table, threads, /):
        codes = np.empty(self._shape, np.uint8)
        to = _array(table, "table", self._dtype, (256,), True)
        without = _checked(_lib.noron_rows_encode(self._at, to, threads, codes.ctypes.data))
        return None if without else codes

    def fold(self, scale, shift, /):
        n = (self._shape[1],)
        by, off = (_array(scale, "scale", self._dtype, n), _array(shift, "shift", self._dtype, n))
        _checked(_lib.noron_rows_fold(self._at, by, off))

    @property
    def form(self):
        return _lib.noron_rows_form(self._at).decode()

    @property
    def n_entries(self):
        return _lib.noron_rows_n_entries(self._at)


class Layer(_Layer):
    def __init__(self, kind, n_in, n_out, /):
        super().__init__(kind, "identity", n_in, n_out, -1, -1, -1, -1, partner=-1)
        self.tables = []


def _named(field):
    raw = getattr(_Layer, field)
    return property(lambda s: _ORDER[field][raw.__get__(s)],
                    lambda s, name: raw.__set__(s, _number(field, name)))  # fmt: skip


Layer.kind, Layer.activation = _named("kind"), _named("activation")


class Table(_Table):
    def __init__(self, *, weight, size, width):
        super().__init__(weight, size, width)


class Segment(_Segment):
    def __init__(self, start, stop):
        super().__init__(start, stop)


class Run:
    def __init__(self, *, profile=None, watcher=None, watched=None, scores=None, **given):
        self.__dict__.update(given, profile=profile, watcher=watcher, watched=watched)
        self.scores = scores


class Result:
    def __init__(self, made):
        self.outcome, self.steps = _ORDER["outcome"][made.outcome], made.steps


class Plan:
    def __init__(self, *, layers, n_inputs, loss, link, setting, class_weight, theta, grad,
                 buffers, batch_rows, training, bfloat16=False):  # fmt: skip
        self._dtype, self._n_theta, self._last = _real(theta), theta.size, _Result()
        tables = [t for layer in layers for t in layer.tables]
        for layer in layers:
            layer.n_tables = len(layer.tables)
        ops, laid = (_Layer * len(layers))(*layers), (_Table * len(tables))(*tables)
        weights = np.array(class_weight, np.float64)
        at = [_array(a, n, self._dtype, (a.size,), True) for a, n in
              ((theta, "theta"), (grad, "grad"), (buffers, "buffers"))]  # fmt: skip
        network = _Network(
            c.addressof(ops), len(ops), c.addressof(laid), len(laid), n_inputs,
            _number("loss", loss), _number("link", link), setting, weights.ctypes.data,
            len(weights), self._dtype.itemsize == 8, at[0], at[1], theta.size, at[2],
            buffers.size, batch_rows, training, bfloat16)  # fmt: skip
        self._at = _checked(_lib.noron_plan_new(c.byref(network)))
        self._alive, self._n_ops = [theta, grad, buffers], len(layers)
        self._n_in, self._n_out = n_inputs, layers[-1].n_out if layers else n_inputs

    def __del__(self):
        if getattr(self, "_at", None):
            _lib.noron_plan_free(self._at)

    def optimize(self, *, update, beta1, beta2, epsilon, weight_decay, epsilon_hat, slots, l1, l2,
                 shared_l2, weights):  # fmt: skip
        at = [_array(s, "a slot", self._dtype, (self._n_theta,), True) for s in slots]
        vectors, parts = (_P * len(at))(*at), (_Segment * len(weights))(*weights)
        settings = _Optimizer(
            _number("update", update), beta1, beta2, epsilon, weight_decay, epsilon_hat,
            c.addressof(vectors), len(at), l1, l2, shared_l2, c.addressof(parts), len(parts))  # fmt: skip
        _checked(_lib.noron_optimizer(self._at, c.byref(settings)))
        self._slots = list(slots)

    def _settings(self, x, run):
        t, n, epochs = self._dtype, x._shape[0], run.n_epochs

        def given(name, dtype, shape, to_write=False):
            a = getattr(run, name)
            return None if a is None else _array(a, name, dtype, shape, to_write)

        s = _Run(n_epochs=epochs, batch_size=run.batch_size, shuffle=run.shuffle,
                 update=run.update, t=run.t, threads=run.threads)  # fmt: skip
        s.orders = run.order.ndim == 2
        if s.orders and run.shuffle:
            raise ValueError("an order for each epoch is not shuffled")
        s.order = given("order", np.int64, (epochs, -1) if s.orders else (-1,), run.shuffle)
        s.n_order = run.order.shape[s.orders]
        steps = _checked(_lib.noron_steps(self._at, c.byref(s)))
        s.rates = given("rates", np.float64, (steps,))
        s.labels, s.weight = given("labels", np.int64, (n,)), given("weight", t, (n,))
        s.y = None if s.labels else _array(run.y, "y", t, (n, self._n_out))
        s.random = _generator(run.random)
        s.good_theta = given("good_theta", t, (self._n_theta,), True)
        s.sums = _array(run.sums, "sums", np.float64, (epochs, 4), True)
        s.seconds = given("seconds", np.float64, (epochs,), True)
        s.profile = given("profile", np.float64, (2 + 2 * self._n_ops,), True)
        if run.watcher is not None:
            s.watcher, s.watched = run.watcher._at, run.watched._at
            shape = (epochs, run.watched._shape[0], run.watcher._n_out)
            s.scores = _array(run.scores, "scores", t, shape, True)
        return s

    def run(self, x, run, /):
        settings, self._last = self._settings(x, run), _Result()
        _checked(_lib.noron_run(self._at, x._at, c.byref(settings), c.byref(self._last)))
        return Result(self._last)

    broke_off = property(lambda self: bool(self._last.broke_off))
    is_short_of_memory = property(lambda self: bool(self._last.is_short_of_memory))
    waited = property(lambda self: self._last.waited)

    def predict(self, x, start, stop, out, link, threads, /):
        to = _array(out, "out", self._dtype, (max(stop - start, 0), self._n_out), True)
        return not _checked(_lib.noron_predict(self._at, x._at, start, stop, to, link, threads))

    def predict_array(self, x, out, threads, /):
        try:
            at = _array(x, "x", self._dtype, (-1, self._n_in))
            to = _array(out, "out", self._dtype, (len(x), self._n_out), True)
        except ValueError:
            return False
        return not _checked(_lib.noron_predict_finite(self._at, at, len(x), to, threads))


def run_several(plans, x, runs, /):
    if len(plans) != len(runs):
        raise ValueError("the lists are of different lengths")
    at = (_P * len(plans))(*(p._at for p in plans))
    settings = (_Run * len(plans))(*(p._settings(x, r) for p, r in zip(plans, runs, strict=True)))
    made = (_Result * len(plans))()
    _checked(_lib.noron_run_several(at, x._at, settings, len(plans), made))
    for p, result in zip(plans, made, strict=True):
        p._last = result
    return [Result(result) for result in made]
