"""``explain MODEL --method attention``: what the query of a step takes of each step."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.commands.explain_tables import MAX_LISTED, short, step_head
from engine.errors import GatescopeError, ReplayError
from engine.network.network import Network
from engine.replay.attended import Attended
from engine.replay.edits import LayerEdit
from engine.replay.replay import read_once
from engine.sequence import Sequence

Explained = tuple[dict[str, Any], dict[str, Any], list[str]]
"""Arrays, plain data, and lines for people."""


def explained(
    arguments: argparse.Namespace,
    network: Network,
    sequence: Sequence,
    edits: tuple[LayerEdit, ...],
) -> Explained:
    """What the query of ``--at`` takes of the steps, in every layer that attends or in ``--layer``,
    ``(T,)`` each; in the arrays the weights ``(heads, Tq, Tv)`` of all steps.

    Raises:
        GatescopeError: an option has no meaning here.
        ReplayError: nothing attends, or there is no such layer, head or step.
    """
    _check_options(arguments)
    begun = time.perf_counter()
    trace = read_once(network, sequence, edits=edits)
    steps = len(trace)
    at = (steps if arguments.at is None else arguments.at) - 1
    if not 0 <= at < steps:
        raise ReplayError(
            "There is no step {step}: the sequence has the steps 1 to {count}.",
            step=at + 1,
            count=steps,
        )
    found = _chosen(network, trace.attention, arguments.layer)
    arrays: dict[str, Any] = {}
    layers: dict[str, Any] = {}
    names = trace.steps or sequence.steps
    lines: list[str] = []
    for name, attended in found.items():
        taken = attended.taken_at(at, steps, _head(name, attended, arguments.head))
        weights = np.full(steps, np.nan, np.float32) if taken is None else taken
        arrays[f"{name}/attention"] = attended.weights
        arrays[f"{name}/queries"], arrays[f"{name}/keys"] = attended.queries, attended.keys
        query = attended.query_at(at)
        layers[name] = {
            "kind": attended.layer.kind,
            "heads": attended.heads,
            "query": None if query is None else int(attended.queries[query]) + 1,
            "is_masked": query is not None and not bool(attended.seen_queries[query]),
            "attention": _plain(weights),
        }
        lines += _lines(name, layers[name], weights, names, step_head(sequence))
    first = next(iter(layers.values()))
    data = {
        "attribution": first["attention"],
        "answer": None,
        "baseline_answer": None,
        "at": at + 1,
        "head": arguments.head,
        "layers": layers,
        "check": None,
        "seconds": time.perf_counter() - begun,
    }
    arrays["attribution"] = np.array(first["attention"], np.float64)
    return arrays, data, lines


def _check_options(arguments: argparse.Namespace) -> None:
    """Refuse what asks for another explanation."""
    given = {
        "--class": arguments.channel,
        "--unit": arguments.unit,
        "--points": arguments.points,
        "--baseline": arguments.baseline,
    }
    for option, value in given.items():
        if value is not None:
            raise GatescopeError(
                "Attention weights are of no class, unit or baseline. Leave out {option}.",
                option=option,
            )


def _chosen(network: Network, found: Mapping[str, Attended], layer: str) -> Mapping[str, Attended]:
    if not found:
        raise ReplayError(
            "{network} has no attention that is replayed: no step of it looks at others.",
            network=network.name,
        )
    if layer and layer not in found:
        raise ReplayError(
            "{network} has no layer {layer} that attends. It has: {known}.",
            network=network.name,
            layer=layer,
            known=", ".join(found),
        )
    return {layer: found[layer]} if layer else found


def _head(name: str, attended: Attended, head: int | None) -> int | None:
    if head is not None and not 1 <= head <= attended.heads:
        raise ReplayError(
            "The layer {layer} has no head {head}: it has the heads 1 to {count}.",
            layer=name,
            head=head,
            count=attended.heads,
        )
    return None if head is None else head - 1


def _plain(rows: np.ndarray[Any, np.dtype[np.floating[Any]]]) -> list[float | None]:
    return [float(number) if np.isfinite(number) else None for number in rows]


def _lines(
    name: str, layer: Mapping[str, Any], weights: Any, words: tuple[str, ...], head: str
) -> list[str]:
    """The steps of which most is taken."""
    of = f"{name} ({layer['kind']}, {layer['heads']} head{'s' if layer['heads'] > 1 else ''})"
    if layer["query"] is None:
        return [f"{of}: no step of its own yet"]
    lines = [f"{of}: what the query of step {layer['query']} takes"]
    if layer["is_masked"]:
        lines.append("  (the mask leaves this query out)")
    order = np.argsort(-np.nan_to_num(weights, nan=-1.0), kind="stable")[:MAX_LISTED]
    lines.append(f" step   weight  {head}")
    lines += [
        f"{k + 1:5d}  {short(float(weights[k])):>7}  {words[k]}"
        for k in order
        if np.isfinite(weights[k])
    ]
    return lines
