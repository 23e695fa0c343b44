"""`RememberedAnswers` and what an `Asker` forgets: errors whose cause may be gone, and what has no room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, GatescopeError, ReplayError, TextError, UnsupportedError
from engine.progress import ShouldStop
from gui.explain import answers as room
from gui.explain.answers import RememberedAnswers
from gui.explain.explaining import Asker, Question, Tell
from tests.networks import text_network

OF = text_network("SimpleRNN", 2)

PASSING = (
    TextError("The reviews are gone."),
    Cancelled(),
    GatescopeError("The disk is full."),
    MemoryError("no room"),
)
LASTING = (ReplayError("There is no class 3."), UnsupportedError("The layer has no gradient."))


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    made = Asker()
    yield made
    made.stop()
    made.deleteLater()


@dataclass
class World:
    """Something outside that may go wrong."""

    error: Exception | None
    asked: int = 0

    def question(self) -> Question:
        def work(should_stop: ShouldStop, tell: Tell) -> int:
            self.asked += 1
            if self.error is not None:
                raise self.error
            return 5

        return Question("q", "Asking the world", work, OF)


@pytest.mark.logs_errors
@pytest.mark.parametrize("error", PASSING, ids=lambda each: type(each).__name__)
def test_an_error_of_the_world_is_gone_with_its_cause(
    error: Exception, asker: Asker, qtbot: QtBot
) -> None:
    world = World(error)
    question = world.question()
    asker.ask("page", [question])
    qtbot.waitUntil(lambda: asker.find("q") is not None)
    for _ in range(3):  # a view asks for what it shows whenever there is an answer
        asker.ask("page", [question])
    qtbot.waitUntil(lambda: not asker.is_busy)
    assert isinstance(asker.find("q"), GatescopeError)
    assert world.asked == 1
    world.error = None
    asker.ask("page", [])
    assert asker.find("q") is None
    asker.ask("page", [question])
    qtbot.waitUntil(lambda: asker.find("q") == 5)


@pytest.mark.parametrize("error", LASTING, ids=lambda each: type(each).__name__)
def test_an_error_of_the_network_is_kept(error: Exception, asker: Asker, qtbot: QtBot) -> None:
    world = World(error)
    asker.ask("page", [world.question()])
    qtbot.waitUntil(lambda: asker.find("q") is not None)
    asker.ask("page", [])
    asker.ask("page", [world.question()])
    qtbot.waitUntil(lambda: not asker.is_busy)
    assert (asker.find("q"), world.asked) == (error, 1)
    assert error.__traceback__ is None, "it would hold all that was being computed"


def test_an_error_that_another_still_shows_stays(asker: Asker, qtbot: QtBot) -> None:
    question = World(TextError("The reviews are gone.")).question()
    asker.ask("page", [question])
    asker.ask("drawer", [question])
    qtbot.waitUntil(lambda: asker.find("q") is not None)
    asker.ask("page", [])
    assert asker.find("q") is not None
    asker.stop()
    assert asker.find("q") is None


def test_what_was_used_longest_ago_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_BYTES", 2_000)
    known = RememberedAnswers()
    for key in "abc":
        known.keep(key, OF, np.zeros(100), {key})  # 800 bytes each; the last is wanted
    assert all(key in known for key in "abc")
    known.find("a")
    known.keep("d", OF, np.zeros(100), {"d"})  # a, b and c are too much
    assert [key in known for key in "abcd"] == [True, False, True, True]
    known.keep("large", OF, np.zeros(10_000), {"large"})
    assert [key in known for key in ("c", "a", "d", "large")] == [False, True, True, True]
    known.keep("e", OF, np.zeros(1), {"e"})
    assert "large" not in known  # nobody wants it any more
    assert "e" in known


def test_what_is_wanted_is_never_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be computed again and again."""
    monkeypatch.setattr(room, "MAX_BYTES", 0)
    known = RememberedAnswers()
    for key in "abc":
        known.keep(key, OF, np.zeros(100), set("abc"))
    assert all(key in known for key in "abc")
    known.keep("d", OF, np.zeros(100), {"d"})
    assert [key in known for key in "abcd"] == [False, False, False, True]
