"""`Explaining`: what is explained, and what has been found out; computed beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.explain.methods import METHODS, Settings
from engine.explain.target import Target
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.trace import Trace
from engine.sequence import Sequence
from engine.session.session import Session
from gui.kit.work import Latest

Tell = Callable[[float], None]
"""Is told how far something is, 0 to 1."""

Found = Any
"""What a question's answer is; a `GatescopeError` where there is none."""

MAX_KEPT = 256
"""Answers that are remembered."""


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
    work: Callable[[ShouldStop, Tell], Found]
    of: Trace | Network


class Asker(QObject):
    """Answers questions in a thread, the newest set of them first; answers are remembered.

    Signals:
        answered(): there are answers that were not there before.
        progressed(Progress | None): how far the set is; None when it has ended.
    """

    answered = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: OrderedDict[Hashable, tuple[Trace | Network | None, Found]] = OrderedDict()
        self._latest = Latest(self, self.progressed.emit)
        self._wanted: dict[str, list[Question]] = {}
        self._asked: tuple[Hashable, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether something is being computed."""
        return self._latest.is_busy

    def find(self, key: Hashable) -> Found | None:
        """The answer to a question, or why there is none; None while nobody knows."""
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key, (None, None))[1]

    def ask(self, who: str, questions: list[Question]) -> None:
        """Answer these, in order, in place of what the same one has asked before."""
        self._wanted[who] = questions
        missing = {
            each.key: each
            for wanted in self._wanted.values()
            for each in wanted
            if each.key not in self._answers
        }
        keys = tuple(missing)
        if keys == self._asked:
            return
        if not missing:
            self.stop()
            return
        self._asked = keys
        questions = list(missing.values())
        self._latest.start(
            lambda should_stop: self._work(questions, should_stop), self._end, self._end
        )

    def keep(self, kept: list[Trace | Network]) -> None:
        """Forget what is of other traces and networks."""
        for key, (of, _) in list(self._answers.items()):
            if not any(of is each for each in kept):
                del self._answers[key]

    def stop(self) -> None:
        """Give up what is being computed."""
        self._asked = ()
        self._latest.cancel()

    def _work(
        self, questions: list[Question], should_stop: ShouldStop
    ) -> Generator[Progress, None, None]:
        for place, question in enumerate(questions):
            yield Progress(100 * place, 100 * len(questions), question.title)
            shares: list[float] = []
            try:
                answer = question.work(should_stop, shares.append)
            except GatescopeError as error:
                if should_stop():
                    raise
                answer = error
            self._answers[question.key] = question.of, answer
            while len(self._answers) > MAX_KEPT:
                self._answers.popitem(last=False)

    def _end(self, answer: object) -> None:
        self._asked = ()
        self.answered.emit()


@dataclass(frozen=True)
class Asked:
    """What is explained, and where it is shown.

    Attributes:
        strip: what the strip under the words shows.
        methods: the methods of attribution that are shown, in order.
        at: whether the answer at the end is explained, or the one at the cursor.
        channel: the class that is explained; None for the likeliest.
        settings: of the methods.
        colours_words: whether the words take the attribution's colours.
    """

    strip: Literal["prediction", "attribution", "memory"] = "prediction"
    methods: tuple[str, ...] = ("gradxinput",)
    at: Literal["end", "cursor"] = "end"
    channel: int | None = None
    settings: Settings = field(default_factory=Settings)
    colours_words: bool = False


def _no_sample(network: Network, count: int, seed: int) -> list[Sequence]:
    return []


class Explaining(QObject):
    """What is explained in this window.

    Signals:
        changed(): something else is asked.
        answered(): there are answers that were not there before.
        page_changed(str): another page stands in the centre; "" for the panes.
        progressed(Progress | None): how far the computing is.
    """

    changed = Signal()
    answered = Signal()
    page_changed = Signal(str)
    progressed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = Asked()
        self._page = ""
        self._step = 0
        self.sample: Sample = _no_sample
        """Set by the window; called in a thread."""
        self.asker = Asker(self)
        self.asker.answered.connect(self.answered)
        self.asker.progressed.connect(self.progressed)

        session.traces_changed.connect(self._forget)

    def _forget(self) -> None:
        panes = self._session.panes
        traces = [pane.trace for pane in panes if pane.trace is not None]
        self.asker.keep([*traces, *(pane.network for pane in panes)])

    @property
    def asked(self) -> Asked:
        """What is explained, and where it is shown."""
        return self._asked

    @asked.setter
    def asked(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

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
        at = self._session.step if self._asked.at == "cursor" else None
        return Target(at=at, channel=self._asked.channel)

    def settings_for(self, method: str) -> Settings:
        """The settings that a method knows; a baseline of another method is not its own."""
        settings = self._asked.settings
        if settings.baseline in METHODS[method].baselines:
            return settings
        return replace(settings, baseline=None)

    def is_elsewhere(self, step: int) -> bool:
        """Whether what is explained belongs to another step; notes the new one."""
        before, self._step = self._step, step
        return before != step

    def stop(self) -> None:
        """End all work; the window closes."""
        self._session.traces_changed.disconnect(self._forget)
        self.asker.stop()
