"""Frames as an animation: GIF, animated WebP or MP4.  The libraries are imported when one is written."""

from __future__ import annotations

import math
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOENT
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE
from tempfile import TemporaryFile
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from engine.atomic import write_atomically
from engine.errors import GatescopeError

Frame = npt.NDArray[np.uint8]
"""``(H, W, 3)``: red, green and blue."""

HOLD = 1.0
"""Seconds that the last frame stays longer than the others, before it all begins again."""

MIN_RATE = 12.0
"""Frames a second of an MP4 at least: some players do not like slower ones."""


class Reel(Protocol):
    """What is to be written: frames by their number, drawn when they are asked for."""

    speed: float
    """How many frames a second are seen."""

    @property
    def count(self) -> int:
        """How many there are."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""

    def frame(self, number: int) -> Frame:
        """Draw one."""


@dataclass(frozen=True)
class AnimationFormat:
    """A kind of file.

    Attributes:
        module, package: what is imported for it, and what pip calls that.
        write: fills a file.
    """

    module: str
    package: str
    write: Callable[[Reel, Path], None]


def why_not(suffix: str) -> GatescopeError | None:
    """Why a format cannot be written here, None if it can."""
    form = FORMATS[suffix]
    if find_spec(form.module) is not None:
        return None
    return GatescopeError(
        "{format} needs the package {package}, which is not installed here. Install it "
        "(pip install {package}), or choose another format.",
        format=suffix.lstrip(".").upper(),
        package=form.package,
    )


def write_animation(reel: Reel, path: Path) -> None:
    """Write an animation, whole or not at all; the suffix says the format.

    Raises:
        GatescopeError: the format or the file cannot be written; what `Reel.frame` raises.
    """
    suffix = path.suffix.lower()
    problem = why_not(suffix)
    if problem is not None:
        raise problem
    try:
        if not path.parent.is_dir():  # before anything is drawn
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
        write_atomically(path, lambda at: FORMATS[suffix].write(reel, at))
    except OSError as error:
        raise GatescopeError(
            "{path} cannot be written: {reason}. Choose another folder, or free some space.",
            path=str(path),
            reason=error.strerror or str(error).split("\n")[0],
        ) from error
    except MemoryError as error:
        raise GatescopeError(
            "There is not enough memory for so large an animation. Make it smaller or shorter."
        ) from error


def milliseconds(reel: Reel) -> list[int]:
    """How long each frame is seen."""
    each = round(1000 / reel.speed)
    return [*[each] * (reel.count - 1), each + round(1000 * HOLD)]


# -- Pillow ------------------------------------------------------------------------------


def _pillow_film(reel: Reel, prepare: Callable[[Any], Any]) -> Any:
    """The reel as an image of several frames, each of which is drawn as Pillow asks for it."""
    from PIL import Image

    class Film(Image.Image):
        n_frames = reel.count

        def __init__(self) -> None:
            super().__init__()
            self._place = -1
            self.seek(0)

        def seek(self, frame: int) -> None:
            if frame >= reel.count:
                raise EOFError
            if frame != self._place:
                image = prepare(Image.fromarray(reel.frame(frame)))
                self.im, self._mode, self._size = image.im, image.mode, image.size
                self.palette, self._place = image.palette, frame

        def tell(self) -> int:
            return self._place

    return Film()


def _write_gif(reel: Reel, path: Path) -> None:
    """256 colours for all frames, so that what does not change stays as it is."""
    from PIL import Image

    palette = _palette(reel)
    no_dither = Image.Dither.NONE
    film = _pillow_film(reel, lambda image: image.quantize(palette=palette, dither=no_dither))
    times = milliseconds(reel)
    film.save(path, "GIF", save_all=True, duration=times if reel.count > 1 else times[0], loop=0)


def _palette(reel: Reel) -> Any:
    """The colours that the first, the middle and the last frame need together."""
    from PIL import Image

    numbers = sorted({0, reel.count // 2, reel.count - 1})
    stacked = np.concatenate([reel.frame(number)[::2, ::2] for number in numbers])
    # The widest spread of colours, then the mean of what falls to each: of a dark picture with
    # heat maps pixels are off by 1 of 255 in the mean, and by 18 at most.
    image = Image.fromarray(np.ascontiguousarray(stacked))
    return image.quantize(256, method=Image.Quantize.MAXCOVERAGE, kmeans=1)


def _write_webp(reel: Reel, path: Path) -> None:
    """Without loss: letters and thin lines stay sharp, and flat colours take little room."""
    film = _pillow_film(reel, lambda image: image)
    film.save(
        path, "WEBP", save_all=True, duration=milliseconds(reel), loop=0, lossless=True,
        quality=30, method=4,
    )  # fmt: skip


# -- ffmpeg ------------------------------------------------------------------------------


def _write_mp4(reel: Reel, path: Path) -> None:
    """H.264 as every player and slide program shows it; both sides are even for its sake."""
    from imageio_ffmpeg import get_ffmpeg_exe

    times = max(1, math.ceil(MIN_RATE / reel.speed))
    rate = reel.speed * times
    width, height = (side - side % 2 for side in reel.size)
    command = [
        *(get_ffmpeg_exe(), "-y", "-loglevel", "error"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", f"{rate}"),
        *("-i", "-", "-an", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "15"),
        *("-movflags", "+faststart", str(path)),
    ]
    with TemporaryFile() as said:
        # On Windows a console would open.
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        ffmpeg = subprocess.Popen(
            command, stdin=PIPE, stdout=DEVNULL, stderr=said, creationflags=flags
        )
        assert ffmpeg.stdin is not None
        try:
            with suppress(BrokenPipeError):  # it has ended, and has said why
                for frame in _repeated(reel, times, round(HOLD * rate)):
                    ffmpeg.stdin.write(np.ascontiguousarray(frame[:height, :width]).tobytes())
            with suppress(BrokenPipeError):
                ffmpeg.stdin.close()
            code = ffmpeg.wait()
        except BaseException:
            ffmpeg.kill()
            raise
        finally:
            with suppress(BrokenPipeError):
                ffmpeg.stdin.close()
            ffmpeg.wait()
        if code:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
            raise OSError(f"ffmpeg: {lines[-1][:200]}" if lines else f"ffmpeg ended with {code}")


def _repeated(reel: Reel, times: int, hold: int) -> Iterator[Frame]:
    for number in range(reel.count):
        frame = reel.frame(number)
        extra = hold if number == reel.count - 1 else 0
        for _ in range(times + extra):
            yield frame


FORMATS: Mapping[str, AnimationFormat] = {
    ".gif": AnimationFormat("PIL", "pillow", _write_gif),
    ".webp": AnimationFormat("PIL", "pillow", _write_webp),
    ".mp4": AnimationFormat("imageio_ffmpeg", "imageio-ffmpeg", _write_mp4),
}
"""By the suffix of the files."""
