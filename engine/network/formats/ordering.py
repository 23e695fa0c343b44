"""The order in which the uses of layers in a file can be carried out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from engine.errors import ModelError

Key = TypeVar("Key")


def in_order(
    sources: Mapping[Key, Collection[Key]], stuck: Callable[[Key], ModelError]
) -> Iterator[Key]:
    """The keys, each after its sources; otherwise as they come.

    Raises:
        ModelError: what ``stuck`` makes of a key that waits for itself, or for none of the keys.
    """
    waiting = {key: len(needed) for key, needed in sources.items()}
    feeds: dict[Key, list[Key]] = {}
    for key, needed in sources.items():
        for source in needed:
            feeds.setdefault(source, []).append(key)
    queue = deque(key for key, count in waiting.items() if not count)
    while queue:
        key = queue.popleft()
        yield key
        for other in feeds.get(key, ()):
            waiting[other] -= 1
            if not waiting[other]:
                queue.append(other)
    for key, count in waiting.items():
        if count:
            raise stuck(key)
