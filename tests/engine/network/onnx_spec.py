"""ONNX's RNN, GRU and LSTM as their specification has them: one sequence, one direction and one step
at a time, in float64 (``onnx.ai/onnx/operators``, opset 22).

Slow and obvious.  Where the specification leaves a choice it is onnxruntime's: the clip is of the
sums inside gates and candidates and leaves the cell state alone, ``input_forget`` is ``1 - i``,
what stands behind the end of a sequence is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from onnx import helper, numpy_helper

Array = np.ndarray[Any, Any]

FUNCTIONS: dict[str, Callable[[Array, float, float], Array]] = {
    "Relu": lambda x, alpha, beta: np.maximum(x, 0),
    "Tanh": lambda x, alpha, beta: np.tanh(x),
    "Sigmoid": lambda x, alpha, beta: 1 / (1 + np.exp(-x)),
    "Softsign": lambda x, alpha, beta: x / (1 + np.abs(x)),
    "Softplus": lambda x, alpha, beta: np.log(1 + np.exp(x)),
    "Affine": lambda x, alpha, beta: alpha * x + beta,
    "LeakyRelu": lambda x, alpha, beta: np.where(x >= 0, x, alpha * x),
    "ThresholdedRelu": lambda x, alpha, beta: np.where(x > alpha, x, 0),
    "ScaledTanh": lambda x, alpha, beta: alpha * np.tanh(beta * x),
    "HardSigmoid": lambda x, alpha, beta: np.minimum(np.maximum(alpha * x + beta, 0), 1),
    "Elu": lambda x, alpha, beta: np.where(x >= 0, x, alpha * (np.exp(x) - 1)),
}
ALPHA = {"LeakyRelu": 0.01, "ThresholdedRelu": 1.0, "Elu": 1.0, "HardSigmoid": 0.2, "Affine": 1.0,
         "ScaledTanh": 1.0}  # fmt: skip
BETA = {"HardSigmoid": 0.5, "Affine": 0.0, "ScaledTanh": 1.0}
USUAL = {"RNN": ["Tanh"], "GRU": ["Sigmoid", "Tanh"], "LSTM": ["Sigmoid", "Tanh", "Tanh"]}


def computed(
    model: Any, feeds: Mapping[str, Array], held: Mapping[str, float] | None = None
) -> list[Array]:
    """``Y``, ``Y_h`` and, of an LSTM, ``Y_c`` of a model that is one recurrent node; a gate of unit 1
    held at a number, if any, by our key."""
    (node,) = model.graph.node
    known = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer} | feeds
    given = [known[name].astype(float) if name else None for name in node.input]
    given += [None] * (8 - len(given))
    x, w, r, b, lengths, h0, c0, p = given
    attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    if attributes.get("layout"):
        x = x.transpose(1, 0, 2)
        h0, c0 = (None if one is None else one.transpose(1, 0, 2) for one in (h0, c0))
    steps, batch, _ = x.shape
    ways, units = r.shape[0], r.shape[2]
    names = [one.decode() for one in attributes.get("activations", [])] or USUAL[
        node.op_type
    ] * ways
    alphas, betas = (list(attributes.get(f"activation_{one}", [])) for one in ("alpha", "beta"))
    functions = []
    for name in names:
        alpha = (alphas.pop(0) if alphas else ALPHA[name]) if name in ALPHA else 0.0
        beta = (betas.pop(0) if betas else BETA[name]) if name in BETA else 0.0
        functions.append(lambda v, f=FUNCTIONS[name], alpha=alpha, beta=beta: f(v, alpha, beta))
    count = len(USUAL[node.op_type])
    y = np.zeros((steps, ways, batch, units))
    last = {key: np.zeros((ways, batch, units)) for key in "hc"}
    for d in range(ways):
        backwards = d == 1 or attributes.get("direction") == b"reverse"
        step = _step(
            node.op_type, attributes, w[d], r[d],
            np.zeros(2 * w.shape[1]) if b is None else b[d],
            np.zeros(3 * units) if p is None else p[d],
            functions[d * count : (d + 1) * count], held or {},
        )  # fmt: skip
        for n in range(batch):
            h = np.zeros(units) if h0 is None else h0[d, n]
            c = np.zeros(units) if c0 is None else c0[d, n]
            own = range(steps if lengths is None else int(lengths[n]))
            for t in reversed(own) if backwards else own:
                h, c = step(x[t, n], h, c)
                y[t, d, n] = h
            last["h"][d, n], last["c"][d, n] = h, c
    ends = [last["h"], last["c"]] if node.op_type == "LSTM" else [last["h"]]
    if attributes.get("layout"):
        return [y.transpose(2, 0, 1, 3), *(one.transpose(1, 0, 2) for one in ends)]
    return [y, *ends]


def _step(
    kind: str,
    attributes: Mapping[str, Any],
    w: Array,
    r: Array,
    b: Array,
    p: Array,
    functions: list[Any],
    held: Mapping[str, float],
) -> Any:
    most = attributes.get("clip") or np.inf
    wb, rb = np.split(b, 2)

    def cut(v: Array) -> Array:
        return np.clip(v, -most, most)

    def hold(key: str, gate: Array) -> Array:
        gate = gate.copy()
        gate[1] = held.get(key, gate[1])
        return gate

    def rnn(x: Array, h: Array, c: Array) -> tuple[Array, Array]:
        (f,) = functions
        return hold("h", f(cut(w @ x + r @ h + wb + rb))), c

    def gru(x: Array, h: Array, c: Array) -> tuple[Array, Array]:
        f, g = functions
        (wz, wr, wh), (rz, rr, rh) = np.split(w, 3), np.split(r, 3)
        (wbz, wbr, wbh), (rbz, rbr, rbh) = np.split(wb, 3), np.split(rb, 3)
        z = hold("z", f(cut(wz @ x + rz @ h + wbz + rbz)))
        reset = hold("r", f(cut(wr @ x + rr @ h + wbr + rbr)))
        if attributes.get("linear_before_reset"):
            new = hold("n", g(cut(wh @ x + reset * (rh @ h + rbh) + wbh)))
        else:
            new = hold("n", g(cut(wh @ x + rh @ (reset * h) + rbh + wbh)))
        return (1 - z) * new + z * h, c

    def lstm(x: Array, h: Array, c: Array) -> tuple[Array, Array]:
        f, g, shown = functions
        zi, zo, zf, zc = np.split(w @ x + r @ h + wb + rb, 4)
        pi, po, pf = np.split(p, 3)
        i = hold("i", f(cut(zi + pi * c)))
        forget = 1 - i if attributes.get("input_forget") else f(cut(zf + pf * c))
        c = hold("f", forget) * c + i * hold("g", g(cut(zc)))
        o = hold("o", f(cut(zo + po * c)))
        return o * shown(c), c

    return {"RNN": rnn, "GRU": gru, "LSTM": lstm}[kind]
