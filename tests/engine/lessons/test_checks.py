"""Every kind of question is answered as plain numpy answers it, on whatever network reads."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import GatescopeError, LessonError, ReplayError
from engine.explain.memory import memory_of_trace
from engine.lessons.checks.registry import CHECKS
from engine.lessons.digits import told_apart
from engine.lessons.question import EQUAL, About, Answer, AskedQuestion
from engine.network.network import Network
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence
from tests.networks import text_network

WORDS = ("", "", "this", "film", "is", "not", "good", "but", "it", "was", "fun")


def _about(kind: str = "LSTM", seed: int = 7, mask: bool = False, **options: str) -> About:
    network = text_network(kind, seed=seed, mask_zero=mask)
    ids = np.array([0, 0, 14, 22, 9, 24, 52, 21, 12, 16, 256], np.int32)
    padding = ids == 0
    trace = replay(network, Sequence(ids, WORDS, padding))
    return About(trace, network.recurrent[0].name, 3, options)


def _ask(name: str, about: About) -> tuple[AskedQuestion, Answer]:
    asked = CHECKS[name].ask(about)
    answer = asked.answer(None)
    assert 0 <= answer.right < len(asked.choices) > 1
    assert len({str(choice) for choice in asked.choices}) == len(asked.choices)
    return asked, answer


def _answer(network: Network, ids: np.ndarray) -> float:
    sequence = Sequence(ids.astype(np.int32), ("",) * len(ids), ids == 0)
    return float(replay(network, sequence).answer)


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
@pytest.mark.parametrize("name", CHECKS)
def test_every_kind_is_asked_of_every_cell_or_says_why_not(name: str, kind: str) -> None:
    about = _about(kind, steps="5")
    if CHECKS[name].kind not in ("", kind):
        with pytest.raises(LessonError, match="SimpleRNN"):
            CHECKS[name].ask(about)
    else:
        _ask(name, about)


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_a_gate_rises_or_falls(seed: int) -> None:
    about = _about(series="f", word="But", seed=seed)
    asked, answer = _ask("gate", about)
    gate = about.read.series["f"].mean(axis=1)
    assert "“but”" in str(asked.text) and asked.note is None
    assert answer.right == (0 if gate[7] > gate[6] else 1)
    assert f"{gate[7]:.3f}" in str(answer.says)


def test_a_word_that_is_not_there_is_replaced_and_said() -> None:
    asked, _ = _ask("gate", _about(word="zyzzyva"))
    assert str(asked.note).startswith("“zyzzyva” is not in what is read; “")


@pytest.mark.parametrize("series", ["", "c"])
def test_the_word_that_changes_most(series: str) -> None:
    about = _about(**({"series": series} if series else {}))
    asked, answer = _ask("most", about)
    read, trace = about.read, about.trace
    values = read.series["c"][:, 3] if series else trace.prediction
    best = 2 + int(np.argmax(np.abs(np.diff(values.astype(float)))[1:]))
    assert WORDS[best] in str(asked.choices[answer.right])


@pytest.mark.parametrize(("kind", "count"), [("SimpleRNN", 200), ("LSTM", 800), ("GRU", 624)])
def test_parameters(kind: str, count: int) -> None:
    asked, answer = _ask("parameters", _about(kind))
    assert str(asked.choices[answer.right]) == str(count)


@pytest.mark.parametrize(("kind", "gates", "biases"), [("SimpleRNN", 1, 1), ("GRU", 3, 2)])
def test_parameters_with_more_units_on_more_steps(kind: str, gates: int, biases: int) -> None:
    """By hand, of 16 units that read 16 numbers: the steps are in it nowhere."""
    asked, answer = _ask("parameters", _about(kind, times="2", steps="200"))
    count = gates * (16 * 16 + 16 * 16 + biases * 16)
    assert str(asked.choices[answer.right]) == f"{count:,}"
    twice = 2 * gates * (16 * 8 + 8 * 8 + biases * 8)
    assert f"{twice:,}" in map(str, asked.choices), "what doubles nothing but the units"
    assert "16 units" in str(asked.text) and "200 steps" in str(asked.text)
    assert "does not grow" in str(answer.says)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_shuffled(seed: str) -> None:
    about = _about(seed=11)
    about = About(about.trace, about.layer, 0, {"seed": seed})
    _, answer = _ask("shuffle", about)
    ids = np.asarray(about.trace.sequence.inputs)
    mixed = np.concatenate([ids[:2], np.random.default_rng(int(seed)).permutation(ids[2:])])
    before, after = (_answer(about.trace.network, each) for each in (ids, mixed))
    assert answer.right == (0 if abs(after - before) < EQUAL else 1)
    assert f"{after:.3f}" in str(answer.says)


@pytest.mark.parametrize("mask", [False, True])
def test_padding_is_read_unless_it_is_masked(mask: bool) -> None:
    assert _ask("padding", _about(mask=mask))[1].right == int(not mask)


@pytest.mark.parametrize(
    ("function", "at", "slope"),
    [("sigmoid", "0", "0.25"), ("tanh", "0", "1.00"), ("relu", "-1", "0.00")],
)
def test_slope(function: str, at: str, slope: str) -> None:
    asked, answer = _ask("slope", _about(function=function, at=at))
    assert str(asked.choices[answer.right]) == slope


def test_what_is_left_of_the_gradient() -> None:
    """By hand: the norm of the product of the Jacobians over that at the end."""
    about = _about("SimpleRNN", steps="4")
    _, answer = _ask("fades", about)
    recurrent = about.read.layer.weights["recurrent_kernel"].astype(float)
    product = np.eye(8)
    for step in range(10, 6, -1):
        slope = 1 - about.read.series["h"][step].astype(float) ** 2
        product = product @ (np.diag(slope) @ recurrent.T)
    left = np.linalg.norm(product) / np.linalg.norm(np.eye(8))
    assert str(answer.says).startswith(f"{left:.3g} of it is left")
    assert answer.right == sum(left >= bound for bound in (0.01, 0.5, 1.0))


@pytest.mark.parametrize("length", [2, 3, 11])
def test_what_is_shorter_is_asked_of_its_first_step(length: int) -> None:
    """No review is too short for the question, and the card says how far back it goes."""
    about, other = (_about(kind, steps="40") for kind in ("LSTM", "SimpleRNN"))
    about, other = (replace(each, trace=_beginning(each.trace, length)) for each in (about, other))
    asked, answer = _ask("fades", replace(about, beside=other))
    assert str(asked.note) == (
        f"40 steps before the end are asked for; what is read here has no more than {length - 1}."
    )
    assert f" {length - 1} step" in str(asked.text)
    left = memory_of_trace(about.trace, about.layer).left
    assert f"{left[length - 1]:.3g}" in str(answer.says)
    assert _ask("fades", _about(steps="10"))[0].note is None


def _beginning(trace: Trace, length: int) -> Trace:
    read = trace.sequence
    shorter = Sequence(read.inputs[-length:], read.steps[-length:], read.padding[-length:])
    return replay(trace.network, shorter)


def test_of_one_step_nothing_fades() -> None:
    about = _about(steps="40")
    with pytest.raises(ReplayError, match="nothing comes before its end"):
        CHECKS["fades"].ask(replace(about, trace=_beginning(about.trace, 1)))


def test_a_gate_held_shut_leaves_the_bias_alone() -> None:
    about = _about(series="o", value="0")
    _, answer = _ask("held", about)
    bias = float(about.trace.network.layers[-1].weights["bias"][0])
    after = 1 / (1 + np.exp(-bias))
    assert f"is then {after:.3f}" in str(answer.says)
    change = after - float(about.trace.answer)
    assert answer.right == (2 if abs(change) < EQUAL else 0 if change > 0 else 1)


def test_a_state_can_be_held_too() -> None:
    about = _about("SimpleRNN", series="h", value="0")
    bias = float(about.trace.network.layers[-1].weights["bias"][0])
    assert f"is then {1 / (1 + np.exp(-bias)):.3f}" in str(_ask("held", about)[1].says)


def test_the_word_or_what_is_remembered() -> None:
    about = _about("SimpleRNN", word="not")
    _, answer = _ask("adds", about)
    weights, read = about.read.layer.weights, about.read
    word = float(read.inputs[5] @ weights["kernel"][:, 3])
    memory = float(read.series["h"][4] @ weights["recurrent_kernel"][:, 3])
    assert answer.right == (0 if abs(word) >= abs(memory) else 1)
    assert f"{abs(memory):.3f}" in str(answer.says)


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("gate", {"series": "z"}, "LSTM has no series “z”. It has: "),
        ("held", {"value": "much"}, "value=much is no number."),
        ("slope", {"function": "sin"}, "There is no function “sin” here."),
    ],
)
def test_a_question_that_cannot_be_asked(name: str, options: dict[str, str], says: str) -> None:
    with pytest.raises(GatescopeError) as error:
        CHECKS[name].ask(_about(**options))
    assert says in str(error.value)


def test_padding_alone_is_no_reading() -> None:
    network = text_network()
    trace = replay(network, Sequence(np.zeros(4, np.int32), ("",) * 4, np.ones(4, bool)))
    with pytest.raises(GatescopeError, match="Nothing is read here but padding"):
        CHECKS["gate"].ask(About(trace, network.recurrent[0].name, 0, {}))


def test_halfway_is_asked_only_where_there_is_an_answer_of_two_sides() -> None:
    about = _about()
    trace = about.trace
    only_last = np.full(len(trace), np.nan, np.float32)
    only_last[-1] = 0.7
    three = np.tile(np.array([0.2, 0.5, 0.3], np.float32), (len(trace), 1))
    for other, why in (
        (replace(trace, prediction=only_last), "only when all has been read"),
        (replace(trace, looks_ahead=True), "what comes after"),
        (replace(trace, prediction=three), "answers with 3 classes"),
        (replace(trace, prediction=np.full_like(only_last, np.nan)), "no answer of one number"),
    ):
        with pytest.raises(ReplayError, match=why):
            CHECKS["halfway"].ask(replace(about, trace=other))
    two = np.stack([1 - trace.prediction, trace.prediction], axis=1)
    _, answer = _ask("halfway", replace(about, trace=replace(trace, prediction=two)))
    assert f"{two[-1].max():.3f}" in str(answer.says)


def test_no_question_says_nan() -> None:
    about = _about()
    only_last = np.full(len(about.trace), np.nan, np.float32)
    only_last[-1] = 0.7
    with pytest.raises(ReplayError, match="no word changes it"):
        CHECKS["most"].ask(replace(about, trace=replace(about.trace, prediction=only_last)))
    begins = np.array(about.read.series["f"])
    begins[:3] = np.nan
    read = replace(about.read, series={**about.read.series, "f": begins})
    later = replace(about.trace, layers={about.layer: read})
    with pytest.raises(ReplayError, match="nothing before it"):
        CHECKS["gate"].ask(replace(about, trace=later, options={"series": "f", "word": "film"}))
    _, answer = _ask("most", replace(about, trace=later, options={"series": "f"}))
    assert "nan" not in str(answer.says)


@pytest.mark.parametrize("seed", ["-1", "0.5", "1e400", "x"])
def test_a_seed_is_a_whole_number(seed: str) -> None:
    with pytest.raises(LessonError, match="number"):
        CHECKS["shuffle"].ask(replace(_about(), options={"seed": seed}))


def test_the_side_of_the_padding_changes_the_answer() -> None:
    about = _about(words="5")
    _, answer = _ask("padded", about)
    ids, zeros = about.trace.sequence.inputs[2:7], np.zeros(6, np.int32)
    front = _answer(about.trace.network, np.concatenate([zeros, ids]))
    behind = _answer(about.trace.network, np.concatenate([ids, zeros]))
    assert f"front {front:.3f}, behind {behind:.3f}" in str(answer.says)
    is_equal = abs(front - behind) < EQUAL
    assert answer.right == (0 if is_equal else 1 if (front > 0.5) == (behind > 0.5) else 2)


def test_numbers_that_look_equal_have_more_digits() -> None:
    assert told_apart((0.42283, 0.42279), 4) == ("0.42283", "0.42279")
    assert told_apart((0.5, 0.5)) == ("0.500", "0.500")
    assert told_apart((-0.0001, 0.2)) == ("0.000", "0.200")
