"""`StepEditing`: words and steps are replaced, inserted, deleted and moved where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from engine.errors import EditError
from engine.replay.edit_texts import parse
from engine.replay.edited import unknown_words
from engine.replay.edits import Delete, Move
from engine.session.session import Session
from engine.text.review import Review
from gui.edits.history import EditHistory
from gui.edits.line_editor import LineEditor
from gui.i18n.texts import explain

SLOW = 2
"""Two clicks on a step are a double click, too, in so many times the time that one has."""


class Steps(Protocol):
    """Where steps are shown."""

    def step_near(self, at: QPointF) -> int | None:
        """The step at a place of its pixels; None where there is none."""

    def held_at(self, at: QPointF) -> int | None:
        """The step that a drag takes along from there; None where a drag reads along."""

    def box_of(self, step: int) -> QRect:
        """Where a step stands, in the same pixels."""

    def show_drop(self, step: int | None) -> None:
        """Mark where a step would be moved to; None to mark nothing."""


class StepEditing(QObject):
    """A hand on what is read: a double click or F2 replaces, Insert and Delete do what they say,
    a drag from a word or with Ctrl, or Alt and an arrow, moves; the context menu has all of it.

    Args:
        steps: where they are shown.
        canvas: the widget whose pixels those are.
        keys: the widget that has the keys.
    """

    def __init__(
        self,
        session: Session,
        edits: EditHistory,
        steps: Steps,
        canvas: QWidget,
        keys: QWidget,
    ) -> None:
        super().__init__(keys)
        self._session, self._edits, self._steps = session, edits, steps
        self._canvas, self._keys = canvas, keys
        self._held: tuple[int, QPointF] | None = None
        self._dragged: int | None = None
        self._pressed: tuple[int, QPointF, int] | None = None  # step, place, milliseconds
        self._is_again = False
        canvas.installEventFilter(self)
        if keys is not canvas:
            keys.installEventFilter(self)

    # -- the user's hand ---------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what edits; leave all else to the view."""
        if isinstance(event, QMouseEvent) and watched is self._canvas:
            return self._take_mouse(event.type(), event)
        if isinstance(event, QContextMenuEvent) and watched is self._canvas:
            return self._show_menu(event)
        if isinstance(event, QKeyEvent) and watched is self._keys:
            kind = event.type()
            if kind == QEvent.Type.ShortcutOverride:
                if self._act_of(event) is not None:
                    event.accept()
                return False
            if kind == QEvent.Type.KeyPress and (act := self._act_of(event)) is not None:
                act(self._session.step)
                return True
        return False

    def _act_of(self, event: QKeyEvent) -> Callable[[int], object] | None:
        """What a key does to the step of the moment."""
        key, keys, with_keys = event.key(), Qt.Key, event.modifiers()
        none, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
        acts: dict[tuple[int, Qt.KeyboardModifier], Callable[[int], object]] = {
            (keys.Key_F2, none): self.replace,
            (keys.Key_Insert, none): self.insert,
            (keys.Key_Insert, Qt.KeyboardModifier.ShiftModifier): self.insert_after,
            (keys.Key_Delete, none): self.delete,
            (keys.Key_Left, alt): lambda step: self.move(step, step - 1),
            (keys.Key_Right, alt): lambda step: self.move(step, step + 1),
        }
        return acts.get((key, with_keys & ~Qt.KeyboardModifier.KeypadModifier))

    def _take_mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        step = self._steps.step_near(event.position())
        if kind == QEvent.Type.MouseButtonDblClick and left:
            return self._replace_pressed(step)
        if kind == QEvent.Type.MouseButtonPress and left:
            self._press(step, event)
            with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            held = step if with_ctrl else self._held_at(event)
            self._held = None if held is None else (held, event.position())
            if with_ctrl and held is not None:
                self._drag(held)
            return self._dragged is not None
        if kind == QEvent.Type.MouseButtonRelease and left and self._is_again:
            self._is_again = False
            if self._dragged is None:
                return self._replace_pressed(step)
        if self._held is None:
            return False
        if kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            held, start = self._held
            far = (event.position() - start).manhattanLength()
            if self._dragged is None and far >= QApplication.startDragDistance():
                self._drag(held)
            if self._dragged is not None:
                self._steps.show_drop(step if step != held else None)
            return True
        if kind == QEvent.Type.MouseButtonRelease and left:
            dragged, self._dragged, self._held = self._dragged, None, None
            self._canvas.unsetCursor()
            self._steps.show_drop(None)
            if dragged is not None and step is not None and step != dragged:
                self.move(dragged, step)
            return dragged is not None
        return False

    def _held_at(self, event: QMouseEvent) -> int | None:
        """What a drag takes along; none with Shift, which selects a span of words."""
        with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        return None if with_shift else self._steps.held_at(event.position())

    def _press(self, step: int | None, event: QMouseEvent) -> None:
        """Tell a second press at the same place: the keys that follow are meant for a word."""
        at, now, before = event.position(), event.timestamp(), self._pressed
        self._is_again = (
            before is not None
            and 0 < now - before[2] <= SLOW * QApplication.doubleClickInterval()
            and (at - before[1]).manhattanLength() < QApplication.startDragDistance()
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if not self._is_again:
            self._pressed = None if step is None else (step, at, now)

    def _replace_pressed(self, step: int | None) -> bool:
        """Replace the step that was pressed first: since then the words may have scrolled."""
        if self._pressed is not None:
            step = self._pressed[0]
        self._pressed = self._held = None
        if step is not None:
            self.replace(step)
        return True

    def _drag(self, step: int) -> None:
        self._dragged = step
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _show_menu(self, event: QContextMenuEvent) -> bool:
        step = self._steps.step_near(QPointF(event.pos()))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            step = self._session.step
        if step is None:
            return False
        self._session.step = step
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._canvas.mapToGlobal(self._steps.box_of(step).bottomLeft())
        menu = self.make_menu(step)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        return True

    def make_menu(self, step: int) -> QMenu:
        """What can be done with a step."""
        menu = QMenu(self._keys)
        rows: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (self.tr("Replace…"), "F2", partial(self.replace, step)),
            (self.tr("Insert before…"), "Ins", partial(self.insert, step)),
            (self.tr("Insert after…"), "Shift+Ins", partial(self.insert_after, step)),
            (self.tr("Delete"), "Del", partial(self.delete, step)),
            (self.tr("Move back by one"), "Alt+Left", partial(self.move, step, step - 1)),
            (self.tr("Move on by one"), "Alt+Right", partial(self.move, step, step + 1)),
        )
        for text, key, act in rows:
            action = menu.addAction(text, act)
            action.setShortcut(QKeySequence(key))  # the view takes the key itself
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return menu

    # -- edits -------------------------------------------------------------------

    @property
    def _kind(self) -> str:
        """What is read at a step, as it is called in the text of an edit."""
        if self._session.review is not None:
            return "word"
        sequence = self._session.sequence
        return "row" if sequence is not None and sequence.inputs.ndim > 1 else "id"

    def _text_of(self, step: int) -> str:
        """What is read at a step, as it is typed."""
        sequence = self._session.sequence
        if sequence is None or step >= len(sequence) or sequence.padding[step]:
            return ""
        if self._kind == "word":
            return sequence.steps[step]
        return ", ".join(f"{value:.7g}" for value in np.atleast_1d(sequence.inputs[step]))

    def replace(self, step: int) -> None:
        """Let the user type what is read at a step instead."""
        self._ask(step, self._text_of(step), f"{self._kind} {step + 1}=")

    def insert(self, step: int) -> None:
        """Let the user type what is read before a step; of numbers, its own are a beginning."""
        text = "" if self._kind == "word" else self._text_of(step)
        self._ask(step, text, f"insert {self._kind} {step + 1}=")

    def insert_after(self, step: int) -> None:
        """Let the user type what is read after a step."""
        text = "" if self._kind == "word" else self._text_of(step)
        self._ask(step, text, f"insert {self._kind} {step + 2}=")

    def delete(self, step: int) -> None:
        """Read without a step."""
        self._edits.add(Delete(step))

    def move(self, step: int, to: int) -> None:
        """Read a step at another place."""
        sequence = self._session.sequence  # what is written after it has no other place
        if sequence is not None and 0 <= to < len(sequence) and self._edits.add(Move(step, to)):
            self._session.step = to

    def _ask(self, step: int, text: str, head: str) -> None:
        if (sequence := self._session.sequence) is None:
            return
        if step >= len(sequence):
            error = EditError(
                "Step {step} was written by the network. Change what was read before it.",
                step=step + 1,
            )
            self._edits.failed.emit(error)
            return
        name = self.tr("what is read at step {step}").format(step=step + 1)
        is_new = head.startswith("insert")

        def take(typed: str) -> None:
            try:
                edit = parse(head + typed)
            except EditError as error:
                self._edits.failed.emit(error)
                return
            self._edits.add(edit)

        box = self._steps.box_of(step)
        say = partial(self._say, head)
        LineEditor(self._canvas, box, text, say, take, name, back=self._keys, is_new=is_new)

    def _say(self, head: str, typed: str) -> str:
        """What is wrong with what is typed, or which words the network does not know."""
        if not typed.strip():
            if self._kind == "word":
                return self.tr("Type one word, or several.")
            return self.tr("Type the numbers of the step, parted by commas.")
        try:
            parse(head + typed)
        except EditError as error:
            return explain(error)
        pane = self._session.focused
        read = self._session.review
        if pane is not None and pane.trace is not None and isinstance(pane.trace.sequence, Review):
            read = pane.trace.sequence
        if read is None or pane is None:
            return ""
        if not (unknown := unknown_words(read, typed, pane.network.vocabulary_size)):
            return ""
        text = self.tr("{network} does not know {words}: it reads the unknown word.")
        words = ", ".join(f"“{word}”" for word in unknown[:3]) + ("…" if len(unknown) > 3 else "")
        return text.format(network=pane.network.name, words=words)
