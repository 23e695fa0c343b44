"""``explain MODEL --method M``: what each step did for the answer, or what is remembered.

Steps, units and classes are counted from 1, in options, texts, JSON and files.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import replace
from typing import Any

import numpy as np

from engine.commands import (
    attention,
    edit_arguments,
    explain_tables,
    notes,
    other_inputs,
    shared_arguments,
)
from engine.commands.progress import told
from engine.commands.shared_arguments import add_options
from engine.errors import GatescopeError, Note
from engine.explain.attribution import Attribution, Check, Floats
from engine.explain.memory import Memory, memories, on_time, record_of
from engine.explain.methods import METHODS, MethodSettings, explain
from engine.explain.target import ExplainedReading, Target, read_for
from engine.named_file import named_file
from engine.network.network import Network, output_name
from engine.replay.edit_checks import check_steps
from engine.replay.edit_ranges import held_beyond
from engine.replay.edit_texts import parse_all
from engine.replay.edited import edited
from engine.replay.edits import LayerEdit, of_layers, reading_on
from engine.sequence import Sequence

MEMORIES = ("memory", "horizon")
"""What is not about single steps' share of the answer."""

ATTENTION = "attention"
"""What the queries of layers that attend take of each step."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``explain`` in the shell."""
    shared_arguments.add_model(parser)
    parser.add_argument("--method", required=True, choices=(*METHODS, *MEMORIES, ATTENTION))
    shared_arguments.add_arguments(parser)
    other_inputs.add_arguments(parser)
    add_options(parser, int, ("--at", "STEP", "step to explain, from 1 (the last)"))
    parser.add_argument(
        "--class", dest="channel", type=int, metavar="K", help="class, from 1 (the likeliest)"
    )
    layer = "explain its h, not the answer; of attention, the layer that attends"
    add_options(parser, str, ("--layer", "NAME", layer, ""))
    add_options(parser, int, ("--unit", "U", "unit of the layer, from 1 (the farthest from 0)"))
    baselines = "ig: padding, zero, unknown; occlusion: removed, padding, unknown"
    add_options(parser, str, ("--baseline", "B", baselines))
    add_options(
        parser,
        int,
        ("--points", "N", "of ig (64, and more where they do not do)"),
        ("--head", "H", "head of attention, from 1 (the mean of all)"),
    )
    edit_arguments.add_edits(parser)
    parser.add_argument("--out", type=named_file, metavar="FILE.npz")
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain, and write or print."""
    from engine.commands.outputs import check_out, tell_written
    from engine.network.refusal import check_replayable
    from engine.replay.export import write_arrays

    wrong = GatescopeError("explain writes NPZ; name {path} .npz.", path=str(arguments.out))
    check_out(arguments.out, (".npz",), wrong)
    edits = parse_all(arguments.edit)
    if reading_on(edits):
        raise GatescopeError(
            "explain explains what a network is given to read. Trace it with --read-on, and read "
            "what it wrote with --ids or --values."
        )
    network = shared_arguments.opened(arguments)
    check_replayable(network)
    assumed = notes.notes_of(network)
    untouched = other_inputs.sequence_of(arguments, network, assumed)
    sequence = edited(untouched, edits)
    changes = of_layers(edits)
    attends = arguments.method == ATTENTION
    if arguments.head is not None and not attends:
        raise GatescopeError("--head is a head of attention: --method attention.")
    target = Target() if attends else _target(arguments, network, assumed)
    assumed += edit_arguments.edit_notes(edits, sequence)
    assumed += held_beyond(network, edits)
    said = notes.say(assumed, arguments.strict)
    for edit in changes:
        check_steps(edit, np.ones(len(sequence), bool))
    if attends:
        arrays, data, lines = attention.explained(arguments, network, sequence, changes)
    elif arguments.method in MEMORIES:
        arrays, data, lines = _remembered(network, sequence, target, arguments.method, changes)
    else:
        settings = MethodSettings(arguments.baseline, arguments.points)
        arrays, data = _attributed(network, sequence, target, arguments.method, settings, changes)
        data["rest"] = explain_tables.rest_of({**data, "method": arguments.method})
        lines = explain_tables.attribution_lines({**data, "method": arguments.method}, sequence)
    if edits and not attends:
        other = _chosen_otherwise(network, untouched, target, data)
        said += notes.say([] if other is None else [other], arguments.strict)
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
        "out": None if arguments.out is None else str(arguments.out),
        "notes": said,
    }
    if arguments.out is not None:
        about = {key: value for key, value in data.items() if key not in ("words", *arrays)}
        texts = {
            "words": np.array(sequence.steps, np.str_),
            "about": np.array(json.dumps(about, allow_nan=False), np.str_),
        }
        write_arrays({**texts, **arrays}, arguments.out)
    if arguments.json:
        print(json.dumps(data, allow_nan=False))
    elif arguments.out is None:
        print("\n".join([explain_tables.title(data), *lines]))
    else:
        title = explain_tables.title(data).replace("\n", ", ")
        tell_written(arguments.out, f"{title}: {', '.join(arrays)}")
    return 0


def _target(
    arguments: argparse.Namespace, network: Network, assumed: list[GatescopeError]
) -> Target:
    """What the options ask for; the hidden state of the last recurrent layer where the network has
    no answer, the first of several outputs; either is added to ``assumed``.

    Raises:
        GatescopeError: an option has no meaning beside the others.
    """
    layer = arguments.layer
    if not network.answers and not layer and network.recurrent:
        layer = network.recurrent[-1].name
        assumed.append(
            Note(
                "{network} has no answer that can be computed: the hidden state of {layer} is "
                "explained. Another layer is named with --layer.",
                network=network.name,
                layer=layer,
            )
        )
    elif not layer and len(network.outputs) > 1:
        assumed.append(
            Note(
                "{network} has {count} outputs: the first, {output}, is explained.",
                network=network.name,
                count=len(network.outputs),
                output=output_name(network.outputs[0]),
            )
        )
    _check_options(arguments, layer)
    at, channel, unit = (
        None if number is None else number - 1
        for number in (arguments.at, arguments.channel, arguments.unit)
    )
    return Target(at, channel, layer, unit)


def _chosen_otherwise(
    network: Network, untouched: Sequence, target: Target, data: dict[str, Any]
) -> Note | None:
    """That the class or the unit nobody named is another than without the edits; None where it is
    the same, or nothing can be said of the untouched reading."""
    what = "unit" if target.layer else "class"
    number = data[what]
    if number is None or (target.unit if target.layer else target.channel) is not None:
        return None
    auxiliary = {name: rows[None] for name, rows in untouched.auxiliary_inputs.items()}
    try:
        before = read_for(network, untouched.inputs[None], auxiliary, target).target
    except GatescopeError:  # it has no such step
        return None
    chosen = _from_one(before.unit if target.layer else before.channel)
    if chosen == number:
        return None
    return Note(
        "The edits change what is explained: {what} {number}, and without them {what} {chosen}. "
        "Name one with --{what}.",
        what=what,
        number=number,
        chosen=chosen,
    )


def _check_options(arguments: argparse.Namespace, layer: str) -> None:
    is_memory = arguments.method in MEMORIES
    if arguments.unit is not None and not layer:
        raise GatescopeError("--unit is a unit of a layer. Name the layer with --layer.")
    if arguments.unit is not None and is_memory:
        raise GatescopeError("The memory of a layer is that of all its units. Leave out --unit.")
    if arguments.channel is not None and layer:
        raise GatescopeError(
            "--class is a class of the answer. Leave it out where a hidden state is explained."
        )
    if arguments.points is not None and arguments.method != "ig":
        raise GatescopeError("--points are those of integrated gradients: --method ig.")
    if arguments.baseline is not None and is_memory:
        raise GatescopeError("The memory of a layer has no baseline. Leave out --baseline.")


def _explained(reading: Attribution | ExplainedReading, *, several: bool) -> dict[str, Any]:
    """What is explained, counted from 1; of a single answer no class."""
    target = reading.target
    return {
        "explains": reading.explains,
        "at": (target.at or 0) + 1,
        "class": _from_one(target.channel) if several else None,
        "layer": target.layer,
        "unit": _from_one(target.unit),
    }


def _from_one(place: int | None) -> int | None:
    return None if place is None else place + 1


def _attributed(
    network: Network,
    sequence: Sequence,
    target: Target,
    method: str,
    settings: MethodSettings,
    edits: tuple[LayerEdit, ...],
) -> tuple[dict[str, Any], dict[str, Any]]:
    with told() as progress:
        result = explain(
            network, sequence, method, target, settings, progress=progress, edits=edits
        )
    nothing = result.baseline_answer
    data = {
        "attribution": result.scores.tolist(),
        "answer": result.answer,
        "baseline_answer": nothing if np.isfinite(nothing) else None,
        **_explained(result, several=result.several),
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
) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """Arrays, plain data, and lines for people."""
    begun = time.perf_counter()
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    reading = read_for(network, sequence.inputs[None], auxiliary, target, edits=edits)
    if target.layer and target.at is not None:  # had the reading ended here
        until = sequence.inputs[None, : target.at + 1]
        reading = read_for(network, until, auxiliary, replace(target, at=None), edits=edits)
    arrays: dict[str, Any] = {}
    layers: dict[str, Any] = {}
    found = memories(reading)
    for name, memory in found.items():
        layers[name] = {"horizon": memory.horizon}
        if memory.half_life is not None:
            layers[name]["half_life"] = _plain(memory.half_life)
            arrays[f"{name}/half_life"] = memory.half_life
        for title, norms in (("answer", memory.answer), ("state", memory.state)):
            for key, rows in norms.items():
                arrays[f"{name}/{title}/{key}"] = rows
                if method == "memory":
                    layers[name].setdefault(title, {})[key] = _plain(rows)
        if memory.gate_product is not None:
            arrays[f"{name}/kept"] = memory.gate_product
    name = target.layer or list(found)[-1]
    steps = reading.inputs.shape[1]
    rows, measures = _one_a_step(on_time(found[name], record_of(reading, name), steps), method)
    rows = np.pad(rows, (0, len(sequence) - steps))
    arrays["attribution"] = rows
    horizons = [each.horizon for each in found.values() if each.horizon is not None]
    data = {
        "attribution": _plain(rows),
        "measures": measures.format(explains=reading.explains, layer=name),
        "horizon": max(horizons) if len(horizons) == len(found) else None,
        "layers": layers,
        "answer": None if target.layer else _plain(reading.answers())[0],
        "baseline_answer": None,
        "check": None,
        **_explained(reading, several=reading.several),
        "unit": None,
        "seconds": time.perf_counter() - begun,
    }
    if method == "memory":
        return (
            arrays,
            data,
            explain_tables.memory_lines(
                found,
                reading.explains,
                sequence.steps[:steps],
                explain_tables.step_head(sequence),
            ),
        )
    return arrays, data, explain_tables.horizon_lines(data)


def _one_a_step(memory: Memory, method: str) -> tuple[Floats, str]:
    """Of one layer ``(T,)``, and what it is: what is felt of each step by what is explained, or what
    is left of it at the end, which the horizon is read from."""
    if method == "horizon":
        last = memory.felt[np.isfinite(memory.felt)]
        first = last[:1] if memory.backwards else last[-1:]
        return memory.felt / first, "the norm of d(h_T)/d(state) in {layer}, as a share of the last"
    if memory.answer:
        return memory.felt_by_answer, "the norm of d({explains})/d(state) in {layer}"
    return memory.felt, "the norm of d(h_T)/d(state) in {layer}"


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
        value=explain_tables.short(check["value"]),
        tolerance=f"{check['tolerance']:.2g}",
    )
