"""The engine from the shell: output, exit codes, errors of one line."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.__main__ import main
from engine.library import bundled
from engine.network.opening import open_network
from engine.replay.read_on import read_on
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.network import files

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """A command in the test's folder: carried out here, or ``anew`` as ``python -m engine ...``."""

    def running(*arguments: object, anew: bool = False, code: str | None = None) -> Done:
        words = list(map(str, arguments))
        if not anew and code is None:
            monkeypatch.chdir(tmp_path)
            try:
                ended = main(words)
            except SystemExit as end:
                ended = int(end.code or 0)
            return Done(ended, *capfd.readouterr())
        start = ["-m", "engine"] if code is None else ["-c", code]
        done = subprocess.run(
            [sys.executable, *start, *words],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return running


def model(name: str) -> Path:
    return next(entry.path for entry in bundled() if entry.path.stem == name)


LSTM = model("lstm")


def numbers_file(folder: Path) -> Path:
    """A network that reads two numbers a step."""
    model, arrays = files.config(), files.weights()
    layers = model["config"]["layers"]
    layers[0]["config"]["batch_shape"] = [None, None, 2]
    del layers[1], arrays["embedding"]
    arrays["lstm"][0] = arrays["lstm"][0][:2]
    return files.write_keras(folder / "numbers.keras", model, arrays)


def test_trace_writes_every_series_of_the_ids_that_it_reads(run: Run, tmp_path: Path) -> None:
    ids = [0, 0, 1, 14, 499, 2, 7]
    (tmp_path / "ids.txt").write_text(" ".join(map(str, ids)) + "\n")
    done = run("trace", LSTM, "--ids", "ids.txt", "--out", "trace.npz", anew=True)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Written: trace.npz (") and done.out.count("\n") == 1
    with np.load(tmp_path / "trace.npz", allow_pickle=False) as found:
        trace = dict(found)
    series = {f"lstm/{key}" for key in "hcfigo"}
    assert set(trace) == {"words", "ids", "mask", "prediction"} | series
    assert trace["ids"].tolist() == ids
    assert trace["mask"].tolist() == [False, False, True, True, True, True, True]
    assert trace["words"].dtype.kind == "U"
    sequence = Sequence(np.array(ids, np.int32), ("",) * 7, np.zeros(7, bool))
    expected = replay(open_network(LSTM), sequence)
    np.testing.assert_array_equal(trace["prediction"], expected.prediction)
    for key in "hcfigo":
        assert trace[f"lstm/{key}"].dtype == np.float32
        np.testing.assert_array_equal(trace[f"lstm/{key}"], expected.layers["lstm"].series[key])


@pytest.mark.parametrize("name", ["two_lstm", "gru", "simple_rnn_one_hot"])
def test_trace_names_the_layers(run: Run, tmp_path: Path, name: str) -> None:
    network = open_network(model(name))
    (tmp_path / "ids.txt").write_text("1 2 3")
    assert run("trace", model(name), "--ids", "ids.txt", "--out", "trace.npz").code == 0
    with np.load(tmp_path / "trace.npz") as found:
        for layer in network.recurrent:
            assert found[f"{layer.name}/h"].shape == (3, 8)


def test_trace_of_a_text_is_padded_in_front(run: Run, tmp_path: Path) -> None:
    done = run("trace", LSTM, "--text", "A great film, really", "--out", "trace.npz")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Written: trace.npz (") and done.out.count("\n") == 1
    with np.load(tmp_path / "trace.npz") as found:
        assert found["ids"].shape == (100,)
        assert found["mask"].sum() == 5  # the start mark and four words
        assert found["words"][-4:].tolist() == ["a", "great", "film", "really"]


def test_trace_of_a_review(run: Run, tmp_path: Path) -> None:
    done = run("trace", LSTM, "--review", 3, "--length", 20, "--out", "trace.npz")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Written: trace.npz (") and done.out.count("\n") == 1
    with np.load(tmp_path / "trace.npz") as found:
        assert found["prediction"].shape == (20,)
        assert found["ids"].max() < 500


@pytest.mark.parametrize("suffix", [".csv", ".npy"])
def test_trace_of_numbers(run: Run, tmp_path: Path, suffix: str) -> None:
    values = np.array([[1, 2], [0.5, -1], [3, 4]], np.float32)
    path = tmp_path / f"values{suffix}"
    if suffix == ".npy":
        np.save(path, values)
    else:
        path.write_text("speed,height\n1,2\n0.5,-1\n3,4\n")
    done = run("trace", numbers_file(tmp_path), "--values", path, "--out", "trace.npz")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Written: trace.npz (") and done.out.count("\n") == 1
    with np.load(tmp_path / "trace.npz") as found:
        np.testing.assert_array_equal(found["values"], values)
        assert found["lstm/c"].shape == (3, 3)


def read_values(folder: Path, *options: object) -> np.ndarray:
    """What the network of two numbers a step is given."""
    code = main(
        ["trace", str(numbers_file(folder)), "--out", str(folder / "o.npz"), *map(str, options)]
    )
    assert code == 0
    with np.load(folder / "o.npz") as found:
        return np.array(found["values"])


def test_trace_chooses_scales_and_cuts(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text(
        "date;a;b;c\n" + "".join(f"2020-01-{d:02};{d},5;{10 * d};0\n" for d in range(1, 12))
    )
    found = read_values(tmp_path, "--values", path, "--columns", "b, a", "--scale", "minmax")
    assert found.shape == (11, 2)
    np.testing.assert_allclose(found, np.linspace(0, 1, 11)[:, None].repeat(2, 1), atol=1e-6)
    found = read_values(
        tmp_path, "--values", path, "--columns", "2,1", "--length", 4, "--window", 3
    )
    assert found.tolist() == [[30, 3.5], [40, 4.5], [50, 5.5], [60, 6.5]]
    with np.load(tmp_path / "o.npz") as trace:
        assert trace["words"].tolist() == [f"2020-01-0{day}" for day in (3, 4, 5, 6)]


def test_trace_of_gaps(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text("a,b\n1,2\n,3\n4,5\n")
    assert read_values(tmp_path, "--values", path, "--missing", "drop").tolist() == [[1, 2], [4, 5]]
    filled = read_values(tmp_path, "--values", path, "--missing", "fill")
    assert filled.tolist() == [[1, 2], [1, 3], [4, 5]]


def test_trace_of_series_that_need_no_file(tmp_path: Path) -> None:
    chance = read_values(tmp_path, "--series", "random", "--seed", 5, "--length", 7)
    assert chance.shape == (7, 2)
    again = read_values(tmp_path, "--series", "random", "--seed", 5, "--length", 7)
    np.testing.assert_array_equal(chance, again)
    assert (chance != read_values(tmp_path, "--series", "random", "--length", 7)).all()
    adding = read_values(tmp_path, "--series", "adding", "--length", 10)
    assert adding[:, 1].sum() == 2
    sine = read_values(tmp_path, "--series", "sine", "--columns", "sine,sine", "--window", 2)
    assert sine.shape == (100, 2)
    np.testing.assert_allclose(sine[24], 0, atol=1e-6)
    days = read_values(
        tmp_path, "--series", "weather", "--columns", "temp_max,wind", "--length", 3, "--window", 2
    )
    np.testing.assert_allclose(days, [[10.6, 4.5], [11.7, 2.3], [12.2, 4.7]], rtol=1e-6)


def test_trace_of_random_ids(tmp_path: Path) -> None:
    assert main(["trace", str(LSTM), "--series", "random", "--out", str(tmp_path / "o.npz")]) == 0
    with np.load(tmp_path / "o.npz") as found:
        assert found["ids"].shape == (100,)
        assert 1 <= found["ids"].min() <= found["ids"].max() < 500


def test_summary(run: Run) -> None:
    done = run("summary", LSTM, anew=True)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == 'Model: "LSTM(8)"'
    assert (
        "│ embedding (Embedding)           │ (None, 100, 16)        │         8,000 │" in done.out
    )
    assert " Total params: 8,809 (34.41 KB)" in done.out


def test_summary_as_json(run: Run) -> None:
    found = json.loads(run("summary", LSTM, "--json").out)
    assert (found["total"], found["trainable"], found["non_trainable"]) == (8809, 8809, 0)
    assert [layer["parameters"] for layer in found["layers"]] == [8000, 800, 9]


@pytest.mark.tensorflow
def test_verify_as_json(run: Run) -> None:
    done = run("verify", LSTM, "--reviews", 2, "--json", anew=True)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert found["ok"] is True
    assert found["by"] == "keras"
    assert 0 < found["largest"] <= found["tolerance"] == 1e-5
    assert set(found["layers"]["lstm"]) == set("hcfigo")


def test_verify_exits_with_1_above_the_tolerance(run: Run) -> None:
    """As if Keras were found to differ: the exit code says so, and the table where."""
    code = (
        "import sys\nimport engine.verification.verify as v\nfrom engine import __main__ as m\n"
        "from engine.verification.proof import Proof\n"
        "v.verify = lambda *_: Proof('keras', '3', 1, {'lstm': {'f': 0.5}})\n"
        f"sys.exit(m.main(['verify', {str(LSTM)!r}]))"
    )
    done = run(code=code)
    assert done.code == 1
    assert "NOT as Keras: see lstm/f" in done.out


def test_it_says_which_review_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["trace", "LSTM", "--out", str(tmp_path / "o.npz")]
    for options, number in (([], 0), (["--review", "3"], 3), (["--text", "a good film"], None)):
        assert main([*base, *options, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["review"] == number
        assert main([*base, *options]) == 0
        assert f"(LSTM(8), review {number}, " in capsys.readouterr().out or number is None


def test_a_second_model_is_no_file_of_weights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What reads two is said as it may be typed, of a file elsewhere too."""
    mine = shutil.copyfile(LSTM, tmp_path / "mine.keras")
    for path, named in ((LSTM, "lstm"), (mine, mine)):
        assert main(["summary", str(path), "gru"]) == 2
        said = capsys.readouterr().err
        assert "reads one model, and gru is a second one" in said
        assert f"survey {named} --against gru reads two" in said


def test_trace_with_edits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of words and of gates, in order; named in the file and on stdout."""
    base = ["trace", str(LSTM), "--text", "a good film", "--length", "8", "--json", "--out"]
    edits = ["lstm.f[2-3]=0@7-", "insert 8=not", "off: delete 8", "lstm.c=0@8"]
    options = [part for text in edits for part in ("--edit", text)]
    assert main([*base, str(tmp_path / "edited.npz"), *options]) == 0
    said = json.loads(capsys.readouterr().out)
    in_force = ["lstm.f[2,3]=0@7-", "insert 8=not", "lstm.c=0@8"]
    assert said["edits"] == in_force and said["steps"] == 8
    assert main([*base, str(tmp_path / "plain.npz"), "--text", "a good not film"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["edits"] == []
    assert captured.err == "python -m engine trace: --text is given again; the last one counts\n"
    with np.load(tmp_path / "edited.npz") as edited, np.load(tmp_path / "plain.npz") as plain:
        assert edited["edits"].tolist() == in_force and "edits" not in plain
        assert edited["words"].tolist() == plain["words"].tolist()
        assert not edited["lstm/f"][6:, 1:3].any() and edited["lstm/f"][6:, 0].all()
        assert not edited["lstm/c"][7].any() and edited["lstm/c"][6].all()
        np.testing.assert_array_equal(edited["lstm/h"][:6], plain["lstm/h"][:6])


def test_trace_reads_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A network of ids that says which comes next; its file has the words and what it wrote."""
    model, arrays = files.config(), files.weights()
    embedding, dense = files.layer(model, "Embedding"), files.layer(model, "Dense")
    words = embedding["config"]["input_dim"]
    dense["config"] |= {"units": words, "activation": "softmax"}
    arrays["dense"] = [np.tile(each, words) for each in arrays["dense"]]
    arrays["dense"][1] = np.linspace(0, 0.1, words, dtype=np.float32)
    path = files.write_keras(tmp_path / "writer.keras", model, arrays)
    ids = tmp_path / "ids.txt"
    ids.write_text(" ".join(["1", "2"] * (files.STEPS // 2)))
    out = tmp_path / "trace.npz"
    options = ["--read-on", "4", "--temperature", "2", "--seed", "5", "--json"]
    assert main(["trace", str(path), "--ids", str(ids), "--out", str(out), *options]) == 0
    said = capsys.readouterr()
    data = json.loads(said.out)
    assert data["edits"] == ["read on 4 temperature=2 seed=5"]
    assert "reads 10 steps at a time" in said.err and "steps at a time" in data["notes"][-1]
    network = open_network(path)
    sequence = Sequence(np.array([1, 2] * 5, np.int32), ("",) * 10, np.zeros(10, bool))
    expected = read_on(network, sequence, 4, 2.0, 5).written
    assert expected is not None
    with np.load(out) as found:
        assert found["written"].tolist() == data["written"] == expected.values.tolist()
        assert found["written_first"] == 10 and len(found["prediction"]) == 14
        assert found["ids"][10:].tolist() == data["written"]


@pytest.mark.parametrize("command", ["trace", "summary"])
def test_no_tensorflow(run: Run, tmp_path: Path, command: str) -> None:
    more = ["--text", "good", "--out", str(tmp_path / "o.npz")] if command == "trace" else []
    arguments = [command, str(LSTM), *more]
    code = (
        "import sys\nfrom engine import __main__ as m\n"
        f"assert m.main({arguments!r}) == 0\n"
        "assert not {'tensorflow', 'keras', 'tf_keras'} & set(sys.modules)"
    )
    done = run(code=code)
    assert (done.code, done.err) == (0, "")


Arguments = list[object]

WRONG: dict[str, tuple[Arguments, str]] = {
    "no command": (
        [],
        (
            "python -m engine: the following arguments are required: command; see python -m engine "
            "--help"
        ),
    ),
    "no --out": (
        ["trace", LSTM],
        (
            "python -m engine trace: the following arguments are required: --out; see python -m "
            "engine trace --help"
        ),
    ),
    "no file": (["summary", "none.keras"], "gatescope: There is no file {here}/none.keras."),
    "no model": (
        ["summary", "text.txt"],
        (
            "gatescope: text.txt is no model that Gatescope knows (.keras, .pt, .pth, "
            ".bin, .h5, .hdf5, .safetensors, .onnx). Save the model with model.save('name.keras')."
        ),
    ),
    "an address": (
        ["summary", "https://example.org/model.keras"],
        (
            "gatescope: https://example.org/model.keras is an address, and Gatescope opens files of "
            "this computer alone. Download the file, and name where it lies."
        ),
    ),
    "a path of Windows": (
        ["trace", LSTM, "--values", "C:\\data\\stock.csv", "--out", "o.npz"],
        (
            "gatescope: C:\\data\\stock.csv is a path as Windows writes it, and this is another "
            "system: write it with /. In WSL the drive C: is /mnt/c."
        ),
    ),
    "nothing for a name": (
        ["verify", ""],
        "gatescope: A file without a name cannot be opened. Write its path.",
    ),
    "an ending that is not written": (
        ["trace", LSTM, "--text", "good", "--out", "o.txt"],
        "gatescope: trace writes NPZ; name o.txt .npz. The window exports CSV too.",
    ),
    "no text": (
        ["trace", LSTM, "--text", " ", "--out", "o.npz"],
        "gatescope: There is no text to read. Type or paste a review.",
    ),
    "no edit": (
        ["trace", LSTM, "--edit", "lstm.f", "--out", "o.npz"],
        (
            "gatescope: “lstm.f” is no edit. Write one like lstm.f=0@10-20, lstm.f[3]*0.5@10-, "
            "lstm[3]=off, lstm.c=0@12, word 5=great, insert 5=not, delete 7, move "
            "7>3 or read on 20."
        ),
    ),
    "a network that cannot read on": (
        ["trace", LSTM, "--text", "good", "--read-on", "5", "--out", "o.npz"],
        (
            "gatescope: “read on 5”: LSTM(8) cannot read on: its answer has 1 number, not one for "
            "each of the 500 words that could come next."
        ),
    ),
    "a temperature without reading on": (
        ["trace", LSTM, "--text", "good", "--temperature", "1", "--out", "o.npz"],
        (
            "gatescope: --temperature and --start say how a network reads on. Name the steps that "
            "it writes with --read-on N."
        ),
    ),
    "what was written cannot be explained": (
        ["explain", LSTM, "--method", "ig", "--text", "good", "--edit", "read on 5"],
        (
            "gatescope: explain explains what a network is given to read. Trace it with --read-on, "
            "and read what it wrote with --ids or --values."
        ),
    ),
    "an edit of a unit that is not there": (
        ["trace", LSTM, "--text", "good", "--edit", "lstm.f[9]=0", "--out", "o.npz"],
        (
            "gatescope: “lstm.f[9]=0”: the layer lstm of LSTM(8) has no unit 9. It has the units 1 "
            "to 8."
        ),
    ),
    "an edit of a step that is not there": (
        ["trace", LSTM, "--text", "good", "--edit", "lstm[1]=off@101", "--out", "o.npz"],
        (
            "gatescope: “lstm[1]=off@101”: the layer lstm has no such step. It reads the steps 1 to "
            "100."
        ),
    ),
    "no such review": (
        ["trace", LSTM, "--review", 25000, "--out", "o.npz"],
        "gatescope: There is no review 25000. The reviews are numbered from 0 to 24999.",
    ),
    "an id beyond the embedding": (
        ["trace", LSTM, "--ids", "ids.txt", "--out", "o.npz"],
        (
            "gatescope: Step 2, “game”, has the id 500, but LSTM(8) knows only the ids 0 to 499. "
            "Encode the review with num_words=500."
        ),
    ),
    "words for ids": (
        ["trace", LSTM, "--ids", "text.txt", "--out", "o.npz"],
        (
            "gatescope: text.txt does not hold whole numbers parted by white space: “hello” is none. "
            "The numbers of a table are read with --values."
        ),
    ),
    "numbers for words": (
        ["trace", LSTM, "--values", "values.csv", "--out", "o.npz"],
        (
            "gatescope: A network that reads numbers is needed for values.csv: LSTM(8) reads the "
            "ids of words. Open one that was trained on such numbers, or the bundled model sine, "
            "which reads one column; one of your own for this table is trained in Keras, and opened "
            "here."
        ),
    ),
    "words for numbers": (
        ["trace", "numbers.keras", "--text", "good", "--out", "o.npz"],
        "gatescope: LSTM(3) reads numbers, not words. Give them with --values.",
    ),
    "too many columns": (
        [
            "trace",
            "numbers.keras",
            "--values",
            "values.csv",
            "--columns",
            "1,2,3",
            "--out",
            "o.npz",
        ],
        (
            "gatescope: Numbers that LSTM(3) reads a step: 2. Columns that are chosen of values.csv: "
            "1, 2, 3. Choose as many. Name columns with --columns, one more than once if need be."
        ),
    ),
    "a ragged table": (
        ["trace", "numbers.keras", "--values", "ragged.csv", "--out", "o.npz"],
        (
            "gatescope: ragged.csv does not hold a table of numbers: row 2 has 1 column, and the "
            "first has 2."
        ),
    ),
    "an empty table": (
        ["trace", "numbers.keras", "--values", "empty.csv", "--out", "o.npz"],
        "gatescope: empty.csv does not hold a table of numbers: it has no row of numbers.",
    ),
    "nowhere to write": (
        ["trace", LSTM, "--text", "good", "--out", "none/o.npz"],
        (
            "gatescope: none/o.npz cannot be written: No such file or directory. Choose another "
            "folder, or free some space."
        ),
    ),
    "no length": (
        ["trace", LSTM, "--text", "good", "--length", 0, "--out", "o.npz"],
        "gatescope: --length must be at least 1, not 0.",
    ),
    "two things to read": (
        ["trace", LSTM, "--text", "good", "--review", 1, "--out", "o.npz"],
        (
            "python -m engine trace: argument --review: not allowed with argument --text; see "
            "python -m engine trace --help"
        ),
    ),
    "two tables": (
        ["answers", "ann.gatescope-answers", "--csv", "--json"],
        (
            "python -m engine answers: argument --json: not allowed with argument --csv; see "
            "python -m engine answers --help"
        ),
    ),
    "nothing to compare": (
        ["verify", LSTM, "--reviews", 0],
        "gatescope: Compare 1 to 1,000 sequences, not 0.",
    ),
    "no recipe": (
        ["train", "none", "--out", "models"],
        (
            "gatescope: There is no recipe none. There are simple_rnn_one_hot, simple_rnn, lstm, "
            "lstm_dropout, two_lstm, gru."
        ),
    ),
}

STARTED = ("no command", "no file", "no recipe")
"""What is wrong in a process of its own: for argparse, and for two of the commands."""


@pytest.mark.parametrize("name", WRONG)
def test_an_error_is_one_line_and_exit_2(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.txt").write_text("hello")
    (tmp_path / "ids.txt").write_text("1 500")
    (tmp_path / "values.csv").write_text("1,2,3\n4,5,6\n")
    (tmp_path / "ragged.csv").write_text("1,2\n3\n")
    (tmp_path / "empty.csv").write_text("")
    numbers_file(tmp_path)
    before = sorted(tmp_path.iterdir())
    arguments, text = WRONG[name]
    done = run(*arguments, anew=name in STARTED)
    assert done.code == 2
    assert done.out == ""
    assert done.err == text.replace("{here}", str(tmp_path)) + "\n"
    assert sorted(tmp_path.iterdir()) == before


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's folder as the place where the command runs, in this process."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _npy(array: object) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def _npz() -> bytes:
    file = io.BytesIO()
    np.savez(file, a=np.zeros(3))
    return file.getvalue()


ENDLESS = _npy(np.zeros((2, 2))).replace(b"(2, 2), }", b"(9999999999999, 2), }")[:128]

ODD_INPUTS: dict[str, tuple[str, bytes, str]] = {
    # what: the file's name, its bytes, and why it is refused
    "an id beyond all": ("i.txt", b"1 99999999999999999999", "cannot be the id of a word. Ids are"),
    "a negative id": ("i.txt", b"1 -3", "-3 cannot be the id of a word. Ids are whole numbers"),
    "no ids": ("i.txt", b" \n", "There are no ids to read. Give at least one whole number."),
    "bytes for ids": ("i.txt", bytes(range(256)), "i.txt does not hold whole numbers parted by"),
    "an empty array": ("v.npy", b"", "v.npy does not hold a table of numbers: it has no row"),
    "a cut array": ("v.npy", b"\x93NUMPY\x01\x00", "v.npy does not hold a table of numbers: EOF"),
    "an endless array": ("v.npy", ENDLESS, "v.npy does not hold a table of numbers: "),
    "an archive": ("v.npy", _npz(), "v.npy is an archive (NPZ, or a spreadsheet), not a table."),
    "pickled": (
        "v.npy",
        _npy(np.array([{1: 2}])),
        "v.npy does not hold a table of numbers: Array can",
    ),
    "a cube": ("v.npy", _npy(np.zeros((2,) * 6)), "holds float64 of the shape (2, 2, 2, 2, 2, 2)."),
    "a number alone": ("v.npy", _npy(np.float32(1)), "it holds float32 of the shape ()."),
    "complex": ("v.npy", _npy(np.zeros((2, 2), complex)), "it holds complex128 of the shape"),
    "no rows": ("v.npy", _npy(np.zeros((0, 2))), "v.npy does not hold a table of numbers: "),
    "no columns": (
        "v.npy",
        _npy(np.zeros((2, 0))),
        "v.npy does not hold a table of numbers: ",
    ),
    "NaN": ("v.npy", _npy(np.array([[np.nan, 1]])), "v.npy has no value in row 1, column 1."),
    "beyond float32": (
        "v.npy",
        _npy(np.array([[1e300, 1]])),
        "a value that is not a finite number",
    ),
    "infinity": ("v.csv", b"1e400,2\n", "has a value that is not a finite number"),
    "a head alone": ("v.csv", b"a,b\n", "it has no row of numbers."),
    "texts": ("v.csv", b"a,b\nc,d\n", "none of its columns has numbers."),
    "a gap": ("v.csv", b"a;b\n1,5;2\n;4\n", "v.csv has no value in row 3, column a."),
    "another encoding": (
        "v.csv",
        bytes(range(128, 256)),
        "v.csv does not hold a table of numbers: ",
    ),
}


@pytest.mark.parametrize("name", ODD_INPUTS)
def test_odd_inputs(here: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    file, content, text = ODD_INPUTS[name]
    (here / file).write_bytes(content)
    ids = file == "i.txt"
    model = LSTM if ids else numbers_file(here)
    before = sorted(here.iterdir())
    code = main(["trace", str(model), "--ids" if ids else "--values", file, "--out", "o.npz"])
    out, err = capfd.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("gatescope: ") and text in err
    assert err.endswith(".\n") and err.count("\n") == 1
    assert sorted(here.iterdir()) == before


ODD_OPTIONS: dict[str, tuple[list[str], str]] = {
    "too long": (["--length", "1000000000"], "--length must be at most 1,000,000, not 1000000000."),
    "a review before the first": (["--review", "-1"], "There is no review -1. The reviews are"),
    "no window": (
        ["--series", "sine", "--columns", "sine,sine", "--window", "0"],
        "There is no window 0. sine has the windows 1 to 901.",
    ),
    "no column": (["--series", "sine", "--columns", "wind"], "called wind. Its columns are: sine."),
    "a strange seed": (["--series", "random", "--seed", "-1"], "from 0 to 4294967295, not -1."),
    "no words": (["--num-words", "0"], "--num-words must be at least 1, not 0."),
    "nothing at all": (["--text", ""], "There is no text to read. Type or paste a review."),
    "a folder to write to": (["--out", "."], ". cannot be written: "),
}


@pytest.mark.parametrize("name", ODD_OPTIONS)
def test_odd_options(here: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    options, text = ODD_OPTIONS[name]
    what = [] if options[0] in ("--review", "--text", "--series") else ["--text", "good"]
    network = numbers_file(here) if options[0] == "--series" else LSTM
    where = [] if "--out" in options else ["--out", "o.npz"]
    code = main(["trace", str(network), *where, *what, *options])
    out, err = capfd.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("gatescope: ") and text in err
    assert err.count("\n") == 1
    assert not list(here.glob("*.npz"))


@pytest.mark.parametrize("command", ["trace", "summary"])
def test_weights_that_are_no_numbers_are_noted(
    here: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    """Such a model opens; it is an error where nothing may be assumed."""
    model, arrays = files.config(), files.weights()
    arrays["dense"][1][0] = np.nan
    files.write_h5(here / "nan.h5", model, arrays)
    more = ["--text", "good", "--words", "imdb", "--out", "o.npz"] if command == "trace" else []
    text = "The bias of the layer dense has 1 value that is not a finite number"
    assert main([command, "nan.h5", *more]) == 0
    assert f"gatescope: note: {text}" in capfd.readouterr().err
    assert main([command, "nan.h5", *more, "--strict"]) == 2
    assert f"gatescope: {text}" in capfd.readouterr().err


@pytest.mark.parametrize("command", ["trace", "summary", "verify"])
def test_every_command_refuses_a_bad_model(
    here: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    model, arrays = files.config(), files.weights()
    arrays["dense"][1] = np.zeros(7, np.float32)
    files.write_h5(here / "shape.h5", model, arrays)
    (here / "folder.keras").mkdir()
    whole = files.write_keras(here / "cut.keras")
    whole.write_bytes(whole.read_bytes()[:700])
    more = ["--text", "good", "--out", "o.npz"] if command == "trace" else []
    for name, text in {
        "shape.h5": "The bias of the layer dense has the shape (7,), but its configuration asks for",
        "folder.keras": "folder.keras is a folder, not a model file.",
        "cut.keras": "cut.keras is damaged or cut off: ",
    }.items():
        assert main([command, name, *more]) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err.startswith("gatescope: ") and text in err and err.count("\n") == 1


def test_emoji_controls_and_other_scripts_are_read(here: Path) -> None:
    text = "\0\x01\x1b[31m 💡 \u202e עברית good\u0000film"
    assert main(["trace", str(LSTM), "--text", text, "--out", "o.npz"]) == 0
    with np.load(here / "o.npz", allow_pickle=False) as found:
        assert found["prediction"].shape == (100,)
        assert found["words"].shape == found["ids"].shape == (100,)


def test_the_words_of_a_model_of_ones_own(run: Run, tmp_path: Path) -> None:
    """A dictionary that is named, one that lies beside, and IMDB's when asked for."""
    model = files.write_keras(tmp_path / "own.keras")
    named = tmp_path / "names.json"
    named.write_text('{"film": 3, "good": 4, "bad": 5}')
    out = tmp_path / "out.npz"

    def ids(*more: str) -> list[int]:
        done = run("trace", str(model), "--text", "A good film", "--out", str(out), *more)
        assert done.code == 0, done.err
        return [int(one) for one in np.load(out)["ids"] if one]

    assert ids("--words", str(named))[-2:] == [4, 3]
    without = ids()
    assert without[-2:] != [4, 3]
    (tmp_path / "word_index.json").write_text(named.read_text())
    assert ids()[-2:] == [4, 3]
    assert ids("--words", "imdb") == without
    done = run("trace", str(model), "--text", "good", "--out", str(out), "--words", str(model))
    assert done.code == 2
    assert done.err.startswith("gatescope: ")


@pytest.mark.parametrize(
    "command",
    [
        ("trace", "--out", "o.npz"),
        ("trace", "--out", "o.npz", "--edit", "lstm.f=0"),
        ("explain", "--method", "memory"),
        ("survey",),
        ("report",),
    ],
    ids=" ".join,
)
def test_numbers_that_are_not_scaled_are_said_by_every_command(
    here: Path, capfd: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """And no edit is taken for the numbers' fault."""
    for name, scale in (("far", 1e5), ("near", 1.0)):
        rows = "\n".join(f"{scale * (n % 3 - 1)},{scale * (n % 5 - 2)}" for n in range(300))
        (here / f"{name}.csv").write_text(f"a,b\n{rows}\n")
    network = str(numbers_file(here))
    main([command[0], network, "--values", "far.csv", *command[1:]])
    assert capfd.readouterr().err.count("it was probably trained on scaled numbers") == 1
    main([command[0], network, "--values", "near.csv", *command[1:]])
    assert "scaled numbers" not in capfd.readouterr().err
    main([command[0], network, "--values", "far.csv", *command[1:], "--strict"])
    error = capfd.readouterr().err
    assert error.count("scaled numbers") == 1


@pytest.mark.parametrize("command", ["report", "survey", "summary", "verify"])
def test_an_unknown_option_names_the_help_of_its_command(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([command, "lstm", "--nonsense"])
    assert capsys.readouterr().err == (
        f"python -m engine {command}: unrecognized arguments: --nonsense; see python -m engine "
        f"{command} --help\n"
    )
