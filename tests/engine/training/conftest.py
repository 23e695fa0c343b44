"""Runs of the training process, as a script or the window starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Run:
    """What a training process left.

    Attributes:
        code: its exit code.
        events: the lines of its stdout.
        errors: its stderr.
        peak: the most memory it had, in bytes; 0 where nobody counts it.
    """

    code: int
    events: list[dict[str, Any]]
    errors: str
    peak: int

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == kind]


Runner = Callable[..., Run]


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "engine", "train", *map(str, arguments)]


@pytest.fixture(scope="session")
def environment(prepared_reviews: Path) -> dict[str, str]:
    """With the reviews already prepared."""
    return os.environ | {"GATESCOPE_CACHE": str(prepared_reviews)}


@pytest.fixture(scope="session")
def train(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Calls ``python -m engine train`` with these arguments."""

    def run(*arguments: object) -> Run:
        errors = tmp_path_factory.mktemp("errors") / "stderr"
        with errors.open("wb") as file:
            child = subprocess.Popen(
                command(*arguments),
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=file,
            )
            assert child.stdout is not None
            lines = child.stdout.read().decode().splitlines()
            child.stdout.close()
            peak = _wait(child)
        return Run(
            child.returncode,
            [json.loads(line) for line in lines],
            errors.read_text(encoding="utf-8"),
            peak,
        )

    return run


def _wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for the end of this child, and of no other, and tell its peak of memory."""
    if not hasattr(os, "wait4"):
        child.wait()
        return 0
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024
