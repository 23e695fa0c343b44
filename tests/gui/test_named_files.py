"""Models named on the command line: of each that is not shown it is said why, by its name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.library import MODELS, bundled
from engine.own_files import ANSWERS, OWN_FILES, VIEW, OwnFile
from gui.settings import Settings
from gui.tasks.answers_dialog import AnswersDialog
from gui.window.main_window import MainWindow
from tests.gui import own_models
from tests.gui.conftest import dispose, settle

Launch = Callable[..., MainWindow]


@pytest.fixture
def launch(qapp: QApplication) -> Iterator[Launch]:
    """Opens the window as `main.py` does, from what was remembered."""
    made: list[MainWindow] = []

    def start(*arguments: object) -> MainWindow:
        chosen = main.parser().parse_args([*map(str, arguments), "--text", "a fine film"])
        made.append(gui.app.make_window(chosen, Settings.load()))
        made[-1].show()
        settle()
        return made[-1]

    yield start
    for window in made:
        dispose(window)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """What people name: a model, one that is refused, one that is partly shown, no model, nothing."""
    table = tmp_path / "stock.csv"
    table.write_text("price\n1\n2\n", encoding="utf-8")
    good = tmp_path / "good.keras"
    shutil.copy(next(entry.path for entry in bundled() if entry.name == "gru"), good)
    return {
        "good": good,
        "refused": own_models.pictures(tmp_path / "refused.h5"),
        "partly": own_models.before_a_lambda(tmp_path / "partly.h5"),
        "table": table,
        "missing": tmp_path / "nope.keras",
    }


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("w.json", '{"the": 1, "a": 2}', "w.json is a dictionary, not a model. Drop it"),
        ("t.csv", "text,label\na good film,1\n", "t.csv has texts, not a model. Drop it"),
        ("numbers.csv", "a,b\n1,2\n3,4\n", "numbers.csv is a table, not a model."),
        ("net.json", '{"class_name": "Functional"}', "net.json"),
        ("broken.keras", "text,label", "broken.keras"),
    ],
)
def test_what_is_named_as_a_model_and_is_none_is_sent_where_it_belongs(
    launch: Launch, tmp_path: Path, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content)
    window = launch(tmp_path / name)
    assert said in window.notice.text
    assert ("Drop it" in said) == ("Reviews" in window.notice.text)


@pytest.mark.parametrize(
    ("named", "remembers"),
    [
        (["missing"], True),
        (["missing", "refused", "table"], False),
        (["good", "refused"], True),
        (["refused", "partly", "missing"], False),
    ],
    ids=str,
)
def test_every_file_that_is_not_shown_is_named(
    launch: Launch,
    files: dict[str, Path],
    named: list[str],
    remembers: bool,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if remembers:  # the last session has a model from elsewhere, of which there is much to say
        other = files["partly"].rename(files["partly"].with_name("other.h5"))
        shutil.copy(other, files["partly"])
        dispose(launch(other))
        capsys.readouterr()
    window = launch(*(files[name] for name in named))
    report = window.dialogs.views.report
    qtbot.waitUntil(lambda: not report.is_open and not window.session.busy, timeout=20_000)
    window.notice.show_offer(lambda: "Something could be done.", lambda: "Do it", lambda: None)
    printed = capsys.readouterr().err
    shown = [name for name in named if name in ("good", "partly")]
    for said in (window.notice.problem, printed):
        assert all(files[name].name in said for name in named if name not in shown)
        assert ("is shown up to here" in said) == ("partly" in named or (not shown and remembers))
    if shown:
        networks = [pane.network.path for pane in window.session.panes]
        assert networks == [files[name] for name in shown]
    instead = "bundled models" if not remembers else "what was open last"
    assert (f"{instead}" in window.notice.problem) != bool(shown)
    assert window.notice.isVisible()


@pytest.mark.parametrize("name", ["https://example.org/a.keras", "C:\\models\\a.keras"])
def test_what_is_no_file_of_this_computer_is_said(
    launch: Launch, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    window = launch(name)
    printed = capsys.readouterr().err
    for said in (window.notice.problem, printed):
        assert name in said and "bundled models are shown instead" in said


@pytest.mark.parametrize("way", ["named", "dropped", "chosen"])
@pytest.mark.parametrize("kind", OWN_FILES, ids=lambda kind: kind.suffix)
def test_what_gatescope_saved_is_opened_in_every_way(
    launch: Launch, tmp_path: Path, qtbot: QtBot, kind: OwnFile, way: str
) -> None:
    """Each kind arrives where it belongs; its own tests hold what becomes of it there."""
    path = tmp_path / f"a{kind.suffix}"
    path.write_text(f'{{"format": "{kind.format}", "version": 0}}')
    window = launch(*([path] if way == "named" else []))
    if way == "dropped":
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        window.opening.open_dropped(data)
    elif way == "chosen":
        window.dialogs.open_model()
        dialog = window.findChild(QFileDialog)
        assert dialog is not None
        assert f"*{kind.suffix}" in dialog.nameFilters()[0]
        dialog.fileSelected.emit(str(path))
        dialog.close()
    if kind is ANSWERS:  # has a window of its own
        assert len(window.findChildren(AnswersDialog)) == 1 and not window.notice.problem
        return
    wrong = "is of version 0" if kind is VIEW else "was written by another version"
    qtbot.waitUntil(lambda: f"{path.name} {wrong}" in window.notice.problem)
    assert window.notice.problem.count(path.name) == 1, "and nowhere else"


def test_what_has_no_room_is_named(
    launch: Launch, files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    window = launch(*[files["good"]] * 3, files["partly"])
    assert len(window.session.panes) == 3
    assert files["partly"].name in window.notice.problem
    assert files["partly"].name in capsys.readouterr().err


def test_a_bundled_model_is_known_by_any_path(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = next(entry for entry in bundled() if entry.name == "gru")
    monkeypatch.chdir(entry.path.parent)
    window = launch(entry.path.name)
    assert window.session.panes[0].network.path == entry.path
    assert not window.notice.problem


def test_words_for_a_network_of_numbers_are_not_dropped_unsaid(
    launch: Launch, files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Alone it reads numbers, and it is said; beside one that reads words, the words are read."""
    numbers = MODELS / "lessons" / "sine.keras"
    window = launch(numbers)
    for said in (window.notice.problem, capsys.readouterr().err):
        assert "reads numbers, not words" in said
    assert window.dialogs.views.report.has_failed and window.session.review is None
    window = launch(numbers, files["good"])
    assert window.session.review is not None and window.session.review.text == "a fine film"
    assert not window.dialogs.views.report.has_failed
