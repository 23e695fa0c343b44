"""`StepPictures`: what a network sees at one step, as pictures: what is read, and one a filter."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.counting import filled
from engine.replay.cells.series import Series
from engine.replay.trace import LayerTrace
from engine.session.frames import Frames, answers_of, frames_of, map_at
from engine.session.pane import Pane
from gui.look.meanings import series_name
from gui.plots.picture_grid import Grid, grid, paint_chosen, paint_frame, paint_map, point_in
from gui.plots.scale import Ends


@dataclass(frozen=True)
class Spot:
    """A point of a picture.

    Attributes:
        unit: the filter; None for what is read, and for an answer.
        is_answer: whether it is of an answer.
        row, column: where in the picture.
        values: its number; of what is read, one a channel.
    """

    unit: int | None
    row: int
    column: int
    values: tuple[float, ...]
    is_answer: bool = False


@dataclass(eq=False)
class StepPictures:
    """The pictures of a pane, drawn into any box.

    Attributes:
        frames: what is read; None where that is no picture.
        answers: what is answered; None where that is no picture.
        trace: of the layer, whose states are maps; None where they are none.
        series: which of its series is shown.
        ends: the values at the ends of its colours.
        chosen: units, each with its colour.
    """

    frames: Frames | None = None
    answers: Frames | None = None
    trace: LayerTrace | None = None
    series: Series | None = None
    ends: Ends = (-1.0, 1.0)
    chosen: list[tuple[int, str]] = field(default_factory=list)
    grid: Grid = field(default_factory=lambda: Grid((), 0))

    def take(self, pane: Pane, series: Series | None) -> None:
        """What a pane has read; ``series`` is the one to be shown, if its states are maps."""
        trace = pane.layer_trace
        self.frames = None if pane.trace is None else frames_of(pane.trace)
        self.answers = None if pane.trace is None else answers_of(pane.trace)
        self.trace = trace if trace is not None and trace.maps else None
        self.series = series if self.trace is not None else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.given and self.trace is None

    @property
    def given(self) -> tuple[Frames, ...]:
        """The pictures in front of the filters'."""
        return tuple(each for each in (self.frames, self.answers) if each is not None)

    @property
    def steps(self) -> int:
        """How many there are."""
        if self.trace is not None:
            return len(self.trace.masked)
        return max((len(each.values) for each in self.given), default=0)

    def lay_out(self, room: QRectF) -> None:
        """Give each picture its place."""
        shapes = [each.values.shape[1:3] for each in self.given]
        if self.trace is not None and self.series is not None:
            values = map_at(self.trace, self.series.key, 0)
            shapes += [values.shape[:2]] * values.shape[2]
        sizes = [(int(rows), int(columns)) for rows, columns in shapes]
        self.grid = grid(room, sizes, apart=len(self.given))

    def paint(self, painter: QPainter, step: int) -> None:
        """Paint the pictures of a step; of what is read there may be none any more."""
        boxes = list(self.grid.boxes)
        for frames in self.given[: len(boxes)]:
            box = boxes.pop(0)
            if frames.has(step):
                paint_frame(painter, box, frames.shares(step))
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
        box, first = self.grid.boxes[nth], len(self.given)
        if nth < first:
            frames = self.given[nth]
            if not frames.has(step):
                return None
            at = point_in(box, place, *frames.values.shape[1:3])
            values = tuple(map(float, frames.values[step][at]))
            return Spot(None, *at, values, frames is self.answers)
        if self.trace is None or self.series is None or step >= self.steps:
            return None
        maps = map_at(self.trace, self.series.key, step)
        row, column = point_in(box, place, *maps.shape[:2])
        return Spot(nth - first, row, column, (float(maps[row, column, nth - first]),))


def pictures_titles(pictures: StepPictures) -> tuple[str, ...]:
    """What they show, and how many of them have no room; shorter where there is less room."""
    if pictures.series is None:
        both = pictures.frames is not None and pictures.answers is not None
        full = _tr("input and answer at this step") if both else _tr("input at this step")
        if pictures.frames is None:
            return _tr("answer at this step"), ""
        return full, _tr("input and answer") if both else _tr("input")
    name, left_out = series_name(pictures.series.key), pictures.grid.left_out
    texts = {
        (False, False): _tr("{series} by filter"),
        (True, False): _tr("input, and {series} by filter"),
        (False, True): _tr("answer, and {series} by filter"),
        (True, True): _tr("input, answer, and {series} by filter"),
    }
    text = texts[pictures.frames is not None, pictures.answers is not None].format(series=name)
    if left_out:
        more = filled(_tr("{count} without room"), {"count": left_out})
        return f"{text} · {more}", more, f"+{left_out}"
    return text, name, ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepPictures", text)
