"""Writing a film beside the window: drawn in the GUI thread, a frame at a time, encoded in another."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from engine.progress import Progress, check
from gui.export.animation import Frame, write_animation
from gui.kit.work import Make, ShouldStop, ask_window
from gui.pictures.stage import FramePainter


def array_of(image: QImage) -> Frame:
    """The pixels of an image, ``(H, W, 3) uint8``."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width = image.height(), image.width()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(height, -1)
    return raw[:, : 3 * width].reshape(height, width, 3).copy()


@dataclass
class FilmReel:
    """A film as a `Reel`: each frame is asked for in a thread of work, and drawn in the GUI's.

    ``drawn`` is called in the GUI thread with how many frames there are already.
    """

    painter: FramePainter
    speed: float
    should_stop: ShouldStop
    drawn: Callable[[int], object]
    _numbers: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many frames there are."""
        return self.painter.film.count

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.painter.chosen.width, self.painter.chosen.height

    def frame(self, number: int) -> Frame:
        """Draw one, ``(height, width, 3) uint8``.

        Raises:
            GatescopeError: it cannot be shown; `Cancelled` where the work is to stop.
        """
        check(self.should_stop)
        self.painter.film.seek(number, self.should_stop)
        return ask_window(lambda: self._draw(number), self.should_stop)

    def _draw(self, number: int) -> Frame:
        pixels = array_of(self.painter.frame())
        self._numbers.add(number)
        self.drawn(len(self._numbers))
        return pixels


def filming(
    painter: FramePainter, speed: float, path: Path, drawn: Callable[[int], object]
) -> Make[Path]:
    """The work that writes a film, for `gui.kit.work.start`; it answers with the path.

    ``painter`` and its session are the work's own from now on.
    """

    def work(should_stop: ShouldStop) -> Generator[Progress, None, Path]:
        yield Progress(0, painter.film.count, "Drawing the animation")
        write_animation(FilmReel(painter, speed, should_stop, drawn), path)
        return path

    return work
