"""Nothing is assumed or left out unsaid: what the shell says of it, for every command."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.__main__ import COMMANDS as COMMANDS_OF_THE_SHELL
from engine.__main__ import main
from engine.commands.inputs import cut_notes
from engine.lessons.class_task import ClassTask, save
from engine.library import MODELS
from engine.network.network import Network
from engine.session.state import PaneState, ReviewState, SessionState
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.run_folder import FORMAT, VERSION
from engine.verification import verify as verification
from engine.verification.proof import Proof
from engine.verification.rounding import Amplification, Distance
from tests.engine import own_dictionaries
from tests.engine.network import files
from tests.engine.network.test_safetensors import head, parameters

Captured = pytest.CaptureFixture[str]


def trace(model: Path, *more: object) -> int:
    out = model.parent / "o.npz"
    return main(["trace", str(model), "--out", str(out), *map(str, more)])


def read_ids(model: Path) -> list[int]:
    with np.load(model.parent / "o.npz") as found:
        return [int(id) for id in found["ids"][found["mask"]]]


# -- dictionaries ------------------------------------------------------------------------


OWN = Plan(RECIPES["lstm"]).as_dict()


@pytest.mark.parametrize("plan", ["", "own", "of something else"])
def test_only_a_run_of_gatescopes_own_reads_imdbs_words_for_certain(
    tmp_path: Path, capsys: Captured, plan: str
) -> None:
    """`RunRecorder` writes the runs of anybody's models, with words of their own."""
    (tmp_path / "checkpoints").mkdir()
    head = {} if plan == "of something else" else {"format": FORMAT, "version": VERSION}
    (tmp_path / "config.json").write_text(json.dumps({**head, "plan": OWN if plan else None}))
    options = own_dictionaries.VECTORIZATION | {"vocabulary": ["", "[UNK]", "film", "good"]}
    model = own_dictionaries.write_model(tmp_path / "checkpoints", "TextVectorization", options)
    assert trace(model, "--text", "a good film") == 0
    assert (read_ids(model) == [1, 3, 2]) == (plan != "own")


def test_a_text_has_the_length_of_a_network_that_takes_no_other(
    tmp_path: Path, capsys: Captured
) -> None:
    """Though nothing in a StringLookup brings it to one: Keras, too, takes only so many."""
    options = {"vocabulary": ["[UNK]", "good", "film"], "mask_token": None, "num_oov_indices": 1}
    model = own_dictionaries.write_model(tmp_path, "StringLookup", options)
    for text, ids in (("good film", [0] * 8 + [1, 2]), ("good film " * 8, [1, 2] * 5)):
        assert trace(model, "--text", text) == 0
        with np.load(tmp_path / "o.npz") as found:
            assert found["ids"].tolist() == ids


@pytest.mark.parametrize("kind", own_dictionaries.REFUSED)
def test_a_dictionary_inside_that_cannot_be_used_is_said(
    tmp_path: Path, capsys: Captured, kind: str
) -> None:
    name, options, said = own_dictionaries.REFUSED[kind]
    model = own_dictionaries.write_model(tmp_path, name, options)
    assert trace(model, "--text", "a good film") == 2
    heard = capsys.readouterr().err
    assert said in heard and len(heard.splitlines()) == 1
    assert model.name in heard, "a refused model is named"
    assert not (tmp_path / "o.npz").exists()


def test_a_dictionary_inside_is_read_without_a_word_and_before_any_beside(
    tmp_path: Path, capsys: Captured
) -> None:
    options = own_dictionaries.VECTORIZATION | {"vocabulary": ["", "[UNK]", "film", "good"]}
    model = own_dictionaries.write_model(tmp_path, "TextVectorization", options)
    assert trace(model, "--text", "a good film") == 0
    assert read_ids(model) == [1, 3, 2]
    assert capsys.readouterr().err == ""


def test_a_model_of_other_words_that_reads_a_film_review_says_so(
    tmp_path: Path, capsys: Captured
) -> None:
    options = own_dictionaries.VECTORIZATION | {"vocabulary": ["", "[UNK]", "rain", "wind"]}
    model = own_dictionaries.write_model(tmp_path, "TextVectorization", options)
    assert trace(model) == 0
    named, unknown = capsys.readouterr().err.splitlines()
    assert named.startswith("gatescope: note: No text is named: IMDB reviews #0 is read")
    assert "of IMDB reviews #0 are not in the model's dictionary" in unknown
    assert trace(model, "--review", 3) == 0
    (unknown,) = capsys.readouterr().err.splitlines()
    assert "of IMDB reviews #3 are not in the model's dictionary" in unknown


def test_another_dictionary_is_read_where_it_is_named(tmp_path: Path, capsys: Captured) -> None:
    name, options, _ = own_dictionaries.REFUSED["ngrams of no words"]
    model = own_dictionaries.write_model(tmp_path, name, options)
    assert trace(model, "--text", "a good film", "--words", tmp_path / "vocab.csv") == 0
    assert read_ids(model) == [2, 3]
    assert trace(model, "--text", "a good film", "--words", "imdb") == 0
    assert read_ids(model)[0] == 1, "the start mark"
    assert capsys.readouterr().err == ""


def test_which_dictionary_was_taken_is_said(tmp_path: Path, capsys: Captured) -> None:
    model = files.write_keras(tmp_path / "m.keras")
    assert trace(model, "--text", "the") == 0
    assert capsys.readouterr().err == (
        "gatescope: note: There is no dictionary in m.keras or beside it: texts are read with "
        "IMDB's words. If it was trained with others, name them with --words.\n"
    )
    assert trace(model, "--text", "good", "--strict") == 2
    rows = "".join(f"word{number},{number}\n" for number in range(2, 21))
    (tmp_path / "vocab.csv").write_text(f"word,id\n{rows}")
    (tmp_path / "tokenizer.pickle").write_bytes(pickle.dumps({"good": 1, "bad": 1}))
    capsys.readouterr()
    assert trace(model, "--text", "word3", "--json") == 0
    heard = capsys.readouterr()
    notes = json.loads(heard.out)["notes"]
    assert [f"gatescope: note: {note}" for note in notes] == heard.err.splitlines()
    assert notes[0].startswith("tokenizer.pickle beside the model could not be used as its dict")
    assert notes[1] == "Texts are read with the words of vocab.csv, which lies beside m.keras."
    assert notes[2].startswith("The network knows 20 ids: 1 word of the dictionary is beyond")


def test_a_text_of_another_language_is_said_to_be_unknown(tmp_path: Path, capsys: Captured) -> None:
    out = str(tmp_path / "o.npz")
    for text, is_said in (("좋은 영화", True), ("좋은 film", False)):
        assert main(["trace", str(MODELS / "lstm.keras"), "--text", text, "--out", out]) == 0
        assert ("None of the words is in the dictionary" in capsys.readouterr().err) == is_said


def test_a_model_of_ours_needs_no_note(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "o.npz"
    assert main(["trace", str(MODELS / "lstm.keras"), "--text", "good", "--out", str(out)]) == 0
    assert capsys.readouterr().err == ""


def test_steps_are_called_by_the_words_of_the_model(tmp_path: Path) -> None:
    model = files.write_keras(tmp_path / "m.keras")
    (tmp_path / "vocab.csv").write_text("word,id\ngood,2\nfilm,3\nbad,4\n")
    (tmp_path / "ids.txt").write_text("2 3 9")
    assert trace(model, "--ids", tmp_path / "ids.txt") == 0
    with np.load(tmp_path / "o.npz") as found:
        assert found["words"].tolist() == ["good", "film", "#9"]
    name, options, _ = own_dictionaries.REFUSED["ngrams of no words"]
    model = own_dictionaries.write_model(tmp_path, name, options)
    assert trace(model, "--ids", tmp_path / "ids.txt") == 0
    with np.load(tmp_path / "o.npz") as found:
        assert found["words"].tolist() == ["#2", "#3", "#9"]


# -- what was left out of a network ------------------------------------------------------

LEFT_OUT: dict[str, dict[str, tuple[int, ...]]] = {
    "LayerNorm": {"norm.weight": (4,), "norm.bias": (4,)},
    "BatchNorm": {"bn.weight": (4,), "bn.running_mean": (4,), "bn.num_batches_tracked": ()},
    "attention": {"attention.in_proj_weight": (12, 4), "attention.out_proj.bias": (4,)},
    "Conv1d": {"conv.weight": (3, 3, 5), "conv.bias": (3,)},
    "LoRA": {"lstm.lora_A.weight": (2, 3), "lstm.lora_B.weight": (16, 2)},
    "decoder": {"z_decoder.weight_ih_l0": (16, 9), "z_decoder.weight_hh_l0": (16, 4)},
}
COMMANDS = ("trace", "summary", "verify")


@pytest.mark.usefixtures("not_compared")
@pytest.mark.parametrize("command", ["trace", "verify"])
def test_a_model_whose_answer_is_not_computed_is_a_part(
    tmp_path: Path, capsys: Captured, command: str
) -> None:
    """As where a layer behind the recurrent one is not replayed."""
    model, arrays = files.config(), files.weights()
    model["config"]["layers"][-1] |= {"class_name": "Odd", "registered_name": "mine>Odd"}
    path = files.write_keras(tmp_path / "odd.keras", model, arrays)
    assert main(arguments(command, path, "--json")) == (1 if command == "verify" else 0)
    data = json.loads(capsys.readouterr().out)
    assert data["notes"] and not data["left_out"]
    if command == "verify":
        assert (data["ok"], data["verdict"]) == (False, "partial")
    else:
        assert data["partial"] is True


def partial_model(folder: Path, kind: str) -> Path:
    arrays = parameters("LSTM", 3, 4, prefix="lstm.") | head("fc", 4, 1)
    arrays |= {name: np.ones(shape, np.float32) for name, shape in LEFT_OUT[kind].items()}
    save_file(arrays, folder / "part.safetensors")
    return folder / "part.safetensors"


@pytest.fixture
def not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Keras had been asked, and each layer agreed."""

    def verify(path: Path, count: int, network: Network) -> Proof:
        return Proof("rebuilt", "3", count, {"lstm": {"h": 1e-8}}, partial=network.is_partial)

    monkeypatch.setattr(verification, "verify", verify)


def arguments(command: str, model: Path, *more: str) -> list[str]:
    what = ["--series", "random", "--out", str(model.parent / "o.npz")]
    return [command, str(model), *(what if command == "trace" else []), *more]


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_an_answer_of_a_part_is_marked(tmp_path: Path, capsys: Captured, kind: str) -> None:
    model = partial_model(tmp_path, kind)
    assert main(arguments("trace", model)) == 0
    assert next(iter(LEFT_OUT[kind])) in capsys.readouterr().err
    with np.load(tmp_path / "o.npz") as found:
        assert found["partial"] and any("left out" in note for note in found["notes"])


@pytest.mark.usefixtures("not_compared")
@pytest.mark.parametrize("command", COMMANDS)
def test_weights_that_were_left_out_are_said(
    tmp_path: Path, capsys: Captured, command: str
) -> None:
    model = partial_model(tmp_path, "LayerNorm")
    assert main(arguments(command, model, "--json")) == (1 if command == "verify" else 0)
    heard = capsys.readouterr()
    data = json.loads(heard.out)
    assert set(data["left_out"]) == set(LEFT_OUT["LayerNorm"])
    assert [f"gatescope: note: {note}" for note in data["notes"]] == heard.err.splitlines()
    assert any("norm.weight" in note for note in data["notes"])
    if command == "verify":
        assert (data["ok"], data["verdict"]) == (False, "partial")
        assert main(arguments("verify", model)) == 1
        assert "as Keras" not in capsys.readouterr().out
    assert main(arguments(command, model, "--strict")) == 2
    assert not capsys.readouterr().out, "an error gives no result"


@pytest.mark.usefixtures("not_compared")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_model_without_notes_is_quiet_and_strict(
    tmp_path: Path, capsys: Captured, command: str
) -> None:
    model = tmp_path / "lstm.keras"
    model.write_bytes((MODELS / "lstm.keras").read_bytes())
    (tmp_path / "ids.txt").write_text("1 2 3")
    more = ["--ids", str(tmp_path / "ids.txt"), "--out", str(tmp_path / "o.npz")]
    strict = [command, str(model), *(more if command == "trace" else []), "--strict"]
    assert main(strict) == 0
    assert capsys.readouterr().err == ""


OF_A_MODEL: dict[str, list[str]] = {
    "trace": ["--out", "{folder}/o.npz"],
    "explain": ["--method", "gradxinput"],
    "survey": ["--table", "{folder}/reviews.csv"],
    "report": ["--table", "{folder}/reviews.csv"],
    "summary": [],
    "verify": [],
    "task": [],
}
"""What each command that reads a model needs besides it."""


def test_every_command_that_reads_a_model_is_looked_at() -> None:
    assert {name for name, *_ in COMMANDS_OF_THE_SHELL} == {*OF_A_MODEL, "answers", "train"}


@pytest.mark.usefixtures("not_compared")
@pytest.mark.parametrize("command", OF_A_MODEL)
def test_every_command_says_which_layers_are_refused_and_why(
    tmp_path: Path, capsys: Captured, command: str
) -> None:
    """Of each layer, in the text, in JSON and, where that is asked for, by the exit code."""
    model, arrays = files.config(), files.weights()
    last = model["config"]["layers"][-1]
    last |= {"class_name": "Odd", "registered_name": "mine>Odd"}
    again = json.loads(json.dumps(last).replace("dense", "beyond"))
    model["config"]["layers"].append(again | {"class_name": "Strange"})
    arrays["beyond"] = arrays["dense"]
    path = files.write_keras(tmp_path / "odd.keras", model, arrays)
    (tmp_path / "reviews.csv").write_text("text,label\ngood film,1\nbad film,0\n")
    subject = path
    if command == "task":
        view = SessionState(panes=(PaneState(file=str(path)),), review=ReviewState(text="good"))
        subject = tmp_path / "odd.gatescope-task"
        save(ClassTask("Title", "How much?", "value", {"series": "h", "step": "1"}, view), subject)
    more = [each.format(folder=tmp_path) for each in OF_A_MODEL[command]]
    code = main([command, str(subject), *more])
    assert code == (1 if command == "verify" else 0), capsys.readouterr().err
    said = capsys.readouterr().err
    for layer in ("dense", "beyond"):
        assert said.count(f"note: The layer {layer} is a ") == 1
    assert main([command, str(subject), *more, "--json"]) == code
    heard = capsys.readouterr()
    notes = json.loads(heard.out)["notes"]
    assert [f"gatescope: note: {note}" for note in notes] == heard.err.splitlines()
    assert main([command, str(subject), *more, "--strict"]) == 2
    heard = capsys.readouterr()
    assert "gatescope: The layer dense is a Odd" in heard.err and not heard.out


@pytest.mark.usefixtures("not_compared")
def test_a_comparison_of_ids_alone_is_said_to_be_that(tmp_path: Path, capsys: Captured) -> None:
    name, options, said = own_dictionaries.REFUSED["ngrams of no words"]
    model = own_dictionaries.write_model(tmp_path, name, options)
    assert main(["verify", str(model), "--json"]) == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert note.startswith("Only ids are compared") and said in note


def test_rounding_that_a_network_amplifies_is_said(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    grows = Amplification("lstm", "h", 3.04, 12, 37)
    exact = {"lstm": {"h": Distance(0.08, 0.07)}}

    def verify(path: Path, count: int, network: Network) -> Proof:
        found = {"lstm": {"h": 0.04}}
        steps = {"lstm": Distance(1e-7, 1e-7)}
        return Proof("keras", "3", count, found, distances=exact, steps=steps, amplification=grows)

    monkeypatch.setattr(verification, "verify", verify)
    model = str(files.write_keras(tmp_path / "m.keras"))
    assert main(["verify", model, "--json"]) == 0
    heard = capsys.readouterr()
    data = json.loads(heard.out)
    assert (data["ok"], data["verdict"], data["notes"]) == (True, "amplifies", [SAID])
    assert data["amplification"]["reliable_steps"] == 12
    assert data["exact"]["lstm"]["h"] == {"keras": 0.08, "gatescope": 0.07}
    assert heard.err == f"gatescope: note: {SAID}\n"
    assert main(["verify", model, "--strict"]) == 2
    assert capsys.readouterr().err == f"gatescope: {SAID}\n"
    assert main(["verify", model]) == 0
    heard = capsys.readouterr()
    assert (heard.out + heard.err).count("are reliable") == 1, "said once"
    assert "largest difference 4.0e-02 (the network amplifies rounding; " in heard.out
    assert "tolerance" not in heard.out and "(as Keras" not in heard.out


SAID = (
    "The network amplifies rounding ×3.04 a step (layer lstm): of 37 steps, 12 are reliable in "
    "float32, Keras's and Gatescope's alike."
)


# -- how the rows of a table stand in time -----------------------------------------------

FALLING = "date,a,b\n2020-01-04,4,0\n2020-01-03,3,0\n2020-01-02,2,0\n2020-01-01,1,0\n"


def numbers_model(folder: Path, length: int | None) -> Path:
    model, arrays = files.config(), files.weights()
    layers = model["config"]["layers"]
    layers[0]["config"]["batch_shape"] = [None, length, 2]
    del layers[1], arrays["embedding"]
    arrays["lstm"][0] = arrays["lstm"][0][:2]
    return files.write_keras(folder / "numbers.keras", model, arrays)


def read_values(folder: Path) -> list[float]:
    with np.load(folder / "o.npz") as found:
        return [float(value) for value in found["values"][:, 0]]


def test_a_table_of_newest_rows_first_is_read_oldest_first(
    tmp_path: Path, capsys: Captured
) -> None:
    model, table = numbers_model(tmp_path, None), tmp_path / "v.csv"
    table.write_text(FALLING)
    assert trace(model, "--values", table) == 0
    assert read_values(tmp_path) == [1, 2, 3, 4]
    assert "v.csv has its newest row first; it is read oldest first." in capsys.readouterr().err
    assert trace(model, "--values", table, "--order", "file") == 0
    assert read_values(tmp_path) == [4, 3, 2, 1]
    assert "backwards in time" in capsys.readouterr().err
    assert trace(model, "--values", table, "--strict") == 2
    table.write_text("a,b\n1,2\n3,4\n")
    assert trace(model, "--values", table, "--order", "oldest") == 2
    assert "no column of times" in capsys.readouterr().err


def test_more_ids_than_steps_are_said(tmp_path: Path, capsys: Captured) -> None:
    model = files.write_keras(tmp_path / "m.keras")
    (tmp_path / "ids.txt").write_text(" ".join(["3"] * (files.STEPS + 2)))
    assert trace(model, "--ids", tmp_path / "ids.txt") == 0
    assert len(read_ids(model)) == files.STEPS + 2
    assert "was built for 10 steps, and all 12 ids of ids.txt are read" in capsys.readouterr().err


def test_a_gap_names_what_to_do_about_it(tmp_path: Path, capsys: Captured) -> None:
    model, table = numbers_model(tmp_path, None), tmp_path / "v.csv"
    table.write_text("a,b\n1,2\n,3\n4,5\n")
    assert trace(model, "--values", table) == 2
    heard = capsys.readouterr().err
    assert "has no value in row 3, column a" in heard
    assert "--missing fill, or --missing drop" in heard


def test_a_network_of_a_fixed_length_says_what_it_reads(tmp_path: Path, capsys: Captured) -> None:
    model, table = numbers_model(tmp_path, 3), tmp_path / "v.csv"
    table.write_text(FALLING)
    assert trace(model, "--values", table, "--json") == 0
    assert read_values(tmp_path) == [1, 2, 3]
    assert json.loads(capsys.readouterr().out)["notes"][-1] == (
        "LSTM(3) reads 3 steps at a time: of the 4 rows of v.csv, window 1 of 2 is read, "
        "2020-01-01 to 2020-01-03."
    )
    assert trace(model, "--values", table, "--window", 2) == 0
    assert read_values(tmp_path) == [2, 3, 4]
    assert "at a time" not in capsys.readouterr().err, "it was asked for"
    table.write_text("a,b\n1,0\n2,0\n")
    assert trace(model, "--values", table) == 0
    assert read_values(tmp_path) == [0, 1, 2]
    assert "v.csv has 2: zeros stand in front of them." in capsys.readouterr().err


# -- what is read of it ------------------------------------------------------------------

WORDS = " ".join(["a", "good", "film"] * 50)


@pytest.mark.parametrize(
    ("what", "length", "said"),
    [
        (("--text", WORDS), 100, "Of 150 words only the last 100 are read, in 100 steps."),
        (("--text", WORDS), 12, "Of 150 words only the last 12 are read, in 12 steps."),
        (("--text", "a good film"), 3, ""),
        (("--text", "a good film"), 10, ""),
    ],
)
@pytest.mark.parametrize("command", ["trace", "explain"])
def test_words_that_were_cut_are_counted(
    tmp_path: Path, capsys: Captured, what: tuple[str, str], length: int, said: str, command: str
) -> None:
    more = ["--method", "gradxinput"] if command == "explain" else []
    out = ["--out", str(tmp_path / "o.npz"), "--length", str(length)]
    code = main([command, str(MODELS / "lstm.keras"), *what, *more, *out])
    heard = capsys.readouterr().err
    assert code == 0
    assert said in heard and ("words only" in heard) == bool(said)


def test_the_end_may_be_cut() -> None:
    review = encode(WORDS, imdb(), Encoding(length=10, truncating="post"))
    (note,) = cut_notes(review)
    assert str(note) == "Of 150 words only the first 9 are read, in 10 steps."


@pytest.mark.parametrize("length", [None, 10])
def test_rows_that_were_not_read_are_counted(
    tmp_path: Path, capsys: Captured, length: int | None
) -> None:
    model = numbers_model(tmp_path, length)
    (tmp_path / "t.csv").write_text("v,w\n" + "\n".join(f"{row},1" for row in range(40)))
    assert trace(model, "--values", tmp_path / "t.csv", "--length", 10) == 0
    assert "of the 40 rows of t.csv, window 1 of 31 is read" in capsys.readouterr().err
    assert trace(model, "--values", tmp_path / "t.csv", "--length", 10, "--window", 2) == 0
    assert capsys.readouterr().err == "", "it was named"
