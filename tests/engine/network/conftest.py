"""What tests of model files share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from engine.safely import process
from tests.engine.network.forked_reading import ForkingProcess


@pytest.fixture(scope="session")
def forking_process() -> Iterator[ForkingProcess | None]:
    """What forks readings, where there is fork."""
    if not hasattr(os, "fork"):
        yield None
        return
    forking = ForkingProcess()
    yield forking
    forking.close()


@pytest.fixture
def forked_readings(
    forking_process: ForkingProcess | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is still read in a process of its own, which starts much sooner."""
    if forking_process is not None:
        monkeypatch.setattr(process, "_started", forking_process.started)
