"""What ``explain`` prints for people: the steps that did most, norms step by step, or horizons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import numpy as np

from engine.explain.memory import LEFT, Memory
from engine.sequence import Sequence

MAX_LISTED = 20
"""Steps in a table of an attribution."""

_IN_A_LINE = 8
"""Units in a line of text."""


def title(data: Mapping[str, Any]) -> str:
    """What is explained: the number, of what, at which step, and by which method; that it is of an
    edited reading, if it is."""
    of = [data["network"]]
    if "layers" in data:
        upto = "at" if data["method"] == "attention" else "read to"
        lines = [f"{data['network']}, {upto} step {data['at']} ({data['method']})"]
    else:
        if data["layer"]:
            of += [f"layer {data['layer']}", f"unit {data['unit']}"]
        elif data["class"] is not None:
            of.append(f"{'class' if data['explains'] == 'logit' else 'output'} {data['class']}")
        of.append(f"step {data['at']}")
        named = ", ".join(of)
        lines = [f"{data['explains']} {data['answer']:+.4f} of {named} ({data['method']})"]
    if data["edits"]:
        lines.append(f"edited: {'; '.join(data['edits'])}")
    return "\n".join(lines)


_REST = {
    "lrp": "fell on the state before the first step, as biases and epsilon are shared out among "
    "input and state alike",
    "gradxinput": "is in proportion to no input: biases, and how gates and activations bend",
    "occlusion": "is what steps do together, and what is there without any of them",
    "ig": "is what the sum over its points leaves of the integral",
}
"""What the rest is, by method: the number that is explained without the sum over all steps."""


def rest_of(data: Mapping[str, Any]) -> float:
    """What the scores of all steps leave of the number that is explained, or of how it differs from
    the baseline's."""
    baseline = data["baseline_answer"] if data["method"] == "ig" else None
    return float(data["answer"] - (baseline or 0.0) - np.sum(data["attribution"]))


def attribution_lines(data: Mapping[str, Any], sequence: Sequence) -> list[str]:
    """The steps that did most, what falls on padding and on all steps together, and the check."""
    scores = np.array(data["attribution"])
    order = np.argsort(-np.abs(scores), kind="stable")[:MAX_LISTED]
    lines = [f" step    score  {step_head(sequence)}"]
    lines += [f"{k + 1:5d}  {scores[k]:+.4f}  {sequence.steps[k]}" for k in order]
    if len(scores) > len(order):
        lines[0] += f"  (the {len(order)} largest of {len(scores)})"
    padding = sequence.padding
    lines.append(f"sum {scores.sum():+.4f} over all steps")
    if data["baseline_answer"] is not None:
        lines.append(
            f"{data['explains']} of the baseline {data['baseline_answer']:+.4f}, which differs by "
            f"{data['answer'] - data['baseline_answer']:+.4f}"
        )
    rest = f"{rest_of(data):+.4f}"
    if float(rest):
        lines.append(f"rest {rest}: it {_REST[data['method']]}")
    if padding.any():
        lines.append(
            f"on padding {scores[padding].sum():+.4f} over {int(padding.sum())} steps, "
            f"{100 * data['padding']:.1f} % of all that is attributed"
        )
    check = data["check"]
    lines.append(f"{check['name']}: {short(check['value'])} (at most {check['tolerance']:.2g})")
    return lines


def step_head(sequence: Sequence) -> str:
    """What the column of the steps' names is called: they are words, or rows of numbers."""
    return "word" if sequence.inputs.ndim == 1 else "row"


def memory_lines(
    found: Mapping[str, Memory], explains: str, words: tuple[str, ...], head: str
) -> list[str]:
    """The norms of the gradients by every state, fewer steps the farther back; ``words`` are those
    that were read, under a ``head``."""
    lines = ["norms of gradients, from the step that is read last back to the first"]
    for name, memory in found.items():
        columns = {f"d({explains})/d({key})": norms for key, norms in memory.answer.items()}
        columns |= {f"d(h_T)/d({key})": norms for key, norms in memory.state.items()}
        wide = max(12, *map(len, columns))
        heads = "".join(f"  {column:>{wide}}" for column in columns)
        lines.append(f"{name}:")
        lines.append(f"  back  step{heads}  {head}")
        steps = len(memory.felt)
        for back in _backs(steps):
            at = memory.step_of(back)
            norms = "".join(f"  {rows[at]:{wide}.3g}" for rows in columns.values())
            word = f"  {words[at]}" if steps == len(words) else ""  # else it has steps of its own
            lines.append(f"{back:6d}{at + 1:6d}{norms}{word}")
    return lines


def horizon_lines(data: Mapping[str, Any]) -> list[str]:
    """How far back is felt, in one number, and layer by layer with the half-lives of what gates
    keep."""
    back, share = data["horizon"], f"{100 * LEFT:.0f} %"
    if data["at"] == 1:
        lines = ["no horizon: one step is read, and nothing lies before it"]
    elif back is None:
        lines = [f"no horizon: more than {share} is left all the way back to the first step"]
    else:
        lines = [f"horizon {back} steps: no more than {share} is left so far back, and further"]
    lines.append("  of the norm of d(h_T)/d(state), the largest of all layers")
    for name, layer in data["layers"].items():
        lines += _layer_lines(name, layer, data["at"])
    return lines


def _layer_lines(name: str, layer: Mapping[str, Any], steps: int) -> list[str]:
    """The horizon of a layer, and the half-life of what its gate keeps, unit by unit."""
    back = layer["horizon"]
    said = f"{back} steps" if back is not None else f"more than {steps - 1} steps"
    lines = [f"{name}: 1 % is left after {said}"] if steps > 1 else []
    if "half_life" in layer:
        halves = [
            f"{unit}: {'∞' if each is None else f'{each:.3g}'}"
            for unit, each in enumerate(layer["half_life"], 1)
        ]
        lines.append(f"{name}: half-life of what the gate keeps, in steps, by unit")
        lines += [
            "  " + "  ".join(halves[first : first + _IN_A_LINE])
            for first in range(0, len(halves), _IN_A_LINE)
        ]
    return lines


def _backs(steps: int) -> Iterator[int]:
    """0, 1, 2, 5, 10, 20, 50 ... and the first step that was read."""
    powers = (step * 10**power for power in count() for step in (1, 2, 5))
    yield 0
    for back in powers:
        if back >= steps - 1:
            break
        yield back
    if steps > 1:
        yield steps - 1


def short(value: float | None) -> str:
    """A number in few digits; of what is no finite number None."""
    return "∞" if value is None else f"{value:.2g}"
