"""`PictureDialog`: a picture of what the window shows, to be kept or copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from engine.errors import GatescopeError
from engine.progress import Progress
from gui.export.dialogs import ask_where, picture_filters, tell_written
from gui.export.picture import DOTS_PER_INCH, SheetDrawing, write_picture
from gui.export.picture_writer import drawing_image, writing
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.notice import Notice
from gui.kit.view import Viewing
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, once, open_at, push_button
from gui.kit.work import Work, start
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.pictures.composition import Composition
from gui.pictures.form import SheetForm
from gui.pictures.header import reading_title
from gui.pictures.preview import Preview
from gui.pictures.sizes import PICTURE_SIZES
from gui.pictures.stage import (
    LEGIBLE_SCALE,
    compose,
    content,
    drawing_of,
    explained_of,
    explained_on_screen,
    fitting_scale,
    parts_of,
    said_of,
)
from gui.services import Services


def copy_picture(services: Services, notice: Notice) -> None:
    """Put a picture into the clipboard, as it was chosen last."""

    def copy() -> None:
        composition = _composed(services)
        _copy(
            services,
            drawing_of(composition),
            services.settings.picture.scale / 100,
            lambda: notice.show_info(
                lambda: " ".join(
                    (copied_text(), *said_of(composition, services.settings.picture.scale))
                )
            ),
            notice.show_error,
        )

    when_explained(services, copy)


def when_explained(services: Services, call: Callable[[], object]) -> None:
    """Call something once all is known that a picture explains; at once, where it is."""
    explained, parts = explained_of(services), parts_of(services.settings.picture)

    def look() -> None:
        if explained.is_known(parts):
            services.explaining.answered.disconnect(look)
            call()
            explained.ask(())
        else:
            explained.ask(parts)  # an answer may lead to another question

    services.explaining.answered.connect(look)
    look()


def _copy(
    owner: QObject,
    drawing: SheetDrawing,
    scale: float,
    done: Callable[[], object],
    failed: Callable[[GatescopeError], object],
    progressed: Callable[[Progress], object] | None = None,
) -> Work:
    """Put a drawing into the clipboard; the window lives meanwhile."""

    def put(picture: QImage) -> None:
        picture.setDevicePixelRatio(1.0)
        QGuiApplication.clipboard().setImage(picture)
        done()

    work = drawing_image(drawing, scale)
    return start(owner, work, done=put, failed=failed, progressed=progressed)


def copied_text() -> str:
    """That it has been done."""
    return QGuiApplication.translate("PictureDialog", "The picture is in the clipboard.")


def export_picture(services: Services, path: Path) -> list[str]:
    """Write a picture as it was chosen last; returns sentences about what had no room, or is small.

    Raises:
        GatescopeError: it cannot be written.
    """
    composition = _composed(services)
    write_picture(drawing_of(composition), path, services.settings.picture.scale / 100)
    return said_of(composition, services.settings.picture.scale)


def _composed(services: Services) -> Composition:
    chosen = services.settings.picture
    return compose(services.session.copy(), content(services, chosen), chosen)


class PictureDialog(Viewing, QDialog):
    """What a picture shows on the left, the picture itself on the right.

    It follows the window, which may be used meanwhile, also while it is written.
    """

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._chosen = services, services.settings.picture
        self._chosen.taken_in = explained_on_screen(services)
        self.notice, self.preview, self.waiting = Notice(), Preview(), Waiting()
        self._work: Work | None = None
        dims = not services.display.shows_future
        self.form = SheetForm(self._chosen, PICTURE_SIZES, dims=dims, explains=True)
        self._paper, self.notes = label("caption", wraps=True), label("warning", wraps=True)
        self.fit = push_button(self._fit)
        self._fitting_scale: int | None = None
        self.copy = push_button(self._copy)
        self.save = push_button(self._ask, "primary")
        self.leave = push_button(self.reject)
        self.save.setDefault(True)
        side = QWidget()
        column(self.form, self._paper, None, of=side, margins=(0, 0, GAP, 0))
        left = scrolling(side)
        sized(left.setFixedWidth, 300)
        right = column((self.preview, 1), row((self.notes, 1), self.fit, spacing=GAP))
        column(
            row(left, (right, 1), spacing=2 * GAP),
            row((self.waiting, 1), self.notice, None, self.copy, self.save, self.leave),
            of=self,
            margins=(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP),
        )
        self._soon = once(self, self.draw)
        self.form.changed.connect(self._draw_soon)
        session = services.session
        for event in (
            *(session.panes_changed, session.weights_changed, session.traces_changed),
            *(session.step_changed, session.units_changed, session.focus_changed),
            session.shade_changed,
        ):
            self.subscribe(event, self._draw_soon)
        services.display.scale_changed.connect(self._draw_soon)
        for told in (services.explaining.answered, services.explaining.changed):
            told.connect(self._draw_soon)
        self._explained = explained_of(services)
        for asker in (services.explaining.asker, services.explaining.samples):
            asker.progressed.connect(self._show_explaining)
        self.waiting.cancelled.connect(self.cancel)
        self.finished.connect(self._end)
        open_at(self, 1040, 640)
        self.dress()

    def _end(self) -> None:
        """The dialog closes: what is under way is given up."""
        self.unsubscribe()
        self._soon.stop()
        self.cancel()
        self._explained.ask(())

    def _show_explaining(self, progress: Progress | None) -> None:
        """How far that is which the picture is to explain."""
        if self._work is None and not (progress is not None and self.is_explained):
            self.waiting.show_progress(progress)

    @property
    def is_explained(self) -> bool:
        """Whether all is known that the picture is to show."""
        return self._explained.is_known(parts_of(self._chosen))

    def _draw_soon(self) -> None:
        self._soon.start(20)

    def draw(self) -> None:
        """Draw the picture of the moment; what is not known yet is asked."""
        self._explained.ask(parts_of(self._chosen))
        self._let()
        session = self._services.session.copy()
        drawn = content(
            self._services,
            self._chosen,
            heading=self.form.heading.text().strip(),
            dims=self.form.dims.isChecked(),
        )
        self._composition = compose(session, drawn, self._chosen)
        self._drawing = drawing_of(self._composition)
        self.preview.show_drawing(self._drawing)
        said = said_of(self._composition, self._chosen.scale)
        self.notes.setText(" ".join(said))
        self.notes.setVisible(bool(said))
        self._offer_scale(
            fitting_scale(session, drawn, self._chosen) if self._composition.notes else None,
            self.tr("Scale {scale}\u00a0%: all has room"),
        )
        if self._chosen.scale < LEGIBLE_SCALE:
            self._offer_scale(LEGIBLE_SCALE, self.tr("Scale {scale}\u00a0%: letters can be read"))
        size = self._composition.size / DOTS_PER_INCH * 25.4
        text = self.tr("{width} × {height} mm in SVG and PDF")
        self._paper.setText(text.format(width=round(size.width()), height=round(size.height())))

    def _offer_scale(self, scale: int | None, text: str) -> None:
        """Offer a scale at which all has room, or can be read, if there is one."""
        self._fitting_scale = scale
        self.fit.setVisible(scale is not None)
        self.fit.setText(text.format(scale=scale))

    def _fit(self) -> None:
        if self._fitting_scale is not None:
            self.form.scale.setValue(self._fitting_scale)

    def _copy(self) -> None:
        self.draw()
        self._begin()
        self._work = _copy(
            self, self._drawing, self._chosen.scale / 100, self._tell_copied, self._fail,
            self.waiting.show_progress,
        )  # fmt: skip

    def _tell_copied(self) -> None:
        self._stop_waiting()
        self.notice.show_info(copied_text)

    def _ask(self) -> QFileDialog:
        """Ask for a file."""
        filters, first = picture_filters(), self._chosen.format
        ordered = {first: filters[first], **filters}
        title = self.tr("Export picture")
        settings = self._services.settings
        return ask_where(self, settings, title, "gatescope", ordered, self.write, self.notice)

    def write(self, path: Path) -> None:
        """Write the picture beside the window, and say so."""
        self.cancel()
        suffix = path.suffix.lower()
        if suffix in picture_filters():
            self._chosen.format = suffix
        self.draw()
        self._begin()
        self._work = start(
            self,
            writing(self._drawing, path, self._chosen.scale / 100),
            done=self._tell_written,
            failed=self._fail,
            progressed=self.waiting.show_progress,
        )

    @property
    def is_writing(self) -> bool:
        """Whether a picture is under way."""
        return self._work is not None

    def _begin(self) -> None:
        self.notice.clear()
        for button in (self.copy, self.save):
            button.setEnabled(False)

    def _let(self) -> None:
        """A picture is written as a whole, and one after the other."""
        for button in (self.copy, self.save):
            button.setEnabled(self._work is None and self.is_explained)

    def _stop_waiting(self) -> None:
        self._work = None
        self.waiting.show_progress(None)
        self._let()

    def _tell_written(self, path: Path) -> None:
        self._stop_waiting()
        tell_written(self.notice, path)

    def _fail(self, error: GatescopeError) -> None:
        self._stop_waiting()
        self.notice.show_error(error)

    def cancel(self) -> None:
        """Give up what is under way; nothing is left of it."""
        if self._work is not None:
            self._work.cancel()
            self._stop_waiting()

    def retranslate(self) -> None:
        """Set the texts, and draw in the language of the moment."""
        self.setWindowTitle(self.tr("Export picture"))
        self.copy.setText(self.tr("Copy"))
        self.save.setText(self.tr("Save…"))
        self.leave.setText(self.tr("Close"))
        name = reading_title(self._services.session)
        self.preview.setAccessibleName(self.tr("the picture of {name}").format(name=name))
        self.draw()

    def restyle(self) -> None:
        """Draw anew: the picture may wear the window's theme."""
        self.draw()
