"""What lies behind a tensor, and what a call is made of."""

from __future__ import annotations

from dataclasses import replace

from engine.network.network import Call, Network
from engine.network.paths import downstream, upstream
from tests.networks import decoding_network


def test_behind_and_before() -> None:
    network = decoding_network("GRU")
    assert downstream(network, {("target", 0)}) == {"to", "decoder", "dense"}
    assert downstream(network, {("source", 0)}) == {"from", "encoder", "decoder", "dense"}
    assert downstream(network, {("encoder", 1)}) == {"decoder", "dense"}
    assert upstream(network, "encoder") == {"source", "from", "encoder"}
    assert "target" in upstream(network, "dense")


def test_a_mask_is_a_way_unless_it_is_left_out() -> None:
    base = decoding_network("GRU")
    calls = [
        replace(each, mask=("source", 0)) if each.name == "to" else each for each in base.calls
    ]
    masked = Network("m", base.layers, inputs=base.inputs, calls=tuple(calls), outputs=base.outputs)
    assert "to" in downstream(masked, {("source", 0)})
    assert "to" not in downstream(masked, {("source", 0)}, masks=False)


def test_what_cannot_be_carried_out_is_not_behind() -> None:
    base = decoding_network("GRU")
    lost = Call("lost", "dense", (("nowhere", 0), ("dense", 0)))
    network = replace(base, calls=(*base.calls, lost))
    assert "lost" not in downstream(network, {("source", 0)})
