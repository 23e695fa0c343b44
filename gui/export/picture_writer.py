"""Writing a picture beside the window: painted in its thread, part by part, encoded in another."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from engine.progress import Progress, check
from gui.export.picture import SheetDrawing, advance, blank, painted, painting_of, save
from gui.kit.work import Make, ShouldStop, ask_window


def writing(drawing: SheetDrawing, path: Path, scale: float) -> Make[Path]:
    """The work that writes a drawing, for `gui.kit.work.start`; it answers with the path.

    See `gui.export.picture.write_picture`; cancelled, it leaves no file.
    """

    def work(should_stop: ShouldStop) -> Generator[Progress, None, Path]:
        painting = painting_of(drawing, path.suffix, scale)
        done, count = 0, len(drawing.turns) + 1
        yield Progress(0, count, "Drawing the picture")
        while (encode := ask_window(partial(advance, painting), should_stop)) is None:
            done += 1
            yield Progress(done, count, "Drawing the picture")
        yield Progress(done, count, "Writing the picture")
        data = encode()
        check(should_stop)
        save(data, path)
        return path

    return work


def drawing_image(drawing: SheetDrawing, scale: float) -> Make[QImage]:
    """The work that paints a drawing into an image, in so many pixels for each of its own."""

    def work(should_stop: ShouldStop) -> Generator[Progress, None, QImage]:
        result = blank(drawing, scale)
        for done, paint in enumerate(drawing.turns):
            yield Progress(done, len(drawing.turns), "Drawing the picture")
            ask_window(partial(painted, result, paint), should_stop)
        return result

    return work
