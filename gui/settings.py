"""What is remembered: typed defaults in one place, repaired on reading, plain JSON."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from gui.i18n.languages import LANGUAGES
from gui.paths import config_dir

_log = logging.getLogger(__name__)
Number = TypeVar("Number", int, float)


@dataclass
class Settings:
    """The user's choices and the last session."""

    theme: str = "system"  # system, light, dark
    language: str = "system"  # system, en, ko
    speed: float = 4.0  # words a second
    loop: bool = False
    whole: bool = False  # show the future undimmed
    stretched: bool = False  # colour scale by the values instead of the fixed range
    drawer: str = ""  # the open drawer, by its name in `gui.places`
    geometry: str = ""  # QWidget.saveGeometry, base64
    splitters: dict[str, list[int]] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)  # model files, newest first
    panes: list[str] = field(default_factory=list)  # model files of the last session
    layers: list[str] = field(default_factory=list)  # the layer shown in each
    units: list[list[int]] = field(default_factory=list)  # the units chosen in each
    focus: int = -1
    shade: list[Any] = field(default_factory=list)  # pane, key, unit
    review: int = -1  # number in the offline reviews, -1 for the user's own text
    text: str = ""  # the user's own text
    step: int = -1
    folder: str = ""  # of the last export
    num_words: int = 0  # 0: as each network
    length: int = 100
    padding: str = "pre"
    truncating: str = "pre"
    plan: dict[str, Any] = field(default_factory=dict)  # what was to be trained last
    training_tab: str = "data"  # data, model, runs
    followed: list[str] = field(default_factory=list)  # folders of runs from elsewhere
    dictionaries: dict[str, Any] = field(default_factory=dict)  # by a model's digest
    series: str = ""  # what numbers are read: "" for none, file, or one that is made
    series_file: str = ""
    series_columns: list[str] = field(default_factory=list)  # in the order of reading
    series_scale: str = "none"
    series_part: float = 1.0  # the share of the rows that the scaling is measured on
    series_missing: str = "refuse"
    series_length: int = 100  # of a window, for models that take any
    series_stride: int = 1
    series_window: int = 0
    series_period: float = 25.0
    series_noise: float = 0.0
    series_seed: int = 0
    class_names: dict[str, str] = field(default_factory=dict)  # a file, by a model's digest

    _CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "theme": ("system", "light", "dark"),
        "language": ("system", *(language.code for language in LANGUAGES)),
        "training_tab": ("data", "model", "runs"),
        "padding": ("pre", "post"),
        "truncating": ("pre", "post"),
        "series": ("", "file", "sine", "sines", "adding", "weather", "normal", "uniform"),
        "series_scale": ("none", "minmax", "signed", "standard"),
        "series_missing": ("refuse", "drop", "fill"),
    }

    @classmethod
    def path(cls) -> Path:
        """The settings file."""
        return config_dir() / "settings.json"

    @classmethod
    def load(cls) -> Settings:
        """What was remembered; each value that does not fit becomes its default again."""
        settings = cls()
        try:
            found = json.loads(cls.path().read_text(encoding="utf-8"))
        except FileNotFoundError:
            return settings
        except (OSError, ValueError) as error:
            _log.warning("settings were not readable and start afresh: %s", error)
            return settings
        if not isinstance(found, dict):
            return settings
        for known in fields(cls):
            default = getattr(settings, known.name)
            value = found.get(known.name, default)
            if isinstance(default, float) and type(value) is int:
                value = float(value)
            allowed = cls._CHOICES.get(known.name)
            if type(value) is type(default) and (allowed is None or value in allowed):
                setattr(settings, known.name, value)
        settings.length = max(1, min(settings.length, 1000))
        settings.speed = max(0.25, min(settings.speed, 60.0))
        settings.splitters = {
            name: sizes
            for name, sizes in settings.splitters.items()
            if isinstance(sizes, list)
            and all(type(size) is int and 0 <= size <= 16_384 for size in sizes)
        }
        settings.num_words = max(0, settings.num_words)
        settings.series_columns = [
            name for name in settings.series_columns if isinstance(name, str)
        ][:10_000]
        settings.series_part = _within(settings.series_part, 0.01, 1.0)
        settings.series_length = _within(settings.series_length, 1, 100_000)
        settings.series_stride = _within(settings.series_stride, 1, 1_000_000)
        settings.series_window = max(0, settings.series_window)
        settings.series_period = _within(settings.series_period, 2.0, 100_000.0)
        settings.series_noise = _within(settings.series_noise, 0.0, 10.0)
        settings.series_seed = _within(settings.series_seed, 0, 2**31 - 1)
        settings.recent = [path for path in settings.recent if isinstance(path, str)][:10]
        settings.panes = [path for path in settings.panes if isinstance(path, str)]
        settings.followed = [path for path in settings.followed if isinstance(path, str)][:50]
        settings.class_names = _texts(settings.class_names)
        return settings

    def save(self) -> None:
        """Write the settings, whole or not at all; a failure is logged, not raised."""
        path = self.path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(asdict(self), out, ensure_ascii=False, indent=1)
            os.replace(name, path)
        except OSError as error:
            _log.warning("settings were not saved: %s", error)

    def remember_recent(self, path: str) -> None:
        """Put a model file at the head of the recent list."""
        self.recent = [path, *(other for other in self.recent if other != path)][:10]


def _texts(found: dict[str, Any]) -> dict[str, str]:
    """The entries of a dictionary that are texts."""
    return {key: value for key, value in found.items() if isinstance(value, str)}


def _within(value: Number, low: Number, high: Number) -> Number:
    """The value, or the bound that it exceeds; what is no number becomes the lower one."""
    return min(max(low, value), high)  # in this order: what is no number is not above low
