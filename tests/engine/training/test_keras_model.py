"""When XLA compiles a training, and what Keras starts with; what is trained is proved by
`test_worker` and `test_one_hot`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from engine.training.keras_model import WRAPPED, is_compiled, quiet_keras
from engine.training.recipes import RECIPES


@pytest.mark.parametrize("name", RECIPES)
def test_xla_compiles_what_takes_longer_than_the_compiler(name: str) -> None:
    recipe = RECIPES[name]
    assert is_compiled(recipe, 20_000)  # as in the lecture
    assert not is_compiled(replace(recipe, epochs=2), 240)  # a first try
    assert is_compiled(replace(recipe, epochs=100 * recipe.epochs), 240)


def test_batches_layers_and_steps_count_alike() -> None:
    """600 batches of one layer with 100 steps are the least; what is half as many is not."""
    least = replace(RECIPES["gru"], batch=64, layers=1, length=100, epochs=100)
    assert is_compiled(least, 6 * 64)
    assert is_compiled(least, 5 * 64 + 1)  # the last batch of an epoch need not be full
    assert not is_compiled(least, 5 * 64)
    for change in ({"batch": 32}, {"layers": 2}, {"length": 200}, {"epochs": 200}):
        assert is_compiled(replace(least, **change), 3 * 64), change
        assert not is_compiled(replace(least, **change), 2 * 64), change


@pytest.mark.parametrize("wrapped", WRAPPED)
def test_keras_starts_without_what_it_wraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrapped: str
) -> None:
    """And gets it where it is imported; the word is free for others afterwards."""
    wraps = f"try:\n    import {wrapped} as it\nexcept ImportError:\n    it = None\n"
    (tmp_path / "keras.py").write_text(wraps, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("KERAS_BACKEND", "TF_CPP_MIN_LOG_LEVEL"):
        monkeypatch.setenv(name, "")
    for name in [each for each in sys.modules if each.partition(".")[0] in ("keras", wrapped)]:
        monkeypatch.delitem(sys.modules, name)
    try:
        assert quiet_keras().it is None
        assert wrapped not in sys.modules
        del sys.modules["keras"]
        monkeypatch.setitem(sys.modules, wrapped, there := ModuleType(wrapped))
        assert quiet_keras().it is there
        assert sys.modules[wrapped] is there
    finally:
        sys.modules.pop("keras", None)
