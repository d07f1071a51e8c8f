"""The model that users hold: its architecture, inputs, predictions and files."""
