"""Dictionaries are read in a process of its own: every kind, and nothing but the file."""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path

import pytest

from engine.errors import Cancelled, GatescopeError, TextError
from engine.text.tokenizers.reader import open_tokenizer
from engine.text.tokenizers.reading import read_tokenizer
from tests.engine.text.test_tokenizer_files import FILES, LAYER, LISTS, REFUSED, keras_file, write
from tests.engine.text.test_tokenizer_pickles import HOSTILE, PYTHON_2

KINDS: dict[str, str | bytes] = {
    kind: (FILES | LISTS)[kind]
    for kind in ("to_json", "csv", "utf-16", "cp949", "lines", "array", "pickled dict")
} | {"python 2": PYTHON_2}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_as_in_this_process(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / "t", KINDS[kind])
    found, same = open_tokenizer(path), read_tokenizer(path)
    for name in ("numbers", "kind", "rules", "title", "unknown", "limit", "path"):
        assert getattr(found, name) == getattr(same, name), name


def test_the_words_of_a_model(tmp_path: Path) -> None:
    layer = {"class_name": "TextVectorization", "config": LAYER}
    path = keras_file(tmp_path / "m.keras", layer, ["", "[UNK]", "영화"])
    assert open_tokenizer(path).numbers == {"": 0, "[UNK]": 1, "영화": 2}


@pytest.mark.parametrize("kind", ["empty", "cut", "deep", "counts", "a text", "a zip that ends"])
def test_refusals_come_through(tmp_path: Path, kind: str) -> None:
    content, message = REFUSED[kind]
    with pytest.raises(TextError) as caught:
        open_tokenizer(write(tmp_path / "f", content))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "kind", ["os.system, protocol 0", "extension 1", "INST of Tokenizer", "NEWOBJ_EX"]
)
def test_hostile_pickles_are_named(tmp_path: Path, kind: str) -> None:
    data, named = HOSTILE[kind]
    with pytest.raises(TextError, match="nothing of it was carried out") as caught:
        open_tokenizer(write(tmp_path / "f", data))
    assert f"asks for {named}" in str(caught.value)


def test_a_reading_that_is_not_wanted_any_more(tmp_path: Path) -> None:
    path = write(tmp_path / "f", json.dumps({f"word {k}": k for k in range(300_000)}))
    begin = time.perf_counter()
    with pytest.raises(Cancelled):
        open_tokenizer(path, should_stop=lambda: True)
    assert time.perf_counter() - begin < 2


def test_more_words_than_time(tmp_path: Path) -> None:
    path = write(tmp_path / "f", json.dumps({f"word {k}": k for k in range(300_000)}))
    with pytest.raises(GatescopeError, match=r"took longer than 0\.01 seconds"):
        open_tokenizer(path, timeout=0.01)


def test_two_hundred_thousand_words(tmp_path: Path) -> None:
    index = {f"word {k}": k for k in range(200_000)}
    begin = time.perf_counter()
    assert open_tokenizer(write(tmp_path / "f", pickle.dumps(index))).numbers == index
    assert time.perf_counter() - begin < 8


def test_reading_imports_no_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    code = "import sys, engine.text.tokenizers.reader; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
