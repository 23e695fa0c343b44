"""Where a text stands in its box: in the middle of its height, at one of its sides."""

from PySide6.QtCore import Qt

AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
