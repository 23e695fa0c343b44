"""`RunFolder`: one training in its folder, as it is written and as it is followed.

A *run* is a folder with

``config.json``
    written once: format, version, title, when it began, the plan (for Gatescope's own
    recipes) and the model's outline.
``status.json``
    replaced a few times a second: the state, how far the epoch has come, the error.
``history.json``
    replaced after every epoch, last of all: an object an epoch, and every checkpoint with
    its SHA-256.  What is not in it did not happen: a run is resumed from its last epoch.
``checkpoints/``
    ``epoch-0000.keras`` (before the first batch), ``epoch-0001.keras``,
    ``epoch-0002-batch-000100.keras``: models that the window opens as any other.
``state-0007.npz``
    weights and the optimizer's variables after epoch 7, to go on from; Gatescope's own
    training only.
``model.keras``, ``record.json``
    the best weights and the training record, when it has ended.

Every file is written under another name and renamed, so that whoever reads, also over a
network, finds each whole.  No TensorFlow, no Qt.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from engine.atomic import unwritable, write_atomically, write_json
from engine.digest import open_regular
from engine.errors import GatescopeError, RunError
from engine.plain_json import parse_json
from engine.training.checkpoints import CHECKPOINTS, Checkpoint, checkpoint_named
from engine.training.outline import outline
from engine.training.plan import Plan
from engine.training.run import Entry, Run
from engine.training.status import Status, integer, number, read_status

FORMAT = "gatescope run"
VERSION = 1

CONFIG = "config.json"
STATUS = "status.json"
HISTORY = "history.json"
MODEL = "model.keras"
RECORD = "record.json"

_STATUS_ROOM = 2048
"""Bytes that a status is filled up to, so that a later one fits in its place."""

MAX_BYTES = 8 << 20
"""A JSON file that is larger was not written by a run."""


RUNS = "GATESCOPE_RUNS"
"""The environment's variable that names the folder of Gatescope's own runs."""


def unwritable_run(path: Path, error: BaseException) -> RunError:
    """The error where the folder of a run, or what is in it, cannot be written."""
    own = path.absolute().is_relative_to(runs_dir())
    return unwritable(path, error, RUNS if own else "")


def runs_dir() -> Path:
    """The folder of Gatescope's own runs; the environment's ``GATESCOPE_RUNS`` comes first."""
    if named := os.environ.get(RUNS):
        return Path(named).absolute()  # other processes have other folders to count from
    import platformdirs

    return Path(platformdirs.user_data_dir("gatescope")) / "runs"


def is_run(path: Path) -> bool:
    """Whether a folder looks like a run's."""
    return path.is_dir() and (path / CONFIG).is_file() and (path / CHECKPOINTS).is_dir()


def recorded_run(path: Path) -> Path | None:
    """The folder of the run that keeps a file, whatever the file is called; None where no run is
    recorded beside it, as in anybody's folder of that name."""
    folder = path.absolute().parent
    return folder.parent if folder.name == CHECKPOINTS and is_run(folder.parent) else None


def is_own_checkpoint(path: Path) -> bool:
    """Whether a file is a checkpoint of a training of Gatescope's own, which reads IMDB's words.

    A run that `RunRecorder` wrote has no plan: its model reads whatever words its author chose.
    """
    run = recorded_run(path)
    return run is not None and RunFolder(run).has_plan()


class RunFolder:
    """Reads and writes the run in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    # -- writing -----------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        title: str,
        *,
        plan: Plan | None = None,
        epochs: int = 0,
        layers: list[tuple[str, str, int]] | None = None,
        settings: Mapping[str, Any] | None = None,
        status: Status | None = None,
    ) -> RunFolder:
        """Make the folder of a new run.

        Raises:
            OSError: it cannot be made, or there is something in it.
        """
        path.mkdir(parents=True, exist_ok=True)
        if (path / CONFIG).exists():
            raise FileExistsError(17, "there is a run in it already", str(path))
        (path / CHECKPOINTS).mkdir(exist_ok=True)
        folder = cls(path)
        folder.write_status(status or Status())
        write_json(
            path / CONFIG,
            {
                "format": FORMAT,
                "version": VERSION,
                "title": title,
                "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
                "plan": None if plan is None else plan.as_dict(),
                "epochs": epochs,
                "layers": layers or [],
                "settings": settings or {},
            },
        )
        return folder

    @classmethod
    def create_in(cls, runs: Path, title: str, plan: Plan, owner: str) -> RunFolder:
        """Make the folder of a run of our own, which waits until its owner, a window, trains it.

        Raises:
            OSError: it cannot be made.
        """
        recipe = plan.recipe
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")[:-3]
        name = re.sub(r"[^a-z0-9]+", "-", title.lower().replace("×", "x")).strip("-")[:40]
        return cls.create(
            runs / f"{stamp}-{name or 'run'}",
            title,
            plan=plan,
            epochs=recipe.epochs,
            layers=[(row.layer, row.shape, row.parameters) for row in outline(recipe).rows],
            settings={
                "optimizer": recipe.optimizer,
                "learning_rate": recipe.learning_rate,
                "batch": recipe.batch,
            },
            status=Status(owner=owner, updated=time.time()),
        )

    def amend(self, **changes: Any) -> None:
        """Write down something else of the run: its ``title``, ``layers``, ``settings``, ``reviews``.

        Raises:
            OSError: it cannot be written.
            RunError: the folder is damaged.
        """
        write_json(self.path / CONFIG, {**self._config(), **changes})

    def reviews(self) -> dict[str, Any]:
        """What the training learned from when it began, as the record has it; empty before.

        Raises:
            RunError: the folder is damaged.
        """
        reviews = self._config().get("reviews")
        return reviews if isinstance(reviews, dict) else {}

    def write_status(self, status: Status) -> None:
        """Say how far it has come.

        Raises:
            OSError: it cannot be written; on a full disk it is written over the old one, in
                the room that this has, if it fits.
        """
        path = self.path / STATUS
        text = json.dumps(asdict(status), ensure_ascii=False)
        content = text.encode("utf-8", "backslashreplace").ljust(_STATUS_ROOM) + b"\n"
        try:
            write_atomically(path, lambda at: at.write_bytes(content))
        except OSError:
            if not path.is_file() or path.stat().st_size < len(content):
                raise
            with path.open("r+b") as file:  # the same length: nothing is cut off first
                file.write(content.rstrip().ljust(path.stat().st_size - 1) + b"\n")

    def write_history(self, entries: list[dict[str, Any]], checkpoints: list[Checkpoint]) -> None:
        """Write down the epochs; the last step of each.

        Raises:
            OSError: it cannot be written.
        """
        write_json(
            self.path / HISTORY,
            {
                "epochs": entries,
                "checkpoints": [[each.name, each.sha256] for each in sorted(checkpoints)],
            },
            durable=True,
        )

    # -- reading -----------------------------------------------------------------

    def has_plan(self) -> bool:
        """Whether it is a training of Gatescope's own; of a damaged folder nobody knows."""
        try:
            return isinstance(self._config().get("plan"), dict)
        except RunError:
            return False

    def stamp(self) -> tuple[tuple[int, int, int], ...]:
        """What changes when a file of it does; cheap to ask for."""
        return tuple(_stamp(self.path / name) for name in (CONFIG, STATUS, HISTORY))

    def read(self) -> Run:
        """The run as it is now.

        Raises:
            RunError: it is no run, is damaged, or was made by a newer Gatescope.
        """
        config = self._config()
        try:
            plan = None if config.get("plan") is None else Plan.from_dict(config["plan"])
        except (GatescopeError, TypeError, AttributeError) as error:
            raise self._damaged(CONFIG, str(error)) from error
        history = self._json(HISTORY, {"epochs": [], "checkpoints": []})
        layers = [
            (str(layer[0]), str(layer[1]), int(layer[2]))
            for layer in _list(config.get("layers"))
            if isinstance(layer, list) and len(layer) == 3 and type(layer[2]) is int
        ]
        return Run(
            path=self.path,
            title=str(config.get("title") or self.path.name)[:200],
            created=str(config.get("created", ""))[:40],
            plan=plan,
            epochs=integer(config.get("epochs")) or 0,
            layers=tuple(layers),
            settings=config["settings"] if isinstance(config.get("settings"), dict) else {},
            status=self._status(),
            history=self._entries(history.get("epochs")),
            checkpoints=_checkpoints(history.get("checkpoints")),
        )

    def _status(self) -> Status:
        """The status; where it is damaged, that of a run that was broken off."""
        try:
            return read_status(self._json(STATUS, {}))
        except RunError as error:
            if isinstance(error.__cause__, OSError):
                raise
            return Status("running")

    def _entries(self, data: object) -> tuple[Entry, ...]:
        entries = []
        for place, entry in enumerate(_list(data), 1):
            if not isinstance(entry, dict) or entry.get("epoch") != place:
                raise self._damaged(HISTORY, f"epoch {place} is missing")
            numbers = {str(key)[:80]: number(value) for key, value in entry.items()}
            known = {key: value for key, value in numbers.items() if value is not None}
            entries.append({**known, "epoch": place})
        return tuple(entries)

    def _config(self) -> dict[str, Any]:
        if not (config := self._json(CONFIG, {})):
            raise RunError(
                "{name} is not the folder of a run: it has no config.json. Choose the folder "
                "that RunRecorder was given, or a folder of Gatescope's runs.",
                name=self.path.name or str(self.path),
            )
        if config.get("format") != FORMAT:
            raise RunError(
                "{name} is not the folder of a run: its config.json is of something else. "
                "Choose the folder that RunRecorder was given.",
                name=self.path.name,
            )
        version = config.get("version")
        if type(version) is not int or version > VERSION:
            raise RunError(
                "The run {name} was made by a newer Gatescope (format {version}; this one reads "
                "up to {known}). Update Gatescope to open it.",
                name=self.path.name,
                version=str(version)[:20],
                known=VERSION,
            )
        return config

    def _json(self, name: str, default: dict[str, Any]) -> dict[str, Any]:
        try:
            content = parse_json(self._text(name), _read_int)
        except (FileNotFoundError, NotADirectoryError):
            return default
        except OSError as error:
            raise RunError(
                "The run {name} cannot be read: {reason}. Is its disk still there?",
                name=self.path.name,
                reason=error.strerror or str(error),
            ) from error
        except ValueError as error:
            raise self._damaged(name, str(error)) from error
        if not isinstance(content, dict):
            raise self._damaged(name, "it holds no object")
        return content

    def _text(self, name: str) -> str:
        """What is in a file; a pipe is not waited for, and a device not read for ever."""
        with open_regular(self.path / name) as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise self._damaged(name, "it is too large")
        return content.decode("utf-8")

    def _damaged(self, name: str, reason: str) -> RunError:
        return RunError(
            "The run {name} is damaged: {file} cannot be understood ({reason}). Its checkpoints "
            "may still open one by one; or delete the run.",
            name=self.path.name,
            file=name,
            reason=reason[:200],
        )


def _checkpoints(data: object) -> tuple[Checkpoint, ...]:
    checkpoints = []
    for each in _list(data):
        if isinstance(each, list) and len(each) == 2 and all(isinstance(x, str) for x in each):
            checkpoint = checkpoint_named(each[0], each[1])
            if checkpoint is not None:
                checkpoints.append(checkpoint)
    return tuple(sorted(checkpoints))


def _read_int(text: str) -> int | float:
    """A whole number; one that no computer counts to is read as a float, perhaps infinite."""
    return int(text) if len(text) < 19 else float(text)


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
