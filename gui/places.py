"""The places of the window: one row a drawer.  Rail, drawers and commands read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.kit.drawer import Drawer
from gui.services import Services

if TYPE_CHECKING:  # imported when first opened: most sessions begin with the drawers closed
    from gui.explain.panel import ExplainPanel
    from gui.models.panel import ModelsPanel
    from gui.numbers.panel import NumbersPanel
    from gui.review.browser import ReviewsPanel
    from gui.training.panel import TrainPanel

Panel = TypeVar("Panel", bound=Drawer)


class Requests(QObject):
    """What a drawer may ask of the window.

    Signals:
        inspect(int): look into the network of this pane.
        widen(bool): give the drawer the whole width, or its place beside the review again.
        leave(): give the keys to what is read.
        renamed(Path, str): offer to undo that a run has another title; the one before.
        guide(str): open the guide at a page.
        export_explanation(): write what is explained into a file.
    """

    inspect = Signal(int)
    widen = Signal(bool)
    leave = Signal()
    renamed = Signal(object, str)
    guide = Signal(str)
    export_explanation = Signal()


@dataclass(frozen=True)
class PlaceRow(Generic[Panel]):
    """One drawer.

    Attributes:
        name: in the settings.
        icon: of Phosphor, on the rail.
        title: on the rail and in the menu, in English.
        tip: what it is for, in English.
        key: opens and closes it.
        make: builds the panel.
        narrow: in a window of fewer pixels it takes the cell panel's place.
    """

    name: str
    icon: str
    title: str
    tip: str
    key: str
    make: Callable[[Services, Requests], Panel]
    narrow: int = 1180


def _models(services: Services, requests: Requests) -> ModelsPanel:
    from gui.models.panel import ModelsPanel

    panel = ModelsPanel(services.session, services.settings, services.opener)
    panel.inspect_asked.connect(lambda: requests.inspect.emit(services.session.focus))
    return panel


def _reviews(services: Services, requests: Requests) -> ReviewsPanel:
    from gui.review.browser import ReviewsPanel

    return ReviewsPanel(services.session, services.settings, services.reading)


def _numbers(services: Services, requests: Requests) -> NumbersPanel:
    from gui.numbers.panel import NumbersPanel

    return NumbersPanel(services.session, services.settings, services.numbers)


def _train(services: Services, requests: Requests) -> TrainPanel:
    from gui.training.panel import TrainPanel

    panel = TrainPanel(
        services.session, services.settings, services.reading, services.runs, services.watch
    )
    panel.wide_asked.connect(requests.widen)
    panel.started.connect(requests.leave)
    panel.runs.renamed.connect(requests.renamed)
    panel.runs.follow_asked.connect(services.runs.follow)
    return panel


def _explain(services: Services, requests: Requests) -> ExplainPanel:
    from gui.explain.panel import ExplainPanel

    panel = ExplainPanel(services.session, services.explaining, services.class_names.of)
    panel.about_asked.connect(requests.guide)
    panel.export_asked.connect(requests.export_explanation)
    return panel


MODELS = PlaceRow(
    "models", "ph.stack", "Models", "Models: choose, open, compare", "Ctrl+1", _models
)
REVIEWS = PlaceRow(
    "reviews", "ph.article", "Reviews", "Reviews: browse or write one", "Ctrl+2", _reviews
)
NUMBERS = PlaceRow(
    "numbers",
    "ph.activity",
    "Numbers",
    "Numbers: what a network of measurements reads",
    "Ctrl+4",
    _numbers,
)
TRAIN = PlaceRow(
    "train", "ph.chart-line-up", "Train", "Train: data, model, runs", "Ctrl+3", _train, narrow=1300
)

EXPLAIN = PlaceRow(
    "explain",
    "ph.lightbulb",
    "Explain",
    "Explain: why the network said that",
    "Ctrl+5",
    _explain,
)

PLACES: tuple[PlaceRow[Any], ...] = (MODELS, REVIEWS, NUMBERS, TRAIN, EXPLAIN)
"""From the top of the rail to its foot."""
