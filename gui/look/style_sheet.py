"""The application's style sheet, written from a theme's tokens."""

from __future__ import annotations

from gui.look.scale import px, scaled_sheet
from gui.look.theme import Theme
from gui.paths import ASSETS

GROOVE, AROUND = 4, 6
"""The height of a slider's groove, and how far its handle stands out of it above and below."""


def style_sheet(look: Theme, family: str, size: int) -> str:
    """The Qt style sheet of a look, in the scale of the moment.

    Object names and the ``role`` property carry meaning (``role="caption"``); places on
    the screen do not style themselves.
    """
    icons = (ASSETS / "icons").as_posix()
    size_of_handle = f"width: {slider_handle()}px; border-radius: {slider_handle() // 2}px;"
    return f"{_sheet(look, family, size, icons)}QSlider::handle:horizontal {{ {size_of_handle} }}"


def slider_handle() -> int:
    """How wide and high the handle of a slider is, in pixels: Qt draws a square where twice its
    radius is more than its height, which is the groove's and what stands out, each rounded."""
    return px(GROOVE) + 2 * px(AROUND)


def _sheet(look: Theme, family: str, size: int, icons: str) -> str:
    return scaled_sheet(f"""
* {{ font-family: "{family}", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
     font-size: {size}px; }}
QMainWindow, QDialog {{ background: {look.ground}; }}
QLabel[role="heading"] {{ font-size: 16px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: 13px; font-weight: 600; }}
QLabel[role="dim"] {{ color: {look.dim}; }}
QLabel[role="caption"] {{ color: {look.dim}; font-size: 11px; }}
QLabel[role="good"] {{ color: {look.good}; }}
QLabel[role="warning"] {{ color: {look.warning}; }}
QLabel[role="bad"] {{ color: {look.bad}; }}
#rail, #drawer, #side, #playback {{ background: {look.surface}; }}
#rail {{ border-right: 1px solid {look.line}; }}
#drawer {{ border-right: 1px solid {look.line}; }}
#side {{ border-left: 1px solid {look.line}; }}
#playback {{ border-top: 1px solid {look.line}; }}
#epochs {{ background: {look.surface}; border-top: 1px solid {look.line}; }}
#card {{ background: {look.ground}; border-radius: 8px; }}
QToolTip {{ background: {look.raised}; color: {look.text}; border: 1px solid {look.line};
    padding: 4px 6px; }}
QPushButton, QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {look.ground if look.dark else look.surface}; color: {look.text};
    border: 1px solid {look.line}; border-radius: 6px; padding: 4px 8px; min-height: 18px;
    selection-background-color: {look.accent}; selection-color: {look.on_accent}; }}
QPushButton:hover, QComboBox:hover {{ background: {look.raised}; }}
QPushButton:pressed {{ background: {look.line}; }}
QPushButton:disabled {{ color: {look.faint}; }}
QPushButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus,
QPlainTextEdit:focus, QTextEdit:focus {{ border: 1px solid {look.accent}; }}
QPushButton[role="primary"] {{ background: {look.accent}; color: {look.on_accent};
    border: 1px solid {look.accent}; font-weight: 600; }}
QPushButton[role="primary"]:disabled {{ background: {look.raised}; color: {look.faint};
    border: 1px solid {look.line}; }}
QPushButton:checked {{ border: 1px solid {look.accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{icons}/chevron-down.svg"); width: 14px; height: 14px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button,
QDoubleSpinBox::down-button {{ border: none; width: 18px; background: transparent; }}
QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover, QSpinBox::down-button:hover,
QDoubleSpinBox::down-button:hover {{ background: {look.line}; border-radius: 3px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{icons}/chevron-up.svg");
    width: 12px; height: 12px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{icons}/chevron-down.svg");
    width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {look.surface}; border: 1px solid {look.line};
    selection-background-color: {look.raised}; selection-color: {look.text}; outline: none; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 4px; color: {look.text}; }}
QToolButton:hover {{ background: {look.raised}; }}
QToolButton:checked {{ color: {look.accent}; }}
QToolButton:focus {{ border: 1px solid {look.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[role="chip"] {{ border: 1px solid {look.line}; border-radius: 10px; padding: 2px 10px;
    color: {look.dim}; }}
QToolButton[role="chip"]:checked {{ border: 1px solid {look.accent}; color: {look.text}; }}
QToolButton[role="chip"][base="true"] {{ border: 1px dashed {look.accent}; color: {look.text}; }}
QToolButton[role="chip"]:focus {{ background: {look.raised}; color: {look.text};
    border: 2px solid {look.accent}; padding: 1px 9px; }}
QToolButton[role="tab"] {{ border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 0 1px; font-size: 13px; color: {look.dim}; }}
QToolButton[role="tab"]:hover {{ color: {look.text}; }}
QToolButton[role="tab"]:checked {{ color: {look.text}; font-weight: 600;
    border-bottom: 2px solid {look.accent}; }}
QToolButton[role="tab"]:focus {{ border: 1px solid {look.accent}; }}
QToolButton[role="rail"] {{ border-radius: 0; padding: 8px 2px; font-size: 11px;
    color: {look.dim}; border: none; border-left: 3px solid transparent; }}
QToolButton[role="rail"]:hover {{ color: {look.text}; }}
QToolButton[role="rail"]:checked {{ color: {look.text}; border-left: 3px solid {look.accent}; }}
QToolButton[role="rail"]:focus {{ border: 1px solid {look.accent}; }}
QMenu {{ background: {look.surface}; color: {look.text}; border: 1px solid {look.line};
    padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {look.raised}; }}
QMenu::item:disabled {{ color: {look.faint}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: 4px 8px; }}
QMenuBar {{ background: {look.surface}; color: {look.dim}; border-bottom: 1px solid {look.line}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {look.raised}; color: {look.text}; border-radius: 4px; }}
QListView, QTreeView, QTableView {{ background: {look.surface}; border: none; outline: none;
    alternate-background-color: transparent; }}
QListView::item, QTreeView::item {{ padding: 6px 8px; border-radius: 6px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {look.raised}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {look.raised};
    color: {look.text}; }}
QHeaderView::section {{ background: transparent; color: {look.dim}; border: none;
    border-bottom: 1px solid {look.line}; padding: 4px 8px; font-size: 11px; }}
QScrollArea, QAbstractScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {look.line}; border-radius: 3px; min-height: 24px;
    margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {look.faint}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {look.line}; border-radius: 3px; min-width: 24px;
    margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {look.line}; }}
QSlider {{ min-height: 22px; outline: none; }}
QSlider::groove:horizontal {{ height: {GROOVE}px; background: {look.line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {look.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {look.accent}; margin: -{AROUND}px 0; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {look.text}; }}
QProgressBar {{ background: {look.line}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 2px; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {look.faint};
    border-radius: 4px; background: {look.ground if look.dark else look.surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {look.accent}; border: 1px solid {look.accent};
    image: url("{icons}/check-{look.name}.svg"); }}
QCheckBox::indicator:disabled {{ border: 1px solid {look.line}; }}
QCheckBox::indicator:focus {{ border: 1px solid {look.accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {look.accent}; }}
QTabBar::tab {{ padding: 4px 10px; color: {look.dim}; border: none;
    border-bottom: 2px solid transparent; background: transparent; }}
QTabBar::tab:selected {{ color: {look.text}; border-bottom: 2px solid {look.accent}; }}
QTabBar::tab:focus {{ color: {look.accent}; }}
QTabWidget::pane {{ border: none; }}
QAbstractSpinBox QLineEdit {{ border: none; border-radius: 0; padding: 0 0 0 6px; min-height: 0;
    background: transparent; }}
QTableView::item {{ padding: 0 8px; }}
QTableView::item:selected {{ background: {look.raised}; color: {look.text}; }}
QPushButton[role="example"] {{ text-align: left; color: {look.dim}; background: transparent; }}
QPushButton[role="fold"] {{ text-align: left; color: {look.dim}; background: transparent;
    border: 1px solid transparent; padding: 0 2px; min-height: 0; }}
QPushButton[role="fold"]:hover {{ color: {look.text}; background: {look.raised}; }}
QPushButton[role="fold"]:focus {{ border: 1px solid {look.accent}; }}
QPushButton[role="example"]:hover {{ color: {look.text}; background: {look.raised}; }}
#editor {{ background: {look.raised}; border: 1px solid {look.line}; border-radius: 6px; }}
#notice {{ background: {look.raised}; border-radius: 6px;
  border: 1px solid {look.line}; border-left: 3px solid {look.dim}; }}
#notice[kind="error"] {{ border-left: 3px solid {look.bad}; }}
#notice[kind="warning"] {{ border-left: 3px solid {look.warning}; }}
#notice[kind="good"] {{ border-left: 3px solid {look.good}; }}
""")
