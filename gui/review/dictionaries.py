"""`Dictionaries`: which dictionary turns words into ids for each network."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError, TextError
from engine.library import entry_of
from engine.network.network import Network
from engine.progress import Progress
from engine.sequence import Sequence
from engine.session.session import Session
from engine.text.review import Review
from engine.text.tokenizers.guess import Guess, guess
from engine.text.tokenizers.words import Words, imdb_words, review_read_by
from engine.training.checkpoints import CHECKPOINTS
from gui.kit.work import ShouldStop, Work, start
from gui.settings import Settings

Origin = Literal["own", "trained", "assumed", "inside", "beside", "chosen"]
"""Why a network has the dictionary that it has:

- own: it comes with Gatescope, and was trained on IMDB's words;
- trained: it is a checkpoint of a run, and those learn IMDB's words;
- assumed: nothing is known of it, so that IMDB's words are assumed;
- inside: the dictionary is in the model's file;
- beside: it lies beside the model;
- chosen: the user chose it.
"""

MOST_REMEMBERED = 100


@dataclass(frozen=True)
class Dictionary:
    """What turns words into ids for one network.

    Attributes:
        origin: why it is this one.
        guess: how its numbers become ids, and why; None for IMDB's words.
        changed: the ids as the user changed them, None where they are as guessed.
        found: other dictionaries that lie beside the model.
    """

    origin: Origin
    guess: Guess | None = None
    changed: Words | None = None
    found: tuple[Path, ...] = ()

    @property
    def own(self) -> Words | None:
        """The network's own words, None where it reads the ids of IMDB or of its corpus."""
        if self.changed is not None or self.guess is None:
            return self.changed
        return self.guess.words

    @property
    def words(self) -> Words:
        """The words, IMDB's included."""
        return self.own or imdb_words()

    @property
    def path(self) -> Path | None:
        """The file that it was read from, None for IMDB's words."""
        return None if self.guess is None else self.guess.words.tokenizer.path


ASSUMED = Dictionary("assumed")


class Dictionaries(QObject):
    """Finds dictionaries beside the models that are opened, and remembers chosen ones.

    A model that comes with Gatescope reads IMDB's words.  For any other that reads ids,
    a dictionary inside or beside it is taken; where there is none, IMDB's words are
    assumed, and the window says so.

    Signals:
        changed(Network): its words are others than before.
        failed(GatescopeError): nothing was changed.
        waiting(str): the name of the file that is being read, "" when none is.
    """

    changed = Signal(object)
    failed = Signal(object)
    waiting = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._known: dict[str, Dictionary] = {}
        self._works: dict[str, Work] = {}
        session.panes_changed.connect(self.look)
        self.look()

    # -- what there is -----------------------------------------------------------

    def of(self, network: Network) -> Dictionary:
        """The dictionary of a network."""
        return self._known.get(_key(network), ASSUMED)

    def words_of(self, network: Network) -> Words | None:
        """The network's own words, None where it reads the ids of IMDB or of its corpus."""
        return self.of(network).own

    def prepare(self, network: Network, sequence: Sequence) -> Sequence:
        """A review as a network reads it, in its own dictionary; for `Session.prepare`.

        It may be called in any thread.  Other sequences pass through.
        """
        if not isinstance(sequence, Review) or not network.reads_words:
            return sequence
        return review_read_by(sequence, self.words_of(network), network.vocabulary_size)

    # -- finding -----------------------------------------------------------------

    def look(self) -> None:
        """Find the dictionaries of networks that have just been opened."""
        for pane in self._session.panes:
            network = pane.network
            if _key(network) in self._known or not network.reads_words:
                continue
            path = network.path
            if path is None:
                continue
            if entry_of(path.absolute()) is not None:
                self._known[_key(network)] = Dictionary("own")
            elif _is_checkpoint(path):
                self._known[_key(network)] = Dictionary("trained")
            else:
                self._known[_key(network)] = ASSUMED  # until something is found
                self._find(network, path)

    def _find(self, network: Network, model: Path) -> None:
        remembered = self._settings.dictionaries.get(_key(network))
        remembered = remembered if isinstance(remembered, dict) else None

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Dictionary]:
            from engine.text.tokenizers.beside import tokenizers_beside

            yield Progress(0, 0, "Looking for the dictionary")
            paths = tokenizers_beside(model, lambda path: _opens(path, should_stop))
            return _found(network, paths, remembered, should_stop)

        def accept(found: Dictionary) -> None:
            if found != ASSUMED:
                self._put(network, found)

        self._begin(network, work, accept, "")

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

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Dictionary]:
            from engine.text.tokenizers.opening import open_tokenizer

            yield Progress(0, 0, "Reading the dictionary")
            tokenizer = open_tokenizer(path, should_stop=should_stop)
            return Dictionary("chosen", guess(tokenizer, reader.vocabulary_size))

        def accept(found: Dictionary) -> None:
            self._put(reader, replace(found, found=self.of(reader).found))
            self._remember(reader)

        self._begin(reader, work, accept, path.name)

    def use_imdb(self, network: Network) -> None:
        """Read IMDB's words."""
        self._drop(network)
        self._put(network, Dictionary("chosen", found=self.of(network).found))
        self._remember(network)

    def set_ids(
        self, network: Network, offset: int, start_id: int | None, unknown: int | None
    ) -> None:
        """Change what the numbers of a dictionary become.

        Args:
            network: whose.
            offset: what is added to each number.
            start_id: the id of the start mark, None for none.
            unknown: the id that is read for unknown words, None drops them.
        """
        now = self.of(network)
        words = now.words
        if (offset, start_id, unknown) == (words.offset, words.start, words.unknown):
            return
        changed = Words(words.tokenizer, offset, start_id, unknown)
        before = imdb_words() if now.guess is None else now.guess.words
        same = (offset, start_id, unknown) == (before.offset, before.start, before.unknown)
        self._put(network, replace(now, changed=None if same else changed))
        self._remember(network)

    def guess_again(self, network: Network) -> None:
        """Take the ids as they were guessed."""
        if self.of(network).changed is not None:
            self._put(network, replace(self.of(network), changed=None))
            self._remember(network)

    def stop(self) -> None:
        """End all work; the window closes."""
        for work in self._works.values():
            work.cancel()
        self._works.clear()

    # -- keeping -----------------------------------------------------------------

    def _begin(self, network: Network, work: Any, accept: Any, name: str) -> None:
        self._drop(network)

        def done(found: Dictionary) -> None:
            self._works.pop(_key(network), None)
            self.waiting.emit("")
            accept(found)

        def fail(error: GatescopeError) -> None:
            self._works.pop(_key(network), None)
            self.waiting.emit("")
            self.failed.emit(error)

        self._works[_key(network)] = start(self, work, done=done, failed=fail)
        self.waiting.emit(name)

    def _drop(self, network: Network) -> None:
        """What is being read for a network has been overtaken."""
        before = self._works.pop(_key(network), None)
        if before is not None:
            before.cancel()
            self.waiting.emit("")

    def _put(self, network: Network, found: Dictionary) -> None:
        self._known[_key(network)] = found
        self.changed.emit(network)

    def _remember(self, network: Network) -> None:
        """Write a choice of the user's down, by what is in the model's file."""
        if not network.digest:
            return
        kept = self._settings.dictionaries
        kept.pop(network.digest, None)
        found = self.of(network)
        if found.origin != "chosen" and found.changed is None:
            return
        entry: dict[str, Any] = {"path": "" if found.path is None else str(found.path.absolute())}
        if found.changed is not None:
            changed = found.changed
            entry |= {"offset": changed.offset, "start": changed.start, "unknown": changed.unknown}
        kept[network.digest] = entry
        while len(kept) > MOST_REMEMBERED:
            del kept[next(iter(kept))]


def _key(network: Network) -> str:
    """What a network is known by: its file's digest; one made in memory by itself."""
    return network.digest or f"#{id(network)}"


def _is_checkpoint(path: Path) -> bool:
    folder = path.absolute().parent
    return folder.name == CHECKPOINTS and (folder.parent / "config.json").is_file()


def _opens(path: Path, should_stop: ShouldStop) -> bool:
    """Whether there is a dictionary in a model; a foreign file is not read in this process."""
    from engine.text.tokenizers.opening import open_tokenizer

    try:
        open_tokenizer(path, should_stop=should_stop)
    except GatescopeError:
        return False
    return True


def _found(
    network: Network,
    paths: list[Path],
    remembered: dict[str, Any] | None,
    should_stop: ShouldStop,
) -> Dictionary:
    """The remembered dictionary, else the first one beside the model that can be read."""
    from engine.text.tokenizers.opening import open_tokenizer

    beside = tuple(paths)
    named = remembered.get("path") if remembered is not None else None
    if named == "":
        return _with_ids(Dictionary("chosen", found=beside), remembered)
    wanted = Path(named) if isinstance(named, str) else None
    for path in ([wanted] if wanted is not None else []) + paths:
        try:
            tokenizer = open_tokenizer(path, should_stop=should_stop)
        except GatescopeError:
            if should_stop():
                raise
            continue  # one that cannot be read is no reason not to try the next
        origin: Origin = "inside" if path == network.path else "beside"
        if path == wanted and path not in paths:
            origin = "chosen"
        found = Dictionary(origin, guess(tokenizer, network.vocabulary_size), found=beside)
        return _with_ids(found, remembered) if path == wanted else found
    return Dictionary("assumed", found=beside)


def _with_ids(found: Dictionary, remembered: dict[str, Any] | None) -> Dictionary:
    """The ids as the user had changed them."""
    entry = remembered or {}
    offset = entry.get("offset")
    marks = [entry.get("start"), entry.get("unknown")]
    fits = all(mark is None or (type(mark) is int and 0 <= mark < 2**31) for mark in marks)
    if type(offset) is not int or not -(2**31) < offset < 2**31 or not fits:
        return found
    return replace(found, changed=Words(found.words.tokenizer, offset, marks[0], marks[1]))
