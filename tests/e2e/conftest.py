"""A screen without a monitor, and Gatescope started on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "assets" / "models"
WIDTH, HEIGHT = 1280, 860
"""Of the window."""

TITLE_BAR = 40
"""Room above the window on the screen, which it leaves for a title bar as it opens."""

Picture = npt.NDArray[np.int16]

needs_a_screen = [
    pytest.mark.e2e,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is for Linux"),
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or shutil.which("xdotool") is None,
        reason="Xvfb and xdotool are not installed: apt-get install xvfb xdotool",
    ),
    pytest.mark.skipif(
        not all((MODELS / f"{name}.keras").is_file() for name in ("simple_rnn", "lstm")),
        reason="the trained models are not in assets/models: run `make models`",
    ),
]


def wait_until(what: str, check: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something to become true, or fail with what it was."""
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, f"waited {seconds:g} s in vain for: {what}"
        time.sleep(0.05)


@dataclass
class Screen:
    """An X server without a monitor.

    Attributes:
        name: its display, ":7".
        folder: where pictures may be put.
    """

    name: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that is to appear here."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def do(self, *command: str) -> str:
        """Let xdotool do something."""
        return subprocess.run(
            ["xdotool", *command],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=20,
        ).stdout

    def key(self, *names: str) -> None:
        """Press keys, one after another."""
        self.do("key", "--delay", "40", *names)

    def click(self, x: int, y: int) -> None:
        """Click with the left button."""
        self.do("mousemove", str(x), str(y), "click", "1")

    def picture(self) -> Picture:
        """What the window shows, ``(HEIGHT, WIDTH, 3)``."""
        if shutil.which("import"):
            path = self.folder / "screen.png"
            command = ["import", "-window", "root", str(path)]
            subprocess.run(command, env=self.environment, check=True, timeout=20)
            return read_png(path)[:HEIGHT]
        if shutil.which("xwd"):
            found = subprocess.run(
                ["xwd", "-root", "-silent"],
                env=self.environment,
                check=True,
                capture_output=True,
                timeout=20,
            )
            return _read_xwd(found.stdout)[:HEIGHT]
        pytest.skip("neither import (ImageMagick) nor xwd (x11-apps) is installed")

    def settled(self) -> Picture:
        """What the screen shows once it no longer changes."""
        before = self.picture()
        for _ in range(60):
            time.sleep(0.12)
            now = self.picture()
            if np.array_equal(now, before):
                return now
            before = now
        pytest.fail("the screen never comes to rest")


def read_png(path: Path) -> Picture:
    from PySide6.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    assert not image.isNull()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return raw[:, : 3 * image.width()].reshape(image.height(), -1, 3).astype(np.int16)


def _read_xwd(data: bytes) -> Picture:
    """A picture of 32 bits a pixel in X's own format, as Xvfb makes it."""
    header = np.frombuffer(data, ">u4", 25)
    size, width, height, order, line, colours = (int(header[k]) for k in (0, 4, 5, 7, 12, 19))
    assert int(header[11]) == 32, "32 bits a pixel"
    start = size + colours * 12
    rows = np.frombuffer(data, np.uint8, height * line, start).reshape(height, -1, 4)[:, :width]
    return (rows[..., 2::-1] if order == 0 else rows[..., 1:]).astype(np.int16)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen at a free display."""
    reader, writer = os.pipe()
    with (tmp_path / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(
            [
                *(
                    "Xvfb",
                    "-displayfd",
                    str(writer),
                    "-screen",
                    "0",
                    f"{WIDTH}x{HEIGHT + TITLE_BAR}x24",
                ),
                *("-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=(writer,),
            stdout=log,
            stderr=log,
        )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if not number:
            pytest.fail(f"Xvfb did not start: {(tmp_path / 'xvfb.log').read_text()}")
        yield Screen(f":{number}", tmp_path)
    finally:
        server.terminate()
        server.wait(10)


@dataclass
class Running:
    """Gatescope, started."""

    screen: Screen
    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """What it printed."""
        return self.log.read_text(errors="replace")

    def quit(self) -> None:
        """Close it with its key, and see that nothing is left."""
        self.screen.key("ctrl+q")
        assert self.process.wait(20) == 0, self.said()
        assert "Traceback" not in self.said()
        assert _children(self.process.pid) == []


def _children(group: int) -> list[str]:
    """The processes that still are in the group of one that was started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = status.read_text().rsplit(")", 1)
        except OSError:
            continue
        fields = rest.split()
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(name)
    return found


@pytest.fixture
def start(screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Starts ``main.py`` with arguments and waits until its window is there and at rest."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str, **environment: str) -> Running:
        log = tmp_path / f"main{len(started)}.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *arguments],
                cwd=tmp_path,  # not its own folder
                env={**screen.environment, **environment},
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        started.append(process)
        running = Running(screen, process, log)

        def is_there() -> bool:
            assert process.poll() is None, f"it ended by itself: {running.said()}"
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", "Gatescope"],
                env=screen.environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=20,
            )
            return bool(found.stdout.split())

        wait_until("the window", is_there)
        window = screen.do("search", "--onlyvisible", "--name", "Gatescope").split()[0]
        screen.do("windowmove", window, "0", "0")
        screen.do("windowfocus", window)
        screen.do("mousemove", str(WIDTH - 2), str(HEIGHT - 2))
        screen.settled()
        return running

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait(10)
