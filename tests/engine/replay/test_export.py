"""The trace file: its names, its numbers, and that it is written whole or not at all."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.replay.export import arrays, write_csv, write_npz
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence
from tests.networks import text_network

IDS = np.array([0, 0, 1, 14, 3], np.int32)
WORDS = ("", "", "the", 'comma, "quote"', "영화")
PADDING = np.array([True, True, False, False, False])


def traced(kind: str = "LSTM", layers: int = 1) -> Trace:
    network = text_network(kind, 4, words=50, layers=layers)
    return replay(network, Sequence(IDS, WORDS, PADDING))


def traced_numbers() -> Trace:
    whole = text_network("GRU", 4, embedding=3)
    head = whole.layers[-1]
    weights = {"kernel": np.ones((4, 2), np.float32), "bias": np.zeros(2, np.float32)}
    dense = replace(head, weights=weights, options={"units": 2, "activation": "softmax"})
    network = Network("GRU(4)", (whole.layers[1], dense), features=3)
    values = np.random.default_rng(1).standard_normal((5, 3)).astype(np.float32)
    return replay(network, Sequence(values, tuple("12345"), np.zeros(5, bool)))


KEYS = {"SimpleRNN": "h", "LSTM": "hcfigo", "GRU": "hzrn"}


@pytest.mark.parametrize("kind", KEYS)
def test_npz_has_the_names_of_the_contract(tmp_path: Path, kind: str) -> None:
    trace = traced(kind, layers=2)
    write_npz(trace, tmp_path / "trace.npz")
    with np.load(tmp_path / "trace.npz", allow_pickle=False) as found:
        data = dict(found)
    name = kind.lower()
    series = {f"{layer}/{key}" for layer in (name, f"{name}_1") for key in KEYS[kind]}
    assert set(data) == {"words", "ids", "mask", "prediction"} | series
    assert data["words"].tolist() == list(WORDS)
    assert (data["ids"].dtype, data["ids"].tolist()) == (np.int32, IDS.tolist())
    assert (data["mask"].dtype, data["mask"].tolist()) == (np.bool_, (~PADDING).tolist())
    assert data["prediction"].shape == (5,)
    for key in series:
        layer, letter = key.split("/")
        assert (data[key].shape, data[key].dtype) == ((5, 4), np.float32)
        assert (data[key] == trace.layers[layer].series[letter]).all()


def test_npz_holds_no_pickle(tmp_path: Path) -> None:
    write_npz(traced(), tmp_path / "trace.npz")
    with zipfile.ZipFile(tmp_path / "trace.npz") as archive:
        for name in archive.namelist():
            assert name.endswith(".npy")
            assert b"|O" not in archive.read(name)[:128]


def test_numbers_and_classes(tmp_path: Path) -> None:
    trace = traced_numbers()
    assert arrays(trace)["prediction"].shape == (5, 2)
    assert (arrays(trace)["values"] == trace.sequence.inputs).all()
    assert "ids" not in arrays(trace)
    write_csv(trace, tmp_path / "trace.csv")
    with (tmp_path / "trace.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:8] == [
        *("step", "word", "value/0", "value/1", "value/2"),
        *("mask", "prediction/0", "prediction/1"),
    ]
    assert len(head) == len(rows[0]) == 8 + 4 * 4


def test_csv_reads_back_to_the_same_numbers(tmp_path: Path) -> None:
    trace = traced()
    write_csv(trace, tmp_path / "trace.csv")
    with (tmp_path / "trace.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["word"] for row in rows] == list(WORDS)
    assert [row["step"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row["mask"] for row in rows] == ["0", "0", "1", "1", "1"]
    assert [int(row["id"]) for row in rows] == IDS.tolist()
    for t, row in enumerate(rows):
        assert np.float32(row["prediction"]) == trace.prediction[t]
        for key in "hcfigo":
            for unit in range(4):
                found = np.float32(row[f"lstm/{key}/{unit}"])
                assert found == trace.layers["lstm"].series[key][t, unit]


@pytest.mark.parametrize("write", [write_npz, write_csv])
def test_nowhere_to_write(tmp_path: Path, write: object) -> None:
    with pytest.raises(GatescopeError, match="cannot be written: No such file or directory"):
        write(traced(), tmp_path / "none" / "trace")  # type: ignore[operator]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", [write_npz, write_csv])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: object
) -> None:
    path = tmp_path / "trace"
    path.write_text("the one before")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.atomic.os.replace", full)
    with pytest.raises(GatescopeError, match=r"No space left on device. Choose another folder"):
        write(traced(), path)  # type: ignore[operator]
    assert path.read_text() == "the one before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_has_ordinary_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_npz(traced(), tmp_path / "trace.npz")
    assert (tmp_path / "trace.npz").stat().st_mode == (tmp_path / "plain").stat().st_mode
