"""From an entry of a configuration and its stored weights to a `Layer`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy.typing as npt

from engine.errors import ModelError, UnsupportedError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats import cudnn, keras1, precision
from engine.network.formats.entries import Entry, Place, entry_of
from engine.network.formats.every_step import OF_MODEL
from engine.network.formats.functions import ACTIVATION_LAYERS, function_of, layer_function
from engine.network.formats.store import Store
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import layer_name, unknown_kind, unsupported
from engine.network.kinds.kind import Kind, Shapes
from engine.network.kinds.merging import ATTENDING, check_heads
from engine.network.kinds.registry import KINDS, REFUSED
from engine.network.network import INDEXING, MAPS, RECURRENT, Layer, Shape

Array = npt.NDArray[Any]

_ALWAYS = ("trainable", "dtype")
_FUNCTIONS = ("activation", "recurrent_activation")


def layer_of(
    entry: Entry, shapes: Shapes, store: Store, keras2: bool, arguments: Mapping[str, Any]
) -> Layer:
    """The layer of an entry; one that cannot be replayed has ``refused`` set.

    Args:
        entry: as it is written down.
        shapes: of the inputs of its first call; ``()`` for one that is not known.
        store: where the weights are.
        keras2: whether Keras 1 or 2 wrote it.
        arguments: what the call is given besides tensors.

    Raises:
        ModelError: its weights do not fit its configuration, or are no finite numbers.
    """
    try:
        return _layer_of_entry(entry, shapes, store, keras2, arguments)
    except UnsupportedError as error:
        return _refused(entry, shapes, store, error)


def _layer_of_entry(
    entry: Entry, shapes: Shapes, store: Store, keras2: bool, arguments: Mapping[str, Any]
) -> Layer:
    if entry.custom:
        raise UnsupportedError(
            "The layer {layer} is a {kind}, a class of its author's own. Only its code could "
            "run it, and Gatescope runs nothing from a file.",
            layer=entry.name,
            kind=entry.kind[:80],
        )
    _check_call(entry, arguments)
    precision.check(entry.kind, entry.options)
    if entry.kind == "TimeDistributed":
        return _time_distributed(entry, shapes, store, keras2)
    if entry.kind == "Bidirectional":
        return _bidirectional(entry, shapes, store, keras2)
    if entry.kind in cudnn.KINDS:
        return _cudnn(entry, shapes, store)
    if entry.kind in INDEXING:
        return _indexing(entry, shapes)
    kind = KINDS.get(entry.kind)
    if kind is None or entry.kind in REFUSED:
        raise unknown_kind(entry.name, entry.kind)
    options = _options(entry, keras2, arguments)
    if entry.kind == "MultiHeadAttention":
        check_heads(options, shapes)
    if entry.kind in RECURRENT:
        _check_recurrent(options, shapes)
    weights, count = _weights(entry, kind, options, shapes, store)
    shape = kind.shape(options, shapes)
    plain = _plain(options, kind)
    written_as = entry.written_as
    return Layer(entry.name, entry.kind, plain, weights, shape, written_as=written_as, stored=count)


def _indexing(entry: Entry, shapes: Shapes) -> Layer:
    """A layer that turns words into ids: only ids of one kind can go through."""
    mode = entry.options.get("output_mode", "int")
    if mode != "int":
        raise unsupported(entry.options, "output_mode", mode)
    length = entry.options.get("output_sequence_length")
    fixed = isinstance(length, int) and length > 0 and not entry.options.get("ragged")
    shape: Shape = (None, length if fixed else None)
    if entry.kind == "StringLookup" and shapes and len(shapes[0]) > 1:
        shape = shapes[0]
    options = {key: entry.options[key] for key in _ALWAYS if key in entry.options}
    return Layer(entry.name, entry.kind, options, {}, shape)


def _options(entry: Entry, keras2: bool, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration, with activations by name and with the arguments of the call."""
    options = dict(entry.options)
    if entry.kind in CELL_KINDS and "reset_after" in CELL_KINDS[entry.kind].options:
        options.setdefault("reset_after", False)  # files older than the option
    for which in _FUNCTIONS:
        if which in options:
            options[which] = function_of(entry.name, options[which], keras2)
    if entry.kind in ACTIVATION_LAYERS:
        options["activation"] = layer_function(entry.name, entry.kind, entry.options, keras2)
    if entry.kind.startswith("ops."):
        options.update(arguments)
    if entry.kind in ATTENDING:
        kwargs = arguments.get("kwargs")
        given = kwargs if isinstance(kwargs, Mapping) else {}
        asked = bool(given.get("return_attention_scores"))
        options["return_attention_scores"] = asked
        if given.get("use_causal_mask"):
            options["use_causal_mask"] = True
        if entry.kind == "MultiHeadAttention":
            options["masking"] = masking_of(options, keras2, asked)
    return options


def masking_of(options: Mapping[str, Any], keras2: bool, asked: bool) -> str:
    """Which of `MASKINGS` a MultiHeadAttention uses; ``asked`` if its call returns the weights."""
    if keras2:
        return "replaced" if options.get("softmax_robust_masking") else "added"
    return "zeroed" if asked or options.get("dropout") else "lowest"


def _plain(options: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    """What is kept of a configuration: what decides the numbers."""
    names = {*kind.options, *_ALWAYS, *_FUNCTIONS}
    return {key: options[key] for key in options if key in names}


def _check_call(entry: Entry, arguments: Mapping[str, Any]) -> None:
    """Refuse what a call asks for besides its tensors and is not replayed."""
    kwargs = arguments.get("kwargs")
    if isinstance(kwargs, Mapping) and kwargs.get("training") is True:
        raise unsupported(entry.options, "training", True)  # dropout that is never off
    masks = arguments.get("masks")
    if entry.kind == "MultiHeadAttention" and masks:
        raise unsupported(entry.options, str(masks[0]), "a tensor")


def _check_recurrent(options: Mapping[str, Any], shapes: Shapes) -> None:
    if options.get("time_major"):
        raise unsupported(options, "time_major", True)
    if options.get("num_constants"):
        raise unsupported(options, "num_constants", options["num_constants"])
    shape = shapes[0] if shapes else ()
    if shape and len(shape) != 3:
        raise ModelError(
            "The layer {layer} does not get a sequence but {shape}, so it has no steps. "
            "The file is damaged, or its layers are not in order.",
            layer=layer_name(options),
            shape=str(shape),
        )


# -- wrappers ----------------------------------------------------------------------


def _inner(entry: Entry, key: str, name: str, role: str) -> Entry | None:
    """The entry of what a wrapper wraps; None if it wraps none."""
    written = entry.options.get(key)
    if not isinstance(written, Mapping):
        return None
    config = written.get("config")
    own = str(config.get("name", "")) if isinstance(config, Mapping) else ""
    places = (*entry.places, Place(own, "", role))
    return replace(entry_of(written, name, places, entry.keras1), nodes=())


def _time_distributed(entry: Entry, shapes: Shapes, store: Store, keras2: bool) -> Layer:
    inner = _inner(entry, "layer", entry.name, "layer")
    kind = "None" if inner is None else inner.kind
    known = (*KINDS, "Bidirectional", "TimeDistributed")
    wraps = inner is not None and inner.kind in known and not inner.custom
    if inner is None or not wraps or kind in ("Embedding", "Masking"):
        raise unknown_kind(entry.name, f"TimeDistributed({kind})")
    if entry.options.get(OF_MODEL):
        inner = replace(inner, places=entry.places)  # it stands in the model, not by itself
    shape = shapes[0] if shapes else ()
    inside = (shape[:1] + shape[2:],) if len(shape) > 2 else ((),)
    made = layer_of(inner, inside, store, keras2, {})
    whole = (*shape[:2], *made.output_shape[1:]) if len(shape) > 2 and made.output_shape else ()
    options = _always(entry, keras2)
    refused = made.refused and unknown_kind(entry.name, f"TimeDistributed({made.kind})")
    return Layer(entry.name, "TimeDistributed", options, {}, whole, (made,), refused)


def _bidirectional(entry: Entry, shapes: Shapes, store: Store, keras2: bool) -> Layer:
    forward = _inner(entry, "layer", f"{entry.name}/forward", "forward_layer")
    first = forward is not None and forward.options.get("data_format") == "channels_first"
    known = (*RECURRENT, *cudnn.KINDS, *(() if first else MAPS))
    if forward is None or forward.custom or forward.kind not in known:
        kind = "None" if forward is None else forward.kind
        raise unknown_kind(entry.name, f"Bidirectional({kind})")
    backward = _inner(entry, "backward_layer", f"{entry.name}/backward", "backward_layer")
    if backward is None:
        options = {**forward.options, "name": f"{entry.name}/backward"}
        options["go_backwards"] = not options.get("go_backwards")
        places = (*entry.places, Place(forward.places[-1].name, "", "backward_layer"))
        backward = replace(forward, name=f"{entry.name}/backward", options=options, places=places)
    ways = [_zeroed(one) for one in (forward, backward)]
    inner = tuple(layer_of(one, shapes[:1], store, keras2, {}) for one in ways)
    mode = entry.options.get("merge_mode", "concat")
    if mode not in ("concat", "sum", "mul", "ave", None):
        raise unsupported(entry.options, "merge_mode", mode)
    shape = inner[0].output_shape
    if mode == "concat" and shape:
        shape = (*shape[:-1], inner[0].units + inner[1].units)
    options = _always(entry, keras2) | {"merge_mode": mode}
    for option in ("return_sequences", "return_state"):
        options[option] = bool(forward.options.get(option))
    refused = next((one.refused for one in inner if one.refused is not None), None)
    return Layer(entry.name, "Bidirectional", options, {}, shape, inner, refused)


def _zeroed(entry: Entry) -> Entry:
    """A way of a Bidirectional gives zeros at masked steps (``force_zero_output_for_mask``)."""
    if entry.keras1:
        return entry
    sequences = bool(entry.options.get("return_sequences"))
    return replace(entry, options={**entry.options, "zero_output_for_mask": sequences})


def _always(entry: Entry, keras2: bool) -> dict[str, Any]:
    """What is kept of a wrapper; in Keras 3 it does not decide whether what it wraps is trained."""
    return {
        key: entry.options[key]
        for key in _ALWAYS
        if key in entry.options and (keras2 or key != "trainable")
    }


def _cudnn(entry: Entry, shapes: Shapes, store: Store) -> Layer:
    """CuDNN's layers, whose weights stand otherwise."""
    name = cudnn.KINDS[entry.kind]
    kind = KINDS[name]
    options = {**entry.options, **cudnn.OPTIONS[entry.kind]}
    _check_recurrent(options, shapes)
    expected = kind.weights(options, shapes)
    columns = expected["recurrent_kernel"][-1] or 0
    stored = {**expected, "bias": (2 * columns,)}
    found = _read(entry, stored, store.weights(entry.places, tuple(stored)))
    total = sum(int(array.size) for array in found.values())
    weights = cudnn.converted(entry.kind, found)
    for array in weights.values():
        array.flags.writeable = False
    return Layer(
        entry.name,
        name,
        _plain(options, kind),
        weights,
        kind.shape(options, shapes),
        written_as=entry.kind,
        stored=total,
    )


# -- weights -----------------------------------------------------------------------


def _weights(
    entry: Entry, kind: Kind, options: Mapping[str, Any], shapes: Shapes, store: Store
) -> tuple[dict[str, Array], int | None]:
    """The weights, and how many numbers they are in the file where those are others."""
    if not (expected := kind.weights(options, shapes)):
        return {}, None
    filed = precision.stored(entry.kind, options, expected)
    if precision.policy_of(options)[1]:
        arrays = precision.in_order(store.weights(entry.places, list(filed)), list(filed))
        if len(arrays) != len(filed):  # quantised otherwise than by the Keras that is known
            raise precision.not_replayed(options)
        read = _read(entry, filed, arrays)
        total = sum(int(array.size) for array in read.values())
        return precision.dequantised(entry.kind, options, read, expected), total
    gates = entry.keras1 and entry.kind in keras1.COUNTS and _gate_by_gate(entry, expected, store)
    names = [f"{place}" for place in range(keras1.COUNTS[entry.kind])] if gates else list(expected)
    if entry.kind == "MultiHeadAttention":
        result = _of_parts(entry, names, store)
    else:
        result = store.weights(entry.places, names)
    if gates:
        _check_count(entry, len(names), result)
    flat = entry.keras1 and entry.kind == "Conv1D" and result and len(result[0].shape) == 4
    if gates or flat:
        result = _joined(entry, result, next(iter(expected.values())))
    return _read(entry, expected, result), None


def _of_parts(entry: Entry, names: Sequence[str], store: Store) -> list[Any]:
    """Weights named ``PART/WEIGHT``, each part of which is a layer of its own inside this one."""
    parts: dict[str, list[str]] = {}
    for name in names:
        part, _, own = name.partition("/")
        parts.setdefault(part, []).append(own)
    found: list[Any] = []
    for part, wanted in parts.items():
        role = f"{'output' if part == 'attention_output' else part}_dense"
        found += store.weights((*entry.places, Place(part, "", role)), wanted)
    return found


def _gate_by_gate(entry: Entry, expected: Mapping[str, Shape], store: Store) -> bool:
    """Whether the first array of a layer is the kernel of one gate alone."""
    first = store.first(entry.places)
    units, columns = expected["recurrent_kernel"]
    width = None if first is None or len(first.shape) != 2 else first.shape[1]
    return width == units and units != columns


def _joined(entry: Entry, stored: Sequence[Any], shape: Shape) -> list[Any]:
    parts = [as_numbers(entry.name, "kernel", array) for array in stored]
    try:
        return list(keras1.joined(entry.kind, parts, shape))
    except (ValueError, IndexError) as error:
        raise ModelError(
            "The weights of the layer {layer} do not fit together: {reason}. The file is damaged.",
            layer=entry.name,
            reason=str(error)[:120],
        ) from error


def _check_count(entry: Entry, expected: int, found: Sequence[Any]) -> None:
    if len(found) != expected:
        raise ModelError(
            "The layer {layer} should have {expected} weights, but the file has {found}. "
            "It is damaged, or its configuration belongs to another model.",
            layer=entry.name,
            expected=expected,
            found=len(found),
        )


def _read(entry: Entry, expected: Mapping[str, Shape], found: Sequence[Any]) -> dict[str, Array]:
    _check_count(entry, len(expected), found)
    weights = {}
    for (key, wanted), array in zip(expected.items(), found, strict=True):
        shape = tuple(array.shape)
        if len(wanted) != len(shape) or any(
            size is not None and size != has for size, has in zip(wanted, shape, strict=True)
        ):
            raise ModelError(
                "The {weight} of the layer {layer} has the shape {found}, but its "
                "configuration asks for {expected}. The file is damaged, or two models are "
                "mixed up in it.",
                weight=key,
                layer=entry.name,
                found=str(shape),
                expected=str(tuple("?" if size is None else size for size in wanted)),
            )
        weights[key] = as_numbers(entry.name, key, array)
    return weights


def _refused(entry: Entry, shapes: Shapes, store: Store, error: UnsupportedError) -> Layer:
    """A layer that is shown and not replayed."""
    kind = KINDS.get(entry.kind)
    shape: Shape = ()
    stored = store.numbers(entry.places)
    if kind is not None and not entry.custom:
        try:
            shape = kind.shape(entry.options, shapes)
            if not stored:  # in HDF5 a layer inside another is not filed by itself
                wanted = kind.weights(entry.options, shapes).values()
                stored = sum(math.prod(size or 0 for size in one) for one in wanted)
        except ModelError:
            shape = ()
    options = {key: entry.options[key] for key in _ALWAYS if key in entry.options}
    return Layer(entry.name, entry.kind, options, {}, shape, refused=error, stored=stored)
