"""`Waiting`: a thin bar with what is being done, how far it is, how long it will take, and a way to give it up."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from engine.progress import Pace, Progress, rough
from gui.i18n.percent import percent_text
from gui.i18n.texts import say
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, name_widget, once
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme


class Waiting(View):
    """Hidden until something has been waited for so many milliseconds; the user may cancel it."""

    cancelled = Signal()

    def __init__(self, patience: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._pace = Pace()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        sized(self.bar.setFixedHeight, 4)
        self.what = FittingLabel("caption")  # how far it is stands at its end, and stays
        self.cancel = icon_button(self.cancelled, 12)
        line = row((self.what, 1), self.cancel, spacing=2)
        column(line, self.bar, of=self, margins=(GAP, 0, 0, 0), spacing=2)
        self._patience = once(self, self.show, patience)
        self.hide()
        self.dress()

    def show_progress(self, progress: Progress | None) -> None:
        """Say how far it is; None when it has ended."""
        self._progress = progress
        if progress is None:
            self._pace = Pace()
            self._patience.stop()
            self.hide()
            return
        if not self._patience.interval():
            self.show()
        elif self.isHidden() and not self._patience.isActive():
            self._patience.start()
        self.bar.setRange(0, 100 if progress.total else 0)
        text = say(progress)
        if progress.total:
            percent, share = 100 * progress.done // progress.total, progress.done / progress.total
            self.bar.setValue(percent)
            left = self._left_text(self._pace.left(progress.what, share, time.monotonic()))
            text = " · ".join(filter(None, (text, left, percent_text(str(percent)))))
        self.what.say(text)
        self.what.setToolTip(tip(text))
        self.bar.setAccessibleName(text)

    def _left_text(self, seconds: float | None) -> str:
        if seconds is None:
            return ""
        texts = {
            "s": self.tr("about {count} s left"),
            "min": self.tr("about {count} min left"),
            "h": self.tr("about {count} h left"),
        }
        count, unit = rough(seconds)
        return texts[unit].format(count=count)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        name_widget(self.cancel, self.tr("Cancel"))
        if self._progress is not None:
            self.show_progress(self._progress)

    def restyle(self) -> None:
        """Colour the icon."""
        self.cancel.setIcon(phosphor("ph.x", color=theme().dim))
