"""`Review`: a text turned into the ids that a network reads, remembering how.

`Encoding` holds the choices of ``keras.datasets.imdb.load_data`` and
``keras.utils.pad_sequences``, under their names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.text.sequence import Sequence

Side = Literal["pre", "post"]


@dataclass(frozen=True)
class Encoding:
    """How words become a sequence of ids; the names mean what they mean in Keras.

    ``num_words=None`` keeps every word; each network then limits the ids to its
    own vocabulary (`Review.within`).  ``length=None`` neither pads nor cuts.
    """

    num_words: int | None = None
    skip_top: int = 0
    start_char: int | None = 1
    oov_char: int | None = 2
    index_from: int = 3
    length: int | None = 100
    padding: Side = "pre"
    truncating: Side = "pre"


@dataclass(frozen=True)
class Review(Sequence):
    """A `Sequence` made from a text: its words are its steps.

    Attributes:
        text: the raw text, as it was found or typed; "" where only ids are known.
        tokens: every word of the whole text, with "<start>" in front where the
            encoding has a start mark; length ``N``.
        token_ids: the ids of those, before padding and cutting, ``(N,) int32``.
        kept: the part ``[first, last)`` of the tokens that was not cut.
        unknown: ``(T,) bool``, true where a word is outside the vocabulary, so the
            network reads ``oov_char`` in its place; ``steps`` still has the word.
        encoding: how it was made.
        number: its place in its corpus, or None.
    """

    text: str = ""
    tokens: tuple[str, ...] = ()
    token_ids: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    kept: tuple[int, int] = (0, 0)
    unknown: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    encoding: Encoding = Encoding()
    number: int | None = None
