"""`explain_end`: how a run came to its end, in one calm sentence or two."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from engine.counting import filled
from engine.training.run import Run
from gui.i18n.context import translator
from gui.i18n.texts import ERRORS

_tr = translator("RunEnd")

_FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def explain_end(run: Run, state: str = "") -> str:
    """Why a run has ended and which weights it keeps, "" while it has not.

    ``state`` is what it is known to be; "interrupted" and "silent" no folder says of itself.
    """
    if state in ("interrupted", "silent"):
        return _broken_off(run, state)
    if not run.ended:
        return ""
    if run.status.state == "failed":
        return _failure(run)
    lost, done = lost_since(run), len(run.history)
    is_stopped = run.status.state == "stopped"
    if lost is not None:
        text = _tr(
            "From epoch {epoch} on the loss is not a number: the training has diverged. "
            "Try a smaller learning rate."
        )
    elif run.patience_ended:
        return _early(run)
    elif is_stopped and not done:
        return _tr("Stopped by you before the first epoch had ended.")
    elif is_stopped:
        text = _tr("Stopped by you after {count} epochs.")
    elif done and done == run.epochs:
        text = _tr("All {count} epochs are done.")
    else:
        text = _tr("Ended after {count} epochs.")
    return f"{filled(text, {'epoch': lost, 'count': done})} {_kept(run)}".rstrip()


def _broken_off(run: Run, state: str) -> str:
    if state == "silent":
        return _tr("Nothing has been heard of it for a while.")
    if not run.history:
        return _tr("Interrupted before the first epoch had ended; resume it to go on.")
    text = _tr("Interrupted after epoch {epoch}; resume it to go on.")
    return text.format(epoch=len(run.history))


def explain_error(run: Run) -> str:
    """What went wrong, in the window's language; "" if nothing did.

    The template and its values come out of a file: fields that it has no values for stay.
    """
    if run.status.error is None:
        return ""
    template, values = run.status.error
    return fill(QCoreApplication.translate(ERRORS, template), values)


def fill(template: str, values: Mapping[str, str]) -> str:
    """The fields of a template filled in, as far as there are values for them."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return match[0][0] if name is None else str(values.get(name, match[0]))

    return _FIELD.sub(value, template) if values else template


def lost_since(run: Run) -> int | None:
    """The epoch since which the loss is not a number, None if the last one has a loss."""
    since = None
    for entry in reversed(run.history):
        loss = entry.get("loss")
        if loss is None or math.isfinite(loss):
            break
        since = int(entry["epoch"])
    return since


def _failure(run: Run) -> str:
    error = explain_error(run)
    if run.status.epoch and not error:
        return _tr("Failed in epoch {epoch}.").format(epoch=run.status.epoch)
    if run.status.epoch:
        return _tr("Failed in epoch {epoch}: {error}").format(epoch=run.status.epoch, error=error)
    if error:
        return _tr("Failed before the first epoch: {error}").format(error=error)
    return _tr("Failed before the first epoch.")


def _early(run: Run) -> str:
    best = run.best
    assert best is not None
    epoch = int(best["epoch"])
    count = len(run.history) - epoch
    if run.metric == "loss":
        text = _tr(
            "Stopped early: the loss has not fallen for {count} epochs since epoch {epoch}; "
            "the weights of epoch {epoch} are kept."
        )
    elif count == 1:
        text = _tr(
            "Stopped early: validation loss has not fallen in the epoch after epoch {epoch}; "
            "the weights of epoch {epoch} are kept."
        )
    else:
        text = _tr(
            "Stopped early: validation loss has not fallen for {count} epochs since epoch "
            "{epoch}; the weights of epoch {epoch} are kept."
        )
    return filled(text, {"count": count, "epoch": epoch})


def _kept(run: Run) -> str:
    """Which weights are kept; of people's own training nobody knows more than its losses."""
    if (best := run.best) is None:
        return ""
    if run.plan is None:
        if run.metric == "loss":
            text = _tr("The loss was lowest in epoch {epoch}.")
        else:
            text = _tr("Validation loss was lowest in epoch {epoch}.")
    else:
        text = _tr("Validation loss was lowest in epoch {epoch}, whose weights are kept.")
    return text.format(epoch=int(best["epoch"]))
