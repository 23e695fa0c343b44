"""What lies on the disk, in blocks, says what the same in memory says; a full disk is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import paged as paged_module
from engine.errors import Cancelled, ReplayError
from engine.paged import let_go, paged
from engine.progress import finish
from engine.survey import intervals, remembered, storage
from engine.survey.card import card
from engine.survey.correlates import correlates
from engine.survey.disagreement import disagreement
from engine.survey.distribution import distribution
from engine.survey.judging import judging
from engine.survey.patterns import Condition, Pattern, search, where
from engine.survey.saturation import idle_units, saturation
from engine.survey.survey import Survey, survey
from tests.engine.survey import corpora
from tests.engine.survey.test_passes import same
from tests.networks import text_network

ROWS, STEPS = 150, 12


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GATESCOPE_CACHE", str(tmp_path))
    return tmp_path / "surveys"


def on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is kept in memory, and blocks are of a few sequences."""
    monkeypatch.setattr(storage, "IN_MEMORY", 0)
    monkeypatch.setattr(storage, "NUMBERS", 7 * STEPS)


def everything() -> dict[str, Any]:
    """All that is asked of a corpus that two networks have read."""
    inputs = corpora.ids(ROWS, STEPS).rows(np.arange(ROWS) % 9 > 0)
    first, second = (
        finish(survey(text_network(kind, 8, words=60), inputs)) for kind in ("LSTM", "GRU")
    )
    conditions = [
        Condition("lstm", "h", 1, False, 0.02),
        Condition("lstm", "c", 3, False, 0.05, True),
    ]
    return {
        "answers": (first.answers.at_steps, first.answers.ends),
        "judging": judging(first),
        "saturation": saturation(first),
        "idle": idle_units(first),
        "card": finish(card(first, "lstm", "c", 2)),
        "gate": finish(card(first, "lstm", "f", 2)),
        "search": finish(search(first, Pattern("lstm", "h", (1, 4, 5), 0.02, share=0.6), 9)),
        "where": finish(where(first, conditions, 9)),
        "apart": disagreement(first, second),
        "some": judging(first.of_numbers(np.arange(100, 180))),
    }


def equal(one: Any, other: Any, at: str) -> None:
    """Whether two answers are the same, but for how sums are rounded."""
    if hasattr(one, "__dataclass_fields__"):
        one, other = ({k: getattr(x, k) for k in x.__dataclass_fields__} for x in (one, other))
    if isinstance(one, dict):
        assert one.keys() == other.keys(), at
        for key in one:
            equal(one[key], other[key], f"{at}.{key}")
    elif isinstance(one, tuple | list):
        assert len(one) == len(other), at
        for k, (a, b) in enumerate(zip(one, other, strict=True)):
            equal(a, b, f"{at}[{k}]")
    elif isinstance(one, np.ndarray | float):
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-9, err_msg=at)
    elif not isinstance(one, Exception):
        assert one == other, at
    else:
        assert str(one) == str(other), at


def test_what_lies_on_the_disk_says_the_same(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    in_memory = everything()
    on_disk(monkeypatch)
    equal(everything(), in_memory, "")
    assert not list(cache.iterdir()), "files without a name"


def test_a_reading_is_kept_and_read_again_a_few_rows_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_disk(monkeypatch)
    monkeypatch.setattr(remembered, "SLOW", 0.0)
    network, inputs = text_network("LSTM", 8, words=60), corpora.ids(ROWS, STEPS)
    read = finish(remembered.remembered(network, inputs, lambda: survey(network, inputs)))

    def never() -> Any:
        raise AssertionError

    same(read, finish(remembered.remembered(network, inputs, never)))


@pytest.mark.parametrize("has_fallocate", [True, False])
def test_a_full_disk_is_said_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, has_fallocate: bool
) -> None:
    class Full:
        """A file on a full disk."""

        def write(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def fileno(self) -> int:
            return -1

    on_disk(monkeypatch)
    if has_fallocate:
        monkeypatch.setattr(os, "posix_fallocate", lambda *_: Full().write(b""), raising=False)
    else:
        monkeypatch.delattr(os, "posix_fallocate", raising=False)
        monkeypatch.setattr(paged_module.tempfile, "TemporaryFile", lambda **_: nullcontext(Full()))
    with pytest.raises(
        ReplayError, match=r"0 MB in .*surveys: No space left on device\. Make room"
    ):
        finish(survey(text_network("LSTM", 8, words=60), corpora.ids(ROWS, STEPS)))


def test_room_is_taken_where_the_system_cannot_take_it_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    array = paged((700_000, 2), np.float32, tmp_path)
    array[-1] = 3
    let_go(array, array[5:])
    assert array[:-1].sum() == 0 and array[-1].tolist() == [3, 3]


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="reads /proc")
def test_blocks_take_no_more_memory_than_one() -> None:
    code = """
import re, numpy as np
from engine.survey.storage import blocks, put, room
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) * 1024
before = peak()
array = room((2_000_000, 50), np.float32, 1.0)
total = 0.0
for some in blocks(array):
    total += array[some].sum(dtype=float)
put(array, 5, np.zeros((3, 50), np.float32))
assert total == array.size
print(peak() - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50e6, "the array has 400 MB"


@pytest.mark.parametrize("seed", range(5))
def test_a_distribution_is_that_of_all_values_together(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(storage, "NUMBERS", 40)
    random = np.random.default_rng(seed)
    values = np.round(random.normal(size=(31, 7)), random.integers(1, 8)).astype(np.float32)
    values[random.random(values.shape) < 0.2] = np.nan
    values[3, 2], values[5, 0] = np.inf, -0.0
    known = values[np.isfinite(values)].astype(np.float64)
    shares = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)
    found = distribution(values, shares, 9)
    counts, edges = np.histogram(known, 9, (known.min(), known.max()))
    np.testing.assert_array_equal(found.quantiles, np.quantile(known, shares))
    np.testing.assert_array_equal(found.histogram, counts)
    np.testing.assert_allclose(found.edges, edges)
    assert found.count == len(known)
    assert (found.mean, found.deviation) == pytest.approx((known.mean(), known.std()))


def test_a_bootstrap_of_pieces_is_one_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    sums = np.stack([np.random.default_rng(0).normal(size=3000), np.ones(3000)], axis=1)

    def interval() -> Any:
        return intervals.bootstrap(sums, lambda drawn: drawn[:, 0] / drawn[:, 1], draws=2000)

    whole = interval()
    monkeypatch.setattr(intervals, "_DRAWN", 100)
    np.testing.assert_allclose(interval(), whole, atol=0.003)  # half a width is 0.036


def test_a_correlation_stops_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Survey = finish(survey(text_network("LSTM", 8, words=60), corpora.ids(ROWS, STEPS)))
    values = np.random.default_rng(0).normal(size=(ROWS, STEPS)).astype(np.float32)
    asked: list[int] = []
    with pytest.raises(Cancelled):
        correlates(
            values,
            read.inputs,
            read.answers.at_steps,
            should_stop=lambda: bool(asked.append(1)) or len(asked) > 20,
        )


@pytest.mark.parametrize("what", ["judging", "disagreement"])
def test_what_is_counted_stops_between_two_blocks(
    monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    on_disk(monkeypatch)
    read = finish(survey(text_network("LSTM", 8, words=60), corpora.ids(ROWS, STEPS)))
    asked: list[int] = []

    def should_stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        if what == "judging":
            judging(read, should_stop)
        else:
            disagreement(read, read, should_stop)
    assert len(asked) == 4


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
def test_a_card_has_few_pages_in_memory_at_any_time() -> None:
    code = """
import re, threading, time
from engine.progress import finish
from engine.survey import storage
from engine.survey.card import card
from engine.survey.survey import survey
from tests.engine.survey.corpora import ids
from tests.networks import text_network
def mapped():
    return int(re.search(r"RssFile:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
storage.IN_MEMORY = 2**20
read = finish(survey(text_network("LSTM", 1, words=500), ids(100_000, 100)))
seen = [mapped()]
def watch():
    while True:
        seen.append(mapped())
        time.sleep(0.002)
threading.Thread(target=watch, daemon=True).start()
made = finish(card(read, "lstm", "h", 0))
print(max(seen) - seen[0], made.changes_looked_at)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    most, changes = map(int, done.stdout.split())
    assert changes == 500 and most < 40, "an array has 40 MB, and there are six of them"
