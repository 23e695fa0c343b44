"""How long work will go on, by how fast it has come so far."""

from __future__ import annotations

import pytest

from engine.progress import Pace, rough


def test_what_is_left_is_told_by_the_pace() -> None:
    pace = Pace()
    assert pace.left("it", 0.0, 10.0) is None
    assert pace.left("it", 0.5, 12.0) is None, "it may be over in a moment"
    assert pace.left("it", 0.25, 14.0) == pytest.approx(12.0)
    assert pace.left("it", 0.5, 20.0) == pytest.approx(10.0)
    assert pace.left("it", 1.0, 30.0) is None


def test_another_thing_or_a_new_beginning_has_a_pace_of_its_own() -> None:
    pace = Pace()
    pace.left("it", 0.0, 0.0)
    assert pace.left("it", 0.5, 10.0) == pytest.approx(10.0)
    assert pace.left("other", 0.5, 20.0) is None
    assert pace.left("other", 0.75, 24.0) == pytest.approx(4.0)
    assert pace.left("other", 0.1, 30.0) is None, "it has begun anew"
    assert pace.left("other", 0.11, 90.0) is None, "so little tells nothing"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, (1, "s")),
        (9.5, (10, "s")),
        (31, (40, "s")),
        (90, (90, "s")),
        (91, (2, "min")),
        (5400, (90, "min")),
        (7300, (2, "h")),
    ],
)
def test_a_time_is_rough(seconds: float, said: tuple[int, str]) -> None:
    assert rough(seconds) == said
