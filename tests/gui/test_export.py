"""Export: what is written is what was computed, whole or not at all, and said in place."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.replay.export import arrays
from gui.export.dialogs import export_picture, export_trace, save_picture, write_trace
from gui.export.picture import data_of, image, of_widget, write_picture
from gui.kit.layouts import column
from gui.kit.work import stop_all
from gui.look.dressing import apply_theme
from gui.look.theme import theme
from gui.plots.curves import Curves
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, is_near, settle
from tests.networks import text_network

no_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super user may write anywhere"
)


def saved(window: MainWindow, path: Path, qtbot: QtBot) -> Path:
    """Let the window write the focused trace; where it is."""
    focused = window.session.focused
    assert focused is not None
    assert focused.trace is not None
    write_trace(window, focused.trace, path, window.notice)
    qtbot.waitUntil(lambda: bool(window.notice.text), timeout=10_000)
    assert stop_all()
    return path


def test_npz_holds_the_trace_exactly(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.focus = 1
    path = saved(window, tmp_path / "a.npz", qtbot)
    assert window.notice.text == f"Written: {path}"
    assert window.notice.kind == "good"
    trace = window.session.panes[1].trace
    assert trace is not None
    with np.load(path, allow_pickle=False) as found:
        assert set(found) == {"words", "ids", "mask", "prediction"} | {
            f"lstm/{key}" for key in "hcfigo"
        }
        for name, values in arrays(trace).items():
            np.testing.assert_array_equal(found[name], values)
            assert found[name].dtype == values.dtype


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_csv_has_a_row_a_step_and_a_column_a_unit(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    window = make_window(text_network(kind, 3, layers=2), text='it, was "good" 재미\n있다')
    path = saved(window, tmp_path / "a.csv", qtbot)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    trace = window.session.panes[0].trace
    assert trace is not None
    assert len(rows) == len(trace)
    assert list(rows[0])[:5] == ["step", "word", "id", "mask", "prediction"]
    assert [row["word"] for row in rows] == list(trace.sequence.steps)
    assert [int(row["mask"]) for row in rows] == (~trace.sequence.padding).astype(int).tolist()
    for name, layer in trace.layers.items():
        for key, values in layer.series.items():
            for unit in range(3):
                column = [np.float32(row[f"{name}/{key}/{unit}"]) for row in rows]
                np.testing.assert_array_equal(np.array(column, np.float32), values[:, unit])


def test_the_dialog_names_a_file_and_remembers_the_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = export_trace(window, window.services.settings, window.session, window.notice)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "simplernn-8-text.npz"
    assert dialog.defaultSuffix() == "npz"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(tmp_path / "b.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: bool(window.notice.text), timeout=10_000)
    assert (tmp_path / "b.csv").exists()
    assert stop_all()
    again = export_picture(window, window.services.settings, window.centre, window.notice)
    assert Path(again.directory().absolutePath()) == tmp_path
    again.fileSelected.emit(str(tmp_path / "c"))
    again.close()
    qtbot.waitUntil((tmp_path / "c.png").exists, timeout=10_000)
    assert stop_all()


def test_without_a_trace_it_says_so(make_window: MakeWindow) -> None:
    window = make_window(text="")
    assert export_trace(window, window.services.settings, window.session, window.notice) is None
    assert window.notice.text.startswith("There is no trace to export yet.")
    assert window.notice.kind == "error"


def test_a_folder_that_is_not_there_is_said_in_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(window, tmp_path / "missing" / "a.npz", qtbot)
    assert window.notice.kind == "error"
    assert "cannot be written" in window.notice.text
    window.notice.clear()
    save_picture(window.centre, tmp_path / "missing" / "a.png", window.notice)
    qtbot.waitUntil(lambda: window.notice.kind == "error", timeout=10_000)
    assert stop_all()
    assert not (tmp_path / "missing").exists()


@no_permissions
def test_a_folder_without_permission(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(GatescopeError, match="cannot be written"):
        write_picture(of_widget(window.centre), folder / "a.png")


@pytest.mark.parametrize("name", ["a.png", "a.svg"])
def test_what_has_no_room_is_no_picture(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    """Qt would warn, and the file be empty."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 0)
    with pytest.raises(GatescopeError, match="no room"):
        write_picture(of_widget(widget), tmp_path / name)
    assert not (tmp_path / name).exists()


def test_what_was_there_stays_when_writing_fails(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    with pytest.raises(GatescopeError, match="cannot be written"):
        write_picture(of_widget(window.centre), tmp_path / "a.png")
    assert (tmp_path / "a.png").is_dir()


@pytest.mark.parametrize("look", ["dark", "light"])
def test_png_is_twice_the_size_and_wears_the_theme(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, look: str
) -> None:
    apply_theme(look)  # type: ignore[arg-type]
    settle()
    window.notice.show_error("must not be in the picture")
    settle()
    save_picture(window.centre, tmp_path / "a.png", window.notice)
    qtbot.waitUntil((tmp_path / "a.png").exists, timeout=10_000)
    assert stop_all()
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 2 * window.centre.width()
    assert image.height() == 2 * window.centre.height()
    corner = image.pixelColor(4, image.height() - 4)
    assert corner.name() == theme().ground
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(whole.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = raw[:, : 3 * image.width()].reshape(image.height(), -1, 3).astype(np.int16)
    assert is_near(pixels, theme().accent).any()
    assert not is_near(pixels, theme().bad, 4).any()


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """A widget, 300 × 200, that is filled by a plot of one line."""
    sheet, curves = QWidget(), Curves()
    column(curves, of=sheet, margins=(0, 0, 0, 0))
    qtbot.addWidget(sheet)
    sheet.resize(300, 200)
    curves.show_lines([(np.sin(np.linspace(0, 9, 60)), "#ff0000")], 60, -1.0, 1.0, None)
    sheet.show()
    settle()
    return sheet


def test_what_is_kept_as_pixels_is_drawn_anew_for_more_of_them(sheet: QWidget) -> None:
    """A plot keeps its scene in the pixels of the screen: enlarged, it would be blurred."""
    twice = image(of_widget(sheet), 2.0)
    pixels = np.array(twice.constBits(), np.uint8).reshape(200, 2, 600, 4)[..., 2].astype(int)
    assert (abs(pixels[:, 0] - pixels[:, 1]) > 30).sum() > 300  # within a pixel of the screen


def test_a_plot_has_its_ground_in_a_drawing(sheet: QWidget) -> None:
    drawn = QSvgRenderer(data_of(of_widget(sheet), ".svg"))
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill("red")
    painter = QPainter(picture)
    drawn.render(painter)
    painter.end()
    assert picture.pixelColor(280, 190).name() == theme().surface


def test_svg_of_a_widget_has_outlines_for_texts(window: MainWindow, tmp_path: Path) -> None:
    """Other machines have other typefaces; what a text says is kept beside its outlines."""
    drawing = bytes(data_of(of_widget(window.centre), ".svg").data()).decode()
    assert QSvgRenderer(QByteArray(drawing.encode())).isValid()
    assert "<text" not in drawing
    assert 'aria-label="forget gate"' in drawing
    assert "<image" in drawing
    write_picture(of_widget(window.centre), tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<?xml")
