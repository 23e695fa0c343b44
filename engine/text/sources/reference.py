"""`SourceReference`: which reviews, as plain data, so that another process finds the same."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from engine.errors import TextError
from engine.progress import Progress, ShouldStop
from engine.text.cache import Source
from engine.text.corpus import Corpus
from engine.text.sources import imdb_keras
from engine.text.sources.folder import FolderSource
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.sources.keras_npz import Split
from engine.text.sources.table import TableSource

SourceKind = Literal["imdb", "keras", "table", "folder"]


@dataclass(frozen=True)
class SourceReference:
    """Where reviews come from.

    Attributes:
        kind: the offline IMDB reviews; a half of Keras's ``imdb.npz``; a table; a folder of
            texts.
        path: of the table or the folder, absolute; of Keras's, where it is not in the cache;
            "" for the others.
        split: "train" or "test" for Keras's; "" for the others.
        text, label: the columns of a table, by name or by place; None guesses them, and ""
            means that there are no labels.
        header: whether a table's first row names its columns.
    """

    kind: SourceKind = "imdb"
    path: str = ""
    split: str = ""
    text: str | int | None = None
    label: str | int | None = None
    header: bool = True

    def prepare(self, should_stop: ShouldStop | None = None) -> Generator[Progress, None, Corpus]:
        """The corpus, from the cache or made anew; yields progress.

        Raises:
            Cancelled: ``should_stop`` became true.
            TextError: the reviews are not there, or cannot be read.
        """
        if self.kind == "keras":
            half: Split = "test" if self.split == "test" else "train"
            path = Path(self.path) if self.path else None
            return (yield from imdb_keras.prepare(path, half, should_stop))
        source: Source
        if self.kind == "table":
            source = TableSource(Path(self.path), self.text, self.label, self.header)
        elif self.kind == "folder":
            source = FolderSource(Path(self.path))
        else:
            source = ImdbReviews()
        return (yield from source.prepare(should_stop))

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SourceReference:
        """What `as_dict` wrote; fields that are missing have their defaults.

        Raises:
            TextError: it names no source that is known.
        """
        kind = data.get("kind", "imdb")
        if kind not in get_args(SourceKind):
            raise TextError("There is no source of reviews called {kind}.", kind=str(kind)[:40])
        types = {
            **dict.fromkeys(("path", "split"), (str,)),
            **dict.fromkeys(("text", "label"), (str, int)),
            "header": (bool,),
        }
        fields = {name: data[name] for name, fit in types.items() if type(data.get(name)) in fit}
        return cls(kind, **fields)
