"""scikit-learn's MLPClassifier and MLPRegressor, on noron's engines."""
