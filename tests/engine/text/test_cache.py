"""Preparing: caching, damage, cancelling."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, TextError
from engine.progress import Progress, finish
from engine.text import cache
from engine.text.cache import PreparedCorpus, Source, cache_dir
from engine.text.corpus import chunk_rows
from engine.text.dictionary import Dictionary, imdb

FILES = [
    "texts.bin",
    "text_offsets.bin",
    "ranks.bin",
    "rank_offsets.bin",
    "labels.bin",
    "order.bin",
]


class Listed(Source):
    """Texts from a list."""

    kind = "listed"
    title = "a list"

    def __init__(self, texts: list[str], *, learn: bool = False) -> None:
        self.texts = texts
        self.learn = learn
        self.version = 1
        self.read = 0

    def items(self) -> Iterator[tuple[str, int]]:
        self.read += 1
        for number, text in enumerate(self.texts):
            yield text, (-1, 0, 1)[number % 3]

    def stamp(self) -> dict[str, str | int]:
        return {"version": self.version}

    def dictionary(self) -> Dictionary | None:
        return None if self.learn else imdb()

    def total(self) -> int:
        return len(self.texts)

    def order(self, labels: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
        return np.arange(len(labels))[::-1].copy()


def three(learn: bool = False) -> Listed:
    return Listed(["The film.", "Zork the ZORK! Ünder\0", "good \ud800 👍"], learn=learn)


def check_three(corpus: PreparedCorpus) -> None:
    assert len(corpus) == 3
    assert [corpus.text(n) for n in range(3)] == three().texts[::-1]
    assert corpus.labels.tolist() == [1, 0, -1]
    assert [corpus.label(n) for n in range(3)] == [1, 0, None]
    assert corpus.lengths.tolist() == [4, 5, 3]
    assert [len(corpus.review(n).token_ids) for n in range(3)] == [4, 5, 3]
    assert corpus.dictionary.tokenizer.words[int(corpus.ranks(2)[0])] == "the"


@pytest.fixture
def folder(own_cache: Path) -> Path:
    finish(three().prepare())
    return own_cache / "reviews" / "listed"


@pytest.mark.parametrize("learn", [False, True])
def test_prepared_once(learn: bool) -> None:
    source = three(learn)
    check_three(finish(source.prepare()))
    check_three(finish(source.prepare()))
    assert source.read == 1
    found = source.cached()
    assert found is not None
    check_three(found)


def test_counted_words_come_after_the_asset() -> None:
    corpus = finish(three(learn=True).prepare())
    words = list(corpus.dictionary.tokenizer.numbers)
    assert words[:10_000] == list(imdb().tokenizer.numbers)
    assert words[10_000] == "zork"  # twice; the others once, by their bytes
    assert len(words) == 10_004
    assert words[10_001:] == sorted(words[10_001:], key=lambda word: word.encode())


def test_progress() -> None:
    seen: list[Progress] = list(Listed(["word"] * 1_000).prepare())
    done = [step.done for step in seen]
    assert done == sorted(done) and done[-1] == 1_000
    assert {step.total for step in seen} == {1_000}
    assert all(step.what for step in seen)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [truncated, flipped, emptied, Path.unlink])
@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_damage_is_mended(
    folder: Path, name: str, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    damage(folder / name)
    source = three()
    with caplog.at_level("INFO"):
        corpus = finish(source.prepare())
    check_three(corpus)
    if not (name == "manifest.json" and damage in (flipped, truncated)):
        assert source.read == 1
    if (name, damage) != ("manifest.json", Path.unlink) and source.read:
        assert "made again" in caplog.text
    finish(source.prepare())
    assert source.read <= 1
    assert [path.name for path in folder.parent.iterdir()] == ["listed"]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"version": 0},
        {"stamp": {"version": 2}},
        {"files": []},
        {"files": {}},
        {"files": {f"{name}": 3 for name in FILES}},
    ],
)
def test_another_manifest(folder: Path, change: dict[str, object]) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    source = three()
    check_three(finish(source.prepare()))
    assert source.read == 1


@pytest.mark.parametrize("content", ["[]", "3", "null", "\xff", '{"a": 1'])
def test_no_manifest(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, encoding="latin1")
    check_three(finish(three().prepare()))


def test_a_changed_source_is_read_again(folder: Path) -> None:
    source = Listed(["other words"])
    source.version = 2
    assert finish(source.prepare()).text(0) == "other words"


@pytest.mark.parametrize("stop_at", range(6))
def test_cancel_leaves_nothing(own_cache: Path, stop_at: int) -> None:
    asked = iter(range(100))
    with pytest.raises(Cancelled):
        finish(Listed(["word"] * 600).prepare(lambda: next(asked) >= stop_at))
    assert not own_cache.exists() or list((own_cache / "reviews").iterdir()) == []


def test_an_abandoned_generator_leaves_nothing(own_cache: Path) -> None:
    work = Listed(["word"] * 600).prepare()
    for _ in range(3):
        next(work)
    assert list((own_cache / "reviews").iterdir()) != []
    work.close()
    assert list((own_cache / "reviews").iterdir()) == []


def test_a_cancelled_rebuild_keeps_the_old(folder: Path) -> None:
    source = Listed(["word"] * 600)
    source.version = 2
    work = source.prepare()
    for _ in range(3):
        next(work)
    work.close()
    check_three(finish(three().prepare()))


def test_a_cache_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GATESCOPE_CACHE", str(tmp_path / "file"))
    corpus = finish(three().prepare())
    check_three(corpus)
    place = corpus._folder
    assert place.exists()
    assert caplog.records[0].levelname == "WARNING", "it is said on stderr"
    assert "GATESCOPE_CACHE" in caplog.text
    del corpus
    assert not place.exists()

    def nowhere(**_: object) -> str:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(cache.tempfile, "mkdtemp", nowhere)
    with pytest.raises(TextError, match="Name a folder of yours in the environment variable GAT"):
        finish(three().prepare())


def test_a_full_disk(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "_write_manifest", full)
    with pytest.raises(TextError, match=r"No space left on device\. Make room"):
        finish(three().prepare())
    assert list((own_cache / "reviews").iterdir()) == []


def test_another_window_is_faster(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = cache._write_manifest

    def slow(folder: Path, source: Source) -> None:
        monkeypatch.setattr(cache, "_write_manifest", write)
        finish(three().prepare())
        write(folder, source)

    monkeypatch.setattr(cache, "_write_manifest", slow)
    check_three(finish(three().prepare()))
    assert [path.name for path in (own_cache / "reviews").iterdir()] == ["listed"]


def test_old_tables_are_forgotten(own_cache: Path) -> None:
    for number in range(cache.MAX_PREPARED + 3):
        source = three()
        source.key = lambda number=number: f"table-{number}"  # type: ignore[method-assign,misc]
        finish(source.prepare())
    names = {path.name for path in (own_cache / "reviews").iterdir()}
    assert len(names) == cache.MAX_PREPARED
    assert f"table-{cache.MAX_PREPARED + 2}" in names


def test_texts_without_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        corpus = finish(Listed(["", "one", "...", "two"]).prepare())
    assert [corpus.text(n) for n in range(2)] == ["two", "one"]
    assert "2 texts without a word" in caplog.text
    with pytest.raises(TextError, match="at least one word in a list"):
        empty = Listed(["", "?"])
        empty.version = 2
        finish(empty.prepare())


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    assert cache_dir() == own_cache
    monkeypatch.delenv("GATESCOPE_CACHE")
    assert cache_dir() == Path(platformdirs.user_cache_dir("gatescope"))


def test_search_can_be_stopped(folder: Path) -> None:
    corpus = finish(three().prepare())
    with pytest.raises(Cancelled):
        corpus.search("film", should_stop=lambda: True)


def test_search_filters(folder: Path) -> None:
    corpus = finish(three().prepare())
    assert corpus.search().tolist() == [0, 1, 2]
    assert corpus.search(label=-1).tolist() == [2]
    assert corpus.search(shortest=3).tolist() == [0, 1]
    assert corpus.search(longest=2).tolist() == [2]
    assert corpus.search("ZORK").tolist() == corpus.search("üNDER").tolist() == [1]
    # The end of one text and the beginning of the next are no hit.
    assert corpus.search(".Zork").tolist() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.text("aAbBé É.", min_size=0, max_size=6).map(lambda text: text + "a"), min_size=1),
    st.text("aAbBé É.", min_size=0, max_size=3),
)
def test_search_finds_what_is_there(own_cache: Path, texts: list[str], query: str) -> None:
    source = Listed(texts)
    source.version = hash(tuple(texts))
    corpus = finish(source.prepare())
    expected = [n for n in range(len(texts)) if query.lower() in texts[::-1][n].lower()]
    assert corpus.search(query).tolist() == expected


@given(st.lists(st.integers(0, 3 << 20), min_size=1))
def test_chunks_cover_every_row(sizes: list[int]) -> None:
    offsets = np.cumsum([0, *sizes])
    runs = list(chunk_rows(offsets))
    rows = [row for first, last in runs for row in range(first, last)]
    assert rows == list(range(len(sizes)))
    assert all(
        last == first + 1 or offsets[last] - offsets[first] <= 1 << 20 for first, last in runs
    )
