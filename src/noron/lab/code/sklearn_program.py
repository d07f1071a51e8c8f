"""The program in scikit-learn: its MLPClassifier or MLPRegressor, one batch after the other."""

from noron.core.errors import SettingError
from noron.lab.code.facts import RunFacts, chosen, head, settings_of, tail
from noron.optimizers import Optimizer

DIALECT = "scikit-learn"

ACTIVATIONS = {
    "identity": "identity",
    "tanh": "tanh",
    "sigmoid": "logistic",
    "relu": "relu",
}
OPTIMIZERS = {
    "sgd": 'solver="sgd", momentum=0.0',
    "momentum": 'solver="sgd", momentum={beta}, nesterovs_momentum=False',
    "nesterov": 'solver="sgd", momentum={beta}, nesterovs_momentum=True',
    "adam": 'solver="adam", beta_1={beta1}, beta_2={beta2}',
}
LOSSES = {
    "cross_entropy": ("MLPClassifier", "softmax", "np.eye(weights[-1].shape[1])[y]"),
    "binary_cross_entropy": ("MLPClassifier", "logistic", "y.astype(int)"),
    "mse": ("MLPRegressor", "identity", "y"),
}
"""The estimator, its last activation, and the targets as it takes them."""

BODY = '''\
class Network({estimator}):
    """With first weights and a last activation of ours, for which there is no setting."""

    def _init_coef(self, fan_in, fan_out, dtype):
        W, b = next(self.first)
        return W.astype(dtype), b.astype(dtype)

    def _initialize(self, y, layer_units, dtype):
        super()._initialize(y, layer_units, dtype)
        self.out_activation_ = "{last}"


def train(net, x, y):
    """Take STEPS steps, each on other rows; every epoch has an order of its own."""
    t, rate = 0, None
    while t < STEPS:
        order = rng.permutation(len(x))
        for start in range(0, len(x), BATCH)[: STEPS - t]:
            rate = RATES.get(t, rate)
            t += 1
            rows = order[start : start + BATCH]
            net.set_params(batch_size=len(rows), alpha=2 * L2 * len(rows){half_penalty})
            set_rate(net, t, rate{rate_factor})
            net.partial_fit(x[rows], y[rows]{classes})


def set_rate(net, t, rate):
    """Set the rate of step t. Before the first step there is no optimizer yet.

    Adam's epsilon is added here before the correction of the moments, elsewhere behind it.
    """
    net.learning_rate_init = rate
    {epsilon}
    if hasattr(net, "_optimizer"):
        net._optimizer.learning_rate_init = net._optimizer.learning_rate = rate
        net._optimizer.epsilon = net.epsilon


def loss(net, x, y):
    """Return the mean loss."""
    {loss}


def main():
    data = unpacked()
    weights = [data[f"W{{k + 1}}"] for k in range(LAYERS)]
    net = Network(
        hidden_layer_sizes=[W.shape[1] for W in weights[:-1]],
        activation="{activation}",
        {optimizer},
        shuffle=False,
    )
    net.first = iter([(W, data[f"b{{k + 1}}"]) for k, W in enumerate(weights)])
    targets = {{name: {targets} for name, y in data.items() if name[0] == "y"}}
    train(net, data["x_train"], targets["y_train"])
    for name in ("train", "held_out"):
        if f"x_{{name}}" in data:
            print(name, repr(float(loss(net, data[f"x_{{name}}"], targets[f"y_{{name}}"]))))
'''
MEAN_LOSSES = {
    "cross_entropy": "return -np.log((net.predict_proba(x) * y).sum(axis=1)).mean()",
    "binary_cross_entropy": """\
p = net.predict_proba(x)[:, 1]
    return -np.log(np.where(y, p, 1 - p)).mean()""",
    "mse": "return ((net.predict(x).reshape(y.shape) - y) ** 2).mean()",
}


def program(facts: RunFacts) -> str:
    """Return the program. Raises SettingError for what it does not have."""
    names = {str(given["name"]) for given in facts.activations} or {"identity"}
    if len(names) > 1:
        raise SettingError(
            "dialect: scikit-learn has one activation for all hidden layers: take another program"
        )
    estimator, last, targets = chosen(LOSSES, facts.loss, "loss", DIALECT)
    name = str(facts.optimizer["name"])
    optimizer = chosen(OPTIMIZERS, name, "optimizer", DIALECT)
    settings = settings_of(facts.optimizer, Optimizer.members[name])
    is_numbers = facts.loss == "mse"
    # scikit-learn halves the square: with half the gradient the rate is doubled, and Adam's
    # epsilon, which is compared with the gradient's size, is halved.
    epsilon = f"{settings.get('epsilon', 1e-8)}{' / 2' if is_numbers else ''}"
    body = BODY.format(
        estimator=estimator,
        last=last,
        half_penalty=" / 2" if is_numbers else "",
        rate_factor=" * 2" if is_numbers and name != "adam" else "",
        classes="" if is_numbers else ", classes=range(y.shape[-1] if y.ndim > 1 else 2)",
        epsilon=f"net.epsilon = {epsilon} * np.sqrt(1 - net.beta_2**t)",
        loss=MEAN_LOSSES[facts.loss],
        activation=chosen(ACTIVATIONS, names.pop(), "activation", DIALECT),
        optimizer=optimizer.format(**settings),
        targets=targets,
    )
    imports = ["import numpy as np", f"from sklearn.neural_network import {estimator}"]
    return head(facts, DIALECT, imports) + body + tail(facts)
