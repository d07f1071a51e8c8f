"""`NeuralNetwork`, the model that users work with: architecture, inputs, predictions, files."""
