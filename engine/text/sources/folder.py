"""The user's own reviews in a folder of ``.txt`` files.

A file lies under ``pos`` or ``neg`` (or another name of a label) where its label is known.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from engine.errors import TextError, unreadable
from engine.text.cache import Source
from engine.text.labels import read_label
from engine.text.sources.table import digest


class FolderSource(Source):
    """Reviews in the files of a folder, in the order of their paths.

    Folders in it are read too, links to folders are not.

    Raises:
        TextError: it, or a folder in it, cannot be read, or it has no ``.txt`` file.
    """

    kind = "folder"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.title = path.resolve().name
        self.files = sorted(_files(path, -1))
        if not self.files:
            raise self.empty()

    def items(self) -> Iterator[tuple[str, int]]:
        """The text of each file with its label, -1 where there is none.

        Raises:
            TextError: a file cannot be read, or is not UTF-8.
        """
        for path, label in self.files:
            try:
                yield path.read_text(encoding="utf-8-sig"), label
            except UnicodeDecodeError as error:
                raise TextError(
                    "{path} is not written in UTF-8. Save it as UTF-8 and open the folder again.",
                    path=path,
                ) from error
            except OSError as error:
                raise _unreadable(path, error) from error

    def total(self) -> int:
        """The number of files."""
        return len(self.files)

    def stamp(self) -> dict[str, str | int]:
        """The files' names, sizes and times."""
        stats = [(str(path), path.stat()) for path, _ in self.files]
        return {
            "files": digest(*((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)),
            "count": len(stats),
        }

    def key(self) -> str:
        """One cache folder for each folder."""
        return f"{self.kind}-{digest(self.path.resolve())}"

    def empty(self) -> TextError:
        """The error where there is no text."""
        return TextError(
            "There is no .txt file with a word in {path}. Put each review into a file of its own, "
            "under pos and neg if they have labels.",
            path=self.path,
        )


def _files(folder: Path, label: int) -> Iterator[tuple[Path, int]]:
    """The ``.txt`` files in and under a folder, with their labels."""
    try:
        with os.scandir(folder) as scan:
            entries = [(Path(entry.path), entry.is_dir(follow_symlinks=False)) for entry in scan]
    except OSError as error:
        raise _unreadable(folder, error) from error
    for path, is_folder in entries:
        if is_folder:
            named = read_label(path.name)
            yield from _files(path, label if named is None else named)
        elif path.suffix.lower() == ".txt":
            yield path, label


def _unreadable(path: Path, error: OSError) -> TextError:
    if not isinstance(error, PermissionError):
        return unreadable(path, error)
    return TextError(
        "{path} cannot be read: {reason}. Check its permissions.",
        path=path,
        reason=error.strerror or error,
    )
