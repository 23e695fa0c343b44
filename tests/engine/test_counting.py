"""Counts of one are said of one, in every text of the project; others as they are written."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from engine.counting import NOUNS, ONE, filled
from engine.errors import Note
from gui.i18n.collect import Message
from gui.i18n.languages import TRANSLATIONS
from gui.i18n.update import read
from tests.parsed import nodes

ROOT = Path(__file__).resolve().parents[2]
OF_SEVERAL = re.compile(
    rf"(?<![\w.,])1 (?:(?:more|other|recurrent|training) )?(?:{'|'.join(NOUNS)}|are|have|lie|wait|were)\b"
    r"|(?<![\w.,])1 \w+ of the \w+ (?:are|have|lie|wait)\b"
)
NAMES = {"name", "network", "layer", "input"}
"""Fields that no count fills."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_text_says_one_of_several(collected: list[Message]) -> None:
    wrong = []
    for _, text in collected:
        said = filled(text, dict.fromkeys(fields(text), "1") | dict.fromkeys(NAMES, "x"))
        if OF_SEVERAL.search(said):
            wrong.append(said)
    assert wrong == []


def test_other_counts_and_other_languages_stay_as_they_are(collected: list[Message]) -> None:
    korean = read(TRANSLATIONS / "gatescope_ko.ts")
    for message in collected:
        _same(message[1], "21")
        if not PARTICLE.search(korean[message]):  # which follow their values
            _same(korean[message], "1")


def _same(text: str, count: str) -> None:
    values = dict.fromkeys(fields(text), count)
    assert filled(text, values) == text.format(**values)


@pytest.mark.parametrize("count", [1, "1"])
def test_a_sentence_of_one(count: object) -> None:
    assert filled("{count} epochs of {name}", {"count": count, "name": "1 epochs"}) == (
        "1 epoch of 1 epochs"
    ), "what fills a field is not touched"
    assert filled("{count} others wait too.", {"count": count}) == "1 other waits too."
    assert str(Note("{count} layers", count=count)) == "1 layer"
    assert filled("{steps} steps of {count} numbers", {"steps": 11, "count": count}) == (
        "11 steps of 1 number"
    )


def test_the_sentences_of_one_are_those_of_texts_there_are(collected: list[Message]) -> None:
    assert set(ONE) <= {text for _, text in collected}
    assert all(fields(one) <= fields(several) for several, one in ONE.items())


def _counting(path: Path) -> list[Message]:
    """Texts that are counted, as the calls that translate them have them."""
    calls = (node for node in nodes(path) if isinstance(node, ast.Call))
    names = ("tr", "_tr", "translate")
    return [
        ("", argument.value)
        for call in calls
        if (getattr(call.func, "attr", None) or getattr(call.func, "id", None)) in names
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and filled(argument.value, dict.fromkeys(fields(argument.value), "1"))
        != argument.value.format(**dict.fromkeys(fields(argument.value), "1"))
    ]


PARTICLE = re.compile(r"\((?:는|가|를|와|으|이)\)")

ELSEWHERE = {"gui/training/field_texts.py", "gui/training/model_tab.py"}
"""Filled in by `settings_text`; and measured numbers, which are none of one."""


def test_what_is_counted_is_filled_in_by_what_knows_of_one() -> None:
    careless = [
        name
        for path in sorted((ROOT / "gui").rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) not in ELSEWHERE
        and _counting(path)
        and "import filled" not in path.read_text(encoding="utf-8")
    ]
    assert careless == []
