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

from tests.forked_keras import RUN_MODULE, ForkedKeras
from tests.forked_reading import ForkingProcess

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Run:
    """What a training process left.

    Attributes:
        code: its exit code.
        events: the lines of its stdout.
        errors: its stderr.
        peak: the most memory it had, in bytes; 0 where nobody counts it, as in a forked one.
    """

    code: int
    events: list[dict[str, Any]]
    errors: str
    peak: int

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == kind]


Runner = Callable[..., Run]


MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""
"""Starts a process and writes down its peak of memory.  A small one has to do that: on
Linux a child's peak is at least what its parent had when it started it."""


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "engine", "train", *map(str, arguments)]


@pytest.fixture(scope="session")
def environment(prepared_reviews: Path) -> dict[str, str]:
    """With the reviews already prepared."""
    return os.environ | {"GATESCOPE_CACHE": str(prepared_reviews)}


@pytest.fixture(scope="session")
def train(
    environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    forking_keras: ForkingProcess | None,
) -> Runner:
    """Calls ``python -m engine train`` with these arguments; ``anew`` if TensorFlow is to start
    anew, and the peak of memory to be measured."""

    def run(*arguments: object, anew: bool = False) -> Run:
        if forking_keras is not None and not anew:
            code = RUN_MODULE.format("engine")
            forked = ForkedKeras(
                *(forking_keras, code, "train", *arguments), cwd=ROOT, env=environment
            )
            said, errors = forked.communicate()
            events = [json.loads(line) for line in said.splitlines()]
            return Run(forked.wait(60), events, errors, 0)
        peak = tmp_path_factory.mktemp("peak") / "ru_maxrss"
        measured = [] if sys.platform == "win32" else [sys.executable, "-c", MEASURED, str(peak)]
        done = subprocess.run(
            [*measured, *command(*arguments)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(
            done.returncode,
            [json.loads(line) for line in done.stdout.splitlines()],
            done.stderr,
            int(peak.read_text()) * unit if measured else 0,
        )

    return run
