"""`TrainPanel`: the drawer of training: the data, the model, the runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton

from engine.session.session import Session
from gui.kit.drawer import Drawer
from gui.kit.layouts import column, row
from gui.kit.widgets import label, name_widget
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.review.reading import Reading
from gui.settings import Settings
from gui.training.data_tab import DataTab
from gui.training.editor import PlanEditor
from gui.training.keeper import RunKeeper
from gui.training.model_tab import ModelTab
from gui.training.runs_tab import RunsTab
from gui.training.watch import RunWatch

WIDTH = 400
TABS = ("data", "model", "runs")


class TrainPanel(Drawer):
    """Three steps of a training, side by side as tabs; grows to the whole window if asked.

    When a training has `started`, the fields have the keys no longer.
    """

    started = Signal()
    wide_asked = Signal(bool)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        reading: Reading,
        keeper: RunKeeper,
        watch: RunWatch,
    ) -> None:
        super().__init__(WIDTH)
        self._settings, self._keeper, self._watch = settings, keeper, watch
        self.editor = PlanEditor(self)
        self.editor.restore(settings.training.plan)
        self.data = DataTab(session, self.editor, reading)
        self.model = ModelTab(self.editor, keeper)
        self.runs = RunsTab(keeper, watch)
        self._title = label("heading")
        self.wide = QToolButton()
        self.wide.setCheckable(True)
        sized(self.wide.setIconSize, QSize(18, 18))
        self.wide.toggled.connect(self._widen)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for name, tab in zip(TABS, (self.data, self.model, self.runs), strict=True):
            self.tabs.addTab("")
            self.tabs.setTabData(self.tabs.count() - 1, name)
            self._stack.addWidget(tab)
        self.tabs.currentChanged.connect(self._show_tab)
        self.setFocusProxy(self.tabs)
        head = row((self._title, 1), self.wide, spacing=4, margins=(2 * GAP, 2 * GAP - 2, GAP, 0))
        line = row(self.tabs, None, spacing=4, margins=(GAP, 0, GAP, 0))
        column(head, line, (self._stack, 1), of=self, spacing=4)
        self.model.train_asked.connect(self.train)
        self.runs.settings_asked.connect(self._use)
        self.runs.pane_asked.connect(lambda: self.wide.setChecked(False))
        self.runs.model_asked.connect(lambda: self.show_tab("model"))
        self.show_tab(settings.training.tab)
        self.dress()

    def show_tab(self, name: str) -> None:
        """Show "data", "model" or "runs"."""
        self.tabs.setCurrentIndex(TABS.index(name) if name in TABS else 0)
        self._stack.setCurrentIndex(self.tabs.currentIndex())

    def open_part(self, names: Sequence[str]) -> None:
        """Show a tab, a card of the data, which of the reviews, and which step, from 0."""
        if names:
            self.show_tab(names[0])
            self.data.show_card(names[1] if len(names) > 1 else "")
            if numbers := [int(name) for name in names[2:] if name.isdecimal()]:
                self.data.show_review(*numbers[:2])

    def _show_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._settings.training.tab = TABS[at]

    def train(self) -> None:
        """Train the plan of the fields, if they are all right, and watch it learn."""
        if not self.editor.is_right:
            self.show_tab("model" if self.model.has_problem else "data")
            self.model.focus_problem()
            return
        path = self._keeper.train(self.editor.plan)
        self._settings.training.plan = self.editor.remember()
        if path is not None:
            self._watch.await_run(path)
            self.runs.choose(path)
            self.show_tab("runs")
            self.setFocus()  # not on Stop: a Space there would end what has just begun
            self.started.emit()

    def _use(self, plan: object) -> None:
        self.editor.use(plan)  # type: ignore[arg-type]
        self.show_tab("model")

    def _widen(self, wide: bool) -> None:
        self.restyle()
        self.retranslate()
        self.wide_asked.emit(wide)

    def remember(self) -> None:
        """Write down what is in the fields."""
        self._settings.training.plan = self.editor.remember()

    def stop(self) -> None:
        """Follow the session no more; the window closes."""
        super().stop()
        self.remember()
        self.data.stop()

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Train"))
        for at, text in enumerate((self.tr("Data"), self.tr("Model"), self.tr("Runs"))):
            self.tabs.setTabText(at, text)
        self.tabs.setAccessibleName(self.tr("Steps of a training"))
        narrower, wider = self.tr("Beside the review again"), self.tr("Use the whole window")
        name_widget(self.wide, narrower if self.wide.isChecked() else wider)

    def restyle(self) -> None:
        """Colour the icon."""
        glyph = "ph.arrows-in-simple" if self.wide.isChecked() else "ph.arrows-out-simple"
        self.wide.setIcon(phosphor(glyph, color=theme().dim))
