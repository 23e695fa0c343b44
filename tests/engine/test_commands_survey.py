"""``python -m engine survey`` and ``report``: what they print and write, exit codes, errors."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.__main__ import main
from engine.commands import corpus as reviews
from engine.commands import survey as command
from engine.commands import survey_files, survey_questions
from engine.errors import Note
from engine.library import bundled
from engine.network.opening import open_network
from engine.numbers.generated import sine
from engine.numbers.windows import Windows
from engine.progress import finish
from engine.survey.card import card
from engine.survey.corpus_inputs import of_reviews
from engine.survey.disagreement import disagreement
from engine.survey.judging import judging
from engine.survey.patterns import Condition, where
from engine.survey.survey import Survey, survey
from engine.text.sources.imdb_package import ImdbReviews
from tests.engine import own_dictionaries
from tests.gui import own_models

MODELS = {entry.path.stem: entry.path for entry in bundled()}
COUNT = 60


@pytest.fixture(autouse=True)
def cache(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))


@pytest.fixture(scope="module")
def numbers() -> np.ndarray:
    return np.sort(np.random.default_rng(0).permutation(25_000)[:COUNT])


@pytest.fixture(scope="module")
def read(numbers: np.ndarray, prepared_reviews: Path) -> Survey:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
        return _read("lstm", numbers)


def _read(name: str, numbers: np.ndarray) -> Survey:
    network, corpus = open_network(MODELS[name]), finish(ImdbReviews().prepare())
    return finish(survey(network, finish(of_reviews(corpus, network, numbers))))


def _json(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main([*map(str, arguments), "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == (
        f"gatescope: note: {COUNT} of 25,000 sequences of IMDB reviews are read, drawn by seed 0.\n"
    )
    return dict(json.loads(said.out))


def test_without_more_it_says_how_right_and_how_saturated(
    read: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _json(capsys, "survey", MODELS["lstm"], "--reviews", COUNT)
    assert (data["sequences"], data["steps"]) == (COUNT, 100)
    found = judging(read)
    assert data["judging"]["accuracy"]["value"] == found.right.value
    assert data["judging"]["loss"] == pytest.approx(found.loss)
    assert len(data["saturation"]) == 3 * 8
    first = data["saturation"][0]
    assert (first["layer"], first["series"], first["unit"]) == ("lstm", "f", 1)
    assert first["mean"] == pytest.approx(read.moments["lstm"]["f"].mean[0])
    nothing = {"dead": [], "constant": [], "unknown": [], "duplicates": None}
    assert data["idle"] == [{"layer": "lstm", **nothing}]


def test_a_card(read: Survey, capsys: pytest.CaptureFixture[str]) -> None:
    data = _json(capsys, "survey", MODELS["lstm"], "--reviews", COUNT, "--unit", "lstm/h/2")
    wanted = finish(card(read, "lstm", "h", 1))
    assert data["mean"] == pytest.approx(wanted.mean)
    assert [row["word"] for row in data["words"] if row["end"] == "highest"] == [
        each.word for each in wanted.highest
    ]
    assert data["contexts"]["top"][0]["step"] == wanted.top[0].step + 1
    assert data["contexts"]["top"][0]["number"] == wanted.top[0].number
    assert data["summary"] == [str(each) for each in wanted.summary]
    assert main(["survey", str(MODELS["lstm"]), "--reviews", "20", "--unit", "lstm/h/2"]) == 0
    assert "  how many steps were read  " in capsys.readouterr().out


def test_a_search_by_units_and_by_conditions(
    read: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ("survey", MODELS["lstm"], "--reviews", COUNT, "--most", 10_000, "--search")
    units = _json(capsys, *usual, "lstm/h[2] > 0.3")
    condition = _json(capsys, *usual, "lstm/h/2 > 0.3")
    stretches = [
        {(row["number"], row["first"], row["last"]) for row in data["matches"]}
        for data in (units, condition)
    ]
    assert stretches[0] == stretches[1]
    assert units["stretches"] == condition["stretches"] == len(stretches[0]) > 0
    shortest = _json(capsys, *usual, "lstm/h/2 > 0.3", "--shortest", 3)
    assert {each for each in stretches[0] if each[2] - each[1] >= 2} == {
        (row["number"], row["first"], row["last"]) for row in shortest["matches"]
    }
    both = _json(capsys, *usual, "lstm/h/2 > 0.3 and Δlstm/c/5 > 0.1")
    assert 0 < both["stretches"] < units["stretches"] * 5
    conditions = [
        Condition("lstm", "h", 1, False, 0.3),
        Condition("lstm", "c", 4, False, 0.1, True),
    ]
    assert both["stretches"] == finish(where(read, conditions)).total


def test_ablations(capsys: pytest.CaptureFixture[str], read: Survey) -> None:
    data = _json(capsys, "survey", MODELS["lstm"], "--reviews", COUNT, "--ablate")
    assert data["accuracy"]["value"] == judging(read).right.value
    assert len(data["ablations"]) == 8 + 3 * 3 + 1
    units = {row["unit"] for row in data["ablations"] if row["what"] == "unit"}
    assert units == set(range(1, 9))
    for row in data["ablations"]:
        assert row["accuracy"] - data["accuracy"]["value"] == pytest.approx(row["change"])


def test_against_another_network(
    capsys: pytest.CaptureFixture[str], read: Survey, numbers: np.ndarray
) -> None:
    other = MODELS["simple_rnn"]
    data = _json(capsys, "survey", MODELS["lstm"], "--reviews", COUNT, "--against", other)
    wanted = disagreement(read, _read("simple_rnn", numbers))
    assert data["both_right"] == wanted.both
    first = int(wanted.order[0])
    assert data["disagreements"][0]["number"] == numbers[first]
    assert data["disagreements"][0]["gap"] == pytest.approx(float(wanted.gaps[first]))
    assert data["disagreements"][0]["step"] == wanted.steps[first] + 1
    counts = ("both_right", "first_only", "second_only", "neither")
    assert sum(data[count] for count in counts) == COUNT


@pytest.mark.parametrize(
    "what",
    [
        [],
        ["--search", "lstm/h[2,5] < 0.3"],
        ["--search", "lstm/h/2 > 0.3"],
        ["--against", str(MODELS["gru"])],
        ["--ablate"],
        ["--unit", "lstm/h/2"],
    ],
)
def test_a_file_has_all_rows_and_the_screen_says_of_how_many(
    what: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ["survey", str(MODELS["lstm"]), "--reviews", "20", *what, "--most", "3"]
    total = json.loads(_said(capsys, [*usual, "--json"]))["rows"]
    assert total > 3
    last = _said(capsys, usual).splitlines()
    assert f"3 of {total:,} rows; --most N lists more, --out FILE has all" in last
    assert f"of {total:,} rows;" not in _said(capsys, [*usual, "--most", str(total)])
    path = tmp_path / "rows.csv"
    assert f"{total:,} rows" in _said(capsys, [*usual, "--out", str(path)])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == total


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        (["survey", "--ablate"], "csv"),
        (["trace", "--text", "good"], "npz"),
        (["explain", "--text", "good", "--method", "lrp"], "npz"),
    ],
)
def test_where_nothing_can_be_written_is_said_before_anything_is_opened(
    command: list[str], ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    model = tmp_path / "damaged.keras"
    model.write_bytes(b"no model")
    for folder, reason in (("nowhere", "No such file or directory"), ("file", "Not a directory")):
        path = tmp_path / folder / f"rows.{ending}"
        assert main([command[0], str(model), *command[1:], "--out", str(path)]) == 2
        assert f"{path} cannot be written: {reason}" in capsys.readouterr().err
    path = tmp_path / f"rows.{ending}"
    assert main([command[0], str(model), *command[1:], "--out", str(path)]) == 2
    assert "cannot be written" not in capsys.readouterr().err
    assert {each.name for each in tmp_path.iterdir()} == {"file", "damaged.keras"}


@pytest.mark.parametrize("command", ["survey", "report"])
@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_a_sample_that_was_asked_for_is_said_and_is_no_doubt(
    command: str, strict: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    usual = [command, str(MODELS["lstm"]), "--reviews", "20", "--json", *strict]
    assert main(usual) == 0
    said = capsys.readouterr()
    drawn = "20 of 25,000 sequences of IMDB reviews are read, drawn by seed 0."
    assert f"gatescope: note: {drawn}" in said.err.splitlines()
    assert drawn in json.loads(said.out)["notes"]


@pytest.mark.parametrize("command", ["survey", "report"])
def test_the_columns_of_a_table_are_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("words,verdict\na good film,1\na bad film,0\n")
    usual = [command, str(MODELS["lstm"]), "--table", str(path), "--json"]
    assert main(usual) == 2
    assert "Which column of mine.csv has the texts?" in capsys.readouterr().err
    named = json.loads(_said(capsys, [*usual, "--text-column", "words"]))
    assert named["sequences"] == 2
    assert "not_judged" in named if command == "survey" else named["measures"]["accuracy"] is None
    labels = ["--text-column", "words", "--label-column", "verdict"]
    found = json.loads(_said(capsys, [*usual, *labels]))
    judged = found["judging"] if command == "survey" else found["measures"]
    assert judged["accuracy"] is not None
    assert main([*usual, "--text-column", "nothing"]) == 2
    assert "mine.csv has no column nothing" in capsys.readouterr().err
    assert main([command, str(MODELS["lstm"]), "--reviews", "5", "--text-column", "words"]) == 2
    assert "--text-column and --label-column are of a --table" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["survey", "report"])
def test_one_sequence_is_one(capsys: pytest.CaptureFixture[str], command: str) -> None:
    said = _said(capsys, [command, str(MODELS["lstm"]), "--reviews", "1"])
    assert said.startswith("LSTM(8) over 1 sequence of IMDB reviews, 100 steps\n")


def _said(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("ending", ["csv", "npz", "parquet"])
def test_the_rows_are_written(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"rows.{ending}"
    assert main(["survey", str(MODELS["gru"]), "--reviews", "20", "--out", str(path)]) == 0
    what = "GRU(8) over 20 sequences of IMDB reviews, 100 steps: 16 rows"
    assert capsys.readouterr().out == f"Written: {path} ({what})\n"
    if ending == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 2 * 8 and rows[0]["series"] == "z"
    elif ending == "npz":
        with np.load(path, allow_pickle=False) as file:
            assert file["series"].tolist() == ["z"] * 8 + ["r"] * 8
            assert file["mean"].dtype == np.float64
    else:
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        assert parquet.read_table(path).num_rows == 16


def test_people_get_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", str(MODELS["lstm"]), "--reviews", "20", "--ablate"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "LSTM(8) over 20 sequences of IMDB reviews, 100 steps"
    assert lines[1].startswith("accuracy ") and "loss" in lines[1]
    assert lines[2].split() == [
        *("what", "layer", "series", "unit", "value", "accuracy", "loss", "change", "low", "high"),
        "loss_change",
    ]


def test_a_table_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("text,label\n" + "a wonderful film,1\nan awful film,0\n" * 3)
    assert main(["survey", str(MODELS["lstm"]), "--table", str(path), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["corpus"], data["sequences"]) == ("mine.csv", 6)
    assert data["judging"]["accuracy"]["total"] == 6


def test_the_windows_of_a_series(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = next(path for path in MODELS["lstm"].parent.glob("lessons/sine*.keras"))
    rows = sine(80).values[:, :1]
    path = tmp_path / "wave.csv"
    np.savetxt(path, rows, header="x", comments="", delimiter=",")
    network = open_network(model)
    arguments = ["survey", str(model), "--values", str(path), "--length", "30", "--json"]
    assert main(arguments) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["sequences"] == 80 - 30 + 1 and "judging" not in data
    assert data["network"] == network.name


def test_a_report_and_what_is_required_of_it(
    read: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ["report", str(MODELS["lstm"]), "--reviews", str(COUNT)]
    assert main([*usual, "--require", "accuracy >= 0.5", "--require", "dead<=0", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["failed"] == []
    assert data["measures"]["accuracy"] == judging(read).right.value
    assert data["measures"]["dead"] == 0
    assert 1 <= data["measures"]["horizon"] <= 100
    assert {each["name"] for each in data["findings"]} == set(data["measures"])
    assert all(each["says"] and each["means"] for each in data["findings"])
    assert main([*usual, "--require", "accuracy >= 0.99"]) == 1
    said = capsys.readouterr().out
    assert "accuracy" in said and said.splitlines()[-1] == "FAILED  accuracy >= 0.99"


def test_what_was_not_measured_does_not_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("text\na wonderful film\nan awful film\n")
    usual = ["report", str(MODELS["lstm"]), "--table", str(path)]
    assert main([*usual, "--require", "accuracy >= 0.1"]) == 1
    said = capsys.readouterr().out
    assert "No review of mine.csv has a label" in said and "FAILED  accuracy >= 0.1" in said


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--unit", "lstm/h/0"], "names no unit"),
        (["--unit", "lstm/h/9", "--reviews", "5"], "has no unit 9"),
        (["--unit", "gru/h/1", "--reviews", "5"], "no recurrent layer gru"),
        (["--search", "f below 0.2"], "is no search"),
        (["--search", "lstm/h[1,x] > 0.2"], "is no search"),
        (["--share", "0"], "--share is above 0"),
        (["--reviews", "0"], "--reviews must be at least 1"),
        (["--out", "rows.txt"], "name rows.txt .npz, .csv or .parquet"),
        (["--scheduler", "tcp://127.0.0.1:9", "--reviews", "5"], "No Dask scheduler answers"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["survey", str(MODELS["lstm"]), *arguments]) == 2
    said = capsys.readouterr()
    last = said.err.splitlines()[-1]
    assert last.startswith("gatescope: ") and wanted in last
    assert said.out == ""


def test_no_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(MODELS["lstm"]), "--require", "beauty > 3"]) == 2
    assert "is no requirement" in capsys.readouterr().err


@pytest.mark.tensorflow
def test_accuracy_and_loss_are_those_of_keras(keras: Any, read: Survey) -> None:
    model = keras.models.load_model(MODELS["lstm"])
    model.compile(loss="binary_crossentropy", metrics=["accuracy"])
    labels = read.inputs.labels.astype(np.float32)[:, None]
    loss, accuracy = model.evaluate(read.inputs.inputs, labels, verbose=0)
    found = judging(read)
    assert found.right.value == pytest.approx(accuracy, abs=1e-6)
    assert found.loss == pytest.approx(loss, abs=1e-5)


def test_what_is_listed_is_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["survey", str(MODELS["lstm"]), "--reviews", "20", "--search", "lstm/h/2 > 0.1"]
    assert main([*usual, "--most", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + 1 + 3 + 1  # title, numbers, names of the columns, rows, of how many
    assert "by chance" not in lines[1]  # one unit alone has no chance to go by


def test_ablations_say_how_many_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["survey", str(MODELS["lstm"]), "--reviews", "20", "--ablate"]
    assert main(usual) == 0
    assert "of 18 changes are sure, 0.9 would be by chance" in capsys.readouterr().out
    assert main([*usual, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["compared"] == len(data["ablations"]) == 18
    sure = [row for row in data["ablations"] if row["low"] > 0 or row["high"] < 0]
    assert data["sure"] == len(sure)
    edits = ["--edit", "lstm.f=0", "--edit", "lstm[1]=off@2-"]
    assert main([*usual, "--json", *edits]) == 0
    data = json.loads(capsys.readouterr().out)
    own = [row["value"] for row in data["ablations"] if row["what"] == "edits"]
    assert own == ["lstm.f=0, lstm[1]=off@2-"] and data["compared"] == 19
    assert main([*usual, "--edit", "word 5=great"]) == 2
    assert "only layers are edited" in capsys.readouterr().err
    assert main([*usual[:-1], *edits]) == 2
    assert "--edit is a row of --ablate" in capsys.readouterr().err


def test_parquet_without_pyarrow_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(survey_files, "find_spec", lambda name: None)
    monkeypatch.setattr(command, "survey", None)  # whoever reads fails
    path = tmp_path / "rows.parquet"
    assert main(["survey", str(MODELS["gru"]), "--out", str(path)]) == 2
    assert "needs pyarrow" in capsys.readouterr().err


def test_words_are_no_formulas_in_a_spreadsheet(tmp_path: Path) -> None:
    rows = [{"word": "=HYPERLINK(1)", "mean": -0.5}, {"word": "@film", "mean": 0.5}]
    survey_files.write(rows, tmp_path / "words.csv")
    with (tmp_path / "words.csv").open(encoding="utf-8-sig", newline="") as file:
        read_back = list(csv.DictReader(file))
    assert [row["word"] for row in read_back] == ["'=HYPERLINK(1)", "'@film"]
    assert [float(row["mean"]) for row in read_back] == [-0.5, 0.5]


def test_what_was_assumed_of_the_other_network_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, networks = command.survey, []

    def noted(network: Any, inputs: Any, workers: Any) -> Any:
        networks.append(network.name)
        made = yield from taken(network, inputs, workers)
        return replace(made, notes=(Note("{name} was read.", name=network.name),))

    for module in (command, survey_questions):
        monkeypatch.setattr(module, "survey", noted)
    usual = ["survey", str(MODELS["lstm"]), "--reviews", "20", "--against", str(MODELS["gru"])]
    assert main(usual) == 0
    said = capsys.readouterr().err
    assert all(f"{name} was read." in said for name in networks) and len(networks) == 2
    assert main([*usual, "--strict"]) == 2


def test_windows_are_drawn_before_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = next(path for path in MODELS["lstm"].parent.glob("lessons/sine*.keras"))
    path = tmp_path / "wave.csv"
    np.savetxt(path, sine(400).values[:, :1], header="x", comments="", delimiter=",")
    made, taken = [], Windows.window
    monkeypatch.setattr(Windows, "window", lambda self, k: made.append(k) or taken(self, k))
    usual = ["survey", str(model), "--values", str(path), "--length", "30", "--json"]
    assert main([*usual, "--reviews", "5"]) == 0
    assert json.loads(capsys.readouterr().out)["sequences"] == 5
    assert set(made) == set(np.random.default_rng(0).permutation(371)[:5].tolist())


@pytest.mark.parametrize("name", ["survey", "report"])
def test_a_network_of_several_classes_is_not_judged_by_two_labels(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = own_models.both_ways(tmp_path / "five.h5", classes=5)
    assert main([name, str(model), "--reviews", "20"]) == 0
    said = capsys.readouterr().out
    assert (
        "answers with 5 classes and IMDB reviews has labels of two, positive and negative" in said
    )
    assert main([name, str(model), "--reviews", "20", "--json"]) == 0
    assert "answers with 5 classes" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["survey", "report"])
def test_words_that_a_model_does_not_know_are_said(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = own_dictionaries.VECTORIZATION | {"vocabulary": ["", "[UNK]", "rain", "wind"]}
    model = own_dictionaries.write_model(tmp_path, "TextVectorization", options)
    usual = [name, str(model), "--reviews", "20"]
    assert main(usual) == 0
    (said,) = (line for line in capsys.readouterr().err.splitlines() if "does not know" in line)
    assert "does not know 100 % of the words of IMDB reviews" in said
    assert main([*usual, "--strict"]) == 2
    assert "does not know" in capsys.readouterr().err
    mine = tmp_path / "weather.csv"
    mine.write_text("text,label\n" + "rain and wind,1\nno wind no rain,0\n" * 3)
    assert main([name, str(model), "--table", str(mine)]) == 0
    assert "does not know" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["survey", "report"])
@pytest.mark.parametrize("corpus", [(), ("--table", "mine.csv"), ("--folder", "mine")])
def test_who_reads_numbers_is_told_where_to_give_them(
    name: str,
    corpus: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = next(path for path in MODELS["lstm"].parent.glob("lessons/sine*.keras"))
    monkeypatch.setattr(reviews, "_reference", None)  # whoever reads reviews first fails
    assert main([name, str(model), *corpus]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "reads numbers, not words. Give them with --values FILE" in said and "--series" in said


def test_windows_have_no_labels(capsys: pytest.CaptureFixture[str]) -> None:
    model = next(path for path in MODELS["lstm"].parent.glob("lessons/sine*.keras"))
    assert main(["survey", str(model), "--series", "sine", "--reviews", "9", "--length", "20"]) == 0
    assert "no accuracy: No window of sine has a label" in capsys.readouterr().out


def _without_words(folder: Path) -> Path:
    return own_models.both_ways(folder / "two.h5", classes=2)


def _of_other_texts(folder: Path) -> Path:
    options = own_dictionaries.VECTORIZATION | {"vocabulary": ["", "[UNK]", "rain", "wind"]}
    return own_dictionaries.write_model(folder, "TextVectorization", options)


@pytest.mark.parametrize("make", [_without_words, _of_other_texts])
@pytest.mark.parametrize("name", ["survey", "report"])
def test_a_network_of_other_words_is_not_judged_by_reviews_that_nobody_chose(
    name: str, make: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, mine = make(tmp_path), tmp_path / "mine.csv"
    mine.write_text("text,label\n" + "rain and wind and rain,1\nno wind no rain,0\n" * 3)

    def read(*given: str) -> str:
        assert main([name, str(model), *given]) == 0
        return capsys.readouterr().out

    said = read("--reviews", "20")
    assert "accuracy is not judged" in said and "BAD   accuracy" not in said
    for given in (["--table", str(mine)], ["--reviews", "20", "--words", "imdb"]):
        judged = read(*given)
        assert "not judged" not in judged and "accuracy" in judged
    assert main(["survey", str(model), "--reviews", "20", "--against", str(model)]) == 0
    assert "right is not said" in capsys.readouterr().err


def test_a_bound_of_what_is_not_judged_does_not_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = ["report", str(_without_words(tmp_path)), "--reviews", "20"]
    usual += ["--require", "accuracy >= 0"]
    assert main(usual) == 1
    assert "FAILED  accuracy >= 0: it is not judged" in capsys.readouterr().out
    assert main([*usual, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert "accuracy" in data["not_judged"] and data["measures"]["accuracy"] is None
    (found,) = (each for each in data["findings"] if each["name"] == "accuracy")
    assert found["level"] == "unknown" and "not judged" in found["says"]
