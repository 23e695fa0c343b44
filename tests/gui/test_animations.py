"""Animations: as many frames as steps or epochs, each as it should look; whole or not at all."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, GatescopeError
from engine.library import MODELS
from engine.network.opening import open_network
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from gui.export import animation
from gui.export.animation import FORMATS, HOLD, Frame, write_animation
from gui.kit.work import stop_all
from gui.look.theme import LIGHT
from gui.pictures.animation_dialog import AnimationDialog
from gui.pictures.filming import array_of
from gui.pictures.films import EpochFilm, epochs_of, runs_of
from gui.pictures.networks import NetworkBlock
from gui.pictures.stage import FramePainter, content
from gui.pictures.training_history import HistoryBlock
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, dispose, settle
from tests.gui.run_folders import make_run
from tests.parsed import parsed

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = sorted(FORMATS)
needs_ffmpeg = pytest.mark.skipif(
    importlib.util.find_spec("imageio_ffmpeg") is None, reason="imageio-ffmpeg is not installed"
)


@dataclass
class Bars:
    """A white bar on black that is one place farther in each frame."""

    count: int = 5
    size: tuple[int, int] = (64, 48)
    speed: float = 4.0
    drawn: list[int] = field(default_factory=list)
    before: Callable[[int], object] = lambda number: None

    def frame(self, number: int) -> Frame:
        self.before(number)
        self.drawn.append(number)
        pixels = np.zeros((self.size[1], self.size[0], 3), np.uint8)
        pixels[:, 8 * number : 8 * number + 8] = 255
        return pixels


def bar_of(image: Image.Image) -> int:
    """Where the bar of a frame is."""
    row = np.asarray(image.convert("L"), np.int16)[20]
    return int(np.flatnonzero(row > 128).mean()) // 8


def frames_of(image: Image.Image) -> int:
    return int(getattr(image, "n_frames", 1))


def seconds_of(path: Path) -> list[float]:
    with Image.open(path) as image:
        times = []
        for number in range(frames_of(image)):
            image.seek(number)
            image.load()
            times.append(image.info["duration"] / 1000)
        return times


# -- files -------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
@pytest.mark.parametrize("speed", [0.5, 4.0, 20.0])
def test_frames_size_and_times_are_read_back(tmp_path: Path, suffix: str, speed: float) -> None:
    path = tmp_path / f"a{suffix}"
    write_animation(Bars(speed=speed), path)
    with Image.open(path) as image:
        assert image.size == (64, 48)
        assert image.info["loop"] == 0
        places = []
        for number in range(frames_of(image)):
            image.seek(number)
            places.append(bar_of(image))
    assert places == [0, 1, 2, 3, 4]
    assert seconds_of(path) == pytest.approx([1 / speed] * 4 + [1 / speed + HOLD], abs=0.011)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_frames_that_stay_the_same_are_seen_longer(tmp_path: Path, suffix: str) -> None:
    class Still(Bars):
        def frame(self, number: int) -> Frame:
            return super().frame(0 if number < 3 else 4)

    path = tmp_path / f"a{suffix}"
    write_animation(Still(), path)
    assert sum(seconds_of(path)) == pytest.approx(5 / 4 + HOLD, abs=0.011)
    with Image.open(path) as image:
        places = []
        for number in range(frames_of(image)):
            image.seek(number)
            places.append(bar_of(image))
    assert list(dict.fromkeys(places)) == [0, 4]


def test_a_gif_of_30_frames_a_second_lasts_as_long_as_it_should(tmp_path: Path) -> None:
    """Though it counts in hundredths."""
    write_animation(Bars(count=8, speed=30.0), tmp_path / "a.gif")
    assert sum(seconds_of(tmp_path / "a.gif")) == pytest.approx(8 / 30 + HOLD, abs=0.006)


@needs_ffmpeg
@pytest.mark.parametrize(("size", "speed"), [((64, 48), 4.0), ((65, 51), 20.0), ((64, 48), 0.5)])
def test_an_mp4_has_even_sides_and_lasts_as_long_as_it_should(
    tmp_path: Path, size: tuple[int, int], speed: float
) -> None:
    import imageio_ffmpeg

    path = tmp_path / "a.mp4"
    write_animation(Bars(size=size, speed=speed), path)
    frames, seconds = imageio_ffmpeg.count_frames_and_secs(str(path))
    assert seconds == pytest.approx(5 / speed + HOLD, abs=0.15)
    exe, wide, tall = imageio_ffmpeg.get_ffmpeg_exe(), 64, size[1] // 2 * 2
    command = [exe, "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    read = subprocess.run(command, capture_output=True, check=True)
    assert re.search(rf"Video: h264.* yuv420p.* {wide}x{tall}", read.stderr.decode())
    pictures = np.frombuffer(read.stdout, np.uint8).reshape(-1, tall, wide, 3)
    bars = [bar_of(Image.fromarray(picture)) for picture in pictures]
    assert len(bars) == frames
    assert list(dict.fromkeys(bars)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_frame_is_an_animation_too(tmp_path: Path, suffix: str) -> None:
    if suffix == ".mp4":
        pytest.importorskip("imageio_ffmpeg")
    path = tmp_path / f"a{suffix}"
    write_animation(Bars(count=1), path)
    if suffix != ".mp4":
        with Image.open(path) as image:
            assert bar_of(image) == 0
            assert frames_of(image) == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("error", [Cancelled(), GatescopeError("It broke.")])
def test_what_is_broken_off_leaves_nothing_and_the_old_file_as_it_was(
    tmp_path: Path, suffix: str, error: GatescopeError
) -> None:
    if suffix == ".mp4":
        pytest.importorskip("imageio_ffmpeg")
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")

    def fail(number: int) -> None:
        if number == 3:
            raise error

    with pytest.raises(type(error)):
        write_animation(Bars(before=fail), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path, suffix: str) -> None:
    if suffix == ".mp4":
        pytest.importorskip("imageio_ffmpeg")
    with pytest.raises(GatescopeError, match="cannot be written"):
        write_animation(Bars(), tmp_path / "missing" / f"a{suffix}")
    assert not list(tmp_path.iterdir())


@needs_ffmpeg
def test_an_ffmpeg_that_fails_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", sys.executable)
    with pytest.raises(GatescopeError, match="cannot be written"):
        write_animation(Bars(), tmp_path / "a.mp4")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_package_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(animation, "find_spec", lambda name: None)
    with pytest.raises(GatescopeError) as caught:
        write_animation(Bars(), tmp_path / f"a{suffix}")
    assert f"pip install {FORMATS[suffix].package}" in str(caught.value)


def test_starting_imports_none_of_it() -> None:
    """At the head of a module nobody imports the libraries, and only pictures import pictures."""
    early = set()
    for path in [ROOT / "main.py", *(ROOT / "gui").rglob("*.py"), *(ROOT / "engine").rglob("*.py")]:
        for node in parsed(path).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            inside = "pictures" in path.parts
            early |= {
                f"{path.name}: {name}"
                for name in names
                if name.split(".")[0] in ("PIL", "imageio_ffmpeg")
                or (name.startswith(("gui.pictures", "gui.export.animation")) and not inside)
            }
    assert not early


# -- the dialog --------------------------------------------------------------------------


def small(window: MainWindow, suffix: str = ".gif") -> None:
    """Little to draw."""
    chosen = window.services.settings.animation
    chosen.width, chosen.height, chosen.scale, chosen.format = 400, 300, 50, suffix


@pytest.fixture
def dialog(window: MainWindow) -> AnimationDialog:
    small(window)
    made = AnimationDialog(window, window.services)
    made.show()
    settle()
    return made


def written(dialog: AnimationDialog, path: Path, qtbot: QtBot) -> Path:
    dialog.write(path)
    assert dialog.is_writing
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    assert stop_all()
    return path


def test_the_steps_become_frames_and_the_window_stays_where_it_is(
    dialog: AnimationDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[int] = []
    window.session.step = 12
    window.session.step_changed.connect(told.append)
    dialog.first.setValue(5)
    dialog.last.setValue(14)
    path = written(dialog, tmp_path / "a.gif", qtbot)
    assert dialog.notice.kind == "good"
    with Image.open(path) as image:
        assert (frames_of(image), image.size) == (10, (400, 300))
    assert sum(seconds_of(path)) == pytest.approx(10 / 4 + HOLD, abs=0.02)
    assert (window.session.step, told) == (12, [])
    assert not dialog.waiting.isVisible()
    window.services.settings.save()
    assert Settings.load().animation == window.services.settings.animation


def test_cancelling_leaves_nothing(dialog: AnimationDialog, qtbot: QtBot, tmp_path: Path) -> None:
    for give_up in (dialog.waiting.cancel.click, dialog.close):
        dialog.write(tmp_path / "a.gif")
        qtbot.waitUntil(lambda: dialog.waiting.bar.value() > 5, timeout=20_000)
        give_up()
        assert not dialog.is_writing
        assert stop_all()
        settle()
        assert not list(tmp_path.glob("*.gif"))
        assert not list(tmp_path.glob(".tmp-*"))


def test_closing_the_window_leaves_nothing(
    dialog: AnimationDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.write(tmp_path / "a.gif")
    qtbot.waitUntil(lambda: dialog.waiting.bar.value() > 5, timeout=20_000)
    dispose(window)
    assert stop_all()
    assert not list(tmp_path.glob("*.gif"))
    assert not list(tmp_path.glob(".tmp-*"))


def test_the_preview_goes_through_the_frames(
    dialog: AnimationDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.slider.setValue(0)
    settle()
    before = dialog.preview.grab().toImage()
    assert dialog.place.text() == "step 1"
    dialog.speed.setValue(30)
    dialog.play.click()
    qtbot.waitUntil(lambda: dialog.slider.value() >= 3, timeout=10_000)
    dialog.play.click()
    settle()
    assert dialog.preview.grab().toImage() != before
    assert window.session.step != dialog.slider.value()


def test_another_reading_is_filmed_from_its_first_step_to_its_last(
    dialog: AnimationDialog, window: MainWindow, qtbot: QtBot
) -> None:
    """Where a part was chosen, that stays, as far as there is so much."""

    def read(steps: int) -> tuple[int, int]:
        review = encode("good " * 60, imdb(), Encoding(length=steps))
        window.session.read(review)
        return dialog.first.value(), dialog.last.value()

    assert (dialog.first.value(), dialog.last.value()) == (1, 40)
    assert read(30) == (1, 30)
    dialog.first.setValue(5)
    dialog.last.setValue(20)
    assert read(50) == (5, 20)
    assert read(10) == (5, 10)
    dialog.first.setValue(9)
    dialog.last.setValue(4)  # backwards is nothing: one frame is left
    qtbot.waitUntil(lambda: dialog.slider.maximum() == 0, timeout=5_000)


def test_a_missing_package_is_said_and_the_other_formats_go_on(
    dialog: AnimationDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = animation.find_spec
    monkeypatch.setattr(
        animation, "find_spec", lambda name: None if name == "imageio_ffmpeg" else known(name)
    )
    dialog.format.setCurrentIndex(2)
    dialog.take()
    assert "pip install imageio-ffmpeg" in dialog.notes.text()
    assert not dialog.save.isEnabled()
    dialog.format.setCurrentIndex(1)
    dialog.take()
    (said,) = dialog.notes.text().splitlines()
    assert said.startswith("At this scale the smallest letters are "), "and nothing of a package"
    assert dialog.save.isEnabled()


def test_without_a_run_its_epochs_are_not_filmed(dialog: AnimationDialog) -> None:
    dialog.film.setCurrentIndex(1)
    dialog.take()
    assert "No pane shows a training run" in dialog.notes.text()
    assert not dialog.save.isEnabled()


@pytest.fixture
def with_run(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window whose second pane shows a run of four epochs."""
    (tmp_path / "runs").mkdir()
    folder = make_run(tmp_path / "runs" / "run")
    window = make_window(
        *(open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm"))
    )
    window.services.work_in_background()
    qtbot.waitUntil(lambda: window.services.runs.find(folder.path) is not None, timeout=10_000)
    window.services.watch.show(folder.path, 1)
    qtbot.waitUntil(lambda: window.services.watch.shown(1) is not None, timeout=10_000)
    small(window)
    return window


def test_the_epochs_become_frames(with_run: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = with_run
    panes, step = window.session.panes, window.session.step
    dialog = AnimationDialog(window, window.services)
    dialog.show()
    dialog.film.setCurrentIndex(1)
    assert (dialog.first.value(), dialog.last.value()) == (0, 4)
    path = written(dialog, tmp_path / "a.gif", qtbot)
    with Image.open(path) as image:
        assert frames_of(image) == 5
    assert window.session.panes is panes
    assert window.session.step == step
    dialog.close()
    settle()


def series(film: EpochFilm, number: int) -> np.ndarray:
    """The cell states of an epoch."""
    film.seek(number)
    trace = film.session.panes[1].layer_trace
    assert trace is not None
    return trace.series["c"]


def test_one_scale_holds_for_all_epochs_and_their_losses_are_drawn(with_run: MainWindow) -> None:
    """The two models that take turns have other ranges; the curves stretch to both."""
    services = with_run.services
    services.display.scale = "stretched"
    film = EpochFilm(with_run.session.copy(), runs_of(services), services, 0, 4)
    chosen = services.settings.animation
    painter = FramePainter(film, content(services, chosen), chosen, LIGHT)
    ends, heads = [], []
    for number in (0, 1):
        film.seek(number)
        painter.frame()
        assert painter.composition is not None
        (block,) = (b for b in painter.composition.blocks if getattr(b, "place", 0) == 1)
        assert isinstance(block, NetworkBlock)
        ends.append(block.curve_ends())
        (losses,) = (b for b in painter.composition.blocks if isinstance(b, HistoryBlock))
        ((values, _),) = losses.lines
        np.testing.assert_allclose(values, [np.nan, 0.65, 0.6, 0.55, 0.6])
        heads.append(array_of(painter.frame()))
    assert ends[0] == ends[1]
    assert (heads[0] != heads[1]).any()
    least = min(float(series(film, number)[:, 0].min()) for number in (0, 1))
    assert ends[0][0] == pytest.approx(least)


def test_an_epoch_film_shows_the_weights_of_each_epoch(with_run: MainWindow) -> None:
    services, session = with_run.services, with_run.session.copy()
    runs = runs_of(services)
    assert epochs_of(runs) == (0, 4)
    film = EpochFilm(session, runs, services, 1, 4)
    seen = {}
    for number in (0, 3, 1):
        film.seek(number)
        pane = session.panes[1]
        assert pane.network.path is not None
        assert pane.network.path.name == f"epoch-{number + 1:04d}.keras"
        assert pane.network.name.endswith(f"epoch {number + 1}")
        assert pane.trace is not None
        assert pane.trace.network is pane.network
        seen[number] = pane.trace.prediction
        assert film.facts() == {1: "validation 0.600"}
    assert (seen[0] != seen[1]).any()
    for key, span in film.spans().items():
        assert key[0] == 1
        assert span.shape == (2, 8)
    assert [key for _, key in film.spans()] == list("hcfigo")
    ends = {float(each.min()) for each in (film.spans()[1, "c"], series(film, 0), series(film, 1))}
    assert len(ends) == 2, "the least of all epochs is that of one of them"
    (runs[1].run.checkpoint_path(runs[1].run.checkpoints[3])).write_bytes(b"damaged")
    with pytest.raises(GatescopeError, match="damaged"):
        film.seek(2)
