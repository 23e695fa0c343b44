"""PyTorch's recurrent weights: what chain they become, and that PyTorch computes the same."""

from __future__ import annotations

import json
import os
import pickle
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from engine.errors import ModelError
from engine.network.formats import pytorch as form
from engine.network.formats.pytorch import chain, pickles, zipped
from engine.network.network import Network
from engine.network.network_name import name_of
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence

REFERENCE = Path(__file__).parent / "reference" / "torch.npz"
GATES = {"RNN": 1, "LSTM": 4, "GRU": 3}
Arrays = dict[str, np.ndarray[Any, Any]]


def parameters(
    kind: str,
    width: int,
    units: int,
    layers: int = 1,
    both: bool = False,
    prefix: str = "",
    bias: bool = True,
    seed: int = 5,
) -> Arrays:
    """A module's parameters, as PyTorch names them."""
    rng = np.random.default_rng(seed)
    rows, result = GATES[kind] * units, {}
    for layer in range(layers):
        for suffix in ("", "_reverse") if both else ("",):
            wide = width if layer == 0 else units * (2 if both else 1)
            for part, shape in {
                "weight_ih": (rows, wide),
                "weight_hh": (rows, units),
                "bias_ih": (rows,),
                "bias_hh": (rows,),
            }.items():
                if bias or part.startswith("weight"):
                    name = f"{prefix}{part}_l{layer}{suffix}"
                    result[name] = rng.normal(scale=0.5, size=shape).astype(np.float32)
    return result


def opened(arrays: Arrays, folder: Path, name: str = "model.safetensors") -> Network:
    path = folder / name
    save_file(arrays, path)
    assert form.match(path)
    return form.open_file(path, "digest")


def of_ids(ids: Any) -> Sequence:
    array = np.asarray(ids, np.int32)
    return Sequence(array, tuple(map(str, array)), np.zeros(len(array), bool))


def of_numbers(array: Any) -> Sequence:
    result = np.asarray(array, np.float32)
    return Sequence(result, tuple(map(str, range(len(result)))), np.zeros(len(result), bool))


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def restated(kind: str, arrays: Arrays, x: Any, layer: int, suffix: str = "") -> Any:
    """The equations of PyTorch's documentation, a step at a time; ``h (T, U)``."""

    def part(name: str) -> Any:
        result = arrays.get(f"{name}_l{layer}{suffix}")
        return 0.0 if result is None else result.astype(np.float64)

    w, r = part("weight_ih"), part("weight_hh")
    units = r.shape[1]
    h, c, result = np.zeros(units), np.zeros(units), []
    steps = range(len(x))[::-1] if suffix else range(len(x))
    for t in steps:
        given, inner = w @ x[t] + part("bias_ih"), r @ h + part("bias_hh")
        if kind == "RNN":
            h = np.tanh(given + inner)
        elif kind == "LSTM":
            i, f, g, o = np.split(given + inner, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        else:
            (rx, zx, nx), (rh, zh, nh) = np.split(given, 3), np.split(inner, 3)
            z = sigmoid(zx + zh)
            h = (1 - z) * np.tanh(nx + sigmoid(rx + rh) * nh) + z * h
        result.append(h)
    return np.array(result[::-1] if suffix else result)


# -- the numbers -------------------------------------------------------------------


@pytest.mark.parametrize("case", ["lstm", "gru2", "rnn2both", "lstm2both", "gruboth"])
def test_pytorch_computes_the_same(case: str, tmp_path: Path) -> None:
    """Parameters and numbers from PyTorch itself (``reference/make.py``)."""
    with np.load(REFERENCE, allow_pickle=False) as stored:
        arrays = {
            key.removeprefix(f"{case}/"): stored[key]
            for key in stored
            if key.startswith(f"{case}/")
        }
    state = {key.removeprefix("state/"): array for key, array in arrays.items() if "state/" in key}
    network = opened(state, tmp_path)
    trace = replay(network, of_ids(arrays["x"]))
    np.testing.assert_allclose(trace.answer, arrays["y"], rtol=1e-5, atol=1e-6)
    name = network.layers[-2].name
    ends = [
        one
        for key, one in trace.layers.items()
        if key in (name, f"{name}/forward", f"{name}/backward")
    ]
    h = np.concatenate([one.series["h"] for one in ends], axis=-1)
    np.testing.assert_allclose(h, arrays["h"], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("bias", [False, True])
def test_the_documented_equations(kind: str, both: bool, bias: bool, tmp_path: Path) -> None:
    arrays = parameters(kind, 3, 4, layers=2, both=both, bias=bias)
    network = opened(arrays, tmp_path)
    x = np.random.default_rng(1).normal(size=(7, 3))
    traces = replay(network, of_numbers(x), np.float64).layers
    below = x.astype(np.float32)
    for layer in (0, 1):
        sides = [
            restated(kind, arrays, below, layer, s) for s in (("", "_reverse") if both else ("",))
        ]
        name = network.layers[layer].name
        names = [f"{name}/forward", f"{name}/backward"] if both else [name]
        for one, side in zip(names, sides, strict=True):
            np.testing.assert_allclose(traces[one].series["h"], side, atol=1e-7)
        below = np.concatenate(sides, axis=-1)


def test_the_gates_of_a_gru_change_places(tmp_path: Path) -> None:
    """PyTorch's rows r z n, each filled with its own number; Keras's columns z r n."""
    rows = np.repeat([1.0, 2.0, 3.0], 2).astype(np.float32)
    arrays = {
        "weight_ih_l0": np.tile(rows[:, None], (1, 5)),
        "weight_hh_l0": np.tile(rows[:, None], (1, 2)),
        "bias_ih_l0": rows,
        "bias_hh_l0": 10 * rows,
    }
    weights = opened(arrays, tmp_path).layers[0].weights
    keras = np.repeat([2.0, 1.0, 3.0], 2)
    np.testing.assert_array_equal(weights["kernel"], np.tile(keras, (5, 1)))
    np.testing.assert_array_equal(weights["bias"], [keras, 10 * keras])
    assert not weights["bias"].flags.writeable


@pytest.mark.parametrize("kind", ["F16", "BF16"])
def test_half_precision_is_read_as_float32(kind: str, tmp_path: Path) -> None:
    """Values that both kinds have exactly."""
    arrays = parameters("LSTM", 3, 4)
    arrays = {name: np.round(array * 8) / 8 for name, array in arrays.items()}
    header, body = {}, b""
    for name, array in arrays.items():
        plain = array.astype(np.float32)
        raw = plain.astype("<f2").tobytes()
        if kind == "BF16":
            raw = (plain.view(np.uint32) >> 16).astype("<u2").tobytes()
        ends = [len(body), len(body) + len(raw)]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": ends}
        body += raw
    path = written(tmp_path, header, body)
    weights = form.open_file(path, "").layers[0].weights
    np.testing.assert_array_equal(weights["kernel"], arrays["weight_ih_l0"].T)
    assert weights["kernel"].dtype == np.float32


def test_double_precision_stays(tmp_path: Path) -> None:
    arrays = {name: array.astype(np.float64) for name, array in parameters("RNN", 2, 3).items()}
    assert opened(arrays, tmp_path).layers[0].weights["kernel"].dtype == np.float64


# -- the chain ---------------------------------------------------------------------


def names_and_kinds(network: Network) -> list[tuple[str, str]]:
    return [(layer.name, layer.kind) for layer in network.layers]


def head(prefix: str, width: int, units: int, bias: bool = True) -> Arrays:
    rng = np.random.default_rng(9)
    result = {f"{prefix}.weight": rng.normal(size=(units, width)).astype(np.float32)}
    return result | ({f"{prefix}.bias": np.ones(units, np.float32)} if bias else {})


def test_a_module_that_is_the_model(tmp_path: Path) -> None:
    network = opened(parameters("LSTM", 3, 4), tmp_path)
    assert names_and_kinds(network) == [("lstm", "LSTM")]
    assert network.layers[0].options["return_sequences"]
    assert (network.features, network.length) == (3, None)
    assert name_of(network) == "LSTM(4)"
    assert network.notes == (chain.WEIGHTS_ONLY,)


def test_embedding_modules_and_head(tmp_path: Path) -> None:
    arrays = head("embedding", 5, 20, bias=False)
    arrays |= parameters("GRU", 5, 4, layers=2, both=True, prefix="encoder.rnn.")
    arrays |= head("fc", 8, 3)
    network = opened(arrays, tmp_path)
    assert names_and_kinds(network) == [
        ("embedding", "Embedding"),
        ("encoder/rnn_l0", "Bidirectional"),
        ("encoder/rnn_l1", "Bidirectional"),
        ("fc", "Dense"),
    ]
    assert network.input.vocabulary == 20
    assert network.features is None
    assert [layer.output_shape for layer in network.layers] == [
        (None, None, 5),
        (None, None, 8),
        (None, 8),
        (None, 3),
    ]
    assert network.notes == (chain.WEIGHTS_ONLY, chain.NO_ACTIVATION, chain.BOTH_ENDS)
    assert network.answers


def test_modules_stand_in_the_order_of_their_widths(tmp_path: Path) -> None:
    """Whatever their names are."""
    arrays = parameters("LSTM", 6, 7, prefix="a.") | parameters("GRU", 7, 2, prefix="c.")
    arrays |= parameters("RNN", 3, 6, prefix="b.")
    network = opened(arrays, tmp_path)
    assert [layer.name for layer in network.layers] == ["b", "a", "c"]
    assert chain.TANH in network.notes


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4, prefix="lstm.") | head("fc", 4, 2)
    arrays |= {"norm.weight": np.ones(4, np.float32), "conv.weight": np.ones((3, 9, 5), np.float32)}
    arrays |= parameters("LSTM", 77, 4, prefix="other.")
    network = opened(arrays, tmp_path)
    assert [layer.name for layer in network.layers] == ["lstm", "fc"]
    note = str(network.notes[-1])
    assert note.startswith("Weights for which the chain has no place are left out, so the answer")
    assert network.is_partial and set(network.left_out) == {
        name for name in arrays if not name.startswith(("lstm.", "fc."))
    }
    assert "norm.weight" in note
    assert "conv.weight" in note


def test_an_embedding_of_another_width_is_left_out(tmp_path: Path) -> None:
    arrays = head("emb", 6, 20, bias=False) | parameters("LSTM", 3, 4, prefix="lstm.")
    network = opened(arrays, tmp_path)
    assert [layer.kind for layer in network.layers] == ["LSTM"]
    assert "emb.weight" in str(network.notes[-1])


def test_a_second_linear_layer_is_refused(tmp_path: Path) -> None:
    """What stands between the two is not in the file."""
    arrays = parameters("LSTM", 3, 4, prefix="lstm.") | head("fc1", 4, 8) | head("fc2", 8, 2)
    network = opened(arrays, tmp_path)
    assert [layer.name for layer in network.layers] == ["lstm", "fc1", "fc2"]
    assert "which function stands between fc1 and fc2" in str(network.refusal)
    trace = replay(network, of_numbers(np.ones((4, 3))))
    assert np.isfinite(trace.layers["lstm"].series["h"]).all()
    assert np.isnan(trace.prediction).all()


def test_a_layer_that_is_called_as_an_answer_comes_first(tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4, prefix="lstm.") | head("attention", 4, 1) | head("fc", 4, 2)
    network = opened(arrays, tmp_path)
    assert [layer.name for layer in network.layers] == ["lstm", "fc"]
    assert "attention.weight" in str(network.notes[-1])


@pytest.mark.parametrize("both", [False, True])
def test_projections_stand_behind_their_layers(both: bool, tmp_path: Path) -> None:
    """By the documented equations: ``h = W_hr (o * tanh(c))`` is what is handed on."""
    rng = np.random.default_rng(4)
    sides, width, units, fewer = ["", "_reverse"] if both else [""], 3, 4, 2
    shapes = {"weight_ih": (16, width), "weight_hh": (16, fewer), "weight_hr": (fewer, units),
              "bias_ih": (16,), "bias_hh": (16,)}  # fmt: skip
    arrays = {
        f"lstm.{part}_l0{side}": rng.normal(size=shape).astype(np.float32)
        for side in sides
        for part, shape in shapes.items()
    } | head("fc", fewer * len(sides), 2)
    network = opened(arrays, tmp_path)
    kind = "Bidirectional" if both else "LSTM"
    assert names_and_kinds(network) == [("lstm", kind), ("lstm_hr", "Dense"), ("fc", "Dense")]
    assert chain.PROJECTIONS in network.notes and not network.is_partial
    x = rng.normal(size=(5, width)).astype(np.float32)
    ends = []
    for side in sides:
        w, r, p, first, second = (
            arrays[f"lstm.{part}_l0{side}"].astype(np.float64) for part in shapes
        )
        h, c = np.zeros(fewer), np.zeros(units)
        for step in x[::-1] if side else x:
            i, f, g, o = np.split(w @ step + r @ h + first + second, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = p @ (sigmoid(o) * np.tanh(c))
        ends.append(h)
    expected = arrays["fc.weight"] @ np.concatenate(ends) + arrays["fc.bias"]
    np.testing.assert_allclose(replay(network, of_numbers(x)).answer, expected, rtol=1e-5)


@pytest.mark.parametrize("part", ["weight_hr", "weight_hh", "weight_ih"])
def test_projections_that_do_not_fit(part: str, tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4, prefix="lstm.")
    arrays["lstm.weight_hh_l0"] = np.ones((16, 2), np.float32)
    arrays["lstm.weight_hr_l0"] = np.ones((2, 4), np.float32)
    opened(arrays, tmp_path)
    wrong = {"weight_hr": (2, 5), "weight_hh": (16, 5), "weight_ih": (15, 3)}[part]
    arrays[f"lstm.{part}_l0"] = np.ones(wrong, np.float32)
    assert "mixed up in it" in error_of(arrays, tmp_path)


def test_an_rnn_with_relu_says_so_in_the_metadata(tmp_path: Path) -> None:
    arrays = parameters("RNN", 3, 4)
    save_file(arrays, tmp_path / "m.safetensors", {"nonlinearity": "relu"})
    network = form.open_file(tmp_path / "m.safetensors", "")
    assert network.layers[0].options["activation"] == "relu"
    assert network.notes == (chain.WEIGHTS_ONLY,)
    h, x = np.zeros(4), np.random.default_rng(2).normal(size=(6, 3)).astype(np.float32)
    for step in x:
        h = np.maximum(0, arrays["weight_ih_l0"] @ step + arrays["bias_ih_l0"]
                       + arrays["weight_hh_l0"] @ h + arrays["bias_hh_l0"])  # fmt: skip
    trace = replay(network, of_numbers(x))
    np.testing.assert_allclose(trace.layers["rnn"].series["h"][-1], h, rtol=1e-5)


# -- what cannot be opened ---------------------------------------------------------


def error_of(arrays: Arrays, folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        opened(arrays, folder)
    return str(caught.value)


def written(folder: Path, header: Any, body: bytes = b"", length: int | None = None) -> Path:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    path = folder / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(raw) if length is None else length) + raw + body)
    return path


def test_no_recurrent_weights(tmp_path: Path) -> None:
    assert error_of(head("fc", 4, 2), tmp_path) == (
        "model.safetensors has no recurrent weights of PyTorch: no tensor is called "
        "weight_ih_l0. Save the state dict of a model with an RNN, LSTM or GRU."
    )


def test_a_module_that_is_not_whole(tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4, both=True, prefix="lstm.")
    del arrays["lstm.weight_hh_l0_reverse"]
    assert error_of(arrays, tmp_path) == (
        "The file is not whole: the module lstm has no weight_hh_l0_reverse. Save the whole "
        "state dict."
    )


def test_shapes_that_do_not_fit(tmp_path: Path) -> None:
    arrays = parameters("GRU", 3, 4, layers=2)
    arrays["weight_ih_l1"] = np.ones((12, 9), np.float32)
    message = error_of(arrays, tmp_path)
    assert "weight_ih_l1" in message
    assert "has the shape (12, 9), and (12, 4) is expected" in message
    arrays["weight_hh_l0"] = np.ones((20, 4), np.float32)
    assert "has the shape (20, 4)" in error_of(arrays, tmp_path)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite(value: float, tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4, prefix="lstm.")
    arrays["lstm.weight_hh_l0"][2, 1] = value
    opened(arrays, tmp_path)
    notes = map(str, open_network(tmp_path / "model.safetensors").notes)
    assert any(
        "recurrent_kernel of the layer lstm has 1 value that is not" in said for said in notes
    )


def described(**changes: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"dtype": "F32", "shape": [4, 3], "data_offsets": [0, 48]}
    return {"weight_ih_l0": {**plain, **changes}}


@pytest.mark.parametrize(
    "header",
    [
        described(data_offsets=[0, 47]),
        described(data_offsets=[48, 0]),
        described(data_offsets=[1000, 1048]),
        described(data_offsets=[-48, 0]),
        described(data_offsets=[0, 48, 96]),
        described(data_offsets=None),
        described(shape=[-4, -3]),
        described(shape=["4", 3]),
        described(shape=[True, 12]),
        described(shape=[1] * 9),
        described(shape=None),
        described(dtype="F99"),
        described(dtype=["F32"]),
        {"weight_ih_l0": [1, 2, 3], "data_offsets": 0},
        b'{"data_offsets": ',
        b'{"data_offsets": \xff\xfe}',
        b'{"a":' * 5000 + b'"data_offsets"',
    ],
)
def test_damaged_headers(header: Any, tmp_path: Path) -> None:
    path = written(tmp_path, header, bytes(48))
    assert form.match(path)
    with pytest.raises(ModelError):
        form.open_file(path, "")


def test_a_header_longer_than_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, described(), bytes(48), length=90_000_000)
    assert form.match(path)
    with pytest.raises(ModelError, match="damaged or cut off: its header would have 90,000,000"):
        form.open_file(path, "")


def test_a_billion_numbers(tmp_path: Path) -> None:
    big = described(shape=[2**20, 2**20], data_offsets=[0, 2**42])
    path = written(tmp_path, big, bytes(48))
    with pytest.raises(ModelError, match="more than Gatescope opens"):
        form.open_file(path, "")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.99])
def test_a_file_that_is_cut_off(share: float, tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file(parameters("LSTM", 3, 4), path)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(ModelError, match="damaged or cut off"):
        form.open_file(path, "")


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12))
def test_changed_bytes_are_an_error_or_a_network(
    changes: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("changed") / "model.safetensors"
    save_file(parameters("GRU", 2, 3, prefix="gru.") | head("fc", 3, 1), path)
    raw = bytearray(path.read_bytes())
    for place, value in changes:
        raw[place % len(raw)] = value
    path.write_bytes(raw)
    try:
        network = form.open_file(path, "")
    except ModelError:
        return
    assert network.layers


# -- which files -------------------------------------------------------------------


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    assert opened(parameters("LSTM", 3, 4), tmp_path, "weights.bin").recurrent


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(8),
        b'{"class_name": "Sequential", "data_offsets": 1}',
        b"PK\x03\x04" + bytes(60),
        b"\x89HDF\r\n\x1a\n" + bytes(60),
        struct.pack("<Q", 40) + b'{"a": 1}' + bytes(40),
    ],
)
def test_other_files_are_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    assert not form.match(path)


class _Hostile:
    def __reduce__(self) -> Any:
        return os.mkdir, ("opened",)


def test_pickles_are_told_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    archive = tmp_path / "model.pt"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("model/data.pkl", pickle.dumps(_Hostile()))
        made.writestr("model/version", "3\n")
    with pytest.raises(ModelError, match=r"its pickle asks for \w+\.mkdir"):
        zipped.open_file(archive, "")
    old = tmp_path / "old.pth"
    old.write_bytes(pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(_Hostile(), 2))
    bare = tmp_path / "bare.bin"
    bare.write_bytes(b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\nq\x00.")
    for path in (old, bare):
        assert pickles.match(path)
        with pytest.raises(ModelError) as caught:
            pickles.open_file(path, "")
        assert str(caught.value) == (
            f"{path.name} is a pickle as PyTorch wrote it before version 1.6, which can run code "
            "when it is opened. Save the weights once more with a newer PyTorch: "
            f"torch.save(torch.load('{path.name}', weights_only=True), 'name.pt')."
        )
    assert not (tmp_path / "opened").exists()


@pytest.mark.parametrize("members", [["config.json"], ["model.weights.h5"], []])
def test_other_zips_are_no_pickles(members: list[str], tmp_path: Path) -> None:
    path = tmp_path / "model.keras"
    with zipfile.ZipFile(path, "w") as made:
        for member in members:
            made.writestr(member, "{}")
    assert not pickles.match(path)
    assert not zipped.match(path)


def test_a_plain_pickle_is_not_pytorchs(tmp_path: Path) -> None:
    path = tmp_path / "words.pickle"
    path.write_bytes(pickle.dumps({"a": 1}))
    assert not pickles.match(path)
    path.write_bytes(b"PK\x03\x04 and no zip")
    assert not pickles.match(path) and not zipped.match(path)
