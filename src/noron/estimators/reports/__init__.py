"""The honest report: is a network the right tool for this table?

from noron.estimators import TableClassifier, report
told = report(TableClassifier(), "passengers.csv", "survived")
print(told)                     # scores beside a guess, a linear model and boosting; advice
told.save("passengers.html")
"""

from noron.estimators.reports.build import report
from noron.estimators.reports.result import Report

__all__ = ["Report", "report"]
