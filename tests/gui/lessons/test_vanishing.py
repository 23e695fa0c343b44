"""The curves are the engine's gradients; the dashed one is a power."""

from __future__ import annotations

import re

import numpy as np
from pytestqt.qtbot import QtBot

from gui.lessons.vanishing import BACK, FAR, KINDS, Vanishing
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, case, settle
from tests.gui.lessons.test_lessons import open_lessons


def _picture(window: MainWindow, qtbot: QtBot) -> Vanishing:
    panel = open_lessons(window)
    panel.show_lesson("07-vanishing-gradient")
    settle()
    picture = panel.view.picture
    assert isinstance(picture, Vanishing)
    qtbot.waitUntil(lambda: bool(picture.left))
    return picture


def test_what_is_left_is_a_gradient(window: MainWindow, qtbot: QtBot) -> None:
    """Of the SimpleRNN, by hand: a product of matrices."""
    picture = _picture(window, qtbot)
    assert set(picture.left) == set(KINDS)
    trace = window.session.panes[0].layer_trace
    assert trace is not None
    weights = np.asarray(trace.layer.weights["recurrent_kernel"], np.float64)
    states = np.asarray(trace.series["h"], np.float64)
    product = np.eye(len(weights))
    norms = [np.linalg.norm(product)]
    for step in range(39, 39 - BACK, -1):
        product = product @ (weights * (1 - states[step] ** 2)).T
        norms.append(np.linalg.norm(product))
    found = picture.left["SimpleRNN"][: BACK + 1]
    np.testing.assert_allclose(found, np.array(norms) / norms[0], rtol=1e-3)
    assert 0 < found[BACK] < 0.01  # two digits that count, where two decimals were 0.00
    assert f"{found[BACK]:.1e}".replace("-", "−") in picture.said.text()
    far = len(picture.left["SimpleRNN"]) - 1
    assert BACK < far < FAR
    assert "before the end" in picture.said.text() and f"{far} steps" in picture.said.text()


def test_a_factor_is_multiplied(window: MainWindow, qtbot: QtBot) -> None:
    picture = _picture(window, qtbot)
    for hundredths in [50, 90, 150]:
        with case(hundredths):
            picture.weight.setValue(hundredths)
            said = re.findall(r"[\d.,]+", picture.power.text())
            assert float(said[0]) == hundredths / 100
            _, drawn = picture._power.getOriginalDataset()
            np.testing.assert_allclose(drawn[:10], (hundredths / 100) ** np.arange(10))


def test_it_asks_anew_for_another_review(window: MainWindow, qtbot: QtBot) -> None:
    picture = _picture(window, qtbot)
    before = picture.left["LSTM"]
    window.services.reading.read_text("a wholly other review that is not about the film at all")
    qtbot.waitUntil(lambda: "LSTM" in picture.left and picture.left["LSTM"] is not before)
    assert not np.array_equal(before, picture.left["LSTM"])


def test_of_a_short_reading_it_is_said_at_its_first_step(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    picture = _picture(make_window(length=6), qtbot)
    assert "5 steps before the end" in picture.said.text()
    left = picture.left["LSTM"][5]
    assert f"{left:.2f}" in picture.said.text() or f"{left:.1e}"[:3] in picture.said.text()
