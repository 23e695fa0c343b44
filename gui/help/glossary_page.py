"""The page of the guide that explains every word of the window, made of the tables that the window
itself explains them by; there is no file of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from gui.look.meanings import NUMBERS, SERIES, meaning, series_meaning
from gui.paths import GUIDE

NAME = "words.md"
"""Beside the files of the guide, to whom asks for its page."""

GLOSSARY = GUIDE.parent / "glossary.md"

_ROW = re.compile(r"^\| (\*\*[^|\n]+) \| ([^|\n]+) \|", re.MULTILINE)
_CODE = "\n## Words of the code\n"
"""The heading below which the words stand that a user does not meet."""


def page() -> str:
    """The page in the language of the moment, as Markdown."""
    translate = QCoreApplication.translate
    title = translate("Words", "Words")
    says = translate(
        "Words",
        "What everything in the window is called, and what it means: the same sentences that stand "
        "under the mouse.",
    )
    lines = [f"# {title}", "", says]
    for kind in SERIES:
        lines += ["", f"## {kind}", "", *_rows(series_meaning(kind, key) for key in SERIES[kind])]
    numbers = _rows(map(meaning, NUMBERS))
    both = translate("Words", "English and Korean")
    lines += ["", f"## {translate('Words', 'Numbers and colours')}", "", *numbers]
    lines += ["", f"## {both}", "", "| English | 한국어 |", "|---|---|"]
    lines += [f"| {english} | {korean} |" for english, korean in glossary()]
    return "\n".join(lines) + "\n"


def glossary() -> Iterator[tuple[str, str]]:
    """The words of the glossary that a user meets, in English and in Korean."""
    for row in _ROW.finditer(GLOSSARY.read_text(encoding="utf-8").partition(_CODE)[0]):
        yield row[1].replace("**", ""), row[2].strip()


def _rows(sentences: Iterable[str]) -> list[str]:
    """A line a name; what is called the same stands in one."""
    meanings: dict[str, list[str]] = {}
    for sentence in sentences:
        name, says = sentence.split(": ", 1)
        meanings.setdefault(name, []).append(says)
    return [f"- **{name}**: {' / '.join(says)}." for name, says in meanings.items()]
