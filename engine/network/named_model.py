"""`named_model`: the model that somebody named in the shell, a file or a bundled one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.errors import ModelError
from engine.library import LESSONS, MODELS, bundled
from engine.named_file import named_file


def named_model(text: str) -> Path:
    """The path of a model as it is named in the shell: of a file, or of a bundled model, which is
    called by its name alone (``lstm``, ``LSTM``).  A file that is there comes first.

    Raises:
        GatescopeError: it is no path of a file here, see `named_file`; or a mere name, and there
            is neither a file nor a bundled model of it.
    """
    path = named_file(text)
    own, lessons = _own(), _lessons()
    known: Mapping[str, Path] = {**lessons, **own}
    is_name = len(path.parts) == 1 and (not path.suffix or path.stem in known)
    if not is_name or path.exists():
        return path
    if text.lower() in known:
        return known[text.lower()]
    raise ModelError(
        "There is no file {path} here, and no bundled model of that name. The bundled models are "
        "{names}; those of the lessons {lessons}.",
        path=text,
        names=", ".join(own),
        lessons=", ".join(_in_short(lessons)),
    )


def is_bundled(text: str) -> bool:
    """Whether a bundled model is called so."""
    return text.lower() in {**_lessons(), **_own()}


def shell_name(path: Path) -> str:
    """What a model is called in the shell: a bundled one by its name alone, another by its path."""
    is_its_own = path.parent in (MODELS, LESSONS)
    return path.stem if is_its_own else str(path)


def _own() -> dict[str, Path]:
    return {entry.name: entry.path for entry in bundled(MODELS)}


def _in_short(names: Iterable[str]) -> list[str]:
    """Names, of those that end in a number (``adding_lstm_20``) only how they begin."""
    begun = (f"{name.split('_')[0]}_…" if name[-1].isdigit() else name for name in names)
    return list(dict.fromkeys(begun))


def _lessons() -> dict[str, Path]:
    return {path.stem: path for path in sorted(LESSONS.glob("*.keras"))}
