"""`ChecksSection`: what each method's own check says, and whether methods and networks agree."""

from __future__ import annotations

from html import escape
from itertools import combinations

import numpy as np
from PySide6.QtGui import QHideEvent, QShowEvent

from engine.errors import GatescopeError
from engine.explain.attribution import Attribution
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.explain import questions
from gui.explain.check_texts import is_flat, why_in_doubt
from gui.explain.explaining import Explaining, Question
from gui.explain.method_texts import method_title
from gui.i18n.texts import explain, row_text
from gui.kit.layouts import column
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.naming import pane_names

Part = tuple[int, str, Question, Attribution]
"""A pane, a method, what was asked, and the answer."""

Row = tuple[str, str]
"""What it is, and its number, at the right."""


class ChecksSection(View):
    """A paragraph for each network, and one that compares."""

    def __init__(self, session: Session, explaining: Explaining) -> None:
        super().__init__()
        self._session, self._explaining = session, explaining
        self._title, self._agreement_title = label("caption"), label("caption")
        self.names = [label("title") for _ in range(MAX_PANES)]
        self.checks = [label("dim", wraps=True) for _ in range(MAX_PANES)]
        self.agreement = label("dim", wraps=True)
        column(
            self._title,
            *(widget for pair in zip(self.names, self.checks, strict=True) for widget in pair),
            *(self._agreement_title, self.agreement),
            of=self,
            spacing=4,
        )
        for event in (session.traces_changed, session.panes_changed):
            self.subscribe(event, self.ask)
        self.subscribe(session.units_changed, lambda _: self.ask())
        self.subscribe(session.step_changed, self._follow)
        explaining.changed.connect(self.ask)
        explaining.answered.connect(self.ask)
        self.dress()

    def _follow(self, step: int) -> None:
        if self._explaining.asked.at == "cursor":
            self.ask()

    def ask(self) -> None:
        """Ask for what is shown while the drawer is open, and show what is known."""
        if not self.isVisible():
            self._ask_nothing()
            return
        parts = self._parts()
        compared = [
            questions.agreement([(each[2], each[3]) for each in group])
            for group in self._groups(parts)
        ]
        self._explaining.asker.ask("checks", self._wanted())
        # What compares is imported first, which takes a second: the views are not to wait.
        self._explaining.samples.ask("checks", [each for each in compared if each is not None])
        self._show(parts)

    def _ask_nothing(self) -> None:
        for asker in (self._explaining.asker, self._explaining.samples):
            asker.ask("checks", [])

    def showEvent(self, event: QShowEvent) -> None:
        """Ask now."""
        super().showEvent(event)
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask nothing more."""
        super().hideEvent(event)
        self._ask_nothing()

    def _question(self, place: int, method: str) -> Question | None:
        return questions.attribution_in(self._session, self._explaining, place, method)

    def _wanted(self) -> list[Question]:
        places, methods = range(len(self._session.panes)), self._explaining.asked.methods
        each = [self._question(place, method) for place in places for method in methods]
        return [question for question in each if question is not None]

    def _parts(self) -> list[Part]:
        """The attributions that are known."""
        parts: list[Part] = []
        for place in range(len(self._session.panes)):
            for method in self._explaining.asked.methods:
                question = self._question(place, method)
                answer = None if question is None else self._explaining.asker.find(question.key)
                if question is not None and isinstance(answer, Attribution):
                    parts.append((place, method, question, answer))
        return parts

    def _groups(self, parts: list[Part]) -> list[list[Part]]:
        """What is compared: the methods of each network, and the networks by each method."""
        networks = [[each for each in parts if each[0] == place] for place in range(MAX_PANES)]
        methods = [
            [each for each in parts if each[1] == method]
            for method in self._explaining.asked.methods
        ]
        return [group for group in (*networks, *methods) if len(group) > 1]

    # -- what is shown -----------------------------------------------------------

    def _show(self, parts: list[Part]) -> None:
        names, places = pane_names(self._session), questions.reading_places(self._session)
        for place, (name, checks) in enumerate(zip(self.names, self.checks, strict=True)):
            for widget in (name, checks):
                widget.setVisible(place in places)
            if place < len(names):
                name.setText(names[place])
                name.setStyleSheet(f"color: {theme().networks[place]};")
                checks.setText(_table(self._rows(place)))
        groups = self._groups(parts)
        rows = [row for group in groups for row in self._agreements(group, names)]
        for widget in (self._agreement_title, self.agreement):
            widget.setVisible(bool(rows))
        self.agreement.setText(_table(rows))

    def _rows(self, place: int) -> list[Row]:
        """What is known of the methods of a pane."""
        if (problem := self._session.panes[place].problem) is not None:
            return [(explain(problem), "")]
        rows: list[Row] = []
        for method in self._explaining.asked.methods:
            question = self._question(place, method)
            answer = None if question is None else self._explaining.asker.find(question.key)
            if isinstance(answer, Attribution):
                rows += self._checked(answer)
            elif isinstance(answer, GatescopeError):
                rows += [(f"⚠ {method_title(method)}", ""), (explain(answer), "")]
            else:
                rows.append((method_title(method), "…"))
        return rows

    def _checked(self, answer: Attribution) -> list[Row]:
        rows: list[Row] = []
        for check in answer.checks:
            mark = "✓" if check.holds and not is_flat(answer) else "⚠"
            rows.append((f"{mark} {method_title(answer.method)}", f"{check.value:.1e}"))
            text = self.tr("{check}, at most {most}")
            most = f"{check.tolerance:.0e}"
            rows.append((text.format(check=row_text(check.name), most=most), ""))
        rows += [(reason, "") for reason in why_in_doubt(answer)]
        if np.isfinite(answer.baseline_answer):
            text = self.tr("explained {answer}, of the baseline {nothing}")
            values = answer.answer, answer.baseline_answer
            said = [number(value, 3, sign=True) for value in values]
            rows.append((text.format(answer=said[0], nothing=said[1]), ""))
        return rows

    def _agreements(self, group: list[Part], names: list[str]) -> list[Row]:
        question = questions.agreement([(each[2], each[3]) for each in group])
        found = None if question is None else self._explaining.samples.find(question.key)
        if not isinstance(found, np.ndarray):
            return []
        of_one_network = len({each[0] for each in group}) == 1
        shown = [method_title(each[1]) if of_one_network else names[each[0]] for each in group]
        what = names[group[0][0]] if of_one_network else method_title(group[0][1])
        rows: list[Row] = [(f"{what}:", "")]
        for at, to in combinations(range(len(group)), 2):
            value = float(found[at, to])
            text = number(value, 2, sign=True) if np.isfinite(value) else "–"
            rows.append((f"{shown[at]}, {shown[to]}", text))
        return rows

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Each method's own check"))
        self._agreement_title.setText(self.tr("Do they rank the steps alike?"))
        self._agreement_title.setToolTip(
            tip(
                self.tr(
                    "Spearman's rank correlation over the steps that are no padding: 1 is the same "
                    "order, 0 none in common, −1 the reverse"
                )
            )
        )
        self.ask()

    def restyle(self) -> None:
        """Colour the names."""
        self._show(self._parts())


def _table(rows: list[Row]) -> str:
    """As wide as there is room; what is long is broken."""
    lines = [
        f"<tr><td>{escape(what)}</td><td align='right' valign='bottom'>{value}</td></tr>"
        if value
        else f"<tr><td colspan='2'>{escape(what)}</td></tr>"
        for what, value in rows
    ]
    return f"<table width='100%' cellspacing='0' cellpadding='1'>{''.join(lines)}</table>"
