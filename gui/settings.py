"""What is remembered: typed defaults in one place, repaired on reading, plain JSON."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import count
from pathlib import Path
from typing import Any

from engine.atomic import write_json
from engine.checked import (
    a_text,
    between,
    checked,
    entries,
    items,
    nested,
    one_of,
    plain,
    plain_data,
    switch,
    text,
    whole_numbers,
)
from engine.errors import Instead, Note
from engine.library import bundled
from engine.network.together import members_of
from engine.plain_json import not_json, parse_json
from engine.session.state import SessionState
from gui.i18n.languages import LANGUAGES
from gui.paths import config_dir

MIN_SCALE, MAX_SCALE = 100, 200
"""Percent."""

MIN_PICTURE, MAX_PICTURE = 240, 8000
"""Pixels of a side of a picture."""

MIN_PICTURE_SCALE, MAX_PICTURE_SCALE = 50, 600
"""Percent."""

_log = logging.getLogger(__name__)


@dataclass
class WindowSettings:
    """How the window looks and stands.

    Attributes:
        drawer: the open one, by its name in `gui.places`; "" for none.
        geometry: ``QWidget.saveGeometry`` in base64.
        splitters: sizes in pixels by name.
        folders: where files of a kind were last written or chosen.
        scale: how large everything is, in percent; see `gui.look.scale`.
        welcomed: whether the note of the first start has been closed.
        lesson: the one that was open last, by its name; "" for the first.
        own_lessons: files of a teacher's own, in the order of the list.
    """

    theme: str = one_of("system", "light", "dark")
    language: str = one_of("system", *(language.code for language in LANGUAGES))
    drawer: str = text("", 40)
    geometry: str = text("", 10_000)
    splitters: dict[str, list[int]] = entries(whole_numbers, 100)
    folders: dict[str, str] = entries(a_text(), 20)
    scale: int = between(MIN_SCALE, MIN_SCALE, MAX_SCALE)
    welcomed: bool = switch()
    lesson: str = text("", 100)
    own_lessons: list[str] = items(a_text(), 30, mutable=True)


@dataclass
class ModelSettings:
    """What is known of model files.

    Attributes:
        recent: files, newest first.
        dictionaries: choices of the user's by a model's digest, see `Dictionaries`.
        class_names: files by a model's digest.
        written: files of the words that a model's decoder writes, by its digest.
        weights: files by the architecture that they were opened with, where it is not their name
            that joins them.
    """

    recent: list[str] = items(a_text(), 10, mutable=True)
    dictionaries: dict[str, Any] = entries(plain_data, 100)
    class_names: dict[str, str] = entries(a_text(), 200)
    written: dict[str, str] = entries(a_text(), 100)
    weights: dict[str, str] = entries(a_text(), 100)

    def weights_of(self, path: Path) -> Path | None:
        """The weights that an architecture was last opened with, if they are still there, and no
        others belong to it by their name."""
        weights = Path(self.weights.get(str(path.absolute()), ""))
        return weights if weights.is_file() and not members_of(path) else None

    def remember_weights(self, path: Path, weights: Path | None) -> None:
        """An architecture has been opened with these, None for those of its own."""
        if weights is not None:
            self.weights[str(path.absolute())] = str(weights.absolute())

    def remember_recent(self, path: str) -> None:
        """Put a model file at the head of the recent list."""
        self.recent = [path, *(other for other in self.recent if other != path)][:10]


@dataclass
class TrainingSettings:
    """What was being trained.

    Attributes:
        plan: what was to be trained last, see `PlanEditor`.
        tab: the open one.
        followed: folders of runs from elsewhere.
    """

    plan: dict[str, Any] = field(default_factory=dict, metadata={"check": plain_data})
    tab: str = one_of("data", "model", "runs")
    followed: list[str] = items(a_text(), 50, mutable=True)


@dataclass
class PlaybackSettings:
    """How fast is read: words a second."""

    speed: float = between(4.0, 0.25, 60.0)


@dataclass
class PictureSettings:
    """How pictures are drawn.

    Attributes:
        width, height: in pixels of a PNG.
        scale: the size of letters and lines in percent of the window's.
        look: "window" is that of the window.
        left_out: parts that are not drawn, by their names in `gui.pictures.composition`.
        taken_in: parts that explain and are drawn, by their names in `gui.pictures.explained`.
        format: the suffix of files.
    """

    width: int = between(1920, MIN_PICTURE, MAX_PICTURE)
    height: int = between(1080, MIN_PICTURE, MAX_PICTURE)
    scale: int = between(150, MIN_PICTURE_SCALE, MAX_PICTURE_SCALE)
    look: str = one_of("light", "dark", "window")
    left_out: list[str] = items(a_text(20), 10, mutable=True, default=("cell", "equations"))
    taken_in: list[str] = items(a_text(20), 10, mutable=True)
    format: str = one_of(".png", ".svg", ".pdf")


@dataclass
class AnimationSettings(PictureSettings):
    """How animations are drawn.

    Attributes:
        film: what moves: the step, or the epochs of a run.
        speed: steps or epochs a second.
    """

    width: int = between(1280, MIN_PICTURE, MAX_PICTURE)
    height: int = between(720, MIN_PICTURE, MAX_PICTURE)
    scale: int = between(100, MIN_PICTURE_SCALE, MAX_PICTURE_SCALE)
    format: str = one_of(".gif", ".webp", ".mp4")
    film: str = one_of("steps", "epochs")
    speed: float = between(4.0, 0.5, 30.0)


@dataclass
class SurveySettings:
    """How a corpus is read.

    Attributes:
        count: sequences, drawn by seed; 0 for all.
        workers: who reads, see `engine.survey.workers`.
    """

    count: int = between(0, 0, 10_000_000)
    workers: str = text("threads", 200)


@dataclass
class Settings:
    """The user's choices, one part an owner, and the last session."""

    window: WindowSettings = nested(WindowSettings)
    models: ModelSettings = nested(ModelSettings)
    training: TrainingSettings = nested(TrainingSettings)
    playback: PlaybackSettings = nested(PlaybackSettings)
    session: SessionState = nested(SessionState)
    picture: PictureSettings = nested(PictureSettings)
    animation: AnimationSettings = nested(AnimationSettings)
    survey: SurveySettings = nested(SurveySettings)

    @classmethod
    def path(cls) -> Path:
        """The settings file."""
        return config_dir() / "settings.json"

    @classmethod
    def load(cls, told: list[Note] | None = None) -> Settings:
        """What was remembered; each value that does not fit becomes its default again.

        A file that cannot be read is kept beside, as the next that is saved takes its place; ``told``
        gets a note of it.
        """
        path = cls.path()
        try:
            data = parse_json(path.read_bytes())
        except FileNotFoundError:
            return cls()
        except OSError as error:
            return cls._afresh(path, error.strerror or str(error), told)
        except ValueError as error:
            return cls._afresh(path, not_json(error), told)
        if not isinstance(data, dict):
            return cls._afresh(path, Note("it holds no settings"), told)
        notes: list[Note] = []
        settings = checked(cls, data if _PARTS & set(data) else _of_flat_file(data), notes)
        for note in notes:
            _log.info("settings: %s", note)
        return settings

    @classmethod
    def _afresh(cls, path: Path, reason: Note | str, told: list[Note] | None) -> Settings:
        """The defaults, once the file has been put aside."""
        kept = next(
            each
            for number in count(1)
            if not (
                each := path.with_name(f"{path.name}.damaged{number if number > 1 else ''}")
            ).exists()
        )
        try:
            path.rename(kept)
        except OSError:
            note = Instead(
                "The settings in {path} cannot be read: {reason}. Gatescope begins afresh, and "
                "replaces them as it closes; copy the file first, if you want to keep it.",
                path=str(path),
                reason=reason,
            )
        else:
            note = Instead(
                "The settings in {path} cannot be read: {reason}. Gatescope begins afresh; what "
                "was there is kept in {kept}.",
                path=str(path),
                reason=reason,
                kept=str(kept),
            )
        if told is None:
            _log.warning("%s", note)
        else:
            told.append(note)
        return cls()

    def save(self) -> None:
        """Write the settings, whole or not at all; a failure is logged, not raised."""
        path = self.path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_json(path, {**asdict(self), "session": plain(self.session)})
        except OSError as error:
            _log.warning(
                "The settings were not saved: %s. Name another folder in the environment variable "
                "GATESCOPE_CONFIG.",
                error,
            )


_PARTS = {field.name for field in fields(Settings)}


def _of_flat_file(old: Mapping[str, Any]) -> dict[str, Any]:
    """The parts made of a settings file from before there were any.

    Values are taken as they stand: whatever does not fit is left out when they are checked.
    """

    def part(*same: str, **names: str) -> dict[str, Any]:
        names = {**{name: name for name in same}, **names}
        return {new: old[name] for new, name in names.items() if name in old}

    def items_of(name: str) -> list[Any]:
        value = old.get(name)
        return value if isinstance(value, list) else []

    library = {str(entry.path): entry.name for entry in bundled()}
    layers, units = items_of("layers"), items_of("units")
    panes: list[dict[str, Any]] = []
    for place, path in enumerate(items_of("panes")):
        pane = {"bundled": library[path]} if path in tuple(library) else {"file": path}
        if place < len(layers):
            pane["layer"] = layers[place]
        if place < len(units) and units[place]:
            pane["units"] = units[place]
        panes.append(pane)
    shade = items_of("shade")
    colours = part(future="whole")
    if old.get("stretched") is True:
        colours["scale"] = "stretched"
    if len(shade) == 3:
        colours |= zip(("pane", "key", "unit"), shade, strict=True)
    series = (
        *("file", "columns", "scale", "part", "missing", "length", "stride", "window"),
        *("period", "noise", "seed"),
    )
    session: dict[str, Any] = {
        "panes": panes,
        "review": part("text"),
        "encoding": part("num_words", "length", "padding", "truncating"),
        "numbers": part(source="series", **{name: f"series_{name}" for name in series}),
        "colours": colours,
        "reads": "numbers" if old.get("series") else "review",
    }
    for name, target, key in (
        ("focus", session, "focus"),
        ("step", session, "step"),
        ("review", session["review"], "number"),
    ):
        if old.get(name) != -1 and name in old:
            target[key] = old[name]
    folder = old.get("folder")
    window = part("theme", "language", "drawer", "geometry", "splitters")
    return {
        "window": {**window, "folders": {"export": folder} if folder else {}},
        "models": part("recent", "dictionaries", "class_names", "written"),
        "training": part("plan", "followed", tab="training_tab"),
        "playback": part("speed"),
        "session": session,
    }
