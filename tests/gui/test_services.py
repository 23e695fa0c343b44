"""What the window is put together from: services, places, commands, languages, icons."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from engine.errors import Cancelled
from engine.replay.trace import Trace
from engine.session.events import Event
from engine.session.pane import Shade
from gui.i18n.languages import LANGUAGES, TRANSLATIONS
from gui.kit.display import Display
from gui.look.icons import phosphor
from gui.models.panel import ModelsPanel
from gui.places import MODELS, PLACES, TRAIN
from gui.window.commands import COMMANDS
from gui.window.main_window import MainWindow
from main import parser
from tests.gui.conftest import settle

GUI = Path(__file__).resolve().parents[2] / "gui"


def test_a_closed_pane_is_told_no_more(window: MainWindow) -> None:
    session = window.session
    view = window.panes.views[1]
    told = [signal for signal, _ in view._subscribed]
    assert session.traces_changed in told
    assert session.step_changed in told
    session.remove_pane(1)
    for signal in told:
        if not isinstance(signal, Event):
            continue  # of Qt, which tells of its listeners only how many
        owners = [reference() for reference, *_ in signal._listeners]
        assert not any(owner is view for owner in owners)
    session.step += 1
    assert window.panes.views[0].curves.step == session.step


def test_every_view_takes_the_step_and_the_trace_by_itself(window: MainWindow) -> None:
    """The traces come first, so that no view stands at a step that it does not have."""
    steps = [view.curves.step for view in window.panes.views]
    window.session.step = 3
    assert steps != [3, 3]
    assert [view.curves.step for view in window.panes.views] == [3, 3]
    assert window.prediction.plot.step == 3
    assert window.playback.slider.value() == 3
    window.services.reading.read_text("a short one")
    assert window.playback.slider.maximum() == window.session.steps - 1
    assert window.playback.slider.value() == window.session.step


def test_what_fails_in_the_session_is_told(window: MainWindow) -> None:
    told: list[object] = []
    window.services.failed.connect(told.append)
    window.session.shade = Shade(9, "h")
    (error,) = told
    assert "no signal h in network 10" in str(error) and window.notice.text == str(error)


def test_the_choices_of_drawing_reach_every_pane(window: MainWindow) -> None:
    display = window.services.display
    display.scale = "stretched"
    assert "stretched" in window.playback.scale.accessibleName()
    window.playback.whole.setChecked(True)
    assert display.shows_future
    window.session.add_network(window.session.panes[0].network)
    settle()
    assert len(window.panes.views) == 3
    window.commands.all["scale"].trigger()
    assert display.scale == "shared"
    assert "shared" in window.playback.scale.accessibleName()


def test_a_choice_that_is_the_same_tells_nobody() -> None:
    display, told = Display(shows_future=True), []
    display.future_changed.connect(told.append)
    display.shows_future = True
    assert not told
    display.shows_future = False
    assert told == [False]


# -- places --------------------------------------------------------------------------------


def test_a_panel_is_made_once_and_kept(window: MainWindow) -> None:
    assert window.drawers.panel(MODELS) is None
    panel = window.drawers.open(MODELS)
    assert isinstance(panel, ModelsPanel)
    window.drawers.toggle("models")
    assert window.drawers.place is None
    assert not window.drawers.isVisible()
    assert window.drawers.open(MODELS) is panel


def test_a_place_that_is_not_known_closes_the_drawer(window: MainWindow) -> None:
    window.drawers.open(MODELS)
    window.drawers.show_place("cellar")
    assert window.drawers.place is None
    assert not window.drawers.isVisible()


def test_only_the_training_can_take_the_whole_width(window: MainWindow) -> None:
    window.drawers.open(TRAIN)
    window.drawers.requests.widen.emit(True)
    assert window.drawers.is_alone
    assert window.centre.isHidden()
    window.drawers.open(MODELS)
    assert not window.drawers.is_alone
    assert not window.centre.isHidden()


def test_a_place_is_on_the_rail_and_among_the_commands(window: MainWindow) -> None:
    names = [place.name for place in PLACES]
    assert list(window.rail.drawers) == names
    for name in names:
        window.commands.all[name].trigger()
        assert window.rail.drawers[name].isChecked()
        assert window.drawers.place is not None
        assert window.drawers.place.name == name


# -- commands and languages ----------------------------------------------------------------


def test_a_command_has_a_name_of_its_own_and_a_text(window: MainWindow) -> None:
    assert list(window.commands.all) == [command.name for command in COMMANDS]
    assert all(action.text() for action in window.commands.all.values())


def test_a_language_is_offered_everywhere_and_has_its_catalogue(window: MainWindow) -> None:
    for language in LANGUAGES:
        assert window.commands.all[f"language_{language.code}"].text() == language.name
        assert parser().parse_args(["--lang", language.code]).lang == language.code
        if language is not LANGUAGES[0]:
            assert (TRANSLATIONS / f"gatescope_{language.code}.ts").exists()
            assert (TRANSLATIONS / f"gatescope_{language.code}.qm").exists()
    with pytest.raises(SystemExit):
        parser().parse_args(["--lang", "tlh"])


# -- icons ---------------------------------------------------------------------------------


def _ink(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    """The colours of the pixels that are fully drawn."""
    image = icon.pixmap(QSize(64, 64), 1.0, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_its_colours() -> None:
    icon = phosphor("ph.stack-fill", color="#204060", color_disabled="#a0b0c0")
    assert _ink(icon, QIcon.Mode.Normal) == {"#204060"}
    assert _ink(icon, QIcon.Mode.Disabled) == {"#a0b0c0"}
    text = QApplication.palette().color(
        QApplication.palette().ColorGroup.Disabled, QApplication.palette().ColorRole.Text
    )
    plain = phosphor("ph.stack-fill", color="#204060")
    assert _ink(plain, QIcon.Mode.Disabled) <= {QColor(text).name()}


@pytest.mark.usefixtures("qapp")
def test_an_icon_without_room_is_none() -> None:
    assert phosphor("ph.stack-fill", color="#204060").pixmap(QSize(0, 16)).isNull()


@pytest.mark.usefixtures("qapp")
def test_every_icon_that_is_asked_for_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in GUI.rglob("*.py"))
    names = set(re.findall(r'"(ph\.[a-z0-9-]+)"', code))
    assert len(names) > 30
    for name in names:
        assert _ink(phosphor(name, color="#ff0000"), QIcon.Mode.Normal), name


def test_closing_does_not_wait_for_what_is_being_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long reading is told to stop, and does."""
    began, stopped = threading.Event(), threading.Event()

    def long(*read: object, should_stop: Callable[[], bool], **how: object) -> Trace:
        began.set()
        while not should_stop():
            time.sleep(0.01)
        stopped.set()
        raise Cancelled

    monkeypatch.setattr("engine.session.jobs.read", long)
    window.services.work_in_background()
    window.services.reading.read_text("another film")
    assert began.wait(20)
    window.close_now()
    assert stopped.is_set()
