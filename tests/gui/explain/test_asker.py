"""`Asker`: one answer after the other, each shown at once; what nobody wants is given up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, GatescopeError
from engine.progress import Progress, ShouldStop
from gui.explain.answers import GivenUp
from gui.explain.asked_waiting import AskedWaiting
from gui.explain.explaining import Asker, Question, Tell
from tests.networks import text_network

OF = text_network("SimpleRNN", 2)


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    made = Asker()
    yield made
    made.stop()
    made.deleteLater()


def known(value: int) -> Question:
    return Question(value, "Counting", lambda should_stop, tell: value, OF)


def waiting(gate: threading.Event, begun: list[str], name: str = "slow") -> Question:
    """A question that is answered when the gate opens, or given up."""

    def work(should_stop: ShouldStop, tell: Tell) -> str:
        begun.append(name)
        while not gate.wait(0.005):
            if should_stop():
                raise Cancelled
        return name

    return Question(name, "Waiting", work, OF)


def test_each_answer_is_there_as_soon_as_it_is_known(asker: Asker, qtbot: QtBot) -> None:
    gate = threading.Event()
    asker.ask("a", [known(1), waiting(gate, [])])
    qtbot.waitUntil(lambda: asker.find(1) == 1)
    assert asker.find("slow") is None
    gate.set()
    qtbot.waitUntil(lambda: asker.find("slow") == "slow")
    qtbot.waitUntil(lambda: not asker.is_busy)


def test_what_is_still_wanted_is_not_begun_again(asker: Asker, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), []
    asker.ask("a", [waiting(gate, begun)])
    qtbot.waitUntil(lambda: begun == ["slow"])
    asker.ask("b", [known(2)])
    asker.ask("a", [waiting(gate, begun), known(3)])
    gate.set()
    qtbot.waitUntil(lambda: not asker.is_busy)
    assert begun == ["slow"]
    assert [asker.find(key) for key in ("slow", 2, 3)] == ["slow", 2, 3]


def test_what_nobody_wants_any_more_is_given_up(asker: Asker, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), []
    asker.ask("a", [waiting(gate, begun)])
    qtbot.waitUntil(lambda: begun == ["slow"])
    asker.ask("a", [known(2)])
    qtbot.waitUntil(lambda: asker.find(2) == 2)
    assert asker.find("slow") is None


def test_what_the_user_gave_up_says_so_until_it_is_asked_anew(asker: Asker, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), []
    asker.ask("a", [waiting(gate, begun)])
    qtbot.waitUntil(lambda: begun == ["slow"])
    asker.give_up()
    assert not asker.is_busy
    for _ in range(2):
        assert isinstance(asker.find("slow"), GivenUp)
        asker.ask("a", [waiting(gate, begun)])  # as a view does that is drawn once more
    assert begun == ["slow"] and not asker.is_busy
    gate.set()
    asker.ask("b", [waiting(gate, begun)])
    qtbot.waitUntil(lambda: asker.find("slow") == "slow")


def test_what_one_gives_up_goes_on_for_others(asker: Asker, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), []
    asker.ask("a", [waiting(gate, begun, "mine"), waiting(gate, begun, "both")])
    asker.ask("b", [waiting(gate, begun, "both"), waiting(gate, begun, "other")])
    qtbot.waitUntil(lambda: begun == ["mine"])
    asker.give_up("a")
    assert isinstance(asker.find("mine"), GivenUp) and asker.is_busy
    gate.set()
    qtbot.waitUntil(lambda: asker.find("other") == "other" and not asker.is_busy)
    assert asker.find("both") == "both" and isinstance(asker.find("mine"), GivenUp)


def test_what_is_asked_anew_goes_on_where_it_is_under_way(asker: Asker, qtbot: QtBot) -> None:
    """Another click on a strip that takes long began it from nothing."""
    gate, begun = threading.Event(), []
    asker.ask("a", [waiting(gate, begun)])
    qtbot.waitUntil(lambda: begun == ["slow"])
    asker.ask_anew("a")
    gate.set()
    qtbot.waitUntil(lambda: asker.find("slow") == "slow")
    assert begun == ["slow"]


@pytest.mark.logs_errors
def test_errors_and_faults_are_answers(
    asker: Asker, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(should_stop: ShouldStop, tell: Tell) -> int:
        raise GatescopeError("There is nothing.")

    def fail(should_stop: ShouldStop, tell: Tell) -> int:
        raise ZeroDivisionError

    asker.ask("a", [Question("r", "", refuse, OF), Question("f", "", fail, OF), known(1)])
    qtbot.waitUntil(lambda: asker.find(1) == 1)
    assert str(asker.find("r")) == "There is nothing."
    assert "ZeroDivisionError" in str(asker.find("f"))
    assert "work failed" in caplog.text


def test_progress_is_told_and_ends(asker: Asker, qtbot: QtBot) -> None:
    told: list[Progress | None] = []
    asker.progressed.connect(told.append)

    def work(should_stop: ShouldStop, tell: Tell) -> int:
        for share in (0.25, 0.251, 0.5):
            tell(share)
        return 1

    asker.ask("a", [Question("q", "Counting", work, OF)])
    qtbot.waitUntil(lambda: asker.find("q") == 1)
    qtbot.waitUntil(lambda: not asker.is_busy)
    shares = [each.done for each in told if each is not None and each.done]
    assert shares == [25, 50]
    assert told[-1] is None


def test_each_is_shown_how_far_its_own_question_is(asker: Asker, qtbot: QtBot) -> None:
    """A page that was complete showed what the drawer beside it was computing."""
    shown = {who: AskedWaiting(asker, who) for who in ("drawer", "page", "later", "complete")}
    for each in shown.values():
        qtbot.addWidget(each)
        each._patience.setInterval(0)
    gates = [threading.Event(), threading.Event()]
    begun: list[str] = []

    def seen() -> set[str]:
        return {who for who, each in shown.items() if not each.isHidden()}

    asker.ask("complete", [known(1)])
    qtbot.waitUntil(lambda: not asker.is_busy)
    asker.ask("drawer", [waiting(gates[0], begun, "first")])
    asker.ask("page", [waiting(gates[1], begun, "second")])
    asker.ask("later", [waiting(gates[1], begun, "third")])
    qtbot.waitUntil(lambda: seen() == {"drawer", "page", "later"})
    assert shown["drawer"].bar.maximum() == 100
    assert shown["page"].bar.maximum() == 0, "its turn comes"
    gates[0].set()
    qtbot.waitUntil(lambda: seen() == {"page", "later"})
    qtbot.waitUntil(lambda: shown["page"].bar.maximum() == 100)
    gates[1].set()
    qtbot.waitUntil(lambda: not asker.is_busy and not seen())
