"""`EpochBar`: the second slider: not where in the review, but when in the training."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.kit.layouts import row
from gui.kit.step_slider import StepSlider
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, mark_with, name_widget, stand_out
from gui.look.icons import phosphor
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.plots.metric_values import ACCURACY, LOSS, VALIDATION, logged
from gui.training.watch import RunWatch, ShownCheckpoint

_NAME = 200
"""Pixels that a run's title may take."""


class EpochSlider(StepSlider):
    """A slider over the checkpoints of a run, with a mark at the best epoch."""

    best: int | None = None
    """The place of the best epoch's checkpoint."""

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the mark."""
        if self.best is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().good))
        left, wide = self.middle_of(self.best) - px(3) / 2, px(3)
        painter.drawRoundedRect(QRectF(left, 1, wide, self.height() - 2), wide / 2, wide / 2)


class EpochBar(View):
    """Scrubs through the epochs of the run in the focused pane; seen only if there is one."""

    def __init__(self, session: Session, watch: RunWatch, speed: Callable[[], float]) -> None:
        super().__init__()
        stand_out(self, "epochs")
        self._session, self._watch, self._speed = session, watch, speed
        self._shown: ShownCheckpoint | None = None
        self._follows = False
        self.play = icon_button(self.toggle, 20)
        self._name = label(is_plain=True)
        self.slider = EpochSlider(Qt.Orientation.Horizontal)
        sized(self.slider.setMinimumWidth, 120)
        self.slider.valueChanged.connect(self._slid)
        self._place = QLabel()
        self._numbers = label("dim")
        self._numbers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.best, self.newest, self.beside = (
            icon_button(act) for act in (self._go_best, self._go_newest, self._put_beside)
        )
        row(
            *(self.play, 4, self._name, GAP, (self.slider, 1), GAP),
            *(self._place, GAP, self._numbers, 4, self.best, self.newest, self.beside),
            of=self,
            spacing=4,
            margins=(16, 4, 16, 4),
        )
        watch.moved.connect(self.show_run)
        self.hide()
        self.dress()

    # -- the user's hand ---------------------------------------------------------

    def toggle(self) -> None:
        """Play the epochs as a time-lapse, as many a second as words; or pause."""
        self._watch.toggle(self._speed())

    def _slid(self, at: int) -> None:
        if (place := self._watch.focused_place()) is not None:
            self._watch.pause()
            self._watch.seek(place, at)

    def _go_newest(self) -> None:
        if self._shown is not None:
            self._slid(len(self._shown.run.checkpoints) - 1)

    def _go_best(self) -> None:
        if self.slider.best is not None:
            self._slid(self.slider.best)

    def _put_beside(self) -> None:
        if (place := self._watch.focused_place()) is not None:
            self._watch.put_beside(place)

    # -- what is shown -----------------------------------------------------------

    def show_run(self) -> None:
        """Show the run of the focused pane, or hide."""
        place = self._watch.focused_place()
        shown = self._watch.shown(place)
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None or place is None:
            return
        run = shown.run
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(run.checkpoints) - 1)
            if not self.slider.isSliderDown():  # a hand on the slider is not moved
                self.slider.setValue(self._watch.asked(place))
        self.slider.best = run.best_place
        self.slider.update()
        self._say(shown, place)
        self._name_play()
        self.restyle()

    def _say(self, shown: ShownCheckpoint, place: int) -> None:
        run, checkpoint = shown.run, shown.checkpoint
        metrics = QFontMetrics(self._name.font())
        room = px(_NAME) if self.width() >= 900 else px(_NAME // 2)
        self._name.setText(metrics.elidedText(run.title, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(tip(run.title))
        mark_with(self._name, theme().networks[place % 3], 6)
        # Of those that can be gone to, as the slider counts them; more may have been planned.
        of_all, epochs = self.tr("epoch {epoch} / {epochs}"), run.checkpoints[-1].epoch
        if checkpoint.batch:
            text = self.tr("epoch {epoch}, batch {batch}").format(
                epoch=checkpoint.epoch + 1, batch=checkpoint.batch
            )
        elif checkpoint.epoch == 0:
            text = self.tr("before training")
        else:
            text = of_all.format(epoch=checkpoint.epoch, epochs=epochs)
        self._place.setText(text)
        # As wide as the widest: the slider does not move with the numbers.
        widest = of_all.format(epoch=epochs, epochs=epochs)
        self._place.setMinimumWidth(
            max(self._place.fontMetrics().horizontalAdvance(widest) + 4, self._place.minimumWidth())
        )
        entry, names = shown.entry or {}, (self.tr("val loss"), self.tr("val accuracy"))
        values = (logged(entry, VALIDATION + metric) for metric in (LOSS, ACCURACY))
        numbers = [
            f"{name} {number(value, 3)}"
            for name, value in zip(names, values, strict=True)
            if value is not None
        ]
        self._numbers.setText(" · ".join(numbers))
        blank = " · ".join(f"{name} 0.000" for name in names)
        self._numbers.setMinimumWidth(self._numbers.fontMetrics().horizontalAdvance(blank) + 4)
        self._numbers.setVisible(self.width() >= 760)
        self.slider.setAccessibleDescription(f"{run.title}, {text}")
        self.beside.setEnabled(len(self._session.panes) < MAX_PANES)
        self.best.setEnabled(self.slider.best is not None)
        self._follows = self._watch.asked(place) == len(run.checkpoints) - 1

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        name_widget(self.best, self.tr("Best epoch"))
        name_widget(self.newest, self.tr("Newest epoch: stay with the training"))
        name_widget(self.beside, self.tr("Put two epochs side by side"))
        self._name_play()
        name_widget(
            self.slider, self.tr("Epoch"), self.tr("When in the training: [ and ] move by one")
        )
        if self._shown is not None:
            self.show_run()
        self._watch.rename()

    def _name_play(self) -> None:
        playing = self._watch.playing
        text = self.tr("Pause the time-lapse") if playing else self.tr("Play the epochs")
        name_widget(self.play, text, f"{text} (T)")

    def restyle(self) -> None:
        """Colour the icons."""
        look = theme()
        glyph = "ph.pause-fill" if self._watch.playing else "ph.film-strip"
        self.play.setIcon(phosphor(glyph, color=look.text))
        for button, icon, colour in (
            (self.best, "ph.star", look.good),
            (self.newest, "ph.broadcast", look.accent if self._follows else look.dim),
            (self.beside, "ph.columns", look.dim),
        ):
            button.setIcon(phosphor(icon, color=colour, color_disabled=look.faint))
