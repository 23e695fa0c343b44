"""Shuffling moves the answers of networks with time, and not that of a bag of words."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from engine.replay.replay import replay
from engine.sequence import Sequence
from gui.lessons.shuffled import ShuffledWords
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.lessons.test_lessons import open_lessons

LEFT = Qt.MouseButton.LeftButton


def _picture(window: MainWindow) -> ShuffledWords:
    panel = open_lessons(window)
    panel.show_lesson("02-static-and-dynamic")
    settle()
    assert isinstance(panel.view.picture, ShuffledWords)
    return panel.view.picture


def test_whose_answer_moves(window: MainWindow) -> None:
    picture = _picture(window)
    assert all(before == after for before, after in picture.answers.shown.values())
    as_written = picture.words.text()
    QTest.mouseClick(picture.again, LEFT)
    assert sorted(picture.words.text().split()) == sorted(as_written.split())
    assert picture.words.text() != as_written
    moved = {name: abs(b - a) for name, (b, a) in picture.answers.shown.items()}
    assert moved["LSTM(8)"] > 0 and moved["SimpleRNN(8)"] > 0
    assert moved["bag of words"] < 1e-6
    trace = window.session.panes[1].trace
    assert trace is not None
    assert picture.answers.shown["LSTM(8)"][0] == pytest.approx(
        float(trace.prediction[-1]), abs=1e-6
    )
    first = picture.words.text()
    QTest.mouseClick(picture.again, LEFT)
    assert picture.words.text() != first, "another order"
    QTest.mouseClick(picture.back, LEFT)
    assert picture.words.text() == as_written
    assert "filter" in picture.found.text()


def test_many_reviews_are_asked(window: MainWindow, qtbot: QtBot) -> None:
    """And what is said of them is computed."""
    picture = _picture(window)
    read = window.session.sequence
    assert read is not None
    random = np.random.default_rng(5)

    def sample(network: Network, count: int, seed: int) -> list[Sequence]:
        prepared = window.session.prepare(network, read)
        return [replace(prepared, inputs=random.permutation(prepared.inputs)) for _ in range(9)]

    picture.context.sample = sample
    QTest.mouseClick(picture.ask, LEFT)
    qtbot.waitUntil(lambda: bool(picture.sample))
    assert picture.sample["bag of words"].changes.max() < 1e-6
    found = picture.sample["LSTM(8)"]
    assert len(found.before) == 9
    moved = f"moved by {found.changes.mean():.3f} in the mean"
    assert re.search(rf"LSTM\(8\): (?:(?!: right).)*{re.escape(moved)}", picture.said.text())
    network = window.session.panes[1].network
    answer = float(replay(network, window.session.prepare(network, read)).prediction[-1])
    assert 0 < answer < 1 and picture.said.text().startswith("9 reviews")
