"""Everything is as large as the user wants it: live, without anything cut, and back again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLayout,
    QLineEdit,
    QStackedLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.replay.cells.registry import series_of
from engine.session.pane import Shade
from gui.explain.attention_map import AttentionMap
from gui.explain.fading_page import _Map
from gui.i18n.languages import install_language
from gui.kit.drawer import Drawer
from gui.kit.step_slider import StepSlider
from gui.kit.view import View, change_look, is_following
from gui.look.dressing import apply_scale, is_dressed
from gui.look.scale import STEPS, next_step, px, sized
from gui.look.theme import theme
from gui.panes.heights import MIN_CURVES, MIN_MAP
from gui.panes.prediction import MIN_PLOT
from gui.panes.row import SeriesRow
from gui.pictures.composition import Composition, Content
from gui.places import EXPLAIN, LESSONS, MODELS, PLACES, TRAIN, PlaceRow
from gui.plots.scale import ScaleBar
from gui.training.epoch_bar import EpochSlider
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle, settle_explained
from tests.gui.layout_checks import shortened_texts
from tests.gui.test_clipping import cut_texts
from tests.gui.test_room import place
from tests.networks import text_network

PROJECTOR = (1280, 720)
"""1920x1080 at 150 %."""

GUI = Path(__file__).parents[2] / "gui"

GATE = series_of(text_network("LSTM").recurrent[0])[0]

BARE = re.compile(
    r"\.set(?:(?:Fixed|Minimum|Maximum)(?:Width|Height|Size)|PixelSize|PointSize|Spacing"
    r"|IconSize|StyleSheet)\(\s*(?:QSize\()?(?:[2-9]\b|\d\d|f?\"[^\"]*\d\dpx)"
)
"""A size that would stay as it is."""


def sizes_of(window: QWidget) -> dict[QWidget, tuple[int, ...]]:
    """Of each widget its letters, icon and margin, its most, and if it is seen where it stands."""
    return {
        widget: (
            widget.font().pixelSize(),
            icon_of(widget),
            margin_of(widget.layout()),
            *widget.maximumSize().toTuple(),
            *(widget.geometry().getRect() if widget.isVisible() else ()),
        )
        for widget in window.findChildren(QWidget)
        if not widget.objectName().startswith("qt_")  # Qt's own, hidden parts
    }


def icon_of(widget: QWidget) -> int:
    """The width of a button's icon."""
    if not isinstance(widget, QAbstractButton) or widget.icon().isNull():
        return 0
    # That in a line of text is Qt's own, as large as the style has it.
    return 0 if isinstance(widget.parent(), QLineEdit) else widget.iconSize().width()


def margin_of(layout: QLayout | None) -> int:
    """At its left; a stack keeps none."""
    return (
        0
        if layout is None or isinstance(layout, QStackedLayout)
        else layout.contentsMargins().left()
    )


def enlarge(window: MainWindow, percent: int) -> None:
    """At once; see `step_to`."""
    window.commands.appearance.use_scale(percent)
    settle()
    settle()


def step_to(window: MainWindow, percent: int) -> None:
    """Step until everything is that large."""
    remembered = window.services.settings.window
    while remembered.scale != percent:
        window.commands.all["larger" if remembered.scale < percent else "smaller"].trigger()
    window.notice.clear()
    settle()
    settle()


def every_place(window: MainWindow) -> Iterator[str]:
    """Open every drawer, and every tab."""
    for name in ("", *(row.name for row in PLACES)):
        window.drawers.show_place(name)
        settle()
        settle_explained(window)
        yield name or "main"
    for tab in ("data", "model", "runs"):
        window.drawers.open(TRAIN).show_tab(tab)
        settle()
        yield f"train {tab}"


@pytest.mark.slow
def test_every_letter_grows_and_all_comes_back(make_window: MakeWindow) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=(1600, 1000))
    for _ in every_place(window):
        pass
    window.drawers.show_place("")
    step_to(window, 100)
    before = sizes_of(window)
    for percent in (110, 125, 200):
        step_to(window, percent)
        now = sizes_of(window)
        same = {
            f"{type(widget).__name__} {widget.objectName()} {was} -> {now[widget]}"
            for widget, was in before.items()
            if widget in now and now[widget][:3] != tuple(map(px, was[:3]))
        }
        assert not same, f"{percent} %: " + "\n".join(sorted(same))
    step_to(window, 100)
    after = sizes_of(window)
    other = [
        f"{type(widget).__name__} {widget.objectName()}: {was} -> {after[widget]}"
        for widget, was in before.items()
        if widget in after and after[widget] != was
    ]
    assert not other, "\n".join(other)


def test_what_is_out_of_sight_follows_afterwards_or_as_it_is_shown(make_window: MakeWindow) -> None:
    """Of all that has ever been open most is hidden, and to style it would hold the window."""
    window = make_window(text_network("SimpleRNN"), size=(1600, 1000))
    for row in (TRAIN, MODELS, EXPLAIN):
        window.drawers.open(row)
        settle()
    window.drawers.show_place("")
    settle()
    panels = [window.drawers.panel(row) for row in (TRAIN, MODELS, EXPLAIN)]
    hidden = [panel.findChildren(QLabel)[0] for panel in panels if panel is not None]
    before = [label.font().pixelSize() for label in hidden]
    assert len(hidden) == 3
    window.commands.appearance.use_scale(150)
    assert window.reading_view.header.details.font().pixelSize() == px(12)
    assert [label.font().pixelSize() for label in hidden] == before
    window.drawers.show_place(MODELS.name)
    assert hidden[1].font().pixelSize() == px(before[1])
    assert hidden[0].font().pixelSize() == before[0]
    settle()
    assert [label.font().pixelSize() for label in hidden] == [px(each) for each in before]
    assert not is_following()


def test_what_goes_out_of_sight_by_the_change_itself_follows_too(make_window: MakeWindow) -> None:
    """Rows fold as everything grows; their letters are as large as others when they unfold."""
    window = make_window(size=(1024, 700))

    def written() -> dict[QLabel, list[int]]:
        labels = window.findChildren(QLabel)
        found = {each: re.findall(r"font-size:(\d+)px", each.text()) for each in labels}
        return {each: list(map(int, sizes)) for each, sizes in found.items() if sizes}

    before = written()
    seen = [label for label in before if label.isVisible()]
    window.commands.appearance.use_scale(150)
    settle()
    assert any(not label.isVisible() for label in seen)
    after = written()
    assert after == {label: list(map(px, sizes)) for label, sizes in before.items()}


def test_what_is_out_of_sight_follows_a_look_that_failed_on_its_way(window: MainWindow) -> None:
    """Qt would never polish it by itself, and it would keep the old look for ever."""
    window.drawers.show_place(MODELS.name)
    settle()
    window.drawers.show_place("")
    settle()
    panel = window.drawers.panel(MODELS)
    assert panel is not None
    hidden, seen = panel.findChildren(QLabel)[0], window.reading_view.header.details
    before = [label.font().pixelSize() for label in (hidden, seen)]

    def fail() -> None:
        apply_scale(150)
        raise LookupError

    with pytest.raises(LookupError):
        change_look(fail)
    settle()
    assert [label.font().pixelSize() for label in (hidden, seen)] == [px(each) for each in before]
    assert hidden.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    assert not is_following()


class Told(QObject):
    """Counts how often each widget is told of another style."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def has_own_sheet(widget: QWidget | None) -> bool:
    """Whether a widget, or what it stands in, has a sheet that is put on besides."""
    return widget is not None and (
        bool(widget.styleSheet()) or has_own_sheet(widget.parentWidget())
    )


@pytest.mark.parametrize("name", ["larger", "theme_light"])
def test_a_widget_is_told_once_of_another_look(
    make_window: MakeWindow, qapp: QApplication, name: str
) -> None:
    """Qt tells each twice, hidden or not, and what scrolls measures all that is in it each time."""
    window = make_window(text_network("SimpleRNN"), size=(1600, 1000))
    for row in (TRAIN, LESSONS, EXPLAIN):  # one that hides the words, too
        window.drawers.show_place(row.name)
        settle()
    panels = [window.drawers.panel(row) for row in (TRAIN, LESSONS)]
    hidden = [each for panel in panels if panel for each in (panel, *panel.findChildren(QWidget))]
    seen = [each for each in window.findChildren(QWidget) if each.isVisible()]
    assert len(hidden) > len(seen) > 50
    told = Told()
    qapp.installEventFilter(told)
    window.commands.all[name].trigger()
    qapp.removeEventFilter(told)
    still = [each for each in seen if isValid(each) and each.isVisible()]
    still = [each for each in still if not has_own_sheet(each)]
    assert len(still) > 50
    more = [each for each in still if told.times[each] != 1]
    assert not more, [(each, told.times[each]) for each in more]
    hidden = [each for each in hidden if isValid(each) and not has_own_sheet(each)]
    assert not [each for each in hidden if told.times[each]]
    told.times.clear()
    qapp.installEventFilter(told)
    settle()
    qapp.removeEventFilter(told)
    assert all(told.times[each] for each in hidden if isValid(each)), "as they follow"


def test_the_centre_is_never_shared_in_heights_that_nobody_sees(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sizes are given anew without a style sheet: each sharing of the moment laid out all panes."""
    window.services.reading.read_text("a film that was neither good nor bad " * 12)
    settle()
    dressed: list[bool] = []
    set_sizes = window.middle.setSizes

    def set_noting(sizes: list[int]) -> None:
        dressed.append(is_dressed())
        set_sizes(sizes)

    monkeypatch.setattr(window.middle, "setSizes", set_noting)
    for name in ("larger", "larger", "usual_size"):
        window.commands.all[name].trigger()
        settle()
    assert dressed and all(dressed)


def test_a_button_out_of_sight_has_its_size_when_it_is_seen(window: MainWindow) -> None:
    """What was measured before it was told is forgotten; and what is a view, but never dressed
    itself, follows the one that it stands in."""
    window.resize(1500, 950)
    settle()
    shade = window.reading_view.header.shade
    before = shade.sizeHint()
    window.drawers.show_place(LESSONS.name)
    settle()
    assert not shade.isVisible()
    enlarge(window, 150)
    window.drawers.show_place("")
    settle()
    assert shade.sizeHint().width() > 1.2 * before.width()
    assert shade.width() == shade.sizeHint().width()


@pytest.mark.parametrize(
    "row", [row for row in PLACES if not row.is_alone], ids=lambda row: row.name
)
def test_an_open_drawer_has_the_width_of_the_scale_there_and_back(
    make_window: MakeWindow, row: PlaceRow[Drawer]
) -> None:
    window = make_window(text_network("LSTM"), size=(1920, 1080))
    window.drawers.show_place(row.name)
    settle()
    before = window.drawers.width()
    for percent in (110, 150, 200, 100, 150, 100):
        window.commands.appearance.use_scale(percent)
        for _ in range(2):
            settle()
        if percent < 200:  # where the others leave that much
            assert abs(window.drawers.width() - px(before)) <= 1, percent
    window.commands.appearance.use_theme("light")
    settle()
    assert window.drawers.width() == before


@pytest.mark.parametrize("make", [AttentionMap, _Map, partial(SeriesRow, "LSTM", GATE)])
def test_numbers_at_the_ends_of_colours_have_room(make: Callable[[], View], qtbot: QtBot) -> None:
    made: list[View] = []

    def bar() -> ScaleBar:
        made.append(make())
        qtbot.addWidget(made[-1])
        (bar,) = made[-1].findChildren(ScaleBar)
        bar.show_scale((0.0, 0.734), signed=False, scale="shared")
        return bar

    before = bar()
    change_look(lambda: apply_scale(200))
    settle()
    assert before.minimumWidth() == bar().minimumWidth()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_on_a_projector(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=PROJECTOR)
    for percent in (125, 150, 200):
        window.drawers.show_place("")
        enlarge(window, percent)
        found = [f"{name}: {text}" for name in every_place(window) for text in cut_texts(window)]
        assert not found, f"{percent} %: " + "\n".join(sorted(set(found)))
        assert window.size() == QSize(*PROJECTOR), "it stays inside the screen"


@pytest.mark.parametrize("percent", STEPS)
def test_the_handle_of_a_slider_is_round(qtbot: QtBot, percent: int) -> None:
    apply_scale(percent)
    slider = StepSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.resize(px(200), px(24))
    slider.show()
    image, accent = slider.grab().toImage(), QColor(theme().accent)
    rows = [
        sum(image.pixelColor(x, y) == accent for x in range(image.width()))
        for y in range(image.height())
    ]
    first, *_, last = [row for row in rows if row]
    assert max(first, last) < 0.7 * max(rows)


@pytest.mark.parametrize("percent", STEPS)
def test_the_best_epoch_is_marked_where_the_handle_stands_at_it(qtbot: QtBot, percent: int) -> None:
    apply_scale(percent)
    slider = EpochSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.setRange(0, 10)
    slider.resize(px(300), px(24))
    slider.show()

    def columns(colour: str) -> list[int]:
        image, wanted = slider.grab().toImage(), QColor(colour)
        rows = (
            [x for x in range(image.width()) if image.pixelColor(x, y) == wanted]
            for y in range(image.height())
        )
        uppermost = next((row for row in rows if row), [])
        assert uppermost, "it is seen"
        return uppermost

    for best in (0, 3, 10):
        slider.best = best
        slider.setValue(5)
        slider.update()
        mark = columns(theme().good)
        slider.setValue(best)
        handle = columns(theme().accent)
        assert abs(sum(mark) / len(mark) - sum(handle) / len(handle)) <= 1


def test_numbers_stand_away_from_the_edge_of_their_boxes(make_window: MakeWindow) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=(1600, 1000))
    enlarge(window, 150)
    boxes = {box for _ in every_place(window) for box in window.findChildren(QAbstractSpinBox)}
    assert len(boxes) > 3
    at_the_edge = [box.text() for box in boxes if box.lineEdit().textMargins().left() != px(6)]
    assert not at_the_edge


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_bar_below_cuts_nothing(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    """What has no room is hidden whole; where it stands, it is all there."""
    install_language(qapp, language)
    sizes = (1024, 768), (1280, 800), (1366, 768)
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=sizes[0])
    for percent in (150, 200, 100):
        enlarge(window, percent)
        for size in sizes:
            window.resize(*size)
            settle()
            shown = [part for part in window.playback.findChildren(QWidget) if part.isVisible()]
            shown = [part for part in shown if part.parentWidget() is window.playback]
            assert window.playback.slider in shown and window.playback.play in shown
            for part in shown:
                assert window.playback.rect().contains(part.geometry()), (percent, size, part)
                assert part.width() >= part.minimumSizeHint().width(), (percent, size, part)


@pytest.mark.parametrize("size", [PROJECTOR, (1024, 700)])
def test_plots_and_words_give_way_before_anything_scrolls(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    text = "this movie was very good and i liked the acting but not the ending " * 8
    networks = text_network("SimpleRNN"), text_network("LSTM")
    window = make_window(*networks, text=text, length=100, size=size)
    lines = []
    window.session.shade = Shade(1, "c")
    for percent in (150, 175, 200):
        enlarge(window, percent)
        shade = window.reading_view.header.shade
        assert "c · unit 1" in shade.text() and "LSTM(8)" in shade.toolTip()
        words, bar = window.reading_view.words, window.centre.verticalScrollBar()
        assert not bar.maximum() and not window.centre.horizontalScrollBar().maximum()
        lines.append(words.height() // words.height_of(1))
        assert lines[-1] and window.prediction.plot.height() >= MIN_PLOT
        for view in window.panes.views:
            maps = [row.map for row in view.rows.values() if row.isVisible()]
            assert maps and all(plot.height() >= MIN_MAP for plot in maps)
            assert view.curves.height() >= MIN_CURVES
            for shown in (*maps, view.curves, view.axis):
                place(window, shown)  # in sight
    assert lines == sorted(lines, reverse=True)


def test_three_panes_stand_side_by_side_on_a_small_projector(make_window: MakeWindow) -> None:
    networks = [text_network(kind) for kind in ("LSTM", "GRU", "SimpleRNN")]
    window = make_window(*networks, size=(1024, 768))
    for language in ("en", "ko"):
        window.commands.all[f"language_{language}"].trigger()
        enlarge(window, 150)
        assert not window.centre.horizontalScrollBar().maximum()
        assert not list(cut_texts(window)) and not list(shortened_texts(window))


def test_what_has_no_room_can_be_scrolled_to(make_window: MakeWindow) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=(760, 520))
    enlarge(window, 200)
    body = window.centre.widget()
    assert body.height() >= body.minimumSizeHint().height()
    bar = window.centre.verticalScrollBar()
    assert bar.maximum() == body.height() - window.centre.viewport().height() > 0
    for view in window.panes.views:
        assert view.height() >= view.need.least
        assert view.axis.geometry().bottom() <= view.axis.parentWidget().height()
    enlarge(window, 100)
    assert not bar.maximum()


def test_nothing_is_cut_in_other_windows(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), size=PROJECTOR)
    enlarge(window, 200)
    for show in (lambda: window.dialogs.inspect(0), window.dialogs.show_about):
        show()
        settle()
        (other,) = {QApplication.activeWindow()} - {window, None}
        assert other is not None
        other.resize(other.size().boundedTo(QSize(*PROJECTOR)))
        settle()
        assert not list(cut_texts(other))
        other.close()
        settle()


def test_a_picture_has_its_own_scale(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))

    def picture() -> QImage:
        composition = Composition(window.session.copy(), Content(), QSizeF(900, 600))
        image = QImage(900, 600, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        composition.paint(painter)
        painter.end()
        return image

    usual = picture()
    enlarge(window, 200)
    assert picture() == usual


def test_the_scale_is_the_one_of_the_last_time(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    window.commands.all["larger"].trigger()
    window.commands.all["larger"].trigger()
    assert window.notice.text == "Size: 125\u00a0%"
    window.services.settings.save()
    assert type(window.services.settings).load().window.scale == 125


def test_it_is_said_alike_whichever_way_it_goes_and_at_the_ends(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    said = []
    for command in ("larger",) * 6 + ("smaller",) * 6 + ("usual_size",):
        window.commands.all[command].trigger()
        said.append(window.notice.text.replace("\u00a0", " "))
    up = ["110 %", "125 %", "150 %", "175 %", "200 %, the largest", "200 %, the largest"]
    usual = "100 %, the usual and the smallest"
    down = ["175 %", "150 %", "125 %", "110 %", usual, usual]
    assert said == [f"Size: {each}" for each in (*up, *down, usual)]


def test_a_step_leads_to_the_next_and_never_beyond() -> None:
    assert [next_step(percent, 1) for percent in STEPS] == [*STEPS[1:], STEPS[-1]]
    assert [next_step(percent, -1) for percent in STEPS] == [STEPS[0], *STEPS[:-1]]
    assert next_step(130, 1) == 150 and next_step(130, -1) == 125, "also from between two"


def test_the_last_size_counts_and_what_is_gone_is_forgotten(window: MainWindow) -> None:
    first, second = QWidget(), QWidget()
    sized(first.setFixedWidth, 10)
    sized(first.setFixedWidth, 20)
    sized(second.setMinimumSize, 10, 30)
    enlarge(window, 150)
    assert first.width() == 30 and second.minimumSize() == QSize(15, 45)
    second.deleteLater()
    settle()
    enlarge(window, 200)
    assert first.width() == 40
    first.deleteLater()


def test_no_size_is_given_past_the_scale() -> None:
    found = [
        f"{path.relative_to(GUI)}: {line.strip()}"
        for path in sorted(GUI.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if BARE.search(line) and "setMinimumSize(760, 520)" not in line
    ]
    assert not found, "\n".join(found)
