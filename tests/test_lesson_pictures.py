"""Every lesson has its picture in both languages, small, and stands on the page of them."""

from __future__ import annotations

import pytest

from tests import screenshots_lessons as lessons
from tests.screenshots import FOLDER

AGAIN = "take it with: make screenshots ARGS=lessons/"


@pytest.mark.parametrize("code", lessons.THEMES)
def test_every_lesson_has_a_small_picture_and_nothing_else_has(code: str) -> None:
    folder = FOLDER / lessons.PREFIX
    wanted = {f"{name}-{code}{lessons.SUFFIX}" for name in lessons.names()}
    there = {path.name for path in folder.glob(f"*-{code}{lessons.SUFFIX}")}
    assert there == wanted, AGAIN
    for path in folder.iterdir():
        assert 5_000 < path.stat().st_size < lessons.MAX_BYTES, path.name


def test_the_page_names_all_of_them() -> None:
    assert lessons.PAGE.read_text("utf-8") == lessons.page(), AGAIN
