"""The reviews of ``keras.datasets.imdb``: its ``imdb.npz``, cached or downloaded.

No Keras is imported, and nothing in the file is trusted: it is a pickle inside an npz,
read by an unpickler that can make lists of whole numbers and nothing else.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Generator, Iterator
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.progress import Progress, ShouldStop, check
from engine.text.corpus import Corpus, check_number, chunk_rows
from engine.text.review import DEFAULT, Encoding, Ids, Review, apply_encoding, from_ranks
from engine.text.tokens import Tokens
from engine.text.vocabulary import Vocabulary

URL = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/imdb.npz"
SHA256 = "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f"
"""Both as in ``keras/src/datasets/imdb.py``, Keras 3.15.1."""

SEED = 113
Split = Literal["train", "test"]
SPLITS: tuple[Split, Split] = ("train", "test")

_BLOCK = 1 << 16
_LARGEST = 1 << 30
"""No member of the file is larger than this; Keras's own are below 50 MB."""


def datasets_dir() -> Path:
    """The folder in which Keras keeps its data sets; ``KERAS_HOME`` comes first."""
    home = os.environ.get("KERAS_HOME")
    return (Path(home) if home else Path.home() / ".keras") / "datasets"


def cached_path() -> Path | None:
    """The cached ``imdb.npz``, None if there is none."""
    path = datasets_dir() / "imdb.npz"
    return path if path.is_file() else None


def cached_word_index() -> Path:
    """Where Keras keeps the word index, there or not."""
    return datasets_dir() / "imdb_word_index.json"


# -- downloading -----------------------------------------------------------------


def download(
    should_stop: ShouldStop | None = None, url: str = URL, sha256: str = SHA256
) -> Generator[Progress, None, Path]:
    """Fetch ``imdb.npz`` to where Keras keeps it; yields bytes done, returns the path.

    Raises:
        Cancelled: ``should_stop`` became true; nothing is left behind.
        TextError: no network, no room, or another file than Keras's.
    """
    import hashlib
    import tempfile
    from http.client import HTTPException
    from urllib.request import urlopen

    check(should_stop)
    target = datasets_dir() / "imdb.npz"
    partial: Path | None = None
    digest = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield Progress(0, 0, "Connecting")
        with urlopen(url, timeout=20) as answer:
            total = int(answer.headers.get("Content-Length") or 0)
            with tempfile.NamedTemporaryFile(
                dir=target.parent, prefix=".imdb-", delete=False
            ) as file:
                partial = Path(file.name)
                while block := answer.read(_BLOCK):
                    file.write(block)
                    digest.update(block)
                    check(should_stop)
                    yield Progress(file.tell(), total, "Downloading the IMDB reviews of Keras")
        if digest.hexdigest() != sha256:
            raise TextError(
                "What came from {url} is not the data of Keras: its checksum differs. "
                "Try again, or use the offline reviews.",
                url=url,
            )
        partial.replace(target)
    except (OSError, HTTPException, ValueError) as error:
        raise TextError(
            "The IMDB reviews of Keras cannot be downloaded: {reason}. Check the connection and "
            "try again, or use the offline reviews.",
            reason=getattr(error, "reason", None) or error,
        ) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
    return target


# -- reading ---------------------------------------------------------------------


class _Marker:
    """Stands for a numpy class in the pickle; never called."""


class _Dtype:
    """Stands for ``numpy.dtype``: takes what the pickle says, and ignores it."""

    def __init__(self, *_: object) -> None:
        pass

    def __setstate__(self, state: object) -> None:
        pass


class _Items:
    """Stands for an array of objects: keeps the list of them."""

    def __init__(self, *_: object) -> None:
        self.items: list[Any] = []

    def __setstate__(self, state: Any) -> None:
        if not isinstance(state, tuple) or len(state) != 5 or not isinstance(state[4], list):
            raise pickle.UnpicklingError("not an array of objects")
        self.items = state[4]


def _latin1(text: object, encoding: object) -> bytes:
    """``_codecs.encode`` as protocol 2 uses it for bytes, and for nothing else."""
    if not isinstance(text, str) or encoding != "latin1":
        raise pickle.UnpicklingError("not bytes")
    return text.encode("latin1")


_ADMITTED: dict[tuple[str, str], Any] = {
    ("numpy", "ndarray"): _Marker,
    ("numpy", "dtype"): _Dtype,
    ("numpy.core.multiarray", "_reconstruct"): _Items,
    ("numpy._core.multiarray", "_reconstruct"): _Items,
    ("_codecs", "encode"): _latin1,
}


class _ListUnpickler(pickle.Unpickler):
    """Makes lists and whole numbers; whatever else a pickle names is refused."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not admitted") from None

    def persistent_load(self, pid: Any) -> Any:
        raise pickle.UnpicklingError("outside references are not admitted")


Ragged = tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]
"""Flat numbers, and the ``(N + 1,)`` offsets of the sequences in them."""

Halves = dict[Split, tuple[Ragged, npt.NDArray[np.int8]]]
"""The sequences and the labels, ``(N,)``, of both halves."""


def _read_ragged(file: Any) -> Ragged:
    """The lists of whole numbers in an ``.npy`` of dtype object.

    Args:
        file: a `zipfile.ZipExtFile`; it can ``peek``.
    """
    version = np.lib.format.read_magic(file)
    read_header = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
    if read_header is None:
        raise ValueError("unknown version of the array")
    shape, _, dtype = read_header(file)
    if len(shape) != 1:
        raise ValueError("not a list of sequences")
    if not dtype.hasobject:
        raise ValueError("not an array of lists")
    # Without readinto: a damaged bytearray would be let go while a view of it is open.
    reader: Any = SimpleNamespace(read=file.read, readline=file.readline, peek=file.peek)
    array = _ListUnpickler(reader).load()
    items = array.items if isinstance(array, _Items) else None
    if items is None or len(items) != shape[0]:
        raise ValueError("not an array of lists")
    if not all(type(item) is list for item in items):
        raise ValueError("not an array of lists")
    offsets = np.zeros(len(items) + 1, np.int64)
    np.cumsum([len(item) for item in items], out=offsets[1:])
    flat = np.empty(offsets[-1], np.int32)
    for at, item in enumerate(items):
        if not all(type(number) is int for number in item):
            raise ValueError("not lists of whole numbers")
        flat[offsets[at] : offsets[at + 1]] = item
    return flat, offsets


def read_npz(
    path: Path,
) -> Generator[Progress, None, Halves]:
    """The sequences and labels of both halves, in the order of the file.

    Raises:
        TextError: the file cannot be read, or is not what Keras publishes.
    """
    import zipfile

    halves: Halves = {}
    try:
        with zipfile.ZipFile(path) as archive:
            if any(member.file_size > _LARGEST for member in archive.infolist()):
                raise ValueError("it is too large")
            for done, split in enumerate(SPLITS):
                yield Progress(done, 2, "Reading the IMDB reviews of Keras")
                with archive.open(f"x_{split}.npy") as file:
                    ragged = _read_ragged(file)
                with archive.open(f"y_{split}.npy") as file:
                    labels = np.lib.format.read_array(file, allow_pickle=False)
                count = len(ragged[1]) - 1
                if labels.shape != (count,) or not count or not np.isin(labels, (0, 1)).all():
                    raise ValueError("its labels do not fit its reviews")
                if (ragged[0] < 1).any() or not np.diff(ragged[1]).any():
                    raise ValueError("its numbers are no ranks")
                halves[split] = ragged, labels.astype(np.int8)
    except Exception as error:
        # A foreign file fails in any way: numpy's header reader alone raises ValueError,
        # SyntaxError and TokenError, the unpickler whatever its opcodes lead to.
        raise TextError(
            "{path} is not the imdb.npz of Keras, or is damaged ({reason}). Remove it and "
            "download it again, or use the offline reviews.",
            path=path,
            reason=str(error) or type(error).__name__,
        ) from error
    return halves


class KerasReviews(Corpus):
    """One half of ``imdb.npz`` in the order of ``load_data``; texts are made of the words.

    Args:
        ragged: flat ranks and offsets, in the order of the file.
        labels: ``(N,) int8``, in the order of the file.
        vocabulary: names the ranks.
        order: which of them each number is, ``(N,) int64``: see `shuffled`.
        maxlen: reviews with that many ids or more are left out, as in Keras.

    Raises:
        TextError: ``maxlen`` leaves no review.
    """

    def __init__(
        self,
        ragged: Ragged,
        labels: npt.NDArray[np.int8],
        vocabulary: Vocabulary,
        order: npt.NDArray[np.int64],
        maxlen: int | None = None,
    ) -> None:
        self.title = "keras.datasets.imdb"
        self._flat, self._offsets = ragged
        self._vocabulary = vocabulary
        lengths = (np.diff(self._offsets) + 1).astype(np.int32)
        if maxlen:
            order = order[lengths[order] < maxlen]
            if not len(order):
                raise TextError(
                    "No review is shorter than {maxlen}. Choose a larger maxlen.", maxlen=maxlen
                )
        self._order = order
        self.labels = labels[order]
        self.lengths = lengths[order]

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of its ids."""
        return self._vocabulary

    def ranks(self, n: int) -> Ids:
        """The ranks of a review's words, ``(L,) int32``."""
        row = self._order[n]
        return self._flat[self._offsets[row] : self._offsets[row + 1]]

    def text(self, n: int) -> str:
        """The words of a review, parted by spaces; the text itself is not in the file."""
        return self._joined(self.ranks(n)).decode("utf-8", "replace")

    def review(self, n: int, encoding: Encoding = DEFAULT) -> Review:
        """A review as a network reads it.

        Raises:
            TextError: there is no such review, or the encoding drops every word.
        """
        check_number(n, len(self))
        joined = self._joined(self.ranks(n))
        title = f"{self.title} #{n}"
        return from_ranks(
            self.ranks(n),
            Tokens.split(joined),
            encoding,
            joined.decode("utf-8", "replace"),
            self.label(n),
            title,
            n,
        )

    @cached_property
    def _names(self) -> list[bytes]:
        """By rank, also of those beyond the vocabulary."""
        words = self._vocabulary.undecoded
        last = int(self._flat.max(initial=0))
        # Not a word that could be in a text: "#" parts words.
        return [b"#0", *words, *(b"#%d" % rank for rank in range(len(words) + 1, last + 1))]

    def _joined(self, ranks: Ids) -> bytes:
        return b" ".join(map(self._names.__getitem__, ranks.tolist()))

    def _chunks(self) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], bytes]]:
        for first, last in chunk_rows(self._blob[1]):
            offsets = self._blob[1][first : last + 1]
            yield (
                np.arange(first, last),
                offsets - offsets[0],
                self._blob[0][offsets[0] : offsets[-1]],
            )

    @cached_property
    def _blob(self) -> tuple[bytes, npt.NDArray[np.int64]]:
        texts = [self._joined(self.ranks(n)) for n in range(len(self))]
        offsets = np.zeros(len(texts) + 1, np.int64)
        np.cumsum([len(text) for text in texts], out=offsets[1:])
        return b"".join(texts), offsets


def prepare(
    path: Path | None = None,
    split: Split = "train",
    maxlen: int | None = None,
    seed: int = SEED,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, KerasReviews]:
    """One half of ``imdb.npz`` as a corpus; yields progress.

    Args:
        path: the file; None takes the cached one.

    Raises:
        Cancelled: ``should_stop`` became true.
        TextError: there is no file, it is damaged, or ``maxlen`` leaves no review.
    """
    check(should_stop)
    found = path or cached_path()
    if found is None:
        raise TextError(
            "There is no imdb.npz in {folder}. Download it, or use the offline reviews.",
            folder=datasets_dir(),
        )
    reading = read_npz(found)
    while True:
        try:
            yield next(reading)
        except StopIteration as end:
            halves = end.value
            break
        check(should_stop)
    ragged, labels = halves[split]
    return KerasReviews(ragged, labels, _vocabulary(), shuffled(halves, seed)[split], maxlen)


def shuffled(halves: Halves, seed: int = SEED) -> dict[Split, npt.NDArray[np.int64]]:
    """The order of each half in ``load_data``: one generator shuffles both, train first."""
    random = np.random.RandomState(seed)
    orders: dict[Split, npt.NDArray[np.int64]] = {}
    for split in SPLITS:
        orders[split] = np.arange(len(halves[split][1]))
        random.shuffle(orders[split])
    return orders


def load_data(
    path: Path,
    num_words: int | None = None,
    skip_top: int = 0,
    maxlen: int | None = None,
    seed: int = SEED,
    start_char: int | None = 1,
    oov_char: int | None = 2,
    index_from: int = 3,
) -> tuple[tuple[list[Ids], npt.NDArray[np.int8]], tuple[list[Ids], npt.NDArray[np.int8]]]:
    """What ``keras.datasets.imdb.load_data`` returns, with arrays for its lists.

    Also where that surprises: without ``num_words`` the single rarest id becomes
    ``oov_char``, and ``maxlen`` counts the start mark only if there is one.

    Raises:
        TextError: as `read_npz`, or ``maxlen`` leaves a half without reviews.
    """
    from dataclasses import replace

    from engine.progress import finish

    halves = finish(read_npz(path))
    # A review of n words has n + 1 ids with a start mark; KerasReviews counts those.
    longest = maxlen if not maxlen or start_char is not None else maxlen + 1
    orders = shuffled(halves, seed)
    corpora = [
        KerasReviews(*halves[split], Vocabulary([]), orders[split], longest) for split in SPLITS
    ]
    encoding = Encoding(num_words, skip_top, start_char, oov_char, index_from)
    if not num_words:
        everything = replace(encoding, skip_top=0, oov_char=-1)
        largest = max(
            int(encode_ranks(corpus.ranks(n), everything).max(initial=0))
            for corpus in corpora
            for n in range(len(corpus))
        )
        encoding = replace(encoding, num_words=largest)
    train, test = (
        ([encode_ranks(corpus.ranks(n), encoding) for n in range(len(corpus))], corpus.labels)
        for corpus in corpora
    )
    return train, test


def encode_ranks(ranks: Ids, encoding: Encoding) -> Ids:
    """The ids of ranks that are all known, ``(M,) int32``."""
    return apply_encoding(ranks, encoding)[0]


def _vocabulary() -> Vocabulary:
    """All words if Keras's index is cached too, else the first 10,000."""
    from engine.text.word_ranks import read_index

    path = cached_word_index()
    if path.is_file():
        try:
            index = read_index(path)
        except TextError:
            return Vocabulary.imdb()
        if sorted(index.values()) == list(range(1, len(index) + 1)):
            return Vocabulary(word.encode() for word in sorted(index, key=index.__getitem__))
    return Vocabulary.imdb()
