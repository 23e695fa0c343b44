"""Korean particles follow the sound of the value before them."""

from __future__ import annotations

import pytest

from engine.counting import filled


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("3.15.1", "3.15.1과 3.15.1은 3.15.1로"),  # 일
        ("43", "43과 43은 43으로"),  # 삼
        ("5", "5와 5는 5로"),  # 오
        ("UMAP", "UMAP과 UMAP은 UMAP으로"),  # 맵
        ("10", "10과 10은 10으로"),  # 십
        ("1,000", "1,000과 1,000은 1,000으로"),  # 천
        ("1.10", "1.10과 1.10은 1.10으로"),  # 영
        ("LSTM(8)", "LSTM(8)과 LSTM(8)은 LSTM(8)로"),  # 팔
        ("GRU", "GRU와 GRU는 GRU로"),
        ("m.keras", "m.keras와 m.keras는 m.keras로"),
        (
            "t.gatescope-task",
            "t.gatescope-task와 t.gatescope-task는 t.gatescope-task로",
        ),
        ("c", "c와 c는 c로"),  # a series, a letter: 씨
        ("n", "n과 n은 n으로"),  # 엔
        ("script.py", "script.py와 script.py는 script.py로"),
        ("물", "물과 물은 물로"),
        ("“책”", "“책”과 “책”은 “책”으로"),
        ("acting", "acting과(와) acting은(는) acting(으)로"),  # nobody knows how it is read
    ],
)
def test_a_particle_is_the_one_that_is_said(value: str, said: str) -> None:
    assert filled("{v}과(와) {v}은(는) {v}(으)로", {"v": value}) == said


def test_other_brackets_stay() -> None:
    assert filled("{n} (mean)", {"n": 3}) == "3 (mean)"
