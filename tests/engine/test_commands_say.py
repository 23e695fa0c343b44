"""Every command that succeeds says what it did: on stdout, what was found or what was written."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.__main__ import COMMANDS, main

WRITING = {
    "trace": ["lstm", "--text", "a good film", "--out", "t.npz"],
    "explain": ["lstm", "--text", "a good film", "--method", "gradxinput", "--out", "t.npz"],
    "survey": ["lstm", "--reviews", "20", "--out", "t.csv"],
}


def test_all_that_can_write_are_here() -> None:
    from engine.__main__ import parser

    (commands,) = (each.choices for each in parser()._actions if each.choices)
    writes = {name for name, one in commands.items() if "--out" in one.format_help()}
    assert writes - {"train"} == set(WRITING), "train tells of itself, line by line"
    assert set(commands) == {name for name, *_ in COMMANDS}


@pytest.mark.parametrize("name", list(WRITING))
def test_what_was_written_is_said(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    prepared_reviews: Path,
) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    monkeypatch.chdir(tmp_path)
    assert main([name, *WRITING[name]]) == 0
    (said,) = capsys.readouterr().out.splitlines()
    file = WRITING[name][-1]
    assert said.startswith(f"Written: {file} (") and "LSTM(8)" in said
    assert (tmp_path / file).is_file()
    assert main([name, *WRITING[name], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["out"] == file


@pytest.mark.parametrize("method", ["lrp", "gradxinput", "occlusion", "ig"])
def test_what_is_left_of_the_answer_is_explained(
    method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ["explain", "simple_rnn", "--review", "3", "--method", method]
    assert main([*usual, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    whole = data["answer"] - (data["baseline_answer"] if method == "ig" else 0.0)
    assert data["rest"] == pytest.approx(whole - np.sum(data["attribution"]), abs=1e-12)
    assert main(usual) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("rest ")]
    has_rest = bool(float(f"{data['rest']:.4f}"))
    assert len(lines) == has_rest and has_rest == (method != "ig")
    assert all(f"rest {data['rest']:+.4f}: it " in line for line in lines)
