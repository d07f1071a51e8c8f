"""Learn to read handwritten digits: `python examples/read_digits.py [EPOCHS]` (50 if not given).

The tutorial's program. The data comes with noron, so nothing is downloaded. For the same network
on the tutorial's own level, import `NeuralNetwork` from `noron.scratch` and call `np.random.seed`.
"""

import sys

import numpy as np

from noron import NeuralNetwork
from noron.data import load_mnist

epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 50

# 70,000 images of 28 x 28 grey dots between 0 and 1; four fifths to learn from, the rest to test.
X, y = load_mnist(split=False)
order = np.random.default_rng(42).permutation(len(X))
train, test = order[:56_000], order[56_000:]
Y = np.eye(10)[y]  # one-hot: row k of the unit matrix stands for the digit k

net = NeuralNetwork([784, 128, 64, 10], seed=42)
history = net.train(X[train], Y[train], epochs=epochs, learning_rate=0.1, batch_size=64)
print(history.table())
print(f"test accuracy: {net.accuracy(X[test], Y[test]):.2%}")
print("read:", net.predict(X[test[:12]]))
print("true:", y[test[:12]])
