"""What is drawn of a state space, in the window and in pictures: path, marks, colours, caption."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from engine.counting import filled
from engine.explain.state_space import StateSpace
from engine.network.network import Network
from engine.session.pane import Pane
from engine.text.sources.imdb_package import ImdbReviews
from gui.explain.explaining import Explaining
from gui.explain.page_questions import STATE_REVIEWS
from gui.i18n.context import translator
from gui.i18n.percent import percent_text
from gui.i18n.texts import corpus_title
from gui.look.colours import coloured
from gui.look.numbers_text import number
from gui.naming import label_name
from gui.plots.state_plot import Mark

_tr = translator("StatesPage")


def path(pane: Pane, space: StateSpace) -> npt.NDArray[np.float64]:
    """The states of the review in the plane, ``(T, 2)``, padding too: an unmasked network reads
    it."""
    trace = pane.layer_trace
    if trace is None or space.key not in trace.series:
        return np.zeros((0, 2))
    return space.plane.project(trace.series[space.key])


def marks(space: StateSpace) -> list[Mark]:
    """The fixed points."""
    return [
        Mark(fixed.point[0], fixed.point[1], fixed.name or _tr("padding"), fixed.still)
        for fixed in space.fixed
    ]


def scale(spaces: Sequence[StateSpace]) -> tuple[float, float]:
    """The answers at the ends of the colours: 0 and 1 of probabilities, else the least and the
    largest of all that are drawn."""
    answers = [each for space in spaces for each in (space.answers, space.step_answers)]
    known = np.concatenate([np.zeros(0), *answers])
    known = known[np.isfinite(known)]
    if not len(known) or all(space.is_probability for space in spaces):
        return 0.0, 1.0
    return float(known.min()), float(known.max())


def colours(
    space: StateSpace, coloured_by: str, ends: tuple[float, float]
) -> tuple[list[QColor], list[QColor]]:
    """Of the steps and of the ends; ``coloured_by`` is "label" or "answer", and ``ends`` are those
    of the `scale`."""
    low, high = ends
    width = (high - low) or 1.0
    steps = _painted((space.step_answers - low) / width, 70)
    if not by_label([space], coloured_by):
        return steps, _painted((space.answers - low) / width, 230)
    return steps, _painted(np.where(space.labels < 0, np.nan, space.labels.astype(np.float64)), 230)


def by_label(spaces: Sequence[StateSpace], coloured_by: str) -> bool:
    """Whether ends have the colours of labels: where some have one, and it is asked for."""
    return coloured_by == "label" and any((space.labels >= 0).any() for space in spaces)


def legend(spaces: Sequence[StateSpace], coloured_by: str, cloud: str) -> str:
    """What is drawn in which colour and shape, as HTML; ``cloud`` is `clouds_text`."""
    low, high = (colour.name() for colour in _painted(np.array([0.0, 1.0]), 255))
    dots = "<span style='color: {colour};'>●</span> {name}"
    names = answer_names(spaces)
    if by_label(spaces, coloured_by):
        names = label_name(0), label_name(1)
    ends = " ".join(
        dots.format(colour=colour, name=escape(name))
        for colour, name in zip((low, high), names, strict=True)
    )
    if by_label(spaces, coloured_by):
        says = _tr("large: where reviews end, by label; small: at their steps, by the answer")
    else:
        says = _tr("the answer; large: at the end of each, small: at its steps")
    fixed = [
        cloud,
        _tr("line: what is read now, strong up to the step"),
    ]
    marked = [each for space in spaces for each in space.fixed]
    if any(each.still for each in marked):
        fixed.append(_tr("◆ at rest, given the same again and again"))
    if any(not each.still for each in marked):
        fixed.append(_tr("◇ not at rest yet"))
    return " · ".join([f"{ends} {escape(says)}", *map(escape, fixed)])


def answer_names(spaces: Sequence[StateSpace]) -> tuple[str, str]:
    """The answers at the ends of the colours."""
    ends = scale(spaces)
    return ("0", "1") if ends == (0.0, 1.0) else (number(ends[0]), number(ends[1]))


def clouds_text(explaining: Explaining, panes: Sequence[Pane], answers: Sequence[object]) -> str:
    """What the clouds are of, each corpus once; the answers are those about the panes."""
    said = [
        _sample_text(explaining, pane.network, answer)
        for pane, answer in zip(panes, answers, strict=False)
        if isinstance(answer, StateSpace)
    ]
    if said and explaining.without_edits():
        said.append(_tr("the line is edited, the cloud is not"))
    return " · ".join(dict.fromkeys(said))


def _sample_text(explaining: Explaining, network: Network, space: StateSpace) -> str:
    """What a cloud is of: so many reviews or windows of what is open."""
    text = _tr("cloud: {count} reviews of {corpus}")
    if not network.reads_words:
        text = _tr("cloud: {count} windows of {corpus}")
    title = explaining.sample_title(network)
    if not title:
        text = _tr("cloud: {count} sequences")
    elif title == ImdbReviews.title:
        text = _tr("cloud: {count} of the {corpus}")
    return filled(text, {"count": f"{len(space.ends):,}", "corpus": corpus_title(title)})


def unknown_text(explaining: Explaining, network: Network) -> str:
    """How many words of the cloud a network does not know; "" of one that reads no words."""
    share = explaining.sampled.share_unknown(network, STATE_REVIEWS, explaining.rules())
    if share is None:
        return ""
    return _tr("{share} of the cloud's words unknown").format(
        share=percent_text(f"{100 * share:.0f}")
    )


def caption(space: StateSpace, unknown: str = "") -> str:
    """How much of the variance is in the plane, and of the readout; ``unknown`` is
    `unknown_text`."""
    first, second = (percent_text(f"{100 * share:.0f}") for share in space.plane.shares)
    said = _tr("variance: {first} across, {second} up").format(first=first, second=second)
    if space.readout is not None:
        said += " · " + _tr("arrow: the answer grows, {share} of it in this plane").format(
            share=percent_text(f"{100 * space.readout_share:.0f}")
        )
    return f"{said} · {unknown}" if unknown else said


def _painted(values: npt.NDArray[np.floating[Any]], alpha: int) -> list[QColor]:
    """Answers or labels, 0 to 1, in the diverging colours; faint where there is none."""
    channels = coloured(np.clip(np.nan_to_num(values, nan=0.5), 0.0, 1.0), signed=True)
    each = list(map(tuple, channels.tolist()))
    made = {rgb: QColor(rgb[0], rgb[1], rgb[2], alpha) for rgb in set(each)}
    return [made[rgb] for rgb in each]
