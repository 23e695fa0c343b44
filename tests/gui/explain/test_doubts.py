"""Whatever is marked as in doubt says why, on hover and in the drawer; every check has its reason."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.explain.attribution import Attribution
from engine.explain.methods import METHODS, MethodSettings, explain
from engine.network.network import Network
from gui.explain.check_texts import CHECK_SAYS, SATURATED, why_in_doubt
from gui.explain.panel import ExplainPanel
from gui.i18n.texts import explain as said
from gui.window.main_window import MainWindow
from tests.gui.conftest import texts
from tests.gui.explain.conftest import Ask
from tests.networks import text_network


@pytest.mark.parametrize("bias_factor", [1.0, 0.5])
@pytest.mark.parametrize("method", METHODS)
def test_every_check_that_does_not_hold_has_a_reason(
    window: MainWindow, method: str, bias_factor: float
) -> None:
    pane = window.session.panes[1]
    assert pane.trace is not None
    settings = MethodSettings(bias_factor=bias_factor)
    answer = explain(pane.network, pane.trace.sequence, method, settings=settings)
    answer = replace(answer, checks=tuple(replace(each, value=0.0) for each in answer.checks))
    assert answer.checks and not why_in_doubt(answer)
    for check in answer.checks:
        failed = replace(answer, checks=(replace(check, value=2 * check.tolerance + 1.0),))
        assert why_in_doubt(failed) == [said(CHECK_SAYS[check.name])]


def saturated() -> Network:
    """An LSTM all of whose gates are far out: no gradient is left."""
    network = text_network("LSTM")
    layers = tuple(
        replace(
            layer,
            weights={
                name: values * np.float32(1e6) if layer.kind == "LSTM" else values
                for name, values in layer.weights.items()
            },
        )
        for layer in network.layers
    )
    return replace(network, layers=layers)


def test_a_saturated_gradient_says_so_on_hover_and_in_the_drawer(
    window: MainWindow, panel: ExplainPanel, ask: Ask
) -> None:
    window.session.replace_network(1, saturated())
    ask(strip="attribution", methods=("gradxinput",))
    view = window.explain_strip.attribution
    answer = view.answer((1, "gradxinput"))
    assert isinstance(answer, Attribution) and np.abs(answer.scores).max() < 1e-9
    bars = view.rows[1, "gradxinput"]
    assert bars.note.endswith("⚠")
    assert said(SATURATED) in bars.describe(len(answer.scores) - 1, 0.5)
    assert any("saturated" in text for text in texts(panel.checks))
    sound = view.rows[0, "gradxinput"]
    assert sound.note.endswith("✓") and "saturated" not in sound.describe(1, 0.5)
