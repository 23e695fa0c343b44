"""``task FILE [--answer X]``: what a task asks, and whether an answer is right."""

from __future__ import annotations

import argparse
import json

from engine.commands import notes
from engine.named_file import named_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``task`` in the shell."""
    parser.add_argument("task", type=named_file, metavar="FILE")
    parser.add_argument(
        "--answer",
        metavar="X",
        help="the number of a choice, a number, a word, or edits parted by ;",
    )
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say what is asked; 1 where the answer is wrong."""
    from engine.lessons.class_task import ask, load, with_files

    task, assumed = load(arguments.task)
    said = notes.say(assumed, arguments.strict)
    reading, question = ask(with_files(task, arguments.task.absolute().parent))
    of_networks = [note for pane in reading.panes for note in notes.notes_of(pane.network)]
    problems = [pane.problem for pane in reading.panes if pane.problem is not None]
    more = [] if question.note is None else [question.note]
    said += notes.say([*of_networks, *problems, *more], arguments.strict)
    verdict = None if arguments.answer is None else question.check(arguments.answer, None)
    if arguments.json:
        data = {
            "title": task.title,
            "question": task.question,
            "asks": task.kind,
            "form": question.form,
            "choices": list(map(str, question.choices)),
            "answer": arguments.answer,
            "right": None if verdict is None else verdict.right,
            "says": None if verdict is None else str(verdict.says),
            "notes": said,
        }
        print(json.dumps(data, ensure_ascii=False))
    elif verdict is None:
        print(f"{task.title}\n{task.question}\n{question.text}")
        for number, choice in enumerate(question.choices, 1):
            print(f"  {number}  {choice}")
    else:
        print(f"{'right' if verdict.right else 'wrong'}: {verdict.says}")
    return 0 if verdict is None or verdict.right else 1
