"""What to call a network: its recurrent layers, and what sets it apart."""

from __future__ import annotations

from engine.network.network import MAPS, ONE_HOT, RECURRENT, Layer, Network


def name_of(network: Network) -> str:
    """``LSTM(8)``, ``2×LSTM(8)``, ``BiLSTM(8) + GRU(4)``, ``SimpleRNN(8), one-hot``,
    ``2×LSTM(8), dropout 0.3``: as `engine.library` calls its models."""
    recurrent = [
        layer for layer in network.layers if layer.kind in (*RECURRENT, *MAPS, "Bidirectional")
    ]
    if not (words := [_word(layer) for layer in recurrent]):
        kinds = [layer.kind for layer in network.layers]
        return " + ".join(dict.fromkeys(kinds[:3])) or "?"
    if len(words) > 1 and len(set(words)) == 1:
        name = f"{len(words)}×{words[0]}"
    else:
        name = " + ".join(words[:4]) + (" + …" if len(words) > 4 else "")
    first = network.layers[0].kind
    one_hot = (network.features or 0) > ONE_HOT and network.reads_words
    if one_hot and first in (*RECURRENT, "CategoryEncoding"):
        name = f"{name}, one-hot"
    dropped = max((float(layer.options.get("dropout") or 0.0) for layer in recurrent), default=0.0)
    return f"{name}, dropout {dropped:g}" if dropped and len(set(words)) == 1 else name


def _word(layer: Layer) -> str:
    if layer.kind == "Bidirectional" and layer.inner:
        return f"Bi{layer.inner[0].kind}({layer.inner[0].units})"
    return f"{layer.kind}({layer.units})"
