"""Hints for people who know Keras, PyTorch or scikit-learn: their words, and what they are here."""

import inspect
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

_WORDS: dict[str, dict[str, str]] = {
    "settings": {
        "lr eta eta0 learning_rate_init step_size": "learning_rate",
        "epoch n_epochs num_epochs nb_epoch max_iter iterations": "epochs",
        "batch bs minibatch_size": "batch_size",
        "random_state random_seed": "seed",
        "hidden_layer_sizes hidden_layers": "hidden",
        "eps": "epsilon",
    },
    "train": {
        "verbose disp": "progress",
        "validation_split validation_data eval_set": "validation",
        "early_stopping patience": "callbacks=[EarlyStopping()]",
        "sample_weights weights": "sample_weight",
        "seed random_state": "NeuralNetwork(..., seed=...)",
        "loss criterion": "NeuralNetwork(..., loss=...)",
        "activation": "NeuralNetwork(..., activation=...)",
        "solver": "optimizer",
    },
    "NeuralNetwork": {
        "fit": "train(X, y)",
        "partial_fit train_on_batch fit_transform": "train(X, y, epochs=1)",
        "score": "accuracy(X, y), or evaluate(X, y)",
        "predict_classes transform": "predict(X)",
        "get_weights coefs_ coef_ parameters": "weights",
        "intercepts_ intercept_": "biases",
        "set_weights": "weights = [...]",
        "history loss_curve_ loss_": "history = net.train(X, y)",
        "grad grads": "gradients(X, y)",
        "state_dict to_json save_weights": "save(path)",
        "load_weights load_state_dict": "noron.load(path)",
        "layers": "architecture.layers",
        "compile": "NeuralNetwork(layers, loss=...) and train(X, y, optimizer=...)",
        "input_dim input_shape in_features": "n_inputs",
        "hidden_layer_sizes hidden units": "a list of widths, such as [784, 64, 10]",
    },
    "Dense": {
        "activation": "[Dense(32), ReLU()], with a layer for the activation",
        "use_bias": "bias",
        "kernel_initializer": "initializer",
        "kernel_regularizer": "NeuralNetwork(layers, regularizer=...)",
        "input_dim input_shape in_features": "NeuralNetwork(layers, n_inputs=...)",
    },
    "Dropout": {"p": "rate"},
    "SGD": {"momentum": "Momentum()", "nesterov": "Nesterov()", "weight_decay": "AdamW()"},
    "Adam": {"weight_decay": "AdamW()", "amsgrad": "Adam()"},
    "command line": {
        "max-epochs iters": "--epochs",
        "seconds max-time timeout time": "--time-limit",
        "units neurons width widths hidden-units hidden-size": "--hidden",
        "act nonlinearity activation-function": "--activation",
        "opt optim solver": "--optimizer",
        "momentum": "--optimizer momentum",
        "weight-decay wd decay": "--optimizer adamw",
        "alpha reg regularization lambda": "--l2",
        "drop-rate dropout-rate": "--dropout",
        "batchnorm bn": "--batch-norm",
        "criterion loss-function objective": "--loss",
        "scheduler lr-schedule lr-scheduler": "--schedule",
        "init weight-init initialization": "--initializer",
        "scale normalize normalise standardise scaler": "--standardize",
        "early-stop early-stopping": "--patience",
        "val val-split val-size validation-split": "--validation",
        "label labels y class target-column": "--target",
        "file csv input dataset train-data": "--data",
        "cv k-fold k-folds n-splits": "--folds",
        "precision": "--dtype",
        "device": "--engine",
        "jobs n-jobs j processes": "--workers",
        "n-trials max-trials": "--trials",
        "output output-dir save save-to folder o": "--out",
        "probabilities probability": "--proba",
        "columns keep-cols": "--keep-columns",
        "db database": "--store",
        "rate": "--learning-rate",
        "batchsize mini-batch": "--batch-size",
    },
    "History": {
        "history": "history['loss'], or history.to_dict()",
        "loss losses loss_curve_": "history['loss']",
        "val_loss val_accuracy accuracy": "history['val_loss'], by the name of the column",
        "epoch epochs": "history['epoch'], or len(history)",
    },
}  # fmt: skip
WORDS = {
    where: {word: meant for words, meant in entries.items() for word in words.split()}
    for where, entries in _WORDS.items()
}
"""By class or function: a word of another library, and what it is here. "settings" is for all."""

IN_TRAIN = ("learning_rate", "epochs", "batch_size", "optimizer", "callbacks", "validation")


def unknown_argument(call: str, name: str, known: Iterable[str]) -> TypeError:
    """Return the error for an argument that a call does not take, with what it may mean."""
    names = list(known)
    near = get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    meant = WORDS.get(call, {}).get(name)
    if meant is None:
        word = WORDS["settings"].get(name, name)
        meant = word if word in names else None
        if word in IN_TRAIN and call != "train":
            meant = meant or f"train(X, y, {word}=...)"
    hint = "".join(f". Did you mean {word}?" for word in ([meant] if meant else near))
    return TypeError(f"{call}() got an unexpected keyword argument {name!r}{hint}")


class Hinted:
    """A class that gives a hint from `WORDS` where an attribute or an argument is not there."""

    if not TYPE_CHECKING:  # so that type checkers go on to find what is not there

        def __new__(cls, *given, **named):
            """Refuse arguments that `__init__` does not take."""
            if named or len(given) > 1:
                known = parameters_of(cls.__init__)
                for name in named:
                    if name not in known and not known[-1].startswith("**"):
                        raise unknown_argument(cls.__name__, name, known)
                _check_widths(cls.__name__, known, given)
            return super().__new__(cls)

        def __getattr__(self, name):
            """Raise AttributeError; Python calls this only for what is not there."""
            kind = type(self).__name__
            message = f"{kind!r} object has no attribute {name!r}"
            meant = WORDS.get(kind, {}).get(name)
            if meant is None:
                raise AttributeError(message, name=name, obj=self)
            raise AttributeError(f"{message}. Did you mean {meant}?")


@cache
def parameters_of(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names of the arguments that a function takes; `**name` if it takes any."""
    parameters = inspect.signature(function).parameters.values()
    return tuple(("**" if p.kind is p.VAR_KEYWORD else "") + p.name for p in parameters)


def _check_widths(kind: str, known: tuple[str, ...], given: tuple[Any, ...]) -> None:
    """Refuse NeuralNetwork(784, 128, 10), whose widths are not in a list."""
    is_network = known[1:2] in (("layers",), ("layer_sizes",))
    if is_network and len(given) > 1 and all(isinstance(value, int) for value in given):
        widths = ", ".join(map(str, given))
        raise TypeError(f"{kind} takes its widths as a list. Did you mean {kind}([{widths}])?")
