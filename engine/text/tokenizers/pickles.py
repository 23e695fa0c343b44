"""Pickles of dictionaries, read without running what is in them.

A pickle is a program for a machine with a stack.  Python's own machine calls what the
program names; this one has no instruction that calls anything.  It makes numbers, texts,
lists and dicts, and knows four names besides: Keras's ``Tokenizer``, whose attributes it
keeps as plain data, ``OrderedDict``, ``defaultdict`` and, where pickles of protocol 0 and 1
need it, ``copyreg._reconstructor``.  Any other name ends the reading, before anything that
it stands for could be found, let alone imported.

Source of the instructions: ``Lib/pickletools.py`` of CPython 3.11.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from engine.errors import TextError

MOST_STEPS = 40_000_000
"""Instructions of one pickle; a tokenizer of a million words has about twenty million."""

MODULES = frozenset(
    {
        "keras_preprocessing.text",
        "keras.preprocessing.text",
        "keras.src.preprocessing.text",
        "keras.src.legacy.preprocessing.text",
        "keras.legacy.preprocessing.text",
        "keras.api.preprocessing.text",
        "tf_keras.preprocessing.text",
        "tf_keras.src.preprocessing.text",
        "tensorflow.keras.preprocessing.text",
        "tensorflow.contrib.keras.preprocessing.text",
        "tensorflow.contrib.keras.python.keras.preprocessing.text",
        "tensorflow.python.keras.preprocessing.text",
        "tensorflow.python.keras._impl.keras.preprocessing.text",
        "tensorflow_core.keras.preprocessing.text",
        "tensorflow_core.python.keras.preprocessing.text",
        "tensorflow_core.python.keras.api._v2.keras.preprocessing.text",
    }
)
"""Where Keras has kept its ``Tokenizer`` in the course of the years."""

_MAPPINGS = frozenset({("collections", "OrderedDict"), ("collections", "defaultdict")})
_INT = frozenset({("builtins", "int"), ("__builtin__", "int"), ("__builtin__", "long")})
_OBJECT = frozenset({("builtins", "object"), ("__builtin__", "object")})
_MAKE = frozenset({("copyreg", "_reconstructor"), ("copy_reg", "_reconstructor")})


@dataclass(frozen=True)
class Name:
    """What a pickle names; it is never looked up."""

    module: str
    name: str

    @property
    def pair(self) -> tuple[str, str]:
        """Module and name."""
        return self.module, self.name


@dataclass(eq=False)
class Inert:
    """What was a ``Tokenizer``: its attributes, nothing else."""

    state: dict[Any, Any] = field(default_factory=dict)


def read_pickle(data: bytes, name: str) -> object:
    """What a pickle holds: an `Inert` tokenizer, or plain dicts, lists, texts and numbers.

    Args:
        data: the whole pickle, protocol 0 to 5.
        name: of the file, for the messages.

    Raises:
        TextError: it is damaged, or names anything but plain data.
    """
    machine = _Machine(data, name)
    try:
        found = machine.run()
    except (LookupError, ValueError, TypeError, struct.error, ArithmeticError) as error:
        raise TextError(
            "{name} is a damaged pickle and cannot be read. Copy or save it again.", name=name
        ) from error
    if not isinstance(found, Inert) and len(machine.made) == 1:
        return machine.made[0]  # as in {"tokenizer": …, "maxlen": 100}
    return found


class _Mark:
    """Where a group begins on the stack."""


_MARK = _Mark()


class _Machine:
    """One run through one pickle.

    Instructions are methods, called by the byte that stands for them; a byte without a
    method ends the reading.
    """

    METHODS: ClassVar[dict[int, str]] = {}

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._at = 0
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}
        self._done = False
        self.made: list[Inert] = []

    def run(self) -> object:
        """Carry it out; what is on the stack at the end."""
        calls: list[Callable[[], None] | None] = [None] * 256
        for code, method in self.METHODS.items():
            calls[code] = getattr(self, method)
        data, steps = self._data, 0
        while not self._done:
            call = calls[data[self._at]]
            if call is None:
                raise self._refused(self._instruction())
            self._at += 1
            steps += 1
            if steps > MOST_STEPS:
                raise TextError(
                    "{name} is longer than any dictionary and was given up. Save the tokenizer "
                    "with to_json().",
                    name=self._name,
                )
            call()
        return self._stack.pop()

    def _refused(self, what: str) -> TextError:
        return TextError(
            "{name} is not a plain dictionary: its pickle asks for {what}, and a pickle can run "
            "code, so nothing of it was carried out. Save the tokenizer with to_json(), or the "
            "word_index as JSON.",
            name=self._name,
            # A name in a pickle may hold anything; a message is one line.
            what=" ".join("".join(c if c.isprintable() else " " for c in what).split())[:120],
        )

    def _instruction(self) -> str:
        """What the instruction that has no method is called."""
        import pickletools

        code = chr(self._data[self._at])
        if code == "i":  # makes an object of the class on the next two lines
            lines = self._data[self._at + 1 :][:400].split(b"\n")
            return ".".join(line.decode("utf-8", "replace") for line in lines[:2])
        known = [one.name for one in pickletools.opcodes if one.code == code]
        return known[0] if known else f"0x{ord(code):02x}"

    # -- reading the bytes -------------------------------------------------------

    def _take(self, count: int) -> bytes:
        end = self._at + count
        if count < 0 or end > len(self._data):
            raise ValueError("the pickle ends too early")
        part = self._data[self._at : end]
        self._at = end
        return part

    def _number(self, form: str, size: int) -> int:
        (found,) = struct.unpack_from(form, self._data, self._at)
        self._at += size
        return int(found)

    def _line(self) -> bytes:
        end = self._data.index(b"\n", self._at)
        part = self._data[self._at : end]
        self._at = end + 1
        return part

    # -- the stack ---------------------------------------------------------------

    def _since_mark(self) -> list[Any]:
        stack = self._stack
        for place in range(len(stack) - 1, -1, -1):
            if stack[place] is _MARK:
                group = stack[place + 1 :]
                del stack[place:]
                return group
        raise ValueError("no mark")

    def _pop(self) -> Any:
        found = self._stack.pop()
        if found is _MARK:
            raise ValueError("a mark is no value")
        return found

    def proto(self) -> None:
        if self._take(1)[0] > 5:
            raise ValueError("a protocol that is not known")

    def frame(self) -> None:
        self._take(8)  # a hint for readers of streams; all of it is here

    def stop(self) -> None:
        self._done = True

    def mark(self) -> None:
        self._stack.append(_MARK)

    def pop(self) -> None:
        self._stack.pop()

    def pop_mark(self) -> None:
        self._since_mark()

    def dup(self) -> None:
        self._stack.append(self._stack[-1])

    # -- plain values ------------------------------------------------------------

    def none(self) -> None:
        self._stack.append(None)

    def true(self) -> None:
        self._stack.append(True)

    def false(self) -> None:
        self._stack.append(False)

    def int_line(self) -> None:
        line = self._line()
        self._stack.append(line == b"01" if line in (b"00", b"01") else int(line[:32]))

    def long_line(self) -> None:
        self._stack.append(int(self._line()[:32].rstrip(b"L")))

    def binint(self) -> None:
        self._stack.append(self._number("<i", 4))

    def binint1(self) -> None:
        self._stack.append(self._data[self._at])
        self._at += 1

    def binint2(self) -> None:
        self._stack.append(self._number("<H", 2))

    def long1(self) -> None:
        size = self._take(1)[0]
        self._stack.append(int.from_bytes(self._take(size), "little", signed=True))

    def float_line(self) -> None:
        self._stack.append(float(self._line()))

    def binfloat(self) -> None:
        self._stack.append(struct.unpack(">d", self._take(8))[0])

    # -- texts -------------------------------------------------------------------

    def string_line(self) -> None:
        line = self._line().strip()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
            raise ValueError("a text without quotes")
        import codecs

        raw = codecs.escape_decode(line[1:-1])[0]
        assert isinstance(raw, bytes)
        self._stack.append(raw.decode("utf-8"))

    def unicode_line(self) -> None:
        self._stack.append(self._line().decode("raw-unicode-escape"))

    def _text(self, size: int) -> None:
        self._stack.append(self._take(size).decode("utf-8", "surrogatepass"))

    def short_text(self) -> None:
        self._text(self._take(1)[0])

    def text(self) -> None:
        self._text(self._number("<I", 4))

    def text8(self) -> None:
        self._text(self._number("<Q", 8))

    # -- lists, tuples, dicts ----------------------------------------------------

    def empty_list(self) -> None:
        self._stack.append([])

    def empty_tuple(self) -> None:
        self._stack.append(())

    def empty_dict(self) -> None:
        self._stack.append({})

    def list_of(self) -> None:
        self._stack.append(self._since_mark())

    def tuple_of(self) -> None:
        self._stack.append(tuple(self._since_mark()))

    def tuple1(self) -> None:
        self._stack.append((self._pop(),))

    def tuple2(self) -> None:
        second, first = self._pop(), self._pop()
        self._stack.append((first, second))

    def tuple3(self) -> None:
        third, second, first = self._pop(), self._pop(), self._pop()
        self._stack.append((first, second, third))

    def dict_of(self) -> None:
        made: dict[Any, Any] = {}
        _fill(made, self._since_mark())
        self._stack.append(made)

    def append(self) -> None:
        value = self._pop()
        self._list().append(value)

    def appends(self) -> None:
        values = self._since_mark()
        self._list().extend(values)

    def _list(self) -> list[Any]:
        found = self._stack[-1]
        if type(found) is not list:
            raise ValueError("no list")
        return found

    def set_item(self) -> None:
        value, key = self._pop(), self._pop()
        _fill(self._dict(), [key, value])

    def set_items(self) -> None:
        pairs = self._since_mark()
        _fill(self._dict(), pairs)

    def _dict(self) -> dict[Any, Any]:
        found = self._stack[-1]
        if type(found) is not dict:
            raise ValueError("no dict")
        return found

    # -- what was seen before ----------------------------------------------------

    def put_line(self) -> None:
        self._memo[int(self._line()[:20])] = self._stack[-1]

    def binput(self) -> None:
        self._memo[self._data[self._at]] = self._stack[-1]
        self._at += 1

    def long_binput(self) -> None:
        self._memo[self._number("<I", 4)] = self._stack[-1]

    def memoize(self) -> None:
        self._memo[len(self._memo)] = self._stack[-1]

    def get_line(self) -> None:
        self._stack.append(self._memo[int(self._line()[:20])])

    def binget(self) -> None:
        self._stack.append(self._memo[self._data[self._at]])
        self._at += 1

    def long_binget(self) -> None:
        self._stack.append(self._memo[self._number("<I", 4)])

    # -- names -------------------------------------------------------------------

    def global_line(self) -> None:
        module = self._line().decode("utf-8", "replace")
        self._push_name(module, self._line().decode("utf-8", "replace"))

    def stack_global(self) -> None:
        name, module = self._pop(), self._pop()
        if type(name) is not str or type(module) is not str:
            raise ValueError("a name that is no text")
        self._push_name(module, name)

    def _push_name(self, module: str, name: str) -> None:
        known = (module, name) in _MAPPINGS | _INT | _OBJECT | _MAKE
        if not known and not (name == "Tokenizer" and module in MODULES):
            raise self._refused(f"{module}.{name}")
        self._stack.append(Name(module, name))

    def reduce(self) -> None:
        given, called = self._pop(), self._pop()
        if type(called) is not Name or type(given) is not tuple:
            raise self._refused("REDUCE")
        if called.pair in _MAPPINGS:
            self._stack.append(self._mapping(called, given))
        elif called.pair in _MAKE:
            # As protocols 0 and 1 make an object: of a class, on the base object, from None.
            if len(given) != 3 or not _is_base(given[1]) or given[2] is not None:
                raise self._refused("copyreg._reconstructor")
            self._push_tokenizer(given[0])
        else:
            raise self._refused(f"{called.module}.{called.name}()")

    def new_object(self) -> None:
        given, called = self._pop(), self._pop()
        if given != ():
            raise self._refused("NEWOBJ")
        self._push_tokenizer(called)

    def _push_tokenizer(self, called: object) -> None:
        if type(called) is not Name or called.name != "Tokenizer":
            raise self._refused("NEWOBJ")
        made = Inert()
        self.made.append(made)
        self._stack.append(made)

    def _mapping(self, called: Name, given: tuple[Any, ...]) -> dict[Any, Any]:
        """``OrderedDict()``, Python 2's ``OrderedDict([[key, value], …])``, ``defaultdict(int)``."""
        made: dict[Any, Any] = {}
        if called.name == "defaultdict":
            if given and not (len(given) == 1 and _is_int(given[0])):
                raise self._refused("collections.defaultdict()")
        elif given:
            (pairs,) = given
            if type(pairs) is not list:
                raise self._refused("collections.OrderedDict()")
            for key, value in pairs:
                _fill(made, [key, value])
        return made

    def build(self) -> None:
        state = self._pop()
        found = self._stack[-1]
        if type(found) is not Inert or type(state) is not dict:
            raise self._refused("BUILD")
        found.state.update(state)


def _is_int(found: object) -> bool:
    return found is None or (type(found) is Name and found.pair in _INT)


def _is_base(found: object) -> bool:
    return type(found) is Name and found.pair in _OBJECT


def _fill(into: dict[Any, Any], pairs: list[Any]) -> None:
    """Keys and values in turn; a key is a plain text or number, so that its hash is cheap."""
    if len(pairs) % 2:
        raise ValueError("a key without a value")
    keys = pairs[::2]
    for key in keys:
        if type(key) not in _KEYS:
            raise ValueError("a key that is neither text nor number")
    into.update(zip(keys, pairs[1::2], strict=True))


_KEYS = frozenset({str, int, bool, float, type(None)})

_Machine.METHODS = {
    0x80: "proto",
    0x95: "frame",
    ord("."): "stop",
    ord("("): "mark",
    ord("0"): "pop",
    ord("1"): "pop_mark",
    ord("2"): "dup",
    ord("N"): "none",
    0x88: "true",
    0x89: "false",
    ord("I"): "int_line",
    ord("L"): "long_line",
    ord("J"): "binint",
    ord("K"): "binint1",
    ord("M"): "binint2",
    0x8A: "long1",
    ord("F"): "float_line",
    ord("G"): "binfloat",
    ord("S"): "string_line",
    ord("T"): "text",
    ord("U"): "short_text",
    ord("V"): "unicode_line",
    ord("X"): "text",
    0x8C: "short_text",
    0x8D: "text8",
    ord("]"): "empty_list",
    ord(")"): "empty_tuple",
    ord("}"): "empty_dict",
    ord("l"): "list_of",
    ord("t"): "tuple_of",
    0x85: "tuple1",
    0x86: "tuple2",
    0x87: "tuple3",
    ord("d"): "dict_of",
    ord("a"): "append",
    ord("e"): "appends",
    ord("s"): "set_item",
    ord("u"): "set_items",
    ord("p"): "put_line",
    ord("q"): "binput",
    ord("r"): "long_binput",
    0x94: "memoize",
    ord("g"): "get_line",
    ord("h"): "binget",
    ord("j"): "long_binget",
    ord("c"): "global_line",
    0x93: "stack_global",
    ord("R"): "reduce",
    0x81: "new_object",
    ord("b"): "build",
}
