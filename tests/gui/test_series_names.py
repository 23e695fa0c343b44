"""Every series has a name in every language of the window."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from engine.replay.cells.series import LOOKS
from gui.i18n.languages import install_language
from gui.look.meanings import series_name


@pytest.mark.parametrize("key", sorted(LOOKS))
def test_a_series_has_a_name_in_both_languages(qapp: QApplication, key: str) -> None:
    try:
        install_language(qapp, "ko")
        assert re.search("[가-힣]", series_name(key))
    finally:
        install_language(qapp, "en")
    assert re.fullmatch("[a-z ]{5,}", series_name(key))
