"""Whether there is a screen to show a window on; without one Qt ends the process by itself."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

SAID = (
    "there is no display to open a window on. Start Gatescope on a desktop, log in with "
    "ssh -X, or take a picture instead: --screenshot FILE.png"
)


def has_display() -> bool:
    """Whether Qt will find a display; asked on Linux and its like, where one may be missing.

    A platform that is named in ``QT_QPA_PLATFORM`` and draws elsewhere needs none.
    """
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform and not platform.startswith(("xcb", "wayland")):
        return True
    return _has_wayland() or _has_x()


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / name).is_socket()


def _has_x() -> bool:
    """Whether the server that ``DISPLAY`` names lets us in."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not to be known; Qt names the library that is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
