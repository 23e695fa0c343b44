"""`Monkey`: random keys, clicks, drags and more on a real window, from a seed."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from engine.training.plan import Plan
from gui.app import make_window
from gui.lessons.panel import LessonsPanel
from gui.places import PLACES
from gui.settings import Settings
from gui.training.keeper import RunKeeper
from gui.window.main_window import MainWindow
from gui.window.page_rows import CENTRE_PAGES
from main import parser
from tests.gui.conftest import dispose, drag, hover, mouse, settle, settle_explained, wheel
from tests.monkey.watch import HOLD, Watch

Choice = TypeVar("Choice")
Act = Callable[[], str]

WINDOW = 100
"""Events after which the memory is weighed."""

_SIZE = (1100, 760)
"""Of the window, at first and when the memory is weighed."""

_SURVEYED = 100
"""Reviews that a survey reads at most, as a training learns from few: all of them keep 30 MB each time."""

_OWN_ACTS = ("close", "theme_", "language_")
"""How the names of commands begin which have acts of their own, or are slow."""

_STUCK = 100
"""Milliseconds after which a menu that waits inside an event is closed."""

_WORK = 20.0
"""Seconds for which the end of work under way is awaited before the memory is weighed."""

_WORDS = [
    "the",
    "film",
    "was",
    "good",
    "bad",
    "not",
    "영화가",
    "재미있었다",
    "7",
    "0.5",
    "-3",
    "1e9",
    "'",
    "<",
    "&",
    "%",
    "{x}",
    "😀",
    "",
]
_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Menu),
)
_MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 4,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Monkey:
    """Plays with a window of its own; everything it does is drawn from the seed.

    Args:
        seed: of the draws.
        files: what it finds to open.
        watch: notes what goes wrong.
        trainings: how many may really be started; each is of a few reviews and one epoch.
        proofs: whether files are compared with Keras, which starts a process for each.
        counts_from: the events from which on the memory that is weighed counts: windows that are
            gone by then need not have visited everything.

    Attributes:
        last: the latest events, in words.
        longest: the longest hold of the event loop, with the event in which it happened.
        holds: those that were longer than they may be, in words.
    """

    def __init__(
        self,
        seed: int,
        files: list[Path],
        watch: Watch,
        *,
        trainings: int = 1,
        proofs: bool = True,
        counts_from: int = 0,
    ) -> None:
        self.random = random.Random(seed)
        self.files, self.watch = files, watch
        self.trainings, self.proofs = trainings, proofs
        self.counts_from = counts_from
        self.events = 0
        self.last: deque[str] = deque(maxlen=40)
        self.longest: tuple[float, str] = (0.0, "")
        self.holds: list[str] = []
        self._since = 0.0  # when the event under way began, 0 if none is
        self._unstick = QTimer()
        self._unstick.timeout.connect(self._let_go)
        self._unstick.start(_STUCK // 4)
        self._acts: dict[Act, float] = {
            self._press: 30,
            self._command: 30,
            self._click: 40,
            self._click_button: 25,
            self._drag: 10,
            self._wheel: 12,
            self._hover: 10,
            self._type: 12,
            self._choose: 6,
            self._resize: 4,
            self._theme_or_language: 0.6,
            self._drop: 6,
            self._read: 5,
            self._wait: 8,
            self._close_what_is_open: 6,
            self._train: 1,
            self._restart: 0.2,
        }
        self._open()

    def play(self, events: int) -> None:
        """Do so many things, or fewer: it stops at the first fault."""
        for _ in range(events):
            if self.watch.faults:
                return
            self._one()

    def close(self) -> None:
        """Close the window and see what is left."""
        self._unstick.stop()
        self._shut()
        self.watch.look_for_leftovers()

    # -- an event ------------------------------------------------------------------

    def _one(self) -> None:
        act = self.random.choices(list(self._acts), list(self._acts.values()))[0]
        self.events += 1
        self.last.append(f"{self.events} {act.__name__.strip('_')}")
        self.watch.take_longest()
        self._since, computed = time.monotonic(), time.thread_time()
        self.last[-1] += f" {act()}"
        QApplication.processEvents()
        self._since = 0.0
        held = self.watch.take_longest()
        if act == self._restart:
            held = 0.0
        if held > HOLD:
            computed = time.thread_time() - computed
            self.holds.append(f"{self.last[-1]}: {held:.2f} s, {computed:.2f} of processor time")
        if held > self.longest[0]:
            self.longest = (held, self.last[-1])
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._answer_dialogs()
        if not shiboken6.isValid(self.window) or not self.window.isVisible():
            self.last.append("the window was closed; another one")
            self._shut()
            self._open()
        if self.events % WINDOW == 0:
            self._weigh()

    def _weigh(self) -> None:
        """Let the memory be noted with nothing open, in a window of always the same size."""
        self.last.append(f"weighed, {self._close_what_is_open()} closed")
        self._visit_what_counts()
        self.window.resize(*_SIZE)
        let_work_end(self.window)
        self.watch.weigh()

    def _let_go(self) -> None:
        """End a menu or a drag that keeps an event from returning."""
        if self._since and time.monotonic() - self._since > _STUCK / 1000:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            elif (modal := QApplication.activeModalWidget()) is not None:
                modal.close()

    # -- the window ----------------------------------------------------------------

    def _open(self) -> None:
        settings = Settings.load()
        self.window = make_window(parser().parse_args([]), settings)
        if not self.proofs:
            self.window.services.proofs.held = lambda network: True
        keeper = self.window.services.runs
        start = keeper.train
        keeper.train = lambda plan: self._start(keeper, start, plan)  # type: ignore[method-assign]
        keeper.resume = lambda path: None  # type: ignore[method-assign]
        surveying = self.window.services.surveying
        choose = surveying.choose
        choose(_SURVEYED, surveying.choices.workers)
        surveying.choose = lambda count, workers: choose(
            min(count or _SURVEYED, _SURVEYED), workers
        )  # type: ignore[method-assign]
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.services.work_in_background()
        self.window.services.reading.prepare()
        settle()
        self._has_visited = False
        self._visit_what_counts()
        self.watch.rest()

    def _visit_what_counts(self) -> None:
        if self.events >= self.counts_from and not self._has_visited:
            self._has_visited = True
            self._visit_everything()

    def _visit_everything(self) -> None:
        """A place, page, lesson or dialog that is opened for the first time loads up to 60 MB, once
        a window: whoever weighs the memory later is to see what grows again and again."""
        remembered = self.window.services.settings.window.drawer
        for row in CENTRE_PAGES:
            self.window.services.explaining.page = row.name
            settle_explained(self.window)
        self.window.services.explaining.page = ""
        for place in PLACES:
            self.window.drawers.show_place(place.name)
            settle()
        for panel in self.window.findChildren(LessonsPanel):
            for lesson in panel.lessons:
                panel.show_lesson(lesson.name)
                settle()
        for name, action in self.window.commands.all.items():
            if not name.startswith((*_OWN_ACTS, "start_training")):
                action.trigger()
                settle()
                self._answer_dialogs()
                self._close_what_is_open()
        self.window.drawers.show_place(remembered)
        self.window.resize(*_SIZE)
        settle()

    def _start(
        self, keeper: RunKeeper, start: Callable[[Plan], Path | None], plan: Plan
    ) -> Path | None:
        """A training of a few reviews, if one may still be started."""
        if self.trainings <= 0 or keeper.training is not None:
            return None
        self.trainings -= 1
        recipe = replace(plan.recipe, epochs=1, length=min(plan.recipe.length, 20))
        return start(replace(plan, recipe=recipe, limit=80))

    def _shut(self) -> None:
        if shiboken6.isValid(self.window):
            for widget in self._others():
                widget.close()
            self.window.close_now()
            dispose(self.window)
        self.watch.rest()

    def _restart(self) -> str:
        self._shut()
        self._open()
        return ""

    # -- where ---------------------------------------------------------------------

    def _top(self) -> QWidget:
        """What takes the input: an open menu, a dialog, or one of the windows."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None:
            return top
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        return self._any(windows) if windows and self.random.random() < 0.5 else self.window

    def _others(self) -> Iterator[QWidget]:
        """The other windows that are open; one that is closed may take the next with it."""
        for widget in QApplication.topLevelWidgets():
            if shiboken6.isValid(widget) and widget is not self.window and widget.isVisible():
                yield widget

    def _any(self, choices: list[Choice]) -> Choice:
        return choices[self.random.randrange(len(choices))]

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.random.randrange(max(1, widget.width())),
            self.random.randrange(max(1, widget.height())),
        )

    def _spot(self) -> tuple[QWidget, QPointF]:
        """A widget below a random place, and the place in it."""
        top = self._top()
        at = self._point(top)
        widget = top.childAt(at) or top
        return widget, QPointF(widget.mapFrom(top, at))

    def _answer_dialogs(self) -> None:
        """Choose a file, or none: the monkey's own keys could delete files there."""
        for dialog in self._others():
            if isinstance(dialog, QFileDialog):
                path = self._any(self.files)
                if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
                    endings = (".npz", ".csv", ".png", ".svg", ".gatescope", "")
                    path = path.parent.parent / "out" / f"monkey{self._any(list(endings))}"
                    path.parent.mkdir(exist_ok=True)
                    path.unlink(missing_ok=True)  # so that nobody asks whether to replace it
                if self.random.random() < 0.2:
                    dialog.reject()
                    self.last.append("no file chosen")
                else:
                    self.last.append(f"chose {path.name}")
                    dialog.filesSelected.emit([str(path)])
                    dialog.fileSelected.emit(str(path))
                    dialog.reject()
                QApplication.processEvents()

    # -- what it does ----------------------------------------------------------------

    def _press(self) -> str:
        widget = QApplication.focusWidget() or self._top()
        key, modifiers = self._any(list(_KEYS)), self._any(list(_MODIFIERS))
        QTest.keyClick(widget, key, modifiers)
        return f"{key.name} {modifiers.name} in {_name(widget)}"

    def _type(self) -> str:
        widget = QApplication.focusWidget() or self._top()
        text = " ".join(self._any(_WORDS) for _ in range(self.random.randrange(1, 6)))
        for letter in text:
            if not shiboken6.isValid(widget):
                break
            # QTest knows the letters of English only.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)
        return f"{text!r} in {_name(widget)}"

    def _command(self) -> str:
        names = [name for name in self.window.commands.all if not name.startswith(_OWN_ACTS)]
        name = self._any(names)
        action = self.window.commands.all[name]
        keys = action.shortcuts()
        if keys and self.random.random() < 0.5:
            combination = self._any(keys)[0]
            widget = QApplication.focusWidget() or self._top()
            QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())
            return f"{QKeySequence(combination).toString()} in {_name(widget)}"
        action.trigger()
        return name

    def _click(self) -> str:
        widget, at = self._spot()
        return self._click_at(widget, at)

    def _click_button(self) -> str:
        top = self._top()
        kinds: tuple[type[QWidget], ...] = (QAbstractButton, QComboBox, QLineEdit)
        buttons = [
            widget
            for widget in top.findChildren(QWidget)
            if isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled()
        ]
        if not buttons:
            return "none"
        widget = self._any(buttons)
        return self._click_at(widget, QPointF(widget.rect().center()), left=True)

    def _click_at(self, widget: QWidget, at: QPointF, left: bool = False) -> str:
        button = Qt.MouseButton.LeftButton
        if not left and self.random.random() < 0.15:
            button = Qt.MouseButton.RightButton
        modifiers = self._any(list(_MODIFIERS))
        name, double = _name(widget), self.random.random() < 0.1
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if double:
            kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
        for kind in kinds:
            if not shiboken6.isValid(widget):
                break
            held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
            mouse(widget, kind, at, button, held, modifiers)
        if button == Qt.MouseButton.RightButton and shiboken6.isValid(widget):
            place = at.toPoint()
            reason = QContextMenuEvent.Reason.Mouse
            event = QContextMenuEvent(reason, place, widget.mapToGlobal(place), modifiers)
            QApplication.sendEvent(widget, event)
        return f"{button.name}{' twice' * double} {modifiers.name} {name} {_place(at)}"

    def _drag(self) -> str:
        widget, at = self._spot()
        if not shiboken6.isValid(widget):  # as in `_wheel`
            return _name(widget)
        way = [at] + [QPointF(self._point(widget)) for _ in range(self.random.randrange(1, 5))]
        name = _name(widget)
        for _ in drag(widget, *way):
            if not shiboken6.isValid(widget):
                break
        return f"{name} {_place(way[0])} to {_place(way[-1])}"

    def _wheel(self) -> str:
        widget, _ = self._spot()
        turn = self._any([-240, -120, 120, 240])
        name, modifiers = _name(widget), self._any(list(_MODIFIERS))
        if shiboken6.isValid(widget):  # a list that has closed meanwhile is gone
            wheel(widget, turn, modifiers)
        return f"{turn} {modifiers.name} {name}"

    def _hover(self) -> str:
        widget, at = self._spot()
        if shiboken6.isValid(widget):
            hover(widget, at)
        return f"{_name(widget)} {_place(at)}"

    def _choose(self) -> str:
        """An entry of an open menu."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return "no menu is open"
        actions = [action for action in menu.actions() if action.isEnabled() and action.text()]
        if not actions:
            return "an empty menu"
        action = self._any(actions)
        text = action.text()
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        return text

    def _resize(self) -> str:
        size = self.random.randrange(760, 1930), self.random.randrange(520, 1090)
        self.window.resize(*size)
        return "{} x {}".format(*size)

    def _theme_or_language(self) -> str:
        names = [n for n in self.window.commands.all if n.startswith(("theme_", "language_"))]
        name = self._any(names)
        self.window.commands.all[name].trigger()
        return name

    def _drop(self) -> str:
        paths = self.random.sample(self.files, self._any([1, 1, 1, 2]))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self._drop_on_window(data)
        return ", ".join(path.name for path in paths)

    def _read(self) -> str:
        count = self._any([0, 1, 5, 40, 300])
        text = " ".join(self._any(_WORDS) for _ in range(count))
        data = QMimeData()
        data.setText(text)
        self._drop_on_window(data)
        return f"{count} words"

    def _drop_on_window(self, data: QMimeData) -> None:
        event = QDropEvent(
            QPointF(self._point(self.window)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.window, event)

    def _wait(self) -> str:
        milliseconds = self._any([5, 20, 80])
        QTest.qWait(milliseconds)
        return f"{milliseconds} ms"

    def _close_what_is_open(self) -> str:
        closed = []
        for widget in self._others():
            closed.append(_name(widget))
            widget.close()
        return ", ".join(closed)

    def _train(self) -> str:
        self.window.commands.all["start_training"].trigger()
        return ""


def let_work_end(window: MainWindow) -> None:
    """Wait for all threads that compute something, be the answer wanted or not: what they hold is
    no memory that stays, and 85 MB of it were weighed once."""
    end = time.monotonic() + _WORK
    while _is_at_work(window) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    settle()


def _is_at_work(window: MainWindow) -> bool:
    works = any(thread.name == "gatescope-work" for thread in threading.enumerate())
    return works or window.session.busy


def stay_at_home() -> None:
    """Links and folders are not opened in other programs."""
    QDesktopServices.openUrl = lambda url: True  # type: ignore[method-assign]


def _name(widget: QWidget) -> str:
    if not shiboken6.isValid(widget):
        return "what is gone"  # the key or the button closed it
    inside = widget
    while inside.parentWidget() is not None and type(inside).__module__.startswith("PySide6"):
        inside = inside.parentWidget()
    own = type(widget).__name__
    return own if inside is widget else f"{own} in {type(inside).__name__}"


def _place(at: QPointF) -> str:
    return f"({at.x():.0f}, {at.y():.0f})"
