"""Forms and expanders, which the drawers share."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gui.kit.form import Expander, Form, set_quietly


def test_fields_stand_below_each_other_with_their_names(qtbot: QtBot) -> None:
    holder, form = QWidget(), Form(100)
    qtbot.addWidget(holder)
    holder.setLayout(form)
    first, line, second = QSpinBox(), QLabel("between"), QComboBox()
    form.add(first)
    form.add_line(line)
    form.add(second)
    form.name({first: ("Steps", "how many"), second: ("Side", "where")})
    holder.show()
    assert first.geometry().bottom() < line.geometry().top()
    assert line.geometry().bottom() < second.geometry().top()
    assert first.width() == second.width() == 100
    assert form.labels[first].text() == "Steps" and form.labels[first].buddy() is first
    assert (second.accessibleName(), second.toolTip()) == ("Side", "where")
    form.show_only({first: False, second: True})
    assert not first.isVisible() and not form.labels[first].isVisible()
    assert second.isVisible() and form.labels[second].isVisible()


def test_a_number_is_read_when_it_is_finished_and_shown_without_a_word(qtbot: QtBot) -> None:
    holder, form, box = QWidget(), Form(), QSpinBox()
    qtbot.addWidget(holder)
    holder.setLayout(form)
    box.setRange(0, 5000)
    form.add(box)
    seen: list[int] = []
    box.valueChanged.connect(seen.append)
    holder.show()
    set_quietly(box, 1234)
    assert box.value() == 1234 and seen == []
    box.selectAll()
    QTest.keyClicks(box, "56")
    assert seen == []
    box.interpretText()
    assert seen == [56]


def test_an_expander_opens_and_closes(qtbot: QtBot) -> None:
    expander, body = Expander(), QLabel("inside")
    qtbot.addWidget(expander)
    expander.set_body(body)
    expander.dress()
    expander.show()
    assert not body.isVisible()
    closed = expander.head.icon().cacheKey()
    expander.head.click()
    assert body.isVisible() and expander.head.icon().cacheKey() != closed
    expander.head.click()
    assert not body.isVisible()
