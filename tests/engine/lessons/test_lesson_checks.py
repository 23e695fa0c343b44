"""Questions about a lesson's own models and data are answered as those are read or counted."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.errors import GatescopeError
from engine.lessons.lesson_checks.lesson_about import LessonAbout
from engine.lessons.lesson_checks.registry import ALL_CHECKS, LESSON_CHECKS
from engine.lessons.mappings import read_alone
from engine.lessons.question import Answer, AskedQuestion
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.sequence import Sequence
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode

TEXTS = ("a film " * 20, "zyzzyva " * 150, "good " * 120)


def _open(name: str) -> Network:
    return open_network(MODELS / f"{name}.keras")


def _sample(network: Network, count: int, seed: int) -> list[Sequence]:
    return [encode(text, imdb(), Encoding(num_words=500)) for text in TEXTS]


def _ask(name: str, **options: str) -> tuple[AskedQuestion, Answer, str]:
    asked = LESSON_CHECKS[name].ask(LessonAbout(options, _open, _sample))
    answer = asked.answer(None)
    assert len({str(choice) for choice in asked.choices}) == len(asked.choices) > 1
    return asked, answer, str(asked.choices[answer.right])


@pytest.mark.parametrize("name", LESSON_CHECKS)
def test_every_kind_can_be_asked(name: str) -> None:
    _, answer, _ = _ask(name)
    assert str(answer.says)


def test_no_name_is_taken_twice() -> None:
    assert len(ALL_CHECKS) == len({row.name for row in ALL_CHECKS.values()})


def test_a_word_before_changes_nothing_of_what_is_read_alone() -> None:
    _, answer, choice = _ask("alone", word="bad", before="very")
    value = read_alone(_open("lessons/one_to_one"), "bad")[0].answer
    assert choice.startswith("It stays") and str(answer.says).count(f"{value:.3f}") == 2


@pytest.mark.parametrize(
    ("value", "choice"),
    [("0", "About once"), ("0.33", "About twice"), ("0.5", "Between"), ("1", "More")],
)
def test_how_often_a_wave_goes_round(value: str, choice: str) -> None:
    """The task's own rule: 1 + 3 value turns."""
    _, answer, right = _ask("turns", value=value)
    assert right.startswith(choice)
    assert abs(float(str(answer.says).split(": ")[1].rstrip(".")) - (1 + 3 * float(value))) < 0.2


def test_a_negation_turns_a_tag_round() -> None:
    assert _ask("tag", text="this film is great", word="great")[2] == "Praise"
    assert _ask("tag", text="this film is not great", word="great")[2] == "Complaint"


def test_a_day_that_there_is_not_is_written_all_the_same() -> None:
    _, answer, choice = _ask("date", text="31 February 2021")
    assert "2021-02-31" in str(answer.says) and choice.startswith("The same")


def test_data_are_counted() -> None:
    _, answer, _ = _ask("cut")
    assert "3 reviews" in str(answer.says) and "67 %" in str(answer.says)
    _, answer, _ = _ask("unknown")
    assert f"{100 * 100 / (41 + 100 + 100):.1f} %" in str(answer.says)
    assert _ask("held_out")[2] == "20,000" and _ask("ones")[2] == "100"
    assert _ask("updates")[2] == "313" and "the last of 32" in str(_ask("updates")[1].says)


def test_data_are_counted_otherwise_than_the_page_shows_them() -> None:
    assert _ask("held_out", test_size="0.3")[2] == "17,500"
    assert "33 % are cut" in str(_ask("cut", length="125")[1].says)  # 41, 151 and 121 with <start>
    assert "0 % are cut" in str(_ask("cut", length="200")[1].says)
    share = 100 * (20 + 100 + 100) / (41 + 100 + 100)  # of 20 ids only "a" has one
    assert f"{share:.1f} %" in str(_ask("unknown", words="20")[1].says)
    assert _ask("ones", length="200")[2] == "200"


def test_more_words_make_only_the_weights_of_words_more() -> None:
    asked, _, choice = _ask("total", model="simple_rnn_one_hot", words="1000")
    assert choice == f"{4081 + 500 * 8:,}" and "4,081" in map(str, asked.choices)
    assert _ask("total", model="simple_rnn", words="1000")[2] == f"{8209 + 500 * 16:,}"


def test_all_layers_of_a_model_are_counted() -> None:
    _, answer, choice = _ask("total", model="simple_rnn_one_hot")
    assert choice == "4,081" and "Together 4,081." in str(answer.says)
    assert _ask("total", model="simple_rnn")[2] == "8,209"


def test_the_nearest_word_has_the_largest_cosine() -> None:
    _, answer, choice = _ask("nearest", word="great")
    table = np.asarray(_open("lstm").layers[0].weights["embeddings"], float)
    rows = table / np.linalg.norm(table, axis=1, keepdims=True)
    cosines = rows @ rows[87]
    words = {imdb().word_of(id): cosines[id] for id in range(4, len(table)) if id != 87}
    assert choice == f"“{max(words, key=lambda word: words[word])}”"
    assert str(answer.says).startswith("Cosines: " + choice.strip("“”"))


@pytest.mark.parametrize("patience", [1, 3])
def test_when_another_patience_would_have_ended_it(patience: int) -> None:
    """Acted out by hand on the record."""
    record = json.loads((MODELS / "lstm.json").read_text("utf-8"))
    losses = [epoch["val_loss"] for epoch in record["history"]]
    best, waited, end = np.inf, 0, len(losses)
    for epoch, loss in enumerate(losses, 1):
        waited = 0 if loss < best else waited + 1
        best = min(best, loss)
        if waited == patience:
            end = epoch
            break
    _, answer, _ = _ask("stopped", model="lstm", patience=str(patience))
    assert f"after epoch {end} of {len(losses)};" in str(answer.says)


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("turns", {"value": "much"}, "value=much is no number"),
        ("tag", {"word": "bad"}, "“bad” is not in"),
        ("date", {"text": "3/3"}, "never seen “/”"),
        ("nearest", {"word": "zyzzyva"}, "does not know “zyzzyva”"),
        ("stopped", {"model": "nothing"}, "no training record of nothing"),
        ("stopped", {"patience": "0"}, "patience=0 is no whole number from 1"),
        ("held_out", {"test_size": "1"}, "no share between 0 and 1"),
        ("cut", {"length": "0"}, "no whole number from 1"),
    ],
)
def test_a_question_that_cannot_be_asked(name: str, options: dict[str, str], says: str) -> None:
    with pytest.raises(GatescopeError, match=says):
        _ask(name, **options)


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("date", {"text": "3 March"}, "is no date"),
        ("date", {"text": "3 Foo 2021"}, "is no date"),
        ("date", {"text": "x March 2021"}, "is no date|never seen"),
        ("tag", {"text": "This is Great", "word": "bad"}, "is not in"),
        ("stopped", {"patience": "0.5"}, "no whole number from 1"),
        ("turns", {"value": "1e300"}, "not a finite number"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(
    name: str, options: dict[str, str], why: str
) -> None:
    with pytest.raises(GatescopeError, match=why):
        _ask(name, **options)


@pytest.mark.parametrize("word", ["Great", "great", "great,"])
def test_a_word_is_found_as_it_is_copied(word: str) -> None:
    _, _, choice = _ask("tag", text="This film is Great, really", word=word)
    assert choice == _ask("tag", text="this film is great really", word="great")[2]
