"""What the lab shows as a program: for noron, NumPy, scikit-learn and PyTorch."""

from noron.lab.code import noron_program, numpy_program, sklearn_program, torch_program
from noron.lab.code.facts import facts_of
from noron.lab.experiment import Experiment

PROGRAMS = {
    "numpy": numpy_program.program,
    "sklearn": sklearn_program.program,
    "torch": torch_program.program,
}
"""Those that repeat a run from its facts."""
DIALECTS = ("noron", *PROGRAMS)


def code(dialect: str, experiment: Experiment, begun: Experiment) -> str:
    """Return the program of a dialect that prints the losses of an experiment.

    `begun` is the same experiment before its first step. Raises SettingError for what the dialect
    does not have.
    """
    if dialect == "noron":
        return noron_program.program(experiment, begun)
    return PROGRAMS[dialect](facts_of(experiment, begun))
