"""`ModelTable`: the tables of both models of the lecture, and where each number comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.lessons.model_sums import model_sums, printed
from engine.session.state import SessionState
from engine.training.outline import outline
from engine.training.recipes import RECIPES
from gui.i18n.texts import network_title
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.widgets import label, push_button
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.printed_table import PrintedTable
from gui.look.theme import GAP
from gui.training.summary_view import SummaryView

MODELS = ("simple_rnn_one_hot", "simple_rnn")
"""The lecture's 4,081 and 8,209."""


class ModelTable(Picture):
    """Keras's table of each, the sums below it, the lecture's numbers, and a button that trains it
    here."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.tables = {name: SummaryView() for name in MODELS}
        self.sums = {name: label("mono", wraps=True, is_plain=True) for name in MODELS}
        self.printed = {name: PrintedTable() for name in MODELS}
        self.train = {
            name: push_button(lambda _=None, name=name: context.train("model", name))
            for name in MODELS
        }
        page = QWidget()
        box = column(of=page, spacing=GAP)
        for name in MODELS:
            box.addWidget(self.tables[name])
            box.addWidget(self.sums[name])
            box.addWidget(self.printed[name])
            box.addLayout(row(self.train[name], None))
        box.addStretch(1)
        column((scrolling(page), 1), of=self.body)
        self.dress()

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; it is about the same at every review."""
        return view

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        for name in MODELS:
            recipe = RECIPES[name]
            self.tables[name].show_summary(network_title(recipe.title), outline(recipe))
            self.sums[name].setText(
                "\n".join(
                    f"{each.layer}: {each.text} = {each.total:,}" for each in model_sums(recipe)
                )
            )
            self.printed[name].show_lines((printed(name, recipe),))

    def retranslate(self) -> None:
        """Name the buttons."""
        for button in self.train.values():
            button.setText(self.tr("Train it here"))
        super().retranslate()
