"""The pages that explain in a picture, the networks side by side: fading map, attention map, state
space, padding lab, deletion curves."""

from __future__ import annotations

from gui.pictures.padding_pictures import Deletions, PaddingLab
from gui.pictures.picture_page import PicturePage
from gui.pictures.state_spaces import StateSpaces
from gui.pictures.step_maps import AttentionMaps, FadingMaps

PAGES: dict[str, type[PicturePage]] = {
    "fading": FadingMaps,
    "attention": AttentionMaps,
    "states": StateSpaces,
    "padding": PaddingLab,
    "deletion": Deletions,
}
