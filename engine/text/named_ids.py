"""Ids of a text in a list of names: what a decoder reads has a dictionary of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.errors import TextError

STARTS = ("<start>", "[start]", "<s>", "<sos>", "<bos>", "<go>", "[cls]", "startseq", "\t")
"""What a start mark is called; the tab is that of Keras's own example."""

UNKNOWNS = ("<unk>", "[unk]", "<oov>", "unk")


def start_of(names: Sequence[str]) -> int | None:
    """The id of the start mark among names, None where there is none; "start" alone is one where it
    comes before all words."""
    plain = next((id for id, name in enumerate(names[:4]) if name.lower() in ("start", "go")), None)
    return _first(names, STARTS) if plain is None else plain


def ids_by_names(text: str, names: Sequence[str]) -> npt.NDArray[np.int32]:
    """The ids ``(T,)`` of a text, behind the start mark where there is one and the text does not
    begin with it.

    Names of one letter are read letter by letter, others word by word; a word that is none, written
    small neither, is unknown.

    Raises:
        TextError: a word is none of the names, and none stands for those.
    """
    known = {name: id for id, name in reversed(list(enumerate(names))) if name}
    start, unknown = start_of(names), _first(names, UNKNOWNS)
    marks = {start, unknown, 0}
    by_letter = all(len(name) == 1 for id, name in enumerate(names) if id not in marks and name)
    tokens = list(text) if by_letter else text.split()
    mark = None if start is None else names[start]
    if mark is not None and by_letter and text.startswith(mark):
        tokens = list(text[len(mark) :])
    elif mark is not None and tokens[:1] == [mark]:
        del tokens[0]
    ids = [] if start is None else [start]
    for token in tokens:
        if (id := known.get(token, known.get(token.lower(), unknown))) is None:
            raise TextError(
                "“{word}” is none of the {count} words of the decoder's own dictionary.",
                word=token[:40],
                count=f"{len(names):,}",
            )
        ids.append(id)
    return np.array(ids, np.int32)


def _first(names: Sequence[str], among: Sequence[str]) -> int | None:
    return next((id for id, name in enumerate(names) if name.lower() in among), None)
