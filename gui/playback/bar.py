"""`PlaybackBar`: buttons, slider, where we are, how fast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QToolButton, QWidget

from engine.counting import filled
from engine.session.session import Session
from engine.session.state import SCALES
from gui.kit.display import Display
from gui.kit.grounded import StepLabel
from gui.kit.layouts import row
from gui.kit.step_slider import StepSlider
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, name_widget, stand_out
from gui.look.icons import phosphor
from gui.look.meanings import meaning, name_of
from gui.look.scale import UNBOUNDED, px, sized
from gui.look.theme import GAP, theme
from gui.naming import step_word, step_writer
from gui.playback.player import SPEEDS, Player

SCALE_ICONS = {
    "shared": "ph.equals",
    "fixed": "ph.lock-simple",
    "stretched": "ph.arrows-out-line-vertical",
}
"""By scale of the colours."""


class PlaybackBar(View):
    """The bar at the foot of the window.

    What is ``said`` to the user stands beside the slider, which leaves it room: nothing else
    moves, and nothing is covered.
    """

    def __init__(self, session: Session, player: Player, display: Display, said: QWidget) -> None:
        super().__init__()
        stand_out(self, "playback")
        self._session, self._said = session, said
        self._player = player
        self.first = self._button("ph.skip-back-fill", lambda: self._move(-session.steps))
        self.back = self._button("ph.caret-left-fill", lambda: self._move(-1))
        self.play = self._button("ph.play-fill", player.toggle, 26)
        self.forward = self._button("ph.caret-right-fill", lambda: self._move(1))
        self.last = self._button("ph.skip-forward-fill", lambda: self._move(session.steps))
        for button in (self.back, self.forward):
            button.setAutoRepeat(True)
        self.slider = StepSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 0)
        sized(self.slider.setMinimumWidth, 96)
        self.slider.valueChanged.connect(lambda step: setattr(session, "step", step))
        self._place, self._word = StepLabel(), StepLabel("dim")
        self.whole = self._toggle("ph.eye", display.shows_future)
        self.scale = icon_button(display.next_scale, 18)
        self.whole.toggled.connect(lambda whole: setattr(display, "shows_future", whole))
        display.future_changed.connect(self.whole.setChecked)
        self._display = display
        display.scale_changed.connect(self._show_scale)
        self.speed = QComboBox()
        self.speed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the reading
        self.speed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        self.speed.activated.connect(self._choose_speed)
        # Where it is narrow these give way, one after the other: what is also seen elsewhere, or
        # has a key.
        toggles, moves = (self.scale, self.whole), (self.back, self.forward)
        self._yielding: tuple[QWidget, ...] = (
            *(self._word, self.first, self.last, *toggles, *moves),
            *(self._place, self.slider),
        )
        self._row = row(
            *(self.first, self.back, self.play, self.forward, self.last, GAP),
            *((self.slider, 1), said, GAP, self._place, GAP, self._word),
            *(self.whole, self.scale, 4, self.speed),
            of=self,
            margins=(16, GAP, 16, GAP),
            spacing=4,
        )
        player.changed.connect(self._show_playing)
        for released in (
            self.slider.sliderReleased,
            *(each.released for each in self.controls if isinstance(each, QAbstractButton)),
        ):
            released.connect(self._let_go)
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.step_changed, self.show_step)
        self.subscribe(session.focus_changed, lambda _: self.show_step(session.step))
        self._enable(False)
        self.dress()

    def _enable(self, is_open: bool) -> None:
        """Let what moves in a reading be used, or not."""
        for control in self.controls:
            control.setEnabled(is_open)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """All that can be pressed or moved."""
        buttons = (self.first, self.back, self.play, self.forward, self.last)
        return (*buttons, self.slider, self.whole, self.scale, self.speed)

    # -- how much of it there is room for ------------------------------------------

    @property
    def _is_in_hand(self) -> bool:
        """Whether the pointer is on a control, or holds one."""
        buttons = (each for each in self.controls if isinstance(each, QAbstractButton))
        holds = self.slider.isSliderDown() or any(each.isDown() for each in buttons)
        return holds or any(each.underMouse() for each in self.controls)

    def _fit(self) -> None:
        """Hide what has no room.  While one control is in the user's hand all of them stay, as
        another's going would move it away; what is said waits then, where it has no room."""
        spacing = self._row.spacing()
        taken = [
            spacing + (part.minimumWidth() or part.sizeHint().width()) for part in self._yielding
        ]
        self._said.setMaximumWidth(UNBOUNDED)
        parts = list(zip(self._yielding, taken, strict=True))
        least = self._row.minimumSize().width()
        least += sum(width for part, width in parts if part.isHidden())
        in_hand = self._is_in_hand
        for part, width in parts:
            is_used = part.hasFocus() or (in_hand and part in self.controls)
            hides = least > self.width() and not (is_used and part.isVisible())
            least -= width if hides else 0
            if part.isHidden() != hides:
                part.setHidden(hides)
        if in_hand and least > self.width():
            self._said.setMaximumWidth(0)

    def _let_go(self) -> None:
        """Nothing is in the user's hand any more: what is said has room again."""
        QTimer.singleShot(0, self, self._fit)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left the controls."""
        super().leaveEvent(event)
        self._let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Something is said, or has other letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _button(self, icon: str, slot: Callable[..., object], size: int = 20) -> QToolButton:
        button = icon_button(slot, size)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key of its own
        button.setProperty("glyph", icon)
        return button

    def _toggle(self, icon: str, checked: bool) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("glyph", icon)
        sized(button.setIconSize, QSize(18, 18))
        button.setCheckable(True)
        button.setChecked(checked)
        button.toggled.connect(self.restyle)
        return button

    # -- the user's hand ---------------------------------------------------------

    def _move(self, change: int) -> None:
        self._session.step += change

    def _choose_speed(self) -> None:
        self._player.speed = float(self.speed.currentData())

    # -- what is shown -----------------------------------------------------------

    def show_trace(self) -> None:
        """Take the review's length."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, self._session.steps - 1))
        self._enable(self._session.steps > 0)
        self._name_speeds()
        self.show_step(self._session.step)

    def show_step(self, step: int) -> None:
        """Move the slider and say the word."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(step)
        if not (steps := self._session.steps):
            self._place.setText("")
            self._word.setText("")
            return
        place = self.tr("step {step} / {steps}").format(step="{step}", steps=f"{steps:,}")
        self._place.say_step(place, step, steps)
        parts = step_word(self._session, step, self.tr("padding")), step_writer(self._session, step)
        word = " · ".join(filter(None, parts))
        self._word.say(self._word.elided(word, px(148)), least=96)
        self.slider.setAccessibleDescription(f"{self._place.text()} {word}")

    def _show_playing(self) -> None:
        self.play.setProperty("glyph", "ph.pause-fill" if self._player.playing else "ph.play-fill")
        self.play.setIcon(phosphor(self.play.property("glyph"), color=theme().text))
        name = self.tr("Pause") if self._player.playing else self.tr("Play")
        name_widget(self.play, name, f"{name} (Space)")
        at = min(range(len(SPEEDS)), key=lambda k: abs(SPEEDS[k] - self._player.speed))
        self.speed.setCurrentIndex(at)

    def _show_scale(self) -> None:
        """Say which scale the colours have, and what a press would do."""
        scale = self._display.scale
        colour = theme().dim if scale == SCALES[0] else theme().accent
        self.scale.setIcon(phosphor(SCALE_ICONS[scale], color=colour))
        name = self.tr("Scale of the colours: {scale}").format(scale=name_of(scale))
        name_widget(self.scale, name, tip(f"{name} (S)\n{meaning(scale)}"))

    def retranslate(self) -> None:
        """Set the texts."""
        for button, name, key in (
            (self.first, self.tr("First step"), "Home"),
            (self.back, self.tr("One step back"), "←"),
            (self.forward, self.tr("One step forward"), "→"),
            (self.last, self.tr("Last step"), "End"),
            (self.whole, self.tr("Show what is still to be read"), "F"),
        ):
            name_widget(button, name, f"{name} ({key})")
        self.slider.setAccessibleName(self.tr("Step"))
        name_widget(self.speed, self.tr("Speed of playing"), tip(meaning("speed")))
        self._place.setToolTip(tip(meaning("step")))
        self.slider.setToolTip(tip(meaning("step")))
        self._word.setToolTip(tip(meaning("word")))
        self._name_speeds()
        self._show_playing()
        self._show_scale()
        self.show_step(self._session.step)

    def _name_speeds(self) -> None:
        """Speeds count words, or steps where numbers are read."""
        words = not self._session.reads_numbers
        several = self.tr("{speed} words a second") if words else self.tr("{speed} steps a second")
        for at, speed in enumerate(SPEEDS):
            self.speed.setItemText(at, filled(several, {"speed": f"{speed:g}"}))

    def restyle(self) -> None:
        """Colour the icons."""
        look = theme()
        for button in (self.first, self.back, self.play, self.forward, self.last):
            button.setIcon(phosphor(button.property("glyph"), color=look.text))
        colour = look.accent if self.whole.isChecked() else look.dim
        self.whole.setIcon(phosphor(self.whole.property("glyph"), color=colour))
        self._show_scale()
