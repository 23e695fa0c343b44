"""Mutations of valid files: each opens or is refused, and none does anything else."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.opening import ROOT, open_safely
from tests.engine.network import files

COUNT = 60

SECONDS = 3
"""After that a mutation counts as one that hangs the HDF5 library; the others take 10 ms."""

PROGRAM = """
import json, signal, sys
from pathlib import Path
from engine.errors import ModelError
from engine.network.opening import open_network
open_network(sys.argv[2])  # whatever is imported late
for path in json.loads(sys.stdin.read()):
    signal.alarm(int(sys.argv[1]))
    print(json.dumps([path, "begun"]), flush=True)
    try:
        open_network(path)
        outcome = "opened"
    except ModelError as error:
        outcome = "refused" if str(error) and "\\n" not in str(error) else repr(error)
    except MemoryError:
        outcome = "begun"
    except BaseException as error:
        outcome = "broke: " + repr(error)[:300]
    print(json.dumps([path, outcome]), flush=True)
"""


def outcomes_of(paths: list[Path], whole: Path) -> dict[str, str]:
    """What `open_network` does with each; "begun" where it was still at it when it was ended.

    All in one process, for speed; one that hangs or crashes is followed by another.
    """
    found: dict[str, str] = {}
    while left := [str(path) for path in paths if str(path) not in found]:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(SECONDS), str(whole)],
            cwd=ROOT,
            input=json.dumps(left),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        before = len(found)
        found.update(json.loads(line) for line in done.stdout.splitlines())
        assert len(found) > before, done.stderr
    return found


def mutated(data: bytes, random: np.random.Generator, text: slice) -> bytes:
    """A few bytes changed, anywhere or in the configuration, or the tail cut off."""
    kind = int(random.integers(5))
    if kind == 0:
        return data[: int(random.integers(1, len(data)))]
    changed = np.frombuffer(data, np.uint8).copy()
    count = int(random.integers(1, 257))
    if kind == 1:  # one run of zeros
        start = int(random.integers(0, len(data) - count))
        changed[start : start + count] = 0
    elif kind == 2 and text.stop > text.start:  # letters in the configuration
        places = random.integers(text.start, text.stop, max(1, count // 32))
        changed[places] = random.integers(32, 127, len(places))
    else:  # a single bit, or bytes anywhere
        places = random.integers(0, len(data), 1 if kind == 3 else count)
        changed[places] ^= random.integers(1, 256, len(places), np.uint8)
    return changed.tobytes()


@pytest.mark.skipif(not hasattr(signal, "alarm"), reason="this system has no alarms")
@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_mutations_open_or_are_refused(tmp_path: Path, suffix: str) -> None:
    """Two of 2,400 such mutations hang the HDF5 library: those `open_safely` has to end."""
    write = files.write_keras if suffix == ".keras" else files.write_h5
    whole = write(tmp_path / f"whole{suffix}")
    data = whole.read_bytes()
    start = data.find(b'{"module"')
    text = slice(start, data.find(b"}]}}", start)) if start >= 0 else slice(0, 0)
    random = np.random.default_rng(20261124)
    paths = [tmp_path / f"{number:03}{suffix}" for number in range(COUNT)]
    for path in paths:
        path.write_bytes(mutated(data, random, text))
    outcomes = outcomes_of(paths, whole)
    assert set(outcomes.values()) >= {"opened", "refused"}, "the mutations are of one kind only"
    assert set(outcomes.values()) <= {"opened", "refused", "begun"}, outcomes
    ended = [path for path, outcome in outcomes.items() if outcome == "begun"]
    assert len(ended) <= 3
    for path in ended:
        with pytest.raises(ModelError, match=r"could not be read|needs more memory"):
            open_safely(path, timeout=1)
