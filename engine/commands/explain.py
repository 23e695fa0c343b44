"""``explain MODEL --method M``: what each step did for the answer, or what is remembered."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np

from engine.commands import inputs, notes
from engine.errors import GatescopeError, Note
from engine.explain.attribution import Check, Floats
from engine.explain.memory import memories
from engine.explain.methods import METHODS, Settings, explain
from engine.explain.target import Target, read_for
from engine.network.network import Network
from engine.replay.edit_texts import parse_all
from engine.replay.edited import edited
from engine.replay.edits import LayerEdit, check_steps, of_layers
from engine.sequence import Sequence

MEMORIES = ("memory", "horizon")
"""What is not about single steps' share of the answer."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``explain`` in the shell."""
    parser.add_argument("model", type=Path, metavar="MODEL")
    parser.add_argument("--method", required=True, choices=(*METHODS, *MEMORIES))
    inputs.add_arguments(parser)
    parser.add_argument("--at", type=int, metavar="STEP", help="step to explain, from 1 (the last)")
    parser.add_argument(
        "--class", dest="channel", type=int, metavar="K", help="class, from 0 (the likeliest)"
    )
    parser.add_argument("--layer", default="", metavar="NAME", help="explain its h, not the answer")
    parser.add_argument("--unit", type=int, metavar="U", help="unit of the layer, from 0")
    parser.add_argument(
        "--baseline",
        metavar="B",
        help="ig: padding, zero, unknown; occlusion: removed, padding, unknown",
    )
    parser.add_argument(
        "--points", type=int, metavar="N", help="of ig (64, and more where they do not do)"
    )
    inputs.add_edits(parser)
    parser.add_argument("--out", type=Path, metavar="FILE.npz")
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain, and write or print."""
    from engine.network.opening import open_safely
    from engine.network.refusal import check_replayable
    from engine.replay.export import write_arrays

    edits = parse_all(arguments.edit)
    network = open_safely(arguments.model)
    check_replayable(network)
    assumed = notes.notes_of(network)
    sequence = edited(inputs.sequence_of(arguments, network, assumed), edits)
    changes = of_layers(edits)
    said = notes.say(assumed, arguments.strict)
    if arguments.unit is not None and not arguments.layer:
        raise GatescopeError("--unit is a unit of a layer. Name the layer with --layer.")
    for edit in changes:
        check_steps(edit, np.ones(len(sequence), bool))
    target = Target(
        None if arguments.at is None else arguments.at - 1,
        arguments.channel,
        arguments.layer,
        arguments.unit,
    )
    if arguments.method in MEMORIES:
        arrays, data = _remembered(network, sequence, target, arguments.method, changes)
    else:
        settings = Settings(arguments.baseline, arguments.points)
        arrays, data = _attributed(network, sequence, target, arguments.method, settings, changes)
    check = data.get("check")
    if check is not None and (check["value"] is None or check["value"] > check["tolerance"]):
        said += notes.say([_failed(check)], arguments.strict)
    data = {
        "network": network.name,
        "method": arguments.method,
        "words": list(sequence.steps),
        "edits": [str(edit) for edit in edits],
        **data,
        "partial": network.is_partial,
        "notes": said,
    }
    if arguments.out is not None:
        if arguments.out.suffix.lower() != ".npz":
            raise GatescopeError("explain writes NPZ; name {path} .npz.", path=str(arguments.out))
        write_arrays({"words": np.array(sequence.steps, np.str_), **arrays}, arguments.out)
    if arguments.json:
        print(json.dumps(data, allow_nan=False))
    elif arguments.out is None:
        print(_table(data))
    return 0


def _attributed(
    network: Network,
    sequence: Sequence,
    target: Target,
    method: str,
    settings: Settings,
    edits: tuple[LayerEdit, ...],
) -> tuple[dict[str, Any], dict[str, Any]]:
    result = explain(network, sequence, method, target, settings, edits=edits)
    nothing = result.baseline_answer
    data = {
        "attribution": result.scores.tolist(),
        "answer": result.answer,
        "baseline_answer": nothing if np.isfinite(nothing) else None,
        "explains": result.explains,
        "at": (result.target.at or 0) + 1,
        "class": result.target.channel,
        "layer": result.target.layer,
        "unit": result.target.unit,
        "padding": result.on_padding(sequence.padding),
        "check": _check(result.checks[0]),
        **result.settings,
        "seconds": result.seconds,
    }
    arrays = {
        "attribution": result.scores,
        "answer": np.array(result.answer),
        "baseline_answer": np.array(nothing),
        "mask": ~sequence.padding,
    }
    if result.by_feature is not None:
        arrays["by_feature"] = result.by_feature
    return arrays, data


def _remembered(
    network: Network,
    sequence: Sequence,
    target: Target,
    method: str,
    edits: tuple[LayerEdit, ...],
) -> tuple[dict[str, Any], dict[str, Any]]:
    begun = time.perf_counter()
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    if not network.answers and not target.layer and network.recurrent:
        target = Target(target.at, layer=network.recurrent[-1].name)
    reading = read_for(network, sequence.inputs[None], auxiliary, target, edits=edits)
    arrays: dict[str, Any] = {}
    layers: dict[str, Any] = {}
    for name, memory in memories(reading).items():
        layers[name] = {"horizon": memory.horizon}
        if memory.half_life is not None:
            layers[name]["half_life"] = _plain(memory.half_life)
            arrays[f"{name}/half_life"] = memory.half_life
        for title, norms in (("answer", memory.answer), ("state", memory.state)):
            for key, rows in norms.items():
                arrays[f"{name}/{title}/{key}"] = rows
                if method == "memory":
                    layers[name].setdefault(title, {})[key] = _plain(rows)
        if memory.kept is not None:
            arrays[f"{name}/kept"] = memory.kept
    data = {
        "layers": layers,
        "answer": _plain(reading.answers())[0],
        "explains": reading.explains,
        "at": (reading.target.at or 0) + 1,
        "seconds": time.perf_counter() - begun,
    }
    return arrays, data


def _plain(rows: Floats) -> list[float | None]:
    """Numbers ``(N,)`` for JSON, which knows none that are not finite."""
    return [float(number) if np.isfinite(number) else None for number in rows]


def _check(check: Check) -> dict[str, Any]:
    value = check.value if np.isfinite(check.value) else None
    return {"name": check.name, "value": value, "tolerance": check.tolerance}


def _failed(check: dict[str, Any]) -> Note:
    return Note(
        "The check does not hold: {name} is {value}, and may be {tolerance}. Take the scores with "
        "care, or choose another method.",
        name=check["name"],
        value=_short(check["value"]),
        tolerance=f"{check['tolerance']:.2g}",
    )


def _short(value: float | None) -> str:
    return "∞" if value is None else f"{value:.2g}"


def _table(data: dict[str, Any]) -> str:
    """For people: the words that did most, or the horizons."""
    if "attribution" not in data:
        lines = []
        for name, layer in data["layers"].items():
            back = layer["horizon"]
            said = f"{back} steps" if back is not None else f"more than {len(data['words'])} steps"
            lines.append(f"{name}: 1 % is left after {said}")
        return "\n".join(lines)
    scores = np.array(data["attribution"])
    most = np.argsort(-np.abs(scores), kind="stable")[:20]
    lines = [f"{data['explains']} {data['answer']:+.4f} of {data['network']} ({data['method']})"]
    lines += [f"{k + 1:5d}  {scores[k]:+.4f}  {data['words'][k]}" for k in most]
    check = data["check"]
    lines.append(f"{check['name']}: {_short(check['value'])} (at most {check['tolerance']:.2g})")
    return "\n".join(lines)
