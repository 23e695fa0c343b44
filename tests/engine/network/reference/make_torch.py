"""Makes the files of PyTorch in this folder.  It needs PyTorch, which the tests do not.

    python -m venv torch-env && torch-env/bin/pip install torch numpy
    torch-env/bin/python tests/engine/network/reference/make_torch.py

- ``*.pt``, ``*.pth``, ``*.bin``: what ``torch.save`` writes of state dicts, alone and in the
  dicts in which trainings keep them; and, to be refused, a whole model, the form of before
  PyTorch 1.6, and TorchScript.
- ``torch_saved.npz``: an input for each, what PyTorch puts out for it, and the states of the
  last recurrent layer: ``FILE/x``, ``FILE/y``, ``FILE/out``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).parent
WORDS, WIDTH, UNITS, STEPS = 9, 2, 3, 6


class Reader(nn.Module):
    """Embedding, recurrent layers, Linear over the last states."""

    def __init__(self, kind: str, **options: Any) -> None:
        super().__init__()
        self.emb = nn.Embedding(WORDS, WIDTH)
        self.rnn = getattr(nn, kind)(WIDTH, UNITS, batch_first=True, **options)
        ways = 2 if options.get("bidirectional") else 1
        self.fc = nn.Linear((options.get("proj_size") or UNITS) * ways, 2)

    def forward(self, x: Any) -> Any:
        out, h = self.rnn(self.emb(x))
        h = h[0] if isinstance(h, tuple) else h
        return self.fc(torch.cat((h[-2], h[-1]), 1) if self.rnn.bidirectional else h[-1]), out


def main() -> None:
    """Write everything."""
    torch.manual_seed(20261129)
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    relu, both = {"nonlinearity": "relu"}, {"bidirectional": True}
    for name, kind, options in [
        ("lstm.pt", "LSTM", {}),
        ("lstm_proj.pt", "LSTM", {"proj_size": 2}),
        ("lstm_proj_both.pth", "LSTM", {"proj_size": 2, "num_layers": 2, **both}),
        ("gru.bin", "GRU", {"num_layers": 2, **both}),
        ("gru_no_bias.pt", "GRU", {"bias": False}),
        ("rnn_relu.pt", "RNN", {"num_layers": 2, **both, **relu}),
        ("rnn_tanh.pt", "RNN", {}),
        ("double.pt", "LSTM", {}),
        ("half.pt", "GRU", {}),
        ("bfloat16.pt", "LSTM", {}),
    ]:
        model = Reader(kind, **options).eval()
        if name.startswith(("half", "bfloat16")):  # values that both kinds have exactly
            for each in model.parameters():
                each.data = (each.data * 16).round() / 16
        x = torch.randint(0, WORDS, (1, STEPS))
        with torch.no_grad():
            y, out = model(x)
        arrays[f"{name}/x"], arrays[f"{name}/y"] = x[0].numpy(), y[0].numpy()
        arrays[f"{name}/out"] = out[0].numpy()
        state: Any = model.state_dict()
        if name == "rnn_relu.pt":
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
            state = {
                "epoch": 3, "model_state_dict": state, "losses": [0.5, 0.25],
                "optimizer_state_dict": optimizer.state_dict(), "settings": {"units": UNITS, **relu},
            }  # fmt: skip
        elif name == "gru_no_bias.pt":
            state = dict(model.named_parameters())
        elif name == "double.pt":
            state = model.double().state_dict()
        elif name == "half.pt":
            state = model.half().state_dict()
        elif name == "bfloat16.pt":
            state = model.bfloat16().state_dict()
        torch.save(state, HERE / name)
    module = nn.LSTM(WIDTH, UNITS)
    torch.save(module, HERE / "whole_model.pt")
    torch.save(module.state_dict(), HERE / "old_form.pt", _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(nn.Linear(1, 1)), HERE / "script.pt")
    state = nn.GRU(2, 3).state_dict()
    turned = {
        key: value.T.contiguous().T if value.ndim == 2 else value for key, value in state.items()
    }
    torch.save({"rnn." + key: value for key, value in turned.items()}, HERE / "turned.pt")
    for key, value in turned.items():
        arrays[f"turned.pt/{key}"] = value.numpy()
    np.savez_compressed(HERE / "torch_saved.npz", **arrays)


if __name__ == "__main__":
    main()
