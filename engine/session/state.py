"""`SessionState`: a snapshot of a session as plain data, which can be saved and reopened.

A view file is its JSON, small enough to be read and changed by hand: what is as it would
be anyway is left out.  The same is what the application remembers between sessions.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from engine.checked import (
    Unfit,
    a,
    a_text,
    an_integer,
    between,
    checked,
    items,
    left_out,
    nested,
    one_of,
    optional_integer,
    plain,
    shortened,
    switch,
    text,
)
from engine.errors import EditError, Instead, Note, SessionError, TextError
from engine.numbers.gaps import GAPS
from engine.numbers.generated import GENERATED
from engine.own_files import VIEW, naming_kind
from engine.plain_json import not_json, parse_json
from engine.replay.edit_texts import MAX_EDITS, parse
from engine.session.asked import Asked
from engine.session.field_names import in_words
from engine.session.pane import MAX_PANES, MAX_UNITS
from engine.session.selected import selected_numbers
from engine.text.sources.reference import SourceReference

FORMAT = VIEW.format
VERSION = 1

NO_NETWORKS = Instead("None of its networks could be read: the first two of Gatescope's stand in.")

SCALES = ("shared", "fixed", "stretched")
"""Which values the ends of a series' colours stand for: rounded ones that hold the series in all
panes; the bounds of the series; the least and the greatest of each pane's own."""

MAX_TEXT = 2_000_000
"""Characters of a text of the user's own."""


def _source(value: Any, where: str, notes: list[Note]) -> SourceReference:
    if not isinstance(value, dict):
        raise Unfit
    try:
        source = SourceReference.from_dict(value)
    except TextError as error:
        raise Unfit from error
    notes.extend(
        left_out(f"{where}.{name}", item)
        for name, item in value.items()
        if getattr(source, name, None) != item
    )
    return source


def _edit(value: Any, where: str, notes: list[Note]) -> str:
    try:
        return str(parse(value))
    except EditError as error:
        raise Unfit(Instead("{field} was left out. {reason}", field=where, reason=error)) from error


def _digest() -> Any:
    """The SHA-256 of a file, in hex; "" if unknown."""
    return text("", 64)


def _selected(value: Any, where: str, notes: list[Note]) -> str:
    try:
        selected_numbers(value)
    except (AttributeError, ValueError) as error:
        raise Unfit from error
    return str(value)


@dataclass(frozen=True)
class DictionaryState:
    """The dictionary that was chosen for a network.

    ``path`` is "" for IMDB's words, ``sha256`` of its file, in hex, "" if unknown; the other fields
    are the ids as the user changed them, see `Dictionary`: an ``offset`` of None leaves all three as
    they are guessed.
    """

    path: str = text()
    offset: int | None = optional_integer(-(2**31))
    start: int | None = optional_integer()
    unknown: int | None = optional_integer()
    sha256: str = _digest()


@dataclass(frozen=True)
class PaneState:
    """A pane, and where its network is found.

    Attributes:
        name: what the network is called on screen.
        bundled: the name of a model that comes with Gatescope, "" for one from elsewhere.
        file: the model's file, "" for a bundled one.
        sha256: of the file, in hex; "" if unknown.
        layer: the recurrent layer that is shown, "" for the main one.
        units: the chosen units, from 0.
        dictionary: None where it is found with the model.
        relu: whether relu was chosen where the file does not say what an RNN uses.
        words_sha256: of the dictionary that was found beside the model; "" if there was none.
    """

    name: str = text()
    bundled: str = text()
    file: str = text()
    sha256: str = _digest()
    layer: str = text()
    units: tuple[int, ...] = items(an_integer(0, 1_000_000), MAX_UNITS, default=(0,))
    dictionary: DictionaryState | None = nested(DictionaryState, optionally=True)
    relu: bool = switch()
    words_sha256: str = _digest()


@dataclass(frozen=True)
class ReviewState:
    """What is read as words: the source's review of this number, from 0, or the user's text.

    ``sha256`` is of the source's file, in hex; "" if unknown.
    """

    source: SourceReference = field(default_factory=SourceReference, metadata={"check": _source})
    number: int | None = optional_integer()
    text: str = text("", MAX_TEXT)
    sha256: str = _digest()


@dataclass(frozen=True)
class EncodingState:
    """How words become ids where the network leaves a choice, see `engine.text.encoding`.

    A ``num_words`` of 0 leaves it to each network.  With ``carries`` a review begins with the state
    that the one before it left; which state that was is not kept.
    """

    num_words: int = between(0, 0)
    length: int = between(100, 1, 1000)
    padding: str = one_of("pre", "post")
    truncating: str = one_of("pre", "post")
    carries: bool = switch()


@dataclass(frozen=True)
class NumbersState:
    """What is read as numbers, and how it is cut, see `engine.numbers.windows.Cut`.

    Attributes:
        source: "file" or one of `GENERATED`; "" for none.
        file: the table's file.
        columns: their names, in the order of reading; empty leaves them to the table.
        scale, part, missing, length, stride: the cut.
        order: of the rows, see `engine.numbers.time_order.ORDERS`.
        header: the row of the file that names the columns, from 1; 0 for none, None looks.
        skip: rows of the file that are left out above all others.
        window: the number of the window, from 0.
        carried: the number of the window from which the states are carried; None carries none.
        period, noise, seed: of a series that is made.
        sha256: of the table's file, in hex; "" if unknown.
    """

    source: str = one_of("", "file", *GENERATED)
    file: str = text()
    columns: tuple[str, ...] = items(a_text(), 10_000)
    scale: str = one_of("none", "minmax", "signed", "standard")
    part: float = between(1.0, 0.01, 1.0)
    missing: str = one_of(*GAPS)
    order: str = one_of("auto", "oldest", "file")
    header: int | None = optional_integer()
    skip: int = between(0, 0, 1_000_000)
    length: int = between(100, 1, 100_000)
    stride: int = between(1, 1, 1_000_000)
    window: int = between(0, 0)
    carried: int | None = optional_integer()
    period: float = between(25.0, 2.0, 100_000.0)
    noise: float = between(0.0, 0.0, 10.0)
    seed: int = between(0, 0, 2**31 - 1)
    sha256: str = _digest()


@dataclass(frozen=True)
class ColourState:
    """The signal that colours the words, see `Shade`, and how colours are shown.

    A ``key`` of "" is the main series of the focused pane.  ``scale`` is one of `SCALES`; with
    ``future`` what is still to be read is shown undimmed.
    """

    pane: int = between(0, 0)
    key: str = text("", 40)
    unit: int | None = optional_integer()
    scale: str = one_of(*SCALES)
    future: bool = switch()


@dataclass(frozen=True)
class SessionState:
    """A snapshot of a session.

    Attributes:
        panes: left to right.
        focus: the focused pane, None for the last one.
        reads: whether the review or the numbers are read.
        step: the time step, from 0; None leaves it to what is read.
        edits: what is changed by hand in the reading, each as `engine.replay.edit_texts` has it.
        explain: what is explained.
        selected: the reviews or windows of the corpus that are selected together, see
            `engine.session.selected`; "" for none.
        page: the page that explains in place of the panes, by its name; "" for none.
        carried: how many reviews were carried into the one that is read; their state is not kept,
            which is said as it is read again.
        place: the drawer that stands open beside them, by its name, and what is open in it, as
            ``train/data/lengths``; "" leaves the drawer as it is.
    """

    panes: tuple[PaneState, ...] = items(a(PaneState), MAX_PANES)
    focus: int | None = optional_integer(0, MAX_PANES - 1)
    reads: str = one_of("review", "numbers")
    review: ReviewState = nested(ReviewState)
    encoding: EncodingState = nested(EncodingState)
    numbers: NumbersState = nested(NumbersState)
    step: int | None = optional_integer(from_low=True)
    colours: ColourState = nested(ColourState)
    edits: tuple[str, ...] = items(_edit, MAX_EDITS)
    explain: Asked = nested(Asked)
    selected: str = field(default="", metadata={"check": _selected})
    page: str = text("", 40)
    carried: int = between(0, 0)
    place: str = text("", 80)

    def over(self, before: SessionState) -> SessionState:
        """The state of a view, taken over by a session: what it does not read stays as before."""
        if self.reads == "numbers":
            return replace(self, review=before.review, encoding=before.encoding)
        return replace(self, numbers=before.numbers)


def to_plain(state: SessionState) -> dict[str, Any]:
    """What a view file holds, as plain data for JSON."""
    return {"format": FORMAT, "version": VERSION, **plain(state)}


def from_json(content: str, name: str) -> tuple[SessionState, list[Note]]:
    """What `to_plain` made, or a person, or another version; errors call the file by its name.

    Returns:
        the state, and a note for each value that was repaired or is unknown.

    Raises:
        SessionError: it is no view at all, or nothing of it can be used.
    """
    try:
        data = parse_json(content)
    except ValueError as error:
        raise SessionError(
            "{name} is damaged or no view of Gatescope: {reason}. Correct it there, or save the "
            "view again.",
            name=name,
            reason=not_json(error),
        ) from error
    return from_plain(data, name)


def from_plain(data: Any, name: str) -> tuple[SessionState, list[Note]]:
    """The same of what stands in such JSON, or inside another file's."""
    data = dict(data) if isinstance(data, dict) else data
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        error = SessionError(
            "{name} is no view of Gatescope. Open a file that Save view wrote.", name=name
        )
        raise naming_kind(error, data, name)
    del data["format"]
    version = data.pop("version", None)
    if version is None:
        raise SessionError("{name} is a view without a version. Save the view again.", name=name)
    if type(version) is not int or version < 1:
        raise SessionError(
            "{name} is of version {version}, and views have version {known}. Write that, or save "
            "the view again.",
            name=name,
            version=shortened(version),
            known=VERSION,
        )
    notes: list[Note] = []
    state = checked(SessionState, _renewed(data), notes)
    if version > VERSION and not state.panes:
        raise SessionError(
            "Nothing in {name} could be opened: it was made by a newer Gatescope. Update "
            "Gatescope, or save the view again with this version.",
            name=name,
        )
    if notes and state == SessionState():
        raise SessionError(
            "Nothing in {name} could be opened. {reason} Save the view again.",
            name=name,
            reason=in_words(notes[0]),
        )
    if version > VERSION:
        notes.insert(
            0, Instead("The view was saved by a newer version of Gatescope: parts may be missing.")
        )
    if not state.panes and "panes" in data:
        notes.append(NO_NETWORKS)
    return state, [in_words(note) for note in notes]


def _renewed(data: dict[str, Any]) -> dict[str, Any]:
    """A view from before there were three scales says whether the colours are stretched."""
    colours = data.get("colours")
    if not isinstance(colours, dict) or not isinstance(colours.get("stretched"), bool):
        return data
    scale = {"scale": "stretched" if colours["stretched"] else "fixed"}
    rest = {key: value for key, value in colours.items() if key != "stretched"}
    return {**data, "colours": {**scale, **rest}}
