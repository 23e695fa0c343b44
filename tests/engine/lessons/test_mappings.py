"""The bundled models of the kinds of RNN, against Keras's rules in plain numpy and their tasks."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import TextError
from engine.lessons.mappings import (
    date_note,
    date_read,
    iso_date,
    meant_sine,
    meant_wave,
    read_alone,
    sine_on,
    tag,
    wave_of,
    write_date,
)
from engine.library import LESSONS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.tasks import dates, one_to_many, sine, tagger
from engine.tasks.bundled import task_record


def _network(name: str) -> Network:
    return open_network(LESSONS / f"{name}.keras")


def test_each_word_is_read_by_itself() -> None:
    network = _network("one_to_one")
    read = read_alone(network, "Great but not great zyzzyva")
    assert [each.word for each in read] == ["great", "but", "not", "great", "zyzzyva"]
    assert [each.is_known for each in read] == [True] * 4 + [False] and read[4].id == 2
    assert read[0].answer == read[3].answer
    weights = [layer.weights for layer in network.layers if layer.weights]
    row = weights[0]["embeddings"][read[0].id].astype(float)
    hidden = np.maximum(row @ weights[1]["kernel"] + weights[1]["bias"], 0)
    answer = 1 / (1 + np.exp(-(hidden @ weights[2]["kernel"] + weights[2]["bias"])))
    for (_, found), wanted in zip(read[0].layers, (row, hidden, answer), strict=True):
        np.testing.assert_allclose(found, wanted, atol=1e-6)


@pytest.mark.parametrize("value", [0.0, 0.35, 1.0])
def test_a_value_becomes_its_wave(value: float) -> None:
    written = wave_of(_network("one_to_many"), value).prediction[1:]
    assert len(written) == one_to_many.STEPS
    assert np.abs(written - meant_wave(value)).max() < 0.1


def test_a_sine_goes_on_from_its_own_answers() -> None:
    network = _network("sine")
    trace = sine_on(network, 20)
    assert trace.written is not None and trace.written.first == sine.READ
    plain = sine.write_on(network, meant_sine(20)[None, : sine.READ, None])
    np.testing.assert_allclose(trace.written.values[:, 0], plain[0], atol=1e-5)


def test_tags_and_the_rule_beside_them() -> None:
    record = task_record(tagger.TASK)
    assert record is not None
    text = "great and not great zyzzyva"
    tagged = tag(_network("tagger"), text, record.data["data"])
    assert tagged.words == tuple(text.split()) and tagged.unknown == ("zyzzyva",)
    assert tagged.by_rule[0] == tagger.PRAISE and tagged.by_rule[3] == tagger.COMPLAINT
    np.testing.assert_array_equal(tagged.tags, tagged.trace.prediction.argmax(-1)[tagged.steps])


@pytest.mark.parametrize("text", ["3 March 2021", "29 Feb 2024", "31 December 1999"])
def test_a_date_is_written_anew(text: str) -> None:
    network = _network("dates")
    trace = write_date(network, text)
    assert trace.written is not None
    written = dates.text_of(trace.written.values)
    assert written == iso_date(text) == "".join(trace.steps[trace.written.first :])
    assert written == dates.text_of(dates.translate(network, dates.read_ids([text]))[0])
    assert "right" in str(date_note(text, written))


def test_a_seed_draws_the_same_letters_and_heat_other_ones() -> None:
    network = _network("dates")

    def written(temperature: float, seed: int) -> str:
        return "".join(write_date(network, "3 March 2021", temperature, seed).steps[-10:])

    assert written(2, 5) == written(2, 5)
    assert len({written(2, seed) for seed in range(8)}) > 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3/3/2021", "never seen “/”"),
        ("2021년 3월", "never seen “년 월”"),
        (" ", "no date"),
        ("30 September 2021 or", "at most 17 characters, and these are 20"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, says: str) -> None:
    with pytest.raises(TextError, match=says):
        date_read(text)


@pytest.mark.parametrize(
    "text", ["31 February 2021", "1 May 1850", "May", "1 May 2000 1", "x May 1"]
)
def test_no_such_day(text: str) -> None:
    assert iso_date(text) is None and "guess" in str(date_note(text, "2000-01-01"))
    assert "is wrong: it is 2021-03-03" in str(date_note("3 Mar 2021", "2021-03-04"))
