"""What a command is to read: a text, a review, ids or numbers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from engine.errors import GatescopeError, Note, TextError, WantsWords
from engine.library import entry_of
from engine.named_file import named_file
from engine.network.formats.registry import EXTENSIONS
from engine.network.network import Network
from engine.network.nonlinearity import with_nonlinearity
from engine.numbers.cutting import column_notes, features_of
from engine.numbers.cutting import misfit as column_misfit
from engine.numbers.files import read_table
from engine.numbers.gaps import GAPS
from engine.numbers.layout import Head
from engine.numbers.made import LENGTH as LONG
from engine.numbers.made import adding, random_ids, random_numbers, sine, two_sines
from engine.numbers.scaling import SCALES
from engine.numbers.table import Table
from engine.numbers.time_order import ORDERS, TimedTable
from engine.numbers.weather import read_weather
from engine.numbers.windows import Cut, Windows
from engine.progress import finish
from engine.replay.carried import Begins, begun, carried_note, left_by
from engine.replay.edits import Edits, Insert, ReadOn, Replace, of_layers, of_sequence
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode, from_ids
from engine.text.sources.offline import review_of
from engine.text.tokenizers.finding import find_dictionary
from engine.text.tokenizers.guess import guess, misfit
from engine.text.tokenizers.reader import open_tokenizer
from engine.text.tokenizers.tokenizer import Tokenizer
from engine.training.run_folder import is_own_checkpoint

LENGTH = 100
"""The lecture's length, for networks that take any."""

MAX_STEPS = 1_000_000

SERIES = ("sine", "sines", "adding", "weather", "random", "uniform")
"""What ``--series`` can name; ``random`` is normal numbers, or ids for a network of ids."""


def add_model(parser: argparse.ArgumentParser) -> None:
    """Which model is read."""
    parser.add_argument(
        "model", type=named_file, metavar="MODEL", help=f"a model file: {' '.join(EXTENSIONS)}"
    )
    parser.add_argument(
        "weights",
        type=named_file,
        metavar="WEIGHTS",
        nargs="?",
        help="its weights, where MODEL is an architecture (JSON, YAML) or an ONNX file and they are not beside it",
    )
    parser.add_argument(
        "--relu",
        action="store_true",
        help="an RNN of PyTorch whose file does not say so uses relu (tanh)",
    )


def opened(arguments: argparse.Namespace) -> Network:
    """The model that is named, with what was chosen of it.

    Raises:
        GatescopeError: it cannot be read, or leaves no such choice.
    """
    from engine.network.opening import open_safely

    network = open_safely(arguments.model, weights=arguments.weights)
    return with_nonlinearity(network, "relu") if arguments.relu else network


def add_columns(parser: argparse.ArgumentParser) -> None:
    """Which columns of a file of numbers, and how they are read; whatever asks for windows."""
    parser.add_argument(
        "--columns", metavar="A,B", help="by name, or by place from 1 (as many as the model reads)"
    )
    parser.add_argument(
        "--scale", choices=SCALES, default="none", help="by the rows of the whole file (none)"
    )
    parser.add_argument(
        "--header-row",
        type=int,
        metavar="N",
        help="row of a file that names the columns, from 1; 0: none does (looks for it)",
    )
    parser.add_argument(
        "--skip", type=int, default=0, metavar="N", help="rows of a file above all others (0)"
    )
    parser.add_argument(
        "--missing",
        choices=GAPS,
        default="refuse",
        help="gaps: leave rows out, repeat the value before, 0, interpolate, mean (refuse)",
    )
    parser.add_argument(
        "--order",
        choices=ORDERS,
        default="auto",
        help="of the rows: oldest first, or as in the file (auto: oldest first where times fall)",
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--text | --review | --ids | --values | --series``, and how to encode."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--text", metavar="T", help="read this text")
    what.add_argument("--review", type=int, metavar="N", help="read this offline review, from 0")
    what.add_argument(
        "--ids", type=named_file, metavar="FILE", help="integers parted by white space"
    )
    what.add_argument(
        "--values",
        type=named_file,
        metavar="FILE",
        help="CSV, a workbook, NPY or Parquet, T rows, F columns",
    )
    what.add_argument("--series", choices=SERIES, help="numbers that need no file")
    add_columns(parser)
    parser.add_argument(
        "--window",
        type=int,
        metavar="K",
        help="window of the length, from 1 (1; all rows without a length)",
    )
    parser.add_argument(
        "--carry",
        type=int,
        metavar="K",
        help="carry the states from window or review K on into the one that is read (each begins "
        "anew)",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="of made numbers, and of the draw (0)"
    )
    parser.add_argument("--length", type=int, metavar="T", help="steps (the model's, else 100)")
    parser.add_argument(
        "--words",
        metavar="FILE",
        help="dictionary of words and ids (inside or beside the model, else IMDB's); imdb: that",
    )
    parser.add_argument("--num-words", type=int, metavar="N", help="ids (the model's vocabulary)")


def add_edits(parser: argparse.ArgumentParser) -> None:
    """``--edit``, any number of times."""
    parser.add_argument(
        "--edit",
        action="append",
        default=[],
        metavar="TEXT",
        help="change the reading, such as lstm.f=0@10-20, lstm[3]=off, word 5=great; repeatable",
    )


def add_reading_on(parser: argparse.ArgumentParser) -> None:
    """``--read-on``, and how it writes."""
    parser.add_argument(
        "--read-on",
        type=int,
        metavar="N",
        help="then the network goes on by itself for N steps, each answer its next input",
    )
    parser.add_argument(
        "--temperature",
        type=float,
        metavar="T",
        help="with --read-on: draw words, the higher the more evenly (0: the most likely)",
    )
    parser.add_argument(
        "--start", type=int, metavar="ID", help="with --read-on: what a decoder begins with"
    )


def reading_on_of(arguments: argparse.Namespace) -> Edits:
    """The reading on that the arguments name, with the seed of ``--seed``; empty for none.

    Raises:
        EditError: it is none.
        GatescopeError: ``--read-on`` is missing.
    """
    if arguments.read_on is not None:
        temperature = arguments.temperature or 0.0
        return (ReadOn(arguments.read_on, temperature, arguments.seed, arguments.start),)
    if arguments.temperature is not None or arguments.start is not None:
        raise GatescopeError(
            "--temperature and --start say how a network reads on. Name the steps that it writes "
            "with --read-on N."
        )
    return ()


def edit_notes(edits: Edits, sequence: Sequence) -> Iterator[Note]:
    """What edits name that is not there: words that the network does not know, steps behind the last
    of the ``sequence``, which is the edited one."""
    if isinstance(sequence, Review):
        known = zip(sequence.tokens, sequence.token_unknown.tolist(), strict=True)
        unknown = {token for token, is_unknown in known if is_unknown}
        given = [edit.content for edit in of_sequence(edits) if isinstance(edit, Replace | Insert)]
        words = [word for content in given if isinstance(content, str) for word in content.split()]
        named = [
            word for word in dict.fromkeys(words) if word.lower() in unknown or word in unknown
        ]
        if named:
            yield Note(
                "Not in the dictionary, and read as unknown: {words}.", words=", ".join(named)
            )
    for edit in of_layers(edits):
        if edit.last is not None and edit.first < len(sequence) <= edit.last:
            yield Note(
                "“{edit}” ends at step {last}, the last that is read.",
                edit=str(edit),
                last=f"{len(sequence):,}",
            )


def sequence_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Sequence:
    """The sequence that the arguments name; review 0 if they name none.

    What had to be assumed is added to ``notes``.

    Raises:
        TextError: it cannot be read.
    """
    _check(arguments)
    if arguments.ids is not None:
        review = _ids(arguments.ids, arguments.words, network)
        if network.length is not None and len(review) > network.length:
            notes.append(
                Note(
                    "{network} was built for {length} steps, and all {count} ids of {name} are "
                    "read.",
                    network=network.name,
                    length=f"{network.length:,}",
                    count=f"{len(review):,}",
                    name=arguments.ids.name,
                )
            )
        return review
    if arguments.series == "random" and network.input.vocabulary is not None:
        length = arguments.length or network.length or LENGTH
        return random_ids(length, network.input.vocabulary, arguments.seed)
    if arguments.values is not None or arguments.series is not None:
        return _numbers(arguments, network, notes)
    size = network.vocabulary_size
    if size is None or not network.reads_words:
        raise TextError(
            "{network} reads numbers, not words. Give them with --values.", network=network.name
        )
    encoding = Encoding(
        num_words=min(size, arguments.num_words or size),
        length=arguments.length or network.length or LENGTH,
    )
    dictionary = dictionary_of(arguments.words, network, notes)
    encoding = dictionary.encoding(encoding)
    length = arguments.length or network.length
    if encoding.length is None and length is not None:
        encoding = encoding.at(length)
    if arguments.text is not None:
        review = encode(arguments.text, dictionary, encoding, size)
        if review.counts.words and review.all_unknown:
            notes.append(Note("None of the words is in the dictionary: all are read as unknown."))
        notes += cut_notes(review)
        return review

    def read(number: int) -> Review:
        return review_of(number, encoding, dictionary, size)

    return _review(arguments, network, read, notes)


def _review(
    arguments: argparse.Namespace,
    network: Network,
    read: Callable[[int], Review],
    notes: list[GatescopeError],
) -> Sequence:
    """An offline review, with the state of those before it where it is carried."""
    number, since = arguments.review or 0, arguments.carry
    review = read(number)
    notes += _foreign_notes(review, is_named=arguments.review is not None)
    if since is None or since == number:
        return review
    if not 0 <= since < number:
        raise TextError(
            "The state can be carried from review 0 to {number} on, not from {since}: --review "
            "names the one that is read.",
            number=number,
            since=since,
        )
    begins: Begins = {}
    for place in range(since, number):
        begins = left_by(replay(network, begun(read(place), begins)))
    notes.append(carried_note(number - since))
    return begun(review, begins)


def _check(arguments: argparse.Namespace) -> None:
    """That the numbers are within their bounds, and the state is carried where something comes
    before what is read.

    Raises:
        TextError: it is not so.
    """
    if arguments.carry is not None and (arguments.ids or arguments.text) is not None:
        raise TextError(
            "--carry names the window or the review from which states are carried, and reads with "
            "--values, --series or --review."
        )
    length, words = arguments.length, arguments.num_words
    if length is not None and length < 1:
        raise TextError("--length must be at least 1, not {length}.", length=length)
    if length is not None and length > MAX_STEPS:
        raise TextError(
            "--length must be at most {most}, not {length}.", most=f"{MAX_STEPS:,}", length=length
        )
    if words is not None and words < 1:
        raise TextError("--num-words must be at least 1, not {count}.", count=words)


def _foreign_notes(review: Review, *, is_named: bool) -> Iterator[Note]:
    """That a model with words of its own reads a film review, which was not asked for or of which it
    knows less than half."""
    if review.dictionary.is_imdb:
        return
    if not is_named:
        yield Note(
            "No text is named: {review} is read, with the words of {dictionary}.",
            review=review.title,
            dictionary=review.dictionary.tokenizer.title or "the model",
        )
    unknown, words = int(review.unknown.sum()), review.counts.words
    if 2 * unknown > words:
        yield Note(
            "{unknown} of {words} words of {review} are not in the model's dictionary.",
            unknown=unknown,
            words=words,
            review=review.title,
        )


def cut_notes(review: Review) -> list[Note]:
    """That not all words of a review are read, and which are."""
    counts = review.counts
    if not counts.cut:
        return []
    values = {
        "read": f"{counts.words:,}",
        "count": f"{counts.words + counts.cut:,}",
        "length": f"{len(review):,}",
    }
    if review.encoding.truncating == "pre":
        return [
            Note("Of {count} words only the last {read} are read, in {length} steps.", **values)
        ]
    return [Note("Of {count} words only the first {read} are read, in {length} steps.", **values)]


def dictionary_of(name: str | None, network: Network, notes: list[GatescopeError]) -> Dictionary:
    """The dictionary that is named, or found inside or beside the model; else IMDB's.

    Raises:
        TextError: a file that is named is no dictionary, or the one inside cannot be used.
    """
    dictionary = _found(name, network, notes)
    wrong = misfit(dictionary, network.vocabulary_size)
    if wrong is not None:
        notes.append(wrong)
    return dictionary


def _found(name: str | None, network: Network, notes: list[GatescopeError]) -> Dictionary:
    path, size = network.path, network.vocabulary_size
    if name == "imdb":
        return imdb()
    if name is not None:
        tokenizer = open_tokenizer(Path(name))
        notes += tokenizer.notes
        return guess(tokenizer, size).dictionary
    if path is None or entry_of(path.absolute()) is not None or is_own_checkpoint(path):
        return imdb()  # which they were trained with
    found = find_dictionary(path, size, inside=len(network.indexing))
    if found.problem is not None:
        raise TextError(
            "{reason} Name the dictionary to read with: --words FILE, or --words imdb.",
            reason=found.problem,
        )
    notes.extend(found.notes)
    if found.place == "assumed":
        notes.append(
            Note(
                "There is no dictionary in {name} or beside it: texts are read with IMDB's words. "
                "If it was trained with others, name them with --words.",
                name=path.name,
            )
        )
    elif found.place == "beside":
        notes.append(
            Note(
                "Texts are read with the words of {dictionary}, which lies beside {name}.",
                dictionary=found.dictionary.tokenizer.title,
                name=path.name,
            )
        )
    return found.dictionary


def _no_ids(path: Path, word: str) -> TextError:
    if not word:
        return TextError(
            "{path} does not hold whole numbers parted by white space: it is no text.",
            path=str(path),
        )
    return TextError(
        "{path} does not hold whole numbers parted by white space: “{word}” is none. The numbers of "
        "a table are read with --values.",
        path=str(path),
        word=word if len(word) <= 40 else f"{word[:40]}…",
    )


def _ids(path: Path, name: str | None, network: Network) -> Review:
    try:
        words = path.read_text(encoding="utf-8").split()
    except UnicodeDecodeError as error:
        raise _no_ids(path, "") from error
    except OSError as error:
        raise TextError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
        ) from error
    ids = []
    for word in words:
        try:
            ids.append(int(word))
        except ValueError as error:
            raise _no_ids(path, word) from error
    try:
        dictionary = _found(name, network, [])
    except GatescopeError:  # the ids are read all the same; what they are called is not known
        if name is not None:
            raise
        dictionary = Dictionary(Tokenizer({}, "list"))
    review = from_ids(ids, dictionary, replace(dictionary.encoding(), length=None))
    # Read as they stand: ids of 0 in front are padding, and say so in the mask.
    return replace(review, padding=review.inputs == 0)


def _numbers(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Sequence:
    """A window of a file's numbers, or of a series that is made."""
    from engine.replay.out_of_scale import scale_notes

    windows = windows_of(arguments, network, notes)
    number = arguments.window
    place = 0 if number is None else number - 1
    since = None if arguments.carry is None else arguments.carry - 1
    if since is not None and not 0 <= since <= place:
        raise TextError(
            "The states can be carried from window 1 to {number} on, not from {since}: --window "
            "names the one that is read.",
            number=place + 1,
            since=arguments.carry,
        )
    window = windows.window(place, since)
    carried = windows.carry_note(place, since)
    notes += [] if carried is None else [carried]
    if arguments.values is not None and number is None:
        note = windows.note(place, network.name)
        notes += [] if note is None else [note]
    notes += scale_notes(network, window.sequence)
    return window.sequence


def windows_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Windows:
    """All windows of a file's numbers, or of a series that is made.

    Raises:
        TextError: they cannot be read.
    """
    if network.features is None:
        raise WantsWords(
            "{network} reads the ids of words, not numbers. Give it a text or ids.",
            network=network.name,
        )
    length = arguments.length or network.length
    if arguments.values is not None:
        table = finish(read_table(arguments.values, head=_head(arguments)))
        table = _ordered(table, arguments.order, notes).arranged(network.input.shape)
    else:
        table = _made(arguments, network, length or LENGTH)
        length = table.block or length or LENGTH
    is_chosen = arguments.columns is not None
    if is_chosen:
        columns = table.places([name.strip() for name in arguments.columns.split(",")])
    else:
        columns = table.suggested(features_of(network))
    wrong = column_misfit(network, table, columns)
    if wrong is not None:
        if isinstance(wrong, WantsWords):
            raise wrong
        raise TextError(
            "{reason} Name columns with --columns, one more than once if need be.", reason=wrong
        )
    if arguments.values is not None:
        notes += column_notes(table, columns, is_chosen)
    cut = Cut(columns, length, scale=arguments.scale, missing=arguments.missing)
    try:
        windows = Windows(table, cut)
        notes += windows.table.notes
        return windows
    except TextError as error:
        if arguments.missing == "refuse" and table.holes(columns):
            raise TextError(
                "{reason} To do so: --missing fill, or --missing drop. In place of a value can "
                "also be read: --missing zero, linear or mean.",
                reason=error,
            ) from error
        raise


def _head(arguments: argparse.Namespace) -> Head:
    """Where the names of the columns stand, and what is skipped.

    Raises:
        TextError: a row below 0 is named.
    """
    row, skip = arguments.header_row, arguments.skip
    if (row is not None and row < 0) or skip < 0:
        raise TextError("--header-row and --skip must be at least 0.")
    return Head(row, skip)


def _ordered(table: Table, order: str, notes: list[GatescopeError]) -> Table:
    """The rows in the order of `--order`; what is odd about their times is noted.

    Raises:
        TextError: they are to be read oldest first, and nothing says which is.
    """
    timed = TimedTable.of(table)
    if order == "oldest" and timed.strange:
        raise TextError(
            "{name} cannot be read oldest first: {count} of its rows have no time that is "
            "understood, the first is row {row}. Take such rows out of the file.",
            name=table.title,
            count=f"{len(timed.strange):,}",
            row=int(table.rows[timed.strange[0]]),
        )
    if order == "oldest" and timed.run == "unknown":
        raise TextError(
            "{name} has no column of times that is understood, so --order oldest has no meaning.",
            name=table.title,
        )
    notes += timed.notes(order)
    return timed.ordered(order)


def _made(arguments: argparse.Namespace, network: Network, length: int) -> Table:
    seed = arguments.seed
    if arguments.series == "sine":
        return sine(max(LONG, length), seed=seed)
    if arguments.series == "sines":
        return two_sines(max(LONG, length), seed=seed)
    if arguments.series == "adding":
        return adding(length, seed=seed)
    if arguments.series == "weather":
        return finish(read_weather())
    uniform = arguments.series == "uniform"
    return random_numbers(length, network.features or 1, uniform=uniform, seed=seed)
