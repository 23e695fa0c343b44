"""Which foreign files Keras may be asked about.

Loading a model in Keras can run code from it: Lambda layers (tf-keras runs those of an HDF5
file even in safe mode), classes imported by the name of their module, functions of TensorFlow
looked up by name.  Keras is therefore given a file only if every class in its configuration is
one of Keras's own that Gatescope knows, and nothing else is named in it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.network.activations import ACTIVATIONS, ALIASES
from engine.network.formats.cudnn import KINDS as CUDNN
from engine.network.formats.entries import MODELS
from engine.network.formats.operations import FUNCTIONS
from engine.network.formats.wrapped_cells import CELLS
from engine.network.kinds.registry import KINDS
from engine.network.network import INACTIVE, INDEXING

_INITIALIZERS = (
    *("Zeros", "Ones", "Constant", "RandomNormal", "RandomUniform", "TruncatedNormal"),
    *("VarianceScaling", "Orthogonal", "OrthogonalInitializer", "Identity", "IdentityInitializer"),
    *("LecunUniform", "LecunNormal", "GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal"),
)
_OTHERS = (
    *("L1", "L2", "L1L2", "OrthogonalRegularizer"),
    *("MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"),
    *("QuantizedDTypePolicy", "QuantizedFloat8DTypePolicy", "Int4DTypePolicy"),
    *("Int8QuantizationConfig", "Int4QuantizationConfig", "Float8QuantizationConfig"),
    *("AbsMaxQuantizer", "DTypePolicy", "Policy", "__keras_tensor__", "__tensor__", "__numpy__"),
    *("__tuple__", "__slice__", "__ellipsis__", "TensorShape", "SlicingOpLambda"),
)

CLASSES = frozenset(
    (
        *("InputLayer", "Bidirectional", "TimeDistributed", "RNN", "StackedRNNCells"),
        *CELLS,
        *(*MODELS, *CUDNN, *INACTIVE, *INDEXING, *_INITIALIZERS, *_OTHERS),
        *(kind for kind in KINDS if not kind.startswith("ops.")),
    )
)
"""Classes whose making runs nothing but Keras's own code."""

_MAX_BYTES = 64 * 2**20
_DEPTH = 200


def why_not(path: Path) -> str:
    """Why Keras is not asked about a file, which is read as plain data; "" if it may be."""
    try:
        config = _configuration(path)
    except Exception:  # noqa: BLE001  # whatever it is, it is no reason to let Keras try
        return "its configuration cannot be read"
    if not isinstance(config, Mapping):
        return "it has no configuration of Keras"
    # The outermost model's optimizer and loss are left alone: it is loaded without compiling.
    config = {key: value for key, value in config.items() if key != "compile_config"}
    return next((f"it names {what[:80]}" for what in _strange(config, 0)), "")


def _configuration(path: Path) -> Any:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("config.json").file_size > _MAX_BYTES:
                return None
            return json.loads(archive.read("config.json"))
    import h5py

    with h5py.File(path, "r") as file:
        text = file.attrs.get("model_config")
    return None if text is None or len(text) > _MAX_BYTES else json.loads(text)


def _strange(value: Any, depth: int) -> Iterator[str]:
    """What is not known to be Keras's own: classes, modules, functions, files."""
    if depth > _DEPTH:
        yield "something nested too deeply"
    elif isinstance(value, Mapping):
        yield from _strange_entry(value)
        for inner in value.values():
            yield from _strange(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _strange(inner, depth + 1)


def _strange_entry(entry: Mapping[str, Any]) -> Iterator[str]:
    kind, module = entry.get("class_name"), entry.get("module")
    registered = entry.get("registered_name")
    # Keras 3 writes its own activations, which `_strange_class` looks at, as of builtins.
    plain = kind == "function" and module == "builtins"
    if module is not None and not plain and not _is_keras(str(module)):
        yield f"the module {module}"
    if registered is not None and ">" in str(registered) and not _is_keras(str(registered)):
        yield f"the class {registered}"
    if kind is not None:
        yield from _strange_class(str(kind), str(module or ""), entry)
    for key in ("vocabulary", "idf_weights", "standardize", "split"):
        if _names_a_file(key, entry.get(key)):
            yield f"a {key} outside of it"
    function = entry.get("function")
    if function is not None and function not in (*FUNCTIONS, "__operators__.getitem"):
        yield f"the function {function}"


def _strange_class(kind: str, module: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if kind == "function":
        config = entry.get("config")
        if config not in ACTIVATIONS and config not in ALIASES:
            yield f"the function {config}"
    elif kind == "TFOpLambda":
        config = entry.get("config")
        if not isinstance(config, Mapping) or config.get("function") not in FUNCTIONS:
            yield "a function of TensorFlow"
    elif kind not in CLASSES:
        is_operation = f"ops.{kind}" in KINDS and (".ops." in module or not module)
        if not is_operation:
            yield f"the class {kind}"


def _is_keras(name: str) -> bool:
    """Whether a module, or the package of a registered class, is Keras's own."""
    return name.split(">", maxsplit=1)[0].split(".", maxsplit=1)[0] in ("keras", "tf_keras")


def _names_a_file(key: str, value: Any) -> bool:
    """Whether a dictionary layer is to read a file, or to call a function."""
    plain = ("lower_and_strip_punctuation", "lower", "strip_punctuation", "whitespace", "character")
    return isinstance(value, str) and (key in ("vocabulary", "idf_weights") or value not in plain)
