"""Pickles, read without running what is in them: `PlainUnpickler`.

A pickle is a program for a machine with a stack, and Python's own machine calls what the
program names.  Here its pure Python form is used with the instructions that call anything
taken out or replaced: it makes numbers, texts, lists and dicts, and names are kept as `Name`,
never looked up, let alone imported.  Which names there may be, and what stands for them, a
subclass says.  The machine in C would do as much, but takes memory and time out of proportion
to the file where a pickle asks for it.
"""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.errors import GatescopeError

DAMAGE = (
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
    *(EOFError, struct.error, pickle.UnpicklingError),
)
"""What the machine raises inside a damaged pickle."""

MAPPINGS = frozenset({("collections", "OrderedDict"), ("collections", "defaultdict")})
"""What becomes a plain dict."""

_KEYS = frozenset({str, int, bool, float, type(None)})
_INT = frozenset({("builtins", "int"), ("__builtin__", "int"), ("__builtin__", "long")})


@dataclass(frozen=True)
class Name:
    """What a pickle names; it is never looked up."""

    module: str
    name: str

    @property
    def pair(self) -> tuple[str, str]:
        """Module and name."""
        return self.module, self.name


class Instructions(dict[int, Callable[[Any], None]]):
    """Instructions by the byte that stands for them; any other ends the reading."""

    def __missing__(self, code: int) -> Callable[[Any], None]:
        def refuse(machine: PlainUnpickler) -> None:
            raise machine.refused(_name_of(code))

        return refuse


class PlainUnpickler(pickle._Unpickler):
    """One run through one pickle, of protocol 0 to 5; its ``load`` gives what is in it.

    It raises what `refused` makes for a pickle that asks for anything, and one of `DAMAGE`.
    """

    dispatch = Instructions()
    stack: list[Any]
    append: Callable[[Any], None]
    pop_mark: Callable[[], list[Any]]
    readline: Callable[[], bytes]

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")

    # -- what a subclass says ----------------------------------------------------------

    def refused(self, what: str) -> GatescopeError:
        """The error for a pickle that asks for something; ``what`` as `one_line` makes it."""
        raise NotImplementedError

    def admits(self, module: str, name: str) -> bool:
        """Whether a name may stand in it besides those of dicts; none as a rule."""
        return False

    def called(self, name: Name, arguments: tuple[Any, ...]) -> Any:
        """What stands for a call of an admitted name."""
        raise self.refused(f"{name.module}.{name.name}()")

    def made(self, name: object) -> Any:
        """What stands for a new object of an admitted class."""
        raise self.refused("NEWOBJ")

    def built(self, target: object, state: object) -> None:
        """Take the attributes of an object that `called` or `made` gave."""
        raise self.refused("BUILD")

    # -- dicts: a key is a plain text or number, so that its hash is cheap ---------

    def load_dict(self) -> None:
        """Make a dict of what stands since the mark."""
        items = self.pop_mark()
        self.append(filled({}, items))

    def load_setitem(self) -> None:
        """Add one pair to a dict."""
        value, key = self.stack.pop(), self.stack.pop()
        filled(self.stack[-1], [key, value])

    def load_setitems(self) -> None:
        """Add the pairs since the mark to a dict."""
        items = self.pop_mark()
        filled(self.stack[-1], items)

    # -- names -------------------------------------------------------------------

    def find_class(self, module: str, name: str) -> Any:
        """A `Name`, where it is admitted."""
        if (module, name) not in MAPPINGS | _INT and not self.admits(module, name):
            raise self.refused(one_line(f"{module}.{name}"))
        return Name(module, name)

    def load_inst(self) -> None:
        """Refuse it: an object of protocol 0, made by a call."""
        names = [self.readline()[:-1].decode("utf-8", "replace") for _ in range(2)]
        raise self.refused(one_line(".".join(names)))

    def load_reduce(self) -> None:
        """A dict for a call that makes one; else what `called` says."""
        arguments, called = self.stack.pop(), self.stack.pop()
        if type(called) is not Name or type(arguments) is not tuple:
            raise self.refused("REDUCE")
        mapping = called.pair in MAPPINGS
        self.append(self._mapping(called, arguments) if mapping else self.called(called, arguments))

    def load_newobj(self) -> None:
        """What `made` says; nothing may be given to it."""
        arguments, called = self.stack.pop(), self.stack.pop()
        if arguments != ():
            raise self.refused("NEWOBJ")
        self.append(self.made(called))

    def load_build(self) -> None:
        """What `built` says."""
        state = self.stack.pop()
        self.built(self.stack[-1], state)

    def _mapping(self, called: Name, arguments: tuple[Any, ...]) -> dict[Any, Any]:
        """``OrderedDict()``, Python 2's ``OrderedDict([[key, value], …])``, ``defaultdict(int)``."""
        result: dict[Any, Any] = {}
        if called.name == "defaultdict":
            whole = len(arguments) == 1 and is_name(arguments[0], _INT)
            if arguments not in ((), (None,)) and not whole:
                raise self.refused("collections.defaultdict()")
        elif arguments:
            (pairs,) = arguments
            if type(pairs) is not list:
                raise self.refused("collections.OrderedDict()")
            for key, value in pairs:
                filled(result, [key, value])
        return result


def is_name(value: object, names: frozenset[tuple[str, str]]) -> bool:
    """Whether it is one of those `Name`."""
    return type(value) is Name and value.pair in names


def one_line(text: str) -> str:
    """A name in a pickle, which may hold anything, as a message can have it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:120]


def filled(into: Any, pairs: list[Any]) -> dict[Any, Any]:
    """A dict with keys and values that stand in turn added.

    Raises:
        ValueError: it is no dict, or a key is no plain text or number.
    """
    if type(into) is not dict or len(pairs) % 2:
        raise ValueError("no dict, or a key without a value")
    keys = pairs[::2]
    if not all(type(key) in _KEYS for key in keys):
        raise ValueError("a key that is neither text nor number")
    into.update(zip(keys, pairs[1::2], strict=True))
    return into


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
    PlainUnpickler.dispatch[_code] = pickle._Unpickler.dispatch[_code]
PlainUnpickler.dispatch |= {
    pickle.DICT[0]: PlainUnpickler.load_dict,
    pickle.SETITEM[0]: PlainUnpickler.load_setitem,
    pickle.SETITEMS[0]: PlainUnpickler.load_setitems,
    pickle.INST[0]: PlainUnpickler.load_inst,
    pickle.REDUCE[0]: PlainUnpickler.load_reduce,
    pickle.NEWOBJ[0]: PlainUnpickler.load_newobj,
    pickle.BUILD[0]: PlainUnpickler.load_build,
}
