"""`Actions`: everything the window can do, once, with its key; the menu is made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)

from gui.playback.bar import SPEEDS

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

_KEEPERS = (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""Widgets that keep plain keys (letters, arrows, space) for themselves."""


class Actions(QObject):
    """The window's actions and its one menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.all: dict[str, QAction] = {}
        session = window.session

        def move(change: int) -> None:
            session.step += change

        def goto(step: int) -> None:
            session.step = step if step >= 0 else session.steps - 1

        self._add("forward", lambda: move(1), "Right")
        self._add("back", lambda: move(-1), "Left")
        self._add("forward_ten", lambda: move(10), "Shift+Right")
        self._add("back_ten", lambda: move(-10), "Shift+Left")
        self._add("first", lambda: goto(0), "Home")
        self._add("last", lambda: goto(-1), "End")
        self._add("play", window.player.toggle, "Space")
        self._add("slower", lambda: self._speed(0.5), "-")
        self._add("faster", lambda: self._speed(2.0), "+", "=")
        self._add("unit_up", lambda: self._unit(-1), "Up")
        self._add("unit_down", lambda: self._unit(1), "Down")
        self._add("next_pane", self._next_pane, "P")
        self._add("whole", window.playback.whole.toggle, "F")
        self._add("stretched", window.playback.stretched.toggle, "S")
        self._add("next_review", lambda: window.browse("next"), "PgDown", "N")
        self._add("previous_review", lambda: window.browse("previous"), "PgUp", "B")
        self._add("random_review", lambda: window.browse("random"), "R")
        self._add("models", lambda: window.toggle_drawer("models"), "Ctrl+1")
        self._add("reviews", lambda: window.toggle_drawer("reviews"), "Ctrl+2")
        self._add("numbers", lambda: window.toggle_drawer("numbers"), "Ctrl+4")
        self._add("train", lambda: window.toggle_drawer("train"), "Ctrl+3")
        self._add("start_training", self._start_training, "Ctrl+T")
        self._add("follow_run", self._follow_run, "Ctrl+L")
        self._add("restore_runs", window.runs.restore_last, "Ctrl+Z")
        self._add("epoch_back", lambda: window.watch.step(-1), "[")
        self._add("epoch_forward", lambda: window.watch.step(1), "]")
        self._add("time_lapse", window.epochs.toggle, "T")
        self._add("find", self._find, "Ctrl+F")
        self._add("write", self._write, "Ctrl+N")
        self._add("open_model", lambda: window.opener.ask(window, window.session.focus), "Ctrl+O")
        self._add("inspect", lambda: window.inspect(session.focus), "Ctrl+Shift+I")
        self._add("layers", lambda: window.choose_layers(session.focus), "Ctrl+Shift+L")
        self._add("details", window.show_details, "Ctrl+I")
        self._add("export_trace", self._export_trace, "Ctrl+E")
        self._add("export_picture", self._export_picture, "Ctrl+Shift+E")
        self._add("keys", self._keys, "?", "F1")
        self._add("about", self._about)
        self._add("close", window.close, "Ctrl+Q")
        self._add("menu", self.show_menu, "F10")
        self._themes = self._choice("theme", ("system", "light", "dark"), window.use_theme)
        self._languages = self._choice("language", ("system", "en", "ko"), self._language)
        window.addActions(list(self.all.values()))
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self.retranslate()

    def _add(self, name: str, slot: Callable[[], object], *keys: str) -> None:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        # Without the lambda the slot would be given whether the action is checked.
        action.triggered.connect(lambda: slot())  # noqa: PLW0108
        self.all[name] = action

    def _choice(
        self, setting: str, values: tuple[str, ...], use: Callable[[str], None]
    ) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = QAction(self._window)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(getattr(self._window.settings, setting) == value)
            action.triggered.connect(lambda checked, value=value: use(value))
            group.addAction(action)
            self.all[f"{setting}_{value}"] = action
        return group

    # -- what they do ------------------------------------------------------------

    def _speed(self, factor: float) -> None:
        speed = self._window.player.speed * factor
        self._window.player.speed = max(SPEEDS[0], min(speed, SPEEDS[-1]))

    def _unit(self, change: int) -> None:
        pane = self._window.session.focused
        if pane is not None:
            self._window.session.choose_unit(self._window.session.focus, pane.units[0] + change)

    def _next_pane(self) -> None:
        session = self._window.session
        if session.panes:
            session.focus = (session.focus + 1) % len(session.panes)

    def _find(self) -> None:
        panel = self._window.panel("reviews")
        panel.focus_search()  # type: ignore[attr-defined]

    def _write(self) -> None:
        panel = self._window.panel("reviews")
        panel.focus_writing()  # type: ignore[attr-defined]

    def _start_training(self) -> None:
        self._window.panel("train").train()  # type: ignore[attr-defined]

    def _follow_run(self) -> None:
        self._window.show_runs()
        self._window.panel("train").runs.ask_to_follow()  # type: ignore[attr-defined]

    def _export_trace(self) -> None:
        from gui.export.dialogs import export_trace

        export_trace(self._window, self._window.session, self._window.notice)

    def _export_picture(self) -> None:
        from gui.export.dialogs import export_picture

        export_picture(self._window, self._window.centre, self._window.notice)

    def _keys(self) -> None:
        from gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window).show()

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).show()

    def _language(self, choice: str) -> None:
        from gui.i18n.languages import install_language

        self._window.settings.language = choice
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_language(app, choice)

    # -- the menu ----------------------------------------------------------------

    def show_menu(self) -> None:
        """Open the menu beside its button on the rail."""
        button = self._window.rail.menu
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        height = menu.sizeHint().height()
        menu.popup(button.mapToGlobal(QPoint(button.width(), button.height() - height)))

    def make_menu(self) -> QMenu:
        """The menu of everything."""
        menu = QMenu(self._window)
        self._put(
            menu,
            "open_model",
            "inspect",
            "layers",
            None,
            "write",
            "find",
            None,
            "export_trace",
            "export_picture",
        )
        menu.addSeparator()
        reading = menu.addMenu(self.tr("Reading"))
        self._put(
            reading,
            "play",
            "forward",
            "back",
            "forward_ten",
            "back_ten",
            "first",
            "last",
            None,
            "slower",
            "faster",
            None,
            "unit_up",
            "unit_down",
            "next_pane",
        )
        reviews = menu.addMenu(self.tr("Reviews"))
        self._put(reviews, "next_review", "previous_review", "random_review", "details")
        training = menu.addMenu(self.tr("Training"))
        self._put(training, "start_training", "follow_run", "restore_runs", None)
        self._put(training, "epoch_back", "epoch_forward", "time_lapse")
        view = menu.addMenu(self.tr("View"))
        self._put(view, "models", "reviews", "numbers", "train", None, "whole", "stretched")
        themes = menu.addMenu(self.tr("Theme"))
        themes.addActions(self._themes.actions())
        languages = menu.addMenu("Language / 언어")
        languages.addActions(self._languages.actions())
        menu.addSeparator()
        self._put(menu, "keys", "about", None, "close")
        return menu

    def _put(self, menu: QMenu, *names: str | None) -> None:
        for name in names:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.all[name])

    def retranslate(self) -> None:
        """Name every action."""
        for name, text in {
            "forward": self.tr("One step forward"),
            "back": self.tr("One step back"),
            "forward_ten": self.tr("Ten steps forward"),
            "back_ten": self.tr("Ten steps back"),
            "first": self.tr("First step"),
            "last": self.tr("Last step"),
            "play": self.tr("Play or pause"),
            "slower": self.tr("Slower"),
            "faster": self.tr("Faster"),
            "unit_up": self.tr("Unit above"),
            "unit_down": self.tr("Unit below"),
            "next_pane": self.tr("Next network"),
            "whole": self.tr("Show what is still to be read"),
            "stretched": self.tr("Stretch the colours"),
            "next_review": self.tr("Next review"),
            "previous_review": self.tr("Previous review"),
            "random_review": self.tr("Random review"),
            "models": self.tr("Models"),
            "reviews": self.tr("Reviews"),
            "numbers": self.tr("Numbers"),
            "train": self.tr("Train"),
            "start_training": self.tr("Start the training"),
            "follow_run": self.tr("Follow run…"),
            "restore_runs": self.tr("Bring back deleted runs"),
            "epoch_back": self.tr("One epoch back"),
            "epoch_forward": self.tr("One epoch forward"),
            "time_lapse": self.tr("Play the epochs as a time-lapse"),
            "find": self.tr("Find a review"),
            "write": self.tr("Write a review"),
            "open_model": self.tr("Open model…"),
            "inspect": self.tr("Inspect the network"),
            "layers": self.tr("Choose the layers in the panes…"),
            "details": self.tr("What the network reads"),
            "export_trace": self.tr("Export trace…"),
            "export_picture": self.tr("Export picture…"),
            "keys": self.tr("Keys"),
            "about": self.tr("About Gatescope"),
            "close": self.tr("Quit"),
            "menu": self.tr("Menu"),
            "theme_system": self.tr("As the system"),
            "theme_light": self.tr("Light"),
            "theme_dark": self.tr("Dark"),
            "language_system": self.tr("As the system"),
            "language_en": "English",
            "language_ko": "한국어",
        }.items():
            self.all[name].setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave plain keys to the widget that has the focus, where it uses them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QApplication.activePopupWidget() is not None:
                return False  # an open list or menu has its own use for every key
            focus = QApplication.focusWidget()
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if isinstance(focus, QAbstractButton) and event.key() == Qt.Key.Key_Space:
                event.accept()  # the space bar presses the button that has the focus
                return True
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            keeps = isinstance(focus, _KEEPERS) or (
                isinstance(focus, QAbstractSlider)
                and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            )
            if keeps and plain and not function:
                event.accept()
                return True
        return super().eventFilter(watched, event)
