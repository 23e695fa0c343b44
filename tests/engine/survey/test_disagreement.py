"""What two networks say that have no answer everywhere, look ahead, or read other padding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.survey.collectors import Answers
from engine.survey.disagreement import disagreement
from engine.survey.survey import Survey
from tests.engine.survey import corpora
from tests.networks import text_network

NAN = float("nan")


def answering(at_steps: list[list[float]], ends: list[float], ahead: bool = False) -> Survey:
    """A survey with these answers of a network."""
    rows, steps = np.shape(at_steps)
    answers = Answers(rows, steps, looks_ahead=ahead)
    answers.at_steps[:], answers.ends[:, 0] = at_steps, ends
    inputs = corpora.ids(rows, steps, longest_padding=0)
    inputs.labels[:] = 1
    return Survey(text_network(words=60), inputs, answers, {}, {})


def test_what_is_not_known_says_nothing() -> None:
    one = answering([[0.9, NAN, 0.9], [0.9, 0.9, NAN], [0.2, NAN, 0.2]], [0.9, NAN, 0.2])
    other = answering([[0.8, 0.7, 0.1], [0.1, 0.1, 0.1], [NAN, 0.9, 0.9]], [0.1, 0.1, 0.9])
    found = disagreement(one, other)
    assert found.disagree_from.tolist() == [2, -1, 2]
    assert found.steps.tolist() == [2, 0, 2]
    np.testing.assert_allclose(found.gaps, [0.8, 0.8, 0.7], atol=1e-6)
    assert (found.agree.count, found.agree.total) == (0, 2)
    assert (found.both, found.first_only, found.second_only, found.neither) == (0, 1, 1, 0)
    assert [str(note) for note in found.notes] == [
        "Not compared, because one of the two has no finite answer: 1 sequence."
    ]


def test_the_end_is_the_answer_not_the_last_step() -> None:
    one = answering([[0.9, 0.9]], [0.1])  # as of a decoder, whose answers go on
    other = answering([[0.9, 0.9]], [0.9])
    assert disagreement(one, other).agree.count == 0


def test_of_a_network_that_looks_ahead_only_ends_are_compared() -> None:
    one = answering([[0.1, 0.9, 0.9]], [0.9], ahead=True)
    other = answering([[0.9, 0.9, 0.7]], [0.7])
    found = disagreement(one, other)
    assert found.steps.tolist() == [2] and found.gaps == pytest.approx([0.2])
    assert found.disagree_from.tolist() == [-1]
    assert "only answers at the end are compared" in str(found.notes[0])


def test_other_padding_is_not_compared() -> None:
    one, other = (answering([[0.1, 0.9, 0.9]], [0.9]) for _ in range(2))
    one.inputs.padding[0, 0], other.inputs.padding[0, 2] = True, True
    with pytest.raises(ReplayError, match="padded on the same side"):
        disagreement(one, other)


def test_two_networks_that_share_a_corpus_may_number_its_words_otherwise() -> None:
    one, other = (answering([[0.1, 0.9, 0.9]], [0.9]) for _ in range(2))
    same = replace(other, inputs=replace(other.inputs, inputs=other.inputs.inputs + 1))
    assert disagreement(one, same).agree.count == 1
