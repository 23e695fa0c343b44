"""Pickled tokenizers: what Keras writes is read; whatever else a pickle asks for is not done."""

from __future__ import annotations

import collections
import contextlib
import copyreg
import json
import os
import pickle
import pickletools
import random
import struct
import sys
import time
import tracemalloc
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.errors import TextError
from engine.text.tokenizers.pickles import MODULES, Inert, read_pickle
from engine.text.tokenizers.reading import read_tokenizer

TEXTS = ["The film was good", "the plot, was bad!", "영화 good"]


class Tokenizer:
    """What Keras's class keeps, to be pickled under any module's name."""

    def __init__(self, **options: Any) -> None:
        self.word_counts: Any = collections.OrderedDict(the=2, film=1, was=2, good=2)
        self.word_docs: Any = collections.defaultdict(int, the=2, film=1)
        self.filters = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
        self.split = " "
        self.lower = True
        self.num_words = 1000
        self.document_count = 3
        self.char_level = False
        self.oov_token = "<OOV>"
        self.index_docs: Any = collections.defaultdict(int, {1: 2, 70_000: 1})
        self.word_index = {"<OOV>": 1, "the": 2, "was": 3, "good": 4, "영화": 70_000}
        self.index_word = {number: word for word, number in self.word_index.items()}
        self.analyzer = None
        self.__dict__.update(options)


@pytest.fixture
def dump(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Pickles a tokenizer as if its class came from a module of Keras."""

    def dump(module: str, protocol: int, **options: Any) -> bytes:
        parts = module.split(".")
        for end in range(1, len(parts) + 1):
            name = ".".join(parts[:end])
            if name not in sys.modules or end == len(parts):
                monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
        monkeypatch.setattr(Tokenizer, "__module__", module)
        monkeypatch.setattr(sys.modules[module], "Tokenizer", Tokenizer, raising=False)
        return pickle.dumps(Tokenizer(**options), protocol)

    return dump


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_and_protocol(
    tmp_path: Path, dump: Callable[..., bytes], module: str, protocol: int
) -> None:
    path = tmp_path / "tokenizer.pickle"
    path.write_bytes(dump(module, protocol))
    found = read_tokenizer(path)
    assert dict(found.numbers) == {"<OOV>": 1, "the": 2, "was": 3, "good": 4, "영화": 70_000}
    assert (found.kind, found.unknown, found.limit) == ("keras", 1, 1000)


@pytest.mark.tensorflow
@pytest.mark.parametrize("protocol", range(6))
def test_one_that_tf_keras_pickles(tmp_path: Path, protocol: int) -> None:
    text = pytest.importorskip("tf_keras.preprocessing.text")
    made = text.Tokenizer(num_words=50, oov_token="?", filters="!,")
    made.fit_on_texts(TEXTS)
    path = tmp_path / "t.pkl"
    path.write_bytes(pickle.dumps(made, protocol))
    (tmp_path / "t.json").write_text(made.to_json())
    found, same = read_tokenizer(path), read_tokenizer(tmp_path / "t.json")
    assert dict(found.numbers) == dict(same.numbers) == made.word_index
    assert found.rules == same.rules
    assert (found.unknown, found.limit) == (same.unknown, same.limit) == (1, 50)


PYTHON_2 = b"""ccopy_reg
_reconstructor
p0
(ckeras.preprocessing.text
Tokenizer
p1
c__builtin__
object
p2
Ntp3
Rp4
(dp5
S'word_index'
p6
(dp7
S'caf\\xc3\\xa9'
p8
I2
sVfilm
p9
I1
ssS'word_counts'
p10
ccollections
OrderedDict
p11
((lp12
(lp13
g9
aI7
aatp14
Rp15
sS'num_words'
p16
NsS'lower'
p17
I01
sb."""


def test_one_of_python_2(tmp_path: Path) -> None:
    path = tmp_path / "t.pkl"
    path.write_bytes(PYTHON_2)
    found = read_tokenizer(path)
    assert dict(found.numbers) == {"café": 2, "film": 1}
    assert found.limit is None and found.rules.lower == "unicode"


@pytest.mark.parametrize("protocol", range(6))
def test_a_tokenizer_among_other_things(dump: Callable[..., bytes], protocol: int) -> None:
    dump("keras.preprocessing.text", protocol)
    whole = pickle.dumps({"tokenizer": Tokenizer(), "maxlen": 100}, protocol)
    found = read_pickle(whole, "x")
    assert isinstance(found, Inert) and found.state["num_words"] == 1000


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize(
    "value",
    [
        {"a": 1, "b": 2, "c": 300, "d": 70_000, "e": 2**40, "f": -5, "g": 1.5, "h": -(2**90)},
        [
            True,
            False,
            None,
            "",
            "x" * 300,
            "좋은 \ud800 \n\\",
            (),
            (1,),
            (1, 2),
            (1, 2, 3),
            (1,) * 9,
        ],
        {"nested": [{"deep": {"er": []}}], "empty": {}, 5: "five", None: 0, 1.5: 1, True: 2},
        [["again"] * 3, *[f"word {k}" for k in range(600)]],
    ],
)
def test_plain_data_as_python_reads_it(value: object, protocol: int) -> None:
    data = pickle.dumps(value, protocol)
    assert read_pickle(data, "x") == pickle.loads(data) == value
    slow = pickletools.optimize(data)
    assert read_pickle(slow, "x") == value


# -- hostile ones ----------------------------------------------------------------------

MARKED = "did-run"


class Runs:
    """Makes a pickle that calls something."""

    def __init__(self, call: Any, *given: Any) -> None:
        self._reduced = (call, given)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return self._reduced


def _line(module: str, name: str) -> bytes:
    return f"c{module}\n{name}\n".encode()


def _stacked(module: str, name: str) -> bytes:
    def text(part: str) -> bytes:
        return b"\x8c" + bytes([len(part)]) + part.encode()

    return text(module) + text(name) + b"\x93"


COMMAND = f"echo > {MARKED}".encode()
TEXT = b"\x8c" + bytes([len(COMMAND)]) + COMMAND
TOKENIZER = _line("keras.preprocessing.text", "Tokenizer")

HOSTILE: dict[str, tuple[bytes, str]] = {
    "os.system, protocol 0": (b"cos\nsystem\n(V" + COMMAND + b"\ntR.", "os.system"),
    "posix.system": (b"\x80\x02cposix\nsystem\nX\x01\0\0\0x\x85R.", "posix.system"),
    "eval": (pickle.dumps(Runs(eval, f"open('{MARKED}','w')"), 4), "builtins.eval"),
    "exec, old name": (b"c__builtin__\nexec\n(Vx\ntR.", "__builtin__.exec"),
    "getattr": (b"\x80\x04" + _stacked("builtins", "getattr") + b"0N.", "builtins.getattr"),
    "a dotted name": (
        b"\x80\x04" + _stacked("keras.preprocessing.text", "Tokenizer.__init__.__globals__") + b".",
        "keras.preprocessing.text.Tokenizer.__init__.__globals__",
    ),
    "a dotted module": (
        b"\x80\x04" + _stacked("collections", "OrderedDict.__reduce__") + b".",
        "collections.OrderedDict.__reduce__",
    ),
    "collections' own sys": (_line("collections", "_sys.modules") + b".", "collections._sys.mod"),
    "Tokenizer of elsewhere": (_line("evil.text", "Tokenizer") + b")\x81.", "evil.text.Tokenizer"),
    "a name of Keras's module": (
        _line("keras.preprocessing.text", "json") + b".",
        "keras.preprocessing.text.json",
    ),
    "copyreg.__newobj__": (_line("copyreg", "__newobj__") + b".", "copyreg.__newobj__"),
    "copyreg.add_extension": (_line("copyreg", "add_extension") + b".", "copyreg.add_extension"),
    "_reconstructor of int": (
        _line("copyreg", "_reconstructor")
        + b"("
        + _line("builtins", "int")
        + _line("builtins", "object")
        + b"NtR.",
        "NEWOBJ",
    ),
    "_reconstructor on int": (
        _line("copyreg", "_reconstructor")
        + b"("
        + TOKENIZER
        + _line("builtins", "int")
        + b"I1\ntR.",
        "copyreg._reconstructor",
    ),
    "a call of int": (b"c__builtin__\nint\n(V9\ntR.", "__builtin__.int()"),
    "a call of object": (b"c__builtin__\nobject\n(tR.", "__builtin__.object()"),
    "a call of Tokenizer": (TOKENIZER + b"(VX\ntR.", "keras.preprocessing.text.Tokenizer()"),
    "a call of what is no name": (b"\x80\x02X\x01\0\0\0x)R.", "REDUCE"),
    "a call of a tokenizer": (b"\x80\x02" + TOKENIZER + b")\x81)R.", "REDUCE"),
    "a defaultdict that calls": (
        b"\x80\x02ccollections\ndefaultdict\n" + TOKENIZER + b"\x85R.",
        "collections.defaultdict()",
    ),
    "an OrderedDict of a dict": (
        b"\x80\x02ccollections\nOrderedDict\n}\x85R.",
        "collections.OrderedDict()",
    ),
    "NEWOBJ with arguments": (b"\x80\x02" + TOKENIZER + b"K\x01\x85\x81.", "NEWOBJ"),
    "NEWOBJ of OrderedDict": (b"\x80\x02ccollections\nOrderedDict\n)\x81.", "NEWOBJ"),
    "NEWOBJ of a text": (b"\x80\x02X\x01\0\0\0x)\x81.", "NEWOBJ"),
    "NEWOBJ_EX": (b"\x80\x04" + TOKENIZER + b")}\x92.", "NEWOBJ_EX"),
    "INST": (b"(V" + COMMAND + b"\nios\nsystem\n.", "os.system"),
    "INST of Tokenizer": (b"(ikeras.preprocessing.text\nTokenizer\n.", "keras.preprocessing.text"),
    "OBJ": (b"\x80\x02(" + TOKENIZER + b"o.", "OBJ"),
    "extension 1": (b"\x80\x02\x82\x01.", "EXT1"),
    "extension 2": (b"\x80\x02\x83\x01\x00.", "EXT2"),
    "extension 4": (b"\x80\x02\x84\x01\x00\x00\x00.", "EXT4"),
    "persistent": (b"Pmodule\n.", "PERSID"),
    "persistent, binary": (b"\x80\x02K\x01Q.", "BINPERSID"),
    "buffers": (b"\x80\x05\x97.", "NEXT_BUFFER"),
    "bytes": (pickle.dumps({"a": b"x"}, 4), "SHORT_BINBYTES"),
    "a set": (pickle.dumps({"a": {1}}, 4), "EMPTY_SET"),
    "BUILD on a dict": (b"\x80\x02}}b.", "BUILD"),
    "BUILD of slots": (b"\x80\x02" + TOKENIZER + b")\x81N}\x86b.", "BUILD"),
    "BUILD on a name": (b"\x80\x02" + TOKENIZER + b"}X\x01\0\0\0xK\x01sb.", "BUILD"),
    "an analyzer": (
        b"\x80\x02" + TOKENIZER + b")\x81}X\x08\0\0\0analyzer" + _line("__main__", "cut") + b"sb.",
        "__main__.cut",
    ),
    "numpy": (
        b"\x80\x04" + _stacked("numpy.core.multiarray", "scalar") + b".",
        "numpy.core.multiarray.scalar",
    ),
    "joblib": (
        b"\x80\x04" + _stacked("joblib.numpy_pickle", "NumpyArrayWrapper") + b".",
        "joblib.numpy_pickle.NumpyArrayWrapper",
    ),
    "no instruction": (b"\x80\x02\xff.", "0xff"),
}


@pytest.fixture(autouse=True)
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is run, found or imported while a test reads."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / MARKED).exists(), "the pickle was carried out"
    assert not {"evil", "evil.text"} & set(sys.modules)


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_is_carried_out(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data, named = HOSTILE[kind]

    def called(*given: object, **named: object) -> None:
        raise AssertionError("a pickle reached Python's own machine")

    for module, name in ((os, "system"), (pickle, "loads"), (pickle, "Unpickler")):
        monkeypatch.setattr(module, name, called)
    for name in ("_reconstructor", "__newobj__", "_extension_registry"):
        monkeypatch.setattr(copyreg, name, called)
    with pytest.raises(TextError) as caught:
        read_pickle(data, "x.pkl")
    said = str(caught.value)
    assert said.startswith("x.pkl is not a plain dictionary: its pickle asks for " + named)
    assert "nothing of it was carried out" in said


def test_the_command_of_the_first_one_would_have_run(tmp_path: Path) -> None:
    """The pickles above are real: Python's own machine carries them out."""
    pickle.loads(HOSTILE["os.system, protocol 0"][0])
    assert (tmp_path / MARKED).exists()
    (tmp_path / MARKED).unlink()


DAMAGED: dict[str, bytes] = {
    "nothing": b"\x80\x02.",
    "no end": b"\x80\x02}",
    "a text that ends": b"\x80\x04X\xff\xff\xff\x7fabc.",
    "a text of exabytes": b"\x80\x04\x8d" + struct.pack("<Q", 2**63) + b"abc.",
    "a memo that is not there": b"\x80\x02h\x05.",
    "no mark": b"\x80\x02}K\x01u.",
    "an odd number": b"\x80\x02}(K\x01u.",
    "a list as a key": b"\x80\x02}]K\x01s.",
    "a tuple as a key": b"\x80\x02})K\x01s.",
    "append to a dict": b"\x80\x02}K\x01a.",
    "items of a list": b"\x80\x02]K\x01K\x02s.",
    "a name of numbers": b"\x80\x04K\x01K\x02\x93.",
    "protocol 9": b"\x80\x09}.",
    "a number of a million digits": b"I" + b"9" * 10**6 + b"\n.",
    "no number": b"Ix\n.",
    "no quotes": b"Sabc\n.",
    "not UTF-8": b"\x80\x02X\x02\0\0\0\xff\xfe.",
    "a mark as a value": b"\x80\x02](a.",
    "pairs of three": b"\x80\x02ccollections\nOrderedDict\n]](K\x01K\x02K\x03ea\x85R.",
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_pickle(kind: str) -> None:
    with pytest.raises(TextError) as caught:
        found = read_pickle(DAMAGED[kind], "x")
        assert isinstance(found, int)  # a number that was cut is a number
        raise TextError("x is a damaged pickle and cannot be read. Copy or save it again.")
    assert str(caught.value) == "x is a damaged pickle and cannot be read. Copy or save it again."


def bomb(depth: int, cell: bytes) -> bytes:
    """Each level holds the one before many times over; small as a file, vast if copied."""
    levels = b"".join(b"(" + b"h" + bytes([k]) + cell + b"q" + bytes([k + 1]) for k in range(depth))
    return b"\x80\x02]q\x00" + levels + b"."


BOMBS = {
    "tuples of tuples": b"\x80\x02)" + b"2\x86" * 200 + b".",
    "tuples as keys": b"\x80\x02})" + b"2\x86" * 60 + b"K\x01s.",
    "lists of lists": bomb(200, b"h\x00" * 40 + b"l"),
    "nested deep": b"\x80\x02" + b"(" * 50_000 + b"l" * 50_000 + b".",
    "memo far out": b"\x80\x02}r\xff\xff\xff\x7f.",
    "frames of exabytes": b"\x80\x04\x95" + b"\xff" * 8 + b"}.",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_takes_no_more_than_its_size(kind: str) -> None:
    tracemalloc.start()
    begin = time.perf_counter()
    with contextlib.suppress(TextError):
        read_pickle(BOMBS[kind], "x")
    taken = time.perf_counter() - begin
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 5 and most < 200 * len(BOMBS[kind]) + 2**20


def test_a_bomb_of_shared_lists_is_no_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "t.pkl"
    for data in BOMBS.values():
        path.write_bytes(data)
        with pytest.raises(TextError):
            read_tokenizer(path)


def test_changed_bytes_are_read_or_refused(dump: Callable[..., bytes], tmp_path: Path) -> None:
    chance = random.Random(5)
    path = tmp_path / "t.pkl"
    for protocol in range(6):
        whole = dump("keras.preprocessing.text", protocol)
        for _ in range(400):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 6)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(bytes(data[: chance.randint(1, len(data))] if _ % 3 == 0 else data))
            try:
                found = read_tokenizer(path)
            except TextError:
                continue
            assert all(type(word) is str for word in found.numbers)
            json.dumps(dict(found.numbers))


def test_a_hundred_thousand_words_in_seconds(dump: Callable[..., bytes]) -> None:
    index = {f"word{k}": k for k in range(1, 100_001)}
    whole = dump("keras.preprocessing.text", 4, word_index=index, word_counts=index)
    begin = time.perf_counter()
    found = read_pickle(whole, "x")
    assert time.perf_counter() - begin < 8
    assert isinstance(found, Inert) and found.state["word_index"] == index


def test_a_name_that_breaks_the_line_is_told_in_one(tmp_path: Path) -> None:
    """Found by fuzzing: a global of protocol 4 may be called anything."""
    path = tmp_path / "tokenizer.pickle"
    name, module = b"Tok\x07enizer", b"ke\nas"
    parts = (b"\x8c" + bytes([len(text)]) + text for text in (module, name))
    path.write_bytes(b"\x80\x04" + b"".join(parts) + b"\x93.")
    with pytest.raises(TextError) as caught:
        read_tokenizer(path)
    assert "asks for ke as.Tok enizer" in str(caught.value)
    assert str(caught.value).isprintable()
