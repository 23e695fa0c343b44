"""The pictures of the lessons: every one in both languages, small files, and the page of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.window.main_window import MainWindow

PREFIX, SUFFIX, QUALITY = "lessons/", ".webp", 40
"""Where they lie in ``docs/images``, how their names end, and how much of them is kept (0 to 100): a
picture of a lesson is then below `MAX_BYTES`."""

MAX_BYTES = 60_000

SIZE = "1024x700"

THEMES = {"en": "dark", "ko": "light"}
"""So that both are seen."""


def lesson(name: str) -> Callable[[MainWindow], QWidget | None]:
    """Shows a lesson by its name, on the first review; the one on the order of words on the review
    that it finds."""

    def prepare(window: MainWindow) -> None:
        from gui.lessons.shuffled import ShuffledWords
        from gui.places import LESSONS
        from gui.review.reading import FIRST_REVIEW

        reading, panel = window.services.reading, window.drawers.open(LESSONS)
        if reading.number != FIRST_REVIEW:
            reading.open_number(FIRST_REVIEW)
        window.session.step = 59
        panel.show_lesson(name)
        if isinstance(panel.view.picture, ShuffledWords):
            panel.view.picture.seek.click()

    return prepare


def names() -> list[str]:
    """Of all lessons, in their order."""
    from gui.lessons.panel import FOLDER

    return sorted(path.stem for path in (FOLDER / "en").glob("*.md"))


Found = dict[str, Callable[["MainWindow"], "QWidget | None"]]


def by_language(wanted: list[str]) -> list[tuple[list[str], Found]]:
    """For each language the arguments of its window, and what shows each lesson, by the name of its
    file; of those whose names begin so, or of all."""
    begins = tuple(wanted) or ("",)
    found = []
    for code, theme in THEMES.items():
        pictures = {
            f"{PREFIX}{name}-{code}{SUFFIX}": lesson(name)
            for name in names()
            if f"{PREFIX}{name}".startswith(begins)
        }
        if pictures:
            found.append((["--size", SIZE, "--theme", theme, "--lang", code], pictures))
    return found


# -- the page of them ------------------------------------------------------------

PAGE = Path(__file__).resolve().parents[1] / "docs" / "lessons.md"

_HEAD = """# The lessons, one by one · 수업 한눈에 보기

Every lesson in both languages, as `make screenshots` takes it. What each picture shows is computed
from the bundled networks and a real review. How lessons are used: [guide](guide/en/lessons.md).

모든 수업을 두 언어로 모았습니다. `make screenshots`로 찍은 그림이며, 값은 함께 제공되는 신경망과 실제
리뷰로 계산한 것입니다. 수업을 쓰는 법: [안내](guide/ko/lessons.md).
"""


def page() -> str:
    """The page with all pictures, from the lessons' own titles and topics."""
    from engine.lessons.parse import load
    from gui.lessons.panel import FOLDER, lesson_names

    lines, topic = [_HEAD], ""
    for name in names():
        here = {code: load(FOLDER / code / f"{name}.md", lesson_names()) for code in THEMES}
        if here["en"].topic != topic:
            topic = here["en"].topic
            lines.append(f"## {topic} · {here['ko'].topic}\n")
        cells = [
            f"![{each.title}](images/{PREFIX}{name}-{code}{SUFFIX})" for code, each in here.items()
        ]
        titles = " | ".join(each.title for each in here.values())
        lines.append(f"| {titles} |\n|---|---|\n| {' | '.join(cells)} |\n")
    return "\n".join(lines)


def write_page() -> None:
    """Write it."""
    PAGE.write_text(page(), encoding="utf-8")
