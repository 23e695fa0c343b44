"""What the kinds may believe of an untrusted configuration and of the shapes that go with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError, UnsupportedError
from engine.network.network import Shape

Numbers = npt.NDArray[np.float64]

MAX_WEIGHT_NUMBERS = 2**28
"""Numbers in one weight: a gigabyte of float32."""

MAX_LAYERS = 1000

MAX_STEPS = 1_000_000
"""Time steps of one sequence."""

MAX_COMPUTED = 2**26
"""Numbers that one layer may make of one sequence: 256 MB of float32."""

_MAX_AXES = 8


def layer_name(options: Mapping[str, Any]) -> str:
    """The layer's name, for a message."""
    return str(options.get("name", "?"))[:80]


def checked_steps(length: int | None) -> int | None:
    """How many steps a model reads.

    Raises:
        ModelError: none, or more than `MAX_STEPS`.
    """
    if length is not None and not 1 <= length <= MAX_STEPS:
        raise ModelError(
            "The model reads {count} steps; Gatescope opens models of 1 to {most}.",
            count=f"{length:,}",
            most=f"{MAX_STEPS:,}",
        )
    return length


def unwrapped(value: Any) -> Any:
    """A tuple, list or constant as plain data, without what Keras wraps it in.

    Keras 3 writes ``{"class_name": "__tuple__", "items": [...]}`` and ``{"class_name":
    "__tensor__", "config": {"value": ...}}`` (``saving/serialization_lib.py``), Keras 2
    ``{"type": "ndarray", "value": ...}``.
    """
    for _ in range(_MAX_AXES):
        if not isinstance(value, Mapping):
            break
        inner = value.get("config")
        if "items" in value:
            value = value["items"]
        elif "value" in value:
            value = value["value"]
        elif isinstance(inner, Mapping) and "value" in inner:
            value = inner["value"]
        else:
            break
    return value


def unusable(options: Mapping[str, Any], option: str) -> ModelError:
    """What to raise where an option cannot be what it is."""
    return ModelError(
        "The layer {layer} has no usable {option} in its configuration: {value}.",
        layer=layer_name(options),
        option=option,
        value=str(options.get(option))[:40],
    )


def unsupported(options: Mapping[str, Any], option: str, value: Any) -> UnsupportedError:
    """What to raise where an option would change the numbers and is not replayed."""
    return UnsupportedError(
        "The layer {layer} uses {option}, which cannot be replayed yet.",
        layer=layer_name(options),
        option=f"{option}={value!r}"[:60],
    )


def unknown_kind(layer: str, kind: str) -> UnsupportedError:
    """What to raise for a class of layers that is not replayed."""
    return UnsupportedError(
        "The layer {layer} is a {kind}, which cannot be replayed. What depends on it is "
        "not computed.",
        layer=layer,
        kind=kind[:80],
    )


def check_layer_count(count: int, exact: bool = False) -> None:
    """A model may have so many layers, or, if that is not exact, so many or more.

    Raises:
        ModelError: it may not.
    """
    if count > MAX_LAYERS:
        raise ModelError(
            "The model has {count} layers; Gatescope opens models of at most {most}.",
            count=f"{count:,}" if exact else f"more than {MAX_LAYERS:,}",
            most=f"{MAX_LAYERS:,}",
        )


def check_weight_size(weight: str, numbers: int) -> None:
    """A stored weight of so many numbers may be read.

    Raises:
        ModelError: it is too large.
    """
    if numbers > MAX_WEIGHT_NUMBERS:
        raise ModelError(
            "The weight {weight} has {numbers} numbers, more than Gatescope opens.",
            weight=weight[:80],
            numbers=f"{numbers:,}",
        )


def is_integer(value: Any, least: int) -> bool:
    """Whether it is a whole number from ``least`` to 2^31."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value < 2**31


def integer(options: Mapping[str, Any], option: str, least: int = 1) -> int:
    """An option that must be a whole number from ``least`` to 2^31.

    Raises:
        ModelError: it is none.
    """
    value = options.get(option)
    if not is_integer(value, least):
        raise unusable(options, option)
    return int(value)  # type: ignore[arg-type]


def integers(
    options: Mapping[str, Any],
    option: str,
    count: int | None = None,
    default: int | None = None,
    least: int = 1,
) -> tuple[int, ...]:
    """An option that is a whole number or a list of them.

    Args:
        count: how many there must be, a single number standing for all; None for 0 to 8.
        default: what it is where it is missing or None; None if it must be there.
        least: what each must at least be.

    Raises:
        ModelError: it is none of that.
    """
    value = unwrapped(options.get(option))
    value = default if value is None else value
    if isinstance(value, int):
        value = [value] * (count or 1)
    fits = isinstance(value, list) and len(value) <= _MAX_AXES
    if not fits or (count is not None and len(value) != count):
        raise unusable(options, option)
    if not all(is_integer(one, least) for one in value):
        raise unusable(options, option)
    return tuple(value)


def axes(
    options: Mapping[str, Any], option: str, rank: int, default: int | None = -1
) -> tuple[int, ...]:
    """An option that names some of ``rank`` axes, counted from that of the batch, in order.

    Where it is missing or None the default stands, None for no axis.

    Raises:
        ModelError: it names an axis that is not there.
    """
    if default is None and unwrapped(options.get(option)) is None:
        return ()
    result = integers(options, option, default=default, least=-_MAX_AXES)
    if any(not -rank <= axis < rank for axis in result):
        raise unusable(options, option)
    return tuple(sorted({axis % rank for axis in result}))


def flag(options: Mapping[str, Any], option: str, default: bool) -> bool:
    """An option that is true or false; the default where it is missing or None.

    Raises:
        ModelError: it is neither.
    """
    if (value := options.get(option)) is None:
        return default
    if value not in (0, 1) or not isinstance(value, int):
        raise unusable(options, option)
    return bool(value)


def choice(
    options: Mapping[str, Any], option: str, allowed: tuple[str, ...], default: str | None = None
) -> str:
    """An option that is one of some words; the first where it is missing or None.

    Raises:
        ModelError: it is another.
    """
    value = options.get(option)
    value = (default or allowed[0]) if value is None else value
    if not isinstance(value, str) or value.lower() not in allowed:
        raise unusable(options, option)
    return value.lower()


def number(options: Mapping[str, Any], option: str, default: float | None = None) -> float:
    """An option that is a finite number.

    Raises:
        ModelError: it is none.
    """
    value = unwrapped(options.get(option))
    value = default if value is None else value
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not abs(value) < 1e38:
        raise unusable(options, option)
    return float(value)


def numbers(options: Mapping[str, Any], option: str, default: float | None = None) -> Numbers:
    """An option that is a finite number, ``()``, or nested lists of them, any shape,
    as float64.

    Raises:
        ModelError: it is none.
    """
    value = unwrapped(options.get(option))
    return array_of(options, option, default if value is None else value)


def array_of(options: Mapping[str, Any], option: str, value: Any) -> Numbers:
    """Nested lists of finite numbers as float64, of any shape of up to eight axes.

    Raises:
        ModelError: they are none, or not all as long.
    """
    try:
        result = np.asarray(value)
    except (ValueError, OverflowError, RecursionError):
        raise unusable(options, option) from None
    if result.dtype.kind not in "biuf" or result.ndim > _MAX_AXES or not result.size:
        raise unusable(options, option)
    if not np.isfinite(result).all():
        raise unusable(options, option)
    return result.astype(np.float64)


def misfit(options: Mapping[str, Any], shapes: Sequence[Shape]) -> ModelError:
    """What to raise where a layer cannot take what it is given."""
    written = ", ".join(str(tuple("?" if size is None else size for size in one)) for one in shapes)
    return ModelError(
        "The layer {layer} cannot take inputs of the shapes {shapes}. The file is damaged, or "
        "its layers do not belong together.",
        layer=layer_name(options),
        shapes=written.replace("'", "")[:200] or "()",
    )


def only_shape(
    options: Mapping[str, Any], shapes: Sequence[Shape], least: int = 1, most: int = _MAX_AXES
) -> Shape:
    """The shape of the only input, of ``least`` to ``most`` axes with that of the batch.

    It is ``()`` if it is not known.

    Raises:
        ModelError: there are more inputs, or it has not that many axes.
    """
    if len(shapes) > 1 or (shapes and shapes[0] and not least <= len(shapes[0]) <= most):
        raise misfit(options, shapes)
    return shapes[0] if shapes else ()


def like_the_input(
    **numbers: float | None,
) -> Callable[[Mapping[str, Any], tuple[Shape, ...]], Shape]:
    """The shape of a layer that keeps that of its only input and has these numbers as options.

    Args:
        numbers: their defaults; None for one that must be there.
    """

    def shape(options: Mapping[str, Any], shapes: tuple[Shape, ...]) -> Shape:
        for option, default in numbers.items():
            number(options, option, default)
        return only_shape(options, shapes)

    return shape


def all_known(
    options: Mapping[str, Any], shapes: Sequence[Shape], least: int = 1, most: int = 1000
) -> bool:
    """Whether the shapes of all inputs are known.

    Raises:
        ModelError: there are too few or too many inputs.
    """
    if not least <= len(shapes) <= most or any(len(shape) > _MAX_AXES for shape in shapes):
        raise misfit(options, shapes)
    return all(shapes)


def check_size(options: Mapping[str, Any], numbers: int) -> None:
    """A weight of so many numbers may be made.

    Raises:
        ModelError: it is too large.
    """
    if numbers > MAX_WEIGHT_NUMBERS:
        raise ModelError(
            "The layer {layer} asks for {numbers} numbers in one weight, more than "
            "Gatescope opens.",
            layer=layer_name(options),
            numbers=f"{numbers:,}",
        )


def computable(options: Mapping[str, Any], shape: Shape) -> Shape:
    """An output shape whose sizes, as far as they are known, can be computed.

    Raises:
        UnsupportedError: it has more numbers than a layer may make.
    """
    count = math.prod(size for size in shape[1:] if size is not None)
    if count > MAX_COMPUTED:
        raise UnsupportedError(
            "The layer {layer} makes {numbers} numbers of one sequence, more than Gatescope "
            "computes.",
            layer=layer_name(options),
            numbers=f"{count:,}",
        )
    return shape
