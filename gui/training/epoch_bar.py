"""`EpochBar`: the second slider: not where in the review, but when in the training."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QToolButton, QWidget

from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.kit.step_slider import StepSlider
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.numbers_text import number
from gui.look.theme import GAP, theme
from gui.playback.player import Player
from gui.training.watch import RunWatch, ShownCheckpoint

_NAME = 200
"""Pixels that a run's title may take."""


class EpochSlider(StepSlider):
    """A slider over the checkpoints of a run, with a mark at the best epoch."""

    best: int | None = None
    """The place of the best epoch's checkpoint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark below the handle."""
        if self.best is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = 8 + QStyle.sliderPositionFromValue(
                self.minimum(), self.maximum(), self.best, self.width() - 16
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme().good))
            painter.drawRoundedRect(QRectF(x - 1.5, 1, 3, self.height() - 2), 1.5, 1.5)
            painter.end()
        super().paintEvent(event)


class EpochBar(View):
    """Scrubs through the epochs of the run in the focused pane; seen only if there is one."""

    def __init__(
        self, session: Session, watch: RunWatch, player: Player, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("epochs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._watch, self._player = session, watch, player
        self._shown: ShownCheckpoint | None = None
        self._follows = False
        self.play = QToolButton()
        self.play.setIconSize(QSize(20, 20))
        self.play.clicked.connect(self.toggle)
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.slider = EpochSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(120)
        self.slider.valueChanged.connect(self._slid)
        self._place = QLabel()
        self._numbers = QLabel()
        self._numbers.setProperty("role", "dim")
        self._numbers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.newest = QToolButton()
        self.newest.setIconSize(QSize(18, 18))
        self.newest.clicked.connect(self._go_newest)
        self.best = QToolButton()
        self.best.setIconSize(QSize(18, 18))
        self.best.clicked.connect(self._go_best)
        self.beside = QToolButton()
        self.beside.setIconSize(QSize(18, 18))
        self.beside.clicked.connect(self._put_beside)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(4)
        line.addWidget(self.play)
        line.addSpacing(4)
        line.addWidget(self._name)
        line.addSpacing(GAP)
        line.addWidget(self.slider, 1)
        line.addSpacing(GAP)
        line.addWidget(self._place)
        line.addSpacing(GAP)
        line.addWidget(self._numbers)
        line.addSpacing(4)
        for button in (self.best, self.newest, self.beside):
            line.addWidget(button)
        watch.moved.connect(self.show_run)
        self.hide()
        self.dress()

    # -- the user's hand ---------------------------------------------------------

    def toggle(self) -> None:
        """Play the epochs as a time-lapse, as many a second as words; or pause."""
        self._watch.toggle(self._player.speed)

    def _place_of(self) -> int | None:
        return self._watch.focused_place()

    def _slid(self, at: int) -> None:
        place = self._place_of()
        if place is not None:
            self._watch.pause()
            self._watch.seek(place, at)

    def _go_newest(self) -> None:
        if self._shown is not None:
            self._slid(len(self._shown.run.checkpoints) - 1)

    def _go_best(self) -> None:
        if self.slider.best is not None:
            self._slid(self.slider.best)

    def _put_beside(self) -> None:
        place = self._place_of()
        if place is not None:
            self._watch.put_beside(place)

    # -- what is shown -----------------------------------------------------------

    def show_run(self) -> None:
        """Show the run of the focused pane, or hide."""
        place = self._place_of()
        shown = None if place is None else self._watch.shown(place)
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None or place is None:
            return
        run = shown.run
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(run.checkpoints) - 1)
        if not self.slider.isSliderDown():  # a hand on the slider is not moved
            self.slider.setValue(self._watch.asked(place))
        self.slider.blockSignals(False)
        self.slider.best = run.best_place
        self.slider.update()
        self._say(shown, place)
        self._name_play()
        self.restyle()

    def _say(self, shown: ShownCheckpoint, place: int) -> None:
        run, checkpoint = shown.run, shown.checkpoint
        metrics = QFontMetrics(self._name.font())
        self._name.setText(metrics.elidedText(run.title, Qt.TextElideMode.ElideRight, self._room()))
        self._name.setToolTip(f"<qt>{escape(run.title)}</qt>")
        colour = theme().networks[place % 3]
        self._name.setStyleSheet(f"border-left: 3px solid {colour}; padding-left: 6px;")
        if checkpoint.batch:
            text = self.tr("epoch {epoch}, batch {batch}").format(
                epoch=checkpoint.epoch + 1, batch=checkpoint.batch
            )
        elif checkpoint.epoch == 0:
            text = self.tr("before training")
        else:
            text = self.tr("epoch {epoch} / {epochs}").format(
                epoch=checkpoint.epoch, epochs=max(run.epochs, len(run.history))
            )
        self._place.setText(text)
        # As wide as the widest: the slider does not move with the numbers.
        widest = self.tr("epoch {epoch} / {epochs}").format(
            epoch=max(run.epochs, len(run.history)), epochs=max(run.epochs, len(run.history))
        )
        self._place.setMinimumWidth(
            max(self._place.fontMetrics().horizontalAdvance(widest) + 4, self._place.minimumWidth())
        )
        numbers = []
        if (entry := shown.entry) is not None:
            for key, name in (
                ("val_loss", self.tr("val loss")),
                ("val_accuracy", self.tr("val accuracy")),
            ):
                if key in entry:
                    numbers.append(f"{name} {number(float(entry[key]), 3)}")
        self._numbers.setText(" · ".join(numbers))
        blank = f"{self.tr('val loss')} 0.000 · {self.tr('val accuracy')} 0.000"
        self._numbers.setMinimumWidth(self._numbers.fontMetrics().horizontalAdvance(blank) + 4)
        self._numbers.setVisible(self.width() >= 760)
        self.slider.setAccessibleDescription(f"{run.title}, {text}")
        self.beside.setEnabled(len(self._session.panes) < MAX_PANES)
        self.best.setEnabled(self.slider.best is not None)
        self._follows = self._watch.asked(place) == len(run.checkpoints) - 1

    def _room(self) -> int:
        return _NAME if self.width() >= 900 else _NAME // 2

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        for button, text in (
            (self.best, self.tr("Best epoch")),
            (self.newest, self.tr("Newest epoch: stay with the training")),
            (self.beside, self.tr("Put two epochs side by side")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)
        self._name_play()
        self.slider.setAccessibleName(self.tr("Epoch"))
        self.slider.setToolTip(self.tr("When in the training: [ and ] move by one"))
        if self._shown is not None:
            self.show_run()

    def _name_play(self) -> None:
        playing = self._watch.playing
        name = self.tr("Pause the time-lapse") if playing else self.tr("Play the epochs")
        self.play.setAccessibleName(name)
        self.play.setToolTip(f"{name} (T)")

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
