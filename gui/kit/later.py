"""`later`: a class that is imported when the first object of it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any


def later(name: str) -> Callable[..., Any]:
    """Makes an object of the class ``module:Class``; a launch imports what it shows."""

    def make(*arguments: Any) -> Any:
        return resolve_name(name)(*arguments)

    return make
