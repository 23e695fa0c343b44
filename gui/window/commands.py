"""The commands of the window: one row each, from which menu, keys and texts come."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt

from engine.session.pane import Shade
from engine.training.plan import DEMONSTRATION
from gui.explain.pages import PAGES
from gui.i18n.languages import LANGUAGES
from gui.look.scale import USUAL, next_step
from gui.places import LESSONS, PLACES, REVIEWS, TRAIN, PlaceRow
from gui.settings import Settings
from gui.survey.pages import SURVEY_PAGES
from gui.window.appearance import Appearance
from gui.window.command import Command, Menu, Reach, Slot

FAR = 2**31
"""Steps, more than any sequence has."""


class _Browsable(Protocol):
    def go(self, change: int) -> object: ...
    def random(self) -> object: ...


def _browsed(window: Reach) -> _Browsable:
    """Whose next, previous or random one is opened: of numbers a window, else a review; of
    those that the filter in the drawer admits, once that has been opened."""
    if window.session.reads_numbers:
        return window.services.numbers
    return window.drawers.panel(REVIEWS) or window.services.reading


def _move(window: Reach, change: int) -> None:
    window.session.step += change  # the session keeps it within the sequence


def _begin_anew(window: Reach) -> None:
    window.session.begin_anew()
    window.services.numbers.reset_states()


def _choose_unit(window: Reach, change: int) -> None:
    if (pane := window.session.focused) is not None:
        window.session.choose_unit(window.session.focus, pane.units[0] + change)


def _next_pane(window: Reach) -> None:
    if window.session.panes:
        window.session.focus = (window.session.focus + 1) % len(window.session.panes)


def _show_whole(window: Reach) -> None:
    window.services.display.shows_future = not window.services.display.shows_future


def _enlarge(window: Reach) -> None:
    window.services.display.enlarge_asked.emit(window.session.focus)


def _change_scale(window: Reach, change: int) -> None:
    percent = next_step(window.services.settings.window.scale, change) if change else USUAL
    window.appearance.use_scale(percent)
    window.say_scale()


def _fill_screen(window: Reach) -> None:
    if window.presenting.is_on:
        window.presenting.end()
        return
    window.host.setWindowState(window.host.windowState() ^ Qt.WindowState.WindowFullScreen)


def _turn(window: Reach, way: int) -> None:
    """Next and previous go through the lessons, where they are open, else through the reviews."""
    is_lesson = window.drawers.place is LESSONS
    (window.drawers.open(LESSONS) if is_lesson else _browsed(window)).go(way)


def leave(window: Reach) -> None:
    """Close the message; else leave the full screen, also a lesson's; else what takes the review's
    place, or lies over it; else the selection on the page that explains, then the page; else put the cell away."""
    place = window.drawers.place
    if window.notice.kind:
        window.notice.clear()
    elif window.presenting.is_on or window.host.isFullScreen():
        window.presenting.end()
        if window.host.isFullScreen():  # it was before the lesson had the screen, too
            _fill_screen(window)
    elif window.drawers.lies_over or (place is not None and place.is_alone):
        window.drawers.requests.close.emit()
    elif window.services.explaining.page:
        page = window.pages.page
        if page is None or not page.escape():  # which lets go of what is selected there first
            window.services.explaining.page = ""
    else:
        window.drawers.requests.leave.emit()


def _undo(window: Reach) -> None:
    """Where the user looks at the runs, those come back; elsewhere an edit, if there is one."""
    edits = window.services.edits
    if edits.can_undo and not window.drawers.shows_runs:
        edits.undo()
    else:
        window.services.runs.restore_last()


def _demonstrate(window: Reach) -> None:
    panel = window.drawers.open(TRAIN)
    panel.editor.use(DEMONSTRATION)
    panel.show_tab("model")


def _follow_run(window: Reach) -> None:
    window.drawers.show_runs()
    window.drawers.open(TRAIN).runs.ask_to_follow()


def _through_epochs(act: Slot) -> Slot:
    """What goes through the epochs of a run that a pane shows; where none does, that is said."""
    return lambda window: (
        window.say_no_run() if window.services.watch.focused_place() is None else act(window)
    )


READING, REVIEWING, TRAINING = Menu("Reading"), Menu("Reviews"), Menu("Training")
EXPLAINING = Menu("Explaining")
SURVEYING = Menu("Whole corpus")
CLASS = Menu("In class")
VIEW, THEME, LANGUAGE = Menu("View"), Menu("Theme"), Menu("Language / 언어")


def _show_strip(name: str) -> Slot:
    return lambda window: window.services.explaining.choose_strip(name)


def _toggle_page(window: Reach, name: str) -> None:
    explaining = window.services.explaining
    explaining.page = "" if explaining.page == name else name


def _colour_words(window: Reach) -> None:
    session = window.session
    if session.panes:
        is_coloured = session.shade == Shade(session.focus, "attribution")
        session.shade = Shade() if is_coloured else Shade(session.focus, "attribution")


def _toggle(place: PlaceRow[Any]) -> Slot:
    return lambda c: c.drawers.toggle(place.name)


Current = Callable[[Settings], str]
_CHOICES: dict[str, tuple[Menu, Callable[[Appearance, str], None], Current]] = {
    "theme": (THEME, Appearance.use_theme, lambda settings: settings.window.theme),
    "language": (LANGUAGE, Appearance.use_language, lambda settings: settings.window.language),
}
"""In which menu the values of a setting stand, what takes one, and which is the current one."""


def _choice(setting: str, value: str, text: str) -> Command:
    menu, use, current = _CHOICES[setting]
    return Command(
        f"{setting}_{value}",
        text,
        "",
        lambda c: use(c.appearance, value),
        menu,
        is_chosen=lambda c: current(c.services.settings) == value,
    )


COMMANDS: tuple[Command, ...] = (
    Command("open_model", "Open model…", "Ctrl+O", lambda c: c.dialogs.open_model()),
    Command("open_view", "Open view…", "Ctrl+Shift+O", lambda c: c.dialogs.views.ask_to_open()),
    Command("save_view", "Save view…", "Ctrl+S", lambda c: c.dialogs.views.ask_to_save()),
    Command("open_lesson", "Open lesson…", "", lambda c: c.drawers.open(LESSONS).ask_to_open()),
    Command("open_task", "Open task…", "", lambda c: c.dialogs.task_files.ask_to_open(), CLASS),
    Command("save_task", "Save task…", "", lambda c: c.dialogs.task_files.compose(), CLASS),
    Command(
        "save_answers",
        "Save answers…",
        "",
        lambda c: c.dialogs.task_files.ask_to_save_answers(),
        CLASS,
        apart=True,
    ),
    Command(
        "open_answers", "Open answers…", "", lambda c: c.dialogs.task_files.ask_for_answers(), CLASS
    ),
    Command(
        "inspect",
        "Inspect the network",
        "Ctrl+Shift+I",
        lambda c: c.dialogs.inspect(c.session.focus),
    ),
    Command(
        "layers",
        "Choose the layers in the panes…",
        "Ctrl+Shift+L",
        lambda c: c.dialogs.choose_layers(c.session.focus),
    ),
    Command("undo", "Undo an edit, or bring back deleted runs", "Ctrl+Z", _undo, apart=True),
    Command("redo", "Redo the edit", "Ctrl+Shift+Z Ctrl+Y", lambda c: c.services.edits.redo()),
    Command("open_edits", "Open edits…", "", lambda c: c.dialogs.edit_files.ask_to_open()),
    Command("save_edits", "Save the edits…", "", lambda c: c.dialogs.edit_files.ask_to_save()),
    Command(
        "write",
        "Write a review",
        "Ctrl+N",
        lambda c: c.drawers.open(REVIEWS).focus_writing(),
        apart=True,
    ),
    Command("find", "Find a review", "Ctrl+F", lambda c: c.drawers.open(REVIEWS).focus_search()),
    Command(
        "export_trace", "Export trace…", "Ctrl+E", lambda c: c.dialogs.export_trace(), apart=True
    ),
    Command(
        "export_picture", "Export picture…", "Ctrl+Shift+E", lambda c: c.dialogs.export_picture()
    ),
    Command("copy_picture", "Copy picture", "Ctrl+Shift+C", lambda c: c.dialogs.copy_picture()),
    Command(
        "export_animation",
        "Export animation…",
        "Ctrl+Shift+A",
        lambda c: c.dialogs.export_animation(),
    ),
    Command("play", "Play or pause", "Space", lambda c: c.player.toggle(), READING),
    Command("forward", "One step forward", "Right", partial(_move, change=1), READING),
    Command("back", "One step back", "Left", partial(_move, change=-1), READING),
    Command("forward_ten", "Ten steps forward", "Shift+Right", partial(_move, change=10), READING),
    Command("back_ten", "Ten steps back", "Shift+Left", partial(_move, change=-10), READING),
    Command("first", "First step", "Home", partial(_move, change=-FAR), READING),
    Command("last", "Last step", "End", partial(_move, change=FAR), READING),
    Command(
        "write_one",
        "Read on: the network writes one step",
        "W",
        lambda c: c.services.reading_on.write_one(),
        READING,
        apart=True,
    ),
    Command("read_on", "Read on…", "Shift+W", lambda c: c.dialogs.read_on(), READING),
    Command("slower", "Slower", "-", lambda c: c.player.slower(), READING, apart=True),
    Command("faster", "Faster", "+ =", lambda c: c.player.faster(), READING),
    Command("unit_up", "Unit above", "Up", partial(_choose_unit, change=-1), READING, apart=True),
    Command("unit_down", "Unit below", "Down", partial(_choose_unit, change=1), READING),
    Command("next_pane", "Next network", "P", _next_pane, READING),
    Command("next_review", "Next review", "PgDown N", lambda c: _turn(c, 1), REVIEWING),
    Command("previous_review", "Previous review", "PgUp B", lambda c: _turn(c, -1), REVIEWING),
    Command(
        "reset_states",
        "Begin carried states anew with what is read",
        "Shift+R",
        _begin_anew,
        READING,
    ),
    Command("random_review", "Random review", "R", lambda c: _browsed(c).random(), REVIEWING),
    Command(
        "details", "What the network reads", "Ctrl+I", lambda c: c.dialogs.show_details(), REVIEWING
    ),
    Command(
        "strip_prediction",
        "Under the words: the prediction so far",
        "1",
        _show_strip("prediction"),
        EXPLAINING,
    ),
    Command(
        "strip_attribution",
        "Under the words: what each word did",
        "2",
        _show_strip("attribution"),
        EXPLAINING,
    ),
    Command(
        "strip_memory",
        "Under the words: what is remembered",
        "3",
        _show_strip("memory"),
        EXPLAINING,
    ),
    Command("colour_words", "Colour the words by what each did", "A", _colour_words, EXPLAINING),
    Command(
        "stronger_on",
        "To the strongest step, and on to the next strongest",
        "D",
        lambda c: c.services.strongest.go(1),
        EXPLAINING,
    ),
    Command(
        "stronger_back",
        "Back to the step that is one stronger",
        "Shift+D",
        lambda c: c.services.strongest.go(-1),
        EXPLAINING,
    ),
    *(
        Command(
            f"page_{row.name}", row.title, row.key, partial(_toggle_page, name=row.name), EXPLAINING
        )
        for row in PAGES
    ),
    Command(
        "export_explanation",
        "Export explanation…",
        "Ctrl+Alt+E",
        lambda c: c.dialogs.export_explanation(),
        EXPLAINING,
        apart=True,
    ),
    *(
        Command(
            f"page_{row.name}", row.title, row.key, partial(_toggle_page, name=row.name), SURVEYING
        )
        for row in SURVEY_PAGES
    ),
    Command(
        "start_training",
        "Start the training",
        "Ctrl+T",
        lambda c: c.drawers.open(TRAIN).train(),
        TRAINING,
    ),
    Command("demonstrate", "Plan a demonstration of a minute", "", _demonstrate, TRAINING),
    Command("follow_run", "Follow run…", "Ctrl+L", _follow_run, TRAINING),
    Command(
        "restore_runs",
        "Bring back deleted runs",
        "",
        lambda c: c.services.runs.restore_last(),
        TRAINING,
    ),
    Command(
        "epoch_back",
        "One epoch back",
        "[",
        _through_epochs(lambda c: c.services.watch.step(-1)),
        TRAINING,
        apart=True,
    ),
    Command(
        "epoch_forward",
        "One epoch forward",
        "]",
        _through_epochs(lambda c: c.services.watch.step(1)),
        TRAINING,
    ),
    Command(
        "time_lapse",
        "Play the epochs as a time-lapse",
        "T",
        _through_epochs(lambda c: c.services.watch.toggle(c.player.speed)),
        TRAINING,
    ),
    *(Command(place.name, place.title, place.key, _toggle(place), VIEW) for place in PLACES),
    Command("whole", "Show what is still to be read", "F", _show_whole, VIEW, apart=True),
    Command(
        "scale",
        "Another scale of the colours",
        "S",
        lambda c: c.services.display.next_scale(),
        VIEW,
    ),
    Command("enlarge", "Enlarge the next series, or show all", "E", _enlarge, VIEW),
    Command("full_screen", "Full screen", "F11", _fill_screen, VIEW, apart=True),
    Command(
        "present",
        "A lesson alone on the screen, in large letters",
        "Shift+F11",
        lambda c: c.presenting.toggle(),
        VIEW,
    ),
    Command(
        "leave",
        "Close the message, the drawer or the page, or leave the full screen",
        "Escape",
        leave,
        VIEW,
    ),
    Command(
        "larger",
        "Everything larger",
        "Ctrl++ Ctrl+=",
        partial(_change_scale, change=1),
        VIEW,
        apart=True,
    ),
    Command("smaller", "Everything smaller", "Ctrl+-", partial(_change_scale, change=-1), VIEW),
    Command(
        "usual_size",
        "Everything as large as usual",
        "Ctrl+0",
        partial(_change_scale, change=0),
        VIEW,
    ),
    _choice("theme", "system", "As the system"),
    _choice("theme", "light", "Light"),
    _choice("theme", "dark", "Dark"),
    _choice("language", "system", "As the system"),
    *(_choice("language", language.code, language.name) for language in LANGUAGES),
    Command("guide", "Guide", "F1", lambda c: c.dialogs.show_guide(), apart=True),
    Command("keys", "Keys", "?", lambda c: c.dialogs.show_shortcuts()),
    Command("about", "About Gatescope", "", lambda c: c.dialogs.show_about()),
    Command("close", "Quit", "Ctrl+Q", lambda c: c.host.close(), apart=True),
    Command("menu", "Menu", "F10", lambda c: c.show_menu()),
)
"""In the order of the menu, and of the list of keys."""
