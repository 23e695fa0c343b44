"""A model is named by its file, or a bundled one by its name, in every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.__main__ import COMMANDS, main
from engine.errors import GatescopeError
from engine.library import LESSONS, MODELS
from engine.network.named_model import named_model


@pytest.mark.parametrize(
    ("name", "path"), [("lstm", MODELS / "lstm.keras"), ("sine", LESSONS / "sine.keras")]
)
def test_a_bundled_model_is_named_by_its_name(
    name: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert named_model(name) == path
    (tmp_path / name).write_text("mine")
    assert named_model(name) == Path(name), "a file that is there comes first"


@pytest.mark.parametrize("name", ["lstmm", "lstm.keras", "sine.h5"])
def test_another_name_is_told_which_there_are(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GatescopeError, match=r"two_lstm, gru; those of the lessons .*sine"):
        named_model(name)


@pytest.mark.parametrize("name", ["mine.keras", "a/b", "/no/lstm"])
def test_a_path_is_a_path(name: str) -> None:
    assert named_model(name) == Path(name)


READING = [name for name, _, example, _ in COMMANDS if example.startswith("MODEL")]
EXTRA = {"trace": ["--out", "t.npz"], "explain": ["--method", "ig"]}


@pytest.mark.parametrize("command", READING)
def test_every_command_says_which_there_are(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "lstmm", *EXTRA.get(command, [])]) == 2
    said = capsys.readouterr().err
    assert "no bundled model of that name" in said and "simple_rnn" in said
    assert said.count("\n") == 1


def test_the_other_network_of_a_survey_is_named_so_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", "lstm", "--against", "gruu", "--reviews", "5"]) == 2
    assert "no bundled model of that name" in capsys.readouterr().err
