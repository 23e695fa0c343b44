"""`Dictionaries`: which dictionary turns words into ids for each network."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from engine.errors import Cancelled, GatescopeError, Instead, Note, NotYet, TextError
from engine.library import entry_of
from engine.network.network import Network
from engine.network.nonlinearity import file_digest
from engine.progress import Progress
from engine.replay.ways_on import own_words
from engine.replay.written_names import choose_names
from engine.sequence import Sequence
from engine.session.session import Session
from engine.text.dictionary import Dictionary, imdb
from engine.text.review import Review, read_by
from engine.text.tokenizers.guess import Guess, guess
from engine.training.run_folder import is_own_checkpoint, recorded_run
from gui.kit.work import ShouldStop, Work, start
from gui.settings import Settings

Origin = Literal["own", "trained", "searched", "assumed", "inside", "beside", "chosen"]
"""Why a network has the dictionary that it has:

- own: it comes with Gatescope, and was trained on IMDB's words;
- trained: it is a checkpoint of a run, and those learn IMDB's words;
- searched: it is being looked for, and nothing is read until that has ended;
- assumed: there is none in the model or beside it, so that IMDB's words are assumed;
- inside: the dictionary is in the model's file;
- beside: it lies beside the model;
- chosen: the user chose it.
"""

MAX_REMEMBERED = 100


@dataclass(frozen=True)
class DictionaryChoice:
    """What turns words into ids for one network, and why.

    Attributes:
        origin: why it is this one.
        guess: how its numbers become ids, and why; None for IMDB's words.
        changed: with the ids as the user changed them, None where they are as guessed.
        beside: all dictionaries that lie in the model or beside it.
        problem: why the one in the model cannot be used.  There is none then, until the user
            chooses one: texts are not read.
        notes: what was chosen, or lies beside the model, and could not be used.
    """

    origin: Origin
    guess: Guess | None = None
    changed: Dictionary | None = None
    beside: tuple[Path, ...] = ()
    problem: GatescopeError | None = None
    notes: tuple[Note, ...] = ()

    @property
    def guessed(self) -> Dictionary:
        """The dictionary before the user changed its ids."""
        return imdb() if self.guess is None else self.guess.dictionary

    @property
    def dictionary(self) -> Dictionary:
        """The dictionary."""
        return self.changed or self.guessed

    @property
    def path(self) -> Path | None:
        """The file that it was read from, None for IMDB's words."""
        return self.guessed.tokenizer.path

    @property
    def is_certain(self) -> bool:
        """Whether the model is one of our own, which learned IMDB's words."""
        return self.origin in ("own", "trained")


ASSUMED = DictionaryChoice("assumed")
SEARCHED = DictionaryChoice(
    "searched", problem=NotYet("The model's dictionary is being looked for.")
)


class Dictionaries(QObject):
    """Finds dictionaries beside the models that are opened, and remembers chosen ones.

    A model that comes with Gatescope reads IMDB's words.  For any other that reads ids,
    a dictionary inside or beside it is taken; where there is none, IMDB's words are
    assumed, and the window says so.  Until the search has ended the model reads nothing.

    Signals:
        changed(Network): its words are others than before.
        chosen_for(Network): the user chose a file for it, by which it reads from now on.
        failed(GatescopeError): nothing was changed.
        waiting(str): the name of the file that is being read, "" when none is.
    """

    changed = Signal(object)
    chosen_for = Signal(object)
    failed = Signal(object)
    waiting = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.refusal: Callable[[Network, DictionaryChoice], GatescopeError | None] = (
            lambda network, choice: None
        )
        """Why what is open could not be read if a network had that dictionary; None where it can."""
        self._choices: dict[str, DictionaryChoice] = {}
        self._works: dict[str, Work] = {}
        self._written: set[str] = set()  # whose chosen words have been read again
        self._borrowed: dict[str, dict[str, Any] | None] = {}  # by digest: of views
        self._runs: dict[Path, DictionaryChoice] = {}  # by the folder of a run
        session.panes_changed.connect(self.look)
        session.traces_changed.connect(self.look)  # weights of another epoch are another file
        self.look()

    # -- what there is -----------------------------------------------------------

    def of(self, network: Network) -> DictionaryChoice:
        """The dictionary of a network: that of its run, unless a view chose another."""
        key = _key(network)
        own = self._choices.get(key)
        # Every reading asks: the disk is not looked at where no run is open.
        of_run = self._runs.get(_run_of(network)) if self._runs else None
        return (own or of_run or ASSUMED) if key in self._borrowed else (of_run or own or ASSUMED)

    def is_searched(self, network: Network) -> bool:
        """Whether the dictionary of a network is still being looked for."""
        return self.of(network) is SEARCHED

    def file_of(self, network: Network) -> str:
        """The file of its own that a network's dictionary was read from; "" without one."""
        choice, path = self.of(network), self.of(network).path
        return "" if path is None or choice.origin == "inside" else str(path.absolute())

    def is_of_imdb(self, network: Network) -> bool:
        """Whether a network is known to read IMDB's words, and not only assumed to."""
        choice = self.of(network)
        if not network.reads_words or choice.problem is not None or choice.origin == "assumed":
            return False
        return choice.is_certain or choice.dictionary.is_imdb

    def prepare(self, network: Network, sequence: Sequence) -> Sequence:
        """A review as a network reads it, in its own dictionary; for `Session.prepare`.

        It may be called in any thread.  Other sequences pass through.

        Raises:
            GatescopeError: the network's own dictionary cannot be used.
        """
        if not isinstance(sequence, Review) or not network.reads_words:
            return sequence
        choice = self.of(network)
        if choice.problem is not None:
            raise choice.problem.anew()
        return read_by(sequence, choice.dictionary, network.vocabulary_size)

    # -- finding -----------------------------------------------------------------

    def look(self) -> None:
        """Find the dictionaries of networks that have just been opened."""
        for pane in self._session.panes:
            network, path = pane.network, pane.network.path
            written = self.written_by(network)
            if written is not None and _key(network) not in self._written:
                self._written.add(_key(network))
                self.choose_written(written, network)
            if _key(network) in self._choices or not network.reads_words or path is None:
                continue
            borrowed = self._borrowed.get(file_digest(network))
            if entry_of(path.absolute()) is not None and not borrowed:
                self._choices[_key(network)] = DictionaryChoice("own")
            elif _run_of(network) in self._runs and _key(network) not in self._borrowed:
                self._choices[_key(network)] = self._runs[_run_of(network)]
            elif is_own_checkpoint(path):
                self._choices[_key(network)] = DictionaryChoice("trained")
                self._runs[_run_of(network)] = self._choices[_key(network)]
            else:
                # The words of another dictionary would be wrong numbers meanwhile.
                self._choices[_key(network)] = SEARCHED
                self._find(network, path)

    def _find(self, network: Network, model: Path) -> None:
        remembered = self.chosen(file_digest(network))

        def work(should_stop: ShouldStop) -> Generator[Progress, None, DictionaryChoice]:
            yield Progress(0, 0, "Looking for the dictionary")
            return _choice_for(network, model, remembered, should_stop)

        def accept(choice: DictionaryChoice) -> None:
            of_run = self._runs.get(_run_of(network))  # found meanwhile with another epoch
            is_own = choice.origin != "assumed" or choice.problem or _key(network) in self._borrowed
            if of_run is not None and not is_own:
                choice = replace(of_run, notes=())
            self._put(network, choice)
            for said in (choice.problem, *choice.notes):
                if said is not None:
                    self.failed.emit(said)

        def fail(error: GatescopeError) -> None:
            self._put(network, replace(SEARCHED, problem=error))
            self.failed.emit(error)

        self._begin(network, work, accept, fail, "")

    # -- the user's hand ---------------------------------------------------------

    def choose(self, path: Path, network: Network | None = None) -> None:
        """Read a dictionary for a network, the focused one as a rule."""
        pane = self._session.focused
        wanted = network or (None if pane is None else pane.network)
        if wanted is None:
            return
        if not wanted.reads_words:
            self.failed.emit(
                TextError(
                    "{network} reads numbers, not words, so it needs no dictionary.",
                    network=wanted.name,
                )
            )
            return
        reader = wanted

        def work(should_stop: ShouldStop) -> Generator[Progress, None, DictionaryChoice]:
            from engine.text.tokenizers.reader import open_tokenizer

            yield Progress(0, 0, "Reading the dictionary")
            tokenizer = open_tokenizer(path, should_stop=should_stop)
            found = guess(tokenizer, reader.vocabulary_size)
            return DictionaryChoice("chosen", found, notes=tokenizer.notes)

        def accept(choice: DictionaryChoice) -> None:
            if (refusal := self.refusal(reader, choice)) is not None:
                fail(refusal)
                return
            self._put(reader, replace(choice, beside=self.of(reader).beside))
            self._remember(reader)
            self.chosen_for.emit(reader)
            for note in choice.notes:
                self.failed.emit(note)

        def fail(error: GatescopeError) -> None:
            self.failed.emit(error)
            if self.is_searched(reader):  # the search was given up for this
                del self._choices[_key(reader)]
                self.look()

        self._begin(reader, work, accept, fail, path.name)

    def written_by(self, network: Network) -> Path | None:
        """The file of the words that the decoder of a network writes, where one was chosen."""
        name = self._settings.models.written.get(file_digest(network))
        return None if name is None else Path(name)

    def choose_written(self, path: Path, network: Network) -> None:
        """Read the words that the decoder of a network writes: any dictionary, or a list."""
        count = own_words(network)

        def work(should_stop: ShouldStop) -> Generator[Progress, None, tuple[str, ...]]:
            from engine.text.tokenizers.reader import open_tokenizer

            yield Progress(0, 0, "Reading the dictionary")
            found = guess(open_tokenizer(path, should_stop=should_stop), count)
            return tuple(found.dictionary.word_of(id) for id in range(count))

        def accept(names: tuple[str, ...]) -> None:
            choose_names(network, names)
            self._settings.models.written[file_digest(network)] = str(path.absolute())
            self.changed.emit(network)

        start(self, work, done=accept, failed=self.failed.emit)

    def forget_written(self, network: Network) -> None:
        """Take what lies beside the model again."""
        choose_names(network, None)
        self._settings.models.written.pop(file_digest(network), None)
        self.changed.emit(network)

    def use_imdb(self, network: Network) -> None:
        """Read IMDB's words."""
        self._drop(network)
        self._put(network, DictionaryChoice("chosen", beside=self.of(network).beside))
        self._remember(network)

    def set_ids(
        self, network: Network, offset: int, start_id: int | None, unknown: int | None
    ) -> None:
        """Change what a network's numbers become: ``offset`` is added to each; there may be no
        start mark, and without an id of their own unknown words are dropped."""
        choice = self.of(network)
        changed = Dictionary(choice.guessed.tokenizer, offset, start_id, unknown)
        if changed.marks == choice.dictionary.marks:
            return
        same = changed.marks == choice.guessed.marks
        self._put_if_read(network, replace(choice, changed=None if same else changed))

    def guess_again(self, network: Network) -> None:
        """Take the ids as they were guessed."""
        if self.of(network).changed is not None:
            self._put_if_read(network, replace(self.of(network), changed=None))

    def _put_if_read(self, network: Network, choice: DictionaryChoice) -> None:
        if (refusal := self.refusal(network, choice)) is not None:
            self.changed.emit(network)  # who asked is told what is there still
            self.failed.emit(refusal)
            return
        self._put(network, choice)
        self._remember(network)

    def chosen(self, digest: str) -> dict[str, Any] | None:
        """What was chosen for networks of that digest, by a view or else by the user."""
        remembered = self._borrowed.get(digest, self._settings.models.dictionaries.get(digest))
        return remembered if isinstance(remembered, dict) else None

    def borrow(self, digest: str, entry: dict[str, Any] | None) -> None:
        """Let a view choose, for as long as `keep_borrowed` has it; None takes what is found with
        the model."""
        self._borrowed[digest] = entry
        self._choices.pop(digest, None)

    def keep_borrowed(self, digests: Collection[str]) -> None:
        """Of what views have chosen, keep that of these models alone; others, once they are
        opened again, have their own."""
        for digest in self._borrowed.keys() - set(digests):
            del self._borrowed[digest]
            self._forget(digest)

    def is_borrowed(self, network: Network) -> bool:
        """Whether a view chose the dictionary, and otherwise than the user did."""
        digest = file_digest(network)
        if digest not in self._borrowed:
            return False
        own = self._settings.models.dictionaries.get(digest)
        return _fields(self._borrowed[digest]) != _fields(own)

    @property
    def is_busy(self) -> bool:
        """Whether a dictionary is being looked for, or read."""
        return bool(self._works)

    def stop(self) -> None:
        """End all work; the window closes."""
        for work in self._works.values():
            work.cancel()
        self._works.clear()

    # -- keeping -----------------------------------------------------------------

    def _begin(self, network: Network, work: Any, accept: Any, fail: Any, name: str) -> None:
        self._drop(network)

        def end(answer: Callable[[Any], object], value: object) -> None:
            self._works.pop(_key(network), None)
            answer(value)
            self.waiting.emit("")

        self._works[_key(network)] = start(
            self, work, done=partial(end, accept), failed=partial(end, fail)
        )
        self.waiting.emit(name)

    def _drop(self, network: Network) -> None:
        """What is being read for a network has been overtaken."""
        if (before := self._works.pop(_key(network), None)) is not None:
            before.cancel()
            self.waiting.emit("")

    def _put(self, network: Network, choice: DictionaryChoice) -> None:
        self._choices[_key(network)] = choice
        run = _run_of(network)
        lends = _key(network) not in self._borrowed or run not in self._runs
        if run != _NO_RUN and choice.problem is None and lends:
            self._runs[run] = choice
        self.changed.emit(network)

    def _forget(self, digest: str) -> None:
        """What was chosen by a view, or instead of it, is looked for anew."""
        choice = self._choices.pop(digest, None)
        self._runs = {run: each for run, each in self._runs.items() if each is not choice}

    def _remember(self, network: Network) -> None:
        """Write a choice of the user's down, by what is in the model's file."""
        if not (digest := file_digest(network)):
            return
        remembered = self._settings.models.dictionaries
        remembered.pop(digest, None)
        self._borrowed.pop(digest, None)
        choice = self.of(network)
        if choice.origin != "chosen" and choice.changed is None:
            return
        path = choice.path
        entry: dict[str, Any] = {"path": "" if path is None else str(path.absolute())}
        if choice.changed is not None:
            entry |= zip(("offset", "start", "unknown"), choice.changed.marks, strict=True)
        remembered[digest] = entry
        while len(remembered) > MAX_REMEMBERED:
            del remembered[next(iter(remembered))]


def share_words(one: Network, other: Network) -> bool:
    """Whether two networks always have one dictionary: they are of one file, or of one run."""
    return _key(one) == _key(other) or _NO_RUN != _run_of(one) == _run_of(other)


_NO_RUN = Path()


def _run_of(network: Network) -> Path:
    """The folder of its run; `_NO_RUN` of any other network."""
    return (network.path and recorded_run(network.path)) or _NO_RUN


def _key(network: Network) -> str:
    """What a network is known by: its file's digest; one made in memory by itself."""
    return file_digest(network) or f"#{id(network)}"


def _fields(entry: object) -> list[object] | None:
    """What was chosen, to be compared; None where nothing was."""
    if not isinstance(entry, dict):
        return None
    return [entry.get(name) for name in ("path", "offset", "start", "unknown")]


def _choice_for(
    network: Network, model: Path, remembered: dict[str, Any] | None, should_stop: ShouldStop
) -> DictionaryChoice:
    """The remembered dictionary, else what is found with the model."""
    from engine.text.tokenizers.finding import find_dictionary
    from engine.text.tokenizers.reader import open_tokenizer

    size = network.vocabulary_size
    found = find_dictionary(model, size, inside=len(network.indexing), should_stop=should_stop)
    name = remembered.get("path") if remembered is not None else None
    if name == "":
        return _with_ids(DictionaryChoice("chosen", beside=found.paths), remembered)
    choice = DictionaryChoice(
        found.place, found.guess, beside=found.paths, problem=found.problem, notes=found.notes
    )
    if not isinstance(name, str):
        return choice
    path = Path(name)
    if path == choice.path:
        return _with_ids(choice, remembered)
    try:
        tokenizer = open_tokenizer(path, should_stop=should_stop)
    except Cancelled:
        raise
    except GatescopeError as error:
        note = Instead(
            "The dictionary that you had chosen could not be read: {reason}", reason=error
        )
        return replace(choice, notes=(note, *choice.notes))
    place: Origin = "beside" if path in found.paths else "chosen"
    chosen = DictionaryChoice(place, guess(tokenizer, size), beside=found.paths)
    return _with_ids(chosen, remembered)


def _with_ids(choice: DictionaryChoice, remembered: dict[str, Any] | None) -> DictionaryChoice:
    """The ids as the user had changed them."""
    entry = remembered or {}
    offset = entry.get("offset")
    marks = [entry.get("start"), entry.get("unknown")]
    fits = all(mark is None or (type(mark) is int and 0 <= mark < 2**31) for mark in marks)
    if type(offset) is not int or not -(2**31) < offset < 2**31 or not fits:
        return choice
    return replace(choice, changed=Dictionary(choice.guessed.tokenizer, offset, *marks))
