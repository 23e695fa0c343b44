"""A process that makes mutations and lets forked copies of itself read them."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.network.packing import network_in
from engine.network.summary import summary
from engine.network.together import with_data
from engine.numbers import locked
from engine.numbers.delimited import read_pasted
from engine.replay.replay import replay
from engine.safely.limits import MAX_HEADER, most_output
from engine.safely.packet import BadPacket, header_in
from engine.sequence import Sequence
from engine.text import sheets
from engine.text.tokenizers.reader import received
from tests.fuzz import structure
from tests.fuzz.child import Ended, forked, reading
from tests.fuzz.outcome import Outcome
from tests.fuzz.seeds import BESIDE, MODEL, SHEET, TABLE, WORDS, Seed, seeds

SECONDS = 3.0
"""After that a reading has hung: the others take milliseconds."""

REPLAY_SECONDS = 20.0
MAX_STEPS = 20


def _sheet(header: dict[str, Any], data: bytes, path: Path) -> None:
    """A sheet is read on in the window's process, as what is pasted is."""
    sheet = sheets.received(header, data, path)
    read_pasted(sheet.text, path.name)


def _beside(header: dict[str, Any], data: bytes, path: Path) -> None:
    """Which files are read with an ONNX file is decided in the window's process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        graph = Path(shutil.copy(path, folder))
        (folder / "model.data").write_bytes(bytes(1000))
        (folder / "link").symlink_to("/etc/passwd")
        (folder / "linked").symlink_to("/etc")
        (folder / "round").symlink_to("round")
        os.mkfifo(folder / "pipe")
        found = with_data(graph, header["files"]).values()
        if any(not one.is_relative_to(folder) or not one.is_file() for one in found):
            raise BadPacket("a file outside of the folder")


TAKERS: dict[str, Callable[[dict[str, Any], bytes, Path], object]] = {
    WORDS: lambda header, data, path: received(data, path),
    TABLE: locked.received,
    SHEET: _sheet,
    BESIDE: _beside,
}
"""What takes over what a reader of no models handed over."""


def mutation(all_seeds: list[Seed], seed: int, number: int) -> tuple[Seed, bytes]:
    """The mutation of that number; the same for the same seed."""
    random = np.random.default_rng([seed, number])
    formats = sorted({each.format for each in all_seeds})
    wanted = formats[number % len(formats)]
    own = [each for each in all_seeds if each.format == wanted]
    one = own[int(random.integers(len(own)))]
    other = all_seeds[int(random.integers(len(all_seeds)))]
    return one, structure.mutated(one, random, other.data)


def outcomes(seed: int, numbers: range, folder: Path) -> Iterator[Outcome]:
    """What becomes of some mutations, one after the other.

    Args:
        seed: of all.
        numbers: of these.
        folder: an empty one; it is empty again afterwards, but for files that made trouble.
    """
    warnings.simplefilter("ignore")
    all_seeds = seeds()
    for each in all_seeds:  # everything is imported before the first fork
        path = folder / f"seed{each.suffix}"
        path.write_bytes(each.data)
        before = forked(reading(each.reader, path, 10), 10, 2**30)
        taken(before, each, path)
        reading_module(each.reader, path)
        path.unlink()
    for number in numbers:
        one, data = mutation(all_seeds, seed, number)
        path = folder / f"{number}{one.suffix}"
        path.write_bytes(data)
        ended = forked(
            reading(one.reader, path, SECONDS), SECONDS, MAX_HEADER + most_output(len(data))
        )
        what, trouble = taken(ended, one, path)
        left = [each.name for each in folder.iterdir() if each.name != path.name]
        if path.read_bytes() != data:
            trouble = trouble or "the file was changed"
        if [name for name in left if not name.startswith("trouble-")]:
            trouble = trouble or f"files were left: {left}"
        if trouble:
            path.rename(folder / f"trouble-{path.name}")
        else:
            path.unlink()
        yield Outcome(number, one.format, what, trouble, ended.peak, ended.seconds)


def reading_module(reader: str, path: Path) -> None:
    """Import, in this process, all that reading that file imports."""
    import importlib

    importlib.import_module(reader).prepare(path)


def taken(ended: Ended, seed: Seed, path: Path) -> tuple[str, str]:
    """What came of a reading, and what must not have come of it."""
    if ended.killed:
        return f"limit of {ended.killed}", ""
    if ended.output.startswith(b"!"):
        lines = ended.output.decode("utf-8", "replace")
        return "broke", lines
    if os.WIFSIGNALED(ended.status):
        number = os.WTERMSIG(ended.status)
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return "limit of time", ""
        return f"contained crash ({signal.Signals(number).name})", ""
    if ended.status:
        return "broke", f"ended with {ended.status}"
    (size,) = struct.unpack_from("<Q", ended.output)
    try:
        header = header_in(ended.output[8 : 8 + size])
        data = ended.output[8 + size :]
        if header["bytes"] != len(data):
            return "broke", "other bytes than announced"
        if seed.reader != MODEL:
            TAKERS[seed.reader](header, data, path)
            return "opened", ""
        network = network_in(header, data, path)
    except GatescopeError as error:
        return _refused(error)
    except BadPacket as error:
        return "broke", f"what was handed over is no network: {error}"
    return "opened", _trouble_of(network)


def _refused(error: GatescopeError) -> tuple[str, str]:
    text = str(error)
    trouble = ""
    if not text.strip() or "\n" in text or len(text) > 1500:
        trouble = f"the message is no sentence: {text[:300]!r}"
    if "asked for more than to be read" in error.template:
        trouble = text
    what = "limit of memory" if "more memory" in error.template else f"refused: {error.template}"
    return what, trouble


def _trouble_of(network: Network) -> str:
    """Whether an opened network can be shown: its table, and a short replay."""

    def show() -> list[bytes]:
        from engine.safely.limits import limit

        limit(0, REPLAY_SECONDS)
        with np.errstate(all="ignore"):
            str(summary(network))
            try:
                replay(network, _short(network))
            except GatescopeError as error:
                str(error).encode()
        return [b"."]

    ended = forked(show, REPLAY_SECONDS, 10_000)
    if ended.output == b".":
        return ""
    lines = ended.output.decode("utf-8", "replace") or f"{ended.killed} {ended.status}"
    return f"an opened network cannot be shown: {lines}"


def _short(network: Network) -> Sequence:
    steps = min(network.length or 5, MAX_STEPS)
    random = np.random.default_rng(1)
    inputs: Any
    if network.vocabulary_size is not None and network.reads_words:
        inputs = random.integers(0, max(1, min(network.vocabulary_size, 2**31)), steps)
        inputs = inputs.astype(np.int32)
    else:
        inputs = random.standard_normal((steps, min(network.features or 1, 1000)))
        inputs = inputs.astype(np.float32)
    return Sequence(inputs, ("",) * steps, np.zeros(steps, bool))
