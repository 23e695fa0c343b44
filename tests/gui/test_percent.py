"""Percentages are written in one way: ``74 %`` in English, never broken before the sign, ``74%`` in
Korean; in every text of the window, every lesson and every page of the guide."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.counting import percent
from engine.errors import Note
from engine.progress import Progress
from gui.i18n.collect import ROOT
from gui.i18n.languages import install_language
from gui.i18n.percent import percent_text
from gui.i18n.texts import ERRORS, PROGRESS, explain
from gui.kit.waiting import Waiting
from tests.parsed import nodes

WRITTEN = {
    "en": re.compile(r"(?<=[\d}])(?!\u00a0%)[ ]?%"),
    "ko": re.compile(r"(?<=[\d}])[ \u00a0]%"),
}
"""What is wrong, by language, after a number or the place of one."""


def catalogue() -> Iterator[tuple[str, str, str]]:
    """Context, English and Korean of every text."""
    tree = ET.parse(ROOT / "assets" / "translations" / "gatescope_ko.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            english = message.findtext("source") or ""
            for form in (message.find("translation"), *message.iter("numerusform")):
                if form is not None:
                    yield context.findtext("name") or "", english, form.text or ""


def test_every_text_of_the_window_writes_them_so() -> None:
    seen = 0
    for context, english, korean in catalogue():
        seen += "%" in english
        assert not WRITTEN["ko"].search(korean), korean
        if context not in (ERRORS, PROGRESS):  # the shell says these too; see `explain`
            assert not WRITTEN["en"].search(english), english
    assert seen > 30


@pytest.mark.parametrize(
    ("folder", "language"),
    [(f"{kind}/{code}", code) for kind in ("assets/lessons", "docs/guide") for code in WRITTEN],
)
def test_every_page_writes_them_so(folder: str, language: str) -> None:
    seen = 0
    for path in sorted((ROOT / folder).glob("*.md")):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        seen += "%" in text
        found = [
            text[max(0, at.start() - 20) : at.end()] for at in WRITTEN[language].finditer(text)
        ]
        assert not found, (path.name, found)
    assert seen or folder.startswith("assets/lessons")


def _values_before_a_sign(path: Path) -> Iterator[int]:
    """The lines at which a number that is put in stands before a percent sign of its own."""
    for node in nodes(path):
        if not isinstance(node, ast.JoinedStr):
            continue
        for before, after in zip(node.values, node.values[1:], strict=False):
            text = after.value if isinstance(after, ast.Constant) else None
            is_sign = isinstance(text, str) and re.match(r"[ \u00a0]?%(?!')", text)
            if isinstance(before, ast.FormattedValue) and is_sign:
                yield node.lineno


def test_no_number_has_a_sign_of_its_own() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "gui").rglob("*.py"))
        for line in _values_before_a_sign(path)
    ]
    assert not found


def test_the_shell_writes_them_in_one_way() -> None:
    """Through `engine.counting.percent`: a format of Python's own has no space before its sign."""
    own = re.compile(r":[+,]?\.\d%\}")
    paths = sorted((ROOT / "engine").rglob("*.py"))
    assert not [path.name for path in paths if own.search(path.read_text(encoding="utf-8"))]
    assert percent(0.7401) == "74.0 %" and percent(1, 0) == "100 %"


@pytest.mark.parametrize(("language", "sign"), [("en", "\u00a0%"), ("ko", "%")])
def test_what_the_engine_says_is_written_so_too(
    qapp: QApplication, qtbot: QtBot, language: str, sign: str
) -> None:
    install_language(qapp, language)
    try:
        assert percent_text("88.8") == f"88.8{sign}"
        note = Note(
            "{name}: {share} of {other}, {cost}.",
            name="50%.csv",
            share="88.8%",
            other="7 %",
            cost="+1.5%",
        )
        expected = f"50%.csv: 88.8{sign} of 7{sign}, +1.5{sign}."
        assert explain(note) == expected
        waiting = Waiting()
        qtbot.addWidget(waiting)
        waiting.resize(300, 40)
        waiting.show()
        waiting.show_progress(Progress(74, 100, "Reading the numbers"))
        assert waiting.what.text().endswith(f"74{sign}")
    finally:
        install_language(qapp, "en")
