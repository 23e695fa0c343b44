"""The kinds of model files: a kind is a module of `engine.network.formats` and its row here."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.network.network import Network


class FormatModule(Protocol):
    """What reads one kind of file."""

    def match(self, path: Path) -> bool:
        """Whether a file is of the kind, by its content and not by its name."""

    def open_file(self, path: Path, digest: str) -> Network:
        """Read a file; what the network is called is decided where it is opened.

        Raises:
            ModelError: it is damaged, or holds what is not supported.
        """

    def rehearse(self) -> None:
        """Import whatever `open_file` uses, by reading a small file of our own making.

        The process that reads a foreign file may import nothing once it has opened it, and
        libraries import some of their parts only when they are used.
        """


@dataclass(frozen=True)
class Format:
    """One kind of model file.

    Attributes:
        module_name: of its module in `engine.network.formats`.
        name: what it is called, for `Network.format`.
        extensions: what its files are usually called, for the dialog that asks for one; none
            for a kind that is recognised only to be refused.
    """

    module_name: str
    name: str
    extensions: tuple[str, ...] = ()

    @property
    def module(self) -> FormatModule:
        """What reads it; imported when it is first asked for: a launch needs only one."""
        return importlib.import_module(f"engine.network.formats.{self.module_name}")


FORMATS = (
    Format("keras3", "Keras", (".keras",)),
    Format("pytorch.zipped", "PyTorch", (".pt", ".pth", ".bin")),
    Format("weights_apart", "Keras in parts"),
    Format("onnx.gathered", "ONNX + data"),
    Format("hdf5", "HDF5", (".h5", ".hdf5")),
    Format("pytorch.pickles", "PyTorch pickle"),
    Format("pytorch", "safetensors", (".safetensors",)),
    Format("onnx", "ONNX", (".onnx",)),
)
"""In the order in which a file is tried: what a launch opens first, the vaguest signature last."""

EXTENSIONS = tuple(
    extension
    for form in sorted(FORMATS, key=lambda form: form.name != "Keras")
    for extension in form.extensions
)
"""Of all files that can be opened, Keras's own first."""
