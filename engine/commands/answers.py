"""``answers FILE ...``: the answers of a class, computed once more."""

from __future__ import annotations

import argparse
import json
import sys

from engine.commands import notes
from engine.named_file import named_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``answers`` in the shell."""
    parser.add_argument(
        "files",
        type=named_file,
        nargs="+",
        metavar="FILE",
        help="answers, and the tasks that the class was given: others are not checked then",
    )
    written = parser.add_mutually_exclusive_group()
    written.add_argument("--csv", action="store_true", help="as a table for a spreadsheet")
    notes.add_arguments(parser, written)


def run(arguments: argparse.Namespace) -> int:
    """Print the table; 1 where an answer is otherwise than its file says, or was not checked."""
    from engine.lessons import class_task
    from engine.lessons.answer_table import check_count, data_of, table, to_csv
    from engine.lessons.answers import load
    from engine.own_files import TASK, kind_of

    sheets, tasks = [], []
    given = [path for path in arguments.files if kind_of(path) is TASK]
    check_count(len(arguments.files) - len(given))
    for path in arguments.files:
        if path in given:
            asked, assumed = class_task.load(path)
            notes.say(assumed, arguments.strict)
            tasks.append(asked)
            continue
        sheet, assumed = load(path)
        notes.say(assumed, arguments.strict)
        sheets.append((path.absolute(), sheet))
    found = table(sheets, tasks)
    every = [each for row in found.rows for each in row.answers.values()]
    unchecked = [each.says for each in every if each.state == "unchecked"]
    notes.say([*found.notes, *unchecked], arguments.strict)
    if arguments.csv:
        sys.stdout.write(to_csv(found))
    elif arguments.json:
        print(json.dumps(data_of(found), ensure_ascii=False))
    else:
        for row in found.rows:
            missing = len(row.answers) - row.checked
            besides = f", {missing} not checked" if missing else ""
            print(f"{row.name or row.file}: {row.right} of {row.checked} right{besides}")
            for each in row.answers.values():
                right = "?" if each.right is None else "right" if each.right else "wrong"
                shown = ", the right answer was shown" if each.answer.shown else ""
                asked = each.answer.task
                question = " ".join(asked.question.split())
                line = f"{asked.title}: {each.answer.said}  ({each.state}{shown})"
                print(f"  {right:5}  {line}\n         {question}")
    return 1 if any(each.state in ("differs", "unchecked") for each in every) else 0
