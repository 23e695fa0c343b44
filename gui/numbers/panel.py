"""`NumbersPanel`: the drawer of numbers: choose them, and how a network reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.numbers.generated import GENERATED
from engine.session.session import Session
from gui.i18n.texts import explain
from gui.kit.drawer import Drawer, scrolling
from gui.kit.dropping import take
from gui.kit.in_sight import InSight
from gui.kit.layouts import column, row
from gui.kit.widgets import icon_button, label, name_widget, push_button
from gui.look.icons import phosphor
from gui.look.numbers_text import four_digits
from gui.look.theme import GAP, theme
from gui.numbers.auxiliary import AuxiliaryView
from gui.numbers.columns import ColumnsView
from gui.numbers.cutting import CuttingView
from gui.numbers.numbers import Numbers
from gui.numbers.overview import Overview
from gui.numbers.preview import NumbersPreview
from gui.numbers.source import NumbersSource
from gui.settings import Settings

WIDTH = 300


class NumbersPanel(Drawer):
    """Source, the whole series with its window, columns, scaling and cutting, first rows."""

    def __init__(self, session: Session, settings: Settings, numbers: Numbers) -> None:
        super().__init__(WIDTH)
        self.setAcceptDrops(True)
        self._session = session
        self._numbers = numbers
        self.source = NumbersSource(numbers)
        self.overview = Overview(numbers)
        self.columns = ColumnsView(numbers)
        self.cutting = CuttingView(numbers)
        self.preview = NumbersPreview(numbers, self)
        self.auxiliary = AuxiliaryView(numbers)
        self.count, self._rows = label("caption"), label("title")
        self.notes = label("warning", wraps=True, is_plain=True)
        self.reads = label("caption", wraps=True, is_plain=True)
        self.after = label("caption", wraps=True, is_plain=True)
        for text in (self.notes, self.reads, self.after):
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        ways = (lambda: numbers.go(-1), numbers.random, lambda: numbers.go(1))
        self.buttons = tuple(icon_button(way, 16) for way in ways)
        self._build()
        numbers.changed.connect(self._say)
        numbers.opened.connect(self._say)
        self.subscribe(session.traces_changed, self._say)
        self.dress()

    def _build(self) -> None:
        self._invites = label("dim", wraps=True)
        self.open = push_button(self.source.ask)
        self.offers = {
            source: push_button(lambda _, source=source: self._numbers.use(source), "example")
            for source in GENERATED
        }
        self._offer = QWidget()
        column(self._invites, self.open, *self.offers.values(), of=self._offer)
        inner = QWidget()
        line = row((self.count, 1), *self.buttons, spacing=0)
        below = column(
            self._offer,
            self.overview,
            line,
            self.notes,
            self.reads,
            self.after,
            of=inner,
            margins=(0, 0, GAP, 0),
        )
        for part in (self.columns, self.cutting, self.auxiliary, self._rows, self.preview):
            below.addSpacing(4)
            below.addWidget(part)
        below.addStretch(1)
        scroll = scrolling(inner, takes_keys=True)
        self._in_sight = InSight(scroll)
        column(self.source, (scroll, 1), of=self, margins=(2 * GAP, GAP, GAP, GAP))

    def open_part(self, names: Sequence[str]) -> None:
        """Show what is to be chosen about ``gaps``, and give it the keys."""
        if "gaps" in names:
            choice = self.columns.fill if not self.columns.fill.isHidden() else self.cutting.missing
            self._in_sight.bring(choice)
            choice.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what it says ------------------------------------------------------------

    def _say(self) -> None:
        numbers = self._numbers
        windows = numbers.cut.windows
        empty = not numbers.source
        self._offer.setVisible(empty)
        self.overview.setVisible(windows is not None)
        self._rows.setVisible(numbers.cut.table is not None)
        self.cutting.setVisible(not empty)
        moves = not empty and (windows is not None or numbers.cut.table is None)
        self.count.setVisible(moves)
        for button in self.buttons:
            button.setVisible(moves)
        if windows is not None:
            text = self.tr("window {number} of {count}")
            number, count = f"{numbers.number + 1:,}", f"{len(windows):,}"
            self.count.setText(text.format(number=number, count=count))
        else:
            self.count.setText(self.tr("seed {seed}").format(seed=numbers.choices.seed))
        if numbers.cut.table is not None:
            text = self.tr("First rows of {count}")
            self._rows.setText(text.format(count=f"{len(numbers.cut.table):,}"))
            left = ", ".join(numbers.cut.table.left_out[:12])
            tip = self.tr("Not numbers, hence left out: {columns}").format(columns=left)
            self._rows.setToolTip(tip if left else "")
        note = numbers.window_note
        notes = [*numbers.notes, *filter(None, [numbers.scale_note])]
        self.notes.setText("\n".join(map(explain, notes)))
        self.reads.setText("" if note is None else explain(note))
        self.after.setText(self._after())
        for line in (self.notes, self.reads, self.after):
            line.setVisible(bool(line.text()))

    def _after(self) -> str:
        """What follows the window, and what the network says of it."""
        numbers = self._numbers
        window, windows = numbers.window, numbers.cut.windows
        if window is None or windows is None or window.next is None or not numbers.is_shown:
            return ""
        if windows.table.answers is not None:
            value = four_digits(float(window.next[0]))
            return self.tr("Answer wanted: {value}").format(value=value) + self._answer()
        said = (each[:_SAID].tolist() for each in (window.next, window.largest))
        after = zip(windows.columns[:_SAID], *said, strict=True)
        values = ", ".join(f"{name} {four_digits(value, most)}" for name, value, most in after)
        if len(window.next) > _SAID:
            values += ", …"
        return self.tr("Then follows {values}").format(values=values) + self._answer()

    def _answer(self) -> str:
        """The answer at the last step, in the table's own units where that makes sense."""
        place = self._session.focus
        curves = self._session.predictions()
        curve = curves[place] if place < len(curves) else None
        if curve is None or not len(curve) or not np.isfinite(curve[-1]):
            return ""
        said = four_digits(float(curve[-1]))
        windows = self._numbers.cut.windows
        assert windows is not None
        is_scaled = windows.table.answers is None and windows.cut.scale != "none"
        if is_scaled and len(windows.columns) == 1:
            back = float(windows.scaling.undo(np.array([float(curve[-1])]))[0])
            text = self.tr("; the network's answer: {value}, unscaled {raw}")
            return text.format(value=said, raw=four_digits(back))
        return self.tr("; the network's answer: {value}").format(value=said)

    # -- dropping ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file; several are the window's, which says what is left out."""
        if len(event.mimeData().urls()) == 1:
            take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file's numbers, whatever it is called."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            take(event)
            self._numbers.open_path(paths[0])

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        texts = (self.tr("Previous window"), self.tr("Random window"), self.tr("Next window"))
        for button, text in zip(self.buttons, texts, strict=True):
            name_widget(button, text)
        self._invites.setText(
            self.tr(
                "For networks that read numbers: drop a CSV, Excel, NPY or Parquet file here, or begin with one of these:"
            )
        )
        self.open.setText(self.tr("Open file…"))
        for source, offer in self.offers.items():
            offer.setText(self._numbers.name_of(source))
        self.preview.setAccessibleName(self.tr("First rows"))
        self._say()

    def restyle(self) -> None:
        """Colour the icons."""
        icons = ("ph.caret-left", "ph.shuffle", "ph.caret-right")
        for button, name in zip(self.buttons, icons, strict=True):
            button.setIcon(phosphor(name, color=theme().text, color_disabled=theme().faint))


_SAID = 3
"""Values that are said of what follows."""
