"""How large everything in the window is, in percent: type, icons, distances, lines and points.

Sizes in the code are those at 100 %.  `px` is asked for a size where it is used, never where a
module is read.  What Qt keeps, as a fixed width, is given by `sized`, which gives it anew when
the scale changes; and `gui.kit.view.change_look` lets every view do the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import methodcaller
from types import BuiltinMethodType, MethodType
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize
from shiboken6 import isValid

STEPS = (100, 110, 125, 150, 175, 200)
"""Percent."""

USUAL = STEPS[0]

UNBOUNDED = 16_777_215
"""Qt's QWIDGETSIZE_MAX: as large as may be."""

Size = float | QSize | str

_PIXELS = re.compile(r"\b(\d+)px")
_percent = USUAL
_sized: WeakKeyDictionary[object, dict[str, tuple[Size, ...]]] = WeakKeyDictionary()
"""What was given, by setter."""


class _Pixels(dict[float, int]):
    """Sizes at 100 %, in pixels of the moment."""

    def __missing__(self, size: float) -> int:
        result = self[size] = round(_strokes[size])
        return result


class _Strokes(dict[float, float]):
    """The same, not rounded."""

    def __missing__(self, size: float) -> float:
        result = self[size] = size * _percent / 100
        return result


_pixels, _strokes = _Pixels(), _Strokes()

px: Callable[[float], int] = _pixels.__getitem__
"""A size at 100 %, in pixels of the moment.  A step asks a hundred times, and calls no function."""

stroke: Callable[[float], float] = _strokes.__getitem__
"""The width of a line or the radius of a point, in pixels, of one at 100 %."""


def _scale_by(percent: int) -> None:
    global _percent
    if percent != _percent:
        _percent = percent
        _pixels.clear()
        _strokes.clear()


def at_usual(pixels: float) -> float:
    """What so many pixels of the moment would be at 100 %."""
    return pixels * 100 / _percent


def sized(set_size: Callable[..., object], *sizes: Size) -> None:
    """Give a widget or a layout sizes by one of its setters, now and whenever the scale changes.

    Of several calls for one setter the last one counts.  ``sizes`` are at 100 %: pixels, a
    ``QSize``, or a style sheet.
    """
    assert isinstance(set_size, BuiltinMethodType | MethodType)
    _sized.setdefault(set_size.__self__, {})[set_size.__name__] = sizes
    set_size(*map(_scaled, sizes))


def use_scale(percent: int) -> None:
    """Make everything so many percent of its size; see `gui.look.dressing.apply_scale`."""
    _scale_by(percent)
    for owner, setters in list(_sized.items()):
        if isValid(owner):
            for name, sizes in list(setters.items()):
                methodcaller(name, *map(_scaled, sizes))(owner)


def next_step(percent: int, change: int) -> int:
    """The step above (1) or below (-1) a scale; the last one has none beyond it."""
    if change > 0:
        return next((step for step in STEPS if step > percent), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent), STEPS[0])


@contextmanager
def usual_scale() -> Iterator[None]:
    """Draw in 100 %, as pictures for paper do, which have a scale of their own."""
    before = _percent
    _scale_by(USUAL)
    try:
        yield
    finally:
        _scale_by(before)


def scaled_sheet(sheet: str) -> str:
    """A style sheet with its sizes, which are at 100 %, in pixels of the moment."""
    return _PIXELS.sub(lambda size: f"{px(int(size[1]))}px", sheet)


def _scaled(size: Size) -> int | QSize | str:
    if isinstance(size, str):
        return scaled_sheet(size)
    if isinstance(size, QSize):
        return QSize(px(size.width()), px(size.height()))
    return min(px(size), UNBOUNDED)
