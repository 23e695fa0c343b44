"""Particles of the Korean texts follow the values that stand before them, put in or written down."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from engine.particles import fitted, last_sound
from gui.i18n.languages import TRANSLATIONS
from gui.i18n.update import read
from gui.paths import GUIDE
from tests.parsed import nodes

FORMS = ("은(는)", "이(가)", "을(를)", "과(와)", "(으)로", "(이)라")
ALONE = re.compile(r"\{(?!share|side)\w+\}[”’]?(와|과|은|는|이|가|을|를|으로|로)(?=[\s.,]|$)")
"""A single form behind a value; a share is always read "퍼센트", a side ends in ㄱ."""

GUI = GUIDE.parents[1] / "gui"
LESSONS = GUIDE.parents[1] / "assets" / "lessons"


def test_particles_behind_a_value_are_filled_in_as_they_are_said() -> None:
    """A text whose translation has both forms goes through `filled`, which chooses."""
    both = set()
    for (_, source), translation in read(TRANSLATIONS / "gatescope_ko.ts").items():
        assert not ALONE.search(translation), translation
        if any(f"}}{mark}{form}" in translation for mark in ("", "”", "’") for form in FORMS):
            both.add(source)
    assert both
    for path in GUI.rglob("*.py"):
        for call in nodes(path):
            match call:
                case ast.Call(
                    func=ast.Attribute(
                        attr="format", value=ast.Call(args=[ast.Constant(value=text), *_])
                    )
                ):
                    assert text not in both, f"{path.name}: {text}"


LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ASIDE = re.compile(r"(?<=[가-힣*”’`])\([^()]*\)")
"""An addition in brackets: the particle behind it is that of the word before."""

WRITTEN = re.compile(
    r"([\w.,(){}+/-]*[A-Za-z0-9)])[`*”’\"'\])]*(으로|로|은|는|이|가|을|를|과|와)(?=[\s.,:;)]|$)",
    re.ASCII,
)
"""A number or a name in Latin letters, and the particle behind it."""

BOTH = {form: both for both in FORMS[:4] for form in re.findall(r"\w", both)}
BOTH |= {"으로": "(으)로", "로": "(으)로"}


def wrong(text: str) -> Iterator[str]:
    """What in a text has another particle than is said behind it, where that is known."""
    for found in WRITTEN.finditer(ASIDE.sub("", LINK.sub(r"\1", text))):
        value, particle = found.groups()
        if last_sound(value) is not None and fitted(value + BOTH[particle]) != value + particle:
            yield found[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.9를 봅니다", []),
        ("0.9을 봅니다", ["0.9을"]),
        ("LSTM(8)은 8로", []),
        ("LSTM(8)는 `3`로", ["LSTM(8)는", "`3`로"]),
        ("*저장*(Ctrl+S)은 [그림](a.md)으로", []),
        ("GRU이 LSTM가", ["GRU이", "LSTM가"]),
        ("README을 4를", ["README을"]),
        ("forget을 forget를", []),  # nobody knows how it is read
    ],
)
def test_a_wrong_particle_is_found(text: str, found: list[str]) -> None:
    assert [each.strip("`") for each in wrong(text)] == [each.strip("`") for each in found]


def test_particles_behind_what_is_written_down_are_the_ones_that_are_said() -> None:
    """In lessons, the guide and the texts of the window: numbers, and names read letter by letter."""
    files = [path for folder in (LESSONS, GUIDE) for path in (folder / "ko").glob("*.md")]
    assert len(files) > 20
    found = [
        f"{path.name}: {each}" for path in files for each in wrong(path.read_text(encoding="utf-8"))
    ]
    for translation in read(TRANSLATIONS / "gatescope_ko.ts").values():
        found += [f"{translation}: {each}" for each in wrong(translation)]
    assert not found, "\n".join(found)
