"""Makes the files in this folder.  It needs PyTorch, which the tests do not.

    python -m venv torch-env && torch-env/bin/pip install torch onnx onnxscript safetensors numpy
    torch-env/bin/python tests/engine/network/reference/make.py

- ``*.onnx``: small models as ``torch.onnx.export`` writes them, by its old exporter ("script")
  and by its new one ("dynamo").
- ``torch.npz``: parameters of recurrent modules under the names of their state dicts, an input,
  and what PyTorch puts out for it: ``CASE/state/NAME``, ``CASE/x``, ``CASE/y``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).parent
WORDS, WIDTH, UNITS, STEPS = 11, 3, 4, 6


class Reader(nn.Module):
    """Embedding, recurrent layers, Linear, sigmoid."""

    def __init__(self, kind: str, layers: int = 1, both: bool = False, end: str = "last") -> None:
        super().__init__()
        self.emb = nn.Embedding(WORDS, WIDTH)
        self.rnn = getattr(nn, kind)(WIDTH, UNITS, layers, bidirectional=both, batch_first=True)
        self.fc = nn.Linear(UNITS * (2 if both else 1), 2)
        self.end, self.both = end, both

    def logits(self, x: Any) -> Any:
        out, h = self.rnn(self.emb(x))
        h = h[0] if isinstance(h, tuple) else h
        if self.end == "last":
            y = out[:, -1]
        elif self.end == "state":
            y = torch.cat((h[-2], h[-1]), 1) if self.both else h[-1]
        else:
            y = out.mean(1) if self.end == "mean" else out
        return self.fc(y)

    def forward(self, x: Any) -> Any:
        return torch.sigmoid(self.logits(x))


CASES: dict[str, dict[str, Any]] = {
    "lstm": {"kind": "LSTM"},
    "lstm2both": {"kind": "LSTM", "layers": 2, "both": True, "end": "state"},
    "bothlast": {"kind": "LSTM", "both": True},
    "gru": {"kind": "GRU", "both": True, "end": "mean"},
    "rnn": {"kind": "RNN", "end": "all"},
}


def main() -> None:
    """Write everything."""
    torch.manual_seed(20261125)
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    for name, settings in CASES.items():
        model = Reader(**settings).eval()
        x = torch.randint(0, WORDS, (1, STEPS))
        torch.onnx.export(
            model,
            (x,),
            str(HERE / f"{name}_script.onnx"),
            dynamo=False,
            input_names=["x"],
            dynamic_axes={"x": {0: "b", 1: "t"}},
        )
        if name in ("lstm", "lstm2both", "gru"):
            torch.onnx.export(
                model, (x,), str(HERE / f"{name}_dynamo.onnx"), dynamo=True, external_data=False
            )
            _without_metadata(HERE / f"{name}_dynamo.onnx")
    for name, settings in {
        "lstm": {"kind": "LSTM", "end": "last"},
        "gru2": {"kind": "GRU", "layers": 2, "end": "last"},
        "rnn2both": {"kind": "RNN", "layers": 2, "both": True, "end": "state"},
        "lstm2both": {"kind": "LSTM", "layers": 2, "both": True, "end": "state"},
        "gruboth": {"kind": "GRU", "both": True, "end": "state"},
    }.items():
        model = Reader(**settings).eval()
        x = torch.randint(0, WORDS, (1, STEPS))
        with torch.no_grad():
            out, _ = model.rnn(model.emb(x))
            arrays[f"{name}/h"] = out[0].numpy()
            arrays[f"{name}/y"] = model.logits(x)[0].numpy()
        arrays[f"{name}/x"] = x[0].numpy().astype(np.int32)
        for key, value in model.state_dict().items():
            arrays[f"{name}/state/{key}"] = value.numpy()
    np.savez_compressed(HERE / "torch.npz", allow_pickle=False, **arrays)


def _without_metadata(path: Path) -> None:
    """The new exporter writes the paths of this machine into every node."""
    import onnx

    model = onnx.load(path)
    del model.metadata_props[:]
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in (*model.graph.input, *model.graph.output, *model.graph.value_info):
        del value.metadata_props[:]
    del model.graph.value_info[:]
    del model.graph.metadata_props[:]
    for tensor in model.graph.initializer:
        del tensor.metadata_props[:]
    onnx.save(model, path)


if __name__ == "__main__":
    main()
