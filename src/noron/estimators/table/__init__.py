"""TableClassifier and TableRegressor: networks for tables of any content."""
