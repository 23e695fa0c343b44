"""What of the checkpoints is kept in memory: the last ones used, and no more than is allowed."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.library import MODELS
from engine.network.network import Layer, Network
from engine.network.opening import open_network
from engine.training.checkpoint_cache import MAX_BYTES, CheckpointCache

KILOBYTE = 1024


def _layer(kind: str, inner: tuple[Layer, ...] = (), kilobytes: int = 0) -> Layer:
    weights = {"kernel": np.zeros((kilobytes, 256), np.float32)} if kilobytes else {}
    return Layer(f"a_{kind}", kind, {}, weights, (), inner)


BUNDLED = open_network(MODELS / "lstm.keras")


def _network(*layers: Layer) -> Network:
    return replace(BUNDLED, layers=layers)


def _key(number: int) -> tuple[Path, str]:
    return Path(f"epoch-{number:04d}.keras"), str(number)


# Every way in which a layer holds its weights, each 100 kB in all.
HOLDERS: dict[str, Callable[[], Layer]] = {
    "plain": lambda: _layer("LSTM", kilobytes=100),
    "Bidirectional": lambda: _layer(
        "Bidirectional", (_layer("LSTM", kilobytes=50), _layer("LSTM", kilobytes=50))
    ),
    "TimeDistributed": lambda: _layer("TimeDistributed", (_layer("Dense", kilobytes=100),)),
    "nested": lambda: _layer(
        "TimeDistributed", (_layer("Bidirectional", (_layer("GRU", kilobytes=100),)),)
    ),
    "own and wrapped": lambda: _layer("Wrapper", (_layer("GRU", kilobytes=40),), kilobytes=60),
}


@pytest.mark.parametrize("kind", HOLDERS)
def test_the_bound_holds_for_every_kind_of_layer(kind: str) -> None:
    cache = CheckpointCache(350 * KILOBYTE)
    for number in range(6):
        cache.put(_key(number), _network(HOLDERS[kind]()))
    kept = [number for number in range(6) if cache.get(_key(number)) is not None]
    assert kept == [3, 4, 5]
    assert cache.size == 300 * KILOBYTE


@pytest.mark.parametrize("kind", HOLDERS)
def test_what_is_dropped_is_given_back_to_the_machine(kind: str) -> None:
    """The bound is one of memory, whatever the cache itself counts."""
    cache = CheckpointCache(350 * KILOBYTE)
    tracemalloc.start()
    try:
        for number in range(20):
            cache.put(_key(number), _network(HOLDERS[kind]()))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 300 * KILOBYTE <= held < 500 * KILOBYTE


def test_those_used_last_are_kept() -> None:
    cache = CheckpointCache(250 * KILOBYTE)
    networks = [_network(HOLDERS["plain"]()) for _ in range(3)]
    cache.put(_key(0), networks[0])
    cache.put(_key(1), networks[1])
    assert cache.get(_key(0)) is networks[0]
    cache.put(_key(2), networks[2])
    assert [cache.get(_key(number)) for number in range(3)] == [networks[0], None, networks[2]]
    assert cache.get((_key(0)[0], "another digest")) is None


def test_one_that_is_larger_than_the_bound_is_kept_alone() -> None:
    cache = CheckpointCache(50 * KILOBYTE)
    for number in range(3):
        cache.put(_key(number), _network(HOLDERS["plain"]()))
    assert [cache.get(_key(number)) is None for number in range(3)] == [True, True, False]


def test_the_window_keeps_a_quarter_of_a_gigabyte() -> None:
    assert MAX_BYTES == 256 * 1024**2
    cache = CheckpointCache()
    large = np.zeros((1024, 25 * 1024), np.float32)  # 100 MB, of which nothing is ever written
    for number in range(4):
        layer = replace(_layer("Dense"), weights={"kernel": large})
        cache.put(_key(number), _network(_layer("Bidirectional", (layer,))))
    assert [cache.get(_key(number)) is None for number in range(4)] == [True, True, False, False]
