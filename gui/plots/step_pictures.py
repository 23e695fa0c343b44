"""`StepPictures`: what a network sees at one step, as pictures: what is read, and one a filter."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.counting import filled
from engine.replay.cells.series import Series
from engine.replay.trace import LayerTrace
from engine.session.frames import Frames, frames_of, map_at
from engine.session.pane import Pane
from gui.look.meanings import series_name
from gui.plots.picture_grid import Grid, grid, paint_chosen, paint_frame, paint_map, point_in
from gui.plots.scale import Ends


@dataclass(frozen=True)
class Spot:
    """A point of a picture.

    Attributes:
        unit: the filter; None for what is read.
        row, column: where in the picture.
        values: its number; of what is read, one a channel.
    """

    unit: int | None
    row: int
    column: int
    values: tuple[float, ...]


@dataclass(eq=False)
class StepPictures:
    """The pictures of a pane, drawn into any box.

    Attributes:
        frames: what is read; None where that is no picture.
        trace: of the layer, whose states are maps; None where they are none.
        series: which of its series is shown.
        ends: the values at the ends of its colours.
        chosen: units, each with its colour.
    """

    frames: Frames | None = None
    trace: LayerTrace | None = None
    series: Series | None = None
    ends: Ends = (-1.0, 1.0)
    chosen: list[tuple[int, str]] = field(default_factory=list)
    grid: Grid = field(default_factory=lambda: Grid((), 0))

    def take(self, pane: Pane, series: Series | None) -> None:
        """What a pane has read; ``series`` is the one to be shown, if its states are maps."""
        trace = pane.layer_trace
        self.frames = None if pane.trace is None else frames_of(pane.trace)
        self.trace = trace if trace is not None and trace.maps else None
        self.series = series if self.trace is not None else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.frames is None and self.trace is None

    @property
    def steps(self) -> int:
        """How many there are."""
        if self.trace is not None:
            return len(self.trace.masked)
        return 0 if self.frames is None else len(self.frames.values)

    def lay_out(self, room: QRectF) -> None:
        """Give each picture its place."""
        shapes = []
        if self.frames is not None:
            shapes.append(self.frames.values.shape[1:3])
        if self.trace is not None and self.series is not None:
            values = map_at(self.trace, self.series.key, 0)
            shapes += [values.shape[:2]] * values.shape[2]
        sizes = [(int(rows), int(columns)) for rows, columns in shapes]
        self.grid = grid(room, sizes, apart=self.frames is not None)

    def paint(self, painter: QPainter, step: int) -> None:
        """Paint the pictures of a step; of what is read there may be none any more."""
        boxes = list(self.grid.boxes)
        if self.frames is not None and boxes:
            box = boxes.pop(0)
            if step < len(self.frames.values):
                paint_frame(painter, box, self.frames.shares(step))
        if self.trace is None or self.series is None or step >= self.steps:
            return
        values = map_at(self.trace, self.series.key, step)
        for unit, box in enumerate(boxes):
            paint_map(painter, box, values[..., unit], self.ends, signed=self.series.signed)
        for unit, colour in self.chosen:
            if unit < len(boxes):
                paint_chosen(painter, boxes[unit], colour)

    def spot(self, place: QPointF, step: int) -> Spot | None:
        """The point of a picture that is at a place."""
        nth = self.grid.at(place)
        if nth is None:
            return None
        box, first = self.grid.boxes[nth], int(self.frames is not None)
        if nth < first and self.frames is not None and step < len(self.frames.values):
            values = self.frames.values[step]
            at = point_in(box, place, *values.shape[:2])
            return Spot(None, *at, tuple(map(float, values[at])))
        if nth < first or self.trace is None or self.series is None or step >= self.steps:
            return None
        values = map_at(self.trace, self.series.key, step)
        row, column = point_in(box, place, *values.shape[:2])
        return Spot(nth - first, row, column, (float(values[row, column, nth - first]),))


def pictures_titles(pictures: StepPictures) -> tuple[str, ...]:
    """What they show, and how many of them have no room; shorter where there is less room."""
    if pictures.series is None:
        return _tr("input at this step"), _tr("input")
    name, left_out = series_name(pictures.series.key), pictures.grid.left_out
    text = _tr("{series} by filter").format(series=name)
    if pictures.frames is not None:
        text = _tr("input, and {series} by filter").format(series=name)
    if left_out:
        more = filled(_tr("{count} without room"), {"count": left_out})
        return f"{text} · {more}", more, f"+{left_out}"
    return text, name, ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepPictures", text)
