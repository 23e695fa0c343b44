"""Mutations that know the format: what they make still looks like a file of its kind."""

from __future__ import annotations

import io
import json
import pickletools
import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import h5py
import numpy as np

from engine.network.together import ONNX_GRAPH
from tests import workbooks
from tests.engine.network.torch_files import torch_file
from tests.fuzz import raw as plain
from tests.fuzz import seeds, trees
from tests.fuzz.seeds import Seed

Random = np.random.Generator
Mutate = Callable[[Seed, Random], bytes]


def mutated(seed: Seed, random: Random, other: bytes) -> bytes:
    """A mutation of a file: as often of its structure as of its bytes."""
    kinds = KINDS.get(seed.format, ())
    if kinds and random.random() < 0.6:
        return kinds[int(random.integers(len(kinds)))](seed, random)
    return plain.mutated(seed.data, random, other)


# Keras


def _members(seed: Seed) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(seed.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def keras_config(seed: Seed, random: Random) -> bytes:
    members = _members(seed)
    tree = trees.mutated(json.loads(members["config.json"]), random)
    return seeds.keras_file(trees.text(tree, random), members["model.weights.h5"])


def keras_weights(seed: Seed, random: Random) -> bytes:
    """The HDF5 file inside the zip, whose checksum is right."""
    members = _members(seed)
    stored = members["model.weights.h5"]
    changed = plain.mutated(stored, random, seed.data) if stored else random.bytes(100)
    return seeds.keras_file(members["config.json"].decode(), changed)


def keras_numbers(seed: Seed, random: Random) -> bytes:
    members = _members(seed)
    if not members["model.weights.h5"]:
        return keras_config(seed, random)
    made = io.BytesIO(members["model.weights.h5"])
    _spoil(made, random)
    return seeds.keras_file(members["config.json"].decode(), made.getvalue())


def parts_config(seed: Seed, random: Random) -> bytes:
    """Another architecture, or another manifest, and now and then other numbers."""
    members = _members(seed)
    for name, content in members.items():
        if name.endswith(".json"):
            tree = trees.mutated(json.loads(content), random)
            members[name] = trees.text(tree, random).encode("utf-8", "replace")
        elif random.random() < 0.3:
            members[name] = plain.mutated(content, random, seed.data)
    return seeds.parts_file(members)


ZIP_FIELDS = {
    b"PK\x03\x04": (4, 6, 8, 10, 14, 18, 22, 26, 28, 30),
    b"PK\x01\x02": (4, 6, 8, 10, 12, 16, 20, 24, 28, 30, 32, 34, 38, 42, 46),
    b"PK\x05\x06": (4, 6, 8, 10, 12, 16, 20),
}
"""Where the fields of a zip's three kinds of header begin."""


def zip_headers(seed: Seed, random: Random) -> bytes:
    data = bytearray(seed.data)
    for _ in range(int(random.integers(1, 4))):
        kinds = list(ZIP_FIELDS)
        kind = kinds[int(random.integers(3))]
        places = [at for at in range(len(data) - 4) if data[at : at + 4] == kind]
        if not places:
            continue
        fields = ZIP_FIELDS[kind]
        at = places[int(random.integers(len(places)))] + fields[int(random.integers(len(fields)))]
        width = (1, 2, 4)[int(random.integers(3))]
        if random.random() < 0.6:
            number = plain.NUMBERS[int(random.integers(len(plain.NUMBERS)))]
            piece = (number & (2 ** (8 * width) - 1)).to_bytes(width, "little")
        else:
            piece = random.bytes(width)
        data[at : at + width] = piece
    return bytes(data)


def hdf5_config(seed: Seed, random: Random) -> bytes:
    with h5py.File(io.BytesIO(seed.data)) as file:
        tree, version = json.loads(file.attrs["model_config"]), file.attrs["keras_version"]
    text = trees.text(trees.mutated(tree, random), random)
    # An attribute ends at its first zero, and has at most 64 kB.
    return seeds.hdf5_file(text.replace("\0", "")[:60_000], version)


def hdf5_numbers(seed: Seed, random: Random) -> bytes:
    made = io.BytesIO(seed.data)
    _spoil(made, random)
    return made.getvalue()


def _spoil(made: io.BytesIO, random: Random) -> None:
    """Put something else in the place of a weight, an attribute or a group."""
    with h5py.File(made, "r+") as file:
        found: list[str] = []
        file.visit(found.append)
        place = found[int(random.integers(len(found)))]
        attributes = [(name, key) for name in found for key in file[name].attrs]
        if attributes and random.random() < 0.3:
            name, key = attributes[int(random.integers(len(attributes)))]
            file[name].attrs[key] = OTHERS[int(random.integers(len(OTHERS)))]
            return
        del file[place]
        kind = int(random.integers(10))
        if kind < 3:
            shape = tuple(int(size) for size in random.integers(0, 20, int(random.integers(4))))
            dtype = ("<f4", "<f8", "<f2", ">f4", "<i8", "<u1", "S5", "<c8", "?")[
                int(random.integers(9))
            ]
            file.create_dataset(place, shape, dtype)
        elif kind == 3:
            file[place] = np.full((3, 12), (np.nan, np.inf)[int(random.integers(2))], np.float32)
        elif kind == 4:
            file[place] = h5py.SoftLink(("/", f"/{place}", "/nothing")[int(random.integers(3))])
        elif kind == 5:
            file[place] = h5py.ExternalLink("/etc/passwd", "/")
        elif kind == 6:
            file.create_dataset(place, (2**20, 2**20), np.float32, chunks=(64, 64))
        elif kind == 7:
            file.create_dataset(place, data=np.ones((3, 12), np.float32), compression="lzf")
        elif kind == 8:
            file[place] = file["/"]  # a group that holds itself
        else:
            file.create_group(place)


OTHERS: tuple[Any, ...] = (
    0, -1, "x", "", b"\xff\xfe", [b"a/b:0"], [b""], [b"\xff"] * 50, np.zeros((2, 2)), np.nan,
    ["../../x"], [b"kernel:0"] * 2000,
)  # fmt: skip


# ONNX


def onnx_nodes(seed: Seed, random: Random) -> bytes:
    from onnx import ModelProto

    model = ModelProto.FromString(seed.data)
    graph = model.graph
    for _ in range(int(random.integers(1, 4))):
        node = graph.node[int(random.integers(len(graph.node)))]
        names = [name for each in graph.node for name in (*each.input, *each.output)]
        kind = int(random.integers(9))
        if kind == 0 and node.input:
            node.input[int(random.integers(len(node.input)))] = names[
                int(random.integers(len(names)))
            ]
        elif kind == 1 and node.output:
            node.output[0] = names[int(random.integers(len(names)))]
        elif kind == 2:
            node.op_type = OPERATIONS[int(random.integers(len(OPERATIONS)))]
        elif kind == 3:
            graph.node.add().CopyFrom(node)
        elif kind == 4 and len(graph.node) > 1:
            graph.node.remove(node)
        elif kind == 5:
            attribute = node.attribute.add(
                name=ATTRIBUTES[int(random.integers(len(ATTRIBUTES)))], type=2
            )
            attribute.i = int(random.choice([-1, 0, 1, 2, 2**31, 2**62]))
        elif kind == 6 and node.attribute:
            attribute = node.attribute[int(random.integers(len(node.attribute)))]
            attribute.i = int(random.choice([-1, 0, 5, 2**62]))
            attribute.type = int(random.integers(13))
            attribute.ints.extend([int(random.choice([-1, 0, 9, 2**62]))])
        elif kind == 7:
            tensor = graph.initializer[int(random.integers(len(graph.initializer)))]
            _tensor(tensor, random)
        else:
            _value(graph.input[0], random)
    return bytes(model.SerializeToString())


OPERATIONS = (
    "LSTM", "GRU", "RNN", "Identity", "Loop", "If", "Scan", "Reshape", "Transpose", "Slice",
    "Concat", "Gather", "Expand", "Shape", "ConstantOfShape", "Nothing", "", "MatMul", "Cast",
    "Squeeze", "Unsqueeze", "Flatten", "Split", "Softmax", "Range", "Tile", "Pad",
)  # fmt: skip
ATTRIBUTES = (
    "axis", "hidden_size", "perm", "layout", "direction", "to", "axes", "clip", "body",
    "input_forget", "linear_before_reset", "activations", "activation_alpha", "activation_beta",
)  # fmt: skip


def _tensor(tensor: Any, random: Random) -> None:
    kind = int(random.integers(6))
    if kind == 0 and tensor.dims:
        tensor.dims[0] = int(random.choice([-1, 0, 1, 2**31, 2**62]))
    elif kind == 1:
        tensor.dims.extend([int(random.choice([-1, 1, 2**40]))] * int(random.integers(1, 40)))
    elif kind == 2:
        tensor.data_type = int(random.integers(30))
    elif kind == 3:
        tensor.raw_data = random.bytes(len(tensor.raw_data))
    elif kind == 4:
        tensor.data_location = 1
        tensor.external_data.add(key="location", value="/etc/passwd")
    else:
        tensor.name = "\u0000" * int(random.integers(3))


def onnx_places(seed: Seed, random: Random) -> bytes:
    """Weights in another file: in none, outside of the folder, too short or long, behind its end."""
    from onnx import ModelProto

    members = {} if seed.data.startswith(b"\x08") else _members(seed)
    model = ModelProto.FromString(members.get(ONNX_GRAPH, seed.data))
    for _ in range(int(random.integers(1, 4))):
        tensor = model.graph.initializer[int(random.integers(len(model.graph.initializer)))]
        entry = tensor.external_data[int(random.integers(len(tensor.external_data)))]
        kind = int(random.integers(6))
        if kind == 0:
            entry.key = str(random.choice(["location", "offset", "length", "", "checksum"]))
        elif kind == 1 or entry.key == "location":
            entry.value = LOCATIONS[int(random.integers(len(LOCATIONS)))]
        elif kind == 2:
            tensor.external_data.remove(entry)
            tensor.external_data.add(key="location", value="model.data")
        else:
            entry.value = str(int(random.choice([-1, 0, 1, 24, 95, 96, 97, 2**31, 2**62])))
    graph = bytes(model.SerializeToString())
    if not members:
        return graph
    members[ONNX_GRAPH] = graph
    if random.random() < 0.4:
        whole = members["data/0"]
        members["data/0"] = (whole + whole)[: int(random.integers(2 * len(whole)))]
    if random.random() < 0.1:
        del members["data/0"]
    return seeds.parts_file(members)


def onnx_graph(seed: Seed, random: Random) -> bytes:
    """Other nodes, with the weights where they are."""
    members = _members(seed)
    members[ONNX_GRAPH] = onnx_nodes(replace(seed, data=members[ONNX_GRAPH]), random)
    return seeds.parts_file(members)


LOCATIONS = (
    "", ".", "..", "/", "model.data", "./model.data", "missing", "../model.data", "a/../../x",
    "/etc/passwd", "link", "linked/passwd", "round", "C:\\x", "\\\\server\\x", "..\\x", "x\0y",
    "/dev/zero", "/proc/self/mem", "%2e%2e/x", "file:///etc/passwd", "a" * 5000, "\u202e", "pipe",
)  # fmt: skip
"""Names of files; `tests.fuzz.worker` makes those of them that lie in the folder."""


def _value(given: Any, random: Random) -> None:
    shape = given.type.tensor_type.shape
    size = shape.dim[int(random.integers(len(shape.dim)))] if shape.dim else shape.dim.add()
    if random.random() < 0.5:
        size.dim_value = int(random.choice([-5, 0, 1, 10**9, 2**62]))
    else:
        given.type.tensor_type.elem_type = int(random.integers(30))


# safetensors


def tensors_header(seed: Seed, random: Random) -> bytes:
    header, data = seeds.torch_weights()
    text = trees.text(trees.mutated(header, random), random).encode("utf-8", "replace")
    size = len(text)
    if random.random() < 0.1:
        size = plain.NUMBERS[int(random.integers(len(plain.NUMBERS)))]
    return struct.pack("<Q", size) + text + data


def tensors_shapes(seed: Seed, random: Random) -> bytes:
    """Sizes and names that are valid, and no recurrent network."""
    shapes = [(12, 4), (12, 3), (12,), (9, 3), (9, 9), (3, 3), (1, 3), (4, 3, 2), (0, 3), ()]
    names = [*seeds.torch_weights()[0], "rnn.weight_hr_l0", "rnn.weight_ih_l0_reverse"]
    tree: Any = {}
    data = b""
    for _ in range(int(random.integers(1, 9))):
        shape = shapes[int(random.integers(len(shapes)))]
        array = random.standard_normal(shape).astype(np.float32)
        ends = [len(data), len(data) + array.nbytes]
        name = names[int(random.integers(len(names)))]
        tree[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": ends}
        data += array.tobytes()
    return seeds.safetensors_file(tree, data)


# Dictionaries


def json_tree(seed: Seed, random: Random) -> bytes:
    tree = json.loads(seed.data)
    if isinstance(tree, dict) and "config" in tree and random.random() < 0.5:
        key = ("word_index", "index_word", "word_counts")[int(random.integers(3))]
        inner = trees.mutated(json.loads(tree["config"][key]), random)
        tree["config"][key] = trees.text(inner, random)
        return json.dumps(tree).encode()
    return trees.text(trees.mutated(tree, random), random).encode("utf-8", "replace")


HOSTILE = (
    b"cos\nsystem\n(S'true'\ntR.", b"c__builtin__\neval\n(S'1'\ntR.", b"\x8c\x02os\x8c\x06system\x93",
    b"(S'true'\nios\nsystem\n.", b"(cos\nsystem\nS'true'\no.", b"\x82\x01", b"P1\n", b"\x96" + b"\xff" * 8,
    b"c__main__\n__dict__\n", b"\x95" + b"\xff" * 8, b"h\xff", b"j\xff\xff\xff\x7f", b"r\xff\xff\xff\x7f",
    b"B\xff\xff\xff\x7f", b"\x8e" + b"\xff" * 7 + b"\x7f", b"2" * 100, b"(" * 1000, b"]" * 1000 + b"a" * 999,
    b"b", b"R", b"\x81", b"\x92", b"\x8b\xff\xff\xff\x7f",
)  # fmt: skip
"""Pieces of pickles that run something, claim a size, or use the stack up."""


def pickle_steps(seed: Seed, random: Random) -> bytes:
    return _other_steps(seed.data, random)


def torch_steps(seed: Seed, random: Random) -> bytes:
    """The pickle inside the zip, and now and then one of the storages."""
    members = _members(seed)
    names = [name for name in members if name.endswith("data.pkl") or random.random() < 0.1]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            is_pickle = name.endswith("data.pkl")
            if is_pickle:
                content = _other_steps(content, random)  # noqa: PLW2901
            elif name in names:
                content = plain.mutated(content, random, seed.data)  # noqa: PLW2901
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


TORCH = (
    {"start": 1}, {"start": -5}, {"start": 2**62}, {"shape": (2**20, 2**20)}, {"shape": ()},
    {"shape": (-1, 4)}, {"shape": (2**70,)}, {"strides": (0, 0)}, {"strides": (-1, 1)},
    {"shape": (12, 3), "strides": (0, 0)}, {"key": "0"}, {"key": "../0"}, {"key": ""},
    {"count": 0}, {"count": -1}, {"count": 2**39}, {"shape": [12, 3]}, {"start": None},
)  # fmt: skip
"""What a pickle may say of tensors that are not there."""


def torch_records(seed: Seed, random: Random) -> bytes:
    """Valid pickles of tensors that are others than the file has, under other names."""
    arrays = seeds.torch_arrays(projected=random.random() < 0.5)
    names = list(arrays)
    for _ in range(int(random.integers(3))):
        one, other = (names[int(random.integers(len(names)))] for _ in range(2))
        arrays[one] = arrays[other]
    content = arrays if random.random() < 0.5 else {"a": [arrays], "b": {"c": arrays, "": 1}}
    said = TORCH[int(random.integers(len(TORCH)))] if random.random() < 0.6 else {}
    return torch_file(content, **said)


def _other_steps(data: bytes, random: Random) -> bytes:
    steps = [at for _, _, at in pickletools.genops(data) if at is not None]
    ends = [*steps[1:], len(data)]
    pieces = [data[at:end] for at, end in zip(steps, ends, strict=True)]
    codes = [code.code.encode("latin-1") for code in pickletools.opcodes]
    for _ in range(int(random.integers(1, 4))):
        at = int(random.integers(len(pieces)))
        kind = int(random.integers(6))
        if kind == 0:
            pieces[at] = codes[int(random.integers(len(codes)))] + pieces[at][1:]
        elif kind == 1:
            pieces.insert(at, pieces[int(random.integers(len(pieces)))])
        elif kind == 2 and len(pieces) > 2:
            del pieces[at]
        elif kind == 3:
            pieces.insert(at, HOSTILE[int(random.integers(len(HOSTILE)))])
        elif kind == 4:
            pieces[at] = pieces[at][:1] + random.bytes(max(1, len(pieces[at]) - 1))
        else:
            other = int(random.integers(len(pieces)))
            pieces[at], pieces[other] = pieces[other], pieces[at]
    return b"".join(pieces)


# Tables


def xml_member(seed: Seed, random: Random) -> bytes:
    """One of the files inside, changed; the checksums of the zip are right."""
    inside = workbooks.members(seed.data)
    names = list(inside)
    name = names[int(random.integers(len(names)))]
    inside[name] = plain.mutated(inside[name], random, seed.data)
    return workbooks.zipped(inside)


def xml_numbers(seed: Seed, random: Random) -> bytes:
    """Numbers of the XML (places, counts, indices) that are too large, negative or none."""
    inside = workbooks.members(seed.data)
    names = [name for name, data in inside.items() if re.search(rb"\d", data)]
    name = names[int(random.integers(len(names)))]
    found = list(re.finditer(rb"\d+", inside[name]))
    one = found[int(random.integers(len(found)))]
    wrong = (b"-1", b"0", b"1048576", b"99999999999", b"1e999", b"x", b"")
    piece = wrong[int(random.integers(len(wrong)))]
    inside[name] = inside[name][: one.start()] + piece + inside[name][one.end() :]
    return workbooks.zipped(inside)


CELLS = (
    b"",
    b"1e999",
    b"-",
    b"inf",
    b'"',
    b"=1+1",
    b"1,5",
    b"1.234.567",
    b"\xff",
    b"\0",
    b"9" * 999,
)


def table_cells(seed: Seed, random: Random) -> bytes:
    """Cells taken out, put in or replaced."""
    pieces = re.split(rb"([,;\t\n])", seed.data)
    for _ in range(int(random.integers(1, 5))):
        at = int(random.integers(len(pieces)))
        cell = CELLS[int(random.integers(len(CELLS)))]
        pieces[at : at + int(random.integers(2))] = [cell] * int(random.integers(1, 3))
    return b"".join(pieces)


_KERAS = (keras_config, keras_config, keras_weights, keras_numbers, zip_headers)
KINDS: dict[str, tuple[Mutate, ...]] = {
    "Keras 3 .keras": _KERAS,
    "Keras in parts": (parts_config, parts_config, zip_headers),
    "tokenizer in .keras": (keras_config, zip_headers),
    "Keras 2 .h5": (hdf5_config, hdf5_config, hdf5_numbers),
    "Keras 3 .h5": (hdf5_config, hdf5_config, hdf5_numbers),
    "ONNX": (onnx_nodes,),
    "ONNX beside": (onnx_places,),
    "ONNX in parts": (onnx_places, onnx_places, onnx_graph, zip_headers),
    "PyTorch": (torch_steps, torch_records, zip_headers),
    "safetensors": (tensors_header, tensors_shapes),
    "tokenizer JSON": (json_tree,),
    "tokenizer pickle": (pickle_steps,),
    "table": (table_cells,),
    "workbook XLSX": (xml_member, xml_numbers, zip_headers),
    "workbook ODS": (xml_member, xml_numbers, zip_headers),
}
