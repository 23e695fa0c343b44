"""`summary`: layer, output shape, parameters: the table that Keras prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.network.kinds.registry import KINDS
from engine.network.network import Layer, Network


@dataclass(frozen=True)
class SummaryRow:
    """One layer's line.

    Attributes:
        layer: "name (Kind)".
        shape: as Keras prints it, "(None, 100, 16)".
        parameters: the numbers in it.
        size: their bytes.
        trained: how many of them training would change.
        reason: why it cannot be replayed, "" if it can.
    """

    layer: str
    shape: str
    parameters: int
    size: int
    trained: int
    reason: str = ""

    @property
    def trainable(self) -> bool:
        """Whether training would change any of its numbers."""
        return self.trained > 0 or self.parameters == 0


@dataclass(frozen=True)
class Summary:
    """The table of a network."""

    name: str
    rows: tuple[SummaryRow, ...]

    @property
    def total(self) -> int:
        """All parameters."""
        return sum(row.parameters for row in self.rows)

    @property
    def trainable(self) -> int:
        """The parameters that training would change."""
        return sum(row.trained for row in self.rows)

    @property
    def trainable_size(self) -> int:
        """Bytes of the parameters that training would change."""
        return sum(row.size * row.trained // row.parameters for row in self.rows if row.parameters)

    @property
    def size(self) -> int:
        """Bytes of all parameters."""
        return sum(row.size for row in self.rows)

    def text(self) -> str:
        """The table as Keras 3 prints it on a terminal of 80 columns."""
        cells = [(row.layer, row.shape, f"{row.parameters:,}") for row in self.rows]
        lines = [
            f'Model: "{self.name}"',
            _rule("┏", "┳", "┓", "━"),
            *_cells(("Layer (type)", "Output Shape", "Param #"), "┃"),
            _rule("┡", "╇", "┩", "━"),
        ]
        for place, row in enumerate(cells):
            lines += [_rule("├", "┼", "┤", "─")] if place else []
            lines += _cells(row, "│")
        fixed, fixed_size = self.total - self.trainable, self.size - self.trainable_size
        lines += [
            _rule("└", "┴", "┘", "─"),
            f" Total params: {self.total:,} ({_readable(self.size)})",
            f" Trainable params: {self.trainable:,} ({_readable(self.trainable_size)})",
            f" Non-trainable params: {fixed:,} ({_readable(fixed_size)})",
        ]
        lines += [f" Not replayed: {row.reason}" for row in self.rows if row.reason]
        return "\n".join(lines)

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
                    **({"refused": row.reason} if row.reason else {}),
                }
                for row in self.rows
            ],
            "total": self.total,
            "trainable": self.trainable,
            "non_trainable": self.total - self.trainable,
        }


def summary(network: Network) -> Summary:
    """The summary of a network; the input layer has no line, as in a Sequential model."""
    return Summary(network.name, tuple(_row(layer) for layer in network.layers))


def _row(layer: Layer) -> SummaryRow:
    return SummaryRow(
        f"{layer.name} ({layer.written_as or layer.kind})",
        str(tuple(layer.output_shape)) if layer.output_shape else "?",
        layer.parameters,
        layer.size,
        trained_numbers(layer),
        "" if layer.refused is None else str(layer.refused),
    )


def trained_numbers(layer: Layer) -> int:
    """How many numbers of a layer training would change."""
    if not layer.options.get("trainable", True):
        return 0
    kind = KINDS.get(layer.kind)
    fixed = () if kind is None else kind.fixed
    still = sum(int(layer.weights[key].size) for key in fixed if key in layer.weights)
    inner = sum(one.parameters - trained_numbers(one) for one in layer.inner)
    return layer.parameters - still - inner


_WIDTHS = (31, 22, 13)
"""What a cell holds in a table of 76 characters; ``keras/src/utils/summary_utils.py``."""


def _rule(left: str, middle: str, right: str, line: str) -> str:
    return left + middle.join(line * (width + 2) for width in _WIDTHS) + right


def _cells(texts: tuple[str, str, str], edge: str) -> list[str]:
    """One row of the table: a text that is too long goes on in the next line."""
    columns = [_wrapped(text, width) for text, width in zip(texts, _WIDTHS, strict=True)]
    lines = []
    for place in range(max(map(len, columns))):
        first, second, third = (column[place] if place < len(column) else "" for column in columns)
        cells = (
            f" {first:<{_WIDTHS[0]}} ",
            f" {second:<{_WIDTHS[1]}} ",
            f" {third:>{_WIDTHS[2]}} ",
        )
        lines.append(edge + edge.join(cells) + edge)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for given in text.split(" "):
        word = given if len(given) <= width else given[: width - 1] + "…"
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _readable(size: float) -> str:
    """Bytes as Keras writes them, "34.41 KB"."""
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1024:
            return f"{size:.2f} {unit}"
        size /= 1024
    return f"{size:.2f} TB"
