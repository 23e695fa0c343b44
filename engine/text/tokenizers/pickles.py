"""Pickles of dictionaries, read without running what is in them.

Plain data (`engine.safely.pickles`) and two names besides: Keras's ``Tokenizer``, whose
attributes are kept as plain data, and, where pickles of protocol 0 and 1 need it,
``copyreg._reconstructor``.  Neither is ever looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.errors import TextError
from engine.safely.pickles import DAMAGE, Name, PlainUnpickler, is_name

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

_OBJECT = frozenset({("builtins", "object"), ("__builtin__", "object")})
_MAKE = frozenset({("copyreg", "_reconstructor"), ("copy_reg", "_reconstructor")})


@dataclass(eq=False)
class Inert:
    """What was a ``Tokenizer``: its attributes, nothing else."""

    state: dict[Any, Any] = field(default_factory=dict)


def read_pickle(data: bytes, name: str) -> object:
    """What a pickle of protocol 0 to 5 holds: an `Inert` tokenizer, or plain dicts, lists, texts
    and numbers; ``name`` is the file's, for the messages.

    Raises:
        TextError: it is damaged, or names anything but plain data.
    """
    machine = _Unpickler(data, name)
    try:
        result: object = machine.load()
    except DAMAGE as error:
        raise TextError(
            "{name} is a damaged pickle and cannot be read. Copy or save it again.", name=name
        ) from error
    if not isinstance(result, Inert) and len(machine.tokenizers) == 1:
        return machine.tokenizers[0]  # as in {"tokenizer": …, "maxlen": 100}
    return result


class _Unpickler(PlainUnpickler):
    """One run through one pickle."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self._name = name
        self.tokenizers: list[Inert] = []

    def refused(self, what: str) -> TextError:
        """The error for a pickle that asks for something."""
        return TextError(
            "{name} is not a plain dictionary: its pickle asks for {what}, and a pickle can run "
            "code, so nothing of it was carried out. Save the tokenizer with to_json(), or the "
            "word_index as JSON.",
            name=self._name,
            what=what,
        )

    def admits(self, module: str, name: str) -> bool:
        """See `PlainUnpickler.admits`."""
        return (module, name) in _OBJECT | _MAKE or (name == "Tokenizer" and module in MODULES)

    def called(self, name: Name, arguments: tuple[Any, ...]) -> Any:
        """As protocols 0 and 1 make an object: of a class, on the base object, from None."""
        if name.pair not in _MAKE:
            return super().called(name, arguments)
        if len(arguments) != 3 or not is_name(arguments[1], _OBJECT) or arguments[2] is not None:
            raise self.refused("copyreg._reconstructor")
        return self.made(arguments[0])

    def made(self, name: object) -> Inert:
        """See `PlainUnpickler.made`."""
        if type(name) is not Name or name.name != "Tokenizer":
            raise self.refused("NEWOBJ")
        self.tokenizers.append(Inert())
        return self.tokenizers[-1]

    def built(self, target: object, state: object) -> None:
        """See `PlainUnpickler.built`."""
        if type(target) is not Inert or type(state) is not dict:
            raise self.refused("BUILD")
        target.state.update(state)
