"""Series that are made: sines, the adding problem, and random numbers.

The same arguments give the same numbers; one that is out of its range is a TextError.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.numbers.table import Table, check_size
from engine.sequence import Sequence

GENERATED = ("sine", "sines", "adding", "weather", "normal", "uniform")
"""Series that need no file."""

TO_MEASURE = ("sine", "sines", "adding", "normal", "uniform")
"""Those that `make_series` makes to the measure of a network."""

LENGTH = 1000
PERIOD = 25.0

MAX_SEED = 2**32 - 1

_MAX_RANDOM = 10_000_000
"""Numbers in a table of random sequences."""

_SEQUENCES = 20
"""Random sequences that are made at once."""


def make_series(
    kind: str,
    steps: int,
    features: int = 1,
    period: float = PERIOD,
    noise: float = 0.0,
    seed: int = 0,
) -> Table:
    """A series, one of `TO_MEASURE`, with several windows of so many steps for a network.

    ``features`` are the numbers a step of random ones, ``period`` and ``noise`` those of sines.
    """
    rows = max(LENGTH, 4 * steps)
    if kind == "sine":
        return sine(rows, period, noise, seed)
    if kind == "sines":
        return two_sines(rows, period, noise, seed)
    if kind == "adding":
        return adding(max(2, steps), 100, seed)
    count = max(1, min(_SEQUENCES, _MAX_RANDOM // (steps * features)))
    table = random_numbers(steps * count, features, uniform=kind == "uniform", seed=seed)
    return replace(table, block=steps, rows=np.tile(np.arange(1, steps + 1), count))


def sine(length: int = LENGTH, period: float = PERIOD, noise: float = 0.0, seed: int = 0) -> Table:
    """A sine of amplitude 1.

    Args:
        length: rows.
        period: steps of one turn, above 0.
        noise: the standard deviation of what is added to each value, 0 or more.
        seed: of the noise.
    """
    return Table("sine", ("sine",), (_turns(length, period) + _noise(length, noise, seed))[:, None])


def two_sines(
    length: int = LENGTH,
    period: float = PERIOD,
    noise: float = 0.0,
    seed: int = 0,
) -> Table:
    """The mean of two sines whose periods stand in no simple ratio, so that it never repeats.

    The arguments are those of `sine`; the slower one's period is e times the faster's.
    """
    both = (_turns(length, period) + _turns(length, period * np.e)) / 2
    return Table("two sines", ("sum",), (both + _noise(length, noise, seed))[:, None])


def adding(steps: int = 100, count: int = 100, seed: int = 0) -> Table:
    """The adding problem (Hochreiter and Schmidhuber, 1997, in the form of Le et al., 2015).

    Each sequence has values from 0 to 1, two of which are marked by a 1, one in each half;
    the answer is the sum of those two.  Always answering 1 has a mean squared error of 1/6.
    A sequence has at least 2 steps.
    """
    _check_length(steps * count, 2)
    if steps < 2:
        raise TextError("The adding problem needs at least 2 steps, not {steps}.", steps=steps)
    random = _generator(seed)
    values = random.random((count, steps))
    markers = np.zeros((count, steps))
    half = steps // 2
    each = np.arange(count)
    markers[each, random.integers(0, half, count)] = 1
    markers[each, random.integers(half, steps, count)] = 1
    return Table(
        "adding problem",
        ("value", "marker"),
        np.stack([values, markers], axis=2).reshape(-1, 2),
        rows=np.tile(np.arange(1, steps + 1), count),
        block=steps,
        answers=(values * markers).sum(axis=1),
    )


def random_numbers(length: int, features: int, *, uniform: bool = False, seed: int = 0) -> Table:
    """A table ``(length, features)`` by chance, for a model whose data is not at hand.

    Uniform ones are from -1 to 1; otherwise they are normal, with mean 0 and deviation 1.
    """
    _check_length(length, features)
    random = _generator(seed)
    shape = (length, features)
    values = random.uniform(-1, 1, shape) if uniform else random.standard_normal(shape)
    return Table("random numbers", tuple(f"x{place + 1}" for place in range(features)), values)


def random_ids(length: int, vocabulary: int, seed: int = 0) -> Sequence:
    """So many ids by chance from all that a network knows but 0, which is padding mostly."""
    _check_length(length, 1)
    low = 1 if vocabulary > 1 else 0
    ids = _generator(seed).integers(low, max(vocabulary, low + 1), length).astype(np.int32)
    return Sequence(ids, tuple(map(str, ids)), np.zeros(length, bool), title="random ids")


def _turns(length: int, period: float) -> npt.NDArray[np.float64]:
    _check_length(length, 1)
    if not 0 < period < 1e9:
        raise TextError("A period is a number of steps above 0, not {period}.", period=period)
    turns: npt.NDArray[np.float64] = np.sin(2 * np.pi * np.arange(length) / period)
    return turns


def _noise(length: int, noise: float, seed: int) -> npt.NDArray[np.float64]:
    if not 0 <= noise < 1e9:
        raise TextError("Noise is a deviation of 0 or more, not {noise}.", noise=noise)
    return noise * _generator(seed).standard_normal(length)


def _check_length(length: int, features: int) -> None:
    if length < 1:
        raise TextError("At least 1 step is made, not {length}.", length=length)
    check_size("numbers", length, features)


def _generator(seed: int) -> np.random.Generator:
    if not 0 <= seed <= MAX_SEED:
        raise TextError(
            "A seed is a whole number from 0 to {most}, not {seed}.", most=MAX_SEED, seed=seed
        )
    return np.random.default_rng(seed)
