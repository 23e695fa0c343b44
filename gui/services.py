"""`Services`: what lives as long as the window; built once, closed once."""

from __future__ import annotations

from collections.abc import Hashable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.sequence import Sequence
from engine.session.jobs import within
from engine.session.session import Session
from engine.session.state import SessionState
from engine.text.sources.imdb_package import ImdbReviews
from gui.edits.history import EditHistory
from gui.edits.reading_on import ReadingOn
from gui.explain.explaining import Explaining
from gui.explain.strongest import Strongest
from gui.explain.word_colours import WordColours
from gui.kit.display import Display
from gui.kit.work import stop_all
from gui.look.meanings import Fact
from gui.models.class_names import ClassNames
from gui.models.opener import ModelOpener
from gui.models.proof import ProofKeeper
from gui.numbers.numbers import Numbers
from gui.playback.player import Player
from gui.plots.metric_values import ACCURACY, VALIDATION, logged
from gui.review.reading import Reading
from gui.settings import Settings
from gui.survey.surveying import Surveying
from gui.tasks.keeper import TaskKeeper
from gui.training.keeper import RunKeeper
from gui.training.watch import RunWatch, ShownCheckpoint


class Services(QObject):
    """The session, and everything that works for it without being seen.

    Signals:
        failed(GatescopeError): something went wrong in one of them; nothing has changed.
        opened(): a model, a review or numbers have been opened; an error is overtaken.
    """

    failed = Signal(object)
    opened = Signal()
    _delivered = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.way_back: list[SessionState] = []  # the user's own that views of lessons replaced
        self.session = Session()
        self.display = Display(
            settings.session.colours.future, settings.session.colours.scale, self
        )
        self.edits = EditHistory(self.session, self)
        self.reading_on = ReadingOn(self.session, self.edits, self)
        self.opener = ModelOpener(self.session, settings, self)
        self.proofs = ProofKeeper(self.session, self)
        self.runs = RunKeeper(self)
        self.watch = RunWatch(self.session, self.runs, self)
        self.player = Player(self.session, settings.playback.speed, self)
        self.reading = Reading(self.session, settings, self)
        self.numbers = Numbers(self.session, settings.session.numbers, self)
        self.class_names = ClassNames(settings, self)
        self.tasks = TaskKeeper(self.session, self)
        self.explaining = Explaining(self.session, self)
        self.explaining.sample = self._sample
        self.explaining.encoding_asked.connect(self._encode)
        self.explaining.rules = self._sample_rules
        self.explaining.sample_title = self._sample_title
        self.explaining.class_names = self.class_names.of
        self.surveying = Surveying(self.session, settings.survey, self.reading, self.numbers, self)
        self.strongest = Strongest(self.session, self.explaining, self)
        WordColours(self.session, self.explaining, self)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="replay")
        self._delivered.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
        self._connect()

    def _connect(self) -> None:
        self.session.prepare = self._prepare
        self.session.failed.connect(self._tell)
        self.proofs.held = self.watch.is_passing
        # The weights that are shown stay: now they are compared with Keras.
        self.runs.ended.connect(self.proofs.watch)
        self.runs.followed.connect(self.watch.await_run)
        self.class_names.words = self._answers_in_words
        self.class_names.rates = self.reading.dictionaries.is_of_imdb
        self.reading.dictionaries.changed.connect(self.class_names.forget_words)
        self.reading.opened.connect(self._forget_numbers)
        self.numbers.opened.connect(self.reading.give_way)
        for failing in (
            self.opener,
            self.reading,
            self.numbers,
            self.runs,
            self.watch,
            self.class_names,
            self.edits,
            self.reading_on,
        ):
            failing.failed.connect(self.failed)
        for opening in (self.opener, self.reading, self.numbers):
            opening.opened.connect(lambda *_: self.opened.emit())

    def _tell(self, error: GatescopeError) -> None:
        self.failed.emit(error)  # a method of its own, as Qt's are given no arguments

    def work_in_background(self) -> None:
        """From now on replays run beside the window (the first one runs before it)."""
        self.session.use(self._executor, self._delivered.emit)
        self.runs.begin(Path(name) for name in self.settings.training.followed)

    def stop(self) -> None:
        """End all work; the window closes."""
        self.player.pause()
        for service in (
            *(self.reading, self.numbers, self.opener, self.proofs, self.watch),
            *(self.explaining, self.surveying),
        ):
            service.stop()
        self.runs.shut_down()
        stop_all()
        self.session.stop()
        self.session.use(None, None)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def fact(self, place: int, shown: ShownCheckpoint | None = None) -> Fact:
        """How good the network of a pane is: at this epoch, or the one ``shown``, if it is one of
        a run."""
        shown = shown or self.watch.shown(place)
        entry = None if shown is None else shown.entry
        if (accuracy := logged(entry or {}, VALIDATION + ACCURACY)) is not None:
            value = f"{accuracy:.3f}"
            text = self.tr("validation {accuracy}").format(accuracy=value)
            return Fact("validation_accuracy", value, text)
        return self.opener.fact(self.session.panes[place].network)

    # -- what they need of each other --------------------------------------------

    def _prepare(self, network: Network, sequence: Sequence) -> Sequence:
        """What one network reads: in its own dictionary, with its auxiliary inputs."""
        return self.numbers.fillings.prepare(
            network, self.reading.dictionaries.prepare(network, sequence)
        )

    def _encode(self, length: int, padding: str, truncating: str) -> None:
        """Read the review in another encoding."""
        self.reading.set_encoding(self.reading.choices.num_words, length, padding, truncating)

    def _sample(self, network: Network, count: int, seed: int) -> list[Sequence]:
        """Reviews of the corpus, or windows of the numbers, each as the network reads it."""
        if not network.reads_words:
            windows = self.numbers.cut.sample(network, count, seed)
            return [self.numbers.fillings.prepare(network, each) for each in windows]
        return [
            within(network, self._prepare(network, each))
            for each in self.reading.sample(count, seed)
        ]

    def _sample_rules(self) -> Hashable:
        """What decides which reviews a sample has, and how they are read."""
        reading = self.reading
        is_stand_in = reading.corpus is None and not reading.offline
        corpus = reading.encoding, reading.reference, id(reading.dictionary), is_stand_in
        windows = self.numbers.cut.windows
        return *corpus, None if windows is None else windows.key

    def _sample_title(self, network: Network) -> str:
        """What a sample for a network is drawn from."""
        if not network.reads_words:
            return "" if self.numbers.cut.table is None else self.numbers.cut.table.title
        corpus = self.reading.corpus
        return ImdbReviews.title if corpus is None else corpus.title

    def _forget_numbers(self) -> None:
        if not self.reading.is_awaiting:
            self.numbers.forget()

    def _answers_in_words(self, network: Network, count: int) -> tuple[str, ...]:
        """The names of classes that are the words of a network's own dictionary."""
        if not network.reads_words or abs(count - (network.vocabulary_size or 0)) > 1:
            return ()
        choice = self.reading.dictionaries.of(network)
        if choice.problem is not None:
            return ()
        dictionary = choice.dictionary
        return tuple(dictionary.word_of(id) or self.tr("padding") for id in range(count))
