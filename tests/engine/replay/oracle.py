"""Layers with random weights, in Gatescope and in Keras, and how far they are apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer
from engine.replay.recurrent import read_layer
from engine.replay.timeline import LayerRecord, laid_out
from engine.replay.trace import LayerTrace

Array = npt.NDArray[Any]

SINGLE, DOUBLE = 1e-6, 1e-12
"""How far a replay may be from Keras, in float32 and in float64."""


MANY_STEPS = 200


@dataclass(frozen=True)
class Case:
    """A recurrent layer and what it reads."""

    kind: str
    units: int = 4
    features: int = 3
    steps: int = 9
    activation: str = "tanh"
    gate: str = "sigmoid"
    bias: bool = True
    reset_after: bool = True
    masked: bool = False
    seed: int = 0

    def layer(self) -> Layer:
        """Gatescope's layer; every weight is a float32, kept as float64.

        The recurrent kernel contracts: with one that amplifies, rounding would grow from
        step to step in any program, and the comparison would tell of that alone.
        """
        random = np.random.default_rng(self.seed)

        def weights(*shape: int | None, scale: float) -> Array:
            values = random.standard_normal([size or 1 for size in shape]) * scale
            return values.astype(np.float32).astype(np.float64)

        options: dict[str, Any] = {
            "units": self.units,
            "activation": self.activation,
            "use_bias": self.bias,
        }
        values = {"recurrent_activation": self.gate, "reset_after": self.reset_after}
        options |= {option: values[option] for option in CELL_KINDS[self.kind].options}
        shapes = KINDS[self.kind].weights(options, ((None, None, self.features),))
        scales = {"kernel": 0.5 / self.features**0.5, "bias": 0.2}
        made = {
            name: weights(*shape, scale=scales.get(name, 0.25 / self.units**0.5))
            for name, shape in shapes.items()
        }
        name = self.kind.lower()
        return Layer(name, self.kind, options, made, (None, None, self.units))

    def inputs(self) -> Array:
        """``(T, F)``, float32 numbers kept as float64."""
        random = np.random.default_rng(self.seed + 1)
        return random.standard_normal((self.steps, self.features)).astype(np.float32).astype(float)

    def mask(self) -> npt.NDArray[np.bool_] | None:
        """Leading steps, some in the middle and the last one are left out; None without."""
        if not self.masked:
            return None
        mask = np.random.default_rng(self.seed + 2).random(self.steps) < 0.7
        mask[: self.steps // 5] = False
        mask[-1] = self.steps % 2 == 0
        return mask

    def replayed(self, dtype: str) -> Array:
        """Gatescope's ``h``, ``(T, U)``."""
        return read_one(self.layer(), self.inputs().astype(dtype), self.mask(), dtype)["h"]

    def in_keras(self, keras: Any, dtype: str) -> Array:
        """The output of Keras's own layer at every step."""
        import tensorflow as tf

        layer = self.layer()
        options = dict(layer.options)
        for key in ("activation", "recurrent_activation"):
            if options.get(key) == "hard_sigmoid_keras2":
                options[key] = lambda x: tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0)
        # Weights that are drawn and then replaced take longer, if many, than all the steps.
        options |= {"kernel_initializer": "zeros", "recurrent_initializer": "zeros"}
        made = getattr(keras.layers, self.kind)(**options, return_sequences=True, dtype=dtype)
        inputs = self.inputs()[None].astype(dtype)
        made.build(inputs.shape)
        made.set_weights(list(layer.weights.values()))
        mask = self.mask()
        marks = None if mask is None else tf.constant(mask[None])
        # Of many steps Keras makes a graph sooner than it takes them one by one.
        read = tf.function(made) if self.steps > MANY_STEPS else made
        return np.asarray(read(inputs, mask=marks))[0]


def read_one(
    layer: Layer, inputs: Array, mask: npt.NDArray[np.bool_] | None, dtype: str
) -> dict[str, Array]:
    """The series ``(T, U)`` of a layer that reads one sequence, a batch of one."""
    result = read_layer(layer, inputs[None], None if mask is None else mask[None], dtype)
    return {key: values[0] for key, values in result.series.items()}


def traced(
    layer: Layer, inputs: Array, mask: npt.NDArray[np.bool_] | None, dtype: str
) -> LayerTrace:
    """A layer's reading, a time step for each of its own."""
    masks = None if mask is None else mask[None]
    result = read_layer(layer, inputs[None], masks, dtype)
    times = np.arange(len(inputs), dtype=np.int32)
    record = LayerRecord(
        layer, result.series, inputs[None], masks, times, result.start, backwards=False
    )
    return laid_out(record, len(inputs)).row(0)


def distance(found: Array, wanted: Array) -> float:
    """The largest difference, relative to values beyond 1."""
    assert found.shape == wanted.shape
    assert np.isfinite(wanted).all(), "the case itself overflows"
    scale = np.maximum(1.0, np.abs(wanted.astype(np.float64)))
    return float((np.abs(found.astype(np.float64) - wanted) / scale).max())


def check_parity(keras: Any, case: Case, dtypes: tuple[str, ...] = ("float32", "float64")) -> None:
    """Hold a replay against Keras.

    In float64: to 1e-12.  In float32: to 1e-6, and where Keras in float32 is itself
    farther than that from the exact (float64) values, to 1e-6 more than that distance.
    TensorFlow's float32 tanh is up to 3e-7 off, and a wide SimpleRNN sums that up:
    SimpleRNN(512) in Keras is 1.3e-6 from exact.  Values beyond 1 are compared relatively.
    """
    exact = case.replayed("float64")
    if "float64" in dtypes:
        gap = distance(exact, case.in_keras(keras, "float64"))
        assert gap <= DOUBLE, f"{case} in float64 is {gap:.1e} from Keras"
    if "float32" in dtypes:
        ours, theirs = case.replayed("float32"), case.in_keras(keras, "float32")
        own = distance(theirs, exact)
        bound = SINGLE if own <= SINGLE else SINGLE + own
        gap = distance(ours, theirs)
        assert gap <= bound, f"{case} in float32 is {gap:.1e} from Keras (Keras itself {own:.1e})"
        assert ours.dtype == np.float32
