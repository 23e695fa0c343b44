"""Pickles of dictionaries, read without running what is in them.

A pickle is a program for a machine with a stack, and Python's own machine calls what the
program names.  Here its pure Python form is used with the instructions that call anything
taken out or replaced: it makes numbers, texts, lists and dicts, and knows four names
besides: Keras's ``Tokenizer``, whose attributes it keeps as plain data, ``OrderedDict``,
``defaultdict`` and, where pickles of protocol 0 and 1 need it, ``copyreg._reconstructor``.
None of them is ever looked up, let alone imported.  The machine in C would do as much, but
takes memory and time out of proportion to the file where a pickle asks for it.
"""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from engine.errors import TextError

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


_DAMAGE = (
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
    *(EOFError, struct.error, pickle.UnpicklingError),
)


def read_pickle(data: bytes, name: str) -> object:
    """What a pickle of protocol 0 to 5 holds: an `Inert` tokenizer, or plain dicts, lists, texts
    and numbers; ``name`` is the file's, for the messages.

    Raises:
        TextError: it is damaged, or names anything but plain data.
    """
    machine = _Unpickler(data, name)
    try:
        result: object = machine.load()
    except _DAMAGE as error:
        raise TextError(
            "{name} is a damaged pickle and cannot be read. Copy or save it again.", name=name
        ) from error
    if not isinstance(result, Inert) and len(machine.tokenizers) == 1:
        return machine.tokenizers[0]  # as in {"tokenizer": …, "maxlen": 100}
    return result


class _Instructions(dict[int, Callable[[Any], None]]):
    """Instructions by the byte that stands for them; any other ends the reading."""

    def __missing__(self, code: int) -> Callable[[Any], None]:
        def refuse(machine: _Unpickler) -> None:
            raise machine.refused(_name_of(code))

        return refuse


class _Unpickler(pickle._Unpickler):
    """One run through one pickle."""

    dispatch = _Instructions()
    stack: list[Any]
    append: Callable[[Any], None]
    pop_mark: Callable[[], list[Any]]
    readline: Callable[[], bytes]

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self._name = name
        self.tokenizers: list[Inert] = []

    def refused(self, what: str) -> TextError:
        """The error for a pickle that asks for something."""
        return TextError(
            "{name} is not a plain dictionary: its pickle asks for {what}, and a pickle can run "
            "code, so nothing of it was carried out. Save the tokenizer with to_json(), or the "
            "word_index as JSON.",
            name=self._name,
            # A name in a pickle may hold anything; a message is one line.
            what=" ".join("".join(c if c.isprintable() else " " for c in what).split())[:120],
        )

    # -- dicts: a key is a plain text or number, so that its hash is cheap ---------

    def load_dict(self) -> None:
        items = self.pop_mark()
        self.append(_filled({}, items))

    def load_setitem(self) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        _filled(self.stack[-1], [key, value])

    def load_setitems(self) -> None:
        items = self.pop_mark()
        _filled(self.stack[-1], items)

    # -- names -------------------------------------------------------------------

    def find_class(self, module: str, name: str) -> Any:
        """A `Name`, where it is one of those that tokenizers need."""
        allowed = (module, name) in _MAPPINGS | _INT | _OBJECT | _MAKE
        if not allowed and not (name == "Tokenizer" and module in MODULES):
            raise self.refused(f"{module}.{name}")
        return Name(module, name)

    def load_inst(self) -> None:
        module, name = self.readline()[:-1], self.readline()[:-1]
        raise self.refused(f"{module.decode('utf-8', 'replace')}.{name.decode('utf-8', 'replace')}")

    def load_reduce(self) -> None:
        arguments, called = self.stack.pop(), self.stack.pop()
        if type(called) is not Name or type(arguments) is not tuple:
            raise self.refused("REDUCE")
        if called.pair in _MAPPINGS:
            self.append(self._mapping(called, arguments))
        elif called.pair in _MAKE:
            # As protocols 0 and 1 make an object: of a class, on the base object, from None.
            if len(arguments) != 3 or not _is(arguments[1], _OBJECT) or arguments[2] is not None:
                raise self.refused("copyreg._reconstructor")
            self._push_tokenizer(arguments[0])
        else:
            raise self.refused(f"{called.module}.{called.name}()")

    def load_newobj(self) -> None:
        arguments, called = self.stack.pop(), self.stack.pop()
        if arguments != ():
            raise self.refused("NEWOBJ")
        self._push_tokenizer(called)

    def _push_tokenizer(self, called: object) -> None:
        if type(called) is not Name or called.name != "Tokenizer":
            raise self.refused("NEWOBJ")
        self.tokenizers.append(Inert())
        self.append(self.tokenizers[-1])

    def _mapping(self, called: Name, arguments: tuple[Any, ...]) -> dict[Any, Any]:
        """``OrderedDict()``, Python 2's ``OrderedDict([[key, value], …])``, ``defaultdict(int)``."""
        result: dict[Any, Any] = {}
        if called.name == "defaultdict":
            if arguments not in ((), (None,)) and not (
                len(arguments) == 1 and _is(arguments[0], _INT)
            ):
                raise self.refused("collections.defaultdict()")
        elif arguments:
            (pairs,) = arguments
            if type(pairs) is not list:
                raise self.refused("collections.OrderedDict()")
            for key, value in pairs:
                _filled(result, [key, value])
        return result

    def load_build(self) -> None:
        state = self.stack.pop()
        target = self.stack[-1]
        if type(target) is not Inert or type(state) is not dict:
            raise self.refused("BUILD")
        target.state.update(state)


def _is(value: object, names: frozenset[tuple[str, str]]) -> bool:
    return type(value) is Name and value.pair in names


def _filled(into: Any, pairs: list[Any]) -> dict[Any, Any]:
    """A dict with keys and values that stand in turn added."""
    if type(into) is not dict or len(pairs) % 2:
        raise ValueError("no dict, or a key without a value")
    keys = pairs[::2]
    if not all(type(key) in _KEYS for key in keys):
        raise ValueError("a key that is neither text nor number")
    into.update(zip(keys, pairs[1::2], strict=True))
    return into


_KEYS = frozenset({str, int, bool, float, type(None)})


def _name_of(code: int) -> str:
    """What an instruction is called."""
    import pickletools

    names = (each.name for each in pickletools.opcodes if ord(each.code) == code)
    return next(names, f"0x{code:02x}")


_PLAIN = (
    *("PROTO", "FRAME", "STOP", "MARK", "POP", "POP_MARK", "DUP"),
    *("NONE", "NEWTRUE", "NEWFALSE", "INT", "LONG", "BININT", "BININT1", "BININT2", "LONG1"),
    *("FLOAT", "BINFLOAT", "STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE"),
    *("BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8", "EMPTY_LIST", "EMPTY_TUPLE", "EMPTY_DICT"),
    *("LIST", "TUPLE", "TUPLE1", "TUPLE2", "TUPLE3", "APPEND", "APPENDS"),
    *("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE", "GET", "BINGET", "LONG_BINGET"),
    *("GLOBAL", "STACK_GLOBAL"),
)
"""Instructions that make plain data, or name something; these are Python's own."""

for _instruction in _PLAIN:
    _code = getattr(pickle, _instruction)[0]
    _Unpickler.dispatch[_code] = pickle._Unpickler.dispatch[_code]
_Unpickler.dispatch |= {
    pickle.DICT[0]: _Unpickler.load_dict,
    pickle.SETITEM[0]: _Unpickler.load_setitem,
    pickle.SETITEMS[0]: _Unpickler.load_setitems,
    pickle.INST[0]: _Unpickler.load_inst,
    pickle.REDUCE[0]: _Unpickler.load_reduce,
    pickle.NEWOBJ[0]: _Unpickler.load_newobj,
    pickle.BUILD[0]: _Unpickler.load_build,
}
