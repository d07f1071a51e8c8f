"""The honest report: is a network the right tool for this table?

from noron.estimators import TableClassifier, report
result = report(TableClassifier(), "passengers.csv", "survived")
print(result)                   # scores beside a guess, a linear model and boosting; advice
result.save("passengers.html")
"""

from noron.estimators.reports.build import report
from noron.estimators.reports.report import Report

__all__ = ["Report", "report"]
