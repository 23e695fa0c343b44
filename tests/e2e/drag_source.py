"""A small window from which files can be dragged: ``python -m tests.e2e.drag_source X Y FILE``.

It stands for the user's file manager; a press of the left button begins the drag.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

WIDTH, HEIGHT = 120, 60


class Source(QLabel):
    """A label that is dragged as a file."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__("drag me")
        self._paths = paths
        self.setWindowTitle("drag source")
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint)
        self.setFixedSize(WIDTH, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        done = drag.exec(Qt.DropAction.CopyAction)
        print("dropped" if done == Qt.DropAction.CopyAction else "refused", flush=True)


def main() -> int:
    """Stand at the given place until the process is ended."""
    app = QApplication(sys.argv[:1])
    source = Source([Path(name) for name in sys.argv[3:]])
    source.move(int(sys.argv[1]), int(sys.argv[2]))
    source.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
