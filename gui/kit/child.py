"""Python processes beside the window: the trainings and the proofs, where TensorFlow runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

ROOT = Path(__file__).resolve().parents[2]


def python_process(parent: QObject, *arguments: str) -> QProcess:
    """A Python that finds the engine; not started yet."""
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    paths = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in (str(ROOT), paths) if part))
    environment.insert("TF_CPP_MIN_LOG_LEVEL", "3")
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setWorkingDirectory(str(ROOT))
    process.setArguments(list(arguments))
    return process


def last_line(process: QProcess) -> str:
    """The last line of what a process has said on stderr, "" if nothing."""
    text = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:400] if lines else ""
