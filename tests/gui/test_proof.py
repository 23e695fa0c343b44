"""The proof: whether the numbers are Keras's, found out beside the window, remembered."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import Note, UnsupportedError
from engine.library import MODELS
from engine.network.opening import open_network
from engine.session.session import Session
from gui.models import proof as proofs
from gui.models.proof import ProofKeeper
from tests.networks import text_network


@pytest.fixture
def session(qapp: object) -> Session:
    """The bundled SimpleRNN beside the bundled LSTM."""
    session = Session()
    session.set_networks(
        [open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm")]
    )
    return session


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A good file that did not come with the app."""
    path = tmp_path / "own.keras"
    shutil.copy(MODELS / "two_lstm.keras", path)
    return path


def keeper(session: Session) -> ProofKeeper:
    keeper = ProofKeeper(session)
    keeper.delay = 0
    return keeper


def test_bundled_models_bring_their_proof(session: Session) -> None:
    proof = keeper(session)
    badge = proof.state(1)
    assert proof.proof(1).state == "proven"
    assert badge.role == "good"
    assert re.fullmatch(r"✓ as Keras 3\.\d+, \de-\d", badge.text)
    assert "over h, c, " in badge.tip
    assert "output" in badge.tip
    assert "Keras 3." in badge.tip
    proof.watch()
    assert proof._process is None
    proof.stop()


def test_a_changed_file_is_not_proven_by_the_record(session: Session, tmp_path: Path) -> None:
    network = replace(session.panes[1].network, digest="0" * 64)
    session.replace_network(1, network)
    assert keeper(session).proof(1).state == "pending"


def test_a_network_of_no_file_cannot_be_compared(session: Session) -> None:
    session.set_networks([text_network()])
    badge = keeper(session).state(0)
    assert badge.text == "not compared with Keras"
    assert keeper(session).state(9).role == "dim"


def test_a_part_of_a_model_is_as_nothing(session: Session) -> None:
    note = Note("Weights are left out: {names}.", names="norm.weight")
    for place, pane in enumerate(session.panes):
        part = replace(pane.network, left_out=("norm.weight",), notes=(note,))
        session.replace_network(place, part)
        badge = keeper(session).state(place)
        assert badge.text == "a part of the model: 1 weight left out"
        assert (badge.role, badge.tip) == ("warning", "Weights are left out: norm.weight.")


def test_a_network_without_its_answer_is_as_nothing(session: Session) -> None:
    for place, pane in enumerate(session.panes):
        *rest, head = pane.network.layers
        reason = UnsupportedError("Layer {layer} is not replayed.", layer=head.name)
        layers = (*rest, replace(head, refused=reason))
        session.replace_network(place, replace(pane.network, layers=layers))
        badge = keeper(session).state(place)
        assert badge.text == "a part of the model: its answer is not computed"
        assert (badge.role, badge.tip) == ("warning", str(reason))


AMPLIFIES = {
    "ok": True,
    "verdict": "amplifies",
    "largest": 0.04,
    "keras": "3.15.1",
    "worst": "enc/gru/h",
    "layers": {"enc/gru": {"h": 0.04}},
    "exact": {"enc/gru": {"h": {"keras": 0.08, "gatescope": 0.07}}},
    "amplification": {"layer": "enc/gru", "factor": 3.04, "reliable_steps": 12, "steps": 37},
}


def remembered(session: Session, foreign: Path, outcome: object) -> ProofKeeper:
    network = open_network(foreign)
    session.replace_network(0, network)
    proofs._place(network.digest).parent.mkdir(parents=True, exist_ok=True)
    proofs._place(network.digest).write_text(json.dumps(outcome))
    return keeper(session)


def test_a_network_that_amplifies_rounding_has_a_badge_of_its_own(
    session: Session, foreign: Path
) -> None:
    badge = remembered(session, foreign, AMPLIFIES).state(0)
    assert badge.text == "amplifies rounding ×3 a step; reliable to step 12"
    assert badge.role == "warning"
    assert "The layer enc/gru amplifies rounding ×3.04 a step. After step 12" in badge.tip
    assert "(float64) Keras is 8e-2 away there, Gatescope 7e-2." in badge.tip
    assert "As Keras" not in badge.tip
    assert "the largest difference is 4e-2 over h; single steps" in badge.tip
    for largest, said in ((1.87, "1.9"), (99.4, "99"), (99.7, "1e2")):
        badge = remembered(session, foreign, AMPLIFIES | {"largest": largest}).state(0)
        assert f"the largest difference is {said} over" in badge.tip


@pytest.mark.parametrize(
    ("changed", "role"),
    [
        ({"amplification": None}, "good"),
        ({"amplification": "much", "exact": 7, "worst": None}, "good"),
        ({"amplification": {"factor": "x"}, "exact": {"enc/gru": {"h": {}}}}, "good"),
        ({"ok": False, "verdict": "other"}, "bad"),
    ],
)
def test_a_difference_is_judged_by_what_is_exact(
    session: Session, foreign: Path, changed: dict[str, object], role: str
) -> None:
    """Green however large it is, where both are as far from exact; red what is really other."""
    assert remembered(session, foreign, AMPLIFIES | changed).state(0).role == role


def answer(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the comparing process run this instead."""
    monkeypatch.setattr(proofs, "_command", lambda network: ["-c", code])


@pytest.mark.parametrize(
    ("code", "state", "role"),
    [
        ('print(\'{"ok": true, "largest": 6e-8, "keras": "3.15.1"}\')', "proven", "good"),
        ('print(\'{"ok": false, "largest": 0.2, "keras": "3.15.1"}\'); exit(1)', "failed", "bad"),
        ('print(\'{"ok": false, "verdict": "partial", "largest": 6e-8}\')', "proven", "good"),
        ("import sys; sys.exit('gatescope: TensorFlow is not there')", "unavailable", "dim"),
        ("print('{broken')", "unavailable", "dim"),
        ("import os; os.abort()", "unavailable", "dim"),
    ],
)
def test_a_file_is_compared_once(
    qtbot: QtBot,
    session: Session,
    foreign: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    state: str,
    role: str,
) -> None:
    answer(monkeypatch, code)
    session.replace_network(0, open_network(foreign))
    proof = keeper(session)
    assert proof.state(0).text == "… comparing with Keras"
    with qtbot.waitSignal(proof.changed, timeout=20_000) as caught:
        proof.watch()
    assert caught.args == [0]
    assert proof.proof(0).state == state
    assert proof.state(0).role == role
    answer(monkeypatch, "raise SystemExit")
    again = keeper(session)
    remembered = state in ("proven", "failed")
    assert again.proof(0).state == (state if remembered else "pending")
    proof.stop()


def test_the_process_ends_with_its_network_and_with_the_window(
    qtbot: QtBot, session: Session, foreign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "import time; time.sleep(60)")
    session.replace_network(0, open_network(foreign))
    proof = keeper(session)
    proof.watch()
    qtbot.waitUntil(lambda: proof._process is not None, timeout=5000)
    session.replace_network(0, open_network(MODELS / "gru.keras"))
    proof.watch()
    assert proof._process is None
    session.replace_network(0, open_network(foreign))
    proof.watch()
    qtbot.waitUntil(lambda: proof._process is not None, timeout=5000)
    proof.stop()
    assert proof._process is None


def test_a_damaged_memory_of_a_proof_is_ignored(session: Session, foreign: Path) -> None:
    network = open_network(foreign)
    session.replace_network(0, network)
    path = proofs._place(network.digest)
    path.parent.mkdir(parents=True)
    for content in ("", "[]", json.dumps({"ok": "yes"}), "\udcff"):
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
        assert keeper(session).proof(0).state == "pending"


@pytest.mark.slow
def test_a_file_is_really_compared_with_keras(
    qtbot: QtBot, session: Session, foreign: Path
) -> None:
    session.replace_network(0, open_network(foreign))
    proof = keeper(session)
    with qtbot.waitSignal(proof.changed, timeout=150_000):
        proof.watch()
    found = proof.proof(0)
    assert found.state == "proven"
    assert set(found.series) == {*"hcfigo", "output"}
    assert found.where.startswith("lstm")
    assert not found.rebuilt
    assert found.difference is not None
    assert found.difference < 1e-5
    assert "Keras 3." in found.oracle
    proof.stop()


DATA = {
    "ok": False,
    "largest": 0.25,
    "keras": "2.21.0",
    "by": "tf-keras",
    "worst": "lstm/c",
    "layers": {"lstm": {"h": 0.1, "c": 0.25}, "output": {"prediction": 0.01}},
}


def test_a_badge_that_fails_says_where_they_part(session: Session, foreign: Path) -> None:
    session.replace_network(0, open_network(foreign))
    digest = session.panes[0].network.digest
    proofs._remember(digest, DATA)
    badge = keeper(session).state(0)
    assert badge.role == "bad"
    assert "tf-keras 2.21.0" in badge.tip
    assert "at lstm/c" in badge.tip


def test_a_badge_without_a_keras_says_so(session: Session, foreign: Path) -> None:
    session.replace_network(0, open_network(foreign))
    data = {**DATA, "ok": True, "largest": 2e-7, "by": "rebuilt", "keras": "3.15.1"}
    proofs._remember(session.panes[0].network.digest, data)
    badge = keeper(session).state(0)
    assert badge.role == "warning"
    assert badge.text == "layers as Keras's, 2e-7"
    assert "No Keras opens this file" in badge.tip
