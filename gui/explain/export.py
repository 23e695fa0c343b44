"""Writing what is explained into a file: attributions, memory and fading maps of all networks."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import GatescopeError
from engine.explain.deletion import Deletion
from engine.explain.export import Explanation, write_explanations
from engine.progress import Progress, check
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining, Question
from gui.export.dialogs import ask_where, tell_written, write_beside
from gui.i18n.context import translator
from gui.i18n.texts import explain
from gui.kit.notice import Notice
from gui.kit.work import ShouldStop
from gui.naming import pane_titles
from gui.settings import Settings

_tr = translator("Explanation")

Wanted = list[tuple[str, Question]]
"""What is written, each with the name of its network."""

Written = tuple[Path, list[GatescopeError], bool]
"""The file; why something is not in it; whether all the rest is, which has no room in a table."""


def export_explanation(
    window: QWidget, settings: Settings, session: Session, explaining: Explaining, notice: Notice
) -> QFileDialog | None:
    """Ask for a file and write what is explained into it, as CSV or NPZ."""
    if not wanted(session, explaining):
        notice.show_error(_tr("There is nothing to explain yet. Open a review or numbers first."))
        return None
    filters = {
        ".csv": _tr("Table, one row a step (*.csv)"),
        ".npz": _tr("NumPy archive (*.npz)"),
    }
    write = partial(write_explanation, window, session, explaining, notice=notice)
    title = _tr("Export explanation")
    return ask_where(window, settings, title, "explanation", filters, write, notice)


def wanted(session: Session, explaining: Explaining) -> Wanted:
    """The attributions that are asked for, and the memory and the fading map of every pane."""
    found: Wanted = []
    for place, (name, pane) in enumerate(zip(pane_titles(session), session.panes, strict=True)):
        if pane.trace is None:
            continue
        for method in explaining.asked.methods:
            question = questions.attribution_in(session, explaining, place, method)
            if question is not None:
                found.append((name, question))
        found.append((name, questions.memory(pane.trace, pane.layer)))
        found.append((name, questions.fading(pane.trace, pane.layer)))
        found += [(name, each) for each in questions.attention(pane.trace)]
    return found


def write_explanation(
    window: QWidget, session: Session, explaining: Explaining, path: Path, notice: Notice
) -> None:
    """Write it beside the window; what is not known yet is computed, what cannot be is named."""
    sequence = session.sequence
    assert sequence is not None
    questions_of = wanted(session, explaining)
    known = {question.key: explaining.asker.find(question.key) for _, question in questions_of}
    measured = _measured(session, explaining)

    def work(should_stop: ShouldStop) -> Generator[Progress, None, Written]:
        explanations: list[tuple[str, Explanation]] = [*measured]
        missing: list[GatescopeError] = []
        for place, (name, question) in enumerate(questions_of):
            yield Progress(place, len(questions_of), question.title)
            answer = known[question.key]
            try:
                if answer is None:
                    answer = question.work(should_stop, lambda share: None)
            except GatescopeError as error:
                check(should_stop)
                answer = error
            if isinstance(answer, GatescopeError):
                missing.append(answer)
            else:
                explanations.append((name, answer))
        check(should_stop)
        return path, missing, write_explanations(sequence.steps, explanations, path)

    write_beside(window, work, path, notice, partial(_tell, notice))


def _measured(session: Session, explaining: Explaining) -> list[tuple[str, Deletion]]:
    """The deletion curves that are known: they take a while, and are measured when told to."""
    names = enumerate(pane_titles(session))
    asked = [(name, questions.deletion(session, explaining, place)) for place, name in names]
    found = [(name, explaining.samples.find(question.key)) for name, question in asked]
    return [(name, each) for name, each in found if isinstance(each, Deletion)]


def _tell(notice: Notice, written: Written) -> None:
    path, missing, has_all = written
    if not missing and has_all:
        tell_written(notice, path)
        return

    def say() -> str:
        said = [_tr("Written: {path}").format(path=path)]
        said += [explain(error) for error in missing]
        if not has_all:
            said.append(
                _tr(
                    "A table has one number a step; an NPZ has the fading maps, attention, gates and "
                    "checks, too."
                )
            )
        return " ".join(dict.fromkeys(said))

    notice.show_info(say)
