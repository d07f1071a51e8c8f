"""TableClassifier and TableRegressor: networks for tables as they come."""
