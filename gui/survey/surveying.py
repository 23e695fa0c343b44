"""`Surveying`: the corpus that is read, and what has been found out; computed beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator, Hashable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from engine.text.sources.imdb_package import ImdbReviews
from gui.i18n.texts import network_title
from gui.kit.kept_bytes import make_room
from gui.kit.work import Latest, ask_window
from gui.naming import pane_names
from gui.numbers.numbers import Numbers
from gui.review.reading import Reading
from gui.settings import SurveySettings
from gui.survey.corpora import Open, open_for, size_of

if TYPE_CHECKING:
    from engine.survey.passes import Workers
    from engine.survey.survey import Survey

    Ask = Callable[[tuple[Survey, ...], Workers, ShouldStop], Generator[Progress, None, Any]]

MAX_READINGS = 2 * MAX_PANES
"""What was read and is remembered: by the network of every pane, and as much to go back to.  Each has
some 30 MB for 25,000 reviews of 100 words."""

MAX_ANSWERS = 16
"""Of all pages together, each with arrays of its own: every page of two networks."""

MAX_READING_BYTES = 2**28
"""Of readings that are not the last asked of: 256 MB, as of `MAX_READINGS` usual ones.  One of long
reviews, or of answers of many classes, has five times as much: each of its arrays may have up to
`engine.survey.storage.IN_MEMORY`."""

MAX_ANSWER_BYTES = 2**28
"""Of answers but for the last, beside what the readings have: 256 MB."""


Key = tuple[Hashable, tuple[Hashable, ...]]
"""What is asked, and the readings that it is asked of."""


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """A network that is open.

    Attributes:
        place: of its first pane, which gives it its colour.
        name: what tells it from the others.
        network: it itself.
    """

    place: int
    name: str
    network: Network


@dataclass(frozen=True)
class Wanted:
    """One question about a corpus that networks have read.

    Attributes:
        key: what is asked, but for what is read.
        networks: those whose readings it takes; the first is what it is about.
        ask: answers it; takes the reading of each, the workers, and when to stop.
        is_limited: whether it is asked of the selection alone, while there is one.
    """

    key: Hashable
    networks: tuple[Network, ...]
    ask: Ask
    is_limited: bool = False


def about(ask: Callable[..., Generator[Progress, None, Any]], *what: object) -> Ask:
    """Asks it of the first reading; the answer is that reading, and what was found."""

    def asked(
        readings: tuple[Survey, ...], workers: Workers, should_stop: ShouldStop
    ) -> Generator[Progress, None, Any]:
        found = yield from ask(readings[0], *what, workers=workers, should_stop=should_stop)
        return readings[0], found

    return asked


@dataclass(frozen=True, eq=False)
class Selection:
    """Some sequences of the corpus that the user has chosen together.

    Attributes:
        key: tells it from those before.
        numbers: ``(M,)``, of each in its corpus.
        of_words: whether they are reviews; else windows of numbers.
    """

    key: int
    numbers: npt.NDArray[np.int64]
    of_words: bool


class Surveying(QObject):
    """What is asked of the whole corpus in this window.

    Nothing is read before the user has said so (`begin`); from then on the networks read the corpus
    for whatever page is looked at.  Readings and answers are remembered as long as network, corpus
    and encoding are the same.

    Signals:
        changed(): another corpus, another network, or reading has begun or was given up.
        answered(): there is an answer that was not there before.
        progressed(Progress | None): how far it is; None when all is answered, or given up.
        opened(): a sequence of the corpus was opened; the reading has the keys.
        span_taken(): other words of the review on screen are selected (`span`).
    """

    changed = Signal()
    answered = Signal()
    progressed = Signal(object)
    opened = Signal()
    span_taken = Signal()

    def __init__(
        self,
        session: Session,
        choices: SurveySettings,
        reading: Reading,
        numbers: Numbers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.choices = session, choices
        self._reading, self._numbers = reading, numbers
        self._span: tuple[object, int, int] | None = None
        self._is_begun = False
        self._corpus, self._reference = reading.corpus, reading.reference
        self._readings: OrderedDict[Hashable, Survey] = OrderedDict()
        self._answers: OrderedDict[Key, Any] = OrderedDict()
        self._under_way: Hashable = None
        self._selection: Selection | None = None
        self._selections = count()
        self._latest = Latest(self, self.progressed.emit)
        for event in (session.focus_changed, session.panes_changed, session.weights_changed):
            event.connect(self._tell)
        for signal in (reading.encoding_changed, numbers.changed, reading.dictionaries.changed):
            signal.connect(self._tell)
        numbers.changed.connect(self._let_go_of_windows)
        reading.corpus_changed.connect(self._take_corpus)

    # -- what is read ------------------------------------------------------------

    @property
    def network(self) -> Network | None:
        """The one that is looked at: that of the focused pane."""
        pane = self.session.focused
        return None if pane is None else pane.network

    @property
    def shown(self) -> list[OpenNetwork]:
        """Every network that is open, once, in the order of the panes."""
        result: list[OpenNetwork] = []
        for place, name in enumerate(pane_names(self.session)):
            network = self.session.panes[place].network
            if all(each.network is not network for each in result):
                same = [pane.network for pane in self.session.panes].count(network) > 1
                title = network_title(network.name) if same else name
                result.append(OpenNetwork(place, title, network))
        return result

    @property
    def size(self) -> int:
        """How many sequences are open for it."""
        network = self.network
        return 0 if network is None else size_of(network, self._reading, self._numbers)

    @property
    def count(self) -> int:
        """How many of them are read."""
        wanted = self.choices.count
        return min(wanted, self.size) if wanted else self.size

    @property
    def title(self) -> str:
        """What is open is called; "" where nobody knows yet."""
        network = self.network
        if network is not None and not network.reads_words:
            table = self._numbers.cut.table
            return "" if table is None else table.title
        if (corpus := self._reading.corpus) is not None:
            return corpus.title
        return ImdbReviews.title if self._reading.offline else ""

    @property
    def is_begun(self) -> bool:
        """Whether the user has said that the corpus is to be read."""
        return self._is_begun

    @property
    def is_busy(self) -> bool:
        """Whether something is being computed."""
        return self._latest.is_busy

    def begin(self) -> None:
        """Read the corpus for whatever is looked at; what went wrong is tried again."""
        self._forget_errors()
        self._is_begun = True
        self.changed.emit()

    def give_up(self) -> None:
        """Read nothing any more; what has been read is kept."""
        self._is_begun = False
        self._cancel()
        self.changed.emit()

    def choose(self, count: int, workers: str) -> None:
        """Read so many sequences, 0 for all, and let these read (see `engine.survey.workers`)."""
        if (count, workers) == (self.choices.count, self.choices.workers):
            return
        self.choices.count, self.choices.workers = count, workers
        self._forget_errors()
        self._is_begun = False
        self._cancel()
        self.changed.emit()

    # -- what is selected --------------------------------------------------------

    @property
    def selection(self) -> Selection | None:
        """What is selected of what the focused network reads; None for all of it."""
        network = self.network
        return None if network is None else self._selected(network)

    def select(self, numbers: npt.NDArray[np.int64]) -> None:
        """Select sequences by their numbers in the corpus ``(M,)``; none of them for all."""
        if self.network is not None:
            self.select_again(numbers, of_words=self.network.reads_words)

    @property
    def chosen(self) -> Selection | None:
        """What is selected, whichever network is focused."""
        return self._selection

    def select_again(self, numbers: npt.NDArray[np.int64], *, of_words: bool) -> None:
        """Select what was selected once, ``(M,)``, of the reviews or of the windows; see `select`."""
        if len(numbers) or self._selection is not None:
            self._selection = None
            if len(numbers):
                self._selection = Selection(next(self._selections), numbers, of_words)
            self.changed.emit()

    def let_go(self) -> None:
        """Select nothing any more: pages are of the whole corpus again."""
        self.select(np.zeros(0, np.int64))

    def _selected(self, network: Network) -> Selection | None:
        chosen = self._selection
        return chosen if chosen is not None and chosen.of_words == network.reads_words else None

    def _let_go_of_windows(self) -> None:
        """Other numbers have other windows."""
        if self._selection is not None and not self._selection.of_words:
            self._selection = None
            self.changed.emit()

    def take_span(self, first: int, last: int) -> None:
        """The user has selected some words of the review on screen."""
        self._span = self.session.sequence, first, last
        self.span_taken.emit()

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last step, from 0, that were selected last in what is on screen; None
        where none were."""
        if self._span is None or self._span[0] is not self.session.sequence:
            return None
        return self._span[1:]

    # -- opening -----------------------------------------------------------------

    def open(self, number: int, step: int) -> None:
        """Open a sequence of the corpus by its number, at a step from 0."""
        if (network := self.network) is None:
            return
        (self._reading if network.reads_words else self._numbers).open_number(number, step)
        self.opened.emit()

    # -- what is asked -----------------------------------------------------------

    def find(self, wanted: Wanted) -> Any:
        """The answer, or why there is none; None while nobody knows.  What is not known is
        computed from now on, in place of what else is under way."""
        try:
            opened = [self._open(each) for each in wanted.networks]
        except GatescopeError as error:
            return error
        keys = tuple(map(self._key_of, wanted.networks, opened))
        chosen = self._selected(wanted.networks[0]) if wanted.is_limited else None
        key = ((wanted.key, None if chosen is None else chosen.key), keys)
        for each in keys:
            if each in self._readings:
                self._readings.move_to_end(each)
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        if self._is_begun and key != self._under_way:
            self._start(key, wanted, opened, chosen)
        return None

    def can_retry(self, error: GatescopeError) -> bool:
        """Whether `begin` would try again what has failed so: it failed while it was computed."""
        return any(each is error for each in self._answers.values())

    def reading_of(self, network: Network) -> Survey | None:
        """What a network has read, if it has read what is open."""
        try:
            return self._readings.get(self._key_of(network, self._open(network)))
        except GatescopeError:
            return None

    def _start(
        self, key: Key, wanted: Wanted, opened: list[Open], chosen: Selection | None
    ) -> None:
        self._cancel()
        keys = key[1]
        self._under_way = key
        scheduler = self.choices.workers
        known = [self._readings.get(each) for each in keys]

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Any]:
            from engine.survey.remembered import remembered
            from engine.survey.survey import survey
            from engine.survey.workers import workers_at

            with workers_at(scheduler, should_stop) as workers:
                readings = []
                for each, kept, network, source in zip(
                    keys, known, wanted.networks, opened, strict=True
                ):
                    reading = kept
                    if reading is None:
                        inputs = yield from source.inputs(network, should_stop)
                        reading = yield from remembered(
                            network,
                            inputs,
                            partial(survey, network, inputs, workers, (), should_stop),
                        )
                        ask_window(partial(self._keep, each, reading, key), should_stop)
                    limited = reading if chosen is None else reading.of_numbers(chosen.numbers)
                    readings.append(limited)
                return (yield from wanted.ask(tuple(readings), workers, should_stop))

        def take(answer: Any) -> None:
            self._under_way = None
            self._answers[key] = answer
            self._forget(key)
            self.answered.emit()

        self._latest.start(work, take, take)

    def _keep(self, key: Hashable, reading: Survey, asked: Key) -> None:
        """Remember what was read, even if what was asked of it is given up."""
        self._readings[key] = reading
        self._forget(asked)

    def _open(self, network: Network) -> Open:
        return open_for(network, self._reading, self._numbers, self.choices.count)

    def _key_of(self, network: Network, opened: Open) -> Hashable:
        return network.digest or id(network), opened.key

    def _cancel(self) -> None:
        self._under_way = None
        self._latest.cancel()

    def _forget_errors(self) -> None:
        for key, answer in list(self._answers.items()):
            if isinstance(answer, GatescopeError):
                del self._answers[key]

    def _forget(self, asked: Key) -> None:
        """Let go of what was used longest ago, and of answers whose readings are gone; never of
        what was asked last, which would be read again and again."""
        while len(self._readings) > MAX_READINGS:
            self._readings.popitem(last=False)
        spare = [each for each in self._readings if each not in asked[1]]
        make_room(self._readings, spare, MAX_READING_BYTES)
        for key, answer in list(self._answers.items()):
            is_left = any(each not in self._readings for each in key[1])
            if len(self._answers) > MAX_ANSWERS or (
                is_left and not isinstance(answer, GatescopeError)
            ):
                del self._answers[key]
        answers = [each for each in self._answers if each != asked]
        make_room(self._answers, answers, MAX_ANSWER_BYTES, self._readings.values())

    # -- the window --------------------------------------------------------------

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    def _take_corpus(self) -> None:
        """What was read of another corpus is of no use; the offline reviews, once they are prepared,
        are the same as before."""
        before = self._corpus, self._reference
        self._corpus, self._reference = self._reading.corpus, self._reading.reference
        if before != (None, self._reference):
            self._readings.clear()
            self._answers.clear()
            self._selection = None
            self._is_begun = False
            self._cancel()
        self.changed.emit()

    def stop(self) -> None:
        """End all work; the window closes."""
        session = self.session
        for event in (session.focus_changed, session.panes_changed, session.weights_changed):
            event.disconnect(self._tell)
        self._cancel()
