"""`LessonContext`: what the pictures of lessons are built of."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import ReplayError, WantsWords
from engine.lessons.lesson_checks import lesson_about
from engine.lessons.neighbours import table_of_words
from engine.lessons.task_kinds.of_lessons import BUNDLED
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.session.pane import Pane
from engine.session.session import Session
from engine.text.dictionary import Dictionary, imdb
from engine.training.preparation import Preparation, prepare
from engine.training.recipes import RECIPES
from gui.kit.display import Display
from gui.review.reading import Reading
from gui.tasks.keeper import LessonAnswer

LECTURE = RECIPES[lesson_about.LECTURE]
"""The recipe of the lecture's first model."""


@dataclass
class LessonContext:
    """The window's session, and a network of a kind that has read what the session reads.

    Attributes:
        session, display: the window's.
        prepare: a sequence as a network reads it; see `Session.prepare`.
        sample: so many reviews of the corpus by a seed, as a network reads them; in a thread.
        reading: the window's reviews; None where there are none to be had.
        has_way_back: whether what was open before a lesson's view can be had back.
        answered: is told of every answer to a question.
        class_names: what so many classes of a network are called; empty where it is not known.
        train: opens a tab of the training, as ``data/lengths``, with a recipe of the lecture, "" for
            the one that is there.
        rules: by which rules a sample is drawn and read, to tell one from another.
    """

    session: Session
    display: Display
    prepare: Callable[[Network, Sequence], Sequence]
    sample: Callable[[Network, int, int], list[Sequence]]
    reading: Reading | None = None
    train: Callable[[str, str], None] = lambda tab, recipe: None
    has_way_back: Callable[[], bool] = lambda: False
    answered: Callable[[LessonAnswer], None] = lambda given: None
    class_names: Callable[[Network, int], tuple[str, ...]] = lambda network, count: ()
    rules: Callable[[], Hashable] = tuple
    _bundled: dict[Path, Network] = field(default_factory=dict)
    _prepared: Preparation | None = None
    _read: tuple[Sequence | None, dict[str, Pane]] = (None, {})  # of what is read now alone

    def pane(self, kind: str) -> Pane:
        """The pane of the window whose layer is of this kind of cell, else one with a bundled
        network that has read the same; "" for the focused one, whatever it is.

        Raises:
            GatescopeError: nothing is read yet, or the bundled network cannot read it.
        """
        if (own := self.own_pane(kind)) is not None:
            return own
        if (sequence := self.session.sequence) is None:
            raise ReplayError("Nothing is read yet. Open a review.")
        return self._bundled_pane(kind or "LSTM", sequence)

    def own_pane(self, kind: str) -> Pane | None:
        """The pane of the window whose layer is of this kind of cell, the focused one first; None
        where no such network has read."""
        session = self.session
        panes = sorted(session.panes, key=lambda pane: pane is not session.focused)
        fitting = (pane for pane in panes if not kind or pane.shown.kind == kind)
        return next((pane for pane in fitting if pane.layer_trace is not None), None)

    def bundled(self, path: Path) -> Network:
        """A network that comes with the app, opened once."""
        if path not in self._bundled:
            self._bundled[path] = open_network(path)
        return self._bundled[path]

    def bundled_named(self, name: str) -> Network:
        """The same by its name, "lessons/tagger" for one of a task."""
        return self.bundled(MODELS / f"{name}.keras")

    def words(self) -> tuple[Network, Dictionary]:
        """The network of the window whose table of words is shown and asked about, else a bundled
        one, with its dictionary."""
        network = table_of_words(pane.network for pane in self.session.panes)
        network = network or self.bundled_named("lstm")
        if self.reading is None:
            return network, imdb()
        return network, self.reading.dictionaries.of(network).dictionary

    def prepared(self) -> Preparation | None:
        """The reviews that are learned from, as the lecture's script splits them; None while there
        are none."""
        corpus = None if self.reading is None else self.reading.corpus
        if corpus is None:
            return None
        known = self._prepared
        if known is None or not known.is_of(corpus, LECTURE, None):
            self._prepared = known = prepare(corpus, LECTURE)
        return known

    def _bundled_pane(self, kind: str, sequence: Sequence) -> Pane:
        """It has read in the GUI thread: the bundled networks take milliseconds a review."""
        if self._read[0] is not sequence:
            self._read = sequence, {}
        known = self._read[1]
        if kind not in known:
            network = self.bundled(MODELS / f"{BUNDLED[kind]}.keras")
            if sequence.inputs.ndim > 1:
                raise WantsWords(
                    "{network} reads words; open a review to see it here.", network=network.name
                )
            trace = replay(network, self.prepare(network, sequence))
            known[kind] = Pane(network, Pane.of(network).layer, trace=trace)
        return known[kind]
