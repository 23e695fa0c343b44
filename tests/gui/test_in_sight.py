"""Nothing is larger than the screen, cut where there is room, or laid over what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from engine.progress import Progress
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.export.dialogs import ask_where
from gui.help.window import HelpWindow
from gui.i18n.languages import install_language
from gui.i18n.texts import explain
from gui.kit.waiting import Waiting
from gui.look.dressing import apply_scale
from gui.look.meanings import meaning
from gui.look.scale import USUAL
from gui.places import MODELS
from gui.plots.curves import Curves
from gui.review.counts import cut_text, steps_texts
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, settle, texts
from tests.networks import text_network

SCREEN = QSize(1280, 720)
TITLE_BAR = 32

DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "inspector": lambda window: window.dialogs.inspect(1),
    "picture": lambda window: window.dialogs.export_picture(),
    "animation": lambda window: window.dialogs.export_animation(),
    "guide": lambda window: window.dialogs.show_guide(),
    "details": lambda window: window.dialogs.show_details(),
    "layers": lambda window: window.dialogs.choose_layers(1),
    "shortcuts": lambda window: ShortcutsDialog(window).show(),
}


@pytest.mark.parametrize("percent", [100, 150])
def test_every_window_fits_the_screen(
    window: MainWindow, percent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SCREEN)
    window.services.settings.window.splitters = {"inspector": [2400, 1500]}  # of a larger screen
    window.commands.appearance.use_scale(percent)
    for name, show in DIALOGS.items():
        before = set(window.findChildren(QDialog))
        show(window)
        settle()
        (dialog,) = (each for each in window.findChildren(QDialog) if each not in before)
        assert dialog.width() <= SCREEN.width(), name
        assert dialog.height() + TITLE_BAR <= SCREEN.height(), name
        areas = [] if name == "inspector" else dialog.findChildren(QScrollArea)  # it scrolls whole
        for area in areas:
            assert area.horizontalScrollBar().maximum() == 0, (name, "scrolls sideways")
        dialog.close()


# -- names ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_name_is_cut_where_there_is_room(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    names = ("SimpleRNN(8), one-hot", "LSTM(8), dropout 0.3", "2×LSTM(8), dropout 0.3")
    kinds = ("SimpleRNN", "LSTM", "LSTM")
    networks = [
        replace(text_network(kind), name=name) for kind, name in zip(kinds, names, strict=True)
    ]
    window = make_window(*networks, size=(1280, 720))
    for chip in window.cell._chips:
        assert "…" not in chip.text()
        assert chip.width() >= chip.fontMetrics().horizontalAdvance(chip.text())
        assert chip.geometry().right() <= window.cell.width()
    assert "…" not in window.prediction._now.text()


def test_copies_are_told_apart_by_their_files(make_window: MakeWindow, tmp_path) -> None:  # type: ignore[no-untyped-def]
    first, second = (
        replace(text_network("GRU"), path=tmp_path / name) for name in ("a.keras", "b.keras")
    )
    window = make_window(first, second)
    for place, name in enumerate(("a.keras", "b.keras")):
        assert name in window.panes.views[place].header.name.toolTip()
        assert name in window.cell._chips[place].toolTip()


# -- labels --------------------------------------------------------------------------------


def test_labels_of_curves_are_never_under_the_cursor(window: MainWindow) -> None:
    plots = [each for each in window.findChildren(Curves) if each.isVisible()]
    assert plots
    for step in range(window.session.steps):
        window.session.step = step
        for plot in plots:
            x = plot.x_of(step + 0.5)
            boxes = plot._end_boxes(step)
            assert len(boxes) == (2 if plot.viewport().height() >= 40 else len(boxes))
            for text, box in boxes:
                assert not box.left() <= x <= box.right(), (text, step)


def test_labels_of_curves_stand_where_no_curve_runs(qtbot) -> None:  # type: ignore[no-untyped-def]
    plot = Curves()
    qtbot.addWidget(plot)
    plot.resize(400, 60)
    plot.show()
    values = np.linspace(-1.0, 1.0, 100)  # below at the left, above at the right
    for line, is_left in ((values, True), (-values, False)):
        plot.show_lines([(line, "#ffffff")], 100, -1.0, 1.0, None)
        settle()
        (_, high), (_, low) = plot._end_boxes(50)
        assert (high.center().x() < 200) == is_left
        assert (low.center().x() > 200) == is_left


def test_labels_of_curves_keep_away_from_lines_between_points(qtbot) -> None:  # type: ignore[no-untyped-def]
    """Both corners below are crossed: only between them there is room."""
    plot = Curves()
    qtbot.addWidget(plot)
    plot.resize(400, 120)
    plot.show()
    line = np.ones(40)
    line[:4], line[-4:] = 0.0, 0.0
    plot.show_lines([(line, "#ffffff")], 40, 0.0, 1.0, None)
    settle()
    boxes = plot._end_boxes(9)
    low = next(box for text, box in boxes if text == "0")
    assert plot._runs_below([low]) == [0] and 40 < low.center().x() < 360
    across = QRectF(low)
    across.moveLeft(6.0)
    assert plot._runs_below([across])[0] > 0
    plot.show_lines([(np.array([0.0, 1.0]), "#ffffff")], 2, 0.0, 1.0, None)
    settle()
    assert plot._runs_below([QRectF(195, 50, 10, 20)])[0] > 0, "no point of the line is there"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("height", [48, 60, 90])
def test_labels_of_curves_never_lie_on_each_other(qtbot, percent: int, height: int) -> None:  # type: ignore[no-untyped-def]
    apply_scale(percent)
    try:
        plot = Curves()
        qtbot.addWidget(plot)
        plot.resize(400, height)
        plot.show()
        plot.name_ends("negative", "positive")
        waves = [np.sin(np.arange(40) / pace) / 2 + 0.5 for pace in (1.0, 3.0, 9.0)]
        plot.show_lines([(wave, "#ffffff") for wave in waves], 40, 0.0, 1.0, None)
        settle()
        for step in range(0, 40, 7):
            boxes = [box for _, box in plot._end_boxes(step)]
            assert all(not a.intersects(b) for a, b in combinations(boxes, 2))
    finally:
        apply_scale(USUAL)


def test_a_message_covers_no_curve_and_no_axis(window: MainWindow) -> None:
    window.notice.show_info(lambda: "It is saved.")
    settle()
    over = QRect(window.notice.mapTo(window, QPoint()), window.notice.size())
    for view in (window.prediction.plot, *(view.curves for view in window.panes.views)):
        assert not over.intersects(QRect(view.mapTo(window, QPoint()), view.size()))


# -- language ------------------------------------------------------------------------------


def test_news_change_with_the_language(window: MainWindow, tmp_path, qapp: QApplication) -> None:  # type: ignore[no-untyped-def]
    window.dialogs.views.save(tmp_path / "lesson.gatescope")
    assert window.notice.text == "lesson.gatescope is saved."
    install_language(qapp, "ko")
    settle()
    assert window.notice.text == "lesson.gatescope를 저장했습니다."


# -- guide ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_page_of_the_guide_scrolls_sideways(
    qtbot,
    qapp: QApplication,
    language: str,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SCREEN)
    install_language(qapp, language)
    guide = HelpWindow()
    qtbot.addWidget(guide)
    guide.show()
    for at in range(guide.list.count()):
        guide.list.setCurrentRow(at)
        settle()
        assert guide.page.horizontalScrollBar().maximum() == 0, guide.list.item(at).text()


def test_what_is_typed_is_marked_and_no_more(qtbot) -> None:  # type: ignore[no-untyped-def]
    guide = HelpWindow()
    qtbot.addWidget(guide)
    guide.show()
    for typed in ("ga", "gate"):
        guide.query.setText(typed)
        guide.list.setCurrentRow(0)
    guide.query.setText("gates")
    marked = {each.cursor.selectedText().casefold() for each in guide.page.extraSelections()}
    assert marked <= {"gates"}
    guide.query.setText("")
    assert not guide.page.extraSelections()


def test_the_models_drawer_follows_a_network_that_gives_way_to_another(window: MainWindow) -> None:
    window.drawers.open(MODELS)
    window.session.focus = 1
    settle()
    before = window.session.panes[1].network
    window.session.update_network(1, replace(before, name="LSTM(8) · epoch 4"))
    settle()
    assert "LSTM(8) · epoch 4" in texts(window.drawers)


def test_a_format_that_is_not_written_is_refused(window: MainWindow, tmp_path) -> None:  # type: ignore[no-untyped-def]
    written: list[str] = []
    formats = {".png": "Picture (*.png)", ".pdf": "Page (*.pdf)"}
    for name, is_written in (("p.jpg", False), ("p.png", True), ("model 1.2", True)):
        dialog = ask_where(
            window,
            window.services.settings,
            "Export",
            "x",
            formats,
            lambda path: written.append(path.name),
            window.notice,
        )
        dialog.fileSelected.emit(str(tmp_path / name))
        assert bool(written) == is_written
        assert ("p.jpg" in window.notice.problem) != is_written
        written.clear()
        window.notice.clear()
        dialog.close()


def test_every_part_of_a_cell_says_what_it_does(window: MainWindow) -> None:
    window.session.focus, window.session.step = 1, 22
    settle()
    drawing = window.cell.diagram._drawing
    tips = {drawing.text_at(QPointF(*at)) for sign, at in drawing._layout.operations}
    assert len(tips) == len({sign for sign, _ in drawing._layout.operations})
    x, y = drawing._layout.input
    tips.add(drawing.text_at(QPointF(x + 2, y - 4)))
    tips.add(meaning("cell"))
    assert len(tips) == 5


def test_what_the_header_leaves_out_is_said(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), text="a good movie " * 400, size=(1280, 720))
    facts = window.reading_view.header._facts
    cut, whole = cut_text(window.session.review), facts.text()
    assert cut in whole and "…" not in whole
    ways = steps_texts(window.session.review)
    assert ways[0] == whole
    for room in (0.9, 0.6, 0.3):
        facts.resize(round(facts.fontMetrics().horizontalAdvance(whole) * room), facts.height())
        shown = facts.text()
        assert shown in ways[1:], "less of it, and no number cut"
        assert facts.fontMetrics().horizontalAdvance(shown) <= facts.width()
        larger = ways[ways.index(shown) - 1]
        assert facts.fontMetrics().horizontalAdvance(larger) > facts.width(), "as much as fits"
        assert whole in unescape(facts.toolTip()), "the tip has all of it"


def test_what_the_header_leaves_out_of_numbers_is_said(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(numbers_network(), text="", size=(760, 520))
    table = "\n".join(["date,a", *(f"2024-01-{31 - day:02},{day}" for day in range(31))])
    window.services.numbers.paste(table)
    qtbot.waitUntil(lambda: bool(window.session.sequence and window.session.sequence.notes))
    notes = window.session.sequence.notes
    facts = window.reading_view.header._facts
    assert notes and facts.text()
    tip = unescape(facts.toolTip())
    assert all(explain(note) in tip for note in notes) and "30 steps" in tip


def test_how_far_something_is_is_seen_in_a_narrow_drawer(qtbot: QtBot) -> None:
    waiting = Waiting()
    qtbot.addWidget(waiting)
    waiting.resize(120, 40)
    waiting.show_progress(Progress(77, 100, "Computing how words fade in a sample"))
    settle()
    shown = waiting.what.text()
    assert "…" in shown and shown.endswith("77\u00a0%")
    assert waiting.what.fontMetrics().horizontalAdvance(shown) <= waiting.what.width()
    assert "how words fade" in waiting.what.toolTip()
