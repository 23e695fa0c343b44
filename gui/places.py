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
    from gui.lessons.panel import LessonsPanel
    from gui.models.panel import ModelsPanel
    from gui.numbers.panel import NumbersPanel
    from gui.review.browser import ReviewsPanel
    from gui.survey.panel import SurveyPanel
    from gui.tasks.panel import TasksPanel
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
        train(str, str): open this tab of the training, and what is to be seen in it, as ``data/lengths``,
            with this recipe, "" for the one there is.
        open_view(Path, Seen): open a lesson's view, in place of the drawer, with what stands in its
            picture.
        leave_view(): show again what was open before it.
        end_view(): the lessons are seen again: what one of them shows in the main window has had its time.
        close(): close the drawer.
        escape(): Escape was pressed where keys are the drawer's own.
        present(): show the lesson alone on the screen, or no longer.
        tasks(): open the tasks.
        place(str): open another place by its name.
        page(str): show this page in place of the panes, or the panes with "".
        save_answers(): write what has been answered into a file.
    """

    inspect = Signal(int)
    widen = Signal(bool)
    leave = Signal()
    renamed = Signal(object, str)
    guide = Signal(str)
    export_explanation = Signal()
    train = Signal(str, str)
    open_view = Signal(object, object)
    leave_view = Signal()
    end_view = Signal()
    close = Signal()
    escape = Signal()
    save_answers = Signal()
    present = Signal()
    tasks = Signal()
    place = Signal(str)
    page = Signal(str)


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
        is_alone: it has the whole width, and the review none.
        comes_later: it stands on the rail only once it has been opened.
    """

    name: str
    icon: str
    title: str
    tip: str
    key: str
    make: Callable[[Services, Requests], Panel]
    narrow: int = 1180
    is_alone: bool = False
    comes_later: bool = False


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


def _lessons(services: Services, requests: Requests) -> LessonsPanel:
    from gui.lessons.context import LessonContext
    from gui.lessons.panel import LessonsPanel

    session = services.session
    context = LessonContext(
        session,
        services.display,
        session.prepare,
        services.explaining.sample,
        services.reading,
        requests.train.emit,
        lambda: bool(services.way_back),
        services.tasks.answer_lesson,
        services.class_names.of,
        services.explaining.rules,
    )
    panel = LessonsPanel(context, services.settings)
    panel.view_asked.connect(requests.open_view)
    panel.back_asked.connect(requests.leave_view)
    panel.returned.connect(requests.end_view)
    panel.leave_asked.connect(requests.close)
    panel.escaped.connect(requests.escape)
    panel.present_asked.connect(requests.present)
    panel.tasks_asked.connect(requests.tasks)
    return panel


def _survey(services: Services, requests: Requests) -> SurveyPanel:
    from gui.survey.panel import SurveyPanel

    panel = SurveyPanel(services.surveying)
    panel.about_asked.connect(requests.guide)
    panel.place_asked.connect(requests.place)
    panel.page_asked.connect(requests.page)
    services.explaining.page_changed.connect(panel.mark)
    panel.mark(services.explaining.page)
    return panel


def _tasks(services: Services, requests: Requests) -> TasksPanel:
    from gui.tasks.panel import TasksPanel

    panel = TasksPanel(services.tasks, services.edits)
    panel.save_answers_asked.connect(requests.save_answers)
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

LESSONS = PlaceRow(
    "lessons",
    "ph.graduation-cap",
    "Lessons",
    "Lessons: the lecture, to be played with",
    "Ctrl+6",
    _lessons,
    is_alone=True,
)

TASKS = PlaceRow(
    "tasks",
    "ph.clipboard-text",
    "Tasks",
    "Tasks: questions about what is shown",
    "Ctrl+7",
    _tasks,
    comes_later=True,
)

SURVEY = PlaceRow(
    "survey",
    "ph.books",
    "Survey",
    "Survey: what a network does over a whole corpus",
    "Ctrl+8",
    _survey,
)

PLACES: tuple[PlaceRow[Any], ...] = (
    *(MODELS, REVIEWS, NUMBERS, TRAIN),
    *(EXPLAIN, SURVEY, LESSONS, TASKS),
)
"""From the top of the rail to its foot."""
