"""The prepared reviews on disk: made once, memory-mapped afterwards.

A folder ``<cache>/reviews/<key>`` holds, for the ``N`` reviews of one source in the order
in which the source yields them (``<`` is little-endian):

==================  =====================================================
``texts.bin``       their UTF-8 texts, one after the other
``text_offsets``    ``(N + 1,) <i8``, where each begins and the last ends
``ranks.bin``       the ranks of their words, ``<i4``, 0 where unknown
``rank_offsets``    ``(N + 1,) <i8``
``labels.bin``      ``(N,) i1``
``order.bin``       ``(N,) <i8``, which of them each number is
``words.txt``       the words by rank, where they were counted from them
``manifest.json``   version, the source's stamp, size and CRC-32 of each file
==================  =====================================================

Plain numbers rather than ``.npy``, because they are written while the source is read.
A folder is written under another name and renamed when it is whole.  One that is
damaged, or made from another state of its source, is made again.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
import weakref
import zlib
from abc import ABC, abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, TextError
from engine.paged import let_go
from engine.plain_json import parse_json
from engine.progress import Progress, ShouldStop, check
from engine.text.corpus import Corpus, Numbers
from engine.text.dictionary import Dictionary, imdb, read_ranked, write_ranked
from engine.text.encoding import Ids
from engine.text.tokenizers.rules import IMDB_RULES

VERSION = 1
"""Raised whenever the files, or what is in them, change."""

FORMAT = "gatescope reviews"
MAX_PREPARED = 8
"""How many of the user's own files and folders stay prepared."""

_BLOCK = 1 << 20
_STEP = 256
"""Reviews between two reports of progress."""


def cache_dir() -> Path:
    """The folder of the caches; the environment's ``GATESCOPE_CACHE`` comes first."""
    if named := os.environ.get("GATESCOPE_CACHE"):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("gatescope"))


class Source(ABC):
    """Where texts come from: what `prepare` makes a corpus of.

    ``kind`` is the first part of the cache folder's name, ``title`` how a person would name it.
    """

    kind: str
    title: str
    notes: tuple[Note, ...] = ()
    """What had to be assumed as it was opened."""

    @abstractmethod
    def items(self) -> Iterator[tuple[str, int]]:
        """Each text with its label (1, 0, or -1), streaming.

        Raises:
            TextError: it cannot be read.
        """

    @abstractmethod
    def stamp(self) -> Mapping[str, str | int]:
        """What changes when the source does."""

    def key(self) -> str:
        """The name of its cache folder."""
        return self.kind

    def dictionary(self) -> Dictionary | None:
        """What its texts are read with; None counts the words from the texts."""
        return imdb()

    def total(self) -> int:
        """How many texts there are, 0 where that is not known beforehand."""
        return 0

    def order(self, labels: npt.NDArray[np.int8]) -> Numbers:
        """Which text each number is, ``(N,) int64``."""
        return np.arange(len(labels))

    def cached(self) -> PreparedCorpus | None:
        """The prepared corpus, if the cache has it whole and up to date, else None.

        All of it is read once, to compare checksums.
        """
        folder = _root() / self.key()
        if not (folder / "manifest.json").exists():
            return None
        try:
            if not (problem := _problem(folder, self)):
                return PreparedCorpus(folder, self)
        except (OSError, ValueError) as error:
            problem = str(error)
        _log("The prepared reviews in %s are made again: %s", folder, problem)
        return None

    def prepare(
        self, should_stop: ShouldStop | None = None
    ) -> Generator[Progress, None, PreparedCorpus]:
        """The corpus, from the cache or made anew; yields progress.

        Where the cache cannot be written, the corpus lives in a temporary folder and goes
        with the app.

        Raises:
            Cancelled: ``should_stop`` became true; nothing is left behind.
            TextError: the source cannot be read or has no review, or the disk is full.
        """
        check(should_stop)
        yield Progress(0, self.total(), "Looking for prepared reviews")
        if (ready := self.cached()) is not None:
            return ready
        root = _root()
        lasting = True
        try:
            root.mkdir(parents=True, exist_ok=True)
            work = Path(tempfile.mkdtemp(prefix=".work-", dir=root))
        except OSError as error:
            _warn(
                "The reviews are prepared for this time only, for %s cannot be written: %s. Name "
                "another folder in the environment variable GATESCOPE_CACHE.",
                root,
                error.strerror or error,
            )
            lasting = False
            work = _temporary()
        try:
            yield from _write(self, work, should_stop)
            folder = _publish(work, root / self.key(), self) if lasting else work
        except OSError as error:
            shutil.rmtree(work, ignore_errors=True)
            raise TextError(
                "The reviews cannot be prepared in {folder}: {reason}. Make room on the disk, or "
                "name another folder in the environment variable GATESCOPE_CACHE.",
                folder=work.parent,
                reason=error.strerror or error,
            ) from error
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        corpus = PreparedCorpus(folder, self)
        if folder == work:
            weakref.finalize(corpus, shutil.rmtree, work, True)
        return corpus

    def empty(self) -> TextError:
        """The error where there is no text."""
        return TextError("There is no review with at least one word in {title}.", title=self.title)


class PreparedCorpus(Corpus):
    """The corpus in a complete cache folder, and the source that it was made from."""

    def __init__(self, folder: Path, source: Source) -> None:
        self.title, self.notes = source.title, source.notes
        self._folder = folder
        self._dictionary = source.dictionary()
        self._order = np.fromfile(folder / "order.bin", "<i8")
        self._text_offsets = np.fromfile(folder / "text_offsets.bin", "<i8")
        self._rank_offsets = np.fromfile(folder / "rank_offsets.bin", "<i8")
        self._texts = np.memmap(folder / "texts.bin", np.uint8, "r")
        self._ranks = np.memmap(folder / "ranks.bin", "<i4", "r")
        self.labels = np.fromfile(folder / "labels.bin", "i1")[self._order]
        self.lengths = (np.diff(self._rank_offsets)[self._order] + 1).astype(np.int32)

    @cached_property
    def dictionary(self) -> Dictionary:
        """The words of its ids, by rank."""
        return self._dictionary or read_ranked(self._folder / "words.txt", self.title)

    def text(self, n: int) -> str:
        """The raw text of a review."""
        row = self._order[n]
        text = self._texts[self._text_offsets[row] : self._text_offsets[row + 1]]
        return text.tobytes().decode("utf-8", "surrogatepass")

    def ranks(self, n: int) -> Ids:
        """The ranks of a review's words, ``(L,) int32``, read-only."""
        row = self._order[n]
        return np.asarray(self._ranks[self._rank_offsets[row] : self._rank_offsets[row + 1]])

    @property
    def _on_disk(self) -> tuple[npt.NDArray[Any], ...]:
        return self._texts, self._ranks

    @property
    def _all_texts(self) -> tuple[npt.NDArray[np.uint8], Numbers, Numbers]:
        return self._texts, self._text_offsets, np.argsort(self._order)


def _root() -> Path:
    return cache_dir() / "reviews"


def _write(
    source: Source, folder: Path, should_stop: ShouldStop | None
) -> Generator[Progress, None, None]:
    """Read the source into the files of a folder."""
    dictionary = source.dictionary()
    # Without a dictionary a word's number is the order of its first appearance.
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    labels, text_offsets, rank_offsets = array("b"), array("q", [0]), array("q", [0])
    total, skipped = source.total(), 0
    with (folder / "texts.bin").open("wb") as texts, (folder / "ranks.bin").open("wb") as ranks:
        for done, (text, label) in enumerate(source.items()):
            if done % _STEP == 0:
                check(should_stop)
                yield Progress(done, total, "Preparing the reviews")
            words = IMDB_RULES.words(text)
            if dictionary is None:
                of_text = np.fromiter(map(numbers.__getitem__, words), "<i4", len(words))
            else:
                of_text = dictionary.numbers(words)[0].astype("<i4")
            if not len(of_text):
                skipped += 1
                continue
            texts.write(text.encode("utf-8", "surrogatepass"))
            ranks.write(of_text.tobytes())
            labels.append(label)
            text_offsets.append(texts.tell())
            rank_offsets.append(rank_offsets[-1] + len(of_text))
    if not labels:
        raise source.empty()
    if skipped:
        _warn("%s: %s texts without a word are left out", source.title, skipped)
    check(should_stop)
    yield Progress(len(labels), total, "Ranking the words")
    if dictionary is None:
        write_ranked(_rank(folder, list(numbers)), folder / "words.txt")
    of_rows = np.array(labels, "i1")
    of_rows.tofile(folder / "labels.bin")
    np.array(text_offsets, "<i8").tofile(folder / "text_offsets.bin")
    np.array(rank_offsets, "<i8").tofile(folder / "rank_offsets.bin")
    source.order(of_rows).astype("<i8").tofile(folder / "order.bin")
    check(should_stop)
    _write_manifest(folder, source)


def _rank(folder: Path, words: list[str]) -> list[str]:
    """Put ranks in the place of the words' numbers, from 0, in ``ranks.bin``; returns the words
    by rank.

    The first ranks are the asset's, in its order.  The words after them are ranked by
    count; words of equal count in the order of their letters.
    """
    flat = np.memmap(folder / "ranks.bin", "<i4", "r+")
    counts = np.zeros(len(words), np.int64)
    for at in range(0, len(flat), _BLOCK):
        counts += np.bincount(flat[at : at + _BLOCK], minlength=len(words))
        let_go(flat)
    first = imdb().tokenizer.numbers
    after = len(first) + 1
    places = np.fromiter((first.get(word, after) for word in words), np.int64, len(words))
    by_letters = np.empty(len(words), np.int64)
    by_letters[sorted(range(len(words)), key=words.__getitem__)] = np.arange(len(words))
    order = np.lexsort((by_letters, -counts, places))
    # All words of the asset keep their places, also those that no text has, so that a rank
    # means the same word whatever the texts are.
    by_rank = [*first, *(words[at] for at in order if places[at] == after)]
    ranks = {word: rank for rank, word in enumerate(by_rank, 1)}
    of_number = np.fromiter(map(ranks.__getitem__, words), "<i4", len(words))
    for at in range(0, len(flat), _BLOCK):
        flat[at : at + _BLOCK] = of_number[flat[at : at + _BLOCK]]
        let_go(flat)
    flat.flush()
    return by_rank


def _write_manifest(folder: Path, source: Source) -> None:
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "stamp": dict(source.stamp()),
        "files": {
            path.name: {"size": path.stat().st_size, "crc32": _crc32(path)}
            for path in sorted(folder.iterdir())
        },
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _problem(folder: Path, source: Source) -> str:
    """Why a cache folder cannot be used, "" if it can.

    Raises:
        OSError, ValueError: it cannot be read, or its manifest is none.
    """
    manifest: Any = parse_json((folder / "manifest.json").read_bytes())
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        return "manifest.json is not a manifest"
    if manifest.get("version") != VERSION:
        return f"they are of version {manifest.get('version')}"
    if manifest.get("stamp") != dict(source.stamp()):
        return "their source has changed"
    files = manifest.get("files")
    needed = {"texts", "text_offsets", "ranks", "rank_offsets", "labels", "order"}
    if not isinstance(files, dict) or not {f"{name}.bin" for name in needed} <= files.keys():
        return "manifest.json lacks files"
    for name, expected in files.items():
        path = folder / name
        if not isinstance(expected, dict) or expected.get("size") != path.stat().st_size:
            return f"{name} is damaged"
        if expected.get("crc32") != _crc32(path):
            return f"{name} is damaged"
    return ""


def _crc32(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            crc = zlib.crc32(block, crc)
    return crc


def _publish(work: Path, folder: Path, source: Source) -> Path:
    """Give finished work its name; returns where it is then."""
    doomed = work.with_name(work.name.replace(".work-", ".old-"))
    try:
        if folder.exists():
            folder.rename(doomed)
        work.rename(folder)
    except OSError:
        # Another window was faster, or holds the old files open (on Windows).
        if (other := source.cached()) is None:
            return work
        del other
        shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(doomed, ignore_errors=True)
    _prune(folder)
    return folder


def _prune(newest: Path) -> None:
    """Remove what was prepared longest ago, and what a crash has left for a day."""

    def age(path: Path) -> float:
        try:
            return time.time() - path.stat().st_mtime
        except OSError:
            return 0.0

    folders = sorted(newest.parent.iterdir(), key=age)
    own = [path for path in folders if path.name.startswith(("table-", "folder-"))]
    left = [path for path in folders if path.name.startswith((".work-", ".old-"))]
    for path in own[MAX_PREPARED:] + [path for path in left if age(path) > 86_400]:
        if path != newest:
            shutil.rmtree(path, ignore_errors=True)


def _temporary() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix="gatescope-"))
    except OSError as error:
        raise TextError(
            "The reviews cannot be prepared: neither {folder} nor a temporary folder can be "
            "written. Name a folder of yours in the environment variable GATESCOPE_CACHE.",
            folder=_root(),
        ) from error


def _warn(message: str, *values: object) -> None:
    import logging

    logging.getLogger(__name__).warning(message, *values)


def _log(message: str, *values: object) -> None:
    import logging

    logging.getLogger(__name__).info(message, *values)
