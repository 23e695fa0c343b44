"""What two networks say that have no answer everywhere, look ahead, or read other padding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.progress import finish
from engine.survey.collectors import Answers
from engine.survey.corpus_inputs import of_reviews
from engine.survey.disagreement import disagreement, in_common
from engine.survey.survey import Survey, survey
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
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


def test_other_sequences_are_not_compared() -> None:
    one, other = (answering([[0.1, 0.9, 0.9]], [0.9]) for _ in range(2))
    other = replace(other, inputs=replace(other.inputs, numbers=other.inputs.numbers + 1))
    with pytest.raises(ReplayError, match="did not read the same sequences"):
        disagreement(one, other)


def test_of_other_padding_the_same_words_are_compared() -> None:
    one = answering([[0.5, 0.1, 0.9]], [0.9])
    other = answering([[0.2, 0.6, 0.4]], [0.4])
    one.inputs.padding[0, 0], other.inputs.padding[0, 2] = True, True
    for each in (one, other):
        each.inputs.lengths[:] = 2
    found = disagreement(one, other)
    assert found.steps.tolist() == [2] and found.gaps == pytest.approx([0.3])
    assert found.disagree_from.tolist() == [-1]  # at both words they say the same
    assert "each with its own padding" in str(found.notes[0])


@pytest.mark.parametrize("side", ["pre", "post"])
def test_networks_of_other_lengths_are_compared_word_by_word(
    prepared_reviews, monkeypatch, side
) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    corpus = finish(ImdbReviews().prepare())
    network = text_network(words=500)
    read = {}
    for length in (30, 50):
        encoding = Encoding(length=length, padding=side, truncating=side)
        inputs = finish(of_reviews(corpus, network, np.arange(40), encoding=encoding))
        read[length] = finish(survey(network, inputs))
    for first, second in ((30, 50), (50, 30)):
        one, other = read[first], read[second]
        found = disagreement(one, other)
        for row in range(40):
            # The words of each, from the end of the review, or from its beginning where it is cut
            # behind, with what was said there.
            said = [
                dict(
                    zip(
                        range(-n, 0) if side == "pre" else range(n),
                        each.answers.at_steps[row][~each.inputs.padding[row]],
                        strict=True,
                    )
                )
                for each in (one, other)
                if (n := int((~each.inputs.padding[row]).sum()))
            ]
            gaps = [abs(said[0][at] - said[1][at]) for at in said[0].keys() & said[1].keys()]
            assert found.gaps[row] == pytest.approx(max(gaps), abs=1e-6)
        note, opened = found.notes
        assert "in one encoding by both" in str(opened)
        assert str(note).startswith(f"LSTM(8) reads {first} steps and LSTM(8) {second}, each with")
        assert ("from the end" if side == "pre" else "from the beginning") in str(note)


@pytest.mark.parametrize("side", ["pre", "post"])
def test_a_start_mark_that_one_has_alone_shifts_no_word(side) -> None:
    said = [[0.5, 0.1, 0.9]], [[0.1, 0.9, 0.4]]
    read = []
    for at_steps, start, length in zip(said, (1, None), (10, 9), strict=True):
        each = answering(at_steps, at_steps[0][-1:])
        each.inputs.lengths[:] = length  # more than is read: nothing is padded
        encoding = Encoding(length=3, padding=side, truncating=side, start_char=start)
        read.append(replace(each, inputs=replace(each.inputs, encoding=encoding)))
    found = disagreement(*read)
    # Cut behind, the first word comes a step later after the mark; cut in front, both end alike.
    assert found.gaps == pytest.approx([0.0 if side == "post" else 0.8], abs=1e-6)


def test_words_that_are_parted_otherwise_are_compared_at_the_end() -> None:
    one = answering([[0.1, 0.9, 0.9]], [0.9])
    other = answering([[0.9, 0.1, 0.8, 0.7]], [0.7])
    found = disagreement(one, other)
    assert found.steps.tolist() == [2] and found.gaps == pytest.approx([0.2])
    assert str(found.notes[2]).startswith("Compared at the end alone")


def test_what_one_has_left_out_is_left_out_of_both() -> None:
    one = answering([[0.1, 0.9], [0.2, 0.3]], [0.9, 0.3])
    fewer = answering([[0.1, 0.9], [0.2, 0.3]], [0.9, 0.3]).rows([1])
    pair = in_common(one, fewer)
    assert [each.inputs.numbers.tolist() for each in pair] == [[101], [101]]
    assert disagreement(*pair).agree.total == 1


def test_two_networks_that_share_a_corpus_may_number_its_words_otherwise() -> None:
    one, other = (answering([[0.1, 0.9, 0.9]], [0.9]) for _ in range(2))
    same = replace(other, inputs=replace(other.inputs, inputs=other.inputs.inputs + 1))
    assert disagreement(one, same).agree.count == 1
