"""Mutations of valid files: each opens or is refused, and none does anything else.

A small part of ``make fuzz``, always the same; and that what it looks for is found.
"""

from __future__ import annotations

import os
import time
import warnings
from pathlib import Path

import pytest

from engine.safely.process import read_safely
from tests.engine.network import hostile
from tests.fuzz.child import forked, reading
from tests.fuzz.run import GROWTH, fuzz, table
from tests.fuzz.seeds import MODEL, Seed, seeds
from tests.fuzz.worker import mutation, taken

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

SEED, COUNT = 20261125, 600
READER = "tests.engine.network.hostile"


@pytest.mark.slow
def test_mutations_open_or_are_refused(tmp_path: Path) -> None:
    result = fuzz(SEED, range(COUNT), 2, tmp_path)
    assert result.total == COUNT
    assert not result.troubles, result.troubles
    assert result.growth < GROWTH
    assert not list(tmp_path.iterdir())
    for name in {each.format for each in seeds()}:
        found = {what.split(":")[0] for form, what in result.counts if form == name}
        assert {"opened", "refused"} <= found, f"the mutations of {name} are of one kind only"
    printed = table(result)
    assert f"{COUNT} mutations, seed {SEED}" in printed
    assert "damaged or cut off" in printed


def test_every_seed_is_a_valid_file(tmp_path: Path) -> None:
    for seed in seeds():
        path = tmp_path / f"seed{seed.suffix}"
        path.write_bytes(seed.data)
        assert read_safely(seed.reader, path).header, f"{seed.format}, {seed.name}"


def test_a_mutation_can_be_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """At any time: what is zipped has no date of its own."""
    all_seeds = seeds()
    monkeypatch.setattr(time, "time", lambda: 2e9)
    again = seeds()
    for number in range(50):
        assert mutation(all_seeds, 5, number) == mutation(again, 5, number)
    several = {mutation(all_seeds, seed, 0)[1] for seed in range(50)}
    assert len(several) > 40


def _taken(reader: str, path: Path, seconds: float) -> tuple[str, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python 3.12 warns of forks beside threads
        ended = forked(reading(reader, path, seconds), seconds, 2**20)
        return taken(ended, Seed("", "", ".h5", b"", MODEL), path)


@pytest.mark.parametrize(
    ("action", "what", "trouble"),
    [
        ("good", "opened", ""),
        ("fail odd", "refused: {name} is {what}.", ""),
        ("blank", "refused: ", "the message is no sentence"),
        ("break", "broke", "ZeroDivisionError"),
        ("python import", "refused: ", "asked for more than to be read (import this)"),
        ("spin", "limit of time", ""),
        ("flood 5", "limit of output", ""),
        ("crash", "contained crash (SIGSEGV)", ""),
        ("fill 100", "limit of memory", ""),
        ('header {"bytes": 0}', "broke", "no network"),
        ('header {"bytes": 7}', "broke", "other bytes"),
    ],
)
def test_what_it_looks_for_is_found(tmp_path: Path, action: str, what: str, trouble: str) -> None:
    path = tmp_path / "model.h5"
    path.write_text(action)
    if action == "crash":
        hostile.prepare(path)
    found = _taken(READER, path, seconds=1 if action == "spin" else 20)
    assert found[0].startswith(what)
    assert trouble in found[1]
    assert bool(trouble) == bool(found[1])
