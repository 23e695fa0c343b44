"""The drawer: what is asked, by which methods, and what their checks say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from scipy.stats import spearmanr

from engine.explain.methods import METHODS, explain
from engine.explain.target import Target
from engine.session.pane import Shade
from gui.explain import questions
from gui.explain.panel import ExplainPanel
from gui.i18n.languages import install_language
from gui.look.scale import px
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import plain, settle
from tests.gui.explain.conftest import Ask, wait


def press(button: QAbstractButton) -> None:
    """As with the mouse; a box is as wide as its column, and takes clicks on its text."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


def test_methods_are_ticked_in_their_order_and_one_stays(
    window: MainWindow, panel: ExplainPanel
) -> None:
    boxes, explaining = panel.methods.boxes, window.services.explaining
    assert [name for name, box in boxes.items() if box.isChecked()] == ["gradxinput"]
    for name in ("occlusion", "ig"):
        press(boxes[name])
    assert explaining.asked.methods == ("gradxinput", "ig", "occlusion")
    for name in METHODS:
        if boxes[name].isChecked():
            press(boxes[name])
    assert explaining.asked.methods == ("occlusion",)
    assert boxes["occlusion"].isChecked()
    for name, box in boxes.items():
        assert METHODS[name].source in box.toolTip()


def test_settings_are_there_for_the_methods_that_have_some(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    methods, explaining = panel.methods, window.services.explaining
    assert not methods.baseline.isVisible()
    press(methods.boxes["ig"])
    settle()
    assert methods.baseline.isVisible()
    assert not methods.replacement.isVisible()
    methods.baseline.setFocus()
    QTest.keyClick(methods.baseline, Qt.Key.Key_Down)
    methods.points.setValue(8)
    press(methods.boxes["occlusion"])
    settle()
    methods.replacement.setFocus()
    QTest.keyClick(methods.replacement, Qt.Key.Key_Down)
    assert explaining.settings_for("ig").baseline == "padding"
    assert explaining.settings_for("ig").steps == 8
    assert explaining.settings_for("occlusion").baseline == "padding"
    assert explaining.settings_for("lrp") == explaining.settings_for("gradxinput")
    wait(window, qtbot)
    question = questions.attribution_in(window.session, explaining, 0, "ig")
    assert question is not None
    assert explaining.asker.find(question.key).settings["points"] == 8


def test_every_check_is_said_in_full(window: MainWindow, panel: ExplainPanel, ask: Ask) -> None:
    ask(methods=tuple(METHODS))
    for place, pane in enumerate(window.session.panes):
        said = plain(panel.checks.checks[place])
        assert pane.trace is not None
        for method in METHODS:
            (check,) = explain(pane.network, pane.trace.sequence, method).checks
            assert check.name in said
            assert f"{check.tolerance:.0e}" in said
        assert said.count("✓") + said.count("⚠") == len(METHODS)


def test_agreement_is_spearmans_over_the_words(
    window: MainWindow, panel: ExplainPanel, ask: Ask
) -> None:
    ask(methods=("gradxinput", "occlusion"))
    said = plain(panel.checks.agreement)
    scores = {}
    for place, pane in enumerate(window.session.panes):
        assert pane.trace is not None
        for method in ("gradxinput", "occlusion"):
            words = ~pane.trace.sequence.padding
            result = explain(pane.network, pane.trace.sequence, method)
            scores[place, method] = result.scores[words]
    pairs = [((place, "gradxinput"), (place, "occlusion")) for place in (0, 1)]
    pairs += [((0, method), (1, method)) for method in ("gradxinput", "occlusion")]
    for one, other in pairs:
        value = float(spearmanr(scores[one], scores[other])[0])
        assert f"{value:+.2f}".replace("-", "−") in said
    assert len(scores[0, "gradxinput"]) < window.session.steps  # without the padding


def test_the_answer_at_the_cursor(window: MainWindow, panel: ExplainPanel, qtbot: QtBot) -> None:
    explaining = window.services.explaining
    panel.target.at.setFocus()
    QTest.keyClick(panel.target.at, Qt.Key.Key_Down)
    assert explaining.asked.at == "cursor"
    window.session.step = 6
    wait(window, qtbot)
    question = questions.attribution_in(window.session, explaining, 1, "gradxinput")
    assert question is not None
    pane = window.session.panes[1]
    assert pane.trace is not None
    expected = explain(pane.network, pane.trace.sequence, "gradxinput", Target(at=6))
    np.testing.assert_allclose(explaining.asker.find(question.key).scores, expected.scores)
    assert not expected.scores[7:].any()


def test_a_closed_drawer_asks_nothing(window: MainWindow, panel: ExplainPanel, ask: Ask) -> None:
    window.drawers.show_place("")
    settle()
    ask(methods=("lrp",))
    question = questions.attribution_in(window.session, window.services.explaining, 0, "lrp")
    assert question is not None
    assert window.services.explaining.asker.find(question.key) is None
    window.drawers.open(EXPLAIN)
    settle()
    assert window.services.explaining.asker.is_busy or (
        window.services.explaining.asker.find(question.key) is not None
    )


def test_words_are_coloured_by_it_and_back(window: MainWindow, panel: ExplainPanel) -> None:
    press(panel.colours)
    assert window.session.shade == Shade(window.session.focus, "attribution")
    window.session.shade = Shade(0, "h")
    assert not panel.colours.isChecked()
    press(panel.colours)
    press(panel.colours)
    assert window.session.shade == Shade()


def test_deletion_is_measured_when_asked_and_given_up(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    explaining, session = window.services.explaining, window.session

    def sample(network: object, count: int, seed: int) -> list[object]:
        pane = next(pane for pane in session.panes if pane.network is network)
        assert pane.trace is not None
        return [pane.trace.sequence] * 3

    monkeypatch.setattr(explaining, "sample", sample)
    assert not panel.deletion.plots[0].isVisible()
    panel.deletion.measure.click()
    wait(window, qtbot)
    for place in (0, 1):
        answer = panel.deletion.answer(place)
        plot, said = panel.deletion.plots[place], plain(panel.deletion.results[place])
        assert plot.isVisible()
        mean, _ = answer.area("gradxinput")
        assert f"{mean:+.2f}".replace("-", "−") in said
        assert "3 reviews, seed 0" in said
        assert f"{answer.curve('gradxinput')[0]:+.3f}".replace("-", "−") in plot.say(0.0)
    press(panel.methods.boxes["lrp"])
    settle()
    assert not panel.deletion.plots[0].isVisible()  # of other methods nothing is known yet


def test_it_fits_its_width_in_korean_too(
    window: MainWindow, panel: ExplainPanel, ask: Ask, qapp: QApplication
) -> None:
    ask(methods=tuple(METHODS))
    for code in ("en", "ko"):
        install_language(qapp, code)
        settle()
        inside = panel.width() - px(28)
        for section in (panel.target, panel.methods, panel.checks, panel.deletion):
            assert section.minimumSizeHint().width() <= inside, section
