"""The drawer: what is asked, by which methods, and what their checks say."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.explain.deletion import deletion
from engine.explain.methods import METHODS, explain
from engine.explain.target import Target
from engine.sequence import Sequence
from engine.session.asked import STRIPS
from engine.session.pane import Shade
from gui.explain import questions
from gui.explain.pages import PAGES
from gui.explain.panel import ExplainPanel
from gui.i18n.languages import install_language
from gui.look.scale import px
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, drawn_texts, plain, settle, without_markup
from tests.gui.explain.conftest import Ask, wait
from tests.networks import text_network


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
    from scipy.stats import spearmanr

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


def test_deletion_is_of_what_is_explained(
    window: MainWindow,
    panel: ExplainPanel,
    ask: Ask,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At the cursor: of the answer had the reading ended there; another step is another question."""
    explaining, session = window.services.explaining, window.session
    traces = {pane.network: pane.trace for pane in session.panes}
    monkeypatch.setattr(
        explaining, "sample", lambda network, count, seed: [traces[network].sequence] * 2
    )
    session.step = session.steps - 3
    ask(at="cursor", methods=("gradxinput",))
    panel.deletion.measure.click()
    wait(window, qtbot)
    trace = session.panes[0].trace
    assert trace is not None
    target = Target(at=session.step)
    wanted = deletion(trace.network, [trace.sequence] * 2, ["gradxinput"], target=target)
    at_the_end = deletion(trace.network, [trace.sequence] * 2, ["gradxinput"])
    answer = panel.deletion.answer(0)
    np.testing.assert_array_equal(answer.curve("gradxinput"), wanted.curve("gradxinput"))
    assert (answer.curve("gradxinput") != at_the_end.curve("gradxinput")).any()
    assert f"2 reviews, seed 0, at step {session.step + 1}" in plain(panel.deletion.results[0])
    session.step -= 1
    settle()
    assert not panel.deletion.plots[0].isVisible()
    session.step += 1
    settle()
    assert panel.deletion.plots[0].isVisible()
    ask(at="end")
    assert not panel.deletion.plots[0].isVisible()


def test_deletion_without_an_answer_is_of_the_chosen_unit(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    session, explaining = window.session, window.services.explaining
    asked = [questions.deletion(session, explaining, place).key for place in (0, 1)]
    network = session.panes[0].network
    bare = replace(network, calls=network.calls[:-1], outputs=())
    session.update_network(0, bare)
    settle()
    target = questions.target_in(session, explaining, 0)
    assert target == Target(layer=session.panes[0].layer, unit=session.panes[0].units[0])
    of_unit = questions.deletion(session, explaining, 0).key
    assert target in of_unit
    assert target not in asked[0]
    assert questions.deletion(session, explaining, 1).key == asked[1]


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


ABOUT_REVIEWS = (
    "a sample of reviews is only",
    "for networks of words",
    "The padding lab is for words",
    "The review padded in front or behind",
)
"""Sentences that say what only words have."""


def test_of_numbers_nothing_is_said_of_words_or_reviews(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """In the drawer, in every strip and on every page, what is shown and what is said on hover."""
    networks = []
    for kind in ("LSTM", "SimpleRNN"):
        network = text_network(kind)
        layers = network.layers[1:]
        networks.append(replace(network, layers=layers, features=16, calls=(), inputs=()))
    window = make_window(*networks)
    random = np.random.default_rng(0)
    rows = random.normal(size=(30, 16)).astype(np.float32)
    names = tuple(map(str, range(1, 31)))
    window.session.read(Sequence(rows, names, np.zeros(30, bool)))
    window.drawers.open(EXPLAIN)
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, methods=tuple(METHODS))
    pages = ("", *(row.name for row in PAGES))
    strips = (*STRIPS, *STRIPS[-1:] * (len(pages) - len(STRIPS)))
    for strip, page in zip(strips, pages, strict=True):
        explaining.asked = replace(explaining.asked, strip=strip)
        explaining.page = page
        wait(window, qtbot)
        shown = [window.drawers.open(EXPLAIN), window.explain_strip.shown, window.pages.page]
        for each in filter(None, shown):
            children = [child for child in each.findChildren(QWidget) if child.isVisible()]
            said = [without_markup(child.toolTip()) for child in children]
            for text in (*drawn_texts(each), *said):
                if not any(about in text for about in ABOUT_REVIEWS):
                    assert not re.search(r"\b(words?|reviews?)\b", text), (strip, page, text)
