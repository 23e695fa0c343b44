"""An ONNX model with the files of its weights, in a zip as `engine.network.together` makes it.

``onnx/graph`` is the ONNX file; ``data/N`` are the others, in the order of `external.files_of`.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from engine.network.formats import onnx
from engine.network.formats.archive import Archive, names_in, rehearse_zip
from engine.network.formats.onnx.external import Beside, files_of
from engine.network.formats.onnx.proto import MAX_BYTES, model_in, parsed
from engine.network.formats.stored import DAMAGE, damaged
from engine.network.network import Network
from engine.network.together import ONNX_GRAPH, numbered


def match(path: Path) -> bool:
    """Whether the file is such a zip."""
    return ONNX_GRAPH in names_in(path)


def open_file(path: Path, digest: str) -> Network:
    """Read a model and its weights.

    Raises:
        ModelError: one of them is damaged, missing, or holds what is not supported.
    """
    from engine.network.formats.onnx.convert import converted

    try:
        with zipfile.ZipFile(path) as archive:
            members = Archive(path, archive)
            model = parsed(members.read(ONNX_GRAPH, MAX_BYTES))
            places = numbered(files_of(model))
            beside = Beside(lambda name: members.read(places[name], MAX_BYTES))
            return converted(model_in(model, beside), path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    onnx.rehearse()
    rehearse_zip()
