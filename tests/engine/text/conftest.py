"""The real reviews, prepared once for all tests of `engine.text`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.progress import finish
from engine.text.cache import PreparedCorpus
from engine.text.sources.imdb_package import ImdbReviews

SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has its own cache, and a Keras home with nothing in it."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("GATESCOPE_CACHE", str(cache))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    return cache


@pytest.fixture(scope="session")
def imdb(prepared_reviews: Path) -> Iterator[PreparedCorpus]:
    """The 25,000 reviews of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
        yield finish(ImdbReviews().prepare())


@pytest.fixture(scope="session")
def reference() -> dict[str, int]:
    """Keras's published word index."""
    path = SHARED / "data" / "imdb_word_index.json"
    if not path.is_file():
        pytest.skip(f"the reference index is not there: {path}")
    index: dict[str, int] = json.loads(path.read_bytes())
    return index
