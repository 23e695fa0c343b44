"""`ReportPage`: the health report of a network, on the screen and as HTML or PDF."""

from __future__ import annotations

import html
from collections.abc import Callable, Generator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from engine.counting import filled
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.export import write_export, write_table
from engine.survey.health import Finding, Health, Level, health
from engine.survey.intervals import NAMED
from engine.survey.passes import Workers
from engine.survey.survey import Survey
from gui.i18n.context import translator
from gui.i18n.languages import current
from gui.i18n.texts import corpus_title, explain, network_title
from gui.kit.layouts import column
from gui.look.theme import BODY, LIGHT, Theme, theme
from gui.look.typefaces import typeface, typeface_in_pixels
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.surveying import Wanted

_tr = translator("ReportPage")

LETTERS = 10
"""Points of the type of a PDF."""


class ReportPage(SurveyPage):
    """Every measure: what was found, why it matters, what to do."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self.view = QTextBrowser()
        self.view.setOpenLinks(False)
        column((self.view, 1), of=self.body)
        self.dress()

    def wanted(self, network: Network) -> Wanted | None:
        """The report of the focused network."""
        return Wanted(("health",), (network,), _asked)

    def show_answer(self, answer: tuple[Survey, Health]) -> None:
        """Show the findings."""
        reading, found = answer
        counts = dict.fromkeys(("good", "look", "bad", "unknown"), 0)
        for each in found.findings:
            counts[each.level] += 1
        self.sentence.setText(
            self.tr(
                "{good} as they should be, {look} to look at, {bad} bad, {unknown} unknown."
            ).format(**counts)
        )
        at = self.view.verticalScrollBar().value()
        self.view.document().setDefaultFont(typeface(BODY))
        self.view.setHtml(report_html(reading, found, theme()))
        self.view.verticalScrollBar().setValue(at)

    @property
    def documents(self) -> Mapping[str, tuple[str, Callable[[Path], None]]]:
        """As a page of the web, as pages for paper, and as a table."""
        if self.answer is None:
            return {}
        reading, found = self.answer
        return {
            ".html": (self.tr("Web page (*.html)"), partial(write_html, reading, found)),
            ".pdf": (self.tr("Pages (*.pdf)"), partial(write_pdf, reading, found)),
            ".csv": (self.tr("Table (*.csv)"), partial(write_csv, found)),
        }

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Health report"))
        super().retranslate()


def report_html(reading: Survey, found: Health, look: Theme) -> str:
    """The report with the colours of a theme; rich text as Qt and browsers read it."""
    notes = dict.fromkeys((NAMED, *reading.notes, *found.notes))
    inputs = reading.inputs
    head = filled(
        _tr("{count} sequences of {corpus}, {steps} steps"),
        {"count": f"{len(inputs):,}", "corpus": corpus_title(inputs.title), "steps": inputs.steps},
    )
    rows = "".join(_finding(each, look) for each in found.findings)
    said = "".join(f"<li>{html.escape(explain(note))}</li>" for note in notes)
    return (
        f'<h2 style="color: {look.text};">'
        f"{html.escape(network_title(reading.network.name))}</h2>"
        f'<p style="color: {look.dim};">{html.escape(head)}</p>'
        f'<table cellspacing="0" cellpadding="6" width="100%">{rows}</table>'
        f'<ul style="color: {look.dim};">{said}</ul>'
    )


def _finding(each: Finding, look: Theme) -> str:
    colours: Mapping[Level, str] = {
        "good": look.good,
        "look": look.warning,
        "bad": look.bad,
        "unknown": look.dim,
    }
    advice = "" if each.advice is None else f"<br/><b>{html.escape(explain(each.advice))}</b>"
    return (
        f'<tr><td valign="top" style="color: {colours[each.level]};"><b>{level_name(each.level)}</b>'
        f'</td><td valign="top" style="color: {look.text};"><b>{measure_name(each.name)}</b></td>'
        f'<td style="color: {look.text};">{html.escape(explain(each.says))}{advice}'
        f'<br/><span style="color: {look.dim};">{html.escape(explain(each.means))}</span></td></tr>'
    )


def level_name(level: Level) -> str:
    """What a level is called."""
    return {
        "good": _tr("good"),
        "look": _tr("look"),
        "bad": _tr("bad"),
        "unknown": _tr("unknown"),
    }[level]


def measure_name(name: str) -> str:
    """What a measure is called."""
    return {
        "accuracy": _tr("accuracy"),
        "calibration_error": _tr("calibration"),
        "baseline_gap": _tr("against words alone"),
        "saturated": _tr("saturation"),
        "dead": _tr("dead units"),
        "constant": _tr("constant units"),
        "duplicates": _tr("duplicates"),
        "horizon": _tr("memory"),
        "padding_cost": _tr("padding"),
    }[name]


def write_html(reading: Survey, found: Health, path: Path) -> None:
    """Write the report as a page that needs no other file, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """
    title = html.escape(network_title(reading.network.name))
    text = (
        f'<!DOCTYPE html><html lang="{current()}"><head><meta charset="utf-8"><title>{title}</title></head>'
        '<body style="font-family: sans-serif; max-width: 60em; margin: 2em auto;">'
        f"{report_html(reading, found, LIGHT)}</body></html>"
    )

    def write(at: Path) -> None:
        at.write_text(text, encoding="utf-8")

    write_export(path, write)


def write_pdf(reading: Survey, found: Health, path: Path) -> None:
    """Write the report as pages of A4, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """

    def write(at: Path) -> None:
        at.touch()  # Qt says nothing of a file that it cannot write
        writer = QPdfWriter(str(at))
        writer.setTitle(network_title(reading.network.name))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)  # Qt adds 2 cm of its own
        document = QTextDocument()
        font = typeface_in_pixels(BODY).toString()
        own = document.defaultFont()
        own.fromString(font)
        own.setPointSize(LETTERS)
        document.setDefaultFont(own)
        document.setHtml(report_html(reading, found, LIGHT))
        document.print_(writer)

    write_export(path, write)


def write_csv(found: Health, path: Path) -> None:
    """Write a row a measure.

    Raises:
        GatescopeError: the file cannot be written.
    """
    head = ("measure", "value", "level", "says", "means", "advice")
    rows = (
        (
            each.name,
            each.value,
            each.level,
            explain(each.says),
            explain(each.means),
            "" if each.advice is None else explain(each.advice),
        )
        for each in found.findings
    )
    write_table(head, rows, path)


def _asked(
    readings: tuple[Survey, ...], workers: Workers, should_stop: ShouldStop
) -> Generator[Progress, None, tuple[Survey, Health]]:
    found = yield from health(readings[0], should_stop=should_stop)
    return readings[0], found
