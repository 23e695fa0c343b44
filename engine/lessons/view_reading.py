"""`read_view`: what a snapshot shows, read without a window: its networks, its review or numbers, its
edits.  What the window shows of the same snapshot is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import SessionError
from engine.library import bundled, entry_of
from engine.network.network import Network
from engine.network.nonlinearity import chosen, with_nonlinearity
from engine.network.opening import open_network, open_safely
from engine.numbers.auxiliary import auxiliary_inputs, filled_inputs
from engine.numbers.cutting import features_of
from engine.numbers.files import read_table
from engine.numbers.generated import make_series, random_ids
from engine.numbers.text_layout import Head
from engine.numbers.time_order import TimedTable
from engine.numbers.weather import read_weather
from engine.progress import finish
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edits, in_force
from engine.sequence import Sequence
from engine.session.cut_table import CutTable
from engine.session.jobs import Prepare, ReadingJob, read_all, rewritten
from engine.session.pane import Pane
from engine.session.state import DictionaryState, EncodingState, PaneState, SessionState
from engine.session.state_fit import fitting_layer
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode, read_by
from engine.text.sources.offline import review_of
from engine.text.tokenizers.finding import find_dictionary
from engine.text.tokenizers.guess import guess
from engine.text.tokenizers.reader import open_tokenizer
from engine.training.run_folder import is_own_checkpoint

Stop = Callable[[], bool] | None


@dataclass(frozen=True, eq=False)
class ViewReading:
    """What the networks of a snapshot did.

    Attributes:
        panes: left to right, with the layer and the units that are shown; each has a trace, or says
            in its ``problem`` why there is none.
        focus: the place of the focused one, from 0.
        source: what was given to be read, without edits.
        prepare: a sequence as one of the networks reads it.
        corpus: prepares the reviews that the snapshot names, also where it reads something else.
        edits: those of the snapshot, as it has them.
        words: the dictionary of one of the networks.
    """

    panes: tuple[Pane, ...]
    focus: int
    source: Sequence
    prepare: Prepare
    corpus: Callable[[Stop], Corpus]
    edits: Edits = ()
    words: Callable[[Network], Dictionary] = lambda network: imdb()

    @property
    def label(self) -> int | None:
        """Of the review, 1 for praise; None where it has none, or numbers are read."""
        return self.source.label if isinstance(self.source, Review) else None

    @property
    def sequence(self) -> Sequence:
        """What was read, as edited."""
        return rewritten(self.source, in_force(self.edits)).sequence

    def with_edits(self, edits: Edits, should_stop: Stop = None) -> ViewReading:
        """The same, read with other edits.

        Raises:
            Cancelled: ``should_stop`` became true.
        """
        acting = in_force(edits)
        jobs = [ReadingJob(pane.network, pane.untouched) for pane in self.panes]
        result = rewritten(self.source, acting)
        stop = should_stop or (lambda: False)
        answers = read_all(self.source, result, acting, jobs, self.prepare, stop)
        panes = tuple(
            answer.in_pane(pane) for pane, answer in zip(self.panes, answers, strict=False)
        )
        return replace(self, panes=panes, edits=edits)


class Opened:
    """Networks by their files and what was chosen of them, each file opened once."""

    def __init__(self) -> None:
        self._networks: dict[tuple[Path, bool], Network] = {}  # and whether with relu

    def network(self, pane: PaneState, should_stop: Stop = None) -> Network:
        """The network of a pane.

        Raises:
            GatescopeError: there is none, or it cannot be opened.
        """
        library = {entry.name: entry.path for entry in bundled()}
        path = library.get(pane.bundled) if pane.bundled else Path(pane.file) if pane.file else None
        if path is None:
            raise SessionError(
                "There is no model {name} here. Put its file beside the file that names it.",
                name=pane.name or pane.bundled,
            )
        if (path, False) not in self._networks:
            self._networks[path, False] = (
                open_network(path) if pane.bundled else open_safely(path, should_stop=should_stop)
            )
        network = self._networks[path, False]
        if not (pane.relu and chosen(network)):
            return network
        return self._networks.setdefault((path, True), with_nonlinearity(network, "relu"))


def read_view(
    state: SessionState, should_stop: Stop = None, opened: Opened | None = None
) -> ViewReading:
    """Let the networks of a snapshot read what it reads, with its edits.

    Args:
        state: with absolute paths, see `engine.session.references.located`.
        should_stop: asked now and then.
        opened: where networks are kept that several snapshots name.

    Raises:
        GatescopeError: a network cannot be opened, or there is nothing that can be read.
        Cancelled: ``should_stop`` became true.
    """
    opened = opened or Opened()
    if not state.panes:
        raise SessionError("The view shows no network. Save it again with one.")
    panes = []
    for each in state.panes:
        network = opened.network(each, should_stop)
        layer, units, _ = fitting_layer(each, network)
        panes.append(Pane(network, layer, units))
    focus = len(panes) - 1 if state.focus is None else min(state.focus, len(panes) - 1)
    words = [
        _dictionary(pane.network, each.dictionary, should_stop)
        for pane, each in zip(panes, state.panes, strict=True)
    ]
    by_network = {
        id(pane.network): each for pane, each in zip(panes, words, strict=True) if each is not None
    }

    def prepare(network: Network, sequence: Sequence) -> Sequence:
        if isinstance(sequence, Review) and network.reads_words:
            its = by_network.get(id(network), _Words(imdb()))
            sequence = read_by(sequence, its.words, network.vocabulary_size)
        if not sequence.auxiliary_inputs and auxiliary_inputs(network):
            sequence = replace(sequence, auxiliary_inputs=filled_inputs(network, sequence, {}))
        return sequence

    in_order = [(panes[focus], words[focus]), *zip(panes, words, strict=True)]
    lead = next(((pane.network, its) for pane, its in in_order if its is not None), None)
    rules = _rules(state.encoding, lead)
    if state.reads == "numbers":
        source = prepare(panes[focus].network, _numbers(state, panes[focus].network))
    else:
        source = _review(state, rules, should_stop)

    def dictionary_of(network: Network) -> Dictionary:
        return by_network.get(id(network), _Words(imdb())).words

    def corpus(should_stop: Stop) -> Corpus:
        return finish(state.review.source.prepare(should_stop))

    reading = ViewReading(tuple(panes), focus, source, prepare, corpus, words=dictionary_of)
    return reading.with_edits(parse_all(state.edits), should_stop)


# -- words -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Words:
    """The dictionary of a network, and whether nothing says that it is this one."""

    words: Dictionary
    is_assumed: bool = False


def _dictionary(
    network: Network, chosen: DictionaryState | None, should_stop: Stop
) -> _Words | None:
    """The one that was chosen, else the one that is found with the model; None for a network that
    reads no words.

    Raises:
        GatescopeError: it cannot be used.
    """
    path, size = network.path, network.vocabulary_size
    if not network.reads_words:
        return None
    if chosen is None and (path is None or entry_of(path) is not None or is_own_checkpoint(path)):
        return _Words(imdb())
    if chosen is not None and not chosen.path:
        return _Words(_with_ids(imdb(), chosen))
    if chosen is not None:
        tokenizer = open_tokenizer(Path(chosen.path), should_stop=should_stop)
        return _Words(_with_ids(guess(tokenizer, size).dictionary, chosen))
    assert path is not None
    found = find_dictionary(path, size, inside=len(network.indexing), should_stop=should_stop)
    if found.problem is not None:
        raise found.problem.anew()
    return _Words(found.dictionary, found.place == "assumed")


def _with_ids(dictionary: Dictionary, chosen: DictionaryState) -> Dictionary:
    if chosen.offset is None:
        return dictionary
    return Dictionary(dictionary.tokenizer, chosen.offset, chosen.start, chosen.unknown)


def _encoding(choices: EncodingState, lead: tuple[Network, _Words] | None) -> Encoding:
    """As it is chosen; of a network with words of its own as that has it, in its own length."""
    chosen = Encoding(
        num_words=choices.num_words or None,
        length=choices.length,
        padding="post" if choices.padding == "post" else "pre",
        truncating="post" if choices.truncating == "post" else "pre",
    )
    if lead is None:
        return chosen
    network, its = lead
    encoding = its.words.encoding(chosen)
    is_foreign = its.is_assumed or not its.words.is_imdb
    return encoding.at(network.length) if is_foreign and network.length else encoding


_Rules = tuple[Dictionary, Encoding, int | None]
"""A dictionary, an encoding, and how many ids the network knows."""


def _rules(choices: EncodingState, lead: tuple[Network, _Words] | None) -> _Rules:
    """How a text is read: by the words of the lead."""
    dictionary = imdb() if lead is None else lead[1].words
    size = None if lead is None or dictionary.is_imdb else lead[0].vocabulary_size
    return dictionary, _encoding(choices, lead), size


def _review(state: SessionState, rules: _Rules, should_stop: Stop) -> Review:
    dictionary, encoding, size = rules
    source, number = state.review.source, state.review.number
    if state.review.text:
        return encode(state.review.text, dictionary, encoding, size)
    if number is None:
        raise SessionError("The view names nothing to read. Save it again with a review.")
    if source.kind == "imdb":
        return review_of(number, encoding, dictionary, size)
    return finish(source.prepare(should_stop)).review(number, encoding, dictionary, size)


# -- numbers ---------------------------------------------------------------------


def _numbers(state: SessionState, network: Network) -> Sequence:
    """The window of the snapshot.

    Raises:
        GatescopeError: the table is not there, or the network cannot read it.
    """
    numbers = state.numbers
    if numbers.source == "file":
        timed = TimedTable.of(
            finish(read_table(Path(numbers.file), head=Head(numbers.header, numbers.skip))),
            numbers.order,
        )
    elif numbers.source == "weather":
        timed = TimedTable(finish(read_weather()), None)
    elif numbers.source:
        length = network.length or numbers.length
        if (vocabulary := network.input.vocabulary) and numbers.source in ("normal", "uniform"):
            return random_ids(length, vocabulary, numbers.seed)
        chances = numbers.period, numbers.noise, numbers.seed
        table = make_series(numbers.source, length, features_of(network) or 1, *chances)
        timed = TimedTable(table, None)
    else:
        raise SessionError("The view names nothing to read. Save it again with numbers of a file.")
    cut = CutTable()
    cut.take(timed, network, numbers)
    cut.fit(network)
    cut.cut(network, numbers)
    windows = cut.windows
    if windows is None or cut.problem is not None:
        assert cut.problem is not None, "what is not cut has a problem"
        raise cut.problem.anew()
    return windows.window(max(0, min(numbers.window, len(windows) - 1)), numbers.carried).sequence
