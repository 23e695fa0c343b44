"""The print-outs of the real reviews: what the lecture prints, where the order does not matter;
with Keras's own file, all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lessons.printouts import SECTIONS, PrintOut, print_outs
from engine.progress import finish
from engine.text.sources.imdb_keras import prepare as keras_reviews
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.sources.keras_cache import cached_path
from engine.text.sources.reference import SourceReference
from engine.training.preparation import prepare
from engine.training.recipes import RECIPES
from tests.engine.text.test_imdb_keras import load_data, made

RECIPE = RECIPES["simple_rnn_one_hot"]
ALIKE = {
    *("train_input.shape", "print(train_target[:20])", "print(train_seq.shape)"),
    *("print(train_oh.shape)", "print(np.sum(train_oh[0][0]))"),
}
SLIP = "print(train_oh[0][0][:12])"
"""The lecture prints eleven of its twelve numbers."""


def _lines(source: SourceReference | None) -> dict[str, PrintOut]:
    corpus = finish(ImdbReviews().prepare() if source is None else source.prepare())
    preparation = prepare(corpus, RECIPE)
    return {line.code: line for name in SECTIONS for line in print_outs(name, preparation, RECIPE)}


def test_offline(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    lines = _lines(None)
    assert {code for code, line in lines.items() if line.is_equal} == ALIKE
    ours = lines["print(np.mean(lengths), np.median(lengths))"].ours
    assert ours.startswith("237.79675 ")
    assert lines["print(train_input.shape, val_input.shape)"].ours == "(20000,) (5000,)"


def test_with_a_file_of_kerass_kind(tmp_path: Path) -> None:
    """In the order of ``load_data``, and with the half that is kept to test with."""
    npz = made(tmp_path / "imdb.npz")
    preparation = prepare(finish(keras_reviews(npz)), RECIPE)
    shapes, first, *_ = print_outs("load", preparation, RECIPE)
    assert (shapes.code, shapes.ours) == (
        "print(train_input.shape, test_input.shape)",
        "(40,) (40,)",
    )
    (x, _), _ = load_data(npz, RECIPE.num_words)
    assert first.ours == f"[{', '.join(map(str, x[0][:10]))}, ..."


def test_with_kerass_own_file_all_are_equal() -> None:
    if cached_path() is None:
        pytest.skip("imdb.npz is not in Keras's cache, and nothing is downloaded here")
    lines = _lines(SourceReference("keras", split="train"))
    printed = {code: line for code, line in lines.items() if line.lecture}
    assert {code for code, line in printed.items() if not line.is_equal} <= {SLIP}
    assert lines["len(train_input[0])"].ours == "218"
