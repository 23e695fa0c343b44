"""What pictures are made of: a session of their own, and what stands beside its numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QImage, QPainter

from engine.session.session import Session
from gui.export.picture import SheetDrawing, image
from gui.look.theme import CAPTION, DARK, LIGHT, Theme, theme
from gui.panes.prediction import answer_names, names_of_ends
from gui.pictures.composition import Composition, Content
from gui.pictures.explained import Explained
from gui.pictures.films import Film
from gui.pictures.parts import EXPLAINED, PARTS
from gui.services import Services
from gui.settings import MIN_PICTURE_SCALE, PictureSettings

LEGIBLE_SCALE = 75
"""The least scale in percent at which the smallest letters can be read: they are 8 pixels high."""


def content(
    services: Services, chosen: PictureSettings, *, heading: str = "", dims: bool | None = None
) -> Content:
    """What is drawn, as it was chosen; the steps to come as in the window unless they are told."""
    windows = services.numbers.cut.windows
    is_shown = services.numbers.is_shown and windows is not None
    panes, chosen_curves = services.session.panes, services.display.curves
    return Content(
        parts=parts_of(chosen),
        heading=heading,
        dims=not services.display.shows_future if dims is None else dims,
        scale=services.display.scale,
        curves={
            place: chosen_curves[pane.key]
            for place, pane in enumerate(panes)
            if pane.key in chosen_curves
        },
        maps={
            place: services.display.maps[pane.key]
            for place, pane in enumerate(panes)
            if pane.key in services.display.maps
        },
        facts=tuple(services.fact(place).text for place in range(len(panes))),
        ends=names_of_ends(services.session, services.class_names),
        answers=tuple(answer_names(services.session, services.class_names)),
        explaining=services.explaining,
        columns=windows.columns if is_shown and windows is not None else (),
    )


def parts_of(chosen: PictureSettings) -> frozenset[str]:
    """The parts that are drawn."""
    return (frozenset(PARTS) - set(chosen.left_out)) | (set(EXPLAINED) & set(chosen.taken_in))


def explained_on_screen(services: Services) -> list[str]:
    """The parts that explain, of what the window shows at the moment."""
    explaining = services.explaining
    shown = {explaining.asked.strip, explaining.page}
    if explaining.samples.is_asked_by("deletion"):
        shown.add("deletion")
    return [name for name in EXPLAINED if name in shown]


def explained_of(services: Services) -> Explained:
    """What has been found out, for a picture of the moment."""
    return Explained(services.session, services.explaining)


def look_of(chosen: PictureSettings) -> Theme:
    """The theme of a picture."""
    return {"light": LIGHT, "dark": DARK}.get(chosen.look) or theme()


def sheet_of(chosen: PictureSettings) -> QSizeF:
    """The size of the sheet in pixels of the window."""
    return QSizeF(chosen.width, chosen.height) / (chosen.scale / 100)


def compose(session: Session, drawn: Content, chosen: PictureSettings) -> Composition:
    """Lay a session out as it was chosen."""
    return Composition(session, drawn, sheet_of(chosen), look_of(chosen))


def fitting_scale(session: Session, drawn: Content, chosen: PictureSettings) -> int | None:
    """The largest scale below the chosen one at which all that is wanted has room, in percent."""
    for scale in range((chosen.scale - 1) // 25 * 25, MIN_PICTURE_SCALE - 1, -25):
        if not compose(session, drawn, replace(chosen, scale=scale)).notes:
            return scale
    return None


def said_of(composition: Composition, scale: int) -> list[str]:
    """What had no room, and that letters are too small to be read, each once; ``scale`` is that of
    the picture, in percent."""
    said = list(composition.notes)
    if scale < LEGIBLE_SCALE:
        text = QCoreApplication.translate(
            "Picture",
            "At this scale the smallest letters are {pixels} pixels high; they can be read from a "
            "scale of {legible}\u00a0% on.",
        )
        pixels = f"{CAPTION * scale / 100:.1f}".removesuffix(".0")
        said.append(text.format(pixels=pixels, legible=LEGIBLE_SCALE))
    return list(dict.fromkeys(said))


def drawing_of(composition: Composition) -> SheetDrawing:
    """A composition, to be written."""
    return SheetDrawing(composition.paint, composition.size, parts=composition.parts)


@dataclass
class FramePainter:
    """Draws a film frame by frame: what stays from step to step is painted once."""

    film: Film
    content: Content
    chosen: PictureSettings
    look: Theme
    _ground: QImage | None = None
    composition: Composition | None = None
    _stamp: object = None

    @property
    def notes(self) -> list[str]:
        """What had no room in the last frame."""
        return [] if self.composition is None else said_of(self.composition, self.chosen.scale)

    def frame(self) -> QImage:
        """The picture of the moment."""
        session, scale = self.film.session, self.chosen.scale / 100
        stamp = self.film.stamp()
        if self._stamp != stamp or self.composition is None:
            size, changed = sheet_of(self.chosen), self.film.facts()
            facts = tuple(changed.get(place, old) for place, old in enumerate(self.content.facts))
            history = self.film.history()
            answers = self.content.answers if history is None else ()  # another class may win
            drawn = replace(
                self.content,
                facts=facts,
                spans=self.film.spans(),
                history=history,
                answers=answers,
            )
            self._stamp = stamp
            self.composition = Composition(session, drawn, size, self.look)
            self._ground = image(SheetDrawing(self.composition.paint_ground, size), scale)
        assert self._ground is not None
        result = self._ground.copy()
        painter = QPainter(result)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.composition.paint_step(painter)
        painter.end()
        return result
