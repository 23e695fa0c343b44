"""An answer that is to be reached by edits."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import EditError, LessonError, Note
from engine.lessons.question import last_of
from engine.lessons.task_kinds.put import Put, Stop, TaskQuestion, Verdict
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edits, SequenceEdit, in_force, reading_on

MAX_EDITS = 100
"""Edits that a task may allow."""

SIDES, ONLY = ("below", "above"), ("", "words", "gates")


def put_reach(put: Put) -> TaskQuestion:
    """A state of the session that is to be reached: edits with which the answer is beyond a level."""
    side, level = put.options.get("side", "") or "below", put.number("level", 0.5)
    most = put.whole("edits", 1, MAX_EDITS, 1)
    only = put.options.get("only", "")
    if side not in SIDES or only not in ONLY:
        raise LessonError(
            "The task has {option} “{text}”. There are: {names}.",
            option="side" if side not in SIDES else "only",
            text=side if side not in SIDES else only,
            names=", ".join(filter(None, SIDES if side not in SIDES else ONLY)),
        )
    given = in_force(put.reading.edits)
    now = last_of(put.trace)
    sign = "<" if side == "below" else ">"

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        parts = answer.split("\n" if "\n" in answer else ";")
        edits = in_force(parse_all(filter(None, map(str.strip, parts))))
        if (own := _own_edits(edits, given, only)) is None:
            return Verdict(False, Note("The edits that the task begins with must stay."))
        if len(own) > most:
            says = Note(
                "There are {count} edits, and the task allows {most}.", count=len(own), most=most
            )
            return Verdict(False, says)
        read = replace(put, reading=put.reading.with_edits(edits, should_stop))
        if unfit := list(read.pane.unfit_edits.values()):
            return Verdict(False, Note("An edit changes nothing here: {reason}", reason=unfit[0]))
        reached = last_of(read.trace)
        says = Note(
            "With these edits p at the end is {after}; without them it is {before}, and the task "
            "asks for p {sign} {level}.",
            after=f"{reached:.4f}",
            before=f"{now:.4f}",
            sign=sign,
            level=f"{level:g}",
        )
        return Verdict(reached < level if side == "below" else reached > level, says)

    values = {"network": put.trace.network.name, "sign": sign, "level": f"{level:g}", "most": most}
    if only == "words":
        text = Note(
            "Change at most {most} words, so that p of {network} at the end is {sign} {level}.",
            **values,
        )
    elif only == "gates":
        text = Note(
            "Change gates, states or units with at most {most} edits, so that p of {network} at the "
            "end is {sign} {level}.",
            **values,
        )
    else:
        text = Note(
            "With at most {most} edits, reach p {sign} {level} of {network} at the end.", **values
        )
    return TaskQuestion(text, "edits", check, Note("p is now {count}", count=f"{now:.4f}"))


def _own_edits(edits: Edits, given: Edits, only: str) -> Edits | None:
    """The edits of who answers, beside those of the task; None where one of the task's is gone.

    Raises:
        EditError: one of them is of a sort that the task does not allow.
    """
    own = list(edits)
    for each in given:
        if each not in own:
            return None
        own.remove(each)
    if reading_on(own):
        raise EditError("In a task a network does not read on. Take that edit away.")
    for each in own:
        is_word = isinstance(each, SequenceEdit)
        if only and is_word != (only == "words"):
            raise EditError("The task does not allow “{edit}”. Take it away.", each)
    return tuple(own)
