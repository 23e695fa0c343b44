"""What is held where its activation never takes it is said, and computed all the same."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.__main__ import main
from engine.library import bundled
from engine.network.cell_kinds import CELL_KINDS
from engine.replay.cells.registry import series_of
from engine.replay.edit_ranges import held_beyond
from engine.replay.edit_texts import parse_all
from tests.networks import text_network


@pytest.mark.parametrize("kind", CELL_KINDS)
def test_every_bound_of_every_series_is_one(kind: str) -> None:
    network = text_network(kind)
    (layer,) = network.recurrent
    bounded = 0
    for series in series_of(layer):
        for end, way in ((series.low, -1), (series.high, 1)):
            if end is None:
                continue
            bounded += 1
            for value, is_said in ((end, False), (end + way * 0.5, True), (end - way * 0.1, False)):
                edits = parse_all([f"{layer.name}.{series.key}={value:g}"])
                notes = held_beyond(network, edits)
                assert bool(notes) == is_said, (series.key, value)
                if notes:
                    assert f"{value:g}" in str(notes[0]) and f"{series.high:g}" in str(notes[0])
            off = parse_all([f"off: {layer.name}.{series.key}={end + way:g}"])
            assert not held_beyond(network, off), "what is switched off holds nothing"
    assert bounded
    assert not held_beyond(network, parse_all(["other.z=9", f"{layer.name}.nothing=9"]))


@pytest.mark.parametrize("command", ["trace", "explain"])
def test_the_shell_says_it_on_stderr_and_in_json(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next(entry.path for entry in bundled() if entry.name == "gru")
    arguments = [command, str(path), "--text", "a good film", "--edit", "gru.z=2", "--json"]
    arguments += ["--out", str(tmp_path / "t.npz")]
    if command == "explain":
        arguments += ["--method", "gradxinput"]
    assert main(arguments) == 0
    shown = capsys.readouterr()
    assert "note: “gru.z=2” holds z at 2" in shown.err and "from 0 to 1" in shown.err
    assert any("gru.z=2" in note for note in json.loads(shown.out)["notes"])
    if command == "trace":
        with np.load(tmp_path / "t.npz") as arrays:
            assert (arrays["gru/z"] == 2).any()
