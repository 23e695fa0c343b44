"""What a terminal is told while a command waits, and that a file or a pipe is told nothing."""

from __future__ import annotations

import threading

import pytest

from engine.commands.progress import waiting


def test_a_terminal_is_told_what_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with pytest.raises(KeyError), waiting("Keras is started"):
        assert capsys.readouterr().err == "\rKeras is started", "at once"
        raise KeyError
    blank, end = capsys.readouterr().err.split("\r")[-2:]
    assert not blank.strip() and len(blank) >= len("Keras is started") and not end, "it is gone"


def test_what_is_no_terminal_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    threads = threading.active_count()
    with waiting("Keras is started"):
        assert threading.active_count() == threads, "nobody is there to tell"
    assert capsys.readouterr().err == ""
