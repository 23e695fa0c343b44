"""Readings on disk: the same numbers, bounded, and never in the way."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.network.network import Network
from engine.progress import Progress, finish
from engine.survey import remembered as module
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.remembered import folder, key_of, remembered
from engine.survey.survey import Survey, survey
from tests.engine.survey.corpora import ids
from tests.engine.survey.test_passes import same
from tests.networks import text_network

NETWORK, INPUTS = text_network("LSTM", 5), ids(60, 9)


class Reader:
    """Reads, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, network: Network = NETWORK, inputs: CorpusInputs = INPUTS) -> Survey:
        def read() -> Generator[Progress, None, Survey]:
            self.count += 1
            return (yield from survey(network, inputs))

        return finish(remembered(network, inputs, read))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(module, "SLOW", 0.0)
    return Reader()


@pytest.mark.parametrize("kind", ["LSTM", "GRU", "SimpleRNN"])
def test_what_is_kept_is_what_was_read(reader: Reader, kind: str) -> None:
    network = text_network(kind, 5)
    first = reader(network)
    again = reader(network)
    assert reader.count == 1 and again is not first
    same(first, again)
    assert again.notes == first.notes and again.answers.looks_ahead == first.answers.looks_ahead
    names = [each.name for each in folder().iterdir()]
    assert names == [f"{key_of(network, INPUTS)}.npz"]


def test_what_was_quick_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLOW", 3600.0)
    reader = Reader()
    reader()
    reader()
    assert reader.count == 2 and not folder().exists()


def test_another_network_corpus_or_encoding_is_read_anew(reader: Reader) -> None:
    reader()
    layer = NETWORK.recurrent[0]
    weights = {key: value.copy() for key, value in layer.weights.items()}
    next(iter(weights.values())).flat[0] += np.float32(1e-3)
    layers = tuple(
        replace(layer, weights=weights) if each is layer else each for each in NETWORK.layers
    )
    padding = INPUTS.padding.copy()
    padding[0, 0] = ~padding[0, 0]
    reader(replace(NETWORK, layers=layers))
    reader(NETWORK, ids(60, 9, seed=1))
    reader(NETWORK, replace(INPUTS, padding=padding))
    assert reader.count == 4 == len(list(folder().iterdir()))


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "pickled", "other", "bare", "huge"])
def test_a_damaged_file_is_read_again_and_said(reader: Reader, damage: str) -> None:
    first = reader()
    [path] = folder().iterdir()
    whole = path.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "changed":
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "huge":
        path.write_bytes(whole + bytes(3_000_000))
    else:
        with np.load(path) as kept:
            arrays = dict(kept)
        if damage == "pickled":
            arrays["answers.ends"] = np.array([Evil()], object)
        elif damage == "other":
            arrays["answers.ends"] = arrays["answers.ends"][:-1]
        else:
            arrays = {}
        np.savez(path, **arrays)
    again = reader()
    assert reader.count == 2 and not Evil.hatched
    same(first, again)
    said = [str(note) for note in again.notes]
    assert any("is damaged and was read again: " in text for text in said)
    assert reader().notes == first.notes and reader.count == 2  # it was kept anew


class Evil:
    """What a pickle would run."""

    hatched = False

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return setattr, (Evil, "hatched", True)


def test_a_full_disk_is_said_and_nothing_is_lost(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write", full)
        found = reader()
    assert "not kept for the next start, which will take as long: No space left" in str(
        found.notes[-1]
    )
    same(found, reader())
    assert reader.count == 2 and len(list(folder().iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_said(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("GATESCOPE_CACHE", str(tmp_path / "file"))
    assert "not kept for the next start" in str(reader().notes[-1])


def test_what_was_used_longest_ago_goes_first(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpora = [ids(60, 9, seed=seed) for seed in range(4)]
    reader(NETWORK, corpora[0])
    [path] = folder().iterdir()
    monkeypatch.setattr(module, "MAX_BYTES", int(3.5 * path.stat().st_size))
    for age, corpus in enumerate(corpora[:3]):
        reader(NETWORK, corpus)
        os.utime(folder() / f"{key_of(NETWORK, corpus)}.npz", (1000 + age, 1000 + age))
    reader(NETWORK, corpora[0])  # is used
    assert reader.count == 3
    reader(NETWORK, corpora[3])
    left = {each.stem for each in folder().iterdir()}
    assert left == {key_of(NETWORK, corpora[place]) for place in (0, 2, 3)}
    monkeypatch.setattr(module, "MAX_BYTES", 100)
    assert "MB are more than" in str(reader(NETWORK, ids(60, 9, seed=9)).notes[-1])
    assert {each.stem for each in folder().iterdir()} == left
