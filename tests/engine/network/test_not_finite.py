"""Models whose training diverged open, with the place of what is no number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.__main__ import main
from engine.errors import Alarm
from engine.network.opening import open_safely
from engine.replay.replay import replay
from engine.verification.verify import sequences_for, verify
from tests.engine.network import files

WRITE = {".keras": files.write_keras, ".h5": files.write_h5}


def spoiled(folder: Path, suffix: str, layer: str, weight: int, place: Any, value: float) -> Path:
    arrays = files.weights()
    arrays[layer][weight][place] = value
    return WRITE[suffix](folder / f"model{suffix}", files.config(), arrays)


@pytest.mark.parametrize("suffix", WRITE)
@pytest.mark.parametrize(
    ("layer", "weight", "place", "value", "text"),
    [
        ("embedding", 0, (7, 2), np.nan, ("The embeddings of the layer embedding has 1 value that "
         "is not a finite number (NaN or infinity), in the row of the id 7.")),
        ("lstm", 0, (0, slice(0, 2)), np.nan, ("The kernel of the layer lstm has 2 values that are "
         "not finite numbers (NaN or infinity), the first in unit 1.")),
        ("lstm", 1, (0, files.UNITS + 1), np.inf, ("The recurrent_kernel of the layer lstm has 1 value that is "
         "not a finite number (NaN or infinity), in unit 2.")),
        ("dense", 1, 0, -np.inf, ("The bias of the layer dense has 1 value that is not a finite "
         "number (NaN or infinity), in unit 1.")),
    ],
)  # fmt: skip
def test_the_place_is_named(
    tmp_path: Path, suffix: str, layer: str, weight: int, place: Any, value: float, text: str
) -> None:
    network = open_safely(spoiled(tmp_path, suffix, layer, weight, place, value))
    (note,) = network.notes
    assert isinstance(note, Alarm)
    assert str(note).startswith(text), note


def test_what_is_computed_from_it_is_no_number(tmp_path: Path) -> None:
    network = open_safely(spoiled(tmp_path, ".keras", "lstm", 1, (0, files.UNITS + 1), np.nan))
    (sequence,) = sequences_for(network, 1)
    trace = replay(network, sequence)
    assert np.isnan(trace.prediction[1:]).all()
    assert np.isfinite(trace.layers["lstm"].series["g"][0]).all(), "the first step has no past"


def test_a_whole_model_has_no_alarm(tmp_path: Path) -> None:
    network = open_safely(
        files.write_keras(tmp_path / "model.keras", files.config(), files.weights())
    )
    assert network.notes == ()


def test_keras_says_the_same(keras: Any, tmp_path: Path) -> None:
    """Both are no numbers at the same places, which is no difference."""
    proof = verify(spoiled(tmp_path, ".keras", "lstm", 1, (0, files.UNITS + 1), np.nan), 2)
    assert proof.ok, proof.text()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("explain --review 3 --words imdb --method ig", "is not a finite number, and cannot be"),
        ("explain --review 3 --words imdb --method memory", "reads are not all finite numbers"),
        ("explain --review 3 --words imdb --method horizon", "reads are not all finite numbers"),
        ("survey --reviews 20 --ablate", "has no finite answer about a review"),
    ],
)
def test_the_shell_says_why_before_what_cannot_be_computed(
    command: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    prepared_reviews: Path,
) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    path = spoiled(tmp_path, ".keras", "embedding", 0, (slice(None), 1), np.nan)
    name, *rest = command.split()
    assert main([name, str(path), *rest]) == 2
    why, *_, what = capsys.readouterr().err.splitlines()
    assert "the first in the row of the id 0" in why and said in what
