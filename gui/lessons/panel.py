"""`LessonsPanel`: the place of the lessons: their list, and the one that is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.errors import LessonError
from engine.lessons.checks.registry import VALUES
from engine.lessons.code import CODE
from engine.lessons.lesson import Lesson
from engine.lessons.lesson_checks.registry import ALL_CHECKS
from engine.lessons.parse import LessonNames, Values, load, load_folder
from gui.i18n.languages import current
from gui.i18n.texts import explain
from gui.kit.asking import ask_for_file
from gui.kit.drawer import Drawer
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.widgets import icon_button, label, name_widget, push_button
from gui.lessons.context import LessonContext
from gui.lessons.lesson_view import MIN_PICTURE, NARROW_TEXT, LessonView
from gui.lessons.pictures import PICTURES
from gui.look.icons import phosphor
from gui.look.scale import UNBOUNDED, px, sized
from gui.look.theme import GAP, theme
from gui.paths import ASSETS
from gui.settings import Settings

WIDTH, NARROW_WIDTH = 220, 172
"""Pixels of the list, the second where the window is narrow."""

NARROW = 1180
"""Pixels; a window with less is narrow."""

TIGHT = NARROW_WIDTH + NARROW_TEXT + MIN_PICTURE + 8 * GAP
"""Pixels; a panel with less shows the list or the lesson."""

FOLDER = ASSETS / "lessons"
VIEWS = FOLDER / "views"

IN_ITEM, AROUND_ITEM = 24, 16
"""Pixels of an item of the list that its text does not have, across and upright."""

MAX_OWN = 30
"""Lessons of their own that are remembered."""

_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def lesson_names() -> LessonNames:
    """What the files of lessons may name."""
    none: Values = {}
    return {
        "picture": {row.name: row.options for row in PICTURES.values()},
        "check": {
            kind.name: {option: VALUES.get(option, ()) for option in kind.options}
            for kind in ALL_CHECKS.values()
        },
        "code": dict.fromkeys(CODE, none),
        "open": {path.stem: none for path in VIEWS.glob("*.gatescope")},
    }


class _Wrapping(QStyledItemDelegate):
    """Titles are as high as their lines: Qt's own are elided where they nearly fit."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Of the lines in the list's width."""
        usual = super().sizeHint(option, index)
        view = option.widget
        if not isinstance(view, QListWidget):
            return usual
        font = view.font() if option.font is None else option.font
        room = QRect(0, 0, view.viewport().width() - px(IN_ITEM), UNBOUNDED)
        lines = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        around = px(AROUND_ITEM)
        width = min(usual.width(), view.viewport().width())
        return QSize(width, max(usual.height(), lines.height() + around))


class LessonsPanel(Drawer):
    """The lessons of the window's language, in the lecture's order.

    Signals:
        view_asked(Path, Seen): open this view in the main window, with what stands in the picture.
        back_asked(): show again what was open before a lesson's view.
        returned(): the lessons are seen, after whatever was seen before.
        leave_asked(): back to the networks.
        escaped(): Escape was pressed.
        tasks_asked(): the tasks beside the networks.
        present_asked(): the lesson alone on the screen, or no longer.
    """

    view_asked = Signal(object, object)
    back_asked = Signal()
    returned = Signal()
    leave_asked = Signal()
    escaped = Signal()
    present_asked = Signal()
    tasks_asked = Signal()

    def __init__(self, context: LessonContext, settings: Settings) -> None:
        super().__init__(WIDTH)
        self._settings, self._context = settings, context
        self.lessons: tuple[Lesson, ...] = ()
        self._heading, self.problem = label("heading"), label("dim", wraps=True)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(_Wrapping(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._choose)
        self.list.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._listen)
        self.open_own = push_button(self.ask_to_open)
        self.back = push_button(self.back_asked)
        self.back.hide()
        self.tasks = push_button(self.tasks_asked)
        self.view = LessonView(context)
        self.view.view_asked.connect(self._open_view)
        self.before, self.after = (
            icon_button(lambda _=None, way=way: self.go(way), 16) for way in (-1, 1)
        )
        self.notes = icon_button(self.view.show_notes, 16, checks=True)
        self.close_lessons = icon_button(self.leave_asked, 16)
        self.presenter = icon_button(self.present_asked, 16)
        margins = (2 * GAP, 2 * GAP - 2, 2 * GAP, GAP)
        buttons = (self.presenter, self.notes, self.before, self.after, self.close_lessons)
        self.choose = icon_button(lambda: self._show_list(shown=True), 16)
        head = row(self.choose, (self.view.title, 1), *buttons, spacing=GAP)
        self.choice, self.lesson = QWidget(), QWidget()
        left = (self.problem, self.back, self.open_own, self.tasks)
        column(self._heading, (self.list, 1), *left, of=self.choice, spacing=2 * GAP)
        column(head, (self.view, 1), of=self.lesson, spacing=2 * GAP)
        row(self.choice, (self.lesson, 1), of=self, spacing=2 * GAP, margins=margins)
        self._is_choosing = False  # the list is asked for, where there is no room for both
        self._is_presenting = False
        for chosen in (self.list.itemClicked, self.list.itemActivated):
            chosen.connect(lambda _: self._show_list(shown=False))
        self.setFocusProxy(self.list)
        self._share()
        self.dress()

    # -- which lesson ------------------------------------------------------------

    def show_lesson(self, name: str) -> None:
        """Open a lesson by its name; the first where there is none of it."""
        if names := [lesson.name for lesson in self.lessons]:
            self.list.setCurrentItem(self._items[names.index(name) if name in names else 0])

    def _open_view(self, name: str) -> None:
        self.view_asked.emit(VIEWS / f"{name}.gatescope", self.view.seen)

    def go(self, way: int) -> None:
        """Open the next lesson (1), or the one before (-1)."""
        at = self._place + way
        if 0 <= at < len(self.lessons):
            self.list.setCurrentItem(self._items[at])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Page up and down turn to another lesson, whatever of it has the keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Escape and watched is self.list:
                self.escaped.emit()
                return True
            if key in _KEYS:
                self._take_keys()  # what has them is of the lesson that is left
                self.go(_KEYS[key])
                return True
        return super().eventFilter(watched, event)

    def _listen(self, before: QWidget | None, now: QWidget | None) -> None:
        """A slider or a field of a lesson has its own use for the keys that turn the page."""
        if before is not None and before is not self.list:
            before.removeEventFilter(self)
        if now is not None and self.isAncestorOf(now):
            now.installEventFilter(self)

    def _take_keys(self) -> None:
        (self.view if self._is_presenting else self.list).setFocus()

    def present(self, on: bool) -> None:
        """Give the lesson all the room, with the list a click away, or stand them side by side."""
        self._is_presenting, self._is_choosing = on, False
        self._share()
        self._take_keys()

    # -- lessons of a teacher's own ----------------------------------------------

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a lesson of their own."""
        filters = (self.tr("Lessons (*.md)"), self.tr("All files (*)"))
        folder = self._settings.window.folders.get("lesson")
        title = self.tr("Open lesson")
        return ask_for_file(self.window(), title, self.open_lesson, filters=filters, folder=folder)

    def open_lesson(self, path: Path) -> None:
        """Put a lesson at the end of the list and show it; one that is wrong is named with its
        line."""
        path = path.absolute()
        settings = self._settings.window
        settings.folders["lesson"] = str(path.parent)
        others = [each for each in settings.own_lessons if each != str(path)]
        settings.own_lessons = [*others, str(path)][-MAX_OWN:]
        self._load()
        places = [lesson.path for lesson in self.lessons]
        if path in places:
            self.list.setCurrentItem(self._items[places.index(path)])
        else:
            settings.own_lessons = others
            self.show_lesson(settings.lesson)

    @property
    def _place(self) -> int:
        lesson = self.view.lesson
        return 0 if lesson is None else [each.path for each in self.lessons].index(lesson.path)

    def _choose(self, item: QListWidgetItem | None) -> None:
        lesson = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(lesson, Lesson):
            self._settings.window.lesson = lesson.name
            self.view.show_lesson(lesson)
            self.before.setEnabled(self._place > 0)
            self.after.setEnabled(self._place < len(self.lessons) - 1)

    def _load(self) -> None:
        folder = FOLDER / current()
        found = load_folder(folder if folder.is_dir() else FOLDER / "en", lesson_names())
        self.lessons, errors = found
        own, problems = [], list(errors)
        for name in self._settings.window.own_lessons:
            try:
                own.append(load(Path(name), lesson_names()))
            except LessonError as error:
                problems.append(error)
        self.lessons += tuple(own)
        self.problem.setText("\n".join(explain(error) for error in problems))
        self.problem.setVisible(bool(problems))
        self.list.blockSignals(True)
        self.list.clear()
        self._items: list[QListWidgetItem] = []
        topic = ""
        for lesson in self.lessons:
            if lesson.topic not in (topic, lesson.title):
                heading = QListWidgetItem(lesson.topic)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(heading)
            topic = lesson.topic
            item = QListWidgetItem(lesson.title)
            item.setToolTip(tip(lesson.title))
            item.setData(Qt.ItemDataRole.UserRole, lesson)
            self._items.append(item)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _show_list(self, *, shown: bool) -> None:
        self._is_choosing = shown
        self._share()
        (self.list if shown or self.choice.isVisible() else self.view).setFocus()

    def _share(self) -> None:
        is_narrow = self.width() < px(NARROW - 100)
        is_tight = self._is_presenting or self.width() < px(TIGHT)
        self.choose.setVisible(is_tight)
        self.choice.setVisible(self._is_choosing or not is_tight)
        self.lesson.setVisible(not (is_tight and self._is_choosing))
        if is_tight:
            sized(self.list.setMinimumWidth, NARROW_WIDTH)
            self.list.setMaximumWidth(UNBOUNDED)
        else:
            self._is_choosing = False
            sized(self.list.setFixedWidth, NARROW_WIDTH if is_narrow else WIDTH)
        self.view.use_width(is_narrow=is_narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """Lessons are about what the user has open, not about what one of them showed before."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._return)

    def _return(self) -> None:
        if not self.isVisible():  # a view was asked for meanwhile
            return
        self.returned.emit()
        self.back.setVisible(self._context.has_way_back())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture what it needs."""
        super().resizeEvent(event)
        self._share()

    def rescale(self) -> None:
        """See `resizeEvent`."""
        self._share()

    # -- texts and colours -------------------------------------------------------

    def stop(self) -> None:
        """The window closes."""
        self.view.unsubscribe()
        super().stop()

    def retranslate(self) -> None:
        """Set every text, and read the lessons of the language."""
        self._heading.setText(self.tr("Lessons"))
        self.back.setText(self.tr("Back to your view"))
        self.open_own.setText(self.tr("Open lesson…"))
        self.tasks.setText(self.tr("Tasks and answers…"))
        name_widget(self.before, self.tr("The lesson before (Page up)"))
        name_widget(self.after, self.tr("The next lesson (Page down)"))
        name_widget(self.choose, self.tr("The list of lessons"))
        name_widget(self.notes, self.tr("Notes for the speaker"))
        name_widget(self.presenter, self.tr("Alone on the screen, in large letters (Shift+F11)"))
        name_widget(self.close_lessons, self.tr("Back to the networks (Esc)"))
        self._load()
        self.show_lesson(self._settings.window.lesson)

    def restyle(self) -> None:
        """Colour the icons."""
        for button, icon in (
            (self.before, "ph.caret-left"),
            (self.after, "ph.caret-right"),
            (self.notes, "ph.note"),
            (self.choose, "ph.list"),
            (self.presenter, "ph.presentation"),
            (self.close_lessons, "ph.x"),
        ):
            button.setIcon(phosphor(icon, color=theme().dim))
