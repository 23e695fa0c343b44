"""The operations of Keras 3 (``keras.ops``) that a functional model may hold: ``ops.Add``.

No operation here mixes the sequences of a batch; one that would is refused.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds.kind import Kind
from engine.network.kinds.operations import elementwise, indexing, products, shaping

KINDS: Mapping[str, Kind] = {
    f"ops.{name}": kind
    for module in (elementwise, shaping, products, indexing)
    for name, kind in module.KINDS.items()
}
