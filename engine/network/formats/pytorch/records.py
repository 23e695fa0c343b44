"""The pickle in a file of ``torch.save``, of which only records of tensors are taken.

Sources: ``torch/serialization.py`` and ``torch/_utils.py`` of PyTorch 2.13.  A tensor is a call
of ``torch._utils._rebuild_tensor_v2`` on a storage, which is named by a persistent id
``("storage", torch.FloatStorage, key, device, count)``.  Here the call is a `TensorRecord` and the id
a `Storage`; nothing is called, looked up or imported (`engine.safely.pickles`).
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any

from engine.errors import ModelError
from engine.safely.pickles import Instructions, Name, PlainUnpickler, one_line

_TENSOR = ("torch._utils", "_rebuild_tensor_v2")
_PARAMETER = ("torch._utils", "_rebuild_parameter")
STORAGES = {
    "DoubleStorage": ("f8", 8), "FloatStorage": ("f4", 4), "HalfStorage": ("f2", 2),
    "BFloat16Storage": ("bf16", 2), "LongStorage": ("", 8), "IntStorage": ("", 4),
    "ShortStorage": ("", 2), "CharStorage": ("", 1), "ByteStorage": ("", 1), "BoolStorage": ("", 1),
}  # fmt: skip
"""What their numbers are, "" for numbers without a point, and the bytes of one."""

_AXES = 8


@dataclass(frozen=True)
class Storage:
    """Where numbers lie: the kind of number, the member of the zip, how many there are."""

    kind: str
    key: str
    count: int


@dataclass(frozen=True)
class TensorRecord:
    """One tensor: a view of a storage, in numbers from its start."""

    storage: Storage
    start: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    @property
    def is_real(self) -> bool:
        """Whether it is of numbers with a point."""
        return bool(STORAGES[self.storage.kind][0])


class RecordUnpickler(PlainUnpickler):
    """One run through the ``data.pkl`` of a file of that name; tensors become `TensorRecord`."""

    dispatch = Instructions(PlainUnpickler.dispatch)

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self._name = name

    def refused(self, what: str) -> ModelError:
        """The error for a pickle that asks for something."""
        return ModelError(
            "{name} is no plain state dict: its pickle asks for {what}, and a pickle can run code, "
            "so nothing of it was carried out. Save the weights alone with "
            "torch.save(model.state_dict(), 'name.pt').",
            name=self._name,
            what=what,
        )

    def admits(self, module: str, name: str) -> bool:
        """See `PlainUnpickler.admits`."""
        return (module, name) in (_TENSOR, _PARAMETER) or (module == "torch" and name in STORAGES)

    def called(self, name: Name, arguments: tuple[Any, ...]) -> Any:
        """See `PlainUnpickler.called`."""
        if name.pair == _PARAMETER and arguments and type(arguments[0]) is TensorRecord:
            return arguments[0]
        if name.pair != _TENSOR:
            return super().called(name, arguments)
        storage, start, shape, strides = arguments[:4]
        whole = type(start) is int and _wholes(shape) and _wholes(strides)
        if type(storage) is not Storage or not whole or len(shape) != len(strides) or start < 0:
            raise ValueError("a tensor is not described")
        if 0 not in shape:
            last = start + sum((n - 1) * by for n, by in zip(shape, strides, strict=True))
            if last >= storage.count:
                raise ValueError("a tensor ends behind the end of its storage")
        return TensorRecord(storage, start, shape, strides)

    def built(self, target: object, state: object) -> None:
        """A state dict carries the versions of its modules as an attribute."""
        if type(target) is not dict or type(state) is not dict or set(state) - {"_metadata"}:
            raise self.refused("BUILD")

    def load_binpersid(self) -> None:
        """A persistent id is a storage, or nothing that is known."""
        found = self.stack.pop()
        match found:
            case ("storage", Name("torch", kind), str(key), str(), int(count)) if kind in STORAGES:
                if not 0 <= count < 2**40 or not key.isascii() or not key.isalnum():
                    raise ValueError("a storage is not described")
                self.append(Storage(kind, key, count))
            case _:
                what = found[0] if isinstance(found, tuple) and found else "?"
                raise self.refused(one_line(f"the persistent id {what}"))


RecordUnpickler.dispatch[pickle.BINPERSID[0]] = RecordUnpickler.load_binpersid


def _wholes(value: Any) -> bool:
    """Whether it is a tuple of sizes."""
    plain = type(value) is tuple and len(value) <= _AXES
    return plain and all(type(one) is int and 0 <= one < 2**40 for one in value)
