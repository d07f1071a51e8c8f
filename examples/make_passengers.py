"""Invents the passengers of a ship: a table with all that tables have, for `noron fit`.

    python examples/make_passengers.py > passengers.csv
    noron fit passengers.csv --target survived

Nobody in it has lived. The chances follow a logistic model in which fare, age, sex and class act
together, so a network can find more than a sum of columns; the names, cabins and tickets are noise.
"""

import csv
import sys

import numpy as np

N = 900
FIRST = (
    "Ada",
    "Bert",
    "Cleo",
    "Dora",
    "Emil",
    "Finn",
    "Gita",
    "Hugo",
    "Ines",
    "Jana",
    "Lan",
    "Minh",
)
LAST = ("Adler", "Berg", "Castle", "Dane", "Frost", "Grant", "Hill", "Jones", "Le", "Nguyen", "Oak")
HEADER = (
    "passenger_id", "survived", "class", "name", "sex", "age", "relatives", "ticket", "fare",
    "cabin", "port", "boarded",
)  # fmt: skip


def passengers(seed: int = 0) -> list[list[str]]:
    """A header and a row for each passenger."""
    rng = np.random.default_rng(seed)
    deck = rng.choice([1, 2, 3], N, p=[0.25, 0.2, 0.55])
    woman = rng.random(N) < 0.36
    age = np.clip(rng.normal(42 - 6 * deck, 13, N), 0.5, 80)
    child = rng.random(N) < 0.08
    age[child] = rng.uniform(0.5, 12, child.sum())
    relatives = rng.poisson(np.where(child, 2.5, 0.7))
    fare = np.exp(rng.normal(5.2 - 0.95 * deck, 0.45, N)) * (1 + 0.25 * relatives)
    port = rng.choice(["Harwich", "Calais", "Cork"], N, p=[0.68, 0.22, 0.10])
    score = (
        -1.2
        + 2.6 * woman
        - 0.9 * (deck == 3)
        - 1.3 * woman * (deck == 3)
        + 0.9 * (deck == 1)
        + 1.8 * (age < 12) * (relatives < 4)
        - 0.6 * (relatives > 4)
        - 0.022 * (age - 28) * ~woman
        + 0.25 * (port == "Calais")
    )
    survived = rng.random(N) < 1 / (1 + np.exp(-score))
    rows = [list(HEADER)]
    for i in range(N):
        cabin = f"{'ABCDE'[rng.integers(5)]}{rng.integers(1, 120)}" if deck[i] < 3 else ""
        rows.append(
            [
                str(i + 1),
                "yes" if survived[i] else "no",
                ("first", "second", "third")[deck[i] - 1],
                f"{rng.choice(LAST)}, {rng.choice(FIRST)} {rng.choice(FIRST)}",
                "female" if woman[i] else "male",
                "" if rng.random() < 0.18 else f"{age[i]:.0f}",
                str(relatives[i]),
                str(rng.integers(10_000, 400_000)),
                f"{fare[i]:.2f}",
                cabin if rng.random() < 0.7 else "",
                port[i] if rng.random() < 0.99 else "?",
                f"1911-0{rng.integers(4, 7)}-{rng.integers(1, 29):02d}",
            ]
        )
    return rows


if __name__ == "__main__":
    csv.writer(sys.stdout, lineterminator="\n").writerows(passengers())
