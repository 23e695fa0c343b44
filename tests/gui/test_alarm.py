"""What makes the numbers worthless is said in red."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import Alarm, Note
from gui.kit.notice import Notice
from gui.window.report import Report


@pytest.mark.parametrize(
    ("notes", "kind"),
    [
        ([Note("a note")], "warning"),
        ([Alarm("no numbers")], "error"),
        ([Note("a note"), Alarm("no numbers")], "error"),
        ([Alarm("no numbers"), Note("a note")], "error"),
    ],
)
def test_an_alarm_is_red(qtbot: Any, notes: list[Note], kind: str) -> None:
    notice = Notice()
    report = Report(notice, lambda: False)
    report.tell_all(notes, str, lambda: None)
    assert notice.kind == kind
    assert all(str(note) in notice.text for note in notes)
