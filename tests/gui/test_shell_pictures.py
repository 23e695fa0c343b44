"""``--screenshot`` and ``--export-picture`` wait for all that is still arriving."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.library import MODELS
from engine.replay.edit_texts import parse_all
from engine.session import edits_file
from engine.session.state import PaneState, ReviewState, SessionState
from engine.session.view_file import load, save
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.sources.reference import SourceReference
from gui.kit.work import stop_all
from gui.review import dictionaries
from gui.review.words import WordsView
from gui.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.shell_pictures import (
    has_arrived,
    save_view,
    take_screenshot,
    when_arrived,
    write_picture,
)
from tests.gui.conftest import dispose, settle

Launch = Callable[..., MainWindow]
ARRIVING = ("model", "dictionary", "reviews", "trace")


@pytest.fixture
def launch(qapp: QApplication) -> Iterator[Launch]:
    """Opens the window as `main.py` does for a picture."""
    made: list[MainWindow] = []

    def start(settings: Settings, *arguments: object) -> MainWindow:
        window = gui.app.make_window(main.parser().parse_args([*map(str, arguments)]), settings)
        made.append(window)
        window.show()
        window.services.work_in_background()
        return window

    yield start
    for window in made:
        dispose(window)


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The codes with which the application was told to end."""
    ends: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ends.append)
    return ends


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A model from elsewhere, with its dictionary beside it."""
    path = tmp_path / "own.keras"
    shutil.copy(MODELS / "gru.keras", path)
    with path.open("ab") as file:
        file.write(b"\0")  # another digest than the bundled one
    index = {"word_index": {"a": 1, "fine": 2, "film": 3}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(index))
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> threading.Event:
    """One of what arrives comes only when it is let."""
    let = threading.Event()

    def late(call: Callable[..., object]) -> Callable[..., object]:
        def wait(*arguments: object, **options: object) -> object:
            assert let.wait(30)
            return call(*arguments, **options)

        return wait

    name = request.param
    if name == "model":
        from engine.network import opening

        monkeypatch.setattr(opening, "open_safely", late(opening.open_safely))
    elif name == "dictionary":
        monkeypatch.setattr(dictionaries, "_choice_for", late(dictionaries._choice_for))
    elif name == "reviews":
        monkeypatch.setattr(ImdbReviews, "prepare", late(ImdbReviews.prepare))
    else:
        from engine.session import jobs

        monkeypatch.setattr(jobs, "read", late(jobs.read))
    return let


@pytest.mark.parametrize("held", ARRIVING, indirect=True)
def test_a_picture_waits_for_each_of_them(
    launch: Launch, own: Path, held: threading.Event, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["held"]
    if name == "trace":
        held.set()  # the first replay runs before the window is there
        window = launch(Settings())
        held.clear()
        window.services.reading.read_text("a fine film")
    else:
        pane = PaneState(file=str(own), name="own", layer="", sha256="")
        window = launch(Settings(session=SessionState(panes=(pane,))), "--text", "a fine film")
    if name == "reviews":
        window.services.reading.prepare()
    seen: list[list[bool]] = []
    when_arrived(window, lambda: seen.append([pane.trace is None for pane in window.session.panes]))
    for _ in range(20):
        settle()
        qtbot.wait(10)
    assert not has_arrived(window) and not seen
    if name == "reviews":
        window.services.reading.cancel()
    held.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    assert not any(seen[0]) and has_arrived(window)
    if name in ("model", "dictionary"):
        assert [pane.network.path for pane in window.session.panes] == [own]
        review = window.session.review
        assert review is not None and review.dictionary.tokenizer.numbers["film"] == 3
    assert stop_all()


def test_what_never_arrives_is_said(
    launch: Launch,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = launch(Settings())
    monkeypatch.setattr("gui.window.shell_pictures.has_arrived", lambda window: False)
    seen: list[bool] = []
    when_arrived(window, lambda: seen.append(True), patience=100)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert "not all had arrived" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["screenshot", "picture"])
def test_both_show_the_model_that_was_named(
    launch: Launch, own: Path, tmp_path: Path, codes: list[int], qtbot: QtBot, asked: str
) -> None:
    window = launch(Settings(), own, "--text", "a fine film", "--size", "1000x700")
    path = tmp_path / "x.png"
    (take_screenshot if asked == "screenshot" else write_picture)(window, path)
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    assert codes == [0] and window.session.panes[0].trace is not None
    picture = QImage(str(path))
    wanted = window.services.settings.picture
    size = (1000, 700) if asked == "screenshot" else (wanted.width, wanted.height)
    assert (picture.width(), picture.height()) == size


def test_a_picture_has_every_line_of_the_words_of_an_own_model(
    launch: Launch, own: Path, tmp_path: Path, codes: list[int], qtbot: QtBot
) -> None:
    """They come once the window stands, and flow in more lines than it had asked for by then."""
    (own.parent / "tokenizer.json").unlink()  # so that the first review is read in full
    window = launch(Settings(), own, "--size", "1440x900")
    take_screenshot(window, tmp_path / "x.png")
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    words = window.findChild(WordsView)
    assert words is not None and words.lines > 2 and codes == [0]
    assert words.viewport().height() == words.height() >= words.height_of(words.lines)


def test_what_would_be_shown_is_saved_as_a_view(
    launch: Launch, own: Path, tmp_path: Path, codes: list[int], qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    window, path = (
        launch(Settings(), own, "--text", "a fine film", "--step", 99),
        tmp_path / "a.gatescope",
    )
    save_view(window, path)
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    assert codes == [0] and f"Written: {path}" in capsys.readouterr().out
    state, notes = load(path)
    assert not notes and (state.review.text, state.step) == ("a fine film", 98)
    assert [pane.file for pane in state.panes] == [own.name]
    save_view(window, tmp_path / "missing" / "a.gatescope")
    qtbot.waitUntil(lambda: len(codes) == 2, timeout=30_000)
    assert codes[1] == 2 and "cannot be written" in capsys.readouterr().err
    assert gui.app.run(main.parser().parse_args(["--save-view", "a.json"])) == 2
    assert "ends in .gatescope, not a.json" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["screenshot", "picture"])
def test_a_file_that_cannot_be_written_ends_with_2(
    launch: Launch, tmp_path: Path, codes: list[int], qtbot: QtBot, asked: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    window, path = launch(Settings()), tmp_path / "missing" / "x.png"
    (take_screenshot if asked == "screenshot" else write_picture)(window, path)
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    assert codes == [2] and "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["screenshot", "picture"])
@pytest.mark.parametrize(
    "wrong", ["nope.keras", "broken.keras", "view.gatescope", "gone.gatescope", "review"]
)
def test_a_picture_of_less_than_was_asked_for_ends_with_2(
    launch: Launch, tmp_path: Path, codes: list[int], qtbot: QtBot, asked: str, wrong: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """It is made all the same, and shows why."""
    (tmp_path / "broken.keras").write_bytes(b"PK")
    (tmp_path / "view.gatescope").write_text("{")
    save(SessionState(panes=(PaneState(file="gone.keras"),)), tmp_path / "gone.gatescope")
    arguments = ["--review", 10**6] if wrong == "review" else [tmp_path / wrong]
    window, path = launch(Settings(), *arguments), tmp_path / "x.png"
    if wrong == "review":
        window.services.reading.begin()
    (take_screenshot if asked == "screenshot" else write_picture)(window, path)
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    assert codes == [2] and path.is_file()
    if wrong == "gone.gatescope":
        assert "gone.keras is not here, which gone.gatescope needs" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        *("broken.keras", "view.gatescope", "gone.gatescope", "odd.gatescope", "four.gatescope"),
        *("review", "step"),
    ],
)
def test_a_view_of_less_than_was_asked_for_takes_no_other_views_place(
    launch: Launch, tmp_path: Path, codes: list[int], qtbot: QtBot, wrong: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A picture shows what is not in it; a view that is replaced is lost."""
    path = tmp_path / "mine.gatescope"
    save(SessionState(panes=(PaneState(bundled="gru"),)), path)
    before = path.read_bytes()
    (tmp_path / "broken.keras").write_bytes(b"PK")
    (tmp_path / "view.gatescope").write_text("{")
    save(SessionState(panes=(PaneState(file="gone.keras"),)), tmp_path / "gone.gatescope")
    save(SessionState(review=ReviewState(number=3), step=4000), tmp_path / "odd.gatescope")
    save(SessionState((PaneState(bundled="gru"),) * 4), tmp_path / "four.gatescope")
    numbers = {"review": 10**6, "step": 4000}
    arguments = [f"--{wrong}", numbers[wrong]] if wrong in numbers else [tmp_path / wrong]
    window = launch(Settings(), *arguments)
    if wrong == "review":
        window.services.reading.begin()
    save_view(window, path)
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    assert codes == [2] and path.read_bytes() == before
    said = capsys.readouterr()
    assert "Written" not in said.out and f"not written: {path}" in said.err
    assert load(path)[0].panes[0].bundled == "gru"


OPENED = {
    "nothing": [],
    "bundled": ["lstm"],
    "own": ["own.keras"],
    "own first": ["own.keras", "lstm"],
    "numbers": ["sine"],
    "own numbers": ["waves.keras"],
    "view": ["plain.gatescope"],
    "view of own": ["own.gatescope"],
    "view of a table": ["table.gatescope"],
    "view with a note": ["noted.gatescope"],
    "edits": ["own.keras", "word.edits.json"],
}
"""What can be named on the command line."""

READ = {"": [], "text": ["--text", "a fine film"], "review": ["--review", 5]}
"""What can be asked to be read."""


@pytest.mark.parametrize("read", READ)
@pytest.mark.parametrize("opened", OPENED)
def test_every_way_of_opening_stands_at_the_step_that_was_asked_for(
    launch: Launch, own: Path, codes: list[int], qtbot: QtBot, opened: str, read: str
) -> None:
    folder = own.parent
    shutil.copy(MODELS / "lessons" / "sine.keras", folder / "waves.keras")
    (folder / "table.csv").write_text("text,label\na fine film,1\na bad film,0\n", "utf-8")
    panes = (PaneState(bundled="gru"), PaneState(bundled="lstm"))
    save(SessionState(panes, review=ReviewState(number=7), step=9), folder / "plain.gatescope")
    save(SessionState((PaneState(file=str(own)),), step=9), folder / "own.gatescope")
    table = SourceReference("table", str(folder / "table.csv"), text="text", label="label")
    reviews = ReviewState(table, number=1)
    save(SessionState(panes, review=reviews, step=9), folder / "table.gatescope")
    plain = json.loads((folder / "plain.gatescope").read_text("utf-8"))
    (folder / "noted.gatescope").write_text(json.dumps(plain | {"odd": 1}), "utf-8")
    edits_file.save(parse_all(["word 100=film"]), folder / "word.edits.json")
    named = [folder / name if "." in name else name for name in OPENED[opened]]
    window = launch(Settings(), *named, *READ[read], "--step", 20)
    save_view(window, folder / "x.gatescope")
    qtbot.waitUntil(lambda: bool(codes), timeout=30_000)
    reads_no_words = "numbers" in opened and read != ""
    assert codes == [2 if reads_no_words or opened == "view with a note" else 0]
    state = window.dialogs.views.state()
    assert state.step == 19
    if reads_no_words:
        return
    if read == "text":
        assert state.review.text == "a fine film"
    elif read == "review":
        assert state.review.number == 5 or opened == "view of a table"
    elif opened == "view of a table":
        assert state.review.number == 1
