"""The program in noron itself: the recipe, the steps, and all changes between them."""

from typing import Any

from noron.core.errors import SettingError
from noron.lab.experiment import ENDLESS, Experiment

BODY = '''\
"""{steps} steps of a network on {name}, in noron: the losses that the lab has shown."""

from noron.experiments.run import Sources, prepare, training_of
from noron.experiments.spec import RunSpec

RECIPE = """
{recipe}"""


def main():
    spec = RunSpec.from_toml(RECIPE)
    net, rows = prepare(spec, Sources())
    options = training_of(spec, rows){epochs}
    trainer = net.trainer(
        *rows.train, validation=rows.validation, callbacks=spec.stopping(), **options
    )
{training}
    for name, part in {{"train": rows.train, "held_out": rows.validation}}.items():
        if part is not None:
            print(name, repr(net.evaluate(*part)["loss"]))


if __name__ == "__main__":
    main()
'''


def program(experiment: Experiment, begun: Experiment) -> str:
    """Return the program; `begun` is the same experiment before its first step."""
    lines: list[str] = []
    done = 0
    for mark in experiment.marks:
        if mark["step"] > done:
            lines.append(f"trainer.run(steps={mark['step'] - done})")
            done = mark["step"]
        lines.append(_change(mark))
    if experiment.step > done:
        lines.append(f"trainer.run(steps={experiment.step - done})")
    spec = begun.spec
    return BODY.format(
        steps=experiment.step,
        name=spec.data,
        recipe=experiment.begun_with.to_toml(),
        epochs=f' | {{"epochs": {ENDLESS}}}' if begun.is_endless else "",
        training="\n".join("    " + line for line in lines),
    )


def _change(mark: dict[str, Any]) -> str:
    """Return the line that makes a change of the run."""
    key, value = mark["key"], mark["value"]
    if "index" in mark:
        place = ", ".join(map(str, mark["index"]))
        return f'net.network.views()["{key}"][{place}] = {value!r}'
    if key in ("learning_rate", "batch_size", "dropout"):
        return f"trainer.{key} = {value!r}"
    if key in ("l2", "regularizers"):
        return f"trainer.regularizer = spec.but({key}={value!r}).penalties()"
    raise SettingError(f"dialect: {key} was changed in the run, which a program cannot repeat")
