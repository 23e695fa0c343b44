"""Half precision and models quantised by Keras 3: what the stored numbers stand for.

Everything is computed in float32.  Where Keras rounds on the way (half precision; the inputs of a
layer whose weights have eight bits), it is said in a note.  Sources: ``layers/core/dense.py``,
``layers/core/embedding.py`` and ``quantizers/quantizers.py`` of Keras 3.15.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError, Note, UnsupportedError
from engine.network.kinds.checks import layer_name, unsupported
from engine.network.network import Layer, Shape

Array = npt.NDArray[Any]

UNROUNDED = ("float32", "float64", "int32", "int64", "bool", "string", "uint8")
"""The precisions in which nothing is rounded that we do not round."""

HALF = ("mixed_float16", "mixed_bfloat16", "float16")
"""The policies under which Keras computes in half precision."""

MODES = ("int8", "int4", "float8")
"""What ``model.quantize`` makes that is dequantised here."""

QUANTISED: Mapping[str, str] = {"Dense": "kernel", "Embedding": "embeddings"}
"""The kinds that Keras quantises and we replay, with the weight that is quantised."""

_FLOAT8 = ("inputs_scale", "inputs_amax_history", "kernel_scale", "kernel_amax_history",
           "outputs_grad_scale", "outputs_grad_amax_history")  # fmt: skip


def policy_of(options: Mapping[str, Any]) -> tuple[str, str]:
    """The name of a layer's policy ("mixed_float16"), and how it is quantised ("int4/128"), each ""
    where there is nothing to say."""
    policy = options.get("dtype")
    if isinstance(policy, Mapping):
        inner = policy.get("config")
        inner = inner if isinstance(inner, Mapping) else {}
        if inner.get("mode"):
            return str(inner.get("source_name") or "float32"), str(inner["mode"])
        policy = inner.get("name") or policy.get("class_name")
    return ("" if policy is None else str(policy)), ""


def check(kind: str, options: Mapping[str, Any]) -> None:
    """The policy of a layer is one whose numbers can be computed.

    Raises:
        UnsupportedError: it is not.
    """
    name, mode = policy_of(options)
    if name not in ("", *UNROUNDED, *HALF):
        raise unsupported(options, "dtype", name)
    if mode and (mode.split("/")[0] not in MODES or kind not in QUANTISED):
        raise not_replayed(options)


def not_replayed(options: Mapping[str, Any]) -> UnsupportedError:
    """What to raise where numbers of fewer bits are not known."""
    return UnsupportedError(
        "The layer {layer} is quantised ({mode}), in a way that is not replayed. Open "
        "the model as it was before quantize().",
        layer=layer_name(options),
        mode=policy_of(options)[1][:40],
    )


def stored(
    kind: str, options: Mapping[str, Any], expected: Mapping[str, Shape]
) -> dict[str, Shape]:
    """What the file has in place of the expected weights, by Keras's names, in its order."""
    if not (mode := policy_of(options)[1]):
        return dict(expected)
    if mode == "float8":  # kept whole; what was seen in training stands beside it
        extra: dict[str, Shape] = {name: ((None,) if "history" in name else ()) for name in _FLOAT8}
        return {**expected, **extra} if kind == "Dense" else dict(expected)
    name = QUANTISED[kind]
    rows, columns = expected[name]
    scaled = columns if kind == "Dense" else rows  # by unit, or by id
    if mode == "int8":
        return {**expected, f"{name}_scale": (scaled,)}
    packed = {**expected, name: (rows, math.ceil((columns or 0) / 2))}
    if _block(mode) < 1:
        return {**packed, f"{name}_scale": (scaled,)}
    grouped = (None, columns) if kind == "Dense" else (rows, None)
    return {
        **packed,
        f"{name}_scale": grouped,
        f"{name}_zero": grouped,
        "g_idx": (rows if kind == "Dense" else columns,),
    }


def _block(mode: str) -> int:
    """How many numbers share a scale; none where there is one a unit."""
    size = mode.partition("/")[2]
    return int(size) if size.lstrip("-").isdecimal() and len(size) < 10 else -1


def dequantised(
    kind: str, options: Mapping[str, Any], found: Mapping[str, Array], expected: Mapping[str, Shape]
) -> dict[str, Array]:
    """The expected weights, a kernel ``(F, U)`` or rows ``(V, F)`` among them, as the stored ones
    stand for them; read-only.

    Raises:
        ModelError: the groups of four-bit numbers are not there.
    """
    mode = policy_of(options)[1]
    result = {name: found[name] for name in expected}
    if not mode or mode == "float8":
        return result
    name = QUANTISED[kind]
    columns, scale = expected[name][1], found[f"{name}_scale"]
    numbers = found[name] if mode == "int8" else _unpacked(found[name], columns or 0)
    axis = 0 if kind == "Dense" else -1
    with np.errstate(all="ignore"):
        if f"{name}_zero" in found:
            groups = found["g_idx"].astype(np.int64)
            count = scale.shape[axis]
            if groups.size and not 0 <= groups.min() <= groups.max() < count:
                raise ModelError(
                    "The {weight} of the layer {layer} names a group of numbers that is not there. "
                    "The file is damaged.",
                    weight="g_idx",
                    layer=layer_name(options),
                )
            wide = np.take(scale, groups, axis), np.take(found[f"{name}_zero"], groups, axis)
            numbers = (numbers - wide[1]) * wide[0]
        else:
            numbers = numbers / (scale if kind == "Dense" else scale[:, None])
    result[name] = np.ascontiguousarray(numbers, np.float32)
    result[name].flags.writeable = False
    return result


def _unpacked(packed: Array, columns: int) -> Array:
    """Numbers of four bits, two in each byte along the last axis, the lower half first."""
    bytes_ = packed.astype(np.int16) & 0xFF
    both = np.stack([bytes_ & 0xF, bytes_ >> 4], axis=-1).reshape(len(packed), -1)[:, :columns]
    return ((both ^ 8) - 8).astype(np.float32)


def in_order(datasets: Sequence[Any], wanted: Sequence[str]) -> list[Any]:
    """The datasets in the order that is wanted, where their own names say which is which."""
    by_name = {str(one.name).rsplit("/", 1)[-1].split(":")[0]: one for one in datasets}
    if len(by_name) == len(datasets) and set(by_name) == set(wanted):
        return [by_name[name] for name in wanted]
    return list(datasets)


def _policies(layers: Iterable[Layer]) -> list[tuple[str, str]]:
    return [
        policy_of(one.options)
        for layer in layers
        for one in (layer, *layer.inner)
        if one.refused is None
    ]


def rounds(layers: Iterable[Layer]) -> bool:
    """Whether Keras rounds where the replay does not: half precision, or quantised layers."""
    return any(name in HALF or mode for name, mode in _policies(layers))


def half_note(policy: str) -> Note:
    """What is said of a model that was made to compute in half precision."""
    return Note(
        "This model was made to compute in half precision ({policy}). Here it is computed in "
        "float32, without that rounding: its own answers differ from these from about the third "
        "digit on.",
        policy=policy,
    )


def notes(layers: Iterable[Layer]) -> list[Note]:
    """What is computed otherwise than Keras does, a sentence for each way."""
    policies = _policies(layers)
    half = [name for name, _ in policies if name in HALF]
    modes = [mode for _, mode in policies if mode]
    result = []
    if half:
        result.append(half_note(half[0]))
    if modes:
        result.append(
            Note(
                "Layers of this model are quantised ({mode}). They are computed in float32 with the "
                "weights that their numbers stand for; Keras also rounds what such a layer is "
                "given, so its answers differ a little.",
                mode=modes[0].split("/")[0],
            )
        )
    for layer in layers:
        inner = layer.inner[0] if layer.kind == "TimeDistributed" and layer.inner else None
        if inner is not None and inner.kind in QUANTISED and policy_of(inner.options)[1]:
            # Keras 3.15.1: TimeDistributed(Dense) is 200 times too large after quantize("int8").
            result.append(
                Note(
                    "The layer {layer} is a quantised one in a TimeDistributed, which Keras itself "
                    "computes wrongly (seen in 3.15): its answers are far from these, and from "
                    "those before quantize().",
                    layer=layer.name,
                )
            )
            break
    return result
