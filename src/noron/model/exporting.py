"""`net.export`: write a network for other programs, in the formats of `noron.export`."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noron.core.types import Array
from noron.data.tables import Encoding
from noron.data.targets import Targets
from noron.model.inspection import Inspectable

if TYPE_CHECKING:
    from noron.export import Exported


class Exportable(Inspectable, ABC):
    """A network that can be written for other programs; a base class of `NeuralNetwork`."""

    targets: Targets
    encoding: Encoding | None
    feature_names: tuple[str, ...] | None
    target_name: str | None

    @abstractmethod
    def predict_proba(self, X: Any, out: Array | None = None) -> Array:
        """Return the predictions, shape (rows, outputs)."""

    def export(self, path: str | Path, to: str | None = None, **options: Any) -> "Exported":
        """Write the network for other programs, and compare 1,000 of their predictions with its.

        Args:
            path: the file; its suffix names the format, unless `to` does.
            to: a format by its name, such as "onnx"; docs/catalogue.md lists them.
            options: settings of the format.

        Returns:
            The files, and the largest difference between the predictions.

        Raises:
            SettingError: for an unknown format, and for a network that it cannot hold, such as
                one with layers of your own; nothing is written then.
        """
        # imported late: `import noron` stays fast
        from noron.export import ExportModel, branch_of, check_loss, export_model

        check_loss(self.loss)
        network = self.network
        model = ExportModel(
            branches=(branch_of([network], self.encoding),),
            link=self.loss.link,
            targets=self.targets,
            n_inputs=network.n_inputs,
            n_outputs=network.n_outputs,
            dtype=str(network.theta.dtype),
            predict=self.predict_proba,
            feature_names=self.feature_names,
            target_name=self.target_name,
        )
        return export_model(model, path, to, **options)
