"""The table of files: every kind of model, dictionary and table that practitioners have.

Each is made in a few lines with Keras, tf-keras, onnx, pickle or by hand, and is said to open, to
open with a warning, or to be refused by name; ``said`` stands in the warning or refusal.
"""

from __future__ import annotations

import json
import pickle
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
import yaml
from onnx import helper, numpy_helper

from tests import workbooks
from tests.engine.network import files, onnx_models
from tests.engine.network.zoo.case import with_weights

REFERENCE = Path(__file__).parent / "engine" / "network" / "reference"
HUGGING_FACE = Path(__file__).parent / "engine" / "text" / "reference" / "hugging_face.json"
STEPS, FEATURES = 6, 2

Outcome = Literal["opens", "warns", "refused"]
Make = Callable[[Path], list[Path]]


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes:
        name: what it is.
        role: "model" of numbers, of "texts"; "words" (read by a model of words), "table" (by one of
            two numbers a step).
        make: writes it into a folder; the files to open.
        outcome: what becomes of it.
        said: what the warning or the refusal says.
        options: further ones of the shell.
    """

    name: str
    role: Literal["model", "texts", "words", "table"]
    make: Make
    outcome: Outcome
    said: str = ""
    options: tuple[str, ...] = ()


KINDS: list[Kind] = []


def add(
    role: Any, name: str, make: Make, outcome: Outcome = "opens", said: str = "", *options: str
) -> None:
    KINDS.append(Kind(name, role, make, outcome, said, options))


# -- Keras ---------------------------------------------------------------------------------------


def keras_file(build: Callable[[Any], Any], folder: Path) -> list[Path]:
    """A model of Keras 3, saved."""
    import keras

    path = folder / "model.keras"
    build(keras).save(path)
    return [path]


def of_layers(
    *layers: Callable[[Any], Any],
    shape: tuple[int | None, ...] = (STEPS, FEATURES),
    k: Any,
) -> Any:
    made = [layer(k.layers) for layer in layers]
    return with_weights(k.Sequential([k.Input(shape), *made, k.layers.Dense(1)]))


def numbers(name: str, *layers: Callable[[Any], Any], outcome: Outcome = "opens", said: str = "",
            shape: tuple[int | None, ...] = (STEPS, FEATURES)) -> None:  # fmt: skip
    add("model", name, partial(keras_file, lambda k: of_layers(*layers, shape=shape, k=k)),
        outcome, said)  # fmt: skip


def of_texts(k: Any, **options: Any) -> Any:
    """A model with its own dictionary inside."""
    length = 20 if options.get("split") == "character" else STEPS
    vectorization = k.layers.TextVectorization(**{"output_sequence_length": length, **options})
    texts = ["a good film", "a bad film", "좋은 영화"]
    vectorization.adapt(texts if options.get("split", 1) is not None else texts[:1])
    size = 40
    layers = [k.layers.Embedding(size, 3), k.layers.LSTM(3), k.layers.Dense(1)]
    model = k.Sequential([k.Input((1,), dtype="string"), vectorization, *layers])
    model.build()
    return model


def vectorization(name: str, outcome: Outcome = "opens", said: str = "", **options: Any) -> None:
    add("texts", f"TextVectorization, {name}", partial(keras_file, lambda k: of_texts(k, **options)),
        outcome, said)  # fmt: skip


vectorization("n-grams", ngrams=2)
vectorization("split None", split=None)
vectorization("split whitespace, standardize strip_punctuation", split="whitespace",
              standardize="strip_punctuation")  # fmt: skip
vectorization("split character, standardize lower", split="character", standardize="lower")
vectorization("standardize None", standardize=None)
vectorization("ragged", ragged=True, output_sequence_length=None)
vectorization("pad_to_max_tokens", pad_to_max_tokens=True, max_tokens=30)


def own(kind: str, folder: Path, **options: Any) -> list[Path]:
    """A small model behind a layer of words, by hand."""
    from tests.engine.own_dictionaries import LOOKUP, VECTORIZATION, write_model

    base = LOOKUP if kind == "StringLookup" else VECTORIZATION
    return [write_model(folder, kind, base | options)]


add("texts", "StringLookup of several OOV ids", partial(own, "StringLookup", num_oov_indices=2),
    "warns", "parted already")  # fmt: skip
MINE = {"class_name": "function", "config": "mine"}
add("texts", "TextVectorization with a function of one's own",
    partial(own, "TextVectorization", standardize=MINE), "refused", "standardize = mine")  # fmt: skip


# -- cells, pictures, precision ------------------------------------------------------------------

numbers("RNN of an LSTMCell", lambda a: a.RNN(a.LSTMCell(3)))
numbers("RNN of a list of cells", lambda a: a.RNN([a.GRUCell(3), a.SimpleRNNCell(2)]))
numbers("RNN of StackedRNNCells", lambda a: a.RNN(a.StackedRNNCells([a.LSTMCell(3), a.GRUCell(2)])))
numbers("Bidirectional of an RNN", lambda a: a.Bidirectional(a.RNN(a.GRUCell(3))))

PICTURE = (STEPS, 8, 8, 1)
numbers(
    "video: TimeDistributed Conv2D, DepthwiseConv2D, SeparableConv2D, padding, cropping, pooling",
    lambda a: a.TimeDistributed(a.ZeroPadding2D(1)),
    lambda a: a.TimeDistributed(a.Conv2D(2, 3, activation="relu")),
    lambda a: a.TimeDistributed(a.DepthwiseConv2D(3, padding="same")),
    lambda a: a.TimeDistributed(a.SeparableConv2D(2, 3, padding="same")),
    lambda a: a.TimeDistributed(a.Cropping2D(1)),
    lambda a: a.TimeDistributed(a.MaxPooling2D(2)),
    lambda a: a.TimeDistributed(a.UpSampling2D(2)),
    lambda a: a.TimeDistributed(a.Flatten()),
    lambda a: a.LSTM(3),
    shape=PICTURE,
)
numbers(
    "spectrogram: Conv2D over time and frequency",
    lambda a: a.Reshape((STEPS, 8, 1)),
    lambda a: a.Conv2D(2, 3, padding="same"),
    lambda a: a.AveragePooling2D((1, 2)),
    lambda a: a.Reshape((STEPS, 8)),
    lambda a: a.GRU(3),
    shape=(STEPS, 8),
)
numbers("ConvLSTM2D", lambda a: a.ConvLSTM2D(2, 3, return_sequences=True),
        lambda a: a.TimeDistributed(a.Flatten()), lambda a: a.LSTM(3), shape=PICTURE)  # fmt: skip
numbers("ConvLSTM1D", lambda a: a.ConvLSTM1D(2, 3, return_sequences=True),
        lambda a: a.TimeDistributed(a.Flatten()), lambda a: a.LSTM(3), shape=(STEPS, 8, 1))  # fmt: skip
numbers("TimeDistributed around a recurrent layer", lambda a: a.TimeDistributed(a.GRU(3)),
        lambda a: a.LSTM(3), shape=(STEPS, 4, 2))  # fmt: skip


def _a_cnn_at_every_step(k: Any) -> Any:
    a = k.layers
    cnn = k.Sequential([k.Input((8, 8, 1)), a.Conv2D(2, 3), a.GlobalAveragePooling2D()])
    return of_layers(lambda a: a.TimeDistributed(cnn), lambda a: a.LSTM(3), shape=PICTURE, k=k)


add("model", "TimeDistributed around a whole model", partial(keras_file, _a_cnn_at_every_step))


def _with_policy(policy: str, k: Any) -> Any:
    return of_layers(lambda a: a.LSTM(3, dtype=policy), k=k)


for policy in ("mixed_float16", "mixed_bfloat16", "float16"):
    add("model", policy, partial(keras_file, partial(_with_policy, policy)), "warns", "float32")


def _quantised(mode: str, k: Any) -> Any:
    model = of_layers(lambda a: a.LSTM(4), lambda a: a.Dense(4), k=k)
    model.quantize(mode)
    return model


for mode in ("int8", "int4", "float8"):
    add("model", f"quantised, {mode}", partial(keras_file, partial(_quantised, mode)), "warns",
        "quantised")  # fmt: skip


def _quantised_at_every_step(k: Any) -> Any:
    each = k.layers.TimeDistributed(k.layers.Dense(4))
    model = of_layers(lambda a: each, lambda a: a.LSTM(3), k=k)
    model.quantize("int8")
    return model


add("model", "quantised, in a TimeDistributed", partial(keras_file, _quantised_at_every_step),
    "warns", "wrongly")  # fmt: skip


def _nan(k: Any) -> Any:
    model = of_layers(lambda a: a.LSTM(3, name="lstm"), k=k)
    kernel, *rest = model.get_layer("lstm").get_weights()
    kernel[0, 1] = np.nan
    model.get_layer("lstm").set_weights([kernel, *rest])
    return model


add("model", "weights that are NaN", partial(keras_file, _nan), "warns", "unit 2")

# -- graphs --------------------------------------------------------------------------------------


def _lambdas(k: Any) -> Any:
    a = k.layers
    inputs = [k.Input((None, 1), name=f"in{n}") for n in range(4)]
    hidden = [a.Lambda(lambda x: x * 2.0)(each) for each in inputs[1:]]
    read = a.LSTM(3)(a.Concatenate()([inputs[0], *hidden]))
    return with_weights(k.Model(inputs, a.Dense(1)(read)))


def _several(k: Any) -> Any:
    a = k.layers
    inputs = [k.Input((None, 1), name=f"in{n}") for n in range(4)]
    return with_weights(k.Model(inputs, a.Dense(1)(a.LSTM(3)(a.Concatenate()(inputs)))))


def _seq2seq(k: Any) -> Any:
    a = k.layers
    source, written = (k.Input((None,), dtype="int32", name=each) for each in ("source", "written"))
    _, *states = a.LSTM(3, return_state=True, name="encoder")(a.Embedding(9, 3)(source))
    read = a.LSTM(3, return_sequences=True, name="decoder")(
        a.Embedding(9, 3)(written), initial_state=states
    )
    return with_weights(k.Model([source, written], a.Dense(9, activation="softmax")(read)))


def _attending(kind: str, k: Any) -> Any:
    a = k.layers
    read = a.GRU(4, return_sequences=True)(given := k.Input((STEPS, FEATURES)))
    if kind == "MultiHeadAttention":
        seen = a.MultiHeadAttention(2, 3)(read, read)
    else:
        seen = getattr(a, kind)()([read, read])
    return with_weights(k.Model(given, a.Dense(1)(a.LSTM(3)(seen))))


add("model", "several inputs of unknown length", partial(keras_file, _several), "warns", "zeros")
add("model", "several inputs behind Lambdas", partial(keras_file, _lambdas), "refused", "Lambda")
add("texts", "seq2seq, an encoder and a decoder", partial(keras_file, _seq2seq), "warns", "zeros")
for kind in ("Attention", "AdditiveAttention", "MultiHeadAttention"):
    add("model", kind, partial(keras_file, partial(_attending, kind)))


def _stateful(k: Any) -> Any:
    layers = [k.layers.LSTM(3, stateful=True), k.layers.Dense(1)]
    return with_weights(k.Sequential([k.Input(batch_shape=(1, STEPS, FEATURES)), *layers]))


add("model", "stateful", partial(keras_file, _stateful))

# -- several files -------------------------------------------------------------------------------


def _unzipped(which: Callable[[Path], list[Path]], folder: Path) -> list[Path]:
    with zipfile.ZipFile(files.write_keras(folder / "m.keras")) as archive:
        archive.extractall(folder / "hub")
    return which(folder / "hub")


def _parts(name: str, weights: str, folder: Path) -> list[Path]:
    config = files.config()
    text = yaml.dump(config) if name.endswith("yaml") else json.dumps(config)
    (folder / name).write_text(text)

    def bare(file: Any) -> None:
        del file.attrs["model_config"]

    return [folder / name, files.write_h5(folder / weights, fill=bare)]


def _saved_model(metadata: bool, folder: Path) -> list[Path]:
    path = folder / "exported"
    (path / "variables").mkdir(parents=True)
    (path / "saved_model.pb").write_bytes(b"\x08\x01")
    if metadata:
        (path / "keras_metadata.pb").write_bytes(b"\x0a")
    return [path]


def _tensorflow_js(folder: Path) -> list[Path]:
    from tests.gui.test_several_files import tensorflow_js

    return [tensorflow_js(folder)]


BESIDE = "has no weights of its own"
PLAINLY: Any = ("opens", "", "--words", "imdb")  # else it is said that the words are assumed
add("texts", "an unzipped .keras folder", partial(_unzipped, lambda hub: [hub]), *PLAINLY)
add("texts", "config.json beside model.weights.h5",
    partial(_unzipped, lambda hub: [hub / "config.json"]), *PLAINLY)  # fmt: skip
add("texts", "an architecture in JSON beside its weights",
    lambda folder: _parts("net.json", "net.weights.h5", folder)[:1], "warns", BESIDE)  # fmt: skip
add("texts", "an architecture in YAML beside its weights",
    lambda folder: _parts("net.yaml", "net.h5", folder)[1:], "warns", BESIDE)  # fmt: skip
add("texts", "an architecture and weights of another name",
    partial(_parts, "net.json", "best.h5"), "warns", BESIDE)  # fmt: skip
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'5a' * 32}\nsize 123\n"
for role, name in (("model", "m.keras"), ("table", "t.csv"), ("table", "t.npy")):
    add(role, f"a Git LFS pointer, {name}",
        lambda folder, name=name: written(name, POINTER, folder), "refused", "Git LFS")  # fmt: skip
add("model", "a SavedModel", partial(_saved_model, True), "refused", "tf-keras")
add("model", "what model.export wrote", partial(_saved_model, False), "refused", "no way back")
add("texts", "TensorFlow.js", _tensorflow_js, "warns", BESIDE)

# -- PyTorch and ONNX ----------------------------------------------------------------------------


def _copied(name: str, folder: Path, other: str = "") -> list[Path]:
    return [Path(shutil.copy(REFERENCE / name, folder / (other or name)))]


for name in ("lstm.pt", "gru.bin", "lstm_proj_both.pth", "rnn_relu.pt", "half.pt"):
    add("model", f"PyTorch, {name}", partial(_copied, name), "warns", "has no graph")
add(
    "model",
    "PyTorch, a whole model",
    partial(_copied, "whole_model.pt"),
    "refused",
    "no plain state dict",
)
for name in ("keras_lstm.onnx", "gru_script.onnx", "lstm2both_dynamo.onnx"):
    role = "model" if "keras" in name else "texts"
    add(role, f"ONNX, {name}", partial(_copied, name), *(PLAINLY if role == "texts" else ()))


def _onnx(
    folder: Path, change: Callable[[Any, Any], object] | None = None, **given: Any
) -> list[Path]:
    model = onnx_models.torch_like("LSTM", **given)
    if change is not None:
        change(model.graph, next(node for node in model.graph.node if node.op_type == "LSTM"))
    onnx.save(model, folder / "m.onnx")
    return [folder / "m.onnx"]


def _external(folder: Path) -> list[Path]:
    options = {"save_as_external_data": True, "location": "m.data", "size_threshold": 0}
    onnx.save(onnx_models.torch_like("LSTM"), folder / "m.onnx", **options)
    return [folder / "m.onnx"]


def _attribute(name: str, value: Any) -> Callable[[Any, Any], object]:
    return lambda graph, node: node.attribute.append(helper.make_attribute(name, value))


def _input(place: int, kind: int, shape: list[Any]) -> Callable[[Any, Any], object]:
    """An input of the node that is one of the model; a constant where its shape is known."""

    def change(graph: Any, node: Any) -> None:
        node.input.extend([""] * (place + 1 - len(node.input)))
        node.input[place] = "given"
        if "batch" in shape:
            graph.input.append(helper.make_tensor_value_info("given", kind, shape))
        else:
            graph.initializer.append(numpy_helper.from_array(np.ones(shape, np.float32), "given"))

    return change


NOT_USED: Any = ("warns", "the weights that the file has for it are not used", "--words", "imdb")
HOW_LONG: Any = ("warns", "the number of steps that are read", "--words", "imdb")
add("texts", "ONNX, external data", _external, *PLAINLY)
for name, value, becomes in (
    ("clip", 1.0, PLAINLY), ("input_forget", 1, NOT_USED),
    ("activations", ["HardSigmoid", "Tanh", "Tanh"], PLAINLY),
):  # fmt: skip
    add("texts", f"ONNX, {name}", partial(_onnx, change=_attribute(name, value)), *becomes)
U = onnx_models.UNITS
for name, place, kind_of, shape, becomes in (
    ("sequence_lens", 4, onnx.TensorProto.INT32, ["batch"], HOW_LONG),
    ("an initial state that is given", 5, onnx.TensorProto.FLOAT, [1, "batch", U],
     ("refused", "initial_h without initial_c")),
    ("peepholes", 7, onnx.TensorProto.FLOAT, [1, 3 * U], PLAINLY),
):  # fmt: skip
    add("texts", f"ONNX, {name}", partial(_onnx, change=_input(place, kind_of, shape)), *becomes)


# -- words ---------------------------------------------------------------------------------------

INDEX = {"<pad>": 0, "<unk>": 1, "good": 2, "film": 3, "bad": 4}
BACK = {number: word for word, number in INDEX.items()}


def written(name: str, content: str | bytes, folder: Path) -> list[Path]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [path]


def _hugging_face(case: str, folder: Path) -> list[Path]:
    content = json.loads(HUGGING_FACE.read_text())["cases"][case]["file"]
    return written("tokenizer.json", json.dumps(content), folder)


PAIR = "recognised as"
add("words", "Hugging Face, WordLevel", partial(_hugging_face, "level"), "warns", "WordLevel")
add("words", "Hugging Face, WordPiece", partial(_hugging_face, "bert"), "warns", "WordPiece")
add("words", "Hugging Face, BPE", partial(_hugging_face, "BPE"), "refused", "BPE")
for name, file, content, said in (
    ("word2idx and idx2word", "w.json", json.dumps({"word2idx": INDEX, "idx2word": BACK}), PAIR),
    ("a pickled pair of dictionaries", "w.pkl", pickle.dumps((INDEX, BACK)), PAIR),
    ("gensim's list", "w.txt", "".join(f"{n}\t{w}\t{n + 3}\n" for w, n in INDEX.items()), "gensim"),
    ("spaCy's list", "w.jsonl", json.dumps({"lang": "en", "settings": {"oov_prob": -20}}) + "\n"
     + "".join(json.dumps({"orth": word, "id": 7}) + "\n" for word in INDEX), "spaCy"),
    ("Keras's tokenizer.to_json()", "w.json", json.dumps({"class_name": "Tokenizer", "config": {
        "word_index": json.dumps({"good": 1, "film": 2, "bad": 3}), "num_words": None,
        "filters": "!.", "lower": True, "split": " ", "oov_token": None, "char_level": False}}), ""),
    ("a word list", "vocab.txt", "".join(f"{word}\n" for word in (*INDEX, *(f"word{n}" for n in range(15)))), ""),
):  # fmt: skip
    add("words", name, partial(written, file, content), "warns" if said else "opens", said)
add("words", "a dictionary in a workbook",
    partial(written, "w.xlsx", workbooks.xlsx([["word", "id"], *INDEX.items()])), "warns", "sheet")  # fmt: skip

# -- tables --------------------------------------------------------------------------------------

ROWS = [("시간", "값", "양"), *((f"2020-01-{d:02}", d / 10, d / 20) for d in range(1, 13))]


def csv(*rows: Any, sep: str = ",") -> str:
    return "".join(sep.join(map(str, row)) + "\n" for row in rows)


def table(
    name: str, content: str | bytes, outcome: Outcome = "opens", said: str = "",
    *options: str, file: str = "t.csv",
) -> None:  # fmt: skip
    add("table", name, partial(written, file, content), outcome, said, *options)


PLAIN = [("date", "a", "b"), *ROWS[1:]]
for code in ("cp949", "euc_kr"):
    table(f"CSV in {code}", csv(*ROWS).encode(code), "warns", "949")
table("UTF-16 with tabs", csv(*ROWS, sep="\t").encode("utf-16"), "warns", "UTF-16", file="t.txt")
table(
    "CSV in CP1252", csv(("date", "Größe", "Menge €"), *ROWS[1:]).encode("cp1252"), "warns", "1252"
)
for end, data in (
    ("xlsx", workbooks.xlsx(PLAIN)), ("ods", workbooks.ods(PLAIN)),
    ("xlsm with a formula", workbooks.xlsx([*PLAIN, ("2020-01-13", "=A1", 2)])),
):  # fmt: skip
    table(f"a workbook, {end}", data, file=f"t.{end[:4]}")
add("table", "a workbook, xls", partial(written, "t.xls", workbooks.XLS), "opens", "",
    "--columns", "v,v")  # fmt: skip
table(
    "decimal comma", csv(*[[str(cell).replace(".", ",") for cell in row] for row in PLAIN], sep=";")
)
table(
    "an index column",
    csv(*[(n or "", *row) for n, row in enumerate(PLAIN)]),
    "warns",
    "Left out: 1",
)
table("a second header row", csv(("Price", "Close", "Open"), ("Ticker", "AAPL", "AAPL"),
      ("Date", "", ""), *ROWS[1:]), "warns", "Ticker")  # fmt: skip
table("a row of units", csv(PLAIN[0], ("", "kW", "°C"), *ROWS[1:]), "warns", "kW")
table("texts above the header", csv(("Report of 2020",), ("made by hand",), *PLAIN), "warns", "row")
table("Total at the foot", csv(*PLAIN, ("Total", 7.8, 3.9)), "warns", "Total")
table("thousands, 1.5M and percent signs",
      csv(PLAIN[0], *((f"2020-01-{d:02}", '"1,234"', f"{d}%") for d in range(1, 13))), "warns", "1,234")  # fmt: skip
table("money, and what is owed in brackets",
      csv(PLAIN[0], *((f"2020-01-{d:02}", f"$0.{d}", f"(0.{d})") for d in range(1, 13))))  # fmt: skip
table("millions, true and false",
      csv(PLAIN[0], *((f"2020-01-{d:02}", "1.5M", ("true", "false")[d % 2]) for d in range(1, 13))),
      "warns", "1.5e+06")  # fmt: skip
GAPS = csv(PLAIN[0], ("2020-01-01", "", 1), *ROWS[2:])
table("gaps, refused", GAPS, "refused", "has no value in row 2")
table("gaps, filled", GAPS, "warns", "left out, as its gap", "--missing", "linear")
table("numbers far outside", csv(PLAIN[0], *((d[0], d[1] * 1e6, d[2] * 1e6) for d in ROWS[1:])),
      "warns", "scal")  # fmt: skip
table("a column of texts", csv(("date", "a", "b", "name"), *((*row, "x") for row in ROWS[1:])),
      "warns", "name")  # fmt: skip


def _bomb(folder: Path) -> list[Path]:
    parts = workbooks.members(workbooks.xlsx(PLAIN))
    sheet = next(name for name in parts if "worksheets" in name)
    with zipfile.ZipFile(folder / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, b"\0" * 2**28 if name == sheet else data)
    return [folder / "t.xlsx"]


add("table", "a workbook that is a bomb", _bomb, "refused", "t.xlsx")
