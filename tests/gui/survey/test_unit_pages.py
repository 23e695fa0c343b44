"""Saturation, ablation and the health report in the window."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.progress import finish
from engine.survey.ablation import ablate
from engine.survey.health import Health, health
from engine.survey.requirement import MEASURES
from engine.survey.saturation import saturation
from gui.i18n.languages import install_language
from gui.i18n.texts import explain
from gui.survey.ablation_page import AblationPage
from gui.survey.report_page import ReportPage
from gui.survey.saturation_page import SaturationPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import hover, hovered, settle
from tests.gui.survey.conftest import Opened, wait


def test_saturation_has_a_point_and_a_row_a_unit_of_every_gate(
    opened: Opened, window: MainWindow
) -> None:
    page = opened("survey_saturation")
    assert isinstance(page, SaturationPage)
    gates = saturation(page.answer.reading)
    expected = [
        (gate.key, unit, float(gate.below[unit]), float(gate.above[unit]))
        for gate in gates
        for unit in range(4)
    ]
    rows = page.rows.rows
    assert [(row.gate.key, row.unit, row.below, row.above) for row in rows] == expected
    assert page.chart.points[:, 0] == pytest.approx([row[2] for row in expected])
    assert "lstm:" in page.sentence.text() and "of fewer than 100" in page.sentence.text()


def test_a_point_says_its_unit_shows_its_histogram_and_chooses_it(
    opened: Opened, window: MainWindow
) -> None:
    page = opened("survey_saturation")
    assert isinstance(page, SaturationPage)
    box = page.chart.getPlotItem().getViewBox()
    x, y = page.chart.points[-1]
    at = QPointF(page.chart.mapFromScene(box.mapViewToScene(QPointF(x, y))))
    place = page.chart.point_near(at)
    assert place is not None  # several may lie there
    row = page.rows.rows[place]
    hover(page.chart.viewport(), at)
    assert f"lstm {row.gate.key}[{row.unit + 1}]" in hovered()
    assert page.pointed is row
    page.chart.point_asked.emit(len(page.rows.rows) - 1)
    assert window.session.panes[1].units[0] == 3


def test_a_network_without_gates_says_so(opened: Opened, window: MainWindow, qtbot: QtBot) -> None:
    window.session.focus = 0
    page = opened("survey_saturation")
    assert page.invitation.text() == "SimpleRNN(3) has no gate."
    assert "simplernn:" in page.sentence.text()


def test_ablation_is_the_engines_table_and_chooses_units(
    opened: Opened, window: MainWindow, tmp_path: Path
) -> None:
    page = opened("survey_ablation")
    assert isinstance(page, AblationPage)
    reading, found = page.answer
    expected = finish(ablate(reading))
    assert [(each.what, each.key, each.unit, each.change) for each in page.rows.rows] == [
        (each.what, each.key, each.unit, each.change) for each in expected.rows
    ]
    assert f"of {len(expected.rows)} changes" in page.sentence.text()
    assert page.rows.grab().size() == page.rows.size()  # the intervals are painted
    unit = next(each for each in found.rows if each.unit == 2)
    page.rows.opened.emit(unit)
    assert window.session.panes[1].units[0] == 2
    page.rows.writer()(tmp_path / "ablation.csv")
    with (tmp_path / "ablation.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["low"]) for row in rows] == [each.low for each in found.rows]


@pytest.fixture
def report(opened: Opened) -> ReportPage:
    found = opened("survey_report")
    assert isinstance(found, ReportPage)
    return found


def test_the_report_says_every_finding_in_the_language_of_the_window(
    report: ReportPage, window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    reading, found = report.answer
    assert isinstance(found, Health)
    assert found.measures == finish(health(reading)).measures
    shown = report.view.toPlainText()
    for each in found.findings:
        assert " ".join(explain(each.says).split()) in " ".join(shown.split())
    install_language(qapp, "ko")
    settle()
    wait(window, qtbot)
    korean = report.view.toPlainText()
    assert "패딩" in korean and "judged rightly" not in korean


def test_the_report_is_written_as_html_pdf_and_csv(report: ReportPage, tmp_path: Path) -> None:
    documents = report.documents
    assert list(documents) == [".html", ".pdf", ".csv"]
    for suffix, (_, write) in documents.items():
        write(tmp_path / f"report{suffix}")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.count("<tr>") == len(MEASURES)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["measure"] for row in rows] == list(MEASURES)
