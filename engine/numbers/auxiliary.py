"""Auxiliary inputs of a model that has several: what they are given beside the sequence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.network.kinds.checks import MAX_STEPS
from engine.network.network import Input, Network
from engine.numbers.table import Table
from engine.sequence import Sequence, steps_before_padding
from engine.text.dictionary import Dictionary
from engine.text.named_ids import ids_by_names
from engine.text.review import Review, encode

FILLINGS = ("zeros", "random", "same", "file", "text")
"""The last is for inputs that read words."""

MAX_NUMBERS = 100_000_000
"""Numbers in one input."""

Array = npt.NDArray[np.float32] | npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Filling:
    """What one input is given.

    Attributes:
        how: zeros (for an input that counts steps: as many as there are before the padding, with
            none `MAX_STEPS`, which stands for all, however many are read); random (normal, or
            any ids); the same as the sequence; a file's numbers; or the words of a text.
        seed: of the chance.
        table: of the file, None otherwise.
        text: what is read, in its own words where ``names`` are known, else in the model's.
        dictionary: of the model's words; None takes that of the review.
        names: what each id is called, the first for id 0: the dictionary of a decoder.
        decodes: whether a decoder reads it, whose first step is its first word.
    """

    how: str = "zeros"
    seed: int = 0
    table: Table | None = None
    text: str = ""
    dictionary: Dictionary | None = None
    names: tuple[str, ...] = ()
    decodes: bool = False


def auxiliary_inputs(network: Network) -> tuple[Input, ...]:
    """The inputs beside the one that is read step by step."""
    return tuple(target for place, target in enumerate(network.inputs) if place != network.main)


def filled_inputs(
    network: Network, sequence: Sequence, fillings: dict[str, Filling]
) -> dict[str, Array]:
    """An array for every auxiliary input, by its name; zeros where there is no filling.

    Returns:
        each of the input's own shape ``(...,)`` without the batch axis; ``float32``, or
        ``int32`` where the input takes ids.

    Raises:
        TextError: the same sequence, or the file, does not fit an input.
    """
    return {
        target.name: filled(target, sequence, fillings.get(target.name, Filling()))
        for target in auxiliary_inputs(network)
    }


def filled(target: Input, sequence: Sequence, filling: Filling) -> Array:
    """The array for one input, ``(...,)``, as in `filled_inputs`.

    Raises:
        TextError: it does not fit.
    """
    if filling.how == "text" and (filling.text or filling.names):
        return text_ids(target, sequence, filling)
    values = None
    if target.counts_steps and filling.how == "zeros":
        count = steps_before_padding(sequence.padding[None])
        every = np.where(count < len(sequence), count, np.float32(MAX_STEPS))
        return every.astype(np.float32).reshape(target.sized(1))
    if target.counts_steps and filling.how == "random":
        some = np.random.default_rng(filling.seed).integers(1, len(sequence) + 1, target.sized(1))
        return np.asarray(some, np.float32)
    if filling.how == "file" and filling.table is not None:
        table = filling.table.arranged(target.shape)
        values = table.values[: table.block or None]
    # A file says itself how many steps it has, where the model does not.
    shape = target.sized(len(sequence) if values is None else len(values))
    if np.prod(shape, dtype=float) > MAX_NUMBERS:
        raise TextError(
            "The input {input} asks for {count} numbers, and at most {most} are made.",
            input=target.name,
            count=f"{int(np.prod(shape, dtype=float)):,}",
            most=f"{MAX_NUMBERS:,}",
        )
    if filling.how == "random":
        return _by_chance(target, shape, filling.seed)
    if filling.how == "same":
        return _cast(target, _fitted(target, shape, sequence.inputs, sequence.title))
    if values is not None and filling.table is not None:
        found = _cast(target, _fitted(target, shape, values, filling.table.title))
        if (
            target.counts_steps
            and not ((found % 1 == 0) & (found >= 0) & (found <= len(sequence))).all()
        ):
            raise TextError(
                "The input {input} counts steps: it is a whole number from 0 to {steps}. Choose another "
                "source for it.",
                input=target.name,
                steps=len(sequence),
            )
        return found
    return np.zeros(shape, np.float32) if target.vocabulary is None else np.zeros(shape, np.int32)


def text_ids(target: Input, sequence: Sequence, filling: Filling) -> npt.NDArray[np.int32]:
    """The ids ``(T,)`` of a filling's text.

    Raises:
        TextError: no words are known for it, one of it is not among them, or it is too long.
    """
    length = target.shape[1] if len(target.shape) > 1 else None
    dictionary = filling.dictionary
    if dictionary is None and isinstance(sequence, Review):
        dictionary = sequence.dictionary
    if filling.names:
        ids = ids_by_names(filling.text, filling.names)
    elif dictionary is not None:
        encoding = replace(
            dictionary.encoding(),
            length=None if filling.decodes else length,
            num_words=target.vocabulary,
        )
        ids = encode(filling.text, dictionary, encoding, target.vocabulary).inputs.astype(np.int32)
    else:
        raise TextError(
            "No words are known for the input {input}. Put their list, the first for id 0, beside "
            "the model as MODEL.writes.json, or give it ids.",
            input=target.name,
        )
    if length is not None and len(ids) > length:
        raise TextError(
            "The input {input} reads {length} steps, and the text has {count}. Shorten it.",
            input=target.name,
            length=f"{length:,}",
            count=f"{len(ids):,}",
        )
    behind = np.zeros(max(0, (length or 0) - len(ids)), np.int32)
    return _cast(target, np.concatenate([ids, behind])).astype(np.int32)


def _by_chance(target: Input, shape: tuple[int, ...], seed: int) -> Array:
    random = np.random.default_rng(seed)
    if target.vocabulary is None:
        return random.standard_normal(shape).astype(np.float32)
    low = 1 if target.vocabulary > 1 else 0
    return random.integers(low, max(target.vocabulary, low + 1), shape).astype(np.int32)


def _fitted(
    target: Input, shape: tuple[int, ...], values: npt.NDArray[Any], title: str
) -> npt.NDArray[Any]:
    """The values in the shape of an input, if they are as many and stand in its order."""
    plain = values[:, 0] if values.ndim == 2 and values.shape[1] == 1 else values
    wanted = tuple(size for size in shape if size != 1)
    if tuple(size for size in plain.shape if size != 1) == wanted:
        return values.reshape(shape)
    if values.ndim == 2 and len(values) == 1 and values.size == np.prod(shape):
        return values.reshape(shape)  # a picture, say, in one row
    raise TextError(
        "The input {input} has the shape {wanted}, and {name} has {shape}. Choose another source "
        "for it.",
        input=target.name,
        wanted=" × ".join(map(str, shape)),
        name=title or "—",
        shape=" × ".join(map(str, values.shape)),
    )


def _cast(target: Input, values: npt.NDArray[Any]) -> Array:
    """As the input takes it: finite numbers, or ids that it knows."""
    if not np.isfinite(values).all():
        raise TextError(
            "The source of the input {input} has a missing or infinite value. Choose another.",
            input=target.name,
        )
    if target.vocabulary is None:
        with np.errstate(over="ignore"):
            return values.astype(np.float32)
    if (values != np.floor(values)).any() or values.min() < 0 or values.max() >= target.vocabulary:
        raise TextError(
            "The input {input} reads ids, whole numbers from 0 to {last}. Choose another source "
            "for it.",
            input=target.name,
            last=target.vocabulary - 1,
        )
    return values.astype(np.int32)
