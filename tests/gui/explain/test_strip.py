"""The strip under the words: what each word did, what is remembered; with real events."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, UnsupportedError
from engine.explain.attribution import Attribution
from engine.explain.memory import Memory
from engine.explain.methods import METHODS, explain
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.session.asked import STRIPS
from engine.session.pane import Shade
from gui.explain.explaining import Question, Tell
from gui.explain.pages import PAGES
from gui.explain.strip_title import StripTitle
from gui.help.window import HelpWindow
from gui.i18n.languages import install_language
from gui.look.theme import theme
from gui.paths import GUIDE
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    MakeWindow,
    click,
    drawn_texts,
    hover,
    hovered,
    is_near,
    pixels,
    settle,
    spot,
    wheel,
)
from tests.gui.explain.conftest import Ask, wait
from tests.networks import text_network


def test_tabs_choose_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    strip, explaining = window.explain_strip, window.services.explaining
    heights = {}
    for name in ("attribution", "memory", "prediction"):
        tabs = strip.shown.findChildren(StripTitle)[0].tabs
        QTest.mouseClick(tabs.buttons[name], Qt.MouseButton.LeftButton)
        wait(window, qtbot)
        assert explaining.asked.strip == name
        assert strip.shown.isVisible()
        heights[name] = strip.height()
    assert len({*heights.values()}) > 1  # each has the height that it needs


def test_bars_are_the_scores_of_each_network_and_method(window: MainWindow, ask: Ask) -> None:
    ask(strip="attribution", methods=("gradxinput", "occlusion"))
    view = window.explain_strip.attribution
    assert list(view.rows) == [(p, m) for m in ("gradxinput", "occlusion") for p in (0, 1)]
    for (place, method), bars in view.rows.items():
        pane = window.session.panes[place]
        assert pane.trace is not None
        expected = explain(pane.network, pane.trace.sequence, method)
        np.testing.assert_allclose(bars.values, expected.scores, atol=1e-12)
        assert bars.most == pytest.approx(np.abs(expected.scores).max())
        assert bars.note.endswith("✓" if expected.checks[0].holds else "⚠")
        assert is_near(pixels(bars), theme().networks[place], 40).any()


def test_the_mouse_moves_the_one_cursor_and_hover_says_the_number(
    window: MainWindow, ask: Ask
) -> None:
    ask(strip="attribution")
    bars = window.explain_strip.attribution.rows[1, "gradxinput"]
    click(bars.viewport(), spot(bars, 30))
    assert window.session.step == 30
    wheel(bars.viewport(), -120)
    assert window.session.step == 31
    hover(bars.viewport(), spot(bars, 33))
    answer = window.explain_strip.attribution.answer((1, "gradxinput"))
    assert isinstance(answer, Attribution)
    assert f"{answer.scores[33]:+.4f}".replace("-", "−") in hovered()
    assert answer.checks[0].name in hovered()


def test_a_network_without_an_answer_explains_its_chosen_unit(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    whole = text_network("LSTM", 4)
    refused = UnsupportedError("There is no layer of this kind.")
    dense = replace(whole.layers[-1], refused=refused)
    window = make_window(Network("LSTM without", (*whole.layers[:-1], dense)))
    assert not window.session.panes[0].network.answers
    window.session.choose_unit(0, 2)
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="attribution")
    wait(window, qtbot)
    answer = window.explain_strip.attribution.answer((0, "gradxinput"))
    assert isinstance(answer, Attribution)
    assert (answer.explains, answer.target.unit) == ("h", 2)
    note = window.drawers.open(EXPLAIN).target.note
    assert note.isVisible()
    assert "unit 3" in note.text()
    wait(window, qtbot)


def test_memory_is_drawn_with_what_gates_keep_and_its_horizon(window: MainWindow, ask: Ask) -> None:
    ask(strip="memory")
    view = window.explain_strip.memory
    for of in ("state", "answer"):
        QTest.mouseClick(view.of.buttons[of], Qt.MouseButton.LeftButton)
        settle()
        for place in (0, 1):
            answer = view.answer(place)
            assert isinstance(answer, Memory)
            norms = answer.felt if of == "state" else answer.felt_by_answer
            drawn = view.plot.lines[place][0]
            np.testing.assert_allclose(10.0 ** drawn[norms >= 1e-6], norms[norms >= 1e-6])
            assert np.isnan(drawn[norms < 1e-6]).all()
            horizon = view.horizon(place)
            if horizon is not None:
                marks = [step for step, colour in view.plot.horizons]
                assert len(norms) - 1 - horizon in marks
    kept = view.answer(1)
    assert isinstance(kept, Memory) and kept.kept is not None
    assert len(view.plot.kept) == 1  # the SimpleRNN has no gate
    above = kept.kept.mean(axis=1) >= 1e-6
    np.testing.assert_allclose(10.0 ** view.plot.kept[0][0][above], kept.kept.mean(axis=1)[above])
    hover(view.plot.viewport(), spot(view.plot, 38))
    assert "d answer / d h_t" in hovered()


def test_the_horizon_is_marked_where_one_percent_is_left(window: MainWindow, ask: Ask) -> None:
    ask(strip="memory")
    view, seen = window.explain_strip.memory, 0
    for place in (0, 1):
        horizon, felt = view.horizon(place), view.felt(place)
        assert felt is not None
        if horizon is None:
            continue
        seen += 1
        at = len(felt) - 1 - horizon
        assert (felt[: at + 1] <= 0.01 * felt[-1]).all()
        assert felt[at + 1] > 0.01 * felt[-1]
        assert (at, theme().networks[place]) in view.plot.horizons
    assert seen


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("code", ["en", "ko"])
def test_names_and_horizons_do_not_collide(
    make_window: MakeWindow, qtbot: QtBot, qapp: QApplication, width: int, code: str
) -> None:
    long = [
        Network(f"{kind} of a name that does not end soon {kind}", text_network(kind, 3).layers)
        for kind in ("SimpleRNN", "LSTM", "GRU")
    ]
    window = make_window(*long, size=(width, 700))
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="memory")
    install_language(qapp, code)
    wait(window, qtbot)
    view = window.explain_strip.memory
    now, horizons = view._now.geometry(), view._horizons.geometry()
    assert not now.intersects(horizons)
    text = view._horizons.text()
    assert view._horizons.fontMetrics().horizontalAdvance(text) <= horizons.width()


@pytest.mark.parametrize("key", ["attribution", "felt"])
def test_words_take_its_colours(window: MainWindow, qtbot: QtBot, ask: Ask, key: str) -> None:
    session = window.session
    session.shade = Shade(1, key)
    wait(window, qtbot)
    shading = session.shading()
    assert shading is not None
    pane = session.panes[1]
    assert pane.trace is not None
    if key == "attribution":
        expected = explain(pane.network, pane.trace.sequence, "gradxinput").scores
        np.testing.assert_allclose(shading, expected, atol=1e-12)
    else:
        session.step = 30
        wait(window, qtbot)
        shading = session.shading()
        assert shading is not None
        assert shading[30] == pytest.approx(1.0)  # of the word itself everything is felt
        assert np.isnan(shading[31:]).all()


def test_errors_are_sentences_in_their_row(window: MainWindow, ask: Ask) -> None:
    ask(strip="attribution", channel=5)
    bars = window.explain_strip.attribution.rows[0, "gradxinput"]
    assert "There is no class 5" in bars.note
    assert not bars.values.any()
    ask(channel=None)
    assert "There is no class" not in bars.note


def test_every_method_says_itself_in_korean(
    window: MainWindow, ask: Ask, qapp: QApplication
) -> None:
    ask(strip="attribution", methods=tuple(METHODS))
    install_language(qapp, "ko")
    settle()
    names = [bars.name for bars in window.explain_strip.attribution.rows.values()]
    assert all("gradient" not in name for name in names)
    assert len({*names}) == len(names)
    assert not any("prediction" in text for text in drawn_texts(window.explain_strip))


def test_question_marks_open_their_page_of_the_guide(window: MainWindow, qtbot: QtBot) -> None:
    explaining = window.services.explaining
    titles = {}
    for strip in STRIPS:
        explaining.asked = replace(explaining.asked, strip=strip)
        wait(window, qtbot)
        (title,) = window.explain_strip.shown.findChildren(StripTitle)
        QTest.mouseClick(title.about, Qt.MouseButton.LeftButton)
        (guide,) = window.findChildren(HelpWindow)
        titles[strip] = guide.list.currentItem().text()
    explain_page = window.drawers.open(EXPLAIN).about
    explain_page.click()
    assert guide.list.currentItem().text() == titles["attribution"]
    assert len({*titles.values()}) == 3
    for page in PAGES:
        assert (GUIDE / "en" / f"{page.guide}.md").exists()
    guide.close()
    wait(window, qtbot)


@pytest.mark.parametrize("strip", ["attribution", "memory"])
def test_what_takes_long_shows_how_far_it_is_and_is_given_up(
    window: MainWindow, ask: Ask, qtbot: QtBot, strip: str
) -> None:
    ask(strip=strip)
    gate, given_up = Event(), Event()

    def work(should_stop: ShouldStop, tell: Tell) -> int:
        tell(0.4)
        while not gate.wait(0.005):
            if should_stop():
                given_up.set()
                raise Cancelled
        return 1

    asker = window.services.explaining.asker
    asker.ask("test", [Question("slow", "Computing", work, window.session.panes[0].network)])
    view = (
        window.explain_strip.attribution if strip == "attribution" else window.explain_strip.memory
    )
    qtbot.waitUntil(view.waiting.isVisible)
    assert "40 %" in view.waiting.what.text()
    view.waiting.cancel.click()
    qtbot.waitUntil(given_up.is_set)
    assert not view.waiting.isVisible()
    assert not asker.is_busy
