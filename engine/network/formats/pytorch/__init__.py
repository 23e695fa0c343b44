"""PyTorch's recurrent weights: a state dict, names and numbers alone.

`tensors` reads a safetensors file, `zipped` what ``torch.save`` writes, `modules` finds the
recurrent modules by the names and shapes that PyTorch gives their parameters, `chain` puts them
in a row.  Bare pickles of old are told by `pickles` and not opened.
"""

from __future__ import annotations

from pathlib import Path

from engine.network.formats.pytorch.chain import chained
from engine.network.formats.pytorch.tensors import is_safetensors, opened
from engine.network.formats.stored import DAMAGE, damaged
from engine.network.network import Network


def match(path: Path) -> bool:
    """Whether the file begins as a safetensors file does, whatever it is called."""
    return is_safetensors(path)


def open_file(path: Path, digest: str) -> Network:
    """Read a safetensors file.

    Raises:
        ModelError: it is damaged, or has no recurrent weights of PyTorch.
    """
    try:
        with opened(path) as tensors:
            return chained(tensors, path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def rehearse() -> None:
    """Nothing more is imported (`engine.network.formats.registry.FormatModule`)."""
