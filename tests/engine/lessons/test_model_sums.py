"""Every sum is what Keras's own table says, by the engine's outline of the same recipe."""

from __future__ import annotations

import pytest

from engine.lessons.model_sums import LECTURE, model_sums, printed
from engine.training.outline import outline
from engine.training.recipes import RECIPES


@pytest.mark.parametrize("name", list(RECIPES))
def test_layer_by_layer(name: str) -> None:
    sums = model_sums(RECIPES[name])
    assert [each.total for each in sums] == [row.parameters for row in outline(RECIPES[name]).rows]
    # The text says the number it stands for.
    for each in sums:
        assert eval(each.text.replace("×", "*")) == each.total


def test_the_lectures_two_models() -> None:
    one_hot, embedded = (model_sums(RECIPES[n]) for n in ("simple_rnn_one_hot", "simple_rnn"))
    assert [each.total for each in one_hot] == [4072, 9]
    assert one_hot[0].text == "500×8 + 8×8 + 8"
    assert [each.total for each in embedded] == [8000, 200, 9]
    assert sum(each.total for each in one_hot) == 4081
    assert sum(each.total for each in embedded) == 8209


def test_they_stand_beside_the_lectures() -> None:
    for name in LECTURE:
        line = printed(name, RECIPES[name])
        assert (
            line.is_equal
            and f"{sum(each.total for each in model_sums(RECIPES[name])):,}" in line.ours
        )
    assert not printed("lstm", RECIPES["lstm"]).lecture
    assert not printed("simple_rnn", RECIPES["lstm"]).is_equal
