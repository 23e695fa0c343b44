"""`ModelTab`: what is trained, and how: a recipe of the lecture, and everything it can be."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.library import TITLES
from engine.training.outline import outline
from engine.training.recipes import CHOICES, RECIPES
from gui.i18n.texts import library_title
from gui.kit.drawer import scrolling
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme
from gui.training.editor import PlanEditor
from gui.training.fields import ChoiceField, NumberField, SwitchField
from gui.training.keeper import RunKeeper
from gui.training.summary_view import SummaryView

NETWORK = ("cell", "units", "layers", "dropout", "one_hot", "embedding")
TRAINING = (
    *("optimizer", "learning_rate", "batch", "epochs", "patience", "seed"),
    *("limit", "every"),
)
"""The fields of the two groups, in their order; the others are those of the data."""


class ModelTab(View):
    """The recipes as starting points, the fields, and the summary, which is always in view.

    Signals:
        train_asked(): the user wants to train what is in the fields.
    """

    train_asked = Signal()

    def __init__(
        self, editor: PlanEditor, keeper: RunKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor, self._keeper = editor, keeper
        self._recipes_title, self._network_title, self._training_title = (
            self._caption() for _ in range(3)
        )
        self.recipes: dict[str, QToolButton] = {}
        recipes = QGridLayout()
        recipes.setSpacing(4)
        for place, name in enumerate(RECIPES):
            chip = QToolButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            chip.clicked.connect(lambda checked, name=name: editor.start_from(name))
            recipes.addWidget(chip, place // 2, place % 2)
            self.recipes[name] = chip
        self.fields: dict[str, NumberField | ChoiceField | SwitchField] = {
            name: self._field(name) for name in (*NETWORK, *TRAINING)
        }
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._recipes_title)
        column.addLayout(recipes)
        column.addSpacing(GAP)
        column.addWidget(self._network_title)
        column.addLayout(self._grid(NETWORK))
        column.addSpacing(GAP)
        column.addWidget(self._training_title)
        column.addLayout(self._grid(TRAINING))
        column.addStretch(1)
        scroll = scrolling(body)
        self.summary = SummaryView()
        self.train = QPushButton()
        self.train.setProperty("role", "primary")
        self.train.setIconSize(QSize(14, 14))
        self.train.clicked.connect(self.train_asked)
        self._why = QLabel()
        self._why.setProperty("role", "caption")
        self._why.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._why, 1)
        foot.addWidget(self.train)
        pinned = QVBoxLayout()
        pinned.setContentsMargins(2 * GAP, 0, 2 * GAP, GAP + 4)
        pinned.setSpacing(GAP)
        pinned.addWidget(self.summary)
        pinned.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(scroll, 1)
        whole.addLayout(pinned)
        editor.changed.connect(self.show_plan)
        keeper.changed.connect(self._name_button)
        self.dress()
        self.show_plan()

    def _caption(self) -> QLabel:
        label = QLabel()
        label.setProperty("role", "title")
        return label

    def _field(self, name: str) -> NumberField | ChoiceField | SwitchField:
        if name in CHOICES:
            return ChoiceField(self._editor, name, CHOICES[name])
        if name == "one_hot":
            return SwitchField(self._editor, name)
        return NumberField(self._editor, name)

    def _grid(self, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(0)
        for place, name in enumerate(names):
            grid.addWidget(
                self.fields[name], place // 2, place % 2, alignment=Qt.AlignmentFlag.AlignTop
            )
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

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
                chip.style().unpolish(chip)
                chip.style().polish(chip)
        self.fields["embedding"].setEnabled(not self._editor.value("one_hot"))
        self.summary.show_summary(library_title(recipe.title), outline(recipe))
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
            chip.setText(library_title(TITLES[name]))
            chip.setToolTip(self.tr("Fill the fields as in the lecture"))
        for name, (text, tip) in {
            "cell": (self.tr("Cell"), self.tr("keras.layers.SimpleRNN, LSTM or GRU")),
            "units": (self.tr("Units"), self.tr("units: the width of each recurrent layer")),
            "layers": (self.tr("Layers"), self.tr("recurrent layers, one above the other")),
            "dropout": (
                self.tr("Dropout"),
                self.tr("dropout: the share of a recurrent layer's inputs dropped in training"),
            ),
            "one_hot": (
                self.tr("One-hot rows"),
                self.tr("to_categorical instead of an Embedding, as in the lecture's first model"),
            ),
            "embedding": (
                self.tr("Embedding"),
                self.tr("output_dim: the numbers that stand for each word"),
            ),
            "optimizer": (self.tr("Optimizer"), self.tr("keras.optimizers")),
            "learning_rate": (self.tr("Learning rate"), self.tr("learning_rate")),
            "batch": (
                self.tr("Batch"),
                self.tr("batch_size: reviews to one change of the weights"),
            ),
            "epochs": (self.tr("Epochs"), self.tr("epochs: at most so many")),
            "patience": (
                self.tr("Patience"),
                self.tr("EarlyStopping(patience): epochs without a better validation loss"),
            ),
            "seed": (
                self.tr("Seed"),
                self.tr("set_random_seed: of the weights, the shuffling and the dropout"),
            ),
            "limit": (
                self.tr("Reviews"),
                self.tr("Only the first so many, for a quick try; empty takes all"),
            ),
            "every": (
                self.tr("Keep every n batches"),
                self.tr("Also keep the weights within an epoch, to watch it closely; 0: don't"),
            ),
        }.items():
            self.fields[name].set_label(text, tip)
        self._name_button()
        self.show_plan()

    def restyle(self) -> None:
        """Colour the icon."""
        self.train.setIcon(phosphor("ph.play-fill", color=theme().on_accent))
