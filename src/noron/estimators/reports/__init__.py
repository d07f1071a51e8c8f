"""The report: is a network the right tool for this table?

from noron.estimators import TableClassifier, report
result = report(TableClassifier(), "passengers.csv", "survived")
print(result)                   # compares a guess, a linear model, boosting and the network
result.save("passengers.html")
"""

from noron.estimators.reports.build import report
from noron.estimators.reports.report import Report

__all__ = ["Report", "report"]
