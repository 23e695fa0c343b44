"""`DataFiles`: the SHA-256 of the files of data that are open, as a network has that of its file."""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.digest import open_regular
from engine.progress import Progress
from gui.kit.work import ShouldStop, Work, start
from gui.services import Services

_BLOCK = 1 << 20


class DataFiles(QObject):
    """Reads the file of reviews, of numbers or of a dictionary once more, beside the window, as soon
    as it has been opened: what is in it by then is what is shown.

    Signals:
        found(): the digest of another file is known, or cannot be.
    """

    found = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._digests: dict[str, str] = {}  # by path; "" of one that cannot be read again
        self._works: dict[str, Work] = {}
        self._read: dict[str, weakref.ref[object]] = {}  # what was made of it, by path
        services.reading.corpus_changed.connect(self._look_at_reviews)
        services.reading.dictionaries.changed.connect(self._look_at_dictionaries)
        services.session.panes_changed.connect(self._look_at_dictionaries)
        services.numbers.changed.connect(self._look_at_numbers)

    @property
    def is_busy(self) -> bool:
        """Whether one is being read."""
        return bool(self._works)

    def digest(self, path: str) -> str:
        """Of a file that is open, in hex; "" where it is not known."""
        return self._digests.get(path, "")

    def _look_at_reviews(self) -> None:
        reading = self._services.reading
        self._note(reading.reference.path, reading.corpus)

    def _look_at_numbers(self) -> None:
        numbers = self._services.numbers
        self._note(numbers.file, numbers.cut.timed)

    def _look_at_dictionaries(self, *_: object) -> None:
        dictionaries = self._services.reading.dictionaries
        for pane in self._services.session.panes:
            choice = dictionaries.of(pane.network)
            self._note(dictionaries.file_of(pane.network), choice.guessed.tokenizer)

    def _note(self, path: str, made: object) -> None:
        """A file has been read, and this was made of it."""
        before = self._read.get(path)
        if not path or made is None or (before is not None and before() is made):
            return
        self._read[path] = weakref.ref(made)
        self._digests.pop(path, None)
        if (work := self._works.pop(path, None)) is not None:
            work.cancel()
        self._works[path] = start(
            self,
            partial(_digest_of, Path(path)),
            done=partial(self._end, path),
            failed=lambda error: self._end(path, ""),
        )

    def _end(self, path: str, digest: str) -> None:
        del self._works[path]
        self._digests[path] = digest
        self.found.emit()


def _digest_of(path: Path, should_stop: ShouldStop) -> Generator[Progress, None, str]:
    """The SHA-256 of a file, in hex; "" of a folder, or what cannot be read."""
    digest = hashlib.sha256()
    try:
        with open_regular(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                yield Progress(0, 0, "Reading the file")
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()
