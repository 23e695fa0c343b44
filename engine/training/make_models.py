"""``make models``: the bundled models, trained from the real reviews.

``python -m engine.training.make_models [NAME ...] [--out DIR] [--prove]`` trains each
recipe in a process of its own, with ``python -m engine train``, compares each
model with Keras, measures the baseline, and prints a table; then each task of the lessons,
with ``python -m engine.training.task_models``, into the folder ``lessons``.  ``--prove`` only
compares the models that are there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.atomic import write_json
from engine.errors import GatescopeError, TrainingError
from engine.library import LESSONS, MODELS
from engine.tasks.bundled import task_record
from engine.tasks.registry import TASKS
from engine.training.recipes import RECIPES, Recipe

PROVEN_ON = 32
"""Reviews that a replay is compared with Keras on."""


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m engine.training.make_models", description=__doc__
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"recipes and tasks ({', '.join((*RECIPES, *TASKS))}); all of them if none",
    )
    parser.add_argument("--out", type=Path, default=MODELS, metavar="DIR", help="assets/models")
    parser.add_argument("--prove", action="store_true", help="train nothing, only compare")
    args = parser.parse_args(arguments)
    try:
        for name in args.names:
            if name not in RECIPES and name not in TASKS:
                raise TrainingError(
                    "There is no recipe {name}. There are {names}.",
                    name=name,
                    names=", ".join((*RECIPES, *TASKS)),
                )
        tasks = [name for name in args.names or TASKS if name in TASKS]
        recipes = [RECIPES[name] for name in args.names or RECIPES if name in RECIPES]
        lessons = args.out / LESSONS.name
        lessons.mkdir(parents=True, exist_ok=True)
        if not args.prove:
            for recipe in recipes:
                make(recipe, args.out)
        if not args.prove and not args.names:
            make_baseline(args.out)
        for recipe in recipes:
            prove(recipe, args.out)
        for name in tasks:
            if not args.prove:
                make_task(name, lessons)
            prove_task(name, lessons)
    except GatescopeError as error:
        print(f"gatescope: {error}", file=sys.stderr)
        return 2
    print(table(args.out))
    print(table_of_tasks(lessons))
    return 0


def make(recipe: Recipe, out: Path) -> None:
    """Train one recipe in a process of its own; ``NAME.keras`` and ``NAME.json``.

    Raises:
        TrainingError: that process failed.
    """
    print(f"{recipe.title}", flush=True)
    with tempfile.TemporaryDirectory(prefix=".work-", dir=out) as folder:
        command = [sys.executable, "-m", "engine", "train", recipe.name, "--out", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                _tell(json.loads(line))
        if child.returncode:
            raise TrainingError(
                "The training of {name} failed with exit code {code}.",
                name=recipe.name,
                code=child.returncode,
            )
        for name, suffix in (("record.json", ".json"), ("model.keras", ".keras")):
            (Path(folder) / name).replace(out / f"{recipe.name}{suffix}")


def make_task(name: str, out: Path) -> None:
    """Train the models of a task in a process of its own; ``NAME.json`` is their record.

    Raises:
        TrainingError: that process failed.
    """
    print(TASKS[name].title, flush=True)
    with tempfile.TemporaryDirectory(prefix=".work-", dir=out) as folder:
        command = [sys.executable, "-m", "engine.training.task_models", name, "--out", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                event = json.loads(line)
                print(
                    f"  {event['model']:<24} epoch {event['epoch']:3d}  loss {event['loss']:.4f}"
                    f"  val loss {event['val_loss']:.4f}",
                    flush=True,
                )
        if child.returncode:
            raise TrainingError(
                "The training of {name} failed with exit code {code}.",
                name=name,
                code=child.returncode,
            )
        for path in sorted(Path(folder).iterdir()):
            path.replace(out / path.name)


def prove(recipe: Recipe, out: Path) -> None:
    """Compare a model's replay with Keras, in a process of its own; into its record.

    Raises:
        TrainingError: it differs, or could not be compared.
    """
    model = out / f"{recipe.name}.keras"
    path = model.with_suffix(".json")
    proof = proof_of(model)
    write_json(path, json.loads(path.read_text(encoding="utf-8")) | {"proof": proof})


def prove_task(name: str, out: Path) -> None:
    """The same of all models of a task.

    Raises:
        TrainingError: one differs, or could not be compared.
    """
    path = out / f"{name}.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    for model in record["models"]:
        model["proof"] = proof_of(out / f"{model['name']}.keras")
    write_json(path, record)


def proof_of(model: Path) -> dict[str, Any]:
    """The comparison of a model's replay with Keras, made in a process of its own.

    Raises:
        TrainingError: it differs, or could not be compared.
    """
    verify = [sys.executable, "-m", "engine", "verify", str(model), "--json"]
    done = subprocess.run(
        [*verify, "--reviews", str(PROVEN_ON)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise TrainingError(
            "{name} could not be proven equal to Keras: {reason}",
            name=model.stem,
            reason=(done.stderr or done.stdout).strip(),
        )
    proof: dict[str, Any] = json.loads(done.stdout)
    proof.pop("path", None)  # a path of this machine says nothing elsewhere
    return proof


def make_baseline(out: Path) -> None:
    """Measure TF-IDF with logistic regression; ``baseline.json``."""
    from engine.training.lecture_baseline import measure

    print("TF-IDF with logistic regression", flush=True)
    write_json(out / "baseline.json", measure())


def table(out: Path) -> str:
    """The records as a table."""
    head = ("model", "parameters", "epochs", "best", "val loss", "val acc", "s", "MB", "proof")
    rows: list[Sequence[str]] = [head]
    for recipe in RECIPES.values():
        path = out / f"{recipe.name}.json"
        if not path.is_file():
            continue
        record = json.loads(path.read_text(encoding="utf-8"))
        proof = (record.get("proof") or {}).get("largest")
        rows.append(
            (
                record["title"],
                f"{record['parameters']:,}",
                str(record["epochs"]),
                str(record["best_epoch"]),
                f"{record['validation']['loss']:.4f}",
                f"{record['validation']['accuracy']:.4f}",
                f"{record['seconds']:.0f}",
                str(record["peak_memory_mb"]),
                "" if proof is None else f"{proof:.1e}",
            )
        )
    path = out / "baseline.json"
    if path.is_file():
        record = json.loads(path.read_text(encoding="utf-8"))
        for title, part in (("same words", record), ("whole texts", record["full_text"])):
            validation = part["validation"]
            loss, accuracy = f"{validation['loss']:.4f}", f"{validation['accuracy']:.4f}"
            rows.append((f"TF-IDF + LR, {title}", "", "", "", loss, accuracy, "", "", ""))
    return _laid_out(rows)


def table_of_tasks(out: Path) -> str:
    """The records of the lessons' models as a table."""
    rows: list[Sequence[str]] = [
        ("model", "parameters", "epochs", "best", "score", "", "baseline", "s", "proof")
    ]
    for task in TASKS.values():
        found = task_record(task, out)
        for model in () if found is None else found.models:
            data, score = model.record.data, model.record.scores
            rows.append(
                (
                    model.variant.name,
                    f"{model.record.parameters:,}",
                    str(data["epochs"]),
                    str(data["best_epoch"]),
                    f"{score[task.metric]:.4f}",
                    task.metric,
                    f"{model.record.baseline[task.metric]:.4f}",
                    f"{data['seconds']:.0f}",
                    f"{(data['proof'] or {}).get('largest', float('nan')):.1e}",
                )
            )
    return _laid_out(rows)


def _laid_out(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _tell(event: dict[str, Any]) -> None:
    """One event for a person's eyes."""
    if event["event"] == "epoch":
        print(
            f"  epoch {event['epoch']:3d}  loss {event['loss']:.4f}  "
            f"val loss {event['val_loss']:.4f}  val acc {event['val_accuracy']:.4f}  "
            f"{event['seconds']:.1f} s{'  best' if event['best'] else ''}",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
