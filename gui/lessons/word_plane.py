"""`WordPlane`: the words of a trained embedding on a plane, and those nearest to a chosen one."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLineEdit

from engine.counting import filled
from engine.lessons.digits import told_apart
from engine.lessons.neighbours import MAX_WORDS, nearest, plane
from gui.i18n.texts import network_title
from gui.kit.layouts import column
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.lessons.value_row import ValueRow
from gui.look.colours import ink
from gui.look.scale import stroke
from gui.look.theme import GAP, theme
from gui.plots.name_places import PointNames
from gui.plots.scatter import Scatter

WORD = "great"
NEAREST = 8


class WordPlane(Picture):
    """The row of a word, and two principal components of the embedding; the chosen word and its
    nearest are named."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.edit = QLineEdit(WORD)
        self.edit.setMaxLength(60)
        self.edit.textEdited.connect(self._follow)
        self._all, self._near = Scatter(), Scatter()
        self.plot = LessonPlot(self._all, self._near)
        self._names = PointNames(self.plot)
        self.numbers = ValueRow()
        self.said, self.plane_said = label("", wraps=True), label("dim", wraps=True)
        column(
            self.edit,
            self.numbers,
            (self.plot, 1),
            self.said,
            self.plane_said,
            of=self.body,
            spacing=GAP,
        )
        self._table: npt.NDArray[Any] | None = None
        self._points = np.zeros((0, 2))
        self._share = 0.0
        self.near: list[tuple[str, float]] = []
        self.dress()

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        network, dictionary = self.context.words()
        table = network.layers[0].weights["embeddings"][:MAX_WORDS]
        first = dictionary.encoding().index_from + 1
        if self._table is None or not np.array_equal(self._table, table):
            self._table = table.copy()
            self._points, self._share = plane(table, first)
        points, look = self._points, theme()
        self._all.setData(*points[first:].T, size=stroke(4), brush=ink(look.faint, 150), pen=None)
        self.plane_said.setText(
            filled(
                self.tr(
                    "{network}: {count} words of {width} numbers each; the plane shows {share}\u00a0% of "
                    "how they differ."
                ),
                {
                    "network": network_title(network.name),
                    "count": f"{len(table) - first:,}",
                    "width": table.shape[1],
                    "share": round(100 * self._share),
                },
            )
        )
        word = self.edit.text().strip()
        id = dictionary.id_of(word) if word else None
        if id is None or not first <= id < len(table):
            self.near = []
            self.numbers.hide()
            self._name_points([], [])
            self.said.setText(
                self.tr("“{word}” is none of the words that this network knows.").format(word=word)
            )
            return
        row = np.asarray(table[id], np.float64)
        reach = float(np.abs(table[first:]).max(initial=0.0)) or 1.0
        name = self.tr("its row, {count}").format(count=len(row))
        self.numbers.show_values(name, row, -reach, reach)
        self.numbers.show()
        ids, cosines = nearest(table, id, NEAREST, first)
        self.near = [
            (dictionary.word_of(int(each)), float(cosine))
            for each, cosine in zip(ids, cosines, strict=True)
        ]
        self._name_points([id, *ids.tolist()], [word, *(near for near, _ in self.near)])
        texts = told_apart([cosine for _, cosine in self.near], 2)
        said = ", ".join(f"{near} {text}" for (near, _), text in zip(self.near, texts, strict=True))
        self.said.setText(
            self.tr("Nearest to “{word}” (cosine): {words}").format(word=word, words=said)
        )

    def _name_points(self, ids: list[int], words: list[str]) -> None:
        look, points = theme(), self._points[ids]
        brushes = [
            pg.mkBrush(look.accent if not at else look.networks[0]) for at in range(len(ids))
        ]
        self._near.setData(*points.T, size=stroke(9), brush=brushes, pen=None)
        self._names.show([QPointF(*point) for point in points], words)

    def retranslate(self) -> None:
        """Name the field."""
        self.edit.setAccessibleName(self.tr("Word"))
        self.edit.setPlaceholderText(self.tr("Type a word"))
        super().retranslate()
