"""Reading a dictionary from whatever file it is in: by content, not by name."""

from __future__ import annotations

import contextlib
import re
import stat
from dataclasses import replace
from pathlib import Path

from engine.errors import TextError
from engine.pointers import is_pointer
from engine.text.sheets import is_workbook, sheet_in
from engine.text.tokenizers.keras_tokenizer import from_config
from engine.text.tokenizers.models import from_model
from engine.text.tokenizers.pickles import Inert, read_pickle
from engine.text.tokenizers.tables import (
    columns_of,
    from_json,
    from_plain,
    from_text,
    words_of_library,
)
from engine.text.tokenizers.tokenizer import Tokenizer
from engine.written_in import encoding_in

MAX_BYTES = 64 * 2**20
"""No dictionary is larger, unless it is inside a model."""

_HEAD = 65_536
_MIN_WORDS = 20
"""A list of fewer words, dropped on the window, may as well be a poem."""

_PICKLE = re.compile(
    rb"\x80[\x02-\x05]"  # protocol 2 and later say so
    rb"|c[A-Za-z_][\w.]*\n\w+\n"  # protocols 0 and 1 begin with a name,
    rb"|\((?:[dl]p\d+\n|i[A-Za-z_][\w.]*\n)"  # a dict or list of protocol 0,
    rb"|[}\]]q\x00"  # or one of protocol 1
)
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x04\x22\x4d\x18", b"x\x01", b"x\x9c", b"x\xda")
_JSON_HEAD = re.compile(
    r"""\s*(?:
        "?\{\s*\\?"class_name\\?"\s*:\s*\\?"Tokenizer\\?"
      | \{\s*"(?:[^"\\]|\\.)*"\s*:\s*"?\d+(?:\.0)?"?\s*[,}]
      | \{\s*"\d+"\s*:\s*"(?:[^"\\]|\\.)*"\s*[,}]
      | \{\s*"(?:word2idx|word2id|word_to_idx|word_to_id|word2index|stoi|w2i|idx2word|id2word
            |idx_to_word|id_to_word|index2word|itos|i2w)"\s*:\s*[\[{]
      | "?\{\s*\\?"(?:num_words|word_index|word_counts)\\?"\s*:
      | \[\s*"(?:[^"\\]|\\.)*"\s*[,\]]
      | \[\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*\d+\s*\]
    )""",
    re.VERBOSE,
)
_HUGGING_FACE = re.compile(r'\s*\{\s*"version"\s*:\s*"[\d.]+"\s*,\s*"truncation"\s*:')
_SPACY = re.compile(r'\{[^\n]*\}\r?\n\{"orth"\s*:')
_JSON = re.compile(r"""\s*(?:\{|"\{|\[\s*["\[\]])""")
"""How JSON begins that may hold a dictionary; a list of words may begin with ``[PAD]``."""


def read_tokenizer(path: Path | str) -> Tokenizer:
    """The dictionary in a file; nothing in it is executed, imported or evaluated.

    Raises:
        TextError: it is missing, unreadable, damaged, too large, or no dictionary.
    """
    path = Path(path)
    head = _head(path)
    if is_workbook(path):
        sheet = sheet_in(path)
        tokenizer = from_text(sheet.text.lstrip("\n"), path.name)
        return replace(tokenizer, path=path, sheet=sheet.name)
    if head.startswith(b"PK\x03\x04"):
        return from_model(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > MAX_BYTES:
        raise TextError(
            "{name} has more than {most} bytes, too many for a dictionary.",
            name=path.name,
            most=f"{MAX_BYTES:,}",
        )
    if _PICKLE.match(data):
        content = read_pickle(data, path.name)
        tokenizer = (
            from_config(content.state, path.name)
            if isinstance(content, Inert)
            else from_plain(content, path.name)
        )
    else:
        text, encoding = _decoded(data, path.name)
        tokenizer = from_json(text, path.name) if _JSON.match(text) else from_text(text, path.name)
        if not encoding.startswith("utf-8"):
            tokenizer = replace(tokenizer, read_as=encoding)
    return replace(tokenizer, path=path)


def _head(path: Path) -> bytes:
    """The first bytes of a file that may be a dictionary; TextError for all others."""
    try:
        if path.is_dir():
            raise TextError(
                "{name} is a folder. Choose the file with the dictionary in it.", name=path.name
            )
        # A pipe or a device would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise TextError("{name} is not a file. Choose another dictionary.", name=path.name)
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        raise TextError("{name} is empty. Copy or save it again.", name=path.name)
    if is_pointer(head):
        raise TextError(
            "{name} is only a Git LFS pointer to a dictionary. Fetch the file itself with git "
            "lfs pull.",
            name=path.name,
        )
    if head.startswith(_COMPRESSED):
        raise TextError(
            "{name} is compressed, as joblib.dump writes with compress. Unpack it, or save the "
            "tokenizer with to_json().",
            name=path.name,
        )
    if head.startswith(b"\x89HDF\r\n"):
        raise TextError(
            "{name} is a model in HDF5, and there is no dictionary in it. Choose the file of the "
            "tokenizer.",
            name=path.name,
        )
    return head


def _unreadable(path: Path, error: OSError) -> TextError:
    if isinstance(error, FileNotFoundError):
        return TextError("There is no file {path}.", path=str(path))
    return TextError(
        "{path} cannot be read: {reason}. Check that you may open it.",
        path=path.name,
        reason=error.strerror or str(error),
    )


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file, and its encoding: UTF-8, or what was guessed."""
    if (encoding := encoding_in(data)) is not None:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" not in text:
                return text, encoding
    raise TextError(
        "{name} is not a dictionary: it is neither text nor a pickle nor a .keras file.", name=name
    )


def is_tokenizer(path: Path | str) -> bool:
    """Whether a file that was dropped on the window is a dictionary; cheap, never raises.

    Only its beginning is looked at.  A table of reviews is none, nor is a text, nor a
    model, even one with a dictionary inside.
    """
    path = Path(path)
    try:
        if _head(path).startswith(b"PK\x03\x04"):
            return False
        with path.open("rb") as file:
            data = file.read(_HEAD)
            complete = len(data) < _HEAD
        if _PICKLE.match(data):
            return _pickle_has_words(data)
        text = _decoded_head(data, path.name, complete)
        if _JSON.match(text) is None:
            return _has_words(text, complete)
        if _HUGGING_FACE.match(text) or _SPACY.match(text):
            return True  # or refused by what is in it
        if _JSON_HEAD.match(text) is None:
            return False
        if complete:
            from_json(text, path.name)
    except (OSError, TextError):
        return False
    return True


def _decoded_head(data: bytes, name: str, complete: bool) -> str:
    """A beginning may end within a character: up to its last line it does not."""
    return _decoded(data if complete else data[: data.rfind(b"\n") + 1] or data[:-4], name)[0]


def _pickle_has_words(data: bytes) -> bool:
    """A tokenizer, or a dict or list; not an object of another class."""
    return b"Tokenizer" in data or not re.match(
        rb"(?:\x80[\x02-\x05](?:\x95.{8})?)?(?:c|\x8c|U|X)", data, re.DOTALL
    )


def _has_words(text: str, complete: bool) -> bool:
    lines = text.split("\n")
    lines = [line.rstrip("\r") for line in (lines if complete else lines[:-1])]
    while lines and not lines[-1]:
        lines.pop()
    if (library := words_of_library(lines)) is not None:
        return len(set(library)) == len(library) >= 3 and _are_words(library)
    if (rows := columns_of(lines)) is not None:
        words, numbers = [word for word, _ in rows], {number for _, number in rows}
        single = sum(len(word.split()) <= 1 for word in words)
        # Measurements with a date have numbers too, but theirs do not count the lines.
        counts = not complete or max(numbers) - min(numbers) < 2 * len(rows)
        return (
            len(numbers) == len(rows) >= 3
            and single >= 0.99 * len(words)
            and _are_words(words)
            and counts
        )
    return (
        len(lines) >= _MIN_WORDS
        and len(set(lines)) == len(lines)
        and all(len(line.split()) == 1 for line in lines[1:])
        and _are_words(lines)
    )


def _are_words(texts: list[str]) -> bool:
    """Whether most have a letter in them, as numbers and dates have not."""
    return sum(any(map(str.isalpha, text)) for text in texts) >= 0.5 * len(texts)
