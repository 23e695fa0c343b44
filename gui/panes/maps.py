"""`MapsRow`: what is read at the step as a picture, and one picture a filter of a layer whose
states are maps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.counting import filled
from engine.network.network import MAPS
from engine.replay.cells.series import Series
from engine.session.frames import maps_of
from engine.session.session import Session
from gui.kit.display import Display
from gui.kit.grounded import Grounded
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.meanings import series_name
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.naming import step_title
from gui.panes.chooser import SeriesChips
from gui.plots.scale import ScaleBar, levels
from gui.plots.step_pictures import StepPictures, pictures_titles

PICTURES, HEAD = 88, 20
"""The heights of the pictures and of the line above them."""


class MapsRow(View):
    """A line with the series and its colours, and below it the pictures of one step.

    Signals:
        changed(): another series was chosen.
        unit_clicked(int, bool): a filter's picture was pressed; whether a modifier asks to add to
            the choice.
    """

    changed = Signal()
    unit_clicked = Signal(int, bool)

    def __init__(
        self, kind: str, series: tuple[Series, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.drawn = StepPictures()
        self._series = {each.key: each for each in series}
        self._title = label("dim")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = ScaleBar()
        self._chips = SeriesChips(kind, series, single=True) if kind in MAPS else None
        self.pictures = _Pictures(self.drawn)
        self.pictures.clicked.connect(self.unit_clicked)
        head = QWidget()
        sized(head.setFixedHeight, HEAD)
        line = row((self._title, 1), self._bar, of=head, spacing=6)
        if self._chips is not None:
            self._chips.changed.connect(self.changed)
            line.addWidget(self._chips)
        column(head, self.pictures, of=self, spacing=1)
        self.dress()

    @property
    def key(self) -> str:
        """The series that is shown; "" where states are no maps."""
        return "" if self._chips is None else self._chips.chosen()[0]

    @property
    def wanted_height(self) -> int:
        """How high it is; 0 where there is nothing to show."""
        return 0 if self.drawn.is_empty else px(HEAD) + px(PICTURES) + 1

    def show_pane(self, session: Session, display: Display, place: int) -> None:
        """Take what a pane has read."""
        pane, series = session.panes[place], self._series.get(self.key)
        self.drawn.take(pane, series)
        self._bar.setVisible(self.drawn.trace is not None)
        self.setVisible(not self.drawn.is_empty)
        if self.drawn.is_empty:
            return
        if self.drawn.trace is not None and series is not None:
            own = self.drawn.trace.maps[series.key]
            shared = maps_of(session.panes, series.key)
            self.drawn.ends = levels(series, own, shared, display.scale)
            self._bar.show_scale(self.drawn.ends, signed=series.signed, scale=display.scale)
            display.maps[pane.key] = series.key
        self.pictures.describe = lambda at: spot_text(session, self.drawn, at)
        self.pictures.lay_out()
        self.retranslate()

    def show_units(self, chosen: list[tuple[int, str]]) -> None:
        """Frame the pictures of the chosen units."""
        self.drawn.chosen = chosen
        self.pictures.update()

    def show_step(self, step: int) -> None:
        """Show the pictures of a step."""
        self.pictures.step = step
        self.pictures.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how many have no room."""
        super().resizeEvent(event)
        self.retranslate()

    def retranslate(self) -> None:
        """Name what is shown."""
        texts, metrics = pictures_titles(self.drawn), self._title.fontMetrics()
        fits = (each for each in texts if metrics.horizontalAdvance(each) <= self._title.width())
        text = texts[0]
        self._title.setText(next(fits, texts[-1]))
        self._title.setToolTip(tip(text))
        self.pictures.setAccessibleName(text)

    def rescale(self) -> None:
        """Give the colour bar the room of larger or smaller numbers."""
        self._bar.fit()

    def restyle(self) -> None:
        """Paint anew."""
        self._bar.update()
        self.pictures.update()


class _Pictures(Grounded):
    """The pictures themselves."""

    clicked = Signal(int, bool)

    def __init__(self, drawn: StepPictures) -> None:
        super().__init__("ground")
        self._drawn, self.step = drawn, 0
        self.describe: Callable[[QPointF], str] = lambda at: ""
        self.setMouseTracking(True)
        sized(self.setFixedHeight, PICTURES)

    def lay_out(self) -> None:
        """Give each picture its place."""
        self._drawn.lay_out(QRectF(self.rect()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self.lay_out()

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the pictures of the step."""
        self._drawn.paint(painter, self.step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        text = self.describe(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the filter that is pressed."""
        spot = self._drawn.spot(event.position(), self.step)
        if event.button() == Qt.MouseButton.LeftButton and spot and spot.unit is not None:
            adds = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self.clicked.emit(spot.unit, bool(event.modifiers() & adds))


def spot_text(session: Session, drawn: StepPictures, at: QPointF) -> str:
    """Row, column, filter and value of the point below the pointer."""
    spot = drawn.spot(at, session.step)
    if spot is None:
        return ""
    is_line = drawn.frames is not None and drawn.frames.values.shape[1] == 1
    where = _tr("column {column}") if is_line else _tr("row {row}, column {column}")
    where = where.format(row=spot.row + 1, column=spot.column + 1)
    values = " · ".join(number(value, 4) for value in spot.values)
    if spot.unit is None or drawn.series is None:
        what = _tr("answer: {values}") if spot.is_answer else _tr("what is read: {values}")
        what = what.format(values=values)
        if len(spot.values) not in (1, 3):
            mean = filled(
                _tr("The picture is the mean of {count} channels"), {"count": len(spot.values)}
            )
            what = f"{what}\n{mean}"
    else:
        called = _tr("filter {number}").format(number=spot.unit + 1)
        where = f"{called} · {where}"
        key = drawn.series.key
        what = f"{series_name(key)} {key} = {values}"
    return f"{step_title(session, session.step)} · {where}\n{what}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("MapsRow", text)
