"""The same model in several panes: every step is drawn, and no two panes have one name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from engine.library import bundled
from engine.network.opening import open_network
from engine.session.pane import Shade
from gui.i18n.languages import install_language
from gui.naming import pane_names, pane_titles
from gui.pictures.prediction import Predictions
from gui.pictures.stage import compose, content
from tests.gui.conftest import MakeWindow, case, settle, texts
from tests.gui.own_models import both_ways


@pytest.mark.slow
def test_every_bundled_model_opens_twice_and_steps(make_window: MakeWindow) -> None:
    window = make_window(length=12)
    for entry in bundled():
        with case(entry.name):
            window.session.set_networks([open_network(entry.path) for _ in range(2)])
            window.session.shade = Shade(1, "h", 0)
            for step in range(window.session.steps):
                window.session.step = step
                settle()
            first, second = pane_names(window.session)
            assert (first[:-1], first[-1], second[-1]) == (second[:-1], "1", "2")
            shown = [view.header.name.text() for view in window.panes.views]
            assert shown == [f"{title}  ▾" for title in pane_titles(window.session)]
            assert second in window.reading_view.header.shade.text()
            assert [
                chip.accessibleName()
                for chip in window.cell.findChildren(QToolButton)
                if chip.property("role") == "chip"
            ] == [first, second]
            legend = next(text for text in texts(window.prediction) if first in text)
            assert second in legend
            window.session.remove_pane(0)
            assert (
                window.panes.views[0].header.name.text() == f"{pane_titles(window.session)[0]}  ▾"
            )
            assert pane_names(window.session) == [window.session.panes[0].network.name]


def test_two_layers_of_one_network_have_the_names_of_the_layers(make_window: MakeWindow) -> None:
    network = open_network(next(entry.path for entry in bundled() if entry.name == "two_lstm"))
    window = make_window(network)
    window.session.show_layers(0, [layer.name for layer in network.recurrent])
    names = pane_names(window.session)
    assert names == [pane.layer for pane in window.session.panes] and len(set(names)) == 2
    for name, view in zip(names, window.panes.views, strict=True):
        assert view.header.name.text() == f"{network.name} · {name}  ▾"
    window.session.show_layer(1, names[0])
    assert pane_names(window.session) == [f"{names[0]} · 1", f"{names[0]} · 2"]
    assert [view.header.name.text() for view in window.panes.views] == [
        f"{network.name} · {names[0]} · {number}  ▾" for number in (1, 2)
    ]


def test_copies_are_told_apart_by_their_files(make_window: MakeWindow, tmp_path: Path) -> None:
    paths = [both_ways(tmp_path / name) for name in ("topics.h5", "topics copy.h5")]
    folder = tmp_path / "old"
    folder.mkdir()
    paths.append(both_ways(folder / "topics.h5"))
    (tmp_path / "labels.txt").write_text("\n".join(f"topic {n}" for n in range(7)))
    window = make_window(*map(open_network, paths), length=12)
    title = window.session.panes[0].network.name
    wanted = [f"{title} · {end}" for end in ("topics · 1", "topics copy", "topics · 2")]
    assert pane_names(window.session) == wanted
    layer = f"{title} · {window.session.panes[0].layer}"
    assert pane_titles(window.session) == [each.replace(title, layer) for each in wanted]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_answer_of_many_classes_names_its_class(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    folder = tmp_path / "named"
    folder.mkdir()
    (folder / "labels.txt").write_text("\n".join(f"topic {n}" for n in range(7)))
    paths = [both_ways(folder / "a.h5"), both_ways(tmp_path / "b.h5", classes=5)]
    window = make_window(*map(open_network, paths), length=12)
    services, prediction = window.services, window.prediction
    window.session.step = window.session.steps - 1
    first, second = (int(p.trace.prediction[-1].argmax()) for p in window.session.panes if p.trace)
    plain = {"en": f"class {second + 1}", "ko": f"클래스 {second + 1}"}[language]
    wanted = [f" · a · topic {first}", f" · b · {plain}"]
    drawn = content(services, services.settings.picture)
    for said in (
        "".join(texts(prediction)),
        prediction._say(window.session.step, 0.0),
        " ".join(drawn.answers),
    ):
        assert all(each in said for each in wanted), said
    picture = compose(window.session.copy(), drawn, services.settings.picture)
    (block,) = (each for each in picture.blocks if isinstance(each, Predictions))
    assert block._names == list(drawn.answers)
    services.explaining.asked = replace(services.explaining.asked, strip="attribution")
    qtbot.waitUntil(lambda: not services.explaining.asker.is_busy, timeout=20_000)
    settle()
    for at, name in enumerate((f"topic {first}", plain)):
        assert name in window.explain_strip.attribution.rows[at, "gradxinput"].notes[0]
