"""``make screenshots``: the pictures of the README and the guide, from the real window.

Each is the window as a user has it, with the bundled models and a real review, drawn
offscreen with settings of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from engine.session.pane import Shade
from tests import screenshots_lessons as lessons
from tests import screenshots_models as own
from tests import screenshots_training as training

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.window.main_window import MainWindow

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"

SURVEYED = ("card", "right", "parting", "patterns", "ends", "saturation", "ablation", "report")
"""The pages about the whole corpus that the guide shows."""

Prepare = Callable[["MainWindow"], "QWidget | None"]
"""Brings the window into a state; another widget that is to be the picture, if any."""


def main(wanted: list[str]) -> int:
    """Take every picture, or those whose names begin so; returns the exit code."""
    if {"-h", "--help"} & set(wanted):
        print("make screenshots ARGS='BEGINNING ...': those whose names begin so (all)")
        return 0
    (FOLDER / lessons.PREFIX).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as runs:
        os.environ["GATESCOPE_CACHE"] = str(Path(runs) / "cache")  # the reviews are prepared once
        for name, arguments, prepare in _pictures():
            if wanted and not name.startswith(tuple(wanted)):
                continue
            with tempfile.TemporaryDirectory() as folder:
                os.environ["GATESCOPE_CONFIG"] = folder
                # What one picture has trained the next one of its language shows.
                os.environ["GATESCOPE_RUNS"] = str(Path(runs) / name[-2:])
                _take(arguments, {FOLDER / f"{name}.png": prepare})
                print(name, flush=True)
        for arguments, found in lessons.by_language(wanted):
            with tempfile.TemporaryDirectory() as folder:
                os.environ["GATESCOPE_CONFIG"] = folder
                _take(arguments, {FOLDER / name: prepare for name, prepare in found.items()})
    lessons.write_page()
    return 0


def _page(name: str) -> Prepare:
    """A page that explains by its name."""

    def prepare(window: MainWindow) -> None:
        window.drawers.show_place("explain")
        window.session.step = 59
        window.services.explaining.page = name

    return prepare


def _survey(name: str) -> Prepare:
    """A page about the whole corpus by its name, once it has been read."""

    def prepare(window: MainWindow) -> None:
        window.drawers.show_place("survey")
        window.session.focus, window.session.step = 1, 59
        window.session.choose_unit(1, 2)
        window.services.explaining.page = name
        window.services.surveying.begin()

    return prepare


def _pictures() -> list[tuple[str, list[str], Prepare]]:
    def as_it_is(window: MainWindow) -> None:
        """The window of the first launch."""

    def models(window: MainWindow) -> None:
        window.drawers.show_place("models")

    def reviews(window: MainWindow) -> None:
        window.services.reading.prepare()
        window.drawers.show_place("reviews")

    def stretched(window: MainWindow) -> None:
        window.services.display.scale = "stretched"
        window.playback.whole.setChecked(True)
        window.session.choose_unit(1, 2, extend=True)
        window.session.choose_unit(1, 5, extend=True)

    def gru(window: MainWindow) -> None:
        from engine.library import bundled

        paths = {entry.name: entry.path for entry in bundled()}
        window.services.opener.open(paths["gru"], add=True)

    def memory(window: MainWindow) -> None:
        from dataclasses import replace

        explaining = window.services.explaining
        window.drawers.show_place("explain")
        window.session.step = 59
        explaining.asked = replace(explaining.asked, strip="memory")

    def strip(window: MainWindow) -> None:
        from dataclasses import replace

        explaining = window.services.explaining
        window.drawers.show_place("explain")
        window.session.step = 94  # the word that did most is in sight
        window.session.shade = Shade(1, "attribution")
        explaining.asked = replace(
            explaining.asked, strip="attribution", methods=("ig", "occlusion")
        )

    def what_if(window: MainWindow) -> None:
        from engine.replay.edit_texts import parse_all

        window.playback.whole.setChecked(True)
        window.session.focus, window.session.step = 1, 59
        window.session.choose_unit(1, 2)
        window.services.edits.change(parse_all(["lstm.f=0@31-"]))
        window.cell.diagram.series_clicked.emit("f")

    def picture(window: MainWindow) -> QWidget:
        from gui.pictures.picture_dialog import PictureDialog

        window.session.choose_unit(1, 2)
        dialog = PictureDialog(window, window.services)
        dialog.form.parts["cell"].setChecked(True)
        dialog.form.parts["equations"].setChecked(True)
        dialog.resize(1280, 760)
        dialog.show()
        return dialog

    large, small = ["--size", "1440x900"], ["--size", "1024x700"]
    dark, light = ["--theme", "dark"], ["--theme", "light"]
    english, korean = ["--lang", "en"], ["--lang", "ko"]
    return [
        ("window-dark-en", [*large, *dark, *english], as_it_is),
        ("window-light-ko", [*large, *light, *korean], as_it_is),
        ("window-small-light-en", [*small, *light, *english], as_it_is),
        ("window-small-dark-ko", [*small, *dark, *korean], as_it_is),
        ("models-dark-en", [*large, *dark, *english], models),
        ("models-light-ko", [*large, *light, *korean], models),
        ("reviews-dark-en", [*large, *dark, *english], reviews),
        ("reviews-light-ko", [*large, *light, *korean], reviews),
        ("stretched-dark-en", [*large, *dark, *english], stretched),
        ("three-light-ko", [*large, *light, *korean], gru),
        *(
            (f"{name}-{look}", [*large, *options], prepare)
            for name, prepare in (
                ("pictures", picture),
                ("explain-words", strip),
                ("explain-memory", memory),
                *((f"explain-{name}", _page(name)) for name in ("fading", "states", "padding")),
                *((f"survey-{name}", _survey(f"survey_{name}")) for name in SURVEYED),
                ("what-if", what_if),
                ("lesson-gate", lessons.lesson("08a-forget-gate")),
                ("lesson-memory", lessons.lesson("04-rnn-against-lstm")),
                ("lesson-step", lessons.lesson("06-basic-step")),
                ("train-data", training.preparing),
                ("train-model", training.choosing),
                ("train-runs", training.learning),
                ("time-lapse", training.two_epochs),
                ("explain-attention", own.attention),
                ("own-both", own.both_ways),
                ("own-numbers", own.numbers),
                ("own-inspector", own.inspector),
            )
            for look, options in (
                ("dark-en", [*dark, *english]),
                ("light-ko", [*light, *korean]),
            )
        ),
    ]


def _take(arguments: list[str], pictures: dict[Path, Prepare]) -> None:
    """Take pictures of one window, one after another."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QWidget

    import main as entry
    from gui.app import make_application, make_window
    from gui.settings import Settings

    app = make_application()
    window = make_window(entry.parser().parse_args(arguments), Settings())
    window.remembers = False
    window.show()
    QCursor.setPos(window.geometry().bottomRight())  # nothing below it lights up
    for path, prepare in pictures.items():
        target = prepare(window) or window
        begun = computed = time.monotonic()
        while (now := time.monotonic()) < max(begun + 2.5, computed + 1.0) and now < begun + 180:
            app.processEvents()
            time.sleep(0.01)
            if _is_computing(window):  # asked last: events may take longer than is waited
                computed = time.monotonic()
        for each in window.findChildren(QWidget):  # nothing lies below the pointer
            each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        quality = lessons.QUALITY if path.suffix == lessons.SUFFIX else -1
        if not target.grab().save(str(path), quality=quality):
            raise OSError(f"{path} was not written")
    window.close_now()
    window.deleteLater()
    app.processEvents()


def _is_computing(window: MainWindow) -> bool:
    """Whether something is asked that is not answered, or a bar says how far something is: a bar
    has patience, of which a busy machine takes all."""
    from gui.explain.explaining import Asker
    from gui.kit.waiting import Waiting

    services = window.services
    return (
        services.reading.is_preparing
        or any(each.is_busy for each in services.findChildren(Asker))
        or any(each.isVisible() for each in window.findChildren(Waiting))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
