"""`SourceReference`: which reviews, as plain data, so that another process finds the same."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from engine.errors import TextError
from engine.progress import Progress, ShouldStop
from engine.text.corpus import Corpus

SourceKind = Literal["imdb", "keras", "table", "folder"]


@dataclass(frozen=True)
class SourceReference:
    """Where reviews come from.

    Attributes:
        kind: the offline IMDB reviews; a half of Keras's ``imdb.npz``; a table; a folder of
            texts.
        path: of the table or the folder, absolute; "" for the others.
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
            from engine.text.sources import imdb_keras

            return (
                yield from imdb_keras.prepare(
                    split="test" if self.split == "test" else "train", should_stop=should_stop
                )
            )
        if self.kind == "table":
            from engine.text.sources.table import open_table

            return (
                yield from open_table(
                    Path(self.path), self.text, self.label, should_stop, self.header
                )
            )
        if self.kind == "folder":
            from engine.text.sources.folder import open_folder

            return (yield from open_folder(Path(self.path), should_stop))
        from engine.text.sources.imdb_package import ImdbReviews

        return (yield from ImdbReviews().prepare(should_stop))

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
        fields: dict[str, Any] = {"kind": kind}
        for name, types in (
            ("path", (str,)),
            ("split", (str,)),
            ("text", (str, int)),
            ("label", (str, int)),
            ("header", (bool,)),
        ):
            value = data.get(name)
            if isinstance(value, types) and not (types == (str, int) and isinstance(value, bool)):
                fields[name] = value
        return cls(**fields)
