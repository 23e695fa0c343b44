"""Which model is read, and what: the arguments of several commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from engine.errors import GatescopeError
from engine.named_file import named_file
from engine.network.formats.registry import EXTENSIONS
from engine.network.named_model import is_bundled, named_model, shell_name
from engine.network.network import Network
from engine.network.nonlinearity import with_nonlinearity
from engine.numbers.gaps import GAPS
from engine.numbers.scaling import SCALES
from engine.numbers.time_order import ORDERS

LENGTH = 100
"""The lecture's length, for networks that take any."""

SERIES = ("sine", "sines", "adding", "weather", "random", "uniform")
"""What ``--series`` can name; ``random`` is normal numbers, or ids for a network of ids."""


Row = tuple[str, str, str] | tuple[str, str, str, object]
"""An option: its name, what stands for its value in the help, what it does, and its default."""


def add_options(
    parser: argparse._ActionsContainer, kind: Callable[[str], object], *rows: Row
) -> None:
    """Options of which each takes one value of a kind."""
    for name, metavar, says, *default in rows:
        usual = default[0] if default else None
        parser.add_argument(name, type=kind, metavar=metavar, help=str(says), default=usual)


def add_model(parser: argparse.ArgumentParser) -> None:
    """Which model is read."""
    parser.add_argument(
        "model",
        type=named_model,
        metavar="MODEL",
        help=f"a model file ({' '.join(EXTENSIONS)}), or a bundled model by its name, such as lstm",
    )
    parser.add_argument(
        "weights",
        type=named_file,
        metavar="WEIGHTS",
        nargs="?",
        help="its weights, where MODEL is an architecture (JSON, YAML) or an ONNX file and they are not beside it",
    )
    parser.add_argument(
        "--relu",
        action="store_true",
        help="an RNN of PyTorch whose file does not say so uses relu (tanh)",
    )


def opened(arguments: argparse.Namespace) -> Network:
    """The model that is named, with what was chosen of it.

    Raises:
        GatescopeError: it cannot be read, or leaves no such choice.
    """
    from engine.network.opening import open_safely

    weights = arguments.weights
    if weights is not None and not weights.exists() and is_bundled(str(weights)):
        raise GatescopeError(
            "A command reads one model, and {other} is a second one; what follows a model are its "
            "weights. survey {model} --against {other} reads two.",
            model=shell_name(arguments.model),
            other=str(weights),
        )
    network = open_safely(arguments.model, weights=arguments.weights)
    return with_nonlinearity(network, "relu") if arguments.relu else network


def add_columns(parser: argparse.ArgumentParser) -> None:
    """Which columns of a file of numbers, and how they are read; whatever asks for windows."""
    add_options(
        parser,
        str,
        ("--columns", "A,B", "by name, or by place from 1 (as many as the model reads)"),
    )
    parser.add_argument(
        "--scale", choices=SCALES, default="none", help="by the rows of the whole file (none)"
    )
    names = "row of a file that names the columns, from 1; 0: none does (looks for it)"
    skipped = "rows of a file above all others (0)"
    add_options(parser, int, ("--header-row", "N", names), ("--skip", "N", skipped, 0))
    parser.add_argument(
        "--missing",
        choices=GAPS,
        default="refuse",
        help="gaps: leave rows out, repeat the value before, 0, interpolate, mean (refuse)",
    )
    parser.add_argument(
        "--order",
        choices=ORDERS,
        default="auto",
        help="of the rows: oldest first, or as in the file (auto: oldest first where times fall)",
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--text | --review | --ids | --values | --series``, and how to encode."""
    what = parser.add_mutually_exclusive_group()
    add_options(what, str, ("--text", "T", "read this text"))
    add_options(what, int, ("--review", "N", "read this offline review, from 0"))
    add_options(
        what,
        named_file,
        ("--ids", "FILE", "integers parted by white space"),
        ("--values", "FILE", "CSV, a workbook, NPY or Parquet, T rows, F columns"),
    )
    what.add_argument("--series", choices=SERIES, help="numbers that need no file")
    add_columns(parser)
    carried = (
        "carry the states from window or review K on into the one that is read (each begins anew)"
    )
    add_options(
        parser,
        int,
        ("--window", "K", "window of the length, from 1 (1; all rows without a length)"),
        ("--carry", "K", carried),
        ("--seed", "N", "of made numbers, and of the draw (0)", 0),
        ("--length", "T", "steps (the model's, else 100)"),
    )
    words = "dictionary of words and ids (inside or beside the model, else IMDB's); imdb: that"
    add_options(parser, str, ("--words", "FILE", words))
    add_options(parser, int, ("--num-words", "N", "ids (the model's vocabulary)"))
