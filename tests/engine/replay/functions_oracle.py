"""A layer without a state with random weights, in Keras and from its configuration in ours."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.formats.functions import function_of
from engine.network.formats.layers import masking_of
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer, Shape

Array = npt.NDArray[Any]

SETTINGS = {
    "ReLU": ("relu", {"negative_slope": 0.0, "max_value": None, "threshold": 0.0}),
    "LeakyReLU": ("leaky_relu", {"negative_slope": 0.3}),
    "ELU": ("elu", {"alpha": 1.0}),
}


@dataclass(frozen=True)
class Case:
    """A layer, its options, and the shapes of its inputs without the batch.

    Attributes:
        kind: the Keras class name.
        options: what the class is called with.
        shapes: of the inputs; ``(T,)`` and ``ids`` for whole numbers below it.
        ids: how many ids there are; 0 for numbers.
        masked: which inputs have a mask.
        known: whether the shape function is told the sizes.
        keras: in which Kerases it is.
    """

    kind: str
    options: dict[str, Any] = field(default_factory=dict)
    shapes: tuple[tuple[int, ...], ...] = ((6, 4),)
    ids: int = 0
    masked: tuple[bool, ...] = ()
    keras: tuple[int, ...] = (2, 3)

    def __str__(self) -> str:
        inner = ",".join(f"{key}={value}" for key, value in self.options.items())
        shapes = "+".join("x".join(map(str, shape)) for shape in self.shapes)
        masked = "".join("-m"[one] for one in self.masked)
        return f"{self.kind}({inner}) {shapes} {masked}".strip()

    def inputs(self, dtype: str, batch: int = 3) -> list[Array]:
        """Random inputs; a mask value (0) stands in some steps."""
        random = np.random.default_rng(1)
        found = []
        for shape in self.shapes:
            if self.ids:
                found.append(random.integers(0, self.ids, (batch, *shape)).astype(np.int32))
                continue
            values = random.standard_normal((batch, *shape))
            if len(shape) > 1:
                values[random.random((batch, shape[0])) < 0.2] = 0
            found.append(values.astype(np.float32).astype(dtype))
        return found

    def masks(self, batch: int = 3) -> list[Array | None]:
        """Random masks; never all of the steps."""
        random = np.random.default_rng(2)
        found: list[Array | None] = []
        for place, shape in enumerate(self.shapes):
            if place >= len(self.masked) or not self.masked[place]:
                found.append(None)
                continue
            mask = random.random((batch, shape[0])) < 0.6
            mask[:, -1] = True
            found.append(mask)
        return found


def made(library: Any, case: Case, dtype: str) -> Any:
    """Keras's layer with random weights; every one a float32."""
    layer = getattr(library.layers, case.kind)(**case.options, dtype=dtype)
    shapes = [(None, *shape) for shape in case.shapes]
    if case.kind != "MultiHeadAttention":
        layer.build(shapes if len(shapes) > 1 else shapes[0])
    elif hasattr(layer, "_build_from_signature"):  # Keras 2 makes them as it is called
        layer(*(np.zeros((1, *shape), dtype) for shape in case.shapes))
    else:
        layer.build(*shapes)
    random = np.random.default_rng(3)
    weights = []
    for weight in layer.weights:
        shape = tuple(weight.shape)
        values = random.standard_normal(shape) / max(1.0, np.prod(shape[:-1]) ** 0.5)
        if "variance" in weight.name or "stddev" in weight.name:
            values = 0.2 + np.abs(values)
        if "count" in weight.name:
            values = np.array(7)
        weights.append(np.asarray(values, np.float32))
    layer.set_weights(weights)
    if case.kind == "Normalization":
        layer.finalize_state()
    return layer


def called(layer: Any, case: Case, tensors: list[Any], **arguments: Any) -> Any:
    """What Keras's layer makes of its inputs."""
    if case.kind == "MultiHeadAttention":
        return layer(*tensors, **arguments)
    return layer(tensors if len(tensors) > 1 else tensors[0], **arguments)


def options_of(layer: Any, kind: str, keras2: bool = False) -> dict[str, Any]:
    """The configuration as a file has it, activations by name, and only what a kind keeps."""
    written = json.loads(json.dumps(layer.get_config(), default=_plain))
    options = {key: value for key, value in written.items() if key in KINDS[kind].options}
    if "activation" in written:
        options["activation"] = function_of(layer.name, written["activation"], keras2)
    if kind in SETTINGS:
        options["activation"] = _call(kind, written)
    if kind == "MultiHeadAttention":
        options["masking"] = masking_of(written, keras2, asked=False)
    return options


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else list(value)


def _call(kind: str, written: dict[str, Any]) -> str:
    """An activation layer as a call, as `engine.network.activations` reads it."""
    name, settings = SETTINGS[kind]
    parts = []
    for key in settings:
        value = written.get(key, written.get("alpha"))
        if value is not None:
            parts.append(f"{key}={float(_number(value))!r}")
    return f"{name}({', '.join(parts)})"


def _number(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


def ours(layer: Any, case: Case, keras2: bool = False) -> Layer:
    """Our layer, its weights by the names and the order that its kind tells."""
    options = options_of(layer, case.kind, keras2)
    shapes = tuple((None, *shape) for shape in case.shapes)
    kind = KINDS[case.kind]
    expected = kind.weights({**options, "name": "x"}, shapes)
    found = [np.asarray(weight) for weight in layer.get_weights()]
    assert [weight.shape for weight in found] == list(expected.values())
    shape: Shape = kind.shape({**options, "name": "x"}, shapes)
    return Layer(layer.name, case.kind, options, dict(zip(expected, found, strict=True)), shape)


def distance(found: Array, wanted: Array) -> float:
    """The largest difference, relative to values beyond 1; NaN must be where NaN is."""
    assert found.shape == wanted.shape
    scale = np.maximum(1.0, np.abs(wanted.astype(np.float64)))
    apart = np.abs(found.astype(np.float64) - wanted) / scale
    assert np.array_equal(np.isnan(found), np.isnan(wanted))
    return float(np.nanmax(apart))
