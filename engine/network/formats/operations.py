"""Operations of TensorFlow in a graph of Keras 2, as the operations of Keras 3.

``x[:, -1]`` is a ``SlicingOpLambda`` there, ``x + 1`` a ``TFOpLambda``; only functions that
are listed here are known, and nothing is looked up by name in a library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.network.formats.entries import Entry

FUNCTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "math.add": ("ops.Add", ("y",)),
    "__operators__.add": ("ops.Add", ("y",)),
    "math.subtract": ("ops.Subtract", ("y",)),
    "math.multiply": ("ops.Multiply", ("y",)),
    "math.divide": ("ops.Divide", ("y",)),
    "math.truediv": ("ops.Divide", ("y",)),
    "math.negative": ("ops.Negative", ()),
    "math.reduce_mean": ("ops.Mean", ("axis", "keepdims")),
    "math.reduce_sum": ("ops.Sum", ("axis", "keepdims")),
    "math.reduce_max": ("ops.Max", ("axis", "keepdims")),
    "expand_dims": ("ops.ExpandDims", ("axis",)),
    "squeeze": ("ops.Squeeze", ("axis",)),
    "reshape": ("ops.Reshape", ("shape",)),
    "math.not_equal": ("ops.NotEqual", ("y",)),
}
"""By TensorFlow's name: the operation of Keras 3, and the keywords that it takes, in order."""


def as_operation(entry: Entry, arguments: Mapping[str, Any]) -> tuple[Entry, Mapping[str, Any]]:
    """An operation of TensorFlow as one of Keras; anything else as it is."""
    keywords = arguments.get("kwargs")
    given: Mapping[str, Any] = keywords if isinstance(keywords, Mapping) else {}
    if entry.kind == "SlicingOpLambda":
        spec = given.get("slice_spec")
        parts = [_slice(part) for part in spec] if isinstance(spec, list) else None
        return replace(entry, kind="ops.GetItem"), {"args": [None, parts], "kwargs": {}}
    if entry.kind == "TFOpLambda":
        found = FUNCTIONS.get(str(entry.options.get("function")))
        if found is not None:
            kind, names = found
            args = [None, *(given[name] for name in names if given.get(name) is not None)]
            if names[:1] == ("y",):
                args = args[:1] if len(args) == 1 else args[:2]
            return replace(entry, kind=kind), {"args": args, "kwargs": {}}
    return entry, arguments


def _slice(part: Any) -> Any:
    if isinstance(part, Mapping) and set(part) == {"start", "stop", "step"}:
        return {"class_name": "__slice__", "config": dict(part)}
    return part
