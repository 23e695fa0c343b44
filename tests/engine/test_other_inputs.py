"""What the inputs of a model besides the main one are given, in the shell and without a word."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.commands import other_inputs, shared_arguments
from engine.errors import GatescopeError, TextError
from engine.network.network import Call, Input, Layer, Network
from engine.replay.forward import forward
from engine.replay.replay import replay
from tests.networks import writing_network

pytestmark = pytest.mark.filterwarnings("ignore")


def several() -> Network:
    """A model of four inputs of any length, three of which meet the first in a concatenation."""
    names = ("main", "one", "two", "three")
    read = writing_network("LSTM", features=8).layers[0]
    layers = (Layer("join", "Concatenate", {"axis": -1}, {}, (None, None, 8)), read)
    wanted = tuple(Input(name, (None, None, 2)) for name in names)
    calls = (
        Call("join", "join", tuple((name, 0) for name in names)),
        Call(read.name, read.name, (("join", 0),)),
    )
    return Network("several", layers, None, 2, inputs=wanted, calls=calls,
                   outputs=((read.name, 0),))  # fmt: skip


def given(network: Network, *texts: str, **options: Any) -> tuple[Any, list[GatescopeError]]:
    parser = argparse.ArgumentParser()
    shared_arguments.add_arguments(parser)
    other_inputs.add_arguments(parser)
    arguments = parser.parse_args([*texts])
    notes: list[GatescopeError] = []
    return other_inputs.sequence_of(arguments, network, notes), notes


def test_inputs_of_unknown_length_take_the_main_inputs() -> None:
    network = several()
    passed = forward(network, np.ones((1, 6, 2), np.float32), keep=True)
    assert passed.values["join", 0].array.shape == (1, 6, 8)


def test_zeros_are_said(tmp_path: Path) -> None:
    sequence, notes = given(several(), "--series", "random", "--length", "5")
    assert [str(note) for note in notes] == [
        f"The input {name} of several is given zeros. Give it something with --input {name}=FILE."
        for name in ("one", "two", "three")
    ]
    assert all((array == 0).all() for array in sequence.auxiliary_inputs.values())


def test_numbers_of_a_file_and_made_ones(tmp_path: Path) -> None:
    np.save(tmp_path / "two.npy", np.arange(10.0).reshape(5, 2))
    sequence, notes = given(
        several(), "--series", "random", "--length", "5",
        "--input", "one=same", "--input", f"two={tmp_path / 'two.npy'}", "--input", "three=random",
    )  # fmt: skip
    assert not notes
    read = sequence.auxiliary_inputs
    np.testing.assert_array_equal(read["one"], sequence.inputs)
    np.testing.assert_array_equal(read["two"], np.arange(10.0).reshape(5, 2))
    assert read["three"].std() > 0.1
    assert replay(several(), sequence).layers["lstm"].series["h"].shape == (5, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("four=zeros", "several has no other input four. It has: one, three, two."),
        ("one", "--input wants NAME=FILE, and “one” is none."),
        ("one=", "--input wants NAME=FILE, and “one=” is none."),
        ("one=nowhere.npy", "nowhere.npy"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(GatescopeError) as error:
        given(several(), "--series", "random", "--length", "5", "--input", text)
    assert said in str(error.value)


def decoder(words: int | None) -> Network:
    """A model whose other input reads words."""
    network = several()
    wanted = (network.inputs[0], Input("decoder", (None, words), 20))
    return Network("decoder", network.layers[1:], None, 8,
                   inputs=(Input("main", (None, None, 8)), wanted[1]),
                   calls=(Call("lstm", "lstm", (("main", 0),)),), outputs=(("lstm", 0),))  # fmt: skip


@pytest.mark.parametrize("length", [None, 6])
def test_a_decoder_is_fed_its_own_text(tmp_path: Path, length: int | None) -> None:
    (tmp_path / "words.json").write_text(json.dumps({"good": 4, "film": 5, "bad": 6}))
    (tmp_path / "said.txt").write_text("Good film, bad film")
    sequence, _ = given(
        decoder(length), "--series", "random", "--length", "5",
        "--words", str(tmp_path / "words.json"), "--input", f"decoder={tmp_path / 'said.txt'}",
    )  # fmt: skip
    ids = sequence.auxiliary_inputs["decoder"]
    assert ids[-4:].tolist() == [4, 5, 6, 5]
    assert len(ids) == (length or 4)


def test_what_is_assumed_of_another_input_is_said(tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("the film")
    network = replace(decoder(None), path=tmp_path / "m.keras")
    named = ["--input", f"decoder={tmp_path / 'said.txt'}"]
    _, notes = given(network, "--series", "random", "--length", "5", *named)
    (note,) = notes
    assert "no dictionary in m.keras or beside it: texts are read with IMDB's words" in str(note)
    (tmp_path / "two.csv").write_bytes("값,양\n1,2\n3,4\n".encode("cp949"))
    named = [
        "--input",
        f"two={tmp_path / 'two.csv'}",
        "--input",
        "one=same",
        "--input",
        "three=zeros",
    ]
    _, notes = given(several(), "--series", "random", "--length", "2", *named)
    assert [str(each) for each in notes] == [
        "two.csv is not written in UTF-8: it is read as CP949."
    ]


def test_a_text_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(TextError, match="cannot be read"):
        given(
            decoder(None), "--series", "random", "--length", "5", "--words", "imdb",
            "--input", f"decoder={tmp_path / 'said.txt'}",
        )  # fmt: skip
