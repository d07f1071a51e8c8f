"""scikit-learn's MLPClassifier and MLPRegressor, computed by noron's engines."""
