"""`Opening`: whatever is opened or dropped goes where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData

from engine.errors import Instead, ModelError
from engine.network.network import Network
from engine.network.together import is_model_folder, opened_together
from engine.own_files import ANSWERS, EDITS, TASK, VIEW, kind_of
from engine.session.pane import MAX_PANES
from engine.training.run_folder import is_run
from gui.services import Services
from gui.window.report import Report
from gui.window.views import no_pane_for, one_alone

_TEXTS = (".csv", ".tsv", ".txt")


class Opening:
    """Tells models, runs, lessons, dictionaries, tables and reviews apart.

    Attributes:
        reviews: the table or folder of reviews that was opened last.
        model: that was opened last, and the network whose pane it was opened in.
    """

    reviews: Path | None = None
    model: tuple[Path, Network] | None = None

    def __init__(
        self,
        services: Services,
        open_view: Callable[..., object],
        open_edits: Callable[[Path], object],
        open_lesson: Callable[[Path], object],
        open_task: Callable[..., object],
        open_answers: Callable[[list[Path]], object],
        report: Report,
    ) -> None:
        self._services, self._report = services, report
        self._open_view, self._open_answers = open_view, open_answers
        self._open_lesson = open_lesson
        self._open_task, self._open_edits = open_task, open_edits

    def open_dropped(self, data: QMimeData) -> None:
        """Open files, several models in panes of their own; read a text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not paths and data.hasText():
            self._services.reading.read_text(data.text())
        self.open_files(paths)

    def open_files(self, paths: list[Path]) -> None:
        """Open files: the answers of a class together, with the tasks that they answer, a task with
        nothing but lessons, a view before all else, several models in panes of their own.  Where
        one would take another's place, the first is opened, and the others are named."""
        if len(paths) > 1:
            with self._report.together():
                self._open_files(paths)
        else:
            self._open_files(paths)

    def _open_files(self, paths: list[Path]) -> None:
        handed_in = [path for path in paths if kind_of(path) is ANSWERS]
        if handed_in:
            handed_in += (path for path in paths if kind_of(path) is TASK)
            self._open_answers(handed_in)
        tasks = [path for path in paths if kind_of(path) is TASK and path not in handed_in]
        if tasks:
            lessons = [path for path in paths if _is_lesson(path)]
            self._open_task(*tasks, *(each for each in paths if each not in (*tasks, *lessons)))
            paths = lessons
        if views := [path for path in paths if kind_of(path) is VIEW]:
            self._open_view(*views)
        others = [path for path in paths if path not in (*handed_in, *views)]
        several = (self._open_lesson, self._services.runs.follow)
        opened, left_out = list[Callable[[Path], object]](), list[Instead]()
        panes, focus = self._services.session.panes, self._services.session.focus
        room = max(MAX_PANES - len(panes), 1)  # in a full row one takes the last one's place
        for nth, (path, weights) in enumerate(opened_together(others)):
            add = nth > 0 or views != []  # whose networks keep their panes
            open_it = self._opener_of(path) if weights is None else None
            if open_it is None:
                if not add:
                    room = 0 if focus == MAX_PANES - 1 else room  # which it is given itself
                elif room == 0:
                    left_out.append(no_pane_for(path))
                    continue
                else:
                    room -= 1
                self._open_model(path, add, weights)
            elif open_it in opened and open_it not in several:
                left_out.append(one_alone(path))
            else:
                opened.append(open_it)
                open_it(path)
        self._report.refuse(left_out)

    def open_path(self, path: Path) -> None:
        """Open whatever this is; a model in the focused pane."""
        self.open_files([path])

    def no_model(self, path: Path) -> ModelError | None:
        """Where a file belongs that was named as a model and is words or texts; None for others."""
        open_it = self._opener_of(path) if path.is_file() else None
        if open_it == self._services.reading.dictionaries.choose:
            return ModelError(
                "{name} is a dictionary, not a model. Drop it on the window, or choose it in Reviews.",
                name=path.name,
            )
        if open_it == self._open_reviews:
            return ModelError(
                "{name} has texts, not a model. Drop it on the window, or open it in Reviews.",
                name=path.name,
            )
        return None

    def _opener_of(self, path: Path) -> Callable[[Path], object] | None:
        """What opens a file that is no model; None for a model, and for what is nothing."""
        from engine.numbers.files import is_numbers
        from engine.text.sheets import is_workbook
        from engine.text.tokenizers.reading import is_tokenizer

        services, kind = self._services, kind_of(path)
        if kind is EDITS:
            return self._open_edits
        if _is_lesson(path):
            return self._open_lesson
        if is_run(path):
            return services.runs.follow
        if is_tokenizer(path) and not (is_numbers(path) and self._reads_numbers):
            return services.reading.dictionaries.choose
        if is_numbers(path) or (is_workbook(path) and not self._reads_words):
            return services.numbers.open_path
        return self._open_reviews if self._is_of_texts(path) else None

    def _open_reviews(self, path: Path) -> None:
        self.reviews = path
        self._services.reading.open_source(path)

    def _open_model(self, path: Path, add: bool, weights: Path | None = None) -> None:
        session = self._services.session
        if not add:
            pane = session.focused
            self.model = None if pane is None else (path, pane.network)
        self._services.opener.open(path, place=session.focus, add=add, weights=weights)

    @property
    def _reads_words(self) -> bool:
        """Whether the focused network does: then a workbook is one of reviews."""
        pane = self._services.session.focused
        return pane is not None and pane.network.reads_words

    @staticmethod
    def _is_of_texts(path: Path) -> bool:
        """Whether it may be reviews: a folder that is no model, a workbook, a table or a text."""
        from engine.text.sheets import is_workbook

        is_folder = path.is_dir() and not is_model_folder(path)
        return is_folder or is_workbook(path) or path.suffix.lower() in _TEXTS

    @property
    def _reads_numbers(self) -> bool:
        """Whether the focused network does: then a list of numbers is no dictionary."""
        pane = self._services.session.focused
        return pane is not None and not pane.network.reads_words

    def read_for(self, network: Network) -> None:
        """Let a network read what it can: a review, or a series."""
        session, reading = self._services.session, self._services.reading
        numbers, step = self._services.numbers, self._services.settings.session.step
        if network.reads_words and session.review is None:
            reading.resume()
        elif not network.reads_words and not session.reads_numbers and not numbers.resume(step):
            numbers.use("sine" if network.features == 1 else "normal")


def _is_lesson(path: Path) -> bool:
    return path.suffix.lower() == ".md"
