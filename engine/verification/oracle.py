"""Keras itself, asked for every number: its models, its layers, its cells, its activations.

Runs in the verification process only.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.activations import with_settings
from engine.network.cell_kinds import CELL_KINDS, INITIAL, CellKind
from engine.network.formats.functions import ACTIVATION_LAYERS
from engine.network.formats.wrapped_cells import unique
from engine.network.network import INDEXING, MAPS, RECURRENT, Layer
from engine.training.keras_model import quiet_keras
from engine.verification.keras_maps import series_of_maps
from engine.verification.trusted import why_not

Array = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Loaded:
    """A model in a Keras that opens it.

    Attributes:
        model: Keras's, None where no Keras opens it.
        by: "keras", "tf-keras" or "rebuilt".
        version: of that Keras.
        reason: what Keras said where it did not open it.
    """

    model: Any
    by: str
    version: str
    reason: str = ""


def load(path: Path, *, keras2: bool = False) -> Loaded:
    """The model of a file, in Keras 3 if that opens it, else in tf-keras.

    A file that could make Keras run anything but its own code is not given to it.  Where Keras 1
    or 2 wrote it, tf-keras is the judge, and Keras 3 only where that does not open it, for a few
    names mean other functions there.

    Raises:
        ImportError: TensorFlow or Keras is not installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of options that Keras 2 had and Keras 3 has not
        keras = quiet_keras()
        reason = why_not(path)
        if reason:
            return Loaded(None, "rebuilt", keras.__version__, f"Keras was not asked: {reason}")
        for name in ("tf_keras", "keras") if keras2 else ("keras", "tf_keras"):
            try:
                library = importlib.import_module(name)
                model = library.models.load_model(path, compile=False, safe_mode=True)
                by = "keras" if name == "keras" else "tf-keras"
                return Loaded(model, by, library.__version__)
            except Exception as error:  # noqa: BLE001  # whatever Keras meets in such a file
                reason = reason or str(error)
        return Loaded(None, "rebuilt", keras.__version__, reason)


@dataclass(eq=False)
class Heard:
    """One call of a recurrent layer, as Keras made it.

    Attributes:
        layer: Keras's.
        inputs: ``(N, T, F)``.
        mask: ``(N, T) bool`` or None.
        states: the initial ones, ``(N, U)`` each; empty for zeros.
    """

    layer: Any
    inputs: Array
    mask: npt.NDArray[np.bool_] | None
    states: list[Array]


def listen(model: Any, inputs: list[npt.NDArray[Any]]) -> tuple[list[Array], dict[str, Heard]]:
    """Let Keras's model read, and note what its recurrent layers are called with.

    Args:
        model: of Keras 3 or tf-keras.
        inputs: batches ``(B, ...)`` of the model's inputs, in its order.

    Returns:
        its outputs, ``(B, ...)`` each; what was heard, by the names that the layers' traces have.
    """
    heard: dict[str, Heard] = {}
    for name, layer in _recurrent(model, ""):
        _tap(layer, name, heard)
    if (size := _batch_size(model)) is None:
        return _answers(model, inputs), _each_cell(heard)
    # A stateful model reads so many at once and no other number; each begins from zero.
    answers, parts = [], []
    for k in range(len(inputs[0])):
        heard.clear()
        _begin(model)
        batch = [np.repeat(values[k : k + 1], size, 0) for values in inputs]
        answers.append(_answers(model, batch))
        parts.append(dict(heard))
    heard = {name: _joined([part[name] for part in parts]) for name in parts[0]}
    return [_first_rows(outputs) for outputs in zip(*answers, strict=True)], _each_cell(heard)


def _answers(model: Any, inputs: list[npt.NDArray[Any]]) -> list[Array]:
    tensors = [_tensor(values) for values in inputs]
    answer = model(tensors[0] if len(tensors) == 1 else tensors, training=False)
    answers = list(answer.values()) if isinstance(answer, dict) else answer
    answers = list(answers) if isinstance(answers, (list, tuple)) else [answers]
    return [np.asarray(values) for values in answers]


def _batch_size(model: Any) -> int | None:
    """How many sequences a model insists on reading at once; None for any number."""
    sizes = (tensor.shape[0] for tensor in getattr(model, "inputs", None) or [])
    return next((int(size) for size in sizes if size is not None), None)


def _begin(model: Any) -> None:
    """Every layer's state is zero again."""
    for _, layer in _recurrent(model, ""):
        if getattr(layer, "stateful", False):
            (getattr(layer, "reset_state", None) or layer.reset_states)()


def _joined(calls: list[Heard]) -> Heard:
    """The first sequence of each of several calls."""
    layer, mask = calls[0].layer, calls[0].mask
    return Heard(
        layer,
        _first_rows(call.inputs for call in calls),
        None if mask is None else _first_rows(call.mask for call in calls),
        [_first_rows(states) for states in zip(*(call.states for call in calls), strict=True)],
    )


def _first_rows(batches: Iterable[Any]) -> npt.NDArray[Any]:
    """The first sequence of each batch ``(B, ...)``, as a batch."""
    return np.concatenate([batch[:1] for batch in batches])


def words_for(
    model: Any, count: int, steps: int
) -> tuple[npt.NDArray[Any], npt.NDArray[np.int32]] | None:
    """Words of the model's own dictionary, for so many sequences of so many steps: what the model
    is given, and the ids ``(count, T)`` that Keras makes of them; None without a dictionary."""
    layer = next((each for each in model.layers if type(each).__name__ in INDEXING), None)
    if layer is None:
        return None
    vocabulary = map(str, layer.get_vocabulary())
    known = [word for word in vocabulary if word and word != "[UNK]"] or ["a"]
    chosen = np.random.default_rng(0).choice(np.array(known, object), (count, steps))
    if type(layer).__name__ == "TextVectorization":
        chosen = np.array([[" ".join(row)] for row in chosen], object)
    return chosen, np.asarray(layer(_tensor(chosen.astype(str)))).astype(np.int32)


def _recurrent(model: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """The recurrent layers of a Keras model and of those inside it, by the names of ours."""
    for layer in model.layers:
        name, kind = f"{prefix}{layer.name}", type(layer).__name__
        if kind in (*RECURRENT, *MAPS, "RNN"):
            yield name, layer
        elif kind == "Bidirectional":
            yield f"{name}/forward", layer.forward_layer
            yield f"{name}/backward", layer.backward_layer
        elif hasattr(layer, "layers"):
            yield from _recurrent(layer, f"{name}/")


def _tap(layer: Any, name: str, heard: dict[str, Heard]) -> None:
    """Note what a layer is called with."""
    call = layer.call

    def noting(*args: Any, **kwargs: Any) -> Any:
        states = kwargs.get("initial_state")
        mask = kwargs.get("mask")
        mask = mask[0] if isinstance(mask, (list, tuple)) else mask
        inputs = args[0] if args else kwargs.get("sequences", kwargs.get("inputs"))
        if isinstance(inputs, (list, tuple)):  # the initial state, as Keras 2 lists it
            inputs, states = inputs[0], inputs[1:]
        if not isinstance(states, (list, tuple)):
            states = [] if states is None else [states]
        place, count = name, 1
        while place in heard:
            count += 1
            place = f"{name} ({count})" if "/" not in name else _again(name, count)
        heard[place] = Heard(
            layer,
            np.asarray(inputs),
            None if mask is None else np.asarray(mask).astype(bool),
            [np.asarray(state) for state in _flat(states)],
        )
        return call(*args, **kwargs)

    layer.call = noting


def _again(name: str, count: int) -> str:
    """The name of a further call: of a Bidirectional, the number stands before the way."""
    outer, _, way = name.rpartition("/")
    return f"{outer} ({count})/{way}" if way in ("forward", "backward") else f"{name} ({count})"


def _flat(states: Any) -> Iterator[Any]:
    """The states of one cell, or of several, which are lists in a list."""
    for state in states:
        if isinstance(state, (list, tuple)):
            yield from _flat(state)
        else:
            yield state


@dataclass(frozen=True)
class _OneCell:
    """A cell of several, one on the other, as `series_of` wants it."""

    cell: Any


def _each_cell(heard: dict[str, Heard]) -> dict[str, Heard]:
    """Cells, one on the other, are layers of ours: what each of them is called with."""
    result: dict[str, Heard] = {}
    for name, one in heard.items():
        if (cells := getattr(getattr(one.layer, "cell", None), "cells", None)) is None:
            result[name] = one
            continue
        inputs, states = one.inputs, one.states
        for cell, own in zip(cells, unique([str(cell.name) for cell in cells]), strict=True):
            count = len(_kind_of(cell).states)
            part = Heard(_OneCell(cell), inputs, one.mask, states[:count])
            result[_of_cell(name, own)] = part
            inputs, states = series_of(part, backwards=one.layer.go_backwards)["h"], states[count:]
    return result


def _of_cell(name: str, cell: str) -> str:
    """The name of the trace of a cell: the number of a further call stands at its end."""
    found = re.fullmatch(r"(.*?)( \(\d+\))?(/forward|/backward)?", name, re.DOTALL)
    assert found is not None
    return f"{found[1]}{found[3] or ''}/{cell}{found[2] or ''}"


def _kind_of(cell: Any) -> CellKind:
    """The row of one of Keras's cells."""
    return CELL_KINDS[type(cell).__name__.removesuffix("Cell")]


def rebuilt(layer: Layer, shapes: list[tuple[int, ...]]) -> Any:
    """Keras 3's own layer with the weights of ours, for batches of these shapes; None where it
    has none of that kind."""
    import keras

    options = {
        key: value
        for key, value in layer.options.items()
        if key not in ("trainable", "input_length", "dtype") and value is not None
    }
    for key in ("activation", "recurrent_activation"):
        if key in options:
            options[key] = _function(keras, str(options[key]))
    kind = layer.kind
    if kind == "Softmax":
        options = {"axis": layer.options.get("axis", -1)}
    elif kind in ACTIVATION_LAYERS:
        kind, options = "Activation", {"activation": options["activation"]}
    layer_class = getattr(keras.layers, kind, None)
    if layer_class is None or kind.startswith("ops."):
        return None
    try:
        result = layer_class(**options, dtype="float32")
        if layer.weights:
            # Built by name: a list of shapes is for a layer of several inputs.
            result.build(shapes[0] if len(shapes) == 1 else shapes)
            own = INITIAL.values()  # the states in which it begins are given to it apart
            result.set_weights([one for name, one in layer.weights.items() if name not in own])
    except (TypeError, ValueError):
        return None  # Keras 3 has no such layer with these options
    return result


def _function(keras: Any, name: str) -> Any:
    """Keras's function of one of our names, settings and all."""
    if name == "hard_sigmoid_keras2":
        return lambda x: keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)
    plain, settings = with_settings(name)
    if plain in ("linear", "tanh", "hard_sigmoid") and settings:  # ONNX's; Keras has no settings
        alpha, beta = settings["alpha"], settings["beta"]
        return {
            "linear": lambda x: alpha * x + beta,
            "tanh": lambda x: alpha * keras.ops.tanh(beta * x),
            "hard_sigmoid": lambda x: keras.ops.clip(alpha * x + beta, 0.0, 1.0),
        }[plain]
    return partial(keras.activations.get(plain), **settings) if settings else plain


def series_of(heard: Heard, *, backwards: bool = False) -> dict[str, Array]:
    """Every series of a recurrent layer, by driving Keras's cell step by step.

    States come from the cell's own ``call``; gates from its weights and its activations.

    Args:
        heard: a call of the layer.
        backwards: whether it reads the last step first.

    Returns:
        ``(N, T, U)`` each, in the order of the input; maps ``(N, T, ..., U)`` where they are such.
    """
    layer, values, mask = heard.layer, heard.inputs, heard.mask
    if type(layer).__name__ in MAPS:
        return series_of_maps(layer, values, mask, heard.states, backwards=backwards)
    cell = layer.cell
    kind = _kind_of(cell)
    if backwards:
        values, mask = values[:, ::-1], None if mask is None else mask[:, ::-1]
    count, steps, _ = values.shape
    zero = np.zeros((count, int(cell.units)), values.dtype)
    before: list[Array] = [np.asarray(state, values.dtype) for state in heard.states]
    before = before or [zero] * len(kind.states)
    rows: list[list[Array]] = []
    hidden: list[Array] = []
    for t in range(steps):
        hidden.append(before[0])
        given = [_tensor(state) for state in before]
        _, after = cell.call(_tensor(values[:, t]), given, training=False)
        after = list(after) if isinstance(after, (list, tuple)) else [after]
        now = [np.asarray(state) for state in after]
        if mask is not None:
            live = mask[:, t, None]
            now = [np.where(live, new, old) for new, old in zip(now, before, strict=True)]
        rows.append(now)
        before = now
    series = _gates(kind, cell, values, np.stack(hidden, axis=1))
    if mask is not None:
        series = {key: _held(gate, mask) for key, gate in series.items()}
    for key, each in zip(kind.states, zip(*rows, strict=True), strict=True):
        series[key] = np.stack(each, axis=1)
    return {key: each[:, ::-1] for key, each in series.items()} if backwards else series


def _held(gate: Array, mask: npt.NDArray[np.bool_]) -> Array:
    """A gate ``(N, T, U)`` as it stays at steps without a mark in ``(N, T)``; 0 before the first."""
    held, last = np.zeros_like(gate), np.zeros_like(gate[:, 0])
    for t in range(gate.shape[1]):
        held[:, t] = last = np.where(mask[:, t, None], gate[:, t], last)
    return held


def _tensor(values: npt.NDArray[Any]) -> Any:
    import tensorflow as tf

    return tf.convert_to_tensor(values)


def _gates(kind: CellKind, cell: Any, x: Array, h: Array) -> dict[str, Array]:
    """The gates ``(N, T, U)``, from the weights of Keras's cell in its order and its own
    activations, of what it reads ``x (N, T, F)`` and the hidden states before ``h (N, T, U)``."""
    units = int(cell.units)
    bias = np.atleast_2d(np.asarray(cell.bias)) if cell.use_bias else np.zeros((1, 1), x.dtype)
    recurrent = np.asarray(cell.recurrent_kernel)
    outer = x @ np.asarray(cell.kernel) + bias[0]
    inner = h @ recurrent + (bias[1] if len(bias) > 1 else 0)
    gates: dict[str, Array] = {}
    for place, key in enumerate(kind.gates):
        columns = slice(place * units, (place + 1) * units)
        share = inner[..., columns]
        if key == kind.candidate and "reset_after" in kind.options:
            reset = gates["r"]
            share = reset * share if cell.reset_after else (reset * h) @ recurrent[:, columns]
        function = cell.activation if key == kind.candidate else cell.recurrent_activation
        gates[key] = np.asarray(function(_tensor(outer[..., columns] + share)))
    return gates
