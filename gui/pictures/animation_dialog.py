"""`AnimationDialog`: the steps of a reading, or the epochs of a run, as an animation."""

from __future__ import annotations

from collections.abc import Generator
from copy import deepcopy
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QFileDialog, QSpinBox, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.progress import Progress
from gui.export.animation import why_not
from gui.export.dialogs import ask_where, tell_written
from gui.i18n.texts import explain
from gui.kit.drawer import scrolling
from gui.kit.form import Form
from gui.kit.layouts import column, row
from gui.kit.notice import Notice
from gui.kit.step_slider import StepSlider
from gui.kit.view import Viewing
from gui.kit.waiting import Waiting
from gui.kit.widgets import icon_button, label, name_widget, once, open_at, push_button
from gui.kit.work import Latest, ShouldStop, Work, start
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.pictures.filming import filming
from gui.pictures.films import EpochFilm, Film, StepFilm, epochs_of, runs_of
from gui.pictures.form import SheetForm
from gui.pictures.preview import Preview
from gui.pictures.sizes import ANIMATION_SIZES
from gui.pictures.stage import FramePainter, content, look_of
from gui.services import Services


class AnimationDialog(Viewing, QDialog):
    """What is filmed on the left; the frames, to be gone through, on the right.

    The window may be used meanwhile: everything is drawn from a copy of its session, which is
    taken anew when the window reads something else.
    """

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._chosen = services, services.settings.animation
        self._painter: FramePainter | None = None
        self._filmed: tuple[object, ...] = ()  # what it films
        self._work: Work | None = None
        self._previewing = Latest(self)
        self.notice, self.preview, self.waiting = Notice(), Preview(), Waiting()
        self.form = SheetForm(self._chosen, ANIMATION_SIZES, dims=True)
        self._build_fields()
        self.form.dims.setChecked(self.film.currentData() == "steps")
        self._build_frames()
        self.length, self.notes = label("caption", wraps=True), label("warning", wraps=True)
        self.save, self.leave = push_button(self._ask, "primary"), push_button(self.reject)
        self.save.setDefault(True)
        self._side = QWidget()
        column(
            *(self._fields, self.length, GAP, self.form, None),
            of=self._side,
            margins=(0, 0, GAP, 0),
        )
        left = scrolling(self._side)
        sized(left.setFixedWidth, 300)
        frames = row(self.play, (self.slider, 1), self.place)
        column(
            row(left, (column((self.preview, 1), self.notes, frames), 1), spacing=2 * GAP),
            row((self.waiting, 1), self.notice, None, self.save, self.leave),
            of=self,
            margins=(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP),
        )
        self._soon = once(self, self.take)
        self._connect()
        open_at(self, 1060, 700)
        self.dress()
        if self._chosen.film == "steps":  # it begins where the window stands
            self.slider.setValue(services.session.step)

    def _build_fields(self) -> None:
        self.film, self.format = QComboBox(), QComboBox()
        for value in ("steps", "epochs"):
            self.film.addItem(value, value)
        for suffix in (".gif", ".webp", ".mp4"):
            self.format.addItem(suffix, suffix)
        self.first, self.last, self.speed = QSpinBox(), QSpinBox(), QDoubleSpinBox()
        self.speed.setRange(0.5, 30.0)
        self.speed.setDecimals(1)
        self._fields = Form(150)
        for each in (self.film, self.first, self.last, self.speed, self.format):
            self._fields.add(each)
        self.speed.setValue(self._chosen.speed)
        self.format.setCurrentIndex(self.format.findData(self._chosen.format))
        runs = runs_of(self._services)
        film = self._chosen.film if runs else "steps"
        self.film.setCurrentIndex(self.film.findData(film))
        self._take_range(anew=True)

    def _build_frames(self) -> None:
        self.slider = StepSlider(Qt.Orientation.Horizontal)
        self.slider.ground = "ground"
        self.play = icon_button(self.toggle, 20)
        self.place = label("dim")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)

    def _connect(self) -> None:
        session = self._services.session
        self.form.changed.connect(self._take_soon)
        self.film.currentIndexChanged.connect(lambda _: self._take_film())
        self.first.valueChanged.connect(lambda _: self._take_fields())
        self.last.valueChanged.connect(lambda _: self._take_fields())
        self.speed.valueChanged.connect(lambda _: self._take_fields())
        self.format.currentIndexChanged.connect(lambda _: self._take_fields())
        self.slider.valueChanged.connect(lambda _: self.show_frame())
        self.waiting.cancelled.connect(self.cancel)
        for event in (session.panes_changed, session.traces_changed):
            self.subscribe(event, self._take_reading)
        self._services.watch.moved.connect(self._take_reading)
        for event in (session.units_changed, session.focus_changed, session.shade_changed):
            self.subscribe(event, self._take_soon)
        self.finished.connect(lambda _: self._end())

    def _end(self) -> None:
        """The dialog closes: what is under way is given up."""
        self.unsubscribe()
        self._timer.stop()
        self._previewing.cancel()
        self.cancel()

    # -- what is filmed ----------------------------------------------------------

    def _take_range(self, *, anew: bool) -> None:
        """From where to where there is something to film: all of it, unless a part was chosen."""
        low, high = self._bounds()
        boxes = (self.first, low), (self.last, high)
        is_whole = all(
            box.value() == (box.minimum() if box is self.first else box.maximum())
            for box, _ in boxes
        )
        for box, end in boxes:
            with QSignalBlocker(box):
                box.setRange(low, high)
                if anew or is_whole:
                    box.setValue(end)

    def _bounds(self) -> tuple[int, int]:
        """The numbers of the first and the last step, from 1, or epoch."""
        if self.film.currentData() == "epochs":
            return epochs_of(runs_of(self._services))
        return 1, max(1, self._services.session.steps)

    def _take_reading(self) -> None:
        """Another review, other networks, or a run that went on: it may be longer or shorter."""
        low, high = self._bounds()
        if (low, high) != (self.first.minimum(), self.last.maximum()):
            self._take_range(anew=False)
        self._take_soon()

    def _take_film(self) -> None:
        """Another film, from its beginning; of one whose step stays, all of it is shown."""
        self._take_range(anew=True)
        self.slider.setValue(0)
        self.form.dims.setChecked(self.film.currentData() == "steps")
        self._take_fields()

    def _take_fields(self) -> None:
        chosen = self._chosen
        chosen.film, chosen.format = str(self.film.currentData()), str(self.format.currentData())
        chosen.speed = self.speed.value()
        self._take_soon()

    def _take_soon(self) -> None:
        self._soon.start(20)

    def _make_film(self) -> Film:
        """What is chosen, of a copy of the session."""
        session, first = self._services.session.copy(), self.first.value()
        last = max(first, self.last.value())
        if self._chosen.film == "epochs":
            return EpochFilm(session, runs_of(self._services), self._services, first, last)
        return StepFilm(session, first - 1, last - 1)

    def _make_painter(self, film: Film) -> FramePainter:
        """Someone who draws a film as it is chosen now, whatever is chosen later."""
        services, chosen = self._services, deepcopy(self._chosen)
        drawn = content(
            services,
            chosen,
            heading=self.form.heading.text().strip(),
            dims=self.form.dims.isChecked(),
        )
        return FramePainter(film, drawn, chosen, look_of(chosen))

    def take(self) -> None:
        """Film what is chosen from now on."""
        if self._work is not None:
            return  # it is written as it was when it began
        problem = self._why_not()
        self.save.setEnabled(problem is None)
        if self._chosen.film == "epochs" and not runs_of(self._services):
            self._painter = None
            self.notes.setText(explain(problem) if problem else "")
            self.notes.show()
            self.slider.setEnabled(False)
            return
        session = self._services.session
        filmed = (
            *(self._chosen.film, self.first.value(), self.last.value()),
            *(session.panes, session.sequence, session.focus, session.shade),
        )
        same = self._painter is not None and self._filmed == filmed
        film = self._painter.film if self._painter is not None and same else self._make_film()
        self._filmed, self._painter = filmed, self._make_painter(film)
        self.slider.setEnabled(True)
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(self._painter.film.count - 1)
        self._say_length()
        self.show_frame()

    def _why_not(self) -> GatescopeError | None:
        """Why nothing can be written."""
        if self._chosen.film == "epochs" and not runs_of(self._services):
            return GatescopeError(
                "No pane shows a training run. Show one from Train, Runs, then film its epochs."
            )
        if self._services.session.sequence is None:
            return GatescopeError("Nothing has been read yet. Open a review first.")
        return why_not(self._chosen.format)

    def _say_length(self) -> None:
        assert self._painter is not None
        count, speed = self._painter.film.count, self._chosen.speed
        seconds = f"{count / speed + 1:.1f}"
        text = self.tr("{count} frames, {seconds} seconds; the last one is held for one second")
        self.length.setText(filled(text, {"count": f"{count:,}", "seconds": seconds}))

    # -- going through it --------------------------------------------------------

    def show_frame(self) -> None:
        """Draw the frame that the slider is at."""
        painter, number = self._painter, self.slider.value()
        if painter is None:
            return
        low = self.first.value() + number
        text = (
            self.tr("epoch {number}") if self._chosen.film == "epochs" else self.tr("step {number}")
        )
        self.place.setText(text.format(number=low))

        def work(should_stop: ShouldStop) -> Generator[Progress, None, None]:
            yield Progress(0, 0, "Reading the model")
            painter.film.seek(number, should_stop)

        if self._chosen.film == "steps":
            painter.film.seek(number)
            self._show(painter)
            return
        # A session may be moved by one thread at a time: one that was given up may still run.
        if not self._previewing.is_busy:
            self._previewing.start(
                work, lambda _: self._follow(painter, number), self._fail_preview
            )

    def _follow(self, painter: FramePainter, number: int) -> None:
        if painter is self._painter:
            self._show(painter)
        if painter is not self._painter or number != self.slider.value():
            self.show_frame()  # the slider has gone on meanwhile

    def _fail_preview(self, error: GatescopeError) -> None:
        self._timer.stop()
        self.restyle()
        self.notice.show_error(error)

    def _show(self, painter: FramePainter) -> None:
        self.preview.show_picture(painter.frame())
        notes = list(dict.fromkeys(painter.notes))
        if (problem := self._why_not()) is not None:
            notes.append(explain(problem))
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))

    def toggle(self) -> None:
        """Play, or stop."""
        if self._timer.isActive():
            self._timer.stop()
        elif self._painter is not None:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start(round(1000 / self._chosen.speed))
        self.restyle()

    def _advance(self) -> None:
        if self.slider.value() == self.slider.maximum():
            self.toggle()
        elif not self._previewing.is_busy:
            self._timer.setInterval(round(1000 / self._chosen.speed))
            self.slider.setValue(self.slider.value() + 1)

    # -- writing -----------------------------------------------------------------

    def _filters(self) -> dict[str, str]:
        return {
            ".gif": self.tr("Animation (*.gif)"),
            ".webp": self.tr("Animation (*.webp)"),
            ".mp4": self.tr("Film (*.mp4)"),
        }

    def _ask(self) -> QFileDialog:
        """Ask for a file of the chosen format."""
        filters = {self._chosen.format: self._filters()[self._chosen.format]}
        title = self.tr("Export animation")
        settings = self._services.settings
        return ask_where(self, settings, title, "gatescope", filters, self.write, self.notice)

    def write(self, path: Path) -> None:
        """Write the animation beside the window."""
        self._soon.stop()
        self.take()
        if self._painter is None or self._work is not None:
            return
        self._timer.stop()
        self.restyle()
        self.notice.clear()
        painter = self._make_painter(self._make_film())
        self._show_waiting(0, painter.film.count)
        self._work = start(
            self,
            filming(
                painter,
                self._chosen.speed,
                path,
                lambda done: self._show_waiting(done, painter.film.count),
            ),
            done=self._tell,
            failed=self._fail,
        )

    @property
    def is_writing(self) -> bool:
        """Whether an animation is under way."""
        return self._work is not None

    def _show_waiting(self, done: int, count: int) -> None:
        for widget in (self._side, self.save):
            widget.setEnabled(False)
        self.waiting.show_progress(Progress(done, count, "Drawing the animation"))

    def _stop_waiting(self) -> None:
        self._work = None
        self.waiting.show_progress(None)
        for widget in (self._side, self.save):
            widget.setEnabled(True)

    def _tell(self, path: Path) -> None:
        self._stop_waiting()
        tell_written(self.notice, path)
        self._take_soon()

    def _fail(self, error: GatescopeError) -> None:
        self._stop_waiting()
        self.notice.show_error(error)
        self._take_soon()

    def cancel(self) -> None:
        """Give up what is under way; nothing is left of it."""
        if self._work is not None:
            self._work.cancel()
            self._stop_waiting()
            self._take_soon()

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts, and draw in the language of the moment."""
        self.setWindowTitle(self.tr("Export animation"))
        self.save.setText(self.tr("Save…"))
        self.leave.setText(self.tr("Close"))
        for place, text in enumerate((self.tr("The steps"), self.tr("The epochs of a run"))):
            self.film.setItemText(place, text)
        for place, text in enumerate(("GIF", self.tr("WebP, sharper"), self.tr("MP4, for slides"))):
            self.format.setItemText(place, text)
        self.speed.setSuffix(" " + self.tr("a second"))
        self._fields.name(
            {
                self.film: (self.tr("Film"), self.tr("What moves")),
                self.first: (self.tr("From"), self.tr("The first step or epoch")),
                self.last: (self.tr("To"), self.tr("The last step or epoch")),
                self.speed: (self.tr("Speed"), self.tr("How many steps or epochs a second")),
                self.format: (self.tr("Format"), self.tr("The kind of file")),
            }
        )
        self.preview.setAccessibleName(self.tr("the frames of the animation"))
        self.slider.setAccessibleName(self.tr("the frame that is shown"))
        self.take()

    def restyle(self) -> None:
        """Colour the icon; draw anew, for the animation may wear the window's theme."""
        name = "ph.pause-fill" if self._timer.isActive() else "ph.play-fill"
        self.play.setIcon(phosphor(name, color=theme().text))
        name_widget(self.play, self.tr("Pause") if self._timer.isActive() else self.tr("Play"))
        if self._chosen.look == "window" and not self._timer.isActive():
            self._take_soon()
