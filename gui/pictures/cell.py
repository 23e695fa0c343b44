"""The cell of the network in focus in a picture: the diagram, and the equations with numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextDocument

from engine.network.cell_kinds import STATEFUL
from engine.replay.cells.parts import parts
from engine.replay.cells.registry import series_of
from engine.replay.edits import changes_at
from engine.session.session import Session
from gui.cell.drawing import HEIGHT, MIN_CURVE_SCALE, WIDTH, CellDrawing
from gui.cell.equation_texts import EXPLAINED, EquationNumbers, EquationTexts, idle_reason
from gui.i18n.context import translator
from gui.kit.text_line import paint_runs
from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names, step_word
from gui.pictures.block import Block
from gui.pictures.picture_texts import write

_tr = translator("Picture")

HEAD, LINE, BETWEEN = 40.0, 18.0, 9.0
EQUATION = 24.0
MIN_SCALE = 0.62
"""Below it the equations could not be read."""

MIN_LINE = 230.0
"""The width that an equation with its numbers needs."""

MIN_BESIDE = 560.0
"""The width from which the equations stand beside the diagram."""


@dataclass(frozen=True)
class CellParts:
    """What is drawn of the cell."""

    diagram: bool
    equations: bool


class CellBlock(Block):
    """Diagram and equations of one unit, below or beside each other; as large as there is room."""

    def __init__(self, session: Session, box: QRectF, wanted: CellParts) -> None:
        super().__init__(session, box)
        self._wanted = wanted
        pane = session.focused
        assert pane is not None
        # No widgets: they would be taken apart by whatever thread collects the garbage.
        self._diagram, self._equations = CellDrawing(), EquationTexts(series_of(pane.shown))
        self._diagram.show_cell(pane.shown)
        top, self._room = box.top() + HEAD, QRectF(box)
        wide = box.width()
        if wanted.diagram and wanted.equations and wide >= MIN_BESIDE:
            wide = 0.48 * wide
            self._room.setLeft(box.right() - wide)
        self._scale = min(wide / WIDTH, (box.height() - HEAD) / HEIGHT)
        self._diagram.has_curves = self._scale >= MIN_CURVE_SCALE
        is_above = wanted.diagram and self._room.left() == box.left()
        self._room.setTop(top + (HEIGHT * self._scale + 12 if is_above else 0))
        keys = self._equations.series
        full = sum(EQUATION + LINE * (1 + (key in EXPLAINED)) + BETWEEN for key in keys)
        self._explains = self._room.height() >= full * 0.8
        if not self._explains:
            full = (EQUATION + LINE + BETWEEN) * len(keys)
        self._size = min(1.6, self._room.height() / max(1.0, full), self._room.width() / MIN_LINE)
        self.leaves_out_equations = wanted.equations and self._size < MIN_SCALE

    def _put_in(self, step: int) -> dict[str, EquationNumbers]:
        """Put the numbers of a step into the diagram and the equations."""
        pane = self.session.focused
        trace = None if pane is None else pane.layer_trace
        if pane is None or trace is None:
            return {}
        step = min(step, len(trace.masked) - 1)  # a shorter reading stays at its end
        unit, is_idle = pane.units[0], trace.is_idle(step)
        values = {key: float(series[step, unit]) for key, series in trace.series.items()}
        for key in STATEFUL[trace.layer.kind].states:
            values[f"{key}_prev"] = float(trace.before(key, step)[unit])
        idle = idle_reason(trace, step)
        assert pane.trace is not None  # as it has one of its layer
        changed = changes_at(pane.trace.edits, pane.layer, step, unit)
        summands = {} if is_idle else parts(trace, step, unit)
        word = step_word(self.session, step, _tr("padding"))
        self._diagram.show_values(values, word, {} if idle else summands)
        return self._equations.numbers(values, summands, idle, changed)

    def paint_ground(self, painter: QPainter) -> None:
        """Nothing: all of it depends on the step."""

    def paint_step(self, painter: QPainter) -> None:
        """Paint all of it: every number is the step's."""
        pane, look = self.session.focused, theme()
        lines = self._put_in(self.session.step)
        if pane is None or not lines:
            return
        name = pane_names(self.session)[self.session.focus]
        box = QRectF(self.box.left(), self.box.top() - 1, self.box.width(), 20)
        write(painter, box, name, look.text, typeface(BODY, bold=True))
        place = _tr("unit {unit}, step {step}").format(
            unit=pane.units[0] + 1, step=self.session.step + 1
        )
        write(painter, box.translated(0, 19), place, look.dim)
        if self._wanted.diagram:
            painter.save()
            painter.translate(self.box.left(), self.box.top() + HEAD)
            painter.scale(self._scale, self._scale)
            self._diagram.paint_wiring(painter)
            self._diagram.paint_values(painter)
            painter.restore()
        if not self._wanted.equations or self.leaves_out_equations:
            return
        painter.save()
        painter.translate(self._room.topLeft())
        painter.scale(self._size, self._size)
        at, width = QPointF(0, 0), self._room.width() / self._size
        for key, below in lines.items():
            at.setY(at.y() + self._paint_equation(painter, key, below, at.y(), width) + BETWEEN)
        painter.restore()

    def _paint_equation(
        self, painter: QPainter, key: str, below: EquationNumbers, top: float, width: float
    ) -> float:
        """An equation, its numbers, and what they mean; returns the height."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(typeface(BODY))
        head = self._equations.head(key)
        document.setHtml(f'<span style="color:{theme().text}">{head}</span>')
        squeezed = min(1.0, width / max(1.0, document.idealWidth()))
        painter.save()
        painter.translate(0, top)
        painter.scale(squeezed, squeezed)
        document.drawContents(painter)
        painter.restore()
        painter.save()
        painter.translate(0, top + EQUATION)
        paint_runs(painter, below.numbers, width)
        height = EQUATION + LINE
        if self._explains and key in EXPLAINED:
            painter.translate(0, LINE)
            paint_runs(painter, below.meaning, width)
            height += LINE
        painter.restore()
        return height
