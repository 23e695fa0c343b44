"""``explain`` in the shell on networks of every kind, and what it says is explained."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.__main__ import main
from engine.commands.progress import told
from engine.errors import UnsupportedError
from engine.explain.methods import METHODS, explain
from engine.explain.target import Target
from engine.library import bundled
from engine.network.network import Layer, Network
from tests.engine.explain.networks import classes, ids, numbers, rows, text

Run = Callable[..., tuple[int, str, str]]


def _headless() -> Network:
    """A network that hands nothing on."""
    network = numbers("LSTM")
    return replace(network, name="headless", calls=network.calls[:1], outputs=())


def _refused_behind() -> Network:
    """A layer that cannot be replayed comes after the recurrent one."""
    network = text("LSTM")
    refusal = UnsupportedError("The layer strange is a Strange.")
    strange = Layer("strange", "Strange", {}, {}, (None, 4), refused=refusal)
    return Network("strange", (*network.layers[:2], strange, network.layers[2]))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Explains a network with options; what it reads has so many steps."""

    def carry_out(network: Network, method: str, *options: object, steps: int = 6) -> Any:
        monkeypatch.setattr(
            "engine.network.opening.open_safely", lambda path, weights=None: network
        )
        if network.reads_words:
            file, flag = tmp_path / "ids.txt", "--ids"
            file.write_text(" ".join(map(str, ids(steps).inputs)))
        else:
            file, flag = tmp_path / "rows.npy", "--values"
            np.save(file, rows(steps).inputs)
        usual = ["explain", "m.keras", flag, str(file), "--method", method]
        code = main([*usual, *map(str, options)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return carry_out


@pytest.mark.parametrize("method", METHODS)
def test_the_text_names_what_is_explained(method: str, run: Run) -> None:
    _, out, _ = run(text("LSTM"), method)
    assert out.splitlines()[0].endswith(f", step 6 ({method})")
    assert "class" not in out.splitlines()[0]
    _, out, _ = run(classes(5), method, "--class", 2, "--at", 4)
    assert out.splitlines()[0].endswith(f" of classes, class 2, step 4 ({method})")
    _, out, _ = run(text("LSTM"), method, "--layer", "lstm", "--unit", 3)
    assert out.splitlines()[0].startswith("h ")
    assert ", layer lstm, unit 3, step 6" in out.splitlines()[0]


def test_an_edit_that_changes_which_is_explained_is_said(run: Run) -> None:
    """The class or the unit that nobody named; one that was named is the same before and after."""
    for network, options, what in (
        (classes(5), (), "class"),
        (classes(5), ("--layer", "lstm"), "unit"),
    ):
        before = json.loads(run(network, "gradxinput", *options, "--json")[1])[what]
        said = set()
        for text_of in ("[1]=off", "[2]=off", ".c=30@6", ".c[1]=-30@6", ".c[2]=30@6"):
            edit = ("--edit", f"lstm{text_of}", "--edit", "lstm.o=1@6")
            _, out, err = run(network, "gradxinput", *options, *edit, "--json")
            after = json.loads(out)[what]
            text = f"The edits change what is explained: {what} {after}, and without them {what} {before}."
            assert (text in err) == (after != before), (what, text_of, err)
            said.add(after != before)
            err = run(network, "gradxinput", *options, *edit, f"--{what}", before, "--json")[2]
            assert "change what is explained" not in err
        assert said == {True, False}, what


def test_the_text_says_the_answer_to_the_baseline_and_what_its_steps_are(run: Run) -> None:
    for network, head in ((text("LSTM"), "word"), (numbers("LSTM"), "row")):
        data = json.loads(run(network, "ig", "--json")[1])
        out = run(network, "ig")[1]
        assert f"of the baseline {data['baseline_answer']:+.4f}" in out
        for method in ("ig", "occlusion", "memory"):
            lines = run(network, method)[1].splitlines()
            (line,) = [line for line in lines if line.split()[:1] in (["step"], ["back"])]
            assert line.split()[-1] == head, method


def test_of_several_outputs_it_is_said_which_is_explained(run: Run) -> None:
    network = text("LSTM")
    both = replace(network, outputs=(*network.outputs, ("lstm", 0)))
    said = "has 2 outputs: the first, "
    assert said + network.outputs[0][0] in run(both, "gradxinput")[2]
    assert said not in run(both, "gradxinput", "--layer", "lstm")[2]
    assert said not in run(network, "gradxinput")[2]
    code, _, err = run(both, "gradxinput", "--strict")
    assert code == 2 and said in err


def test_nothing_lies_before_a_single_step(run: Run) -> None:
    said = run(text("LSTM"), "horizon", steps=1)[1]
    assert "one step is read" in said and "more than" not in said
    assert "more than 5 steps" in run(text("LSTM"), "horizon")[1]


def test_everything_is_counted_from_one(run: Run) -> None:
    """Options, JSON and edits mean the same unit by the same number."""
    network = text("LSTM")
    code, out, _ = run(network, "gradxinput", "--layer", "lstm", "--unit", 2, "--json")
    data = json.loads(out)
    assert (code, data["unit"], data["class"], data["at"]) == (0, 2, None, 6)
    wanted = explain(network, ids(6), "gradxinput", Target(layer="lstm", unit=1))
    np.testing.assert_allclose(data["attribution"], wanted.scores)
    off = ("--edit", "lstm[2]=off", "--layer", "lstm", "--json", "--unit")
    answers = [
        json.loads(run(network, "gradxinput", *off, unit)[1])["answer"] for unit in (1, 2, 3)
    ]
    assert [answer == 0 for answer in answers] == [False, True, False]
    data = json.loads(run(classes(4), "gradxinput", "--class", 4, "--json")[1])
    assert data["class"] == 4
    wanted = explain(classes(4), rows(6), "gradxinput", Target(channel=3))
    assert data["answer"] == pytest.approx(wanted.answer)


@pytest.mark.parametrize("method", [*METHODS, "memory", "horizon"])
@pytest.mark.parametrize("network", [_headless(), _refused_behind()], ids=lambda each: each.name)
def test_without_an_answer_the_hidden_state_is_explained_and_said(
    network: Network, method: str, run: Run
) -> None:
    code, out, err = run(network, method, "--json")
    data = json.loads(out)
    assert code == 0
    assert (data["explains"], data["layer"]) == ("h", "lstm")
    assert "no answer that can be computed: the hidden state of lstm" in err
    assert any("the hidden state of lstm" in note for note in data["notes"])
    assert run(network, method, "--strict")[0] == 2


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("each_step", [False, True])
def test_of_many_classes_at_the_end_or_at_every_step(
    each_step: bool, method: str, run: Run
) -> None:
    network = classes(300, each_step=each_step)
    code, out, err = run(network, method, "--at", 4, "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert data["explains"] == "logit"
    assert data["at"] == 4
    assert data["attribution"][4:] == [0, 0]
    wanted = explain(network, rows(6), method, Target(at=3))
    assert data["class"] == (wanted.target.channel or 0) + 1
    np.testing.assert_allclose(data["attribution"], wanted.scores, atol=1e-12)


@pytest.mark.parametrize("method", [*METHODS, "memory", "horizon"])
def test_weights_that_are_infinite_are_one_line(method: str, run: Run) -> None:
    network = numbers("LSTM")
    lstm, dense = network.layers
    weights = {**lstm.weights, "kernel": np.full_like(lstm.weights["kernel"], np.inf)}
    network = replace(network, layers=(replace(lstm, weights=weights), dense))
    code, out, err = run(network, method)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "finite" in err


@pytest.mark.parametrize("method", [*METHODS, "memory", "horizon"])
def test_of_one_step(method: str, run: Run) -> None:
    options = ("--baseline", "padding") if method == "occlusion" else ()
    code, out, _ = run(text("GRU"), method, *options, steps=1)
    assert code == 0
    assert "step 1 " in out


@pytest.mark.parametrize("method", ["gradxinput", "lrp", "horizon"])
def test_of_five_thousand_steps(method: str, run: Run) -> None:
    code, out, _ = run(numbers("SimpleRNN", units=2), method, "--json", steps=5000)
    assert code == 0
    assert len(json.loads(out)["words"]) == 5000


def test_the_memory_at_a_step_is_that_of_a_reading_that_ends_there(run: Run) -> None:
    network = text("LSTM")
    options = ("--layer", "lstm", "--json")
    at = json.loads(run(network, "memory", *options, "--at", 4)[1])
    assert at["at"] == 4
    state = at["layers"]["lstm"]["state"]["h"]
    assert len(state) == 4
    assert state[-1] == pytest.approx(2)  # the norm of the identity of four units


def test_progress_is_for_terminals_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with told() as tell:
        for share in (0.1, 0.25, 0.5):
            tell(share)
    assert capsys.readouterr().err == ""  # in a file, unless it takes half a minute
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    now = iter([0.0, 0.1, 1.0, 1.1, 1.2])
    monkeypatch.setattr("engine.commands.progress.time.monotonic", lambda: next(now))
    with told() as tell:
        for share in (0.1, 0.25, 0.251, 0.5):  # the first comes too soon, the third is no news
            tell(share)
    monkeypatch.undo()
    assert capsys.readouterr().err == "\r 25 %\r 50 %\r     \r"


def test_who_has_read_enough_gets_no_traceback() -> None:
    """As ``... | head -1``: the pipe is closed before anything is written."""
    command = [sys.executable, "-m", "engine", "summary", str(bundled()[0].path)]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            command, stdout=closed, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (141, "")


def test_columns_of_the_memory_stand_apart(run: Run) -> None:
    for network in (classes(5), numbers("LSTM"), text("LSTM"), _refused_behind()):
        _, out, _ = run(network, "memory")
        (head,) = (line for line in out.splitlines() if line.startswith("  back  step"))
        assert all(column.count("d(") in (0, 2) for column in head.split()), head


@pytest.mark.parametrize("method", METHODS)
def test_numbers_that_are_no_classes_are_not_called_so(method: str, run: Run) -> None:
    network = numbers("LSTM")
    dense = network.layers[-1]
    wide = {key: np.repeat(value, 3, axis=-1) for key, value in dense.weights.items()}
    options = {**dense.options, "units": 3, "activation": "linear"}
    several = replace(dense, options=options, weights=wide, output_shape=(None, 3))
    network = replace(network, layers=(*network.layers[:-1], several))
    _, out, _ = run(network, method)
    assert ", output " in out.splitlines()[0] and "class" not in out.splitlines()[0]
