"""What the monkey finds to open: files of every kind, whole and broken."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

from engine.library import MODELS
from engine.session.state import NumbersState, PaneState, ReviewState, SessionState
from engine.session.view_file import save
from tests.engine.network import files
from tests.gui import own_models
from tests.gui.run_folders import make_run

REFERENCE = Path(__file__).resolve().parents[1] / "engine" / "network" / "reference"


def fill(folder: Path) -> list[Path]:
    """Write them; returns all, sorted by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("lstm", "gru", "simple_rnn", "two_lstm", "simple_rnn_one_hot"):
        shutil.copyfile(MODELS / f"{name}.keras", folder / f"{name}.keras")
    own_models.both_ways(folder / "both_ways.h5")
    own_models.before_a_lambda(folder / "lambda.h5")
    own_models.pictures(folder / "pictures.h5")
    own_models.writes_after_reading(folder / "autoencoder.h5")
    for name in ("keras_both.onnx", "gru_script.onnx", "lstm_script.onnx"):
        shutil.copyfile(REFERENCE / name, folder / name)
    _broken(folder)
    _texts(folder)
    _views(folder)
    make_run(folder / "run")
    return sorted(folder.iterdir())


def _broken(folder: Path) -> None:
    whole = (MODELS / "lstm.keras").read_bytes()
    (folder / "cut.keras").write_bytes(whole[: len(whole) // 2])
    (folder / "changed.keras").write_bytes(whole[:900] + b"monkey" + whole[906:])
    (folder / "empty.keras").write_bytes(b"")
    (folder / "noise.onnx").write_bytes(bytes(range(256)) * 4)
    config = files.config()
    files.layer(config, "LSTM")["config"]["activation"] = "monkey"
    files.write_keras(folder / "unknown.keras", config)
    files.write_h5(folder / "no_weights.h5", arrays={})
    (folder / "broken.csv").write_bytes(b"a,b\n1,2,3\n\xff\xfe\n")


def _views(folder: Path) -> None:
    """Two that can be opened, one whose network is gone, and three that are damaged."""
    panes = tuple(PaneState(name, file=str(folder / f"{name}.keras")) for name in ("gru", "lstm"))
    text = SessionState(panes, focus=1, review=ReviewState(text="not a bad film"), step=2)
    numbers = NumbersState("file", str(folder / "numbers.csv"), ("one", "two"), length=20)
    gone = replace(panes[0], file=str(folder / "gone.keras"))
    for name, state in {
        "text": text,
        "numbers": replace(text, reads="numbers", numbers=numbers),
        "gone": replace(text, panes=(gone, *panes)),
    }.items():
        save(state, folder / f"{name}.gatescope")
    content = (folder / "text.gatescope").read_bytes()
    (folder / "cut.gatescope").write_bytes(content[: len(content) // 2])
    (folder / "odd.gatescope").write_bytes(content.replace(b'"focus": 1', b'"focus": "monkey"'))
    (folder / "noise.gatescope").write_bytes(bytes(range(256)) * 4)


def _texts(folder: Path) -> None:
    (folder / "review.txt").write_text("a film that was not so bad after all", encoding="utf-8")
    (folder / "reviews.csv").write_text(
        "text,label\n" + "the best film,1\nthe worst film,0\n" * 20, encoding="utf-8"
    )
    rows = [f"{n},{(n * 7) % 13},{(n * n) % 17 / 3:.2f}" for n in range(80)]
    (folder / "numbers.csv").write_text("day,one,two\n" + "\n".join(rows), encoding="utf-8")
    (folder / "two_classes.txt").write_text("bad\ngood\n", encoding="utf-8")
    words = {word: n for n, word in enumerate(["the", "a", "film", "was", "good", "bad", "not"], 1)}
    (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
