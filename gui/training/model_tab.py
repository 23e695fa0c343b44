"""`ModelTab`: what is trained, and how: a recipe of the lecture, and everything it can be."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from engine.library import TITLES
from engine.training.outline import outline
from engine.training.plan import DEMONSTRATED, DEMONSTRATION
from engine.training.recipes import RECIPES, fields_of
from gui.i18n.texts import network_title
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import chip_button, label, push_button
from gui.look.dressing import polish_again
from gui.look.icons import phosphor
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.training.editor import PlanEditor
from gui.training.field_texts import field_texts
from gui.training.fields import Field, field_grid, fill_grid, make_field
from gui.training.keeper import RunKeeper
from gui.training.summary_view import SummaryView

GROUPS: tuple[Literal["network", "training"], ...] = ("network", "training")
"""The fields that stand here; the others are those of the data."""

WIDE = 760
"""The width from which on fields stand in four columns."""


class ModelTab(View):
    """The recipes as starting points, the fields, and the summary, which is always in view."""

    train_asked = Signal()

    def __init__(self, editor: PlanEditor, keeper: RunKeeper) -> None:
        super().__init__()
        self._editor, self._keeper = editor, keeper
        self._recipes_title, self._network_title, self._training_title = (
            label("title") for _ in range(3)
        )
        self.recipes: dict[str, QToolButton] = {}
        recipes = QGridLayout()
        sized(recipes.setSpacing, 4)
        for place, name in enumerate(RECIPES):
            chip = chip_button()
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            chip.clicked.connect(lambda checked, name=name: editor.start_from(name))
            recipes.addWidget(chip, place // 2, place % 2)
            self.recipes[name] = chip
        self.demonstration = chip_button()
        self.demonstration.clicked.connect(lambda: editor.use(DEMONSTRATION))
        groups = {name: fields_of(name) for name in GROUPS}
        self.fields: dict[str, Field] = {
            field.name: make_field(editor, field.name) for name in GROUPS for field in groups[name]
        }
        grids = {
            name: field_grid((self.fields[field.name] for field in groups[name]), 2, (2 * GAP, 0))
            for name in GROUPS
        }
        self._recipes, self._grids, self._columns = recipes, grids, 2
        body = QWidget()
        column(
            *(row(self._recipes_title, None, self.demonstration), recipes, GAP // 4),
            *(self._network_title, grids["network"], GAP),
            *(self._training_title, grids["training"], None),
            of=body,
            margins=(2 * GAP, GAP, 2 * GAP, GAP),
        )
        self.summary = SummaryView()
        self.train = push_button(self.train_asked, "primary")
        self._why = label("caption", wraps=True)
        foot = row((self._why, 1), self.train)
        pinned = column(self.summary, foot, margins=(2 * GAP, 0, 2 * GAP, GAP + 4))
        column((scrolling(body), 1), pinned, of=self)
        editor.changed.connect(self.show_plan)
        keeper.changed.connect(self._name_button)
        self.dress()
        self.show_plan()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With the whole width of the window, more columns: all fields are in sight."""
        super().resizeEvent(event)
        columns = 4 if self.width() >= px(WIDE) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for name, grid in self._grids.items():
            fill_grid(grid, [self.fields[field.name] for field in fields_of(name)], columns)
        chips = list(self.recipes.values())
        for chip in chips:
            self._recipes.removeWidget(chip)
        across = columns if columns == 2 else 3
        for place, chip in enumerate(chips):
            self._recipes.addWidget(chip, *divmod(place, across))

    # -- what is shown -----------------------------------------------------------

    @property
    def has_problem(self) -> bool:
        """Whether one of the fields here is wrong, rather than one of the data's."""
        return any(self._editor.problem(name) for name in self.fields)

    def focus_problem(self) -> None:
        """Go to the first field that is wrong."""
        for name, field in self.fields.items():
            if self._editor.problem(name):
                field.setFocus()
                return

    def show_plan(self) -> None:
        """Show the summary and the recipe that the fields make."""
        recipe = self._editor.recipe
        changed = any(self._editor.differs(name) for name in self.fields)
        for name, chip in self.recipes.items():
            # The one that it began with is marked, also when it has been changed since.
            is_base = name == self._editor.base
            chip.setChecked(is_base and not changed)
            if chip.property("base") != (is_base and changed):
                chip.setProperty("base", is_base and changed)
                polish_again(chip)
        self.demonstration.setChecked(self._editor.plan == DEMONSTRATION)
        self.fields["embedding"].setEnabled(not self._editor.value("one_hot"))
        self.summary.show_summary(network_title(recipe.title), outline(recipe))
        problems = self._editor.problems
        self.train.setEnabled(not problems)
        if not problems:
            self._why.setText("")
        elif self.has_problem:
            self._why.setText(self.tr("Correct the fields marked in red first."))
        else:
            self._why.setText(self.tr("Correct the fields marked in red under Data first."))

    def _name_button(self) -> None:
        waits = self._keeper.training is not None
        self.train.setText(self.tr("Train after that") if waits else self.tr("Train"))

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Name everything, with Keras's names in the tips."""
        self._recipes_title.setText(self.tr("Recipe of the lecture"))
        self._network_title.setText(self.tr("Network"))
        self._training_title.setText(self.tr("Training"))
        for name, chip in self.recipes.items():
            chip.setText(network_title(TITLES[name]))
            chip.setToolTip(self.tr("Fill the fields as in the lecture"))
        self.demonstration.setText(self.tr("Demonstration of a minute"))
        self.demonstration.setToolTip(
            self.tr(
                "Not of the lecture: an LSTM that visibly learns while a class watches, on the "
                "first {reviews} reviews of IMDB. Measured with seed {seed} on two cores: "
                "an accuracy of {accuracy} on {held_out} held-out reviews after epoch {epoch}, "
                "{seconds} seconds after the start."
            ).format(
                reviews=f"{DEMONSTRATION.limit or 0:,}",
                seed=DEMONSTRATION.recipe.seed,
                **asdict(DEMONSTRATED),
            )
        )
        texts = field_texts()
        for name, field in self.fields.items():
            field.show_texts(texts[name])
        self._name_button()
        self.show_plan()

    def restyle(self) -> None:
        """Colour the icon."""
        self.train.setIcon(phosphor("ph.play-fill", color=theme().on_accent))
