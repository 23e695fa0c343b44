"""Particles of the Korean texts follow the values that stand before them."""

from __future__ import annotations

import ast
import re

from gui.i18n.languages import TRANSLATIONS
from gui.i18n.update import read
from gui.paths import GUIDE

FORMS = ("은(는)", "이(가)", "을(를)", "과(와)", "(으)로", "(이)라")
ALONE = re.compile(r"\{(?!share|side)\w+\}[”’]?(와|과|은|는|이|가|을|를|으로|로)(?=[\s.,]|$)")
"""A single form behind a value; a share is always read "퍼센트", a side ends in ㄱ."""

GUI = GUIDE.parents[1] / "gui"


def test_particles_behind_a_value_are_filled_in_as_they_are_said() -> None:
    """A text whose translation has both forms goes through `filled`, which chooses."""
    both = set()
    for (_, source), translation in read(TRANSLATIONS / "gatescope_ko.ts").items():
        assert not ALONE.search(translation), translation
        if any(f"}}{mark}{form}" in translation for mark in ("", "”", "’") for form in FORMS):
            both.add(source)
    assert both
    for path in GUI.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Attribute(
                        attr="format", value=ast.Call(args=[ast.Constant(value=text), *_])
                    )
                ):
                    assert text not in both, f"{path.name}: {text}"
