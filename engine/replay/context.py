"""`Context`: what a forward pass carries along from call to call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.network.network import Tensor
from engine.replay.attended import Attended
from engine.replay.edits import LayerEdit
from engine.replay.functions.function import Mask
from engine.replay.timeline import LayerRecord
from engine.replay.value import Array


@dataclass(frozen=True, eq=False)
class End:
    """Where a recurrent layer stands after a step, so that it can go on.

    Attributes:
        states: ``(B, U)`` by key.
        output: ``(B, U)``, what it handed on last: 0 where all steps were masked.
    """

    states: Mapping[str, Array]
    output: Array


@dataclass(eq=False)
class Context:
    """What a forward pass carries along.

    Attributes:
        dtype: the precision.
        keras2: whether Keras 1 or 2 wrote the model.
        should_stop: asked now and then.
        fixed_series: what recurrent layers did, ``(B, T, U)`` by key in the order of the input, by the
            names of their traces: those do not read for themselves.
        edits: what is changed by hand as recurrent layers read; not of those that are fixed.
        carried: the states ``(B, U)`` by key that recurrent layers begin with whose initial state
            is not wired, by the names of their traces.
        begins: where recurrent layers stand that go on, by the names of their traces.
        records: what the recurrent layers did, by the names of their traces.
        ends: where they stand then.
        masks: those that calls were made with, one an input, by call.
        spreads: the calls that repeat the weights of attention made by hand, and make no steps.
        unmasked: the calls, and what each of them reads without its mask.
        attention: what attends, by call; None where it is not kept.
    """

    dtype: np.dtype[Any]
    keras2: bool
    should_stop: Callable[[], bool] | None
    fixed_series: Mapping[str, Mapping[str, Array]] = field(default_factory=dict)
    edits: tuple[LayerEdit, ...] = ()
    carried: Mapping[str, Mapping[str, Array]] = field(default_factory=dict)
    begins: Mapping[str, End] = field(default_factory=dict)
    records: dict[str, LayerRecord] = field(default_factory=dict)
    ends: dict[str, End] = field(default_factory=dict)
    masks: dict[str, list[Mask]] = field(default_factory=dict)
    spreads: frozenset[str] = frozenset()
    unmasked: frozenset[tuple[str, Tensor]] = frozenset()
    attention: dict[str, Attended] | None = None
