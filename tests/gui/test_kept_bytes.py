"""What is remembered is weighed by what it holds, and the oldest gives way."""

from __future__ import annotations

import sys
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.paged import paged
from gui.kit.kept_bytes import bytes_of, make_room
from tests.networks import text_network


@dataclass(frozen=True, eq=False)
class _Map:
    norms: npt.NDArray[np.float64]
    parts: tuple[dict[str, npt.NDArray[np.float64]], ...]

    @cached_property
    def share(self) -> npt.NDArray[np.float32]:
        return self.norms.astype(np.float32)


def test_all_arrays_of_an_answer_count() -> None:
    answer = _Map(np.zeros(10), ({"a": np.zeros(2)}, {"b": np.zeros(3)}))
    assert bytes_of(answer) == 80 + 16 + 24
    assert answer.share.sum() == 0
    assert bytes_of(answer) == 80 + 16 + 24 + 40
    assert bytes_of([answer, answer]) == bytes_of(answer, answer) == 160, "held once"
    network = text_network("SimpleRNN", 2)
    assert bytes_of(network) == bytes_of(None) == bytes_of("text") == 0
    assert bytes_of(ReplayError("{x}", x=np.zeros(9))) == 0


def test_each_word_of_a_sample_is_weighed_at_one_call() -> None:
    """A sample has a hundred thousand of them, and samples are weighed at every answer."""
    words, calls = tuple(f"word {n}" for n in range(1000)), 0

    def count(frame: object, event: str, of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        size = bytes_of(words)
    finally:
        sys.setprofile(None)
    assert size == 0
    assert calls < 1.1 * len(words)


def test_a_view_holds_the_whole(tmp_path: Path) -> None:
    whole = np.zeros((10, 10))
    assert bytes_of(whole[0]) == bytes_of(whole[0], whole[1:, 2]) == 800
    assert bytes_of(paged((10, 10), np.float32, tmp_path)[2:]) == 0, "it lies on the disk"


def test_the_oldest_gives_way() -> None:
    shared = np.zeros(100)
    known = OrderedDict((key, [shared, np.zeros(100)]) for key in "abcd")
    make_room(known, list("abc"), 1_600 + 800)
    assert list(known) == ["b", "c", "d"], "what several hold counts once"
    make_room(known, ["b", "c"], 1_600, elsewhere=[shared])
    assert list(known) == ["b", "c", "d"], "and not where somebody else holds it"
    make_room(known, ["b", "c"], 0)
    assert list(known) == ["d"], "what is not spare stays"
