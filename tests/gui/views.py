"""Everything that a window can show: its pages, drawers with their parts, strips and lessons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from gui.places import LESSONS, PLACES
from gui.window.main_window import MainWindow
from gui.window.page_rows import CENTRE_PAGES

PARTS = ("train/data", "train/model", "train/runs")
STRIPS = ("attribution", "memory", "prediction")

Show = Callable[[], object]


def views(window: MainWindow) -> Iterator[tuple[str, Show]]:
    """The name of each, and what shows it; lessons aside."""
    for row in CENTRE_PAGES:
        yield f"page {row.name}", partial(setattr, window.services.explaining, "page", row.name)
    for place in PLACES:
        yield f"place {place.name}", partial(window.drawers.show_place, place.name)
    for part in PARTS:
        yield f"place {part}", partial(window.drawers.open_part, part)
    for strip in STRIPS:
        yield f"strip {strip}", partial(window.services.explaining.choose_strip, strip)


def lessons(window: MainWindow) -> Iterator[tuple[str, Show]]:
    """Each lesson, in its place."""
    panel = window.drawers.open(LESSONS)
    for lesson in panel.lessons:
        yield f"lesson {lesson.name}", partial(panel.show_lesson, lesson.name)


def hide_all(window: MainWindow) -> None:
    """Show the panes alone."""
    window.services.explaining.page = ""
    window.drawers.show_place("")
