"""Keras's cache of data sets: where ``imdb.npz`` and the word index lie, and fetching the former."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

from engine.errors import TextError
from engine.plain_json import parse_json
from engine.progress import Progress, ShouldStop, check

URL = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/imdb.npz"
SHA256 = "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f"
"""Both as in ``keras/src/datasets/imdb.py``, Keras 3.15.1."""

_BLOCK = 1 << 16


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


def read_index(path: Path) -> dict[str, int]:
    """Rank by word from a file of ``get_word_index``.

    Raises:
        TextError: it cannot be read, or is no such file.
    """
    try:
        index = parse_json(path.read_bytes())
    except OSError as error:
        raise TextError(
            "The word index {path} cannot be read: {reason}. "
            "keras.datasets.imdb.get_word_index() downloads it; --index names another file.",
            path=path,
            reason=error.strerror or error,
        ) from error
    except ValueError as error:
        raise TextError("{path} is not a word index: it is not JSON.", path=path) from error
    if not isinstance(index, dict) or not all(isinstance(rank, int) for rank in index.values()):
        raise TextError("{path} is not a word index: it does not map words to ranks.", path=path)
    return index


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
            "try again, choose an imdb.npz that you have, or use the offline reviews.",
            reason=getattr(error, "reason", None) or error,
        ) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
    return target
