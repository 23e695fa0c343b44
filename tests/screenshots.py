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

if TYPE_CHECKING:
    from gui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"

Prepare = Callable[["MainWindow"], None]


def main() -> int:
    """Take every picture; returns the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, arguments, prepare in _pictures():
        with tempfile.TemporaryDirectory() as folder:
            os.environ["GATESCOPE_CONFIG"] = folder
            _take(FOLDER / f"{name}.png", arguments, prepare)
            print(name)
    return 0


def _pictures() -> list[tuple[str, list[str], Prepare]]:
    def as_it_is(window: MainWindow) -> None:
        """The window of the first launch."""

    def models(window: MainWindow) -> None:
        window.show_drawer("models")

    def reviews(window: MainWindow) -> None:
        window.reading.prepare()
        window.show_drawer("reviews")

    def stretched(window: MainWindow) -> None:
        window.playback.stretched.setChecked(True)
        window.playback.whole.setChecked(True)
        window.session.choose_unit(1, 2, extend=True)
        window.session.choose_unit(1, 5, extend=True)

    def gru(window: MainWindow) -> None:
        from engine.library import bundled

        paths = {entry.name: entry.path for entry in bundled()}
        window.opener.open(paths["gru"], add=True)

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
    ]


def _take(path: Path, arguments: list[str], prepare: Prepare) -> None:
    import main as entry
    from gui.app import make_application, make_window
    from gui.settings import Settings

    app = make_application()
    window = make_window(entry.parser().parse_args(arguments), Settings())
    window.remembers = False
    window.show()
    prepare(window)
    until = time.monotonic() + 2.5
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    if not window.grab().save(str(path)):
        raise OSError(f"{path} was not written")
    window.close()
    window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    sys.exit(main())
