"""`Explaining`: what is explained, and what has been found out; computed beside the window."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import GatescopeError, Note, WantsWords
from engine.explain.methods import MethodSettings
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.edits import in_force
from engine.replay.trace import Trace
from engine.sequence import Sequence
from engine.session.asked import Asked
from engine.session.session import Session
from engine.text.encoding import Side
from gui.explain.answers import Answer, GivenUp, RememberedAnswers
from gui.explain.sampled import Sampled
from gui.kit.work import Latest, unforeseen

if TYPE_CHECKING:
    from engine.explain.target import Target

Tell = Callable[[float], None]
"""Is told how far something is, 0 to 1."""

SEED = 0
"""Draws all samples."""

WITHOUT_EDITS = Note(
    "What is read here is edited; the sample that the numbers are measured on is not."
)

Sample = Callable[[Network, int, int], list[Sequence]]
"""So many sequences of what is read now, drawn by a seed, each as a network reads it."""


@dataclass(frozen=True)
class Question:
    """Something to be computed of one trace.

    Attributes:
        key: tells it from all others; of a trace that is no more, nobody asks again.
        title: an English sentence without values, shown while it takes long.
        work: computes the answer, in a thread; asks its first argument now and then whether to
            stop, and tells its second how far it is, 0 to 1.
        of: the trace or the network that it is of; the answer is forgotten when no pane has it
            any more.
    """

    key: Hashable
    title: str
    work: Callable[[ShouldStop, Tell], Answer]
    of: Trace | Network


@dataclass(frozen=True)
class QuestionProgress(Progress):
    """How far the answer to one question has come.

    Attributes:
        key: of the question.
    """

    key: Hashable = None


class Asker(QObject):
    """Answers questions in a thread, one after the other.

    What is under way goes on while anybody still wants it, and is given up else.  Answers are
    remembered while a pane has what they are of (`keep`), up to `gui.explain.answers.MAX_BYTES`
    beside those that are wanted; an error that has a cause outside only while it is wanted.

    Signals:
        answered(): there is an answer that was not there before.
        progressed(Progress | None): how far it is; None when all is answered, or given up.
    """

    answered = Signal()
    progressed = Signal(object)
    _answered = Signal(object, object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = RememberedAnswers()
        self._latest = Latest(self, self._tell)
        self._progress: Progress | None = None
        self._wanted: dict[str, list[Question]] = {}
        self._queue: dict[Hashable, Question] = {}  # replaced, not changed: the thread reads it
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell_busy, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something is being computed."""
        return self._latest.is_busy

    def find(self, key: Hashable) -> Answer | None:
        """The answer to a question, or why there is none; None while nobody knows."""
        return self._answers.find(key)

    def ask(self, who: str, questions: list[Question]) -> None:
        """Answer these, in order, in place of what the same one has asked before."""
        if questions or self._wanted.get(who):
            before = {each.key for each in self._wanted.get(who, [])}
            self._answers.anew({each.key for each in questions} - before)
            self._wanted[who] = questions
            self._answers.want(self._keys())
            self._look()

    def is_asked_by(self, who: str) -> bool:
        """Whether somebody wants something to be known, or has it shown."""
        return bool(self._wanted.get(who))

    def progress_of(self, who: str) -> Progress | None:
        """How far it is with what somebody has asked; None where all of it is answered, or nothing
        is under way."""
        mine = [each for each in self._wanted.get(who, []) if each.key in self._queue]
        progress = self._progress
        if progress is None or not mine:
            return None
        assert isinstance(progress, QuestionProgress)
        if any(each.key == progress.key for each in mine):
            return progress
        return Progress(0, 0, mine[0].title)  # its turn comes

    def keep_only(self, live: list[Trace | Network]) -> None:
        """Forget what is of other traces and networks."""
        self._answers.keep_only(live)

    def give_up(self, who: str = "") -> None:
        """The user waits no longer: what is not known yet is said to have been given up, until
        somebody asks for it who has not done so before.

        Args:
            who: whose questions alone, but for those that others ask as well; "" for all.
        """
        others = {each: asked for each, asked in self._wanted.items() if who and each != who}
        going_on = {each.key for asked in others.values() for each in asked}
        queue, keys = self._queue, self._keys()
        self._queue = {key: each for key, each in queue.items() if key in going_on}
        if not self._queue:
            self._latest.cancel()
        for each in [each for key, each in queue.items() if key not in going_on]:
            error = GivenUp("Given up. Choose it once more, and it is computed.")
            self._answers.keep(each.key, each.of, error, keys)
        self.answered.emit()

    def ask_anew(self, who: str) -> None:
        """Answer what one asks and was given up; what is under way goes on."""
        self._answers.anew({each.key for each in self._wanted.get(who, [])})
        self._look()

    def stop(self) -> None:
        """Give up what is being computed, and what is asked; the window closes."""
        self._wanted.clear()
        self._answers.want(())
        self._queue = {}
        self._latest.cancel()

    def _keys(self) -> set[Hashable]:
        """Of all that is wanted."""
        return {each.key for wanted in self._wanted.values() for each in wanted}

    def _look(self) -> None:
        """See what is still to be answered."""
        self._queue = {
            each.key: each
            for wanted in self._wanted.values()
            for each in wanted
            if each.key not in self._answers
        }
        if not self._queue:
            self._latest.cancel()
        elif not self._latest.is_busy:
            self._latest.start(self._work, lambda _: self._look(), lambda _: self._look())

    def _work(self, should_stop: ShouldStop) -> Generator[Progress, None, None]:
        """In the thread: what is first in the queue, until there is nothing new in it."""
        done: set[Hashable] = set()
        while True:
            question = next((each for key, each in self._queue.items() if key not in done), None)
            if question is None:
                return
            done.add(question.key)
            yield QuestionProgress(0, 100, question.title, question.key)
            answer = self._answer(question, should_stop)
            if answer is not None:
                self._answered.emit(question, answer)

    def _answer(self, question: Question, should_stop: ShouldStop) -> Answer | None:
        """None where it is not wanted any more."""
        percent = 0

        def is_given_up() -> bool:
            return should_stop() or question.key not in self._queue

        def tell(share: float) -> None:
            nonlocal percent
            if int(100 * share) != percent and not should_stop():
                percent = int(100 * share)
                self._told.emit(QuestionProgress(percent, 100, question.title, question.key))

        try:
            return question.work(is_given_up, tell)
        except GatescopeError as error:
            return None if is_given_up() else error.let_go()
        except Exception as error:  # noqa: BLE001 - shown where the answer would be
            return unforeseen(error)

    def _take(self, question: Question, answer: Answer) -> None:
        if question.key not in self._queue:
            return
        self._queue = {key: each for key, each in self._queue.items() if key != question.key}
        self._answers.keep(question.key, question.of, answer, self._keys())
        self.answered.emit()

    def _tell_busy(self, progress: QuestionProgress) -> None:
        if self.is_busy:
            self._tell(progress)

    def _tell(self, progress: Progress | None) -> None:
        self._progress = progress
        self.progressed.emit(progress)


@dataclass
class Choices:
    """What is chosen on the pages that explain; a picture shows the same.

    Attributes:
        state: "h" or "c", of the state space.
        colours: what its points are coloured by, "label" or "answer".
        length: of the padding lab, as its tab is called; "" while the user has chosen none.
        truncating: the side that it cuts.
    """

    state: str = "h"
    colours: str = "label"
    length: str = ""
    truncating: Side = "pre"


def _no_sample(network: Network, count: int, seed: int) -> list[Sequence]:
    return []


def _no_title(network: Network) -> str:
    return ""


def _no_names(network: Network, count: int) -> tuple[str, ...]:
    return ()


class Explaining(QObject):
    """What is explained in this window.

    Signals:
        changed(): something else is asked.
        answered(): there are answers that were not there before.
        page_changed(str): another page stands in the centre; "" for the panes.
        progressed(Progress | None): how far the computing is.
        encoding_asked(int, str, str): read the review in another length, padded and cut on
            these sides.
    """

    changed = Signal()
    answered = Signal()
    page_changed = Signal(str)
    progressed = Signal(object)
    encoding_asked = Signal(int, str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = Asked()
        self._page = ""
        self._step = 0
        self.choices = Choices()
        self.padded: WeakKeyDictionary[Network, tuple[object, list[Sequence]]]
        self.padded = WeakKeyDictionary()
        """The sample that the padding lab reads with a network, and by which rules it is drawn."""
        self._has_chosen_strip = False
        self.sample: Sample = _no_sample
        """Set by the window; called in a thread."""
        self.rules: Callable[[], Hashable] = tuple
        """Set by the window: by which rules a sample is drawn and read, to tell one from another."""
        self.sample_title: Callable[[Network], str] = _no_title
        """Set by the window: what a network's sample is drawn from."""
        self.class_names: Callable[[Network, int], tuple[str, ...]] = _no_names
        """Set by the window: what so many classes are called; empty where nobody knows."""
        self.sampled = Sampled()
        self.asker = Asker(self)
        self.asker.answered.connect(self.answered)
        self.asker.progressed.connect(self.progressed)
        self.samples = Asker(self)
        """For what takes long, as what is of a whole sample: it keeps nothing else waiting."""
        self.samples.answered.connect(self.answered)
        session.traces_changed.connect(self._forget)

    def _forget(self) -> None:
        panes = self._session.panes
        traces = [pane.trace for pane in panes if pane.trace is not None]
        for asker in (self.asker, self.samples):
            asker.keep_only([*traces, *(pane.network for pane in panes)])

    @property
    def asked(self) -> Asked:
        """What is explained, and where it is shown."""
        return self._asked

    @asked.setter
    def asked(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

    def choose_strip(self, name: str) -> None:
        """The user wants this strip under the words."""
        self._has_chosen_strip = True
        if name == self._asked.strip:
            self.asker.ask_anew(name)
            self.changed.emit()
        self.asked = replace(self._asked, strip=name)

    def suggest_strip(self, name: str) -> None:
        """Show this strip, unless the user has chosen another."""
        if not self._has_chosen_strip and self._asked.strip == Asked().strip:
            self.asked = replace(self._asked, strip=name)

    @property
    def page(self) -> str:
        """The name of the page in the centre, "" for the panes."""
        return self._page

    @page.setter
    def page(self, name: str) -> None:
        if name != self._page:
            self._page = name
            self.page_changed.emit(name)

    def target(self) -> Target:
        """What is explained of each network."""
        from engine.explain.target import Target

        at = self._session.step if self._asked.at == "cursor" else None
        return Target(at=at, channel=self._asked.channel)

    def draw(self, network: Network, count: int) -> list[Sequence]:
        """A sample, of which is noted how many words are unknown; called in a thread.

        Raises:
            GatescopeError: there is none for this network.
        """
        rules = self.rules()
        drawn = self.sample(network, count, SEED)
        self.sampled.note(network, count, rules, drawn)
        return drawn

    def draw_reviews(self, network: Network, count: int) -> list[Sequence]:
        """As `draw`, for what is said of words alone.

        Raises:
            WantsWords: the network reads numbers.
        """
        if not network.reads_words:
            raise WantsWords(
                "{network} reads numbers; a sample of reviews is only for networks of words.",
                network=network.name,
            )
        return self.draw(network, count)

    def sample_notes(self, network: Network, count: int) -> tuple[Note, ...]:
        """What is to be said of the sample that a network reads, once it is drawn."""
        notes = self.sampled.notes(network, count, self.rules(), self.sample_title(network))
        return (*notes, *self.without_edits())

    def without_edits(self) -> tuple[Note, ...]:
        """What is to be said of a number of a sample beside what is read with edits."""
        return (WITHOUT_EDITS,) if in_force(self._session.edits) else ()

    def settings_for(self, method: str) -> MethodSettings:
        """What a method is told; nothing that it does not know."""
        asked = self._asked
        own = {
            "ig": MethodSettings(asked.baseline or None, asked.points or None),
            "occlusion": MethodSettings(asked.replacement),
        }
        return own.get(method, MethodSettings())

    def is_elsewhere(self, step: int) -> bool:
        """Whether what is explained belongs to another step; notes the new one."""
        before, self._step = self._step, step
        return before != step

    def stop(self) -> None:
        """End all work; the window closes."""
        self._session.traces_changed.disconnect(self._forget)
        for asker in (self.asker, self.samples):
            asker.stop()
