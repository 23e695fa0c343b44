"""`EditBar`: a chip for every edit, below what is read."""

from __future__ import annotations

import shlex
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QToolButton, QWidget

from engine.errors import EditError, Note
from engine.replay.edit_ranges import held_beyond
from engine.replay.edit_texts import parse
from engine.replay.edits import Edit, of_sequence
from engine.session.session import Session
from gui.edits.edit_names import edit_title
from gui.edits.history import EditHistory
from gui.edits.line_editor import LineEditor
from gui.i18n.texts import explain
from gui.kit.display import Display
from gui.kit.layouts import clear, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.dressing import polish_again
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import theme

HEIGHT = 28


class EditBar(View):
    """Shown while there are edits.  A chip is switched off and on by a press; its menu changes and
    removes it.

    Signals:
        needed(): it is shown, or gone.
        save_asked(), open_asked(): the edits are to be written into a file, or others read.
        about_asked(): open the guide.
    """

    needed = Signal()
    save_asked = Signal()
    open_asked = Signal()
    about_asked = Signal()

    def __init__(self, session: Session, edits: EditHistory, display: Display) -> None:
        super().__init__()
        self._session, self._edits, self._display = session, edits, display
        self._title = label("dim")
        self.chips: list[QToolButton] = []
        self._line = QWidget()
        self._chip_row = row(None, of=self._line, spacing=2)
        self._area = _Along(self._line)
        self.change = QToolButton()
        sized(self.change.setIconSize, QSize(16, 16))
        self.change.setCheckable(True)
        self.change.setProperty("role", "chip")
        self.change.toggled.connect(lambda on: setattr(display, "shows_change", on))
        self.menu_button = QToolButton()
        sized(self.menu_button.setIconSize, QSize(16, 16))
        self.menu_button.clicked.connect(self._show_menu)
        self.clear_button = icon_button(edits.clear, 14)
        row(
            *(self._title, (self._area, 1), self.change, self.menu_button, self.clear_button),
            of=self,
            spacing=6,
        )
        sized(self.setFixedHeight, HEIGHT)
        edits.changed.connect(self._show_edits)
        display.change_changed.connect(self.change.setChecked)
        self.subscribe(session.traces_changed, self._show_fitting)
        self.setVisible(bool(edits.edits))
        self.dress()

    # -- what is shown -----------------------------------------------------------

    def _show_edits(self) -> None:
        """A chip for every edit; those that stay keep the keys."""
        edits = self._edits.edits
        self._area.follows_end = len(edits) > len(self.chips)  # where the newest stands
        if len(edits) != len(self.chips):
            self._build(len(edits))
        for chip, edit in zip(self.chips, edits, strict=True):
            chip.setText(edit_title(edit).replace("&", "&&"))
            chip.setChecked(edit.on)
        self._show_fitting()
        if self.isHidden() == bool(edits):
            self.setVisible(bool(edits))
            self.needed.emit()

    def _build(self, count: int) -> None:
        had_keys = any(chip.hasFocus() for chip in self.chips)
        clear(self._chip_row)
        self.chips = []
        for place in range(count):
            chip = QToolButton()
            sized(chip.setIconSize, QSize(16, 16))
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.clicked.connect(partial(self._switch, place))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(partial(self._show_chip_menu, place))
            close = icon_button(partial(self._remove, place), 10)
            close.setIcon(phosphor("ph.x", color=theme().dim))
            name_widget(close, self.tr("Take this edit away"))
            self._chip_row.addWidget(chip)
            self._chip_row.addWidget(close)
            self.chips.append(chip)
        self._chip_row.addStretch(1)
        if had_keys and self.chips:
            self.chips[-1].setFocus()

    def _switch(self, place: int) -> None:
        self._edits.switch(place, on=self.chips[place].isChecked())

    def _remove(self, place: int) -> None:
        self._edits.remove(place)

    def _beyond(self, edit: Edit) -> Note | None:
        """That an edit holds something where no network takes it by itself; of the focused pane
        first."""
        panes = self._session.panes[self._session.focus :] + self._session.panes
        notes = (note for pane in panes for note in held_beyond(pane.network, [edit]))
        return next(notes, None)

    def _show_fitting(self) -> None:
        """Say which edits change nothing, and why."""
        unfit = self._session.unfit_edits
        edits = self._edits.edits
        if len(edits) != len(self.chips):
            return
        warned = 0
        hint = self.tr("Click: off or on again. Right click: change it, or take it away")
        for chip, edit in zip(self.chips, edits, strict=True):
            error = unfit.get(edit)
            warned += error is not None
            error = error or self._beyond(edit)
            sign = QIcon() if error is None else phosphor("ph.warning", color=theme().warning)
            chip.setIcon(sign)
            said = [edit_title(edit) if edit.on else self.tr("switched off"), f"--edit {edit}"]
            said += [] if error is None else [explain(error)]
            chip.setAccessibleName("\n".join([edit_title(edit), *said[2:]]))
            chip.setToolTip(tip("\n".join([*said, hint])))
        text = self.tr("What if")
        if warned:
            text = self.tr("What if · without effect: {count}").format(count=warned)
        self._title.setText(text)
        role = "warning" if warned else "dim"
        if self._title.property("role") != role:
            self._title.setProperty("role", role)
            polish_again(self._title)
        is_shifted = bool(of_sequence(edits))
        says = self.tr(
            "The heat maps show the edited reading minus the untouched one, step by step."
        )
        if is_shifted:
            says += "\n" + self.tr(
                "Where words were moved, steps that stand above each other differ."
            )
        self.change.setToolTip(tip(says))

    # -- the user's hand ---------------------------------------------------------

    def _show_chip_menu(self, place: int, at: QPoint) -> None:
        chip, edit = self.chips[place], self._edits.edits[place]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change…"), partial(self.edit_text, place))
        menu.addAction(
            self.tr("Switch off") if edit.on else self.tr("Switch on"),
            partial(self._edits.switch, place, not edit.on),
        )
        menu.addAction(self.tr("Take away"), partial(self._edits.remove, place))
        menu.popup(chip.mapToGlobal(at))

    def edit_text(self, place: int) -> None:
        """Let the user change the text of an edit."""
        chip, edit = self.chips[place], self._edits.edits[place]

        def say(text: str) -> str:
            try:
                parse(text)
            except EditError as error:
                return explain(error)
            return ""

        def take(text: str) -> None:
            try:
                changed: Edit = parse(text)
            except EditError as error:
                self._edits.failed.emit(error)
                return
            # Those before it may have come or gone meanwhile, and it with them.
            same = replace(edit, on=True)
            there = [replace(each, on=True) for each in self._edits.edits]
            self._edits.put(there.index(same) if same in there else len(there), changed)

        LineEditor(chip, chip.rect(), str(edit), say, take, self.tr("the text of the edit"))

    def _show_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """What can be done with all edits."""
        menu, edits = QMenu(self), self._edits
        any_on = any(edit.on for edit in edits.edits)
        menu.addAction(
            self.tr("All off") if any_on else self.tr("All on"),
            lambda: edits.switch_all(not any_on),
        )
        menu.addAction(self.tr("Clear"), edits.clear)
        menu.addSeparator()
        menu.addAction(self.tr("Save the edits…"), self.save_asked.emit)
        menu.addAction(self.tr("Open edits…"), self.open_asked.emit)
        menu.addAction(self.tr("Copy for the shell"), self.copy)
        menu.addSeparator()
        menu.addAction(self.tr("What is this?"), self.about_asked.emit)
        return menu

    def copy(self) -> None:
        """Put the edits into the clipboard, as the shell takes them."""
        words = [word for edit in self._edits.edits for word in ("--edit", str(edit))]
        QGuiApplication.clipboard().setText(shlex.join(words))

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.change.setText(self.tr("Show the change"))
        name_widget(self.menu_button, self.tr("All edits: off, save, open, copy"))
        name_widget(self.clear_button, self.tr("Take all edits away"))
        self._area.setAccessibleName(self.tr("the edits"))
        self._build(len(self._edits.edits))
        self._show_edits()

    def restyle(self) -> None:
        """Colour the icons."""
        self.menu_button.setIcon(phosphor("ph.dots-three", color=theme().dim))
        self.clear_button.setIcon(phosphor("ph.x", color=theme().dim))
        self.retranslate()


class _Along(QScrollArea):
    """A line that scrolls from side to side, by the wheel too."""

    def __init__(self, line: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setWidget(line)
        self.follows_end = False  # as the line becomes longer
        self.horizontalScrollBar().rangeChanged.connect(self._follow)

    def _follow(self, least: int, most: int) -> None:
        if self.follows_end:
            self.horizontalScrollBar().setValue(most)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along."""
        self.follows_end = False
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.y() or turn.x()))
        event.accept()
