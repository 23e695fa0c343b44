"""Whether an RNN of PyTorch uses tanh or relu is chosen where its file does not say so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from safetensors.numpy import save_file

from engine.__main__ import main
from engine.errors import ModelError
from engine.lessons.answers import networks_of
from engine.lessons.view_reading import read_view
from engine.network.formats.pytorch import zipped
from engine.network.network import Network
from engine.network.nonlinearity import RELU, TANH, chosen, file_digest, with_nonlinearity
from engine.network.opening import open_network, open_safely
from engine.session.state import NumbersState, PaneState, SessionState
from tests.engine.network.test_safetensors import parameters
from tests.engine.network.test_torch_saved import REFERENCE, check
from tests.networks import text_network


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """The weights of an RNN with relu, of which the file does not say so."""
    path = REFERENCE / "rnn_relu.pt"
    with zipfile.ZipFile(path) as archive:
        tensors = zipped.opened(path, archive)
        save_file({name: tensors.read(name) for name in tensors.shapes}, tmp_path / "m.safetensors")
    return tmp_path / "m.safetensors"


def _activations(network: Network) -> set[str]:
    layers = [inner for layer in network.layers for inner in (layer, *layer.inner)]
    return {str(one.options["activation"]) for one in layers if one.kind == "SimpleRNN"}


def test_relu_is_computed_as_pytorch_does(silent: Path) -> None:
    network = open_safely(silent)
    assert chosen(network) == "tanh"
    assert TANH in network.notes
    relu = with_nonlinearity(network, "relu")
    check(relu, "rnn_relu.pt")
    assert _activations(relu) == {"relu"}
    assert RELU in relu.notes
    assert TANH not in relu.notes
    assert relu.digest != network.digest == file_digest(relu)  # what is kept by it is not mixed up
    back = with_nonlinearity(relu, "tanh")
    assert (_activations(back), back.digest, back.notes) == (
        {"tanh"},
        network.digest,
        network.notes,
    )


def test_a_view_is_read_with_what_was_chosen(silent: Path) -> None:
    """Side by side with the other too; its answers are known by the file."""
    panes = tuple(PaneState(file=str(silent), relu=relu) for relu in (True, False, True))
    numbers = NumbersState(source="normal", length=5)
    reading = read_view(SessionState(panes, reads="numbers", numbers=numbers))
    relu, tanh, again = (pane.network for pane in reading.panes)
    assert (_activations(relu), _activations(tanh), again is relu) == ({"relu"}, {"tanh"}, True)
    assert [one.sha256 for one in networks_of(reading)] == [tanh.digest] * 3


def test_what_the_file_says_is_no_choice() -> None:
    for network in (open_network(REFERENCE / "rnn_relu.pt"), text_network("SimpleRNN")):
        assert chosen(network) == ""
        with pytest.raises(ModelError, match="nothing to choose between tanh and relu in"):
            with_nonlinearity(network, "relu")


def test_in_the_shell(silent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(silent)]) == 0
    assert "tanh is assumed" in capsys.readouterr().err
    assert main(["summary", str(silent), "--relu"]) == 0
    assert "relu was chosen" in capsys.readouterr().err
    numbers = str(silent.with_name("numbers.safetensors"))
    save_file(parameters("RNN", 3, 4), numbers)
    main(["survey", numbers, "--relu", "--series", "random", "--against", numbers])
    assert "is not the probability" in (said := capsys.readouterr().err)
    assert "tanh is assumed" not in said
    assert main(["summary", str(REFERENCE / "lstm.pt"), "--relu"]) == 2
    assert "nothing to choose between tanh and relu in lstm.pt" in capsys.readouterr().err
