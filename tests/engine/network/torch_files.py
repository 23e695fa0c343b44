"""Files as ``torch.save`` writes them, made without PyTorch: real pickles of stand-ins."""

from __future__ import annotations

import io
import pickle
import sys
import types
import zipfile
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

KINDS = {"float32": "FloatStorage", "float64": "DoubleStorage", "float16": "HalfStorage",
         "int64": "LongStorage"}  # fmt: skip


@contextmanager
def _stand_ins() -> Iterator[types.ModuleType]:
    """Modules of PyTorch's names, for as long as something is pickled."""
    torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    for name in KINDS.values():
        setattr(torch, name, type(name, (), {"__module__": "torch"}))

    def rebuild(*arguments: Any) -> None:
        """Named and never called."""

    rebuild.__module__, rebuild.__qualname__ = "torch._utils", "_rebuild_tensor_v2"
    rebuild.__name__ = "_rebuild_tensor_v2"
    vars(utils)["_rebuild_tensor_v2"] = rebuild
    kept = {name: sys.modules.get(name) for name in ("torch", "torch._utils")}
    sys.modules |= {"torch": torch, "torch._utils": utils}
    try:
        yield torch
    finally:
        for name, module in kept.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


class _Storage:
    def __init__(self, key: str, array: np.ndarray[Any, Any]) -> None:
        self.key, self.array = key, array


class _Tensor:
    def __init__(self, storage: _Storage, view: tuple[Any, ...]) -> None:
        self.storage, self.view = storage, view

    def __reduce__(self) -> Any:
        rebuild = sys.modules["torch._utils"]._rebuild_tensor_v2
        return rebuild, (self.storage, *self.view, False, OrderedDict())


def pickled(content: Any, described: Mapping[str, Any] | None = None) -> tuple[bytes, list[bytes]]:
    """The pickle of nested dicts and lists in which numpy's arrays are tensors, and the bytes of
    the storages.

    ``described`` changes what the pickle says of each tensor: ``start``, ``shape``, ``strides``,
    ``key``, ``count``.
    """
    said, storages = dict(described or {}), []

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            return type(value)((key, put(each)) for key, each in value.items())
        if isinstance(value, list):
            return [put(each) for each in value]
        if not isinstance(value, np.ndarray):
            return value
        strides = tuple(by // value.itemsize for by in np.ascontiguousarray(value).strides)
        view = [said.get("start", 0), said.get("shape", value.shape), said.get("strides", strides)]
        storage = _Storage(said.get("key", str(len(storages))), value)
        storages.append(np.ascontiguousarray(value).tobytes())
        return _Tensor(storage, tuple(view))

    with _stand_ins() as torch:

        class Pickler(pickle.Pickler):
            def persistent_id(self, found: Any) -> Any:
                if not isinstance(found, _Storage):
                    return None
                kind = getattr(torch, KINDS[found.array.dtype.name])
                count = said.get("count", found.array.size)
                return "storage", kind, found.key, "cpu", count

        made = io.BytesIO()
        Pickler(made, 2).dump(put(content))
    return made.getvalue(), storages


def zipped(data: bytes, storages: list[bytes], root: str = "archive/", order: str = "") -> bytes:
    """The zip around them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        members = {"data.pkl": data, **{f"data/{k}": raw for k, raw in enumerate(storages)}}
        if order:
            members["byteorder"] = order.encode()
        for name, content in members.items():  # of no date, so that it can be made again
            archive.writestr(zipfile.ZipInfo(root + name), content)
    return made.getvalue()


def torch_file(content: Any, **described: Any) -> bytes:
    """What ``torch.save`` would write of it; see `pickled`."""
    return zipped(*pickled(content, described))
