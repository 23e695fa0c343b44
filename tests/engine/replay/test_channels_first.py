"""Layers over two axes in another way, the same as what is held against Keras: with their channels
first, which Keras computes on no processor, and with their windows laid out in small parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.network.kinds.registry import KINDS
from engine.network.network import Input, Layer
from engine.replay.functions.registry import computed
from engine.replay.replay import replay
from tests.engine.network.zoo.pictures import LAYERS
from tests.networks import FILM, Weights, film, film_network

PLACES = {"Conv": ("filters", "kernel_size"), "Pool": ("pool_size",), "Depth": ("kernel_size",)}
PLACES |= {"Separable": PLACES["Conv"], "UpSampling": ("size",)}
PLACES |= {"ZeroPadding": ("padding",), "Cropping": ("cropping",)}


def _listed(value: object) -> object:
    return [_listed(one) for one in value] if isinstance(value, tuple) else value


def _layer(which: str) -> Layer:
    kind, values, options = LAYERS[which]
    names = next((PLACES[part] for part in ("Depth", *PLACES) if part in kind), ())
    options = {"name": "x", **dict(zip(names, values, strict=False)), **options}
    options = {key: _listed(value) for key, value in options.items()}
    shapes = KINDS[kind].weights(options, ((None, 8, 6, 4),))
    made = {key: Weights(3).of(*sizes) for key, sizes in shapes.items()}
    return Layer("x", kind, options, made, ())


@pytest.mark.parametrize("which", LAYERS)
def test_the_channels_first(which: str) -> None:
    last = _layer(which)
    first = replace(last, options={**last.options, "data_format": "channels_first"})
    values = np.random.default_rng(0).standard_normal((3, 8, 6, 4)).astype(np.float32)
    expected = computed(last, [values], [None])
    found = computed(first, [np.moveaxis(values, -1, 1)], [None])
    if expected.ndim == 4:
        expected = np.moveaxis(expected, -1, 1)
    np.testing.assert_allclose(found, expected, atol=1e-6)


@pytest.mark.parametrize("laid", [1, 200])
@pytest.mark.parametrize("which", ["Conv2D dilation", "Conv2D groups", "Conv2DTranspose strides"])
def test_windows_in_small_parts(which: str, laid: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a line of one picture is more than is laid out at once, it is a part of its own."""
    layer = _layer(which)
    values = np.random.default_rng(0).standard_normal((3, 8, 6, 4)).astype(np.float32)
    expected = computed(layer, [values], [None])
    monkeypatch.setattr("engine.replay.functions.spatial.LAID", laid)
    monkeypatch.setattr("engine.replay.functions.spatial._ONE_THREAD", 500)
    np.testing.assert_allclose(computed(layer, [values], [None]), expected, atol=1e-6)


def test_maps_of_films_with_their_channels_first() -> None:
    last = film_network()
    maps, flat, dense = last.layers
    options = {**maps.options, "data_format": "channels_first"}
    shape = (None, FILM[0], FILM[3], *FILM[1:3])
    first = replace(
        last,
        layers=(replace(maps, options=options, output_shape=(None, 3, 6, 5)), flat, dense),
        inputs=(Input("film", shape),),
    )
    turned = np.moveaxis(film().inputs.reshape(FILM), -1, 1).reshape(FILM[0], -1)
    one = replay(last, film()).layers["maps"]
    other = replay(first, replace(film(), inputs=turned)).layers["maps"]
    for key, values in one.maps.items():
        np.testing.assert_allclose(other.maps[key], values, atol=1e-6)
    assert first.layer("maps").units == 3
