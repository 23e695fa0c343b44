"""ONNX files: what they become, and that onnxruntime computes the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnx.reference
import onnxruntime
import pytest

from engine.errors import ModelError
from engine.network.cell_kinds import BEYOND_KERAS, INITIAL, PEEPHOLES
from engine.network.formats import onnx as form
from engine.network.formats.onnx import proto
from engine.network.kinds.registry import KINDS
from engine.network.network import Network, Tensor
from engine.network.network_name import name_of
from engine.network.opening import open_network
from engine.network.refusal import why_not
from engine.replay.forward import forward
from engine.replay.replay import replay
from engine.replay.value import Value
from engine.sequence import Sequence
from tests.engine.network import onnx_models
from tests.engine.network.onnx_models import FLOAT, NUMBERS, STEPS, TIME_MAJOR, WIDTH, Writer

REFERENCE = Path(__file__).parent / "reference"
TORCH = sorted([*REFERENCE.glob("*_script.onnx"), *REFERENCE.glob("*_dynamo.onnx")])


def opened(model: Any, folder: Path) -> Network:
    path = folder / "model.onnx"
    path.write_bytes(model.SerializeToString())
    assert form.match(path)
    return form.open_file(path, "digest")


def feeds(model: Any, seed: int = 3) -> dict[str, np.ndarray[Any, Any]]:
    """One sequence for each input, its axes as the file has them."""
    rng = np.random.default_rng(seed)
    known = {"batch": 1, "b": 1, "steps": STEPS, "t": STEPS, "later": 4}
    result = {}
    for given in model.graph.input:
        kind = given.type.tensor_type
        shape = [
            one.dim_value or known.get(one.dim_param) or (STEPS if place else 1)
            for place, one in enumerate(kind.shape.dim)
        ]
        if given.name.startswith("len"):
            dtype = onnx.helper.tensor_dtype_to_np_dtype(kind.elem_type)
            result[given.name] = np.array([STEPS - 2], dtype)
        elif kind.elem_type in (onnx_models.INT64, onnx.TensorProto.INT32):
            dtype = onnx.helper.tensor_dtype_to_np_dtype(kind.elem_type)
            result[given.name] = rng.integers(0, onnx_models.WORDS, shape).astype(dtype)
        else:
            result[given.name] = rng.normal(size=shape).astype(np.float32)
    return result


def sequence_of(network: Network, given: dict[str, np.ndarray[Any, Any]]) -> Sequence:
    """The same for us: without the batch, steps first."""

    def plain(place: int) -> np.ndarray[Any, Any]:
        one = network.inputs[place]
        array = given[one.name]
        if array.ndim == 3 and one.shape[1:] == array.shape[:0:-1] and array.shape[1] == WIDTH:
            array = array.transpose(0, 2, 1)  # the file has the features before the steps
        # With a batch of one it does not matter which of the two comes first.
        return array.reshape([size for size in array.shape if size != 1])

    main = plain(network.main)
    main = main.astype(np.int32 if main.ndim == 1 else np.float32)
    others = {
        one.name: plain(place).reshape(
            [-1 if size is None else size for size in one.shape[1:]] or ()
        )
        for place, one in enumerate(network.inputs)
        if place != network.main
    }
    names = tuple(str(k) for k in range(len(main)))
    return Sequence(main, names, np.zeros(len(main), bool), auxiliary_inputs=others)


def expected(model: Any, given: dict[str, np.ndarray[Any, Any]]) -> list[np.ndarray[Any, Any]]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    return list(session.run(None, given))


def tensors(network: Network, sequence: Sequence) -> Mapping[Tensor, Value]:
    """Every tensor of a network that reads one sequence."""
    auxiliary = {name: array[None] for name, array in sequence.auxiliary_inputs.items()}
    return forward(network, sequence.inputs[None], auxiliary, keep=True).values


def assert_same(network: Network, model: Any) -> None:
    """Every output is what onnxruntime computes; with a batch of one the order is the same."""
    given = feeds(model)
    values = tensors(network, sequence_of(network, given))
    theirs = expected(model, given)
    assert len(theirs) == len(network.outputs)
    for tensor, array in zip(network.outputs, theirs, strict=True):
        ours = values[tensor].at_end().array
        assert ours.size == array.size
        np.testing.assert_allclose(ours.reshape(-1), array.reshape(-1), rtol=1e-5, atol=1e-6)
        assert list(ours.shape[1:]) == [
            size or had for size, had in zip(shape_of(network, tensor), ours.shape[1:], strict=True)
        ]


def shape_of(network: Network, tensor: tuple[str, int]) -> tuple[int | None, ...]:
    layer = network.layer(tensor[0])
    if tensor[1] == 0:
        return layer.output_shape[1:]
    if layer.kind == "Bidirectional" and layer.options["merge_mode"] is None and tensor[1] == 1:
        return layer.output_shape[1:]
    return layer.output_shape[-1:]


@pytest.mark.parametrize("name", onnx_models.REPLAYED)
def test_onnxruntime_computes_the_same(name: str, tmp_path: Path) -> None:
    model = onnx_models.REPLAYED[name]()
    network = opened(model, tmp_path)
    assert network.refusal is None
    assert network.recurrent
    assert_same(network, model)


@pytest.mark.parametrize("path", TORCH, ids=lambda path: path.stem)
def test_files_that_pytorch_exported(path: Path) -> None:
    """Written by torch.onnx.export, old and new (``reference/make.py``)."""
    network = form.open_file(path, "")
    assert network.refusal is None
    assert kinds(network)[0] == "Embedding"
    assert kinds(network)[-2:] == ["Dense", "Activation"]
    assert len(network.recurrent) in (1, 2, 4)
    assert_same(network, onnx.load(path))


@pytest.mark.parametrize(
    ("name", "expected_kinds"),
    [
        ("lstm", ["LSTM", "Dense", "Activation"]),
        ("stacked", ["LSTM", "LSTM", "Dense", "Activation"]),
        ("gru", ["GRU", "Dense"]),
        ("both", ["Embedding", "Bidirectional", "Dense", "Activation"]),
        ("summed", ["Bidirectional", "Flatten", "Dense", "Activation"]),
        ("three", ["LSTM", "Dense"]),
    ],
)
def test_files_that_tf2onnx_exported(name: str, expected_kinds: list[str]) -> None:
    """Models of Keras (``reference/make_keras.py``)."""
    path = REFERENCE / f"keras_{name}.onnx"
    network = form.open_file(path, "")
    assert network.refusal is None
    assert kinds(network) == expected_kinds
    assert_same(network, onnx.load(path))


def test_a_loop_is_named_as_what_hides_the_layer() -> None:
    network = form.open_file(REFERENCE / "keras_loop.onnx", "")
    assert kinds(network) == ["Loop", "Dense"]
    assert "is a Loop, in which the exporter has hidden a recurrent layer" in str(network.refusal)
    assert network.calls[0].inputs == (("x", 0),)


def test_there_are_files_that_pytorch_exported() -> None:
    assert len(TORCH) == 8


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
@pytest.mark.parametrize("direction", ["forward", "reverse", "bidirectional"])
def test_the_series_are_what_the_node_puts_out(kind: str, direction: str, tmp_path: Path) -> None:
    """``Y`` has the state at every step, that of the backward direction where it was read."""
    model = onnx_models.bare(kind, direction)
    network = opened(model, tmp_path)
    given = feeds(model)
    theirs = expected(model, given)[0]  # (steps, directions, batch, units)
    traces = replay(network, sequence_of(network, given)).layers
    assert len(traces) == theirs.shape[1]
    for d, trace in enumerate(traces.values()):
        np.testing.assert_allclose(trace.series["h"][:STEPS], theirs[:, d, 0], atol=1e-6)


def test_layout_1_has_the_batch_first(tmp_path: Path) -> None:
    """The reference implementation knows it; onnxruntime does not."""
    from onnx.reference import ReferenceEvaluator

    writer = Writer()
    outputs = writer.recurrent("LSTM", "x", layout=1)
    model = writer.model([NUMBERS], outputs[:1])
    network = opened(model, tmp_path)
    given = feeds(model)
    (theirs,) = ReferenceEvaluator(model).run(None, given)
    values = tensors(network, sequence_of(network, given))
    ours = values[network.outputs[0]].array
    np.testing.assert_allclose(ours.reshape(-1), np.asarray(theirs).reshape(-1), atol=1e-6)


# -- what it becomes ---------------------------------------------------------------


def kinds(network: Network) -> list[str]:
    return [layer.kind for layer in network.layers]


@pytest.mark.parametrize(
    ("name", "expected_kinds"),
    [
        ("torch LSTM 1 one last", ["Embedding", "LSTM", "Dense", "Activation"]),
        ("torch LSTM 2 both state", ["Embedding", *["Bidirectional"] * 2, "Dense", "Activation"]),
        ("keras GRU whole", ["GRU", "Dense", "Activation"]),
        ("keras LSTM last", ["LSTM", "Dense", "Activation"]),
        ("keras Bidirectional sum whole", ["Bidirectional"]),
        ("one-hot", ["CategoryEncoding", "SimpleRNN"]),
        ("flattened", ["LSTM", "Flatten", "Dense"]),
        (
            "convolution",
            ["ZeroPadding1D", "Conv1D", "Activation", "MaxPooling1D", "BatchNormalization", "GRU"],
        ),
    ],
)
def test_axes_that_are_moved_about_leave_no_layer(
    name: str, expected_kinds: list[str], tmp_path: Path
) -> None:
    assert kinds(opened(onnx_models.REPLAYED[name](), tmp_path)) == expected_kinds


@pytest.mark.parametrize("name", onnx_models.REPLAYED)
def test_shapes_are_what_the_kinds_say(name: str, tmp_path: Path) -> None:
    """The shapes that were followed through the file are those that Keras's layers make."""
    network = opened(onnx_models.REPLAYED[name](), tmp_path)
    shapes: dict[tuple[str, int], Any] = {(one.name, 0): one.shape for one in network.inputs}
    for call in network.calls:
        layer = network.layer(call.layer)
        shapes[call.name, 0] = layer.output_shape
        given = tuple(shapes.get(source, ()) for source in call.inputs)
        kind = KINDS.get(layer.kind)
        if kind is not None and all(given):
            assert kind.shape({"name": layer.name, **layer.options}, given) == layer.output_shape
            wanted = kind.weights({"name": layer.name, **layer.options}, given)
            own = (PEEPHOLES, *INITIAL.values())
            assert list(wanted) == [name for name in layer.weights if name not in own]
            usual = {*kind.options, "activation", "recurrent_activation"}
            assert set(layer.options) <= usual | {*BEYOND_KERAS}


def test_names_are_the_modules(tmp_path: Path) -> None:
    torch = opened(onnx_models.torch_like("LSTM", 2, True, "state"), tmp_path)
    assert [layer.name for layer in torch.layers] == ["emb", "rnn", "rnn_1", "fc", "sigmoid"]
    keras = opened(onnx_models.keras_like("GRU", whole=False), tmp_path)
    assert keras.layers[0].name == "model/gru"


def test_inputs_outputs_and_sizes(tmp_path: Path) -> None:
    network = opened(onnx_models.torch_like("LSTM"), tmp_path)
    assert network.input.vocabulary == onnx_models.WORDS
    assert (network.length, network.features) == (None, None)
    assert network.layers[1].output_shape == (None, 4)
    assert name_of(network) == "LSTM(4)"
    assert network.digest == "digest"
    network = opened(onnx_models.flattened(), tmp_path)
    assert (network.length, network.features) == (STEPS, WIDTH)
    assert network.inputs[0].shape == (None, STEPS, WIDTH)
    assert network.layers[1].output_shape == (None, 24)


def test_only_what_is_read_is_put_out(tmp_path: Path) -> None:
    layer = opened(onnx_models.keras_like("LSTM", whole=False), tmp_path).layers[0]
    assert not layer.options["return_sequences"]
    assert not layer.options["return_state"]
    encoder, decoder = opened(onnx_models.encoder_decoder(), tmp_path).layers
    assert encoder.options["return_state"]
    assert not encoder.options["return_sequences"]
    assert decoder.options["return_sequences"]


def test_states_go_from_one_layer_to_another(tmp_path: Path) -> None:
    network = opened(onnx_models.encoder_decoder(), tmp_path)
    assert network.calls[1].states == (("lstm", 0), ("lstm", 2))
    network = opened(onnx_models.given_state(), tmp_path)
    assert network.calls[0].states == (("h0", 0),)
    assert network.main == 0


def test_an_open_width_is_learned_from_the_weights(tmp_path: Path) -> None:
    writer = Writer()
    outputs = writer.recurrent("LSTM", "x")
    model = writer.model([("x", FLOAT, ["steps", "batch", "width"])], outputs[:1])
    assert opened(model, tmp_path).features == WIDTH


def test_gates_stand_in_keras_order(tmp_path: Path) -> None:
    """ONNX's rows i o f c, each filled with its own number."""
    units = 2
    rows = np.repeat([1.0, 2.0, 3.0, 4.0], units)  # i o f c
    writer = Writer()
    inputs = [
        "x",
        writer.constant(np.broadcast_to(rows[:, None], (8, WIDTH))[None]),
        writer.constant(np.broadcast_to(rows[:, None], (8, units))[None]),
        writer.constant(np.concatenate([rows, 10 * rows])[None]),
    ]
    y = writer.node("LSTM", *inputs, hidden_size=units)
    layer = opened(writer.model([TIME_MAJOR], [y]), tmp_path).layers[0]
    keras = np.repeat([1.0, 3.0, 4.0, 2.0], units)  # i f c o
    np.testing.assert_array_equal(layer.weights["kernel"], np.tile(keras, (WIDTH, 1)))
    np.testing.assert_array_equal(layer.weights["recurrent_kernel"], np.tile(keras, (units, 1)))
    np.testing.assert_array_equal(layer.weights["bias"], 11 * keras)
    assert not layer.weights["kernel"].flags.writeable


# -- refused for replay ------------------------------------------------------------


@pytest.mark.parametrize("name", onnx_models.REFUSED)
def test_a_layer_that_cannot_be_replayed_is_named(name: str, tmp_path: Path) -> None:
    build, word = onnx_models.REFUSED[name]
    network = opened(build(), tmp_path)
    assert network.refusal is not None
    assert word in str(network.refusal)
    assert not network.answers


def test_what_stands_before_is_replayed(tmp_path: Path) -> None:
    build, _ = onnx_models.REFUSED["unknown"]
    model = build()
    network = opened(model, tmp_path)
    assert kinds(network) == ["LSTM", "Erf", "Dense", "Activation"]
    assert [layer.name for layer in network.recurrent] == ["lstm"]
    assert "odd" in str(network.layers[1].refused)
    assert network.layers[2].parameters == 8
    trace = replay(network, sequence_of(network, feeds(model)))
    assert np.isfinite(trace.layers["lstm"].series["h"]).all()
    assert np.isnan(trace.prediction).all()


def test_a_refused_recurrent_layer_keeps_its_weights(tmp_path: Path) -> None:
    layer = opened(onnx_models.bare("LSTM", "forward", clip=-1.0), tmp_path).layers[0]
    assert layer.weights["kernel"].shape == (WIDTH, 16)
    assert layer.parameters == 16 * (WIDTH + 4 + 1)
    both = opened(onnx_models.bare("GRU", "bidirectional", clip=-1.0), tmp_path).layers[0]
    assert both.kind == "Bidirectional"
    assert [one.name for one in both.inner] == ["gru/forward", "gru/backward"]
    assert both.refused is not None


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
def test_half_precision_is_computed_in_float32_with_a_note(kind: str, tmp_path: Path) -> None:
    """ONNX's own reference rounds on the way: it has 11 bits a number."""
    rng = np.random.default_rng(4)
    writer, rows = Writer(), {"RNN": 4, "LSTM": 16, "GRU": 12}[kind]
    inputs = [
        writer.constant(rng.normal(size=(1, rows, WIDTH)) * 0.3, np.float16),
        writer.constant(rng.normal(size=(1, rows, 4)) * 0.3, np.float16),
    ]
    y = writer.node(kind, "x", *inputs, hidden_size=4)
    half = ("x", onnx.TensorProto.FLOAT16, ["steps", 1, WIDTH])
    model = writer.model([half], [y])
    network = opened(model, tmp_path)
    (note,) = network.notes
    assert "half precision (float16)" in str(note)
    read = rng.normal(size=(STEPS, WIDTH)).astype(np.float16)
    (theirs,) = onnx.reference.ReferenceEvaluator(model).run(None, {"x": read[:, None]})
    sequence = sequence_of(network, {"x": read[:, None].astype(np.float32)})
    ours = replay(network, sequence).layers[network.recurrent[0].name].series["h"]
    assert np.abs(theirs.reshape(ours.shape).astype(np.float32) - ours).max() < 2**-8


def test_a_layer_behind_is_shown_with_its_weights(tmp_path: Path) -> None:
    network = opened(onnx_models.REFUSED["quantised"][0](), tmp_path)
    assert "GRU" in kinds(network)
    assert network.recurrent == ()


# -- what cannot be opened ---------------------------------------------------------


def error_of(model: Any, folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        opened(model, folder)
    return str(caught.value)


def test_weights_that_are_not_finite(tmp_path: Path) -> None:
    writer = Writer()
    inputs = [
        writer.constant(np.full((1, 16, WIDTH), np.nan)),
        writer.constant(np.zeros((1, 16, 4))),
    ]
    model = writer.model([TIME_MAJOR], [writer.node("LSTM", "x", *inputs, hidden_size=4)])
    opened(model, tmp_path)
    (note,) = open_network(tmp_path / "model.onnx").notes
    assert "kernel of the layer lstm has 48 values that are not finite" in str(note)


def test_no_recurrent_layer(tmp_path: Path) -> None:
    writer = Writer()
    y = writer.node("MatMul", "x", writer.random(WIDTH, 2))
    network = opened(writer.model([NUMBERS], [y]), tmp_path)
    assert "no recurrent layer" in str(why_not(network))


def test_too_many_nodes(tmp_path: Path) -> None:
    writer = Writer()
    x = "x"
    for _ in range(proto.MAX_NODES + 1):
        x = writer.node("Identity", x)
    assert error_of(writer.model([NUMBERS], [x]), tmp_path) == (
        "The model has 10,001 nodes; Gatescope opens ONNX models of at most 10,000."
    )


def test_too_many_layers(tmp_path: Path) -> None:
    writer = Writer()
    x = writer.recurrent("RNN", "x")[0]
    for _ in range(1001):
        x = writer.node("Tanh", x)
    assert "more than 1,000 layers" in error_of(writer.model([TIME_MAJOR], [x]), tmp_path)


def test_a_graph_that_goes_round_in_circles(tmp_path: Path) -> None:
    writer = Writer()
    writer.node("Add", "x", "t1_0", name="first")
    writer.node("Tanh", "t0_0")
    message = error_of(writer.model([NUMBERS], ["t1_0"]), tmp_path)
    assert (
        message == "The model is damaged: the node first waits for its own output. Export it again."
    )


def test_a_tensor_that_is_not_there(tmp_path: Path) -> None:
    writer = Writer()
    model = writer.model([NUMBERS], [writer.node("Tanh", "nowhere")])
    assert error_of(model, tmp_path) == (
        "The model is damaged: it names a tensor nowhere, which is not there. Export it again."
    )


def test_shapes_that_contradict_each_other(tmp_path: Path) -> None:
    writer = Writer()
    inputs = [writer.random(1, 16, WIDTH), writer.random(1, 16, 5)]
    model = writer.model([TIME_MAJOR], [writer.node("LSTM", "x", *inputs, hidden_size=4)])
    network = opened(model, tmp_path)
    assert "has the shape (1, 16, 5)" in str(network.refusal)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off(share: float, tmp_path: Path) -> None:
    whole = onnx_models.torch_like("LSTM").SerializeToString()
    path = tmp_path / "cut.onnx"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ModelError, match="damaged"):
        form.open_file(path, "")


def test_absurd_sizes_are_not_made(tmp_path: Path) -> None:
    """A tensor of a billion numbers that the file does not have, and constants that grow."""
    model = onnx_models.bare("LSTM", "forward")
    model.graph.initializer[0].dims[:] = [2**31, 2**31]
    assert "more than Gatescope opens" in error_of(model, tmp_path)
    writer = Writer()
    shape = writer.node("ConstantOfShape", writer.whole(2**40, 2**40))
    y = writer.node("MatMul", writer.recurrent("RNN", "x")[0], shape)
    network = opened(writer.model([TIME_MAJOR], [y]), tmp_path)
    assert "computed when the model runs" in str(network.refusal)


def test_values_that_double_at_every_node(tmp_path: Path) -> None:
    writer = Writer()
    h = writer.recurrent("RNN", "x")[1]
    for _ in range(60):
        h = writer.node("Concat", h, h, axis=0)
    network = opened(writer.model([TIME_MAJOR], [h]), tmp_path)
    assert network.refusal is not None


# -- what is an ONNX file ----------------------------------------------------------


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(onnx_models.bare("RNN", "forward").SerializeToString())
    assert form.match(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x08",
        b"PK\x03\x04" + bytes(40),
        b"\x89HDF\r\n\x1a\n" + bytes(40),
        b"version https://git-lfs.github.com/spec/v1\n",
        b"<!DOCTYPE html><html></html>",
        b'{"class_name": "Sequential"}',
        b"\x80\x02}q\x00.",
        b"\x08\x01\x12\xff\xff\xff\xff\x0f",
        b"\x08\x07" * 100,
        bytes(100),
        b"\xff" * 100,
    ],
)
def test_other_files_are_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(content)
    assert not form.match(path)


def test_names_that_are_not_text(tmp_path: Path) -> None:
    raw = onnx_models.keras_like("GRU", whole=False).SerializeToString()
    path = tmp_path / "model.onnx"
    path.write_bytes(raw.replace(b"model/gru", b"mo\xff\xfe/gru"))
    try:
        network = form.open_file(path, "")
    except ModelError as error:
        assert "damaged" in str(error)  # noqa: PT017
    else:
        assert network.recurrent


def test_no_tensorflow_and_no_code_from_the_file(tmp_path: Path) -> None:
    """In a process of its own: reading imports neither TensorFlow nor onnxruntime."""
    import subprocess
    import sys

    path = tmp_path / "model.onnx"
    path.write_bytes(onnx_models.torch_like("LSTM").SerializeToString())
    code = (
        "import sys; from pathlib import Path; from engine.network.formats import onnx; "
        "onnx.open_file(Path(sys.argv[1]), ''); "
        "print([n for n in ('tensorflow', 'keras', 'onnxruntime', 'torch') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
