"""How many bytes what is remembered holds, and what gives way where that is too much."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from mmap import mmap
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.replay.trace import Trace
from engine.text.dictionary import Dictionary

Key = TypeVar("Key", bound=Hashable)

_NO_ARRAY = frozenset(
    (type(None), bool, int, float, str, np.bool_, np.int64, np.float32, np.float64)
)
"""Types in which no array can be: a sample has a hundred thousand words, and all is weighed at each
answer."""


def arrays_in(answer: object) -> Iterator[npt.NDArray[Any]]:
    """All arrays, of any shape, that an answer holds in memory: in its fields, lists and mappings,
    and in what was computed from it and is kept with it.  A view holds the whole of what it is cut
    from; what is mapped lies on the disk."""
    if isinstance(answer, np.ndarray):
        while isinstance(answer.base, np.ndarray):
            answer = answer.base
        if not isinstance(answer.base, mmap):
            yield answer
        return
    if isinstance(answer, Trace | Network | Dictionary | GatescopeError):
        return  # they are there anyway
    if isinstance(answer, Mapping):
        answer = answer.values()
    elif not isinstance(answer, list | tuple):
        answer = vars(answer).values() if hasattr(answer, "__dict__") else ()
    for part in answer:
        if type(part) not in _NO_ARRAY:
            yield from arrays_in(part)


def bytes_of(*answers: object) -> int:
    """Those of all arrays in answers; one that several hold counts once."""
    return sum({id(array): array.nbytes for array in arrays_in(answers)}.values())


def make_room(
    known: MutableMapping[Key, Any],
    spare: Sequence[Key],
    most: int,
    elsewhere: Iterable[object] = (),
) -> None:
    """Forget what is ``spare``, the first of it before the last, until the rest of it has at most
    so many bytes beside what is held ``elsewhere``; an array that several hold counts once."""
    held = {id(array) for array in arrays_in(list(elsewhere))}
    for each in reversed(spare):
        own = {id(array): array.nbytes for array in arrays_in(known[each]) if id(array) not in held}
        held.update(own)
        most -= sum(own.values())
        if most < 0:
            del known[each]
