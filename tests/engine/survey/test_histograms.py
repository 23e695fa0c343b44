"""The histograms of gates are those of the values themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.progress import finish
from engine.survey.card import values_of
from engine.survey.collectors import Histograms
from engine.survey.health import health
from engine.survey.passes import Workers, pass_over, threads
from engine.survey.saturation import idle_units, saturation
from engine.survey.survey import survey
from tests.engine.survey.corpora import ids
from tests.networks import text_network


def test_they_are_those_of_the_values_whoever_reads() -> None:
    network, inputs = text_network("LSTM", 5), ids(2100, 9)
    reading = finish(survey(network, inputs))
    here, there = (Histograms("lstm", "f", 5) for _ in range(2))
    finish(pass_over(network, inputs, [here]))
    with threads(2) as executor:
        finish(pass_over(network, inputs, [there], Workers(executor, "threads")))
    assert (here.counts == there.counts).all()
    for unit in range(5):
        values = finish(values_of(reading, "lstm", "f", unit))[0].values
        expected, edges = np.histogram(values[np.isfinite(values)], here.edges)
        assert (here.counts[unit] == expected).all() and (edges == here.edges).all()
    assert here.counts.sum() == 5 * int((~inputs.padding).sum())


def test_what_is_no_number_is_counted_nowhere_and_its_units_are_named() -> None:
    network = text_network("LSTM", 5)
    layer = network.recurrent[0]
    weights = {key: value.copy() for key, value in layer.weights.items()}
    weights["bias"][[0, 5, 10, 15]] = np.nan  # every gate of the first unit
    broken = replace(layer, weights=weights)
    layers = tuple(broken if each is layer else each for each in network.layers)
    reading = finish(
        survey(replace(network, layers=layers), ids(60, 1))
    )  # of a second step all would be NaN
    opened = Histograms("lstm", "f", 5)
    finish(pass_over(reading.network, reading.inputs, [opened]))
    read = int((~reading.inputs.padding).sum())
    assert opened.counts.sum(axis=1).tolist() == [0, read, read, read, read]
    for gate in saturation(reading):
        for each in (gate.below, gate.above, gate.mean):
            assert np.isnan(each).tolist() == [True, False, False, False, False]
        assert np.isfinite(gate.saturated)
    (idle,) = idle_units(reading)
    assert idle.unknown == (0,) and 0 not in (*idle.dead, *idle.constant)
    findings = {each.name: each for each in finish(health(reading)).findings}
    for name in ("dead", "constant", "duplicates"):
        assert findings[name].level == "unknown" and "lstm[1]" in str(findings[name].says)


def test_a_unit_without_a_number_hides_no_other_that_is_saturated() -> None:
    network = text_network("LSTM", 5)
    layer = network.recurrent[0]
    weights = {key: value.copy() for key, value in layer.weights.items()}
    weights["bias"][5:10] = 20.0  # the forget gates are open,
    weights["bias"][[0, 5, 10, 15]] = np.nan  # but for the first unit, which is no number
    broken = replace(layer, weights=weights)
    layers = tuple(broken if each is layer else each for each in network.layers)
    reading = finish(survey(replace(network, layers=layers), ids(60, 1)))
    moments = reading.moments[layer.name]["f"]
    read = int((~reading.inputs.padding).sum())
    assert moments.above.tolist() == [0, read, read, read, read]
