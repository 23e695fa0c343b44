"""`RunProcess`: the process that trains one run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from engine.errors import GatescopeError, RunError
from engine.training.run_folder import RunFolder
from gui.kit.child import last_line, python_process
from gui.kit.widgets import once

PATIENCE = 30_000
"""Milliseconds in which a process that was asked to stop comes to the end of a batch."""

LAST_WORDS = 3_000
"""Milliseconds in which it does so where the window closes meanwhile."""


class RunProcess(QObject):
    """Trains the run of a folder in a process of its own, which holds the run's lock.

    It holds the other end of the process's standard input: the process also ends when this
    window dies.  `ended` says why it failed, if it did.
    """

    ended = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.is_stopping = self.is_discarding = False
        self._process = python_process(self, "-m", "engine.training.worker", str(path))
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._limit = once(self, self._process.kill)

    def start(self) -> None:
        """Begin."""
        self._process.start()

    @property
    def pid(self) -> int:
        """The number that the system gave it, 0 if it does not run."""
        return int(self._process.processId())

    def stop(self) -> None:
        """Ask it to end after this batch; it is ended if it does not."""
        self.is_stopping = True
        self._process.write(b"stop\n")
        self._limit.start(PATIENCE)

    def discard(self) -> None:
        """End it at once; the run is not wanted any more."""
        self.is_discarding = True
        self._process.kill()

    def close(self) -> None:
        """End it, and wait until it has ended.  What is on the disk is whole at every moment, so it
        loses no more than by the end of its input, for which a busy machine lets it wait seconds.
        One that was asked to stop may write its best weights before."""
        self._process.finished.disconnect(self._finish)
        self._process.errorOccurred.disconnect(self._fail_to_start)
        if not (self.is_stopping and self._process.waitForFinished(LAST_WORDS)):
            self._process.kill()
            self._process.waitForFinished(3000)
        self.deleteLater()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        error = None
        if self.is_discarding:
            pass
        elif status != QProcess.ExitStatus.NormalExit and self.is_stopping:
            error = RunError(
                "The training did not stop by itself and was ended. Every epoch that had "
                "ended is kept: resume the run to go on."
            )
        elif status != QProcess.ExitStatus.NormalExit:
            error = RunError(
                "The training process was ended from outside. Every epoch that had ended is "
                "kept: resume the run to go on."
            )
        elif code:  # what TensorFlow prints although all went well does not count
            error = self._reason(code)
        self._end(error)

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(RunError("Python could not be started, so nothing is trained."))

    def _end(self, error: RunError | None) -> None:
        self._limit.stop()
        self.ended.emit(error)
        self.deleteLater()

    def _reason(self, code: int) -> RunError:
        """The error that the run's folder tells, or what the process said, or its code."""
        try:
            if (error := RunFolder(self.path).read().status.error) is not None:
                return RunError(error[0], **error[1])
        except (GatescopeError, KeyError, IndexError, ValueError):
            pass
        said = last_line(self._process).removeprefix("gatescope: ")
        return RunError(
            "The training failed: {reason}", reason=said or f"its process ended with code {code}"
        )
