"""Where networks part: also with three of them, with classes, and with answers without bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.network.closing import is_probability
from engine.network.network import Network
from engine.replay.trace import Trace
from engine.session.signals import are_shares, is_assumed, parting
from tests.engine.session.test_session import review
from tests.networks import text_network

STEPS, FIRST = 12, 2


def trace(prediction: np.ndarray) -> Trace:
    return Trace(text_network(), review(length=STEPS), {}, np.asarray(prediction, np.float32))


def flat(level: float = 0.5) -> np.ndarray:
    return np.full(STEPS, level)


def leaves(at: int, level: float = 0.5, by: float = 0.2) -> np.ndarray:
    """An answer that changes at a step."""
    return np.where(np.arange(STEPS) < at, level, level + by)


def late() -> np.ndarray:
    """One that is there when all has been read."""
    return np.where(np.arange(STEPS) < STEPS - 1, np.nan, 0.5)


def parts(*predictions: np.ndarray) -> int | None:
    return parting([trace(each) for each in predictions], STEPS, FIRST)


@pytest.mark.parametrize("third", [late(), np.full(STEPS, np.nan), flat()])
def test_a_third_network_does_not_hide_where_two_part(third: np.ndarray) -> None:
    for order in ((flat(), leaves(6), third), (third, leaves(6), flat())):
        assert parts(*order) == 6


def test_one_that_answers_when_all_has_been_read_parts_there_or_not_at_all() -> None:
    assert parts(flat(), late()) is None
    assert parts(flat(0.9), late()) == STEPS - 1
    assert parts(flat()) is None and parts() is None


def test_those_that_are_apart_from_the_first_word_on_part_there() -> None:
    assert parts(flat(0.1), flat(0.9)) == FIRST


def test_the_same_class_is_compared_and_any_may_part() -> None:
    rising = leaves(STEPS - 1, 0.3, 0.4)
    first = np.stack([rising, 1 - rising, flat(0.0)], axis=1)  # ends in its first class
    second = np.stack([1 - rising, rising, flat(0.0)], axis=1)  # ends in its second
    # Of the classes that win, the probabilities are the same; of each class, they are not.
    assert parts(first, second) == FIRST
    other = first.copy()
    other[5:, 2] += 0.2
    assert parts(first, other) == 5
    assert parts(first, first) is None
    assert parts(first, flat()) is None  # answers of other shapes cannot be compared
    assert parts(first, flat(), leaves(4)) == 4


@pytest.mark.parametrize("scale", [1e-3, 1.0, 280.0, 1e6])
def test_without_bounds_a_tenth_of_the_range_counts(scale: float) -> None:
    wave = scale * np.linspace(-1, 1, STEPS)  # a range of 2
    assert parts(wave, wave + scale * np.where(np.arange(STEPS) < 7, 0.1, 0.3)) == 7
    assert parts(wave, wave + 0.1 * scale) is None


def test_a_shorter_reading_stays_at_its_last_answer() -> None:
    assert parting([trace(flat()[:5]), trace(leaves(8))], STEPS, FIRST) == 8


def ending_with(activation: str) -> Network:
    """A network whose last layer has that function."""
    network = text_network()
    *others, last = network.layers
    return Network(
        "it", (*others, replace(last, options={**last.options, "activation": activation}))
    )


def test_what_is_a_probability() -> None:
    unknown = ending_with("")
    for networks in ([], [text_network()], [unknown]):
        assert is_probability(networks, np.array([0.0, 1.0, np.nan]))
        assert is_probability(networks, np.array([np.nan]))
        assert not is_probability(networks, np.array([0.5]), np.array([1.2]))
        assert not is_probability(networks, np.array([-0.1, 0.5]))


@pytest.mark.parametrize("activation", ["linear", "relu", "tanh"])
def test_what_comes_out_of_another_function_is_none_whatever_its_values(activation: str) -> None:
    network = ending_with(activation)
    assert not is_probability([text_network(), network], np.array([0.4, 0.6]))
    assert not are_shares(network, np.array([0.4, 0.6]))
    one, other = trace(flat()), trace(leaves(6, by=0.02))
    assert parting([one, other], STEPS, FIRST) is None, "0.02 is little of a probability"
    regressions = [replace(each, network=network) for each in (one, other)]
    assert parting(regressions, STEPS, FIRST) == 6, "and all of what these do"
    assert not any(map(is_assumed, regressions))


def test_shares_are_two_or_more_that_are_one_together() -> None:
    assert are_shares(ending_with("softmax"), np.array([0.4, 0.6]))
    for answer in ([1.0], [0.4, 0.4], [-0.2, 1.2]):
        assert not are_shares(ending_with(""), np.array(answer))


def test_what_is_assumed_is_said() -> None:
    one = replace(trace(flat()), network=ending_with(""))
    assert is_assumed(one) and not is_assumed(trace(flat()))
    assert not is_assumed(replace(one, prediction=np.full(STEPS, 1.5, np.float32)))
    assert not is_assumed(replace(one, prediction=np.full(STEPS, np.nan, np.float32)))
