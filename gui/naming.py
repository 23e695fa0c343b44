"""How the window says what the engine names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics

from engine.counting import filled
from engine.network.closing import gives_probability
from engine.network.network import Network
from engine.replay.trace import Trace
from engine.session.frames import answers_of, point_of
from engine.session.session import Session
from engine.session.signals import are_shares
from gui.i18n.texts import network_title

PART = " · "
"""Between the parts of a name: the title of a run and its epoch, a network and its layer."""


def shortened(name: str, metrics: QFontMetrics, width: int, others: Iterable[str] = ()) -> str:
    """A name within so many pixels, in which stays what tells it apart; "…" stands for what is
    left out.

    Of a run's name the epoch stays, and the title gives way; of another what it has in common
    with ``others``, beginning or end, which it stands beside.
    """
    if metrics.horizontalAdvance(name) <= width:
        return name
    title, part, end = name.rpartition(PART)
    room = width - metrics.horizontalAdvance(part + end)
    if part and room >= metrics.horizontalAdvance("M…"):
        return _beginning(title, metrics, room) + part + end
    if part:
        return metrics.elidedText(end, Qt.TextElideMode.ElideMiddle, max(width, 16))
    before, own, after = _apart(name, [other for other in others if other != name])
    if before:
        shorter = [f"{before[:length].rstrip(' ,')}…{own}{after}" for length in range(len(before))]
        if fitting := [text for text in shorter if metrics.horizontalAdvance(text) <= width]:
            return fitting[-1]
    kept = own + after if before else name
    return _beginning(kept, metrics, max(width, 16))


def _beginning(text: str, metrics: QFontMetrics, width: int) -> str:
    """As much of a text as there is room for: whole words, at least the first, else letters of it."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        shorter = " ".join(words[:count]).rstrip(" ,·") + "…"
        if metrics.horizontalAdvance(shorter) <= width:
            return shorter
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _common(one: str, other: str) -> int:
    """How many letters two names have in common at their beginning."""
    pairs = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _apart(name: str, others: list[str]) -> tuple[str, str, str]:
    """A name in three parts: what it has in common with the beginning of another, what is its own,
    and what it has in common with the end of another."""
    start = max((_common(name, other) for other in others), default=0)
    rest = [other[start:][::-1] for other in others]
    end = max((_common(name[start:][::-1], other) for other in rest), default=0)
    before, own, after = name[:start], name[start : len(name) - end], name[len(name) - end :]
    if not own:  # another name goes on where this one ends: nothing of it may be lost
        return "", name, ""
    return before, own.lstrip(" ,"), after


def shares(wanted: list[int], room: int) -> list[int]:
    """What each gets of so many pixels: who wants little leaves the rest to the others."""
    given = dict.fromkeys(range(len(wanted)), 0)
    waiting = sorted(given, key=lambda place: wanted[place])
    while waiting:
        place = waiting.pop(0)
        given[place] = min(wanted[place], max(0, room) // (len(waiting) + 1))
        room -= given[place]
    return list(given.values())


def pane_names(session: Session) -> list[str]:
    """What tells the panes apart, shortly: the network, or the layer where it is the same
    network; where the name is the same, its file, or else a number."""
    networks = [pane.network for pane in session.panes]
    return _told_apart(
        session,
        [
            pane.layer if networks.count(pane.network) > 1 else network_title(pane.network.name)
            for pane in session.panes
        ],
    )


def pane_titles(session: Session) -> list[str]:
    """The network of each pane, with its layer where it has several; where that is the same, its
    file, or else a number."""
    return _told_apart(
        session,
        [
            network_title(pane.network.name)
            + (f"{PART}{pane.layer}" if len(pane.network.recurrent) > 1 else "")
            for pane in session.panes
        ],
    )


def _told_apart(session: Session, names: list[str]) -> list[str]:
    """The names; those that are the same with the names of their files, where these differ, and
    counted from 1 where they are still the same."""
    paths = [pane.network.path for pane in session.panes]
    stems = ["" if path is None else path.stem for path in paths]
    files: dict[str, set[str]] = {}
    for name, stem in zip(names, stems, strict=True):
        files.setdefault(name, set()).add(stem)
    names = [
        f"{name}{PART}{stem}" if stem and len(files[name]) > 1 else name
        for name, stem in zip(names, stems, strict=True)
    ]
    return [
        f"{name}{PART}{names[: at + 1].count(name)}" if names.count(name) > 1 else name
        for at, name in enumerate(names)
    ]


def file_name(network: Network) -> str:
    """Which file a network is of, "" of none: what tells copies apart whose names are the same."""
    if network.path is None:
        return ""
    return QCoreApplication.translate("Steps", "file: {name}").format(name=network.path.name)


def label_name(label: int) -> str:
    """A label in words, "" for none."""
    if label < 0:
        return ""
    positive = QCoreApplication.translate("ReviewList", "positive")
    return positive if label else QCoreApplication.translate("ReviewList", "negative")


def tag_names() -> tuple[str, str, str]:
    """What the tags of `engine.tasks.tagger.TAGS` are called, in their order."""
    return (
        QCoreApplication.translate("TaggedWords", "neither"),
        QCoreApplication.translate("TaggedWords", "praise"),
        QCoreApplication.translate("TaggedWords", "complaint"),
    )


def answer_name(trace: Trace, nth: int, output: str = "") -> str:
    """What one of several numbers of an answer is called that has no name of its own: the point of
    a picture, a class where they are probabilities, else an output; counted from 1.

    Args:
        trace: whose answer it is.
        nth: which of its numbers, from 0.
        output: the name of the output, one of ``trace.outputs``; "" is the first.
    """
    is_first = output in ("", next(iter(trace.outputs), ""))
    point = point_of(trace, nth) if is_first else None
    if point is not None:
        where = QCoreApplication.translate("MapsRow", "row {row}, column {column}")
        where = where.format(row=point[0] + 1, column=point[1] + 1)
        frames = answers_of(trace)
        if frames is None or frames.values.shape[-1] == 1:
            return where
        channel = QCoreApplication.translate("MapsRow", "channel {number}")
        return f"{where}, {channel.format(number=point[2] + 1)}"
    last = trace.outputs.get(output, trace.prediction)[-1]
    place = 0 if is_first else list(trace.outputs).index(output)
    if gives_probability(trace.network, place) or are_shares(trace.network, last, place):
        text = QCoreApplication.translate("PredictionView", "class {number}")
    else:
        text = QCoreApplication.translate("PredictionView", "output {number}")
    return text.format(number=nth + 1)


def partial_name(network: Network) -> str:
    """That weights of a network were left out, or an answer is not computed; else ""."""
    if not network.is_partial:
        return ""
    if not network.left_out:
        return QCoreApplication.translate(
            "ProofKeeper", "a part of the model: its answer is not computed"
        )
    text = QCoreApplication.translate(
        "ProofKeeper", "a part of the model: {count} weights left out"
    )
    return filled(text, {"count": len(network.left_out)})


def step_title(session: Session, step: int) -> str:
    """Which time step, and what it is called: ``step 45 “the”``."""
    place = QCoreApplication.translate("Steps", "step {step}").format(step=f"{step + 1:,}")
    padding = QCoreApplication.translate("Steps", "padding")
    title = f"{place} {step_word(session, step, padding)}".rstrip()
    return " · ".join(filter(None, (title, step_writer(session, step))))


def step_word(session: Session, step: int, padding: str) -> str:
    """What a time step is called, for people: a word in quotes, a row of a table by its number, a
    time stamp as it is.

    Args:
        session: what is read.
        step: which step.
        padding: how padding is called.
    """
    if session.is_padding(step):
        return padding
    names, sequence = session.step_names, session.sequence
    name = names[step] if 0 <= step < len(names) else ""
    if name == str(step + 1):
        return ""  # the number of the step says as much
    if session.review is None and name.isdecimal():
        return QCoreApplication.translate("Steps", "row {row}").format(row=f"{int(name):,}")
    is_word = session.review is not None and sequence is not None and step < len(sequence)
    is_written = session.review is not None and session.is_written(step)
    return f"“{name}”" if name and (is_word or is_written) else name


def step_writer(session: Session, step: int) -> str:
    """Which network wrote a step itself: ``written by LSTM(8)``; "" where it was given."""
    writer = session.writer
    if writer is None or not session.is_written(step):
        return ""
    text = QCoreApplication.translate("Steps", "written by {network}")
    return filled(text, {"network": network_title(writer.network.name)})
