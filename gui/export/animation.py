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
from itertools import pairwise
from pathlib import Path
from subprocess import DEVNULL, PIPE
from tempfile import TemporaryFile
from typing import IO, Any, Protocol

import numpy as np
import numpy.typing as npt

from engine.atomic import write_atomically
from engine.errors import GatescopeError

Frame = npt.NDArray[np.uint8]
"""``(H, W, 3)``: red, green and blue."""

HOLD = 1.0
"""Seconds that the last frame stays longer than the others, before it all begins again."""

_CLEAR = 255
"""The place in a GIF's colours that none has: what is as in the frame before."""

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
        """Draw one, ``(height, width, 3) uint8``."""


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
    if (problem := why_not(suffix)) is not None:
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


def _pillow_film(reel: Reel) -> Any:
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
                image = Image.fromarray(reel.frame(frame))
                self.im, self._mode, self._size = image.im, image.mode, image.size
                self._place = frame

        def tell(self) -> int:
            return self._place

    return Film()


def _write_gif(reel: Reel, path: Path) -> None:
    """256 colours for all frames, of each only what is other than in the one before.

    `Image.save` would keep every frame in memory until the last.
    """
    from PIL import GifImagePlugin, Image

    palette, none = _palette(reel), Image.Dither.NONE
    before: npt.NDArray[np.uint8] | None = None
    waiting: tuple[Any, tuple[int, int], int] | None = None  # it is seen longer if nothing changes
    with path.open("wb") as file:
        for number, time in enumerate(_hundredths(reel)):
            image = Image.fromarray(reel.frame(number)).quantize(palette=palette, dither=none)
            places = np.asarray(image)
            if before is None:
                header, _ = GifImagePlugin.getheader(image, info={"loop": 0})
                file.write(b"".join(header))
                waiting = image, (0, 0), time
            elif (box := _changed(before, places)) is not None:
                if waiting is not None:
                    _write_part(file, *waiting)
                # Inside the box, what stays is clear: its long runs take no room.
                left, top, right, bottom = box
                part = np.where(places == before, np.uint8(_CLEAR), places)[top:bottom, left:right]
                cut = Image.frombytes("P", (right - left, bottom - top), part.tobytes())
                waiting = cut, (left, top), time
            elif waiting is not None:
                waiting = (*waiting[:2], waiting[2] + time)
            before = places
        if waiting is not None:
            _write_part(file, *waiting)
        file.write(b";")


def _write_part(file: IO[bytes], part: Any, at: tuple[int, int], hundredths: int) -> None:
    from PIL import GifImagePlugin

    seen = {"duration": 10 * hundredths, "transparency": _CLEAR, "disposal": 1}
    file.write(b"".join(GifImagePlugin.getdata(part, at, **seen)))


def _hundredths(reel: Reel) -> list[int]:
    """How long each frame is seen in hundredths of a second, which is what a GIF counts in; all
    together last as long as they should."""
    ends = [round(100 * number / reel.speed) for number in range(reel.count + 1)]
    times = [end - begin for begin, end in pairwise(ends)]
    return [*times[:-1], times[-1] + round(100 * HOLD)]


def _changed(
    before: npt.NDArray[np.uint8], now: npt.NDArray[np.uint8]
) -> tuple[int, int, int, int] | None:
    """The box of what is other than before: left, top, right and bottom; None for nothing."""
    rows, columns = ((before != now).any(axis=axis) for axis in (1, 0))
    if not rows.any():
        return None
    down, across = np.flatnonzero(rows), np.flatnonzero(columns)
    return int(across[0]), int(down[0]), int(across[-1]) + 1, int(down[-1]) + 1


def _palette(reel: Reel) -> Any:
    """The colours that the first, the middle and the last frame need together."""
    from PIL import Image

    numbers = sorted({0, reel.count // 2, reel.count - 1})
    stacked = np.concatenate([reel.frame(number)[::2, ::2] for number in numbers])
    # The widest spread of colours, then the mean of what falls to each: of a dark picture with
    # heat maps pixels are off by 1 of 255 in the mean, and by 18 at most.
    image = Image.fromarray(np.ascontiguousarray(stacked))
    return image.quantize(_CLEAR, method=Image.Quantize.MAXCOVERAGE, kmeans=1)


def _write_webp(reel: Reel, path: Path) -> None:
    """Without loss: letters and thin lines stay sharp, and flat colours take little room."""
    _pillow_film(reel).save(
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
