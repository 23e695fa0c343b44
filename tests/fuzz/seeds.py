"""Small valid files of every format, made here; what the mutations begin with."""

from __future__ import annotations

import copy
import io
import json
import pickle
import struct
import sys
import tempfile
import types
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from engine.network.together import ONNX_GRAPH
from tests import workbooks
from tests.engine.network import files
from tests.engine.network.torch_files import torch_file

MODEL, WORDS = "engine.network.reader", "engine.text.tokenizers.reader"
TABLE, SHEET = "engine.numbers.locked", "engine.text.sheets"
BESIDE = "engine.network.formats.onnx.needed_files"
Tree = Any
"""JSON as Python has it."""


@dataclass(frozen=True)
class Seed:
    """A valid file.

    Attributes:
        format: what the table calls it.
        name: of this one.
        suffix: of its file.
        data: its bytes.
        reader: the module that reads it.
    """

    format: str
    name: str
    suffix: str
    data: bytes
    reader: str = MODEL


def seeds() -> list[Seed]:
    """All of them."""
    return [*_keras(), *_hdf5(), *_onnx(), *_safetensors(), *_torch(), *_tokenizers(), *_tables()]


# Keras


def _tensor(name: str, *shape: int | None) -> Tree:
    history = {"shape": shape, "dtype": "float32", "keras_history": [name, 0, 0]}
    return {"class_name": "__keras_tensor__", "config": history}


def _layer(kind: str, name: str, given: Tree = None, **options: Any) -> Tree:
    nodes = [] if given is None else [{"args": given, "kwargs": {}}]
    return {
        "module": "keras.layers",
        "class_name": kind,
        "config": {"name": name, "trainable": True, "dtype": "float32", **options},
        "registered_name": None,
        "name": name,
        "inbound_nodes": nodes,
    }


def branches() -> tuple[Tree, dict[str, list[tuple[int, ...]]]]:
    """A functional model of Keras 3 with two inputs, and its weights by their places."""
    inner = _layer("LSTM", "inner", units=3, return_sequences=True)
    dense = _layer("Dense", "each", units=4, activation="relu")
    layers = [
        _layer("InputLayer", "ids", batch_shape=[None, 6]),
        _layer("InputLayer", "more", batch_shape=[None, 6, 2]),
        _layer("Embedding", "emb", [_tensor("ids", None, 6)], input_dim=9, output_dim=3),
        _layer("Concatenate", "cat", [[_tensor("emb", None, 6, 3), _tensor("more", None, 6, 2)]],
               axis=-1),
        _layer("Bidirectional", "both", [_tensor("cat", None, 6, 5)], layer=inner,
               merge_mode="concat"),
        _layer("TimeDistributed", "td", [_tensor("both", None, 6, 6)], layer=dense),
        _layer("Conv1D", "conv", [_tensor("td", None, 6, 4)], filters=4, kernel_size=[3],
               strides=[1], padding="same", activation="relu", use_bias=True),
        _layer("Dropout", "drop", [_tensor("conv", None, 6, 4)], rate=0.5),
        _layer("GRU", "gru", [_tensor("drop", None, 6, 4)], units=3, reset_after=True,
               return_sequences=False, activation="tanh", recurrent_activation="sigmoid"),
        _layer("Dense", "out", [_tensor("gru", None, 3)], units=2, activation="softmax"),
    ]  # fmt: skip
    model = {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": {
            "name": "functional",
            "layers": layers,
            "input_layers": [["ids", 0, 0], ["more", 0, 0]],
            "output_layers": [["out", 0, 0]],
        },
    }
    lstm: list[tuple[int, ...]] = [(5, 12), (3, 12), (12,)]
    weights: dict[str, list[tuple[int, ...]]] = {
        "embedding/vars": [(9, 3)],
        "bidirectional/forward_layer/cell/vars": lstm,
        "bidirectional/backward_layer/cell/vars": lstm,
        "time_distributed/layer/vars": [(6, 4), (4,)],
        "conv1d/vars": [(3, 4, 4), (4,)],
        "gru/cell/vars": [(4, 9), (3, 9), (2, 9)],
        "dense/vars": [(3, 2), (2,)],
    }
    return model, weights


def zoo() -> tuple[Tree, dict[str, list[tuple[int, ...]]]]:
    """A functional model of many kinds of layer, an encoder and a decoder among them."""

    def given(name: str, *shape: int | None) -> Tree:
        return [_tensor(name, None, *shape)]

    states = [
        {**_tensor("enc", None, 3), "config": {**_tensor("enc", None, 3)["config"],
         "keras_history": ["enc", 0, place]}}
        for place in (1, 2)
    ]  # fmt: skip
    decoder = _layer("LSTM", "dec", given("rep", 4, 3), units=3, return_sequences=True)
    decoder["inbound_nodes"][0]["kwargs"] = {"initial_state": states, "training": False}
    layers = [
        _layer("InputLayer", "x", batch_shape=[None, 8, 2]),
        _layer("Masking", "mask", given("x", 8, 2), mask_value=0.0),
        _layer("SimpleRNN", "rnn", given("mask", 8, 2), units=4, return_sequences=True),
        _layer("BatchNormalization", "bn", given("rnn", 8, 4), axis=-1, epsilon=1e-3),
        _layer("LayerNormalization", "ln", given("bn", 8, 4), axis=-1, epsilon=1e-3),
        _layer("MaxPooling1D", "pool", given("ln", 8, 4), pool_size=[2], strides=[2],
               padding="valid"),
        _layer("LeakyReLU", "leaky", given("pool", 4, 4), negative_slope=0.3),
        _layer("LSTM", "enc", given("leaky", 4, 4), units=3, return_state=True),
        _layer("RepeatVector", "rep", given("enc", 3), n=4),
        decoder,
        _layer("Reshape", "shape", given("dec", 4, 3), target_shape=[2, 6]),
        _layer("Permute", "turn", given("shape", 2, 6), dims=[2, 1]),
        _layer("Flatten", "flat", given("turn", 6, 2)),
        _layer("GlobalAveragePooling1D", "mean", given("turn", 6, 2)),
        _layer("Dense", "a", given("flat", 12), units=2, activation="linear"),
        _layer("Multiply", "times", [[_tensor("a", None, 2), _tensor("mean", None, 2)]]),
        _layer("Activation", "act", given("times", 2), activation="softmax"),
    ]  # fmt: skip
    ends = {"input_layers": [["x", 0, 0]], "output_layers": [["act", 0, 0], ["dec", 0, 0]]}
    model = {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": {"name": "zoo", "layers": layers, **ends},
    }
    weights: dict[str, list[tuple[int, ...]]] = {
        "simple_rnn/cell/vars": [(2, 4), (4, 4), (4,)],
        "batch_normalization/vars": [(4,)] * 4,
        "layer_normalization/vars": [(4,)] * 2,
        "lstm/cell/vars": [(4, 12), (3, 12), (12,)],
        "lstm_1/cell/vars": [(3, 12), (3, 12), (12,)],
        "dense/vars": [(12, 2), (2,)],
    }
    return model, weights


def films() -> tuple[Tree, dict[str, list[tuple[int, ...]]]]:
    """A film through a model at every step, a ConvLSTM, cells on cells and a quantised layer."""

    def plain(kind: str, name: str, **options: Any) -> Tree:
        return {"module": "keras.layers", "class_name": kind, "config": {"name": name, **options}}

    eye = {
        "class_name": "Sequential",
        "config": {
            "name": "eye",
            "layers": [
                plain("InputLayer", "in", batch_shape=[None, 5, 5, 2]),
                plain("Conv2D", "look", filters=2, kernel_size=[2, 2], activation="relu"),
                plain("Flatten", "flat"),
            ],
        },
    }
    cells = [plain("LSTMCell", "low", units=3), plain("GRUCell", "high", units=2, reset_after=True)]
    stack = plain("StackedRNNCells", "cells", cells=cells)
    policy = {"class_name": "QuantizedDTypePolicy", "config": {"mode": "int8"}}
    layers = [
        plain("InputLayer", "x", batch_shape=[None, 3, 6, 6, 1]),
        plain(
            "ConvLSTM2D", "maps", filters=2, kernel_size=[2, 2], padding="valid",
            return_sequences=True,
        ),
        plain("TimeDistributed", "each", layer=eye),
        plain("RNN", "stack", cell=stack),
        plain("Dense", "answer", units=2, dtype=policy),
    ]  # fmt: skip
    model = {"class_name": "Sequential", "config": {"name": "films", "layers": layers}}
    return model, {
        "conv_lstm2d/cell/vars": [(2, 2, 1, 8), (2, 2, 2, 8), (8,)],
        "time_distributed/layer/layers/conv2d/vars": [(2, 2, 2, 2), (2,)],
        "rnn/cell/cells/lstm_cell/vars": [(32, 12), (3, 12), (12,)],
        "rnn/cell/cells/gru_cell/vars": [(3, 6), (2, 6), (2, 6)],
        "dense/vars": [(2, 2), (2,), (2,)],
    }


def attending() -> tuple[Tree, dict[str, list[tuple[int, ...]]]]:
    """Every kind of attention over a layer in half precision, and a Dense of four bits."""
    read, tensor = _tensor("read", None, 6, 4), _tensor
    heads = _layer("MultiHeadAttention", "heads", num_heads=2, key_dim=3, value_dim=2)
    heads["inbound_nodes"] = [
        {"args": [read, read], "kwargs": {"key": read, "use_causal_mask": True}}
    ]
    policy = {"class_name": "Int4DTypePolicy", "config": {"mode": "int4/-1"}}
    layers = [
        _layer("InputLayer", "ids", batch_shape=[None, 6], dtype="int32"),
        _layer("Embedding", "emb", [tensor("ids", None, 6)], input_dim=9, output_dim=3,
               mask_zero=True),
        _layer("LSTM", "read", [tensor("emb", None, 6, 3)], units=4, return_sequences=True,
               dtype="mixed_float16", stateful=True),
        _layer("Attention", "dot", [[read, read]], use_scale=True, score_mode="concat"),
        _layer("AdditiveAttention", "sum", [[read, read]], use_scale=True),
        heads,
        _layer("Add", "all", [[tensor(name, None, 6, 4) for name in ("dot", "sum", "heads")]]),
        _layer("GRU", "last", [tensor("all", None, 6, 4)], units=3, reset_after=False),
        _layer("Dense", "out", [tensor("last", None, 3)], units=2, dtype=policy),
    ]  # fmt: skip
    ends = {"input_layers": [["ids", 0, 0]], "output_layers": [["out", 0, 0]]}
    model = {"class_name": "Functional", "config": {"name": "seeing", "layers": layers, **ends}}
    part: list[tuple[int, ...]] = [(4, 2, 3), (2, 3)]
    return model, {
        "embedding/vars": [(9, 3)],
        "lstm/cell/vars": [(3, 16), (4, 16), (16,)],
        "attention/vars": [(), ()],
        "additive_attention/vars": [(4,)],
        "multi_head_attention/query_dense/vars": part,
        "multi_head_attention/key_dense/vars": part,
        "multi_head_attention/value_dense/vars": [(4, 2, 2), (2, 2)],
        "multi_head_attention/output_dense/vars": [(2, 2, 4), (4,)],
        "gru/cell/vars": [(4, 9), (3, 9), (9,)],
        "dense/vars": [(3, 1), (2,), (2,)],
    }


def keras_file(model: Tree, stored: bytes, packing: int = zipfile.ZIP_STORED) -> bytes:
    """A ``.keras`` file."""
    made = io.BytesIO()
    members: dict[str, str | bytes] = {
        "metadata.json": '{"keras_version": "3.15.1"}',
        "config.json": model if isinstance(model, str) else json.dumps(model),
        "model.weights.h5": stored,
    }
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():  # of no date, so that it can be made again
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return made.getvalue()


def _stored(weights: Mapping[str, list[tuple[int, ...]]]) -> bytes:
    random, made = np.random.default_rng(3), io.BytesIO()
    with h5py.File(made, "w") as file:
        for place, shapes in weights.items():
            group = file.create_group(f"layers/{place}")
            for number, shape in enumerate(shapes):
                group[str(number)] = random.standard_normal(shape).astype(np.float32)
    return made.getvalue()


def _written(write: Any, *given: Any) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path: Path = write(Path(folder) / "seed", *given)
        return path.read_bytes()


def _keras() -> Iterator[Seed]:
    model, weights = branches()
    yield Seed("Keras 3 .keras", "branches", ".keras", keras_file(model, _stored(weights)))
    model, weights = zoo()
    yield Seed("Keras 3 .keras", "zoo", ".keras", keras_file(model, _stored(weights)))
    model, weights = films()
    yield Seed("Keras 3 .keras", "films", ".keras", keras_file(model, _stored(weights)))
    model, weights = attending()
    yield Seed("Keras 3 .keras", "attention", ".keras", keras_file(model, _stored(weights)))
    whole = _written(files.write_keras)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        stored = archive.read("model.weights.h5")
    packed = keras_file(files.config(), stored, zipfile.ZIP_DEFLATED)
    yield Seed("Keras 3 .keras", "chain", ".keras", packed)
    yield Seed("Keras in parts", "HDF5", ".json", _parts(files.config(), whole))
    yield Seed("Keras in parts", "TensorFlow.js", ".json", tensorflow_js_parts())
    words = {
        "module": "keras.layers",
        "class_name": "TextVectorization",
        "config": {
            "name": "words",
            "split": "whitespace",
            "vocabulary": ["", "[UNK]", "good", "bad"],
        },
    }
    ngrams = copy.deepcopy(words)
    ngrams["config"] |= {"ngrams": [1, 2], "split": None, "ragged": True}
    ngrams["build_config"] = {"input_shape": [None, 1]}
    lookup = {
        "class_name": "StringLookup",
        "config": {
            "name": "words", "num_oov_indices": 3, "salt": [3, 9], "mask_token": "",
            "vocabulary": ["", "[UNK]", "[UNK]", "[UNK]", "good", "bad"],
        },
    }  # fmt: skip
    own = {"vectorization": words, "n-grams": ngrams, "lookup": lookup}
    for name, layer in own.items():
        chain = files.config()
        chain["config"]["layers"].insert(1, layer)
        data = keras_file(chain, b"", zipfile.ZIP_DEFLATED)
        yield Seed("tokenizer in .keras", name, ".keras", data, WORDS)


def parts_file(members: Mapping[str, bytes]) -> bytes:
    """What `engine.network.together.gathered` makes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def _parts(model: Tree, whole: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        stored = archive.read("model.weights.h5")
    return parts_file({"architecture/m.json": json.dumps(model).encode(), "weights/m.h5": stored})


def tensorflow_js_parts() -> bytes:
    """The chain as TensorFlow.js keeps it."""
    described, raw = [], b""
    short = {"embedding": ["embeddings"], "dense": ["kernel", "bias"]}
    lstm = ["lstm_cell/kernel", "lstm_cell/recurrent_kernel", "lstm_cell/bias"]
    for layer, arrays in files.weights().items():
        for name, array in zip(short.get(layer, lstm), arrays, strict=True):
            entry = {"name": f"{layer}/{name}", "shape": list(array.shape), "dtype": "float32"}
            described.append(entry)
            raw += array.tobytes()
    content = {
        "format": "layers-model",
        "modelTopology": {"keras_version": "2.15.0", "model_config": files.config()},
        "weightsManifest": [{"paths": ["a.bin"], "weights": described}],
    }
    return parts_file(
        {"architecture/model.json": json.dumps(content).encode(), "shards/a.bin": raw}
    )


def hdf5_file(model: Tree, version: str = "2.13.1") -> bytes:
    """An ``.h5`` file of the chain's weights with another configuration."""

    def fill(file: h5py.File) -> None:
        file.attrs["keras_version"] = version

    text = model if isinstance(model, str) else json.dumps(model)
    return _written(lambda path: files.write_h5(path, text, fill=fill))


def _hdf5() -> Iterator[Seed]:
    yield Seed("Keras 2 .h5", "chain", ".h5", hdf5_file(files.config()))
    graph = files.functional(files.config())
    ends = {"input_layers": [["words", 0, 0]], "output_layers": [["dense", 0, 0]]}
    graph["config"] |= ends
    yield Seed("Keras 2 .h5", "functional", ".h5", hdf5_file(graph))
    old = files.config()
    old["config"] = old["config"]["layers"][1:]
    old["config"][0]["config"]["batch_input_shape"] = [None, files.STEPS]
    yield Seed("Keras 2 .h5", "list", ".h5", hdf5_file(old, "2.1.6"))
    yield Seed("Keras 3 .h5", "chain", ".h5", hdf5_file(files.config(), "3.15.1"))
    new = files.functional(files.config())
    before = None
    for entry in new["config"]["layers"]:
        given: Tree = [] if before is None else [{"args": [_tensor(before, None, 3)], "kwargs": {}}]
        entry["inbound_nodes"], before = given, entry["name"]
    new["config"] |= ends
    yield Seed("Keras 3 .h5", "functional", ".h5", hdf5_file(new, "3.15.1"))


# ONNX and PyTorch


def _onnx() -> Iterator[Seed]:
    try:
        import onnx
    except ImportError:
        return
    yield Seed("ONNX", "lstm", ".onnx", onnx_lstm().SerializeToString())
    yield Seed("ONNX", "gru both ways", ".onnx", onnx_gru().SerializeToString())
    graph, data = onnx_beyond()
    yield Seed("ONNX beside", "lstm beyond Keras", ".onnx", graph, BESIDE)
    parts = parts_file({ONNX_GRAPH: graph, "data/0": data})
    yield Seed("ONNX in parts", "lstm beyond Keras", ".onnx", parts)
    assert onnx.__version__


def _numbers(name: str, *shape: int) -> Any:
    from onnx import numpy_helper

    random = np.random.default_rng(len(name))
    return numpy_helper.from_array(random.standard_normal(shape).astype(np.float32), name)


def onnx_lstm() -> Any:
    """Ids, a Gather, an LSTM between transposes and the head, as tf2onnx writes them."""
    from onnx import TensorProto, helper, numpy_helper

    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["e"]),
        helper.make_node("Transpose", ["e"], ["et"], perm=[1, 0, 2]),
        helper.make_node("LSTM", ["et", "w", "r", "b"], ["y", "yh", "yc"], hidden_size=3),
        helper.make_node("Squeeze", ["yh", "zero"], ["h"]),
        helper.make_node("MatMul", ["h", "k"], ["m"]),
        helper.make_node("Add", ["m", "bias"], ["s"]),
        helper.make_node("Sigmoid", ["s"], ["p"]),
    ]
    constants = [
        _numbers("table", 9, 4), _numbers("w", 1, 12, 4), _numbers("r", 1, 12, 3),
        _numbers("b", 1, 24), _numbers("k", 3, 1), _numbers("bias", 1),
        numpy_helper.from_array(np.array([0], np.int64), "zero"),
    ]  # fmt: skip
    given = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", 6])]
    made = [helper.make_tensor_value_info("p", TensorProto.FLOAT, ["n", 1])]
    return _onnx_model(nodes, given, made, constants)


def onnx_gru() -> Any:
    """Numbers, a bidirectional GRU and a Gemm, as torch.onnx.export writes them."""
    from onnx import TensorProto, helper, numpy_helper

    nodes = [
        helper.make_node("Transpose", ["x"], ["xt"], perm=[1, 0, 2]),
        helper.make_node(
            "GRU", ["xt", "w", "r", "b"], ["y", "yh"], hidden_size=3, linear_before_reset=1,
            direction="bidirectional",
        ),
        helper.make_node("Transpose", ["y"], ["yt"], perm=[0, 2, 1, 3]),
        helper.make_node("Reshape", ["yt", "shape"], ["f"]),
        helper.make_node("Gather", ["f", "last"], ["l"], axis=0),
        helper.make_node("Gemm", ["l", "k", "bias"], ["p"], transB=1),
    ]  # fmt: skip
    constants = [
        _numbers("w", 2, 9, 2), _numbers("r", 2, 9, 3), _numbers("b", 2, 18),
        _numbers("k", 2, 6), _numbers("bias", 2),
        numpy_helper.from_array(np.array([0, 0, -1], np.int64), "shape"),
        numpy_helper.from_array(np.array(-1, np.int64), "last"),
    ]  # fmt: skip
    given = [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 6, 2])]
    made = [helper.make_tensor_value_info("p", TensorProto.FLOAT, ["n", 2])]
    return _onnx_model(nodes, given, made, constants)


def onnx_beyond() -> tuple[bytes, bytes]:
    """An LSTM with all that Keras's has not, and the numbers of its weights, which lie beside it."""
    from onnx import TensorProto, helper

    inputs = ["x", "w", "r", "b", "lens", "h0", "c0", "p"]
    lstm = helper.make_node(
        "LSTM", inputs, ["y", "yh", "yc"], hidden_size=3, clip=2.0, input_forget=1, layout=1,
        activations=["HardSigmoid", "ScaledTanh", "Tanh"], activation_alpha=[0.3, 1.5],
        activation_beta=[0.4, 0.7],
    )  # fmt: skip
    constants = [_numbers("w", 1, 12, 2), _numbers("r", 1, 12, 3)]
    constants += [_numbers("b", 1, 24), _numbers("p", 1, 9)]
    data = b""
    for tensor in constants:
        place = {"location": "model.data", "offset": len(data), "length": len(tensor.raw_data)}
        data += tensor.raw_data
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
    given = [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 6, 2])]
    given.append(helper.make_tensor_value_info("lens", TensorProto.INT32, ["n"]))
    state = (TensorProto.FLOAT, ["n", 1, 3])
    given += [helper.make_tensor_value_info(name, *state) for name in ("h0", "c0")]
    made = [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 6, 1, 3])]
    return bytes(_onnx_model([lstm], given, made, constants).SerializeToString()), data


def _onnx_model(nodes: list[Any], given: list[Any], made: list[Any], constants: list[Any]) -> Any:
    from onnx import helper

    graph = helper.make_graph(nodes, "graph", given, made, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def safetensors_file(header: Tree, data: bytes) -> bytes:
    """A safetensors file with any header."""
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def torch_weights() -> tuple[Tree, bytes]:
    """The header and the numbers of an embedding, an LSTM and a linear layer."""
    shapes = {
        "embedding.weight": (9, 4), "lstm.weight_ih_l0": (12, 4), "lstm.weight_hh_l0": (12, 3),
        "lstm.bias_ih_l0": (12,), "lstm.bias_hh_l0": (12,), "fc.weight": (1, 3), "fc.bias": (1,),
    }  # fmt: skip
    random, data, header = np.random.default_rng(5), b"", {"__metadata__": {"format": "pt"}}
    tree: Tree = header
    for name, shape in shapes.items():
        array = random.standard_normal(shape).astype(np.float32)
        ends = [len(data), len(data) + array.nbytes]
        tree[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": ends}
        data += array.tobytes()
    return tree, data


def _safetensors() -> Iterator[Seed]:
    yield Seed("safetensors", "lstm", ".safetensors", safetensors_file(*torch_weights()))


def torch_arrays(*, projected: bool) -> Tree:
    """The tensors of an embedding, an LSTM, with projections or not, and a linear layer."""
    wide = 2 if projected else 3
    shapes = {
        "embedding.weight": (9, 4), "lstm.weight_ih_l0": (12, 4), "lstm.weight_hh_l0": (12, wide),
        "lstm.bias_ih_l0": (12,), "lstm.bias_hh_l0": (12,), "fc.weight": (1, wide), "fc.bias": (1,),
    } | ({"lstm.weight_hr_l0": (2, 3)} if projected else {})  # fmt: skip
    random = np.random.default_rng(6)
    return {
        name: random.standard_normal(shape).astype(np.float32) for name, shape in shapes.items()
    }


def _torch() -> Iterator[Seed]:
    yield Seed("PyTorch", "lstm", ".pt", torch_file(torch_arrays(projected=False)))
    kept = {"epoch": 1, "state_dict": torch_arrays(projected=True), "nonlinearity": "relu"}
    yield Seed("PyTorch", "checkpoint", ".pth", torch_file(kept))


# Dictionaries

COUNTS = {"<OOV>": 1, "the": 2, "good": 3, "bad": 4, "\uc601\ud654": 5}


def tokenizer_config() -> Tree:
    """What Keras's ``Tokenizer.to_json`` writes."""
    return {
        "class_name": "Tokenizer",
        "config": {
            "num_words": 500, "filters": "!?.", "lower": True, "split": " ", "char_level": False,
            "oov_token": "<OOV>", "document_count": 2, "word_counts": json.dumps({"the": 2}),
            "index_word": json.dumps({str(n): word for word, n in COUNTS.items()}),
            "word_index": json.dumps(COUNTS),
        },
    }  # fmt: skip


def hugging_face() -> Tree:
    """A small ``tokenizer.json``."""
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "BertNormalizer", "lowercase": True, "strip_accents": None},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "BertPreTokenizer"}]},
        "model": {
            "type": "WordPiece", "unk_token": "<OOV>", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": COUNTS,
        },
    }  # fmt: skip


def _tokenizers() -> Iterator[Seed]:
    turned = {str(number): word for word, number in COUNTS.items()}
    for name, tree in [
        ("config", tokenizer_config()), ("words", COUNTS), ("list", list(COUNTS)),
        ("Hugging Face", hugging_face()), ("pair", {"word2idx": COUNTS, "idx2word": turned}),
    ]:  # fmt: skip
        yield Seed("tokenizer JSON", name, ".json", json.dumps(tree).encode(), WORDS)
    table = "\n".join(f"{word},{number}" for word, number in COUNTS.items())
    yield Seed("tokenizer text", "table", ".csv", table.encode(), WORDS)
    yield Seed("tokenizer text", "list", ".txt", "\n".join(COUNTS).encode(), WORDS)
    gensim = "".join(f"{number}\t{word}\t3\n" for word, number in COUNTS.items())
    yield Seed("tokenizer text", "gensim", ".txt", f"9\n{gensim}".encode(), WORDS)
    vectors = "".join(f"{word} 0.5 1 -2 3e-3\n" for word in COUNTS)
    yield Seed("tokenizer text", "vectors", ".vec", vectors.encode(), WORDS)
    lexemes = "".join(json.dumps({"orth": word}) + "\n" for word in COUNTS)
    yield Seed("tokenizer text", "spaCy", ".jsonl", lexemes.encode(), WORDS)
    pair = pickle.dumps((COUNTS, {number: word for word, number in COUNTS.items()}), 2)
    yield Seed("tokenizer pickle", "pair", ".pickle", pair, WORDS)
    for protocol in range(6):
        yield Seed("tokenizer pickle", f"protocol {protocol}", ".pickle", pickled(protocol), WORDS)


def pickled(protocol: int) -> bytes:
    """A pickled ``keras_preprocessing.text.Tokenizer``, without the package."""
    names = ("keras_preprocessing", "keras_preprocessing.text")
    kept = {name: sys.modules.get(name) for name in names}
    for name in names:
        sys.modules[name] = types.ModuleType(name)
    kind = type("Tokenizer", (), {"__module__": names[1]})
    sys.modules[names[1]].Tokenizer = kind
    made = kind()
    made.__dict__.update(
        word_counts={"the": 2}, word_docs={"the": 2}, filters="!?.", split=" ", lower=True,
        num_words=500, document_count=2, char_level=False, oov_token="<OOV>", index_docs={2: 2},
        word_index=COUNTS, index_word={number: word for word, number in COUNTS.items()},
    )  # fmt: skip
    try:
        return pickle.dumps(made, protocol)
    finally:
        for name, module in kept.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


# Tables

ROWS = [["date", "v", "w"], ["2020-01-01", 1.5, 7], ["2020-01-02", -2.25, 8], ["2020-01-03", 3, 9]]


def _tables() -> Iterator[Seed]:
    text = "\n".join(",".join(map(str, row)) for row in ROWS) + "\n"
    yield Seed("table", "commas", ".csv", text.encode(), TABLE)
    yield Seed("table", "Korean", ".csv", text.replace("date", "날짜").encode("cp949"), TABLE)
    yield Seed("table", "tabs", ".txt", text.replace(",", "\t").encode("utf-16"), TABLE)
    semicolons = text.replace(",", ";").replace(".", ",").replace("w", "Größe")
    yield Seed("table", "semicolons", ".csv", semicolons.encode("cp1252"), TABLE)
    yield Seed("workbook XLSX", "one sheet", ".xlsx", workbooks.xlsx(ROWS), SHEET)
    two = workbooks.xlsx({"": [], "b": [["x", "ok"], [1, True], ["=A1", False]]})
    yield Seed("workbook XLSX", "two sheets", ".xlsx", two, SHEET)
    yield Seed("workbook ODS", "one sheet", ".ods", workbooks.ods(ROWS), SHEET)
    yield Seed("workbook XLS", "one sheet", ".xls", workbooks.XLS, SHEET)
