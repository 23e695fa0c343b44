"""Operations of TensorFlow in a graph of Keras 2, as the operations of Keras 3.

``x[:, -1]`` is a ``SlicingOpLambda`` there, ``x + 1`` a ``TFOpLambda``; only functions that
are listed here are known, and nothing is looked up by name in a library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.network.formats.entries import Entry

_BINARY: Mapping[str, str] = {
    "math.add": "Add",
    "__operators__.add": "Add",
    "math.subtract": "Subtract",
    "math.multiply": "Multiply",
    "math.divide": "Divide",
    "math.truediv": "Divide",
    "math.pow": "Power",
    "math.maximum": "Maximum",
    "math.minimum": "Minimum",
    "math.equal": "Equal",
    "math.not_equal": "NotEqual",
    "math.greater": "Greater",
    "math.greater_equal": "GreaterEqual",
    "math.less": "Less",
    "math.less_equal": "LessEqual",
}
_PLAIN: Mapping[str, str] = {
    "math.negative": "Negative",
    "math.abs": "Absolute",
    "math.exp": "Exp",
    "math.log": "Log",
    "math.sqrt": "Sqrt",
    "math.square": "Square",
    "math.sign": "Sign",
    "math.tanh": "Tanh",
    "math.sigmoid": "Sigmoid",
    "nn.relu": "Relu",
    "identity": "StopGradient",
    "stop_gradient": "StopGradient",
}
_REDUCED: Mapping[str, str] = {
    "math.reduce_mean": "Mean",
    "math.reduce_sum": "Sum",
    "math.reduce_max": "Max",
    "math.reduce_min": "Min",
    "math.reduce_prod": "Prod",
}
_NAMED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    **{name: (kind, {"axis": "axis", "keepdims": "keepdims"}) for name, kind in _REDUCED.items()},
    "expand_dims": ("ExpandDims", {"axis": "axis"}),
    "squeeze": ("Squeeze", {"axis": "axis"}),
    "reshape": ("Reshape", {"shape": "newshape"}),
    "concat": ("Concatenate", {"axis": "axis"}),
    "stack": ("Stack", {"axis": "axis"}),
    "transpose": ("Transpose", {"perm": "axes"}),
    "reverse": ("Flip", {"axis": "axis"}),
    "nn.softmax": ("Softmax", {"axis": "axis"}),
    "cast": ("Cast", {"dtype": "dtype"}),
    "repeat": ("Repeat", {"repeats": "repeats", "axis": "axis"}),
}
"""By TensorFlow's name: the operation of Keras 3, and its options by TensorFlow's keywords."""


FUNCTIONS = frozenset((*_BINARY, *_PLAIN, *_REDUCED, *_NAMED))
"""The functions of TensorFlow that are known, by its names."""


def as_operation(entry: Entry, arguments: Mapping[str, Any]) -> tuple[Entry, Mapping[str, Any]]:
    """An operation of TensorFlow as one of Keras; anything else as it is.

    The arguments are ``args`` and ``kwargs`` of its call, None in place of each tensor.
    """
    keywords = arguments.get("kwargs")
    given = dict(keywords) if isinstance(keywords, Mapping) else {}
    if entry.kind == "SlicingOpLambda":
        spec = given.get("slice_spec")
        parts = [_slice(part) for part in spec] if isinstance(spec, list) else None
        return replace(entry, kind="ops.GetItem"), {"args": [None, parts], "kwargs": {}}
    if entry.kind != "TFOpLambda":
        return entry, arguments
    function = str(entry.options.get("function"))
    given.pop("name", None)
    if function in _BINARY and set(given) == {"y"}:
        first = arguments.get("args")
        operands = [*(first[:1] if isinstance(first, list) else [None]), given["y"]]
        return replace(entry, kind=f"ops.{_BINARY[function]}"), {"args": operands, "kwargs": {}}
    if function in _PLAIN and not any(value is not None for value in given.values()):
        return replace(entry, kind=f"ops.{_PLAIN[function]}"), {}
    if function in _NAMED:
        kind, names = _NAMED[function]
        if all(key in names for key, value in given.items() if value not in (None, False)):
            options = {names[key]: value for key, value in given.items() if key in names}
            return replace(entry, kind=f"ops.{kind}", options={**entry.options, **options}), {}
    return entry, arguments


def _slice(part: Any) -> Any:
    if isinstance(part, Mapping) and set(part) == {"start", "stop", "step"}:
        return {"class_name": "__slice__", "config": dict(part)}
    return part
