"""``imdb.npz``: against Keras's own ``load_data``, and with files that are not to be trusted."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import pickle
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.digest import digest_of
from engine.errors import Cancelled, TextError
from engine.progress import Progress, finish
from engine.text.corpus import encode_ranks
from engine.text.dictionary import ranked
from engine.text.encoding import Encoding, Ids
from engine.text.sources import keras_cache
from engine.text.sources.imdb_keras import SEED, KerasReviews, prepare, shuffled
from engine.text.sources.keras_cache import cached_path, datasets_dir, download
from engine.text.sources.keras_npz import SPLITS, read_npz


def ragged(sequences: list[Any]) -> np.ndarray[Any, np.dtype[np.object_]]:
    array = np.empty(len(sequences), object)
    array[:] = sequences
    return array


def made(path: Path, count: int = 40) -> Path:
    """A small file as Keras's is."""
    random = np.random.RandomState(0)
    halves = {
        f"x_{split}": ragged(
            [(random.zipf(1.3, random.randint(1, 30)) % 60 + 1).tolist() for _ in range(count)]
        )
        for split in ("train", "test")
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    labels = np.arange(count) % 2
    np.savez(path, **halves, y_train=labels, y_test=labels[::-1])  # type: ignore[arg-type]
    return path


@pytest.fixture(scope="module")
def npz(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("npz") / "imdb.npz")


def load_data(
    path: Path,
    num_words: int | None = None,
    skip_top: int = 0,
    seed: int = SEED,
    start_char: int | None = 1,
    oov_char: int | None = 2,
    index_from: int = 3,
) -> tuple[tuple[list[Ids], npt.NDArray[np.int8]], tuple[list[Ids], npt.NDArray[np.int8]]]:
    """What ``keras.datasets.imdb.load_data`` returns, with arrays for its lists.

    Also where that surprises: without ``num_words`` the single rarest id becomes
    ``oov_char``.
    """
    halves = finish(read_npz(path))
    orders = shuffled(halves, seed)
    corpora = [KerasReviews(*halves[split], ranked([]), orders[split]) for split in SPLITS]
    encoding = Encoding(num_words, skip_top, start_char, oov_char, index_from)
    if not num_words:
        everything = replace(encoding, skip_top=0, oov_char=-1)
        largest = max(
            int(encode_ranks(corpus.ranks(n), everything).max(initial=0))
            for corpus in corpora
            for n in range(len(corpus))
        )
        encoding = replace(encoding, num_words=largest)
    train, test = (
        ([encode_ranks(corpus.ranks(n), encoding) for n in range(len(corpus))], corpus.labels)
        for corpus in corpora
    )
    return train, test


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    num_words=st.none() | st.integers(0, 70),
    skip_top=st.integers(0, 10),
    seed=st.integers(0, 1000),
    start_char=st.none() | st.integers(0, 4),
    oov_char=st.none() | st.integers(0, 4),
    index_from=st.integers(0, 5),
)
def test_load_data_is_that_of_keras(
    keras: Any, npz: Path, monkeypatch: pytest.MonkeyPatch, **arguments: int | None
) -> None:
    monkeypatch.setattr("keras.src.datasets.imdb.get_file", lambda **_: str(npz))
    expected = keras.datasets.imdb.load_data(**arguments)
    mine = load_data(npz, **arguments)  # type: ignore[arg-type]
    for (x, y), (keras_x, keras_y) in zip(mine, expected, strict=True):
        assert [ids.tolist() for ids in x] == [list(ids) for ids in keras_x]
        assert y.tolist() == list(keras_y)


def test_a_corpus(npz: Path) -> None:
    corpus = finish(prepare(npz))
    (x, y), (x_test, _) = load_data(npz)
    assert len(corpus) == 40
    assert corpus.labels.tolist() == y.tolist()
    rarest = max(ids.max() for ids in (*x, *x_test)) + 1
    for n, ids in enumerate(x):
        full = corpus.ids(n)
        assert len(full) == corpus.lengths[n]
        # load_data without num_words loses the one rarest id.
        assert np.where(full == rarest, 2, full).tolist() == ids.tolist()
        review = corpus.review(n, Encoding(length=None))
        assert review.inputs.tolist() == full.tolist()
        assert review.steps[0] == "<start>"
        assert " ".join(review.steps[1:]) == corpus.text(n) == review.text
    assert corpus.dictionary.tokenizer.words.get(1) == "the"
    with_the = [n for n in range(40) if "the" in corpus.text(n)]
    assert corpus.search("THE").tolist() == with_the


def test_a_file_of_another_checksum_is_said_and_read(
    npz: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for split in SPLITS:
        (note,) = finish(prepare(npz, split)).notes
        assert str(note).startswith("imdb.npz is not the imdb.npz that Keras publishes")
    monkeypatch.setattr("engine.text.sources.imdb_keras.SHA256", digest_of(npz))
    assert finish(prepare(npz)).notes == ()


def test_the_other_half(npz: Path) -> None:
    corpus = finish(prepare(npz, "test"))
    _, (x, y) = load_data(npz, num_words=100)
    assert corpus.labels.tolist() == y.tolist()
    assert [corpus.ids(n).tolist() for n in range(len(corpus))] == [ids.tolist() for ids in x]


def test_the_cached_file_is_found() -> None:
    assert cached_path() is None
    with pytest.raises(TextError, match=r"no imdb\.npz in .*Download it, or use the offline"):
        finish(prepare())
    path = made(datasets_dir() / "imdb.npz")
    assert cached_path() == path
    assert len(finish(prepare())) == 40


def test_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert datasets_dir() == tmp_path / ".keras" / "datasets"


def test_the_cached_index_names_the_words(npz: Path) -> None:
    index = keras_cache.cached_word_index()
    index.parent.mkdir(parents=True)
    index.write_text(json.dumps({f"w{rank}": rank for rank in range(1, 30)}))
    corpus = finish(prepare(npz))
    assert corpus.dictionary.tokenizer.words.get(7) == "w7"
    n = next(n for n in range(40) if corpus.ranks(n).max() > 29)
    assert "#" in corpus.text(n)
    review = corpus.review(n)
    assert not review.unknown.any()  # its id is known, its word is not
    index.write_text("damaged")
    assert finish(prepare(npz)).dictionary.tokenizer.words[1] == "the"
    index.write_text(json.dumps({"a": 1, "b": 3}))
    assert finish(prepare(npz)).dictionary.tokenizer.words[1] == "the"


def test_half_a_surrogate_pair_in_the_index_is_found(npz: Path) -> None:
    index = keras_cache.cached_word_index()
    index.parent.mkdir(parents=True)
    index.write_text(json.dumps({f"w\ud800{rank}": rank for rank in range(1, 30)}))
    corpus = finish(prepare(npz))
    assert corpus.search("W\ud800").size > 9


def test_cancel(npz: Path) -> None:
    asked = iter(range(9))
    with pytest.raises(Cancelled):
        finish(prepare(npz, should_stop=lambda: next(asked) >= 1))


# -- files that are not to be trusted ----------------------------------------------


class Evil:
    """Would run a command when it is unpickled."""

    def __reduce__(self) -> Any:
        import os

        return os.system, ("touch /tmp/gatescope-was-here",)


def with_member(source: Path, target: Path, name: str, content: bytes) -> Path:
    """The file with one member changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return target


def pickled(value: object, shape: tuple[int, ...] = (1,)) -> bytes:
    """An ``.npy`` of dtype object with any pickle in it."""
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        file, {"descr": "|O", "fortran_order": False, "shape": shape}
    )
    pickle.dump(value, file)
    return file.getvalue()


def array(values: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, values)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x_train.npy", pickled(Evil())),
        ("x_train.npy", pickled([Evil()])),
        ("x_train.npy", pickled(eval)),
        ("x_train.npy", pickled(ragged([[1]]), (2,))),
        ("x_train.npy", pickled(ragged([[1]]), (1, 1))),
        ("x_train.npy", pickled(ragged([[1.5]]))),
        ("x_train.npy", pickled(ragged([["a"]]))),
        ("x_train.npy", pickled(ragged([[True]]))),
        ("x_train.npy", pickled(ragged([[0]]))),
        ("x_train.npy", pickled(ragged([[2**40]]))),
        ("x_train.npy", pickled(ragged([[-1]]))),
        ("x_train.npy", pickled(ragged([3]))),
        ("x_train.npy", pickled([[1]])),
        ("x_train.npy", pickled(None)),
        ("x_train.npy", pickled(ragged([[1]]))[:-20]),
        ("x_train.npy", b"garbage"),
        ("x_train.npy", b""),
        ("x_train.npy", array(np.arange(3))),
        ("x_train.npy", array(np.empty(0, object))),
        ("y_test.npy", array(np.arange(40))),
        ("y_test.npy", array(np.zeros(3))),
        ("y_test.npy", array(ragged([[1]]))),
        ("y_test.npy", b""),
    ],
)
def test_a_file_that_is_none(npz: Path, tmp_path: Path, name: str, content: bytes) -> None:
    path = with_member(npz, tmp_path / "imdb.npz", name, content)
    with pytest.raises(TextError, match=r"is not the imdb\.npz of Keras, or is damaged"):
        finish(read_npz(path))
    assert not Path("/tmp/gatescope-was-here").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"\x93NUMPY"])
def test_no_archive(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "imdb.npz").write_bytes(content)
    with pytest.raises(TextError, match="or is damaged"):
        finish(read_npz(tmp_path / "imdb.npz"))


def test_a_missing_member(tmp_path: Path) -> None:
    np.savez(tmp_path / "imdb.npz", x=np.arange(3))
    with pytest.raises(TextError, match="or is damaged"):
        finish(read_npz(tmp_path / "imdb.npz"))
    with pytest.raises(TextError, match="or is damaged"):
        finish(read_npz(tmp_path / "none.npz"))


def test_a_cut_archive(npz: Path, tmp_path: Path) -> None:
    data = npz.read_bytes()
    for size in range(0, len(data), len(data) // 37):
        (tmp_path / "imdb.npz").write_bytes(data[:size])
        with pytest.raises(TextError):
            finish(read_npz(tmp_path / "imdb.npz"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_changed_bytes_never_crash(npz: Path, tmp_path: Path, data: st.DataObject) -> None:
    with zipfile.ZipFile(npz) as archive:
        content = bytearray(archive.read("x_train.npy"))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    path = with_member(npz, tmp_path / "imdb.npz", "x_train.npy", bytes(content))
    with contextlib.suppress(TextError):
        finish(read_npz(path))


@pytest.mark.parametrize("protocol", range(2, 6))
def test_every_protocol(npz: Path, tmp_path: Path, protocol: int) -> None:
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        file, {"descr": "|O", "fortran_order": False, "shape": (40,)}
    )
    pickle.dump(ragged([[1, 300, 70_000]] * 40), file, protocol)
    path = with_member(npz, tmp_path / "imdb.npz", "x_train.npy", file.getvalue())
    assert finish(prepare(path)).ids(0).tolist() == [1, 4, 303, 70_003]


# -- downloading -------------------------------------------------------------------


@pytest.fixture
def served(tmp_path: Path) -> tuple[str, str]:
    """A large enough file by its address, and its checksum; no network is used."""
    path = tmp_path / "served.bin"
    path.write_bytes(bytes(range(256)) * 1_000)
    return path.as_uri(), hashlib.sha256(path.read_bytes()).hexdigest()


def test_download(served: tuple[str, str]) -> None:
    seen: list[Progress] = []
    work = download(None, *served)
    while True:
        try:
            seen.append(next(work))
        except StopIteration as end:
            path = end.value
            break
    assert path == cached_path()
    assert path.stat().st_size == 256_000
    assert seen[-1].done == seen[-1].total == 256_000
    assert len(seen) > 3
    assert [path.name for path in datasets_dir().iterdir()] == ["imdb.npz"]


def test_a_cancelled_download_leaves_nothing(served: tuple[str, str]) -> None:
    for stop_at in range(3):
        asked = iter(range(9))
        with pytest.raises(Cancelled):
            finish(download(lambda: next(asked) >= stop_at, *served))  # noqa: B023
        assert not datasets_dir().exists() or list(datasets_dir().iterdir()) == []


def test_an_abandoned_download_leaves_nothing(served: tuple[str, str]) -> None:
    work = download(None, *served)
    for _ in range(3):
        next(work)
    work.close()
    assert list(datasets_dir().iterdir()) == []


def test_another_file_comes(served: tuple[str, str]) -> None:
    old = made(datasets_dir() / "imdb.npz").read_bytes()
    with pytest.raises(TextError, match="its checksum differs"):
        finish(download(None, served[0], "0" * 64))
    assert (datasets_dir() / "imdb.npz").read_bytes() == old


def test_no_network(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"cannot be downloaded.*Check the connection"):
        finish(download(None, (tmp_path / "none").as_uri()))
    with pytest.raises(TextError, match="cannot be downloaded"):
        finish(download(None, "http://127.0.0.1:9/imdb.npz"))
    with pytest.raises(TextError, match="cannot be downloaded"):
        finish(download(None, "nonsense"))


def test_the_checksum_is_that_of_keras(keras: Any) -> None:
    source = Path(keras.__file__).parent / "src" / "datasets" / "imdb.py"
    text = source.read_text(encoding="utf-8")
    assert keras_cache.SHA256 in text
    assert keras_cache.URL.rsplit("/", 1)[0] in text
