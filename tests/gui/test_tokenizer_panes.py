"""Networks with different dictionaries side by side."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from engine.text.review import Review
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow
from tests.networks import text_network

INDEX = {"<OOV>": 1, "good": 2, "film": 3, "bad": 4}
TEXT = "a good film, bad"


def read(window: MainWindow) -> list[Review]:
    """What each pane has read."""
    traces = [pane.trace for pane in window.session.panes]
    sequences = [None if trace is None else trace.sequence for trace in traces]
    assert all(isinstance(one, Review) for one in sequences)
    return sequences  # type: ignore[return-value]


def test_panes_with_different_dictionaries_share_their_steps(
    qtbot: QtBot, tmp_path: Path, make_window: MakeWindow
) -> None:
    own = replace(text_network("LSTM", words=6), path=tmp_path / "m.keras", digest="a")
    window = make_window(text_network("GRU"), own, text=TEXT, length=10)
    session, dictionaries = window.session, window.services.reading.dictionaries
    session.prepare = dictionaries.prepare
    session.focus = 1
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"word_index": INDEX, "oov_token": "<OOV>"}))
    qtbot.waitUntil(lambda: not window.services.reading.dictionaries._works, timeout=20_000)
    dictionaries.choose(path)
    qtbot.waitUntil(lambda: dictionaries.of(own).origin == "chosen", timeout=20_000)

    imdb, mine = read(window)
    assert mine is session.review and mine.inputs.tolist() == [0] * 6 + [1, 2, 3, 4]
    assert imdb.steps == mine.steps
    assert imdb.inputs.tolist() == [0] * 6 + [6, 52, 22, 78]
    assert mine.unknown.tolist() == [False] * 6 + [True, False, False, False]
    assert not imdb.unknown.any()

    session.focus = 0
    imdb, mine = read(window)
    assert imdb.inputs.tolist() == [0] * 5 + [1, 6, 52, 22, 78]
    assert mine.inputs.tolist() == [0] * 5 + [0, 1, 2, 3, 4]
    assert imdb.steps == mine.steps
    np.testing.assert_array_equal(imdb.padding, mine.padding)
