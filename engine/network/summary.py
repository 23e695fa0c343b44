"""`summary`: layer, output shape, parameters: the table that Keras prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.network.network import Network


@dataclass(frozen=True)
class Row:
    """One layer's line.

    Attributes:
        layer: "name (Kind)".
        shape: as Keras prints it, "(None, 100, 16)".
        parameters: trained numbers.
        trainable: whether training would change them.
    """

    layer: str
    shape: str
    parameters: int
    trainable: bool


@dataclass(frozen=True)
class Summary:
    """The table of a network."""

    name: str
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """All parameters."""
        return sum(row.parameters for row in self.rows)

    @property
    def trainable(self) -> int:
        """The parameters that training would change."""
        return sum(row.parameters for row in self.rows if row.trainable)

    def text(self) -> str:
        """The table in Keras's layout."""
        head = ("Layer (type)", "Output Shape", "Param #")
        lines = [(row.layer, row.shape, f"{row.parameters:,}") for row in self.rows]
        widths = [max(len(line[k]) for line in (head, *lines)) + 2 for k in range(3)]
        rule = "─" * (sum(widths) + 4)

        def line(cells: tuple[str, str, str]) -> str:
            first, second, third = cells
            return f" {first:<{widths[0]}} {second:<{widths[1]}} {third:>{widths[2]}}"

        body = [line(cells) for cells in lines]
        return "\n".join(
            [
                f'Model: "{self.name}"',
                rule,
                line(head),
                rule,
                *body,
                rule,
                f" Total params: {self.total:,}",
                f" Trainable params: {self.trainable:,}",
                f" Non-trainable params: {self.total - self.trainable:,}",
            ]
        )

    def data(self) -> dict[str, Any]:
        """The table as plain data, for JSON."""
        return {
            "name": self.name,
            "layers": [
                {
                    "layer": row.layer,
                    "output_shape": row.shape,
                    "parameters": row.parameters,
                    "trainable": row.trainable,
                }
                for row in self.rows
            ],
            "total": self.total,
            "trainable": self.trainable,
            "non_trainable": self.total - self.trainable,
        }


def summary(network: Network) -> Summary:
    """The summary of a network; the input layer has no line, as in a Sequential model."""
    return Summary(
        network.name,
        tuple(
            Row(
                f"{layer.name} ({layer.kind})",
                str(tuple(layer.output_shape)),
                layer.parameters,
                bool(layer.options.get("trainable", True)),
            )
            for layer in network.layers
        ),
    )
