"""Explanations as a file: arrays, and a table of what has one number a step."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from engine.explain.export import Explanation, write_explanations
from engine.explain.fading import felt_in
from engine.explain.memory import memory_of
from engine.explain.methods import explain
from engine.replay.attended import Attended
from tests.engine.explain.networks import ids, text


def test_a_file_has_everything_and_a_table_what_has_a_number_a_step(tmp_path: Path) -> None:
    network, read, words = text("LSTM"), ids(4), ["=a", "b", "c", "d"]
    scores, memory = explain(network, read, "gradxinput"), memory_of(network, read, "lstm")
    felt = felt_in(network, read, "lstm")
    weights, at = np.ones((2, 4, 4), np.float32) / 4, np.arange(4, dtype=np.int32)
    attended = Attended(network.layers[1], weights, at, at, at >= 0, at >= 0)
    of_network: list[Explanation] = [scores, memory, felt, attended]
    every = [("net", each) for each in of_network]
    assert write_explanations(words, every, tmp_path / "all.npz")
    with np.load(tmp_path / "all.npz") as found:
        arrays = dict(found)
    assert arrays["words"].tolist() == words and arrays["net/gradxinput/answer"] == scores.answer
    assert scores.checks[0].name in arrays["net/gradxinput/check"][0]
    wanted = {
        "gradxinput": scores.scores,
        "memory/c": memory.state["c"],
        "memory of the answer/h": memory.answer["h"],
        "kept": memory.gate_product,
        "fading": felt.norms,
        "lstm/attention": weights,
    }
    for name, values in wanted.items():
        np.testing.assert_array_equal(arrays[f"net/{name}"], values)
    assert not write_explanations(words, every, tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["step"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0]["word"] != "=a" and rows[0]["word"].endswith("=a"), "no spreadsheet computes it"
    assert [float(row["net/gradxinput"]) for row in rows] == scores.scores.tolist()
    assert set(rows[0]) == {"step", "word", "net/gradxinput"} | {
        f"net/{title}/{key}" for title in ("memory", "memory of the answer") for key in "hc"
    }
