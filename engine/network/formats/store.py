"""`Store`: where the weights of a file lie, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from engine.network.formats.entries import Place


class Store(Protocol):
    """The weights of one file, as datasets that are not read yet."""

    def share(self, name: str, places: tuple[Place, ...]) -> None:
        """A layer of that name may be filed there too.

        A layer that stands alone and inside a TimeDistributed is filed once, where Keras
        met it first.
        """

    def weights(self, places: tuple[Place, ...], wanted: Sequence[str]) -> list[Any]:
        """A layer's weights, in the order in which the layer made them.

        Args:
            places: where they are filed, from the outermost model inwards.
            wanted: their short names (``kernel``), in that order.

        Returns:
            h5py datasets; as many as there are, but at most one more than are wanted.

        Raises:
            ModelError: they lie outside of the file, or are far too large.
        """

    def first(self, places: tuple[Place, ...]) -> Any:
        """The first of a layer's weights, which stays to be taken; None if there is none."""

    def numbers(self, places: tuple[Place, ...]) -> int:
        """How many numbers are filed for a layer of which nothing else is known."""
