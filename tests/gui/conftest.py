"""A window with two networks in it, and hands to use it with."""

from __future__ import annotations

import gc
import html
import re
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import shiboken6
from PySide6 import QtGui
from PySide6.QtCore import (
    QBuffer,
    QEvent,
    QIODevice,
    QObject,
    QPoint,
    QPointF,
    QProcess,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPixmap,
    QRegion,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from engine.progress import Progress, ShouldStop, check
from engine.session.state import EncodingState, SessionState
from engine.text import cache
from engine.text.cache import Source
from engine.text.sources.imdb_package import ImdbReviews, find_csv
from gui.i18n.languages import install_language
from gui.kit.child import python_process
from gui.kit.text_line import TextLine
from gui.kit.view import is_following
from gui.look.dressing import apply_theme, undressed
from gui.look.scale import USUAL, use_scale
from gui.plots.time_plot import TimePlot
from gui.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.remembering import Remembering
from tests.forked_keras import relayed
from tests.forked_reading import ForkingProcess
from tests.networks import text_network

TEXT = (
    "this movie was very good and i liked the acting but the ending was awful "
    "zyzzyva and boring so do not watch it twice"
)
LENGTH = 40

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins dark, in English, at 100 %, and with the pointer on no window: where the
    test before has left it, the next one's would be told that it entered."""
    QCursor.setPos(-1000, -1000)
    use_scale(USUAL)
    apply_theme("dark")
    install_language(qapp, "en")
    yield
    install_language(qapp, "en")
    gc.collect()  # the application collects only while its event loop runs


@pytest.fixture(autouse=True)
def copied_reviews(
    request: pytest.FixtureRequest, shared_by_workers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The IMDB reviews are still prepared for each test, in its own cache and beside its window;
    once a test of the run has read and ranked them all, by copying its files, which takes a
    twentieth of the time.  Unless the test is marked ``prepares_anew``."""
    if request.node.get_closest_marker("prepares_anew") is not None:
        return
    write, ready = cache._write, shared_by_workers / "reviews" / "reviews" / ImdbReviews.kind

    def copy(
        source: Source, folder: Path, should_stop: ShouldStop | None
    ) -> Generator[Progress, None, None]:
        is_installed = isinstance(source, ImdbReviews) and source.path == find_csv()
        if not is_installed or not (ready / "manifest.json").exists():
            yield from write(source, folder, should_stop)
            return
        for each in sorted(ready.iterdir()):
            check(should_stop)
            yield Progress(0, source.total(), "Preparing the reviews")
            shutil.copyfile(each, folder / each.name)

    monkeypatch.setattr(cache, "_write", copy)


@pytest.fixture
def forked_trainings(
    forking_keras: ForkingProcess | None, forks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trainings and proofs of the window are forked from a process that has Keras, which takes
    four seconds of a processor to import.  What starts anew, and what is killed, which takes a
    moment longer here, is held by tests without this."""
    if forking_keras is None:
        return
    forking_keras.begin()

    def process(parent: QObject, *arguments: str) -> QProcess:
        return python_process(parent, *relayed(forks, *arguments))

    for module in ("gui.training.run_process", "gui.models.proof"):
        monkeypatch.setattr(f"{module}.python_process", process)


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Makes windows that have been shown and have the keys; after the test they are gone."""
    made: list[MainWindow] = []

    def make(
        *networks: Network,
        text: str = TEXT,
        length: int = LENGTH,
        size: tuple[int, int] = (1280, 860),
        settings: Settings | None = None,
    ) -> MainWindow:
        if settings is None:
            settings = Settings(session=SessionState(encoding=EncodingState(length=length)))
        with undressed():  # as `gui.app.make_window` does
            window = MainWindow(settings)
            made.append(window)
            window.resize(*size)
            Remembering(window).restore_layout()
            window.session.set_networks(
                list(networks) or [text_network("SimpleRNN"), text_network("LSTM")]
            )
            if text:
                window.services.reading.read_text(text)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        settle()
        return window

    yield make
    for window in made:
        dispose(window)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """SimpleRNN(8) and LSTM(8), which have read `TEXT` in 40 steps."""
    return make_window()


# -- hands -------------------------------------------------------------------------------


def dispose(window: MainWindow) -> None:
    """Close a window and delete it now: left to the garbage collector it would be taken
    apart at any time, in any order."""
    if shiboken6.isValid(window):
        window.close()
        window.deleteLater()
        settle()


def settle() -> None:
    """Let Qt lay out and paint what is pending, and delete what is to be deleted; and views out of
    sight follow another look."""
    while is_following():
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle_explained(window: MainWindow) -> None:
    """Let what is asked of the explanations be answered, and have its room."""
    asker = window.services.explaining
    until = time.monotonic() + 20
    while (asker.asker.is_busy or asker.samples.is_busy) and time.monotonic() < until:
        settle()
        time.sleep(0.005)
    settle()


def mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
    buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Send one mouse event."""
    everywhere = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, everywhere, button, buttons, modifiers))


def click(
    widget: QWidget,
    at: QPointF,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and let go of the left button."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    mouse(widget, QEvent.Type.MouseButtonPress, at, left, left, modifiers)
    mouse(widget, QEvent.Type.MouseButtonRelease, at, left, none, modifiers)


def drag(widget: QWidget, *way: QPointF) -> Iterator[QPointF]:
    """Press at the first place, then go along the way; yields after every movement."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    mouse(widget, QEvent.Type.MouseButtonPress, way[0], left, left)
    yield way[0]
    for at in way[1:]:
        mouse(widget, QEvent.Type.MouseMove, at, none, left)
        yield at
    mouse(widget, QEvent.Type.MouseButtonRelease, way[-1], left, none)


def hover(widget: QWidget, at: QPointF) -> None:
    """Move the pointer with no button down."""
    mouse(widget, QEvent.Type.MouseMove, at)


def wheel(
    widget: QWidget,
    turn: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel over the middle of a widget; 120 is one notch away from the user."""
    at = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            at,
            QPointF(widget.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def spot(plot: TimePlot, step: float, share: float = 0.5) -> QPointF:
    """A place in a plot: the middle of a step, at a share of the height from the top."""
    return QPointF(plot.x_of(step + 0.5), share * plot.viewport().height())


@contextmanager
def case(*which: object) -> Iterator[None]:
    """Of several cases that one window is asked in turn, the one that a failure names."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"in the case {', '.join(map(repr, which))}: {error}") from error


# -- eyes --------------------------------------------------------------------------------


def pixels(widget: QWidget) -> npt.NDArray[np.int16]:
    """What a widget looks like in its window, ``(height, width, 3)``: red, green and blue."""
    settle()
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    return _channels(window.grab(area))


def on_screen(widget: QWidget) -> npt.NDArray[np.int16]:
    """What a widget has left on the screen, in pieces painted at different times; as `pixels`."""
    settle()
    window = widget.window()
    at = widget.mapTo(window, QPoint())
    return _channels(
        window.screen().grabWindow(window.winId(), at.x(), at.y(), widget.width(), widget.height())
    )


def _channels(picture: QPixmap) -> npt.NDArray[np.int16]:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return raw[:, : 3 * image.width()].reshape(image.height(), -1, 3).astype(np.int16)


def rgb(colour: str) -> npt.NDArray[np.int16]:
    """The channels of ``#rrggbb``."""
    return np.array(QColor(colour).getRgb()[:3], np.int16)


def is_near(picture: npt.NDArray[np.int16], colour: str, off: int = 12) -> npt.NDArray[np.bool_]:
    """Which pixels have this colour, but for a little."""
    near: npt.NDArray[np.bool_] = (np.abs(picture - rgb(colour)) <= off).all(axis=-1)
    return near


def drawn_texts(widget: QWidget) -> list[str]:
    """The texts that a widget paints by itself."""
    return [text for _, text in drawn_places(widget)]


def drawn_places(widget: QWidget, *, children: bool = True) -> list[tuple[float, str]]:
    """The same, each with the height of its base line; with or without those of its children."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(QSize(widget.width(), widget.height()))
    painter = QPainter(picture)
    flag = QWidget.RenderFlag.DrawChildren if children else QWidget.RenderFlag.DrawWindowBackground
    widget.render(painter, QPoint(), QRegion(), flag | QWidget.RenderFlag.DrawWindowBackground)
    painter.end()
    form = r'<text[^>]*? y="([^"]*)"[^>]*>\s*(.*?)\s*</text>'
    found = re.findall(form, bytes(buffer.data().data()).decode(), re.DOTALL)
    return [(float(y), html.unescape(text)) for y, text in found if text]


def plain(label: QLabel) -> str:
    """What a label says, without its mark-up."""
    if label.textFormat() == Qt.TextFormat.PlainText:
        return label.text()
    return without_markup(label.text())


def without_markup(text: str) -> str:
    """A text as Qt shows it, if it has mark-up."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText().replace("\xa0", " ")


def hovered() -> str:
    """What the tool tip says that is shown, "" if none is."""
    return without_markup(QToolTip.text()) if QToolTip.isVisible() else ""


def texts(widget: QWidget) -> list[str]:
    """What the visible labels and painted lines inside a widget say."""
    lines = [line.text() for line in widget.findChildren(TextLine) if line.isVisible()]
    return lines + [plain(label) for label in widget.findChildren(QLabel) if label.isVisible()]


NOTHING = "nothing"


def asked(widget: QWidget, at: QPoint | None = None) -> str:
    """What the tool tip says when the pointer rests at a place of a widget, its middle first."""
    # A tip that is hidden stays for a while: another takes its place first.
    QToolTip.showText(QPoint(), NOTHING)
    at = widget.rect().center() if at is None else at
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    return "" if hovered() == NOTHING else hovered()
