"""The strip under the words: what each word did, what is remembered; with real events."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
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
from engine.replay.edit_texts import parse_all
from engine.session.asked import STRIPS
from engine.session.pane import Shade
from gui.explain.explaining import Question, Tell
from gui.explain.pages import PAGES
from gui.explain.strip_title import StripTitle
from gui.help.window import HelpWindow
from gui.i18n.languages import install_language
from gui.look.numbers_text import number
from gui.look.painted_text import text_width
from gui.look.scale import px
from gui.look.theme import theme
from gui.naming import pane_names
from gui.paths import GUIDE
from gui.places import EXPLAIN
from gui.plots.bars import NAMED
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    MakeWindow,
    case,
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


def test_the_cursor_does_not_run_through_the_name_of_a_row(window: MainWindow, ask: Ask) -> None:
    ask(strip="attribution")
    for bars in window.explain_strip.attribution.rows.values():
        window.session.step = 30
        named = pixels(bars)[: px(NAMED), : px(40)]
        window.session.step = 0
        shown = pixels(bars)
        assert (shown[: px(NAMED), : px(40)] == named).all()
        assert is_near(shown[px(NAMED) :, : px(40)], theme().accent, 40).any()


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
    assert isinstance(kept, Memory) and kept.gate_product is not None
    assert len(view.plot.gate_products) == 1  # the SimpleRNN has no gate
    above = kept.gate_product.mean(axis=1) >= 1e-6
    np.testing.assert_allclose(
        10.0 ** view.plot.gate_products[0][0][above], kept.gate_product.mean(axis=1)[above]
    )
    hover(view.plot.viewport(), spot(view.plot, 38))
    assert "d answer / d h_t" in hovered()


def test_the_horizon_is_marked_where_one_percent_is_left(window: MainWindow, ask: Ask) -> None:
    ask(strip="memory")
    view, seen = window.explain_strip.memory, 0
    for place in (0, 1):
        horizon, felt = view.horizon(place), view.felt(place)
        assert felt is not None
        if horizon is None:
            assert f"more than {len(felt) - 1} steps" in view._horizons.toolTip()
            continue
        seen += 1
        at = len(felt) - 1 - horizon
        assert (felt[: at + 1] <= 0.01 * felt[-1]).all()
        assert felt[at + 1] > 0.01 * felt[-1]
        assert (at, theme().networks[place]) in view.plot.horizons
    assert seen


def test_names_and_horizons_do_not_collide(
    make_window: MakeWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    long = [
        Network(f"{kind} of a name that does not end soon {kind}", text_network(kind, 3).layers)
        for kind in ("SimpleRNN", "LSTM", "GRU")
    ]
    window = make_window(*long)
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="memory")
    for code, width in product(["en", "ko"], [1024, 1440]):
        with case(code, width):
            window.resize(width, 700)
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
    assert "There is no class 6" in bars.note
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
    asker.ask(strip, [Question("slow", "Computing", work, window.session.panes[0].network)])
    view = (
        window.explain_strip.attribution if strip == "attribution" else window.explain_strip.memory
    )
    qtbot.waitUntil(view.waiting.isVisible)
    assert "40\u00a0%" in view.waiting.what.text()
    view.waiting.cancel.click()
    qtbot.waitUntil(given_up.is_set)
    assert not view.waiting.isVisible()
    assert not asker.is_busy


def test_why_there_is_no_memory_is_said_in_its_line(make_window: MakeWindow, qtbot: QtBot) -> None:
    network = text_network("LSTM", 2)
    embedding, lstm, dense = network.layers
    no_number = {**lstm.weights, "recurrent_kernel": np.full((2, 8), np.inf, np.float32)}
    broken = replace(network, layers=(embedding, replace(lstm, weights=no_number), dense))
    window = make_window(network, broken, size=(1024, 700))
    window.services.explaining.choose_strip("memory")
    wait(window, qtbot)
    view = window.explain_strip.memory
    assert "half-life" in view.half_lives[0].text()
    assert "not all finite numbers" in view.half_lives[1].text()
    assert view.half_lives[1].text().startswith("LSTM(2) · 2: ")
    assert view._horizons.geometry().bottom() < view.half_lives[1].geometry().top()
    window.session.remove_pane(0)
    wait(window, qtbot)
    assert "not all finite numbers" in view.half_lives[0].text() and view._horizons.isHidden()


def test_what_was_given_up_is_computed_once_it_is_chosen_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    explaining, view = window.services.explaining, window.explain_strip.memory
    with monkeypatch.context() as slowly:
        slowly.setattr(explaining.asker, "_look", lambda: None)
        explaining.choose_strip("memory")
        explaining.asker._queue = {each.key: each for each in view.wanted()}
        explaining.asker.give_up()
    settle()
    assert all("Given up" in each.text() for each in view.half_lives)
    assert [each.text().split(":")[0] for each in view.half_lives] == pane_names(window.session)
    (title,) = view.findChildren(StripTitle)
    QTest.mouseClick(title.tabs.buttons["memory"], Qt.MouseButton.LeftButton)
    wait(window, qtbot)
    assert all(isinstance(view.answer(place), Memory) for place in (0, 1))


def test_no_bar_runs_below_a_name(window: MainWindow, ask: Ask) -> None:
    ask(strip="attribution")
    for bars in window.explain_strip.attribution.rows.values():
        low, high = bars.box.viewRange()[1]
        height = bars.viewport().height()
        top_of_bars = (high - bars.most) / (high - low) * height
        assert top_of_bars >= NAMED
        assert low < -bars.most


def test_the_half_life_of_the_gates_is_said_of_each_network(window: MainWindow, ask: Ask) -> None:
    ask(strip="memory")
    view = window.explain_strip.memory
    for unit in (0, 2):
        window.session.choose_unit(1, unit)
        settle()
        assert "no gate" in view.half_lives[0].text()
        answer = view.answer(1)
        assert isinstance(answer, Memory) and answer.half_life is not None
        said = view.half_lives[1].text()
        assert f"{answer.half_life[unit]:.2f} steps (unit {unit + 1})" in said
        assert f"{np.median(answer.half_life):.2f} steps (median" in said


def test_short_texts_name_their_networks(window: MainWindow, ask: Ask) -> None:
    for strip in ("memory", "attribution"):
        ask(strip=strip)
        view = window.explain_strip.shown
        (texts,) = [
            each._texts
            for each in (getattr(view, "_horizons", None), getattr(view, "_summary", None))
            if each
        ]  # type: ignore[union-attr]
        for text in texts:
            assert "LST" in text or text.startswith("on padding: at most"), text


def test_opening_explain_shows_attribution_unless_another_was_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    explaining = window.services.explaining
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    wait(window, qtbot)
    assert explaining.asked.strip == "attribution"
    (title,) = window.explain_strip.shown.findChildren(StripTitle)
    QTest.mouseClick(title.tabs.buttons["prediction"], Qt.MouseButton.LeftButton)
    for _ in range(2):  # closed and opened again
        QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        wait(window, qtbot)
    assert explaining.asked.strip == "prediction"


def test_what_falls_on_padding_is_said_however_little_room_there_is(
    window: MainWindow, ask: Ask
) -> None:
    window.resize(1024, 700)
    ask(strip="attribution", methods=("gradxinput", "ig", "occlusion"))
    view = window.explain_strip.attribution
    shares = []
    for place, method in view.rows:
        answer, trace = view.answer((place, method)), window.session.panes[place].trace
        assert isinstance(answer, Attribution) and trace is not None
        shares.append(answer.on_padding(trace.sequence.padding))
    assert max(shares) > 0
    assert f"{100 * max(shares):.0f}\u00a0%" in view._summary.text()


def test_the_strongest_step_is_reached_after_it_was_given_up(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker, strongest = window.services.explaining.asker, window.services.strongest
    with monkeypatch.context() as slowly:
        slowly.setattr(asker, "_look", lambda: None)
        QTest.keyClick(window, Qt.Key.Key_D)
        asker._queue = {each.key: each for each in asker._wanted["strongest"]}
        asker.give_up()
    QTest.keyClick(window, Qt.Key.Key_D)
    wait(window, qtbot)
    assert strongest.order() and window.session.step == strongest.order()[0]


def test_the_strongest_steps_are_reached_by_key_click_and_list(
    window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    """Whatever stands under the words, and though the words may be out of sight."""
    session, trace = window.session, window.session.panes[1].trace
    session.focus = 1
    assert trace is not None
    scores = np.abs(explain(trace.network, trace.sequence, "gradxinput").scores)
    scores[trace.sequence.padding] = 0.0
    order = np.argsort(-scores, kind="stable")
    for strip in ("memory", "attribution"):
        ask(strip=strip)
        session.step = int(order[7])
        for key, modifier, rank in (
            *((Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, rank) for rank in (0, 1, 2)),
            (Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier, 1),
        ):
            QTest.keyClick(window, key, modifier)
            wait(window, qtbot)
            assert session.step == order[rank]
    bar = window.explain_strip.attribution.strongest
    QTest.mouseClick(bar.on, Qt.MouseButton.LeftButton)
    assert session.step == order[2]
    QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert session.step == order[1]
    assert bar.list.text() == f"strongest: 2 of {(scores > 0).sum()}"
    bar.menu.aboutToShow.emit()
    bar.menu.actions()[4].trigger()
    assert session.step == order[4]
    QTest.mouseClick(bar.on, Qt.MouseButton.LeftButton)
    assert session.step == order[5]


def test_what_is_explained_is_said_before_and_after_the_edits(
    window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    ask(strip="attribution", methods=("gradxinput", "lrp"))
    view = window.explain_strip.attribution
    before = {}
    for at, bars in view.rows.items():
        answer = view.answer(at)
        assert isinstance(answer, Attribution) and "→" not in bars.note
        before[at] = answer.answer
        assert f"logit {number(answer.answer, 3, sign=True)}  " in bars.note
    window.services.edits.change(parse_all(["word 35=good", "insert 36=great"]))
    wait(window, qtbot)
    assert window.session.panes[0].ghost is not None
    for at, bars in view.rows.items():
        answer = view.answer(at)
        assert isinstance(answer, Attribution) and answer.answer != before[at]
        change = [number(each, 3, sign=True) for each in (before[at], answer.answer)]
        assert f"logit {' → '.join(change)}" in bars.note
        assert all(" → ".join(change) in note for note in bars.notes)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_names_of_many_rows_are_whole_or_tell_them_apart(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Of rows that are as many as there can be; a note is whole beside its name."""
    long = [
        Network(f"{kind} of a name that does not end soon, which is for ever {kind}", layers)
        for kind in ("SimpleRNN", "LSTM")
        for layers in (text_network(kind, 3).layers,)
    ]
    window = make_window(*long, size=size)
    window.drawers.open(EXPLAIN)
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="attribution", methods=tuple(METHODS))
    wait(window, qtbot)
    rows = window.explain_strip.attribution.rows
    assert len(rows) == 8
    shown = [bars.fitting() for bars in rows.values()]
    assert len({name for name, _ in shown}) == 8
    for bars, (name, note) in zip(rows.values(), shown, strict=True):
        assert note in bars.notes
        assert bars.name.endswith(name.split("…")[-1])
        assert text_width(name) + text_width(note) <= bars.viewport().width()
