"""Opening a dictionary: foreign files are read in a process of their own (`engine.safely`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.safely.limits import SECONDS
from engine.safely.process import read_safely
from engine.text.tokenizers.handover import received
from engine.text.tokenizers.tokenizer import Tokenizer


def open_tokenizer(
    path: Path | str,
    timeout: float = SECONDS,
    should_stop: Callable[[], bool] | None = None,
) -> Tokenizer:
    """Read a dictionary in a process with limits of time, memory and output.

    Args:
        path: the file.
        timeout: seconds on the clock.
        should_stop: asked many times a second; true ends the reading.

    Raises:
        TextError: as `engine.text.tokenizers.reading.read_tokenizer`.
        ModelError: a limit was hit, or the process failed.
        Cancelled: ``should_stop`` became true.
    """
    path = Path(path)
    answer = read_safely("engine.text.tokenizers.reader", path, timeout, should_stop)
    return received(bytes(answer.data), path)
