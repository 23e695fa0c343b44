"""Sizes of what moves a window along axes: convolutions and pooling."""

from __future__ import annotations

from dataclasses import dataclass

from engine.network.kinds.checks import choice, integers, misfit, only_shape, unsupported
from engine.network.kinds.kind import Options, Shapes
from engine.network.network import Shape


@dataclass(frozen=True)
class Window:
    """A window along one axis.

    Attributes:
        size: how many positions it has.
        stride: how far it moves.
        dilation: how far its positions are apart.
        padding: ``valid``, ``same`` or ``causal``.
    """

    size: int
    stride: int = 1
    dilation: int = 1
    padding: str = "valid"

    @property
    def span(self) -> int:
        """How far it reaches."""
        return (self.size - 1) * self.dilation + 1

    def count(self, length: int) -> int:
        """How many places it has on an axis of that length; source: ``operation_utils.py``."""
        if self.padding == "valid":
            return (length - self.span) // self.stride + 1
        return (length - 1) // self.stride + 1

    def margins(self, length: int) -> tuple[int, int]:
        """How many positions are added before and after an axis of that length."""
        if self.padding == "valid":
            return 0, 0
        if self.padding == "causal":
            return self.span - 1, 0
        lacking = max((self.count(length) - 1) * self.stride + self.span - length, 0)
        return lacking // 2, lacking - lacking // 2


def windows(options: Options, size: str, rank: int) -> tuple[Window, ...]:
    """The windows of a layer along so many axes, without batch and channels.

    ``size`` is the name of the option that has their sizes: ``kernel_size`` or ``pool_size``.

    Raises:
        ModelError: an option is not usable.
    """
    sizes = integers(options, size, rank, 2 if size == "pool_size" else None)
    strides = sizes
    if size != "pool_size" or options.get("strides") is not None:
        strides = integers(options, "strides", rank, 1)
    dilations = integers(options, "dilation_rate", rank, 1)
    allowed = ("valid", "same", "causal") if rank == 1 else ("valid", "same")
    padding = choice(options, "padding", allowed)
    each = zip(sizes, strides, dilations, strict=True)
    return tuple(Window(*numbers, padding) for numbers in each)


def channels_first(options: Options, rank: int) -> bool:
    """Whether the channels are the first axis after that of the batch.

    Raises:
        UnsupportedError: they are, and there is only the axis of time besides them.
        ModelError: the option is not usable.
    """
    first = choice(options, "data_format", ("channels_last", "channels_first")) == "channels_first"
    if first and rank == 1:
        raise unsupported(options, "data_format", "channels_first")
    return first


def parted(options: Options, shapes: Shapes, rank: int) -> tuple[Shape, int | None]:
    """The sizes along the window's axes, and the number of channels; ``((), None)`` unknown."""
    shape = only_shape(options, shapes, least=rank + 2, most=rank + 2)
    first = channels_first(options, rank)
    if not shape:
        return (), None
    return (shape[2:], shape[1]) if first else (shape[1:-1], shape[-1])


def joined(options: Options, shapes: Shapes, sizes: Shape, channels: int | None) -> Shape:
    """An output shape of the sizes along the window's axes and the number of channels."""
    batch = shapes[0][0]
    if channels_first(options, len(sizes)):
        return (batch, channels, *sizes)
    return (batch, *sizes, channels)


def counted(options: Options, shapes: Shapes, found: tuple[Window, ...], lengths: Shape) -> Shape:
    """How many places each window has.

    Raises:
        ModelError: one has none.
    """
    counts = tuple(
        None if length is None else window.count(length)
        for window, length in zip(found, lengths, strict=True)
    )
    if any(count is not None and count < 1 for count in counts):
        raise misfit(options, shapes)
    return counts
