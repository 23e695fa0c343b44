"""What a terminal is told while a command waits, and what a file or a pipe is told."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest

from engine.commands import progress
from engine.commands.progress import told, waiting


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


@pytest.mark.parametrize(
    ("terminal", "said"),
    [
        (
            True,
            "\r  0 %\r 10 %, about 5 min left\r 50 %, about 40 s left \r100 %"
            + 18 * " "
            + "\r"
            + 23 * " "
            + "\r",
        ),
        (False, "gatescope: 10 %, 31 s, about 5 min left\ngatescope: 100 %, 95 s\n"),
    ],
    ids=["terminal", "file"],
)
def test_a_file_is_told_now_and_then_how_far_it_is_and_a_terminal_at_once(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    said: str,
) -> None:
    clock = iter([0.0, 1.0, 31.0, 40.0, 95.0])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    with told() as tell:
        for share in (0.0, 0.1, 0.5, 1.0):
            tell(share)
    assert capsys.readouterr().err == said
