"""``python -m engine explain``: what it prints and writes, exit codes, errors of one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.__main__ import main
from engine.explain.methods import METHODS, MethodSettings, explain
from engine.explain.target import Target
from engine.library import bundled
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.attending import attending_network

IDS = [0, 0, 0, 1, 14, 22, 16, 43, 2, 7, 120, 33]
MODELS = {entry.path.stem: entry.path for entry in bundled()}


@pytest.fixture
def ids(tmp_path: Path) -> Path:
    """A file of ids."""
    path = tmp_path / "ids.txt"
    path.write_text(" ".join(map(str, IDS)))
    return path


def _json(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main(["explain", *map(str, arguments), "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.count("\n") == 1
    return dict(json.loads(said.out))


def _sequence() -> Sequence:
    row = np.array(IDS, np.int32)
    return Sequence(row, ("",) * len(IDS), row == 0)


@pytest.mark.parametrize("name", ["lstm", "two_lstm", "simple_rnn_one_hot"])
@pytest.mark.parametrize("method", METHODS)
def test_the_fields_of_an_attribution(
    method: str, name: str, ids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _json(capsys, MODELS[name], "--ids", ids, "--method", method)
    wanted = explain(open_network(MODELS[name]), _sequence(), method)
    np.testing.assert_allclose(data["attribution"], wanted.scores, rtol=1e-9, atol=1e-12)
    assert len(data["words"]) == len(IDS)
    assert data["answer"] == pytest.approx(wanted.answer)
    assert data["explains"] == "logit"
    assert data["at"] == len(IDS)
    assert data["padding"] == pytest.approx(wanted.on_padding(_sequence().padding))
    assert data["check"]["value"] <= data["check"]["tolerance"]
    assert data["check"]["name"] == wanted.checks[0].name
    assert data["seconds"] > 0
    if method == "ig":
        assert data["baseline_answer"] == pytest.approx(wanted.baseline_answer)
        assert data["points"] >= 64
    else:
        assert data["baseline_answer"] is None


def test_the_options_arrive(ids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lstm = open_network(MODELS["lstm"])
    usual = (MODELS["lstm"], "--ids", ids, "--method")
    cases = {
        ("ig", "--at", 7, "--baseline", "zero", "--points", 5): explain(
            lstm, _sequence(), "ig", Target(at=6), MethodSettings("zero", 5)
        ),
        ("occlusion", "--baseline", "padding"): explain(
            lstm, _sequence(), "occlusion", settings=MethodSettings("padding")
        ),
        ("lrp", "--layer", "lstm", "--unit", 3): explain(
            lstm, _sequence(), "lrp", Target(layer="lstm", unit=2)
        ),
    }
    for options, wanted in cases.items():
        data = _json(capsys, *usual, *options)
        np.testing.assert_allclose(data["attribution"], wanted.scores, rtol=1e-9, atol=1e-12)
        assert data["at"] == (wanted.target.at or 0) + 1
        assert data["explains"] == wanted.explains


def test_memory_and_horizon(ids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = (MODELS["lstm"], "--ids", ids, "--method")
    memory, horizon = _json(capsys, *usual, "memory"), _json(capsys, *usual, "horizon")
    layer = memory["layers"]["lstm"]
    assert set(layer) == {"horizon", "half_life", "answer", "state"}
    assert len(layer["half_life"]) == 8
    for norms in (layer["answer"], layer["state"]):
        assert set(norms) == {"h", "c"}
        assert [len(rows) for rows in norms.values()] == [len(IDS)] * 2
    assert layer["state"]["h"][-1] == pytest.approx(8**0.5)  # of the state by itself
    assert set(horizon["layers"]["lstm"]) == {"horizon", "half_life"}
    assert horizon["layers"]["lstm"]["horizon"] == layer["horizon"]
    for data in (memory, horizon):
        assert len(data["words"]) == len(IDS)
        assert np.isfinite(data["answer"])
        assert data["seconds"] > 0
    simple = _json(capsys, MODELS["simple_rnn"], "--ids", ids, "--method", "memory")
    assert set(simple["layers"]["simple_rnn"]) == {"horizon", "answer", "state"}


FIELDS = {"words", "attribution", "answer", "baseline_answer", "check", "seconds"}
"""What JSON has of every method."""


@pytest.mark.parametrize("method", [*METHODS, "memory", "horizon"])
def test_every_method_has_one_number_a_step_and_prints_its_own_table(
    method: str, ids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ["explain", str(MODELS["two_lstm"]), "--ids", str(ids), "--method"]
    printed = {}
    for each in ("memory", "horizon", method):
        assert main([*usual, each]) == 0
        printed[each] = capsys.readouterr().out.split("\n", 1)[1]
    assert len({*printed.values()}) == len(printed)
    data = _json(capsys, *usual[1:], method)
    assert set(data) >= FIELDS
    assert len(data["attribution"]) == len(data["words"]) == len(IDS)
    layer = list(data["layers"].values())[-1] if "layers" in data else {}
    if method == "memory":
        norms = np.hypot(layer["answer"]["h"], layer["answer"]["c"])
        np.testing.assert_allclose(data["attribution"], norms)
        for norm in (layer["answer"]["h"], layer["state"]["c"]):
            assert f"{norm[-2]:.3g}" in printed[method]
    elif method == "horizon":
        assert data["attribution"][-1] == pytest.approx(1.0)
        below = np.array(data["attribution"]) <= 0.01
        last = len(IDS) - 1 - data["horizon"] if data["horizon"] is not None else -1
        assert below[: last + 1].all() and not below[last + 1 :].any()
    else:
        assert "step    score  word" in printed[method]
        padded = np.array(data["attribution"])[[word == 0 for word in IDS]]
        assert f"on padding {padded.sum():+.4f} over 3 steps" in printed[method]


def test_a_memory_had_the_reading_ended_earlier_has_nothing_of_what_comes_after(
    ids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--ids", ids, "--method", "memory", "--layer", "lstm", "--at", "5")
    data = _json(capsys, MODELS["lstm"], *options)
    assert len(data["attribution"]) == len(IDS)
    assert not any(data["attribution"][5:]) and all(data["attribution"][:5])


def test_files_and_tables(ids: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["explain", str(MODELS["lstm"]), "--ids", str(ids), "--method"]
    out = tmp_path / "found.npz"
    assert main([*usual, "gradxinput", "--out", str(out)]) == 0
    told = capsys.readouterr()
    assert told.err == "" and told.out.count("\n") == 1
    assert told.out.startswith(f"Written: {out} (logit ")
    with np.load(out, allow_pickle=False) as found:
        known = {"words", "attribution", "answer", "baseline_answer", "mask"}
        assert set(found) == {*known, "about"}
        about = json.loads(str(found["about"]))
        assert (about["method"], about["network"], about["at"]) == (
            "gradxinput",
            "LSTM(8)",
            len(IDS),
        )
        assert not known & set(about) and about["check"]["tolerance"] > 0
        wanted = explain(open_network(MODELS["lstm"]), _sequence(), "gradxinput").scores
        np.testing.assert_allclose(found["attribution"], wanted)
    assert main([*usual, "memory", "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith(f"Written: {out} (LSTM(8)")
    with np.load(out, allow_pickle=False) as found:
        assert found["lstm/kept"].shape == (len(IDS), 8)
        assert found["lstm/answer/c"].shape == found["lstm/state/h"].shape == (len(IDS),)
    assert main([*usual, "lrp"]) == 0
    table = capsys.readouterr().out
    assert table.startswith("logit ")
    assert "relevance lost" in table
    assert main([*usual, "horizon"]) == 0
    said = capsys.readouterr().out
    assert "lstm: 1 % is left after" in said
    assert "half-life" in said
    halves = _json(capsys, MODELS["lstm"], "--ids", ids, "--method", "horizon")["layers"]["lstm"]
    for unit, half in enumerate(halves["half_life"], 1):
        assert f"{unit}: {half:.3g}" in said


def test_a_check_that_does_not_hold_is_said(ids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["explain", str(MODELS["lstm"]), "--ids", str(ids), "--method", "ig", "--json"]
    assert main([*usual, "--points", "1"]) == 0
    said = capsys.readouterr()
    assert "The check does not hold: completeness gap is" in said.err
    assert json.loads(said.out)["notes"]
    assert main([*usual, "--points", "1", "--strict"]) == 2


ERRORS = {
    "no such step": (["--method", "ig", "--at", "13"], "There is no step 13"),
    "the step before the first": (["--method", "ig", "--at", "0"], "There is no step 0"),
    "no such class": (
        ["--method", "lrp", "--class", "2"],
        "There is no class 2: the answer is one number",
    ),
    "no such layer": (["--method", "memory", "--layer", "gru"], "no recurrent layer gru"),
    "no such unit": (["--method", "ig", "--layer", "lstm", "--unit", "9"], "no unit 9"),
    "no unit before the first": (["--method", "ig", "--layer", "lstm", "--unit", "0"], "no unit 0"),
    "a unit of no layer": (["--method", "ig", "--unit", "1"], "Name the layer with --layer"),
    "a unit of a memory": (
        ["--method", "memory", "--layer", "lstm", "--unit", "1"],
        "all its units",
    ),
    "a class of a state": (["--method", "ig", "--layer", "lstm", "--class", "1"], "class of the"),
    "points of another": (["--method", "lrp", "--points", "9"], "--points are those of"),
    "nothing of a memory": (["--method", "memory", "--baseline", "zero"], "has no baseline"),
    "the step of no memory": (
        ["--method", "memory", "--layer", "lstm", "--at", "13"],
        "no step 13",
    ),
    "no such baseline": (["--method", "ig", "--baseline", "removed"], "no baseline removed"),
    "no points": (["--method", "ig", "--points", "0"], "at least one point"),
    "no such file name": (["--method", "ig", "--out", "x.csv"], "explain writes NPZ"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_errors_are_one_line(name: str, ids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options, said = ERRORS[name]
    assert main(["explain", str(MODELS["lstm"]), "--ids", str(ids), *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize("options", [[], ["--method", "guess"], ["--method", "ig", "--at", "x"]])
def test_wrong_options(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["explain", str(MODELS["lstm"]), *options])
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


EDITS = {
    "an unknown word": ("word 5=zzyx", "Not in the dictionary, and read as unknown: zzyx."),
    "one of several": ("insert 6=Great zzyx", "Not in the dictionary, and read as unknown: zzyx."),
    "steps behind the last": ("lstm.f=0@9-200", "“lstm.f=0@9-200” ends at step 12, the last"),
    "a state behind the last": ("lstm.c=0@9-13", "“lstm.c=0@9-13” ends at step 12, the last"),
    "known words": ("word 5=Great film", ""),
    "the last step": ("lstm.f=0@9-12", ""),
    "to the end": ("lstm.f=0@9-", ""),
}


@pytest.mark.parametrize("command", ["explain", "trace"])
@pytest.mark.parametrize("case", EDITS)
def test_what_an_edit_names_that_is_not_there_is_said(
    case: str, command: str, ids: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, said = EDITS[case]
    if case.startswith("known") or "word" in text or "insert" in text:
        read = ["--text", "a film that is not good at all but a great one", "--length", "12"]
    else:
        read = ["--ids", str(ids)]
    own = ["--method", "gradxinput"] if command == "explain" else ["--out", str(tmp_path / "o.npz")]
    usual = [command, str(MODELS["lstm"]), *read, *own, "--edit", text]
    assert main(usual) == 0
    heard = capsys.readouterr().err
    assert said in heard and bool(said) == bool(heard)
    assert main([*usual, "--strict"]) == (2 if said else 0)


@pytest.fixture
def attending(monkeypatch: pytest.MonkeyPatch) -> Network:
    """What any model is opened as: a network whose steps attend to steps."""
    network = attending_network()
    monkeypatch.setattr("engine.network.opening.open_safely", lambda path, weights=None: network)
    return network


def test_attention_says_what_a_query_takes(
    attending: Network, ids: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = replay(attending, _sequence()).attention
    usual = ("any.keras", "--ids", ids, "--method", "attention")
    data = _json(capsys, *usual)
    assert set(data) >= FIELDS
    assert list(data["layers"]) == ["heads", "look"]
    assert data["attribution"] == data["layers"]["heads"]["attention"]
    np.testing.assert_allclose(data["attribution"], weights["heads"].of_head(None)[-1])
    one = _json(capsys, *usual, "--layer", "heads", "--head", 2, "--at", 5)
    assert list(one["layers"]) == ["heads"]
    np.testing.assert_allclose(one["attribution"], weights["heads"].weights[1, 4])
    out = tmp_path / "found.npz"
    assert main(["explain", *map(str, usual), "--out", str(out)]) == 0
    with np.load(out, allow_pickle=False) as found:
        np.testing.assert_array_equal(found["look/attention"], weights["look"].weights)
        np.testing.assert_array_equal(found["heads/queries"], np.arange(len(IDS)))
    assert main(["explain", *map(str, usual)]) == 0
    printed = capsys.readouterr().out
    assert "heads (MultiHeadAttention, 2 heads): what the query of step 12 takes" in printed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--method", "attention", "--layer", "dense"), "no layer dense that attends"),
        (("--method", "attention", "--head", "3"), "heads 1 to 2"),
        (("--method", "attention", "--at", "13"), "steps 1 to 12"),
        (("--method", "attention", "--class", "1"), "Leave out --class"),
        (("--method", "ig", "--head", "1"), "--method attention"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_attention_names_what_it_does_not_have(
    attending: Network,
    ids: Path,
    options: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "any.keras", "--ids", str(ids), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_network_without_attention_says_so(ids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["explain", str(MODELS["lstm"]), "--ids", str(ids), "--method", "attention"]
    assert main(usual) == 2
    assert "has no attention" in capsys.readouterr().err
