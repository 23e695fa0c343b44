"""The table of files: each kind is opened in the shell and in the window, warned of, or refused."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from engine.__main__ import main
from engine.errors import NotYet
from engine.network.opening import open_network
from engine.text.sheets import is_workbook
from gui.i18n.texts import explain
from gui.look.dressing import apply_theme
from gui.look.theme import FAMILY
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.engine.network import files
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import dispose, settle
from tests.kinds_of_files import FEATURES, KINDS, Kind, keras_file, of_layers

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.usefixtures("forked_readings"),
    pytest.mark.filterwarnings("ignore"),
]

READ = {"model": ["--series", "random"], "texts": ["--text", "a good film"]}


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What reads dictionaries and tables."""
    words, numbers = (tmp_path_factory.mktemp(name) for name in ("words", "numbers"))
    shape = (None, FEATURES)
    table = keras_file(lambda k: of_layers(lambda a: a.LSTM(3), shape=shape, k=k), numbers)
    return {"words": files.write_keras(words / "words.keras"), "table": table[0]}


@pytest.fixture(scope="module")
def window(
    tmp_path_factory: pytest.TempPathFactory, readers: dict[str, Path], qapp: object
) -> Iterator[MainWindow]:
    """One for all kinds; small networks of words and of numbers read in it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "CACHE", "RUNS"):
            patch.setenv(f"GATESCOPE_{name}", str(tmp_path_factory.mktemp(name)))
        apply_theme("dark")
        window = MainWindow(Settings())
        window.show()
        yield window
        dispose(window)


def in_shell(kind: Kind, paths: list[Path], readers: dict[str, Path]) -> list[str]:
    """What the shell is asked."""
    named = list(map(str, paths))
    if kind.role == "words":
        return ["trace", str(readers["words"]), "--text", "a good film", "--words", *named]
    if kind.role == "table":
        return ["trace", str(readers["table"]), "--values", *named, *kind.options]
    return ["trace", *named, *READ[kind.role], *kind.options]


def test_the_window_has_the_typefaces_of_the_app(window: MainWindow) -> None:
    """Also in a process whose first window is this one: those after it would be without them."""
    assert window.isVisible() and FAMILY in QFontDatabase.families()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_opens_warns_or_is_refused_by_name(
    kind: Kind,
    window: MainWindow,
    readers: dict[str, Path],
    qtbot: QtBot,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = kind.make(tmp_path)
    capsys.readouterr()
    asked = in_shell(kind, paths, readers)
    code = main([*asked, "--out", str(tmp_path / f"out-{os.getpid()}.npz")])
    said = capsys.readouterr().err
    shell = "refused" if code == 2 else "warns" if said else "opens"
    assert code in (0, 2) and (shell, kind.said in said) == (kind.outcome, True), said

    heard: list[str] = []
    services, session = window.services, window.session
    dictionaries = services.reading.dictionaries
    network = (
        open_network(readers["words"]) if kind.role == "words" else numbers_network(FEATURES, 6)
    )
    session.leave_reading()
    session.set_networks([network])
    read: list[object] = []
    listening = (
        (services.failed, lambda error: heard.append(explain(error))),
        (services.opener.refused, lambda network, reason: heard.append(explain(reason))),
        (services.numbers.opened, lambda: read.append(1)),
    )
    for signal, listener in listening:
        signal.connect(listener)

    def is_shown() -> bool:
        if kind.role == "words":
            entry = dictionaries.chosen(network.digest)
            is_read = dictionaries.of(network).problem is None
            return entry is not None and entry.get("path") == str(paths[0]) and is_read
        if kind.role == "table":
            return bool(read)
        pane = session.panes[session.focus]
        return pane.network.path in paths and pane.trace is not None

    def refusals() -> str:
        """All that says why it is not shown."""
        pane = session.panes[session.focus]
        problems = [dictionaries.of(pane.network).problem]
        if pane.network.path in paths:
            problems.append(pane.problem)
        final = [each for each in problems if each is not None and not isinstance(each, NotYet)]
        return " ".join([*heard, *map(explain, final)])

    if kind.role == "words" and is_workbook(paths[0]):  # dropped, it would be one of reviews
        dictionaries.choose(paths[0])
    else:
        window.opening.open_files(paths)
    qtbot.waitUntil(lambda: bool(refusals()) or is_shown(), timeout=20_000)
    settle()
    for signal, listener in listening:
        signal.disconnect(listener)
    if shell == "refused":
        assert not is_shown() and kind.said in refusals()
    elif not kind.options or kind.role != "table":  # else the shell was told how to read it
        assert is_shown(), refusals()
    qtbot.waitUntil(lambda: not is_at_work(), timeout=20_000)


def is_at_work() -> bool:
    """Whether something is still read beside the window."""
    return any(thread.name == "gatescope-work" for thread in threading.enumerate())
