"""`EmbeddingCard`: the numbers that stand for a word in the focused network."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from engine.counting import filled
from engine.network.network import Network
from engine.session.session import Session
from engine.text.dictionary import START
from engine.text.tokenizers.rules import IMDB_RULES
from engine.training.data import encoding_of
from gui.i18n.texts import network_title
from gui.kit.widgets import mark_with
from gui.look.theme import GAP, theme
from gui.training.card import Card, Shown, line
from gui.training.cards.value_cells import ValueCells, written

WORD = "movie"
"""Looked up where nothing was typed, and no step with a word was chosen."""

_LOOKED_AT = 4096
"""Rows of a table that the strongest colour is found from."""


class EmbeddingCard(Card):
    """``model.layers[0].get_weights()[0][id]``; follows the focused network while it learns.

    Where nothing is typed, the word is that of the step that was chosen in another card.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = False
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaxLength(60)
        self.edit.textEdited.connect(self._follow)
        self.id, self.row = line("dim"), line("dim")
        self.cells, self.range = ValueCells(), line("caption")
        for widget in (self.edit, self.id, self.row, self.cells, self.range):
            self.column.addWidget(widget)
        for signal in (session.panes_changed, session.focus_changed, session.weights_changed):
            self.subscribe(signal, self._follow)
        self.dress()

    def _follow(self, *_: object) -> None:
        """The word, the network or its weights are others than before."""
        if not self.isVisible():
            self._stale = True
        elif self.shown is not None:
            self.say(self.shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        super().showEvent(event)
        if self._stale and self.shown is not None:
            self.say(self.shown)

    # -- what is shown -----------------------------------------------------------

    @property
    def network(self) -> Network | None:
        """The network of the focused pane."""
        pane = self._session.focused
        return None if pane is None else pane.network

    @property
    def table(self) -> npt.NDArray[np.float32] | None:
        """The embedding of the focused network, ``(ids, numbers)``; None if it has none."""
        network = self.network
        if network is None or network.layers[0].kind != "Embedding":
            return None
        return network.layers[0].weights["embeddings"]

    def say(self, shown: Shown) -> None:
        """Look the word up, and show its row."""
        self._stale = False
        own = shown.review.steps[shown.step] if shown.chosen else ""  # "" where it is padding
        default = WORD if own in ("", START) else own
        self.edit.setPlaceholderText(default)
        typed = IMDB_RULES.words(self.edit.text())
        id = self._say_id(shown, typed[0] if typed else default)
        self.code.setText(f"model.layers[0].get_weights()[0][{id}]")
        self._show_row(id)

    def _say_id(self, shown: Shown, word: str) -> int:
        encoding = encoding_of(shown.recipe)
        id = shown.preparation.corpus.dictionary.id_of(word, encoding)
        assert id is not None  # unknown words are read as another id, never dropped
        text = self.tr("“{word}” has id {id}.")
        if id == encoding.oov_char:
            text = self.tr("“{word}” is unknown with {count} ids: it is read as id {id}.")
        self.id.setText(filled(text, {"word": word, "id": id, "count": f"{encoding.num_words:,}"}))
        return id

    def _show_row(self, id: int) -> None:
        network, table = self.network, self.table
        values: npt.NDArray[Any] = np.zeros(0, np.float32)
        if network is None:
            text = self.tr("Open a model to see the numbers that stand for the word.")
        elif table is None:
            text = self.tr("{network} has no embedding. Focus a network that has one.")
        elif id >= len(table):
            text = self.tr("The embedding of {network} has {count} rows, none for this id.")
        else:
            values = table[id]
            text = self.tr("Row {id} of the embedding of {network}:")
        self.row.setText(
            filled(
                text,
                {
                    "network": "" if network is None else network_title(network.name),
                    "id": id,
                    "count": "" if table is None else f"{len(table):,}",
                },
            )
        )
        most = 1.0 if table is None else float(np.nanmax(np.abs(table[:_LOOKED_AT]), initial=0.0))
        self.cells.show_values(values, most)
        self.cells.setVisible(bool(len(values)))
        self.range.setVisible(bool(len(values)))
        if len(values):
            ends = written(values.min()), written(values.max())
            said = self.tr("{count} numbers, from {low} to {high}")
            self.range.setText(
                filled(said, {"count": f"{len(values):,}", "low": ends[0], "high": ends[1]})
            )
        self.cells.setAccessibleDescription(" ".join(map(written, self.cells.values)))
        colour = theme().networks[self._session.focus % 3] if len(values) else "transparent"
        mark_with(self.row, colour, GAP - 3)

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Embedding of a word"))
        self.edit.setAccessibleName(self.tr("Word"))
        self.edit.setToolTip(self.tr("Type a word; empty, it is the word of the chosen step"))
        self.cells.setAccessibleName(self.tr("The numbers that stand for the word"))
