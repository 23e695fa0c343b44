"""`Remembering`: how the window is left, written down; and put back when it opens again."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, QObject, QTimer

from gui.window.main_window import MainWindow


class Remembering(QObject):
    """Writes down the layout and the session when a window closes, and restores the layout."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.services.settings
        window.closing.connect(self.remember)

    def remember(self) -> None:
        """Write down the layout and the session."""
        window, settings, services = self._window, self._settings, self._window.services
        settings.window.geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode()
        settings.window.splitters |= {
            "across": window.across.sizes(),
            "centre": window.middle.chosen,
        }
        settings.playback.speed = services.player.speed
        settings.training.followed = [str(path) for path in services.runs.foreign]
        settings.session = window.dialogs.views.to_remember()
        settings.save()

    def restore_geometry(self) -> None:
        """Put the window back where it was, as large as it was."""
        try:
            raw = base64.b64decode(self._settings.window.geometry, validate=True)
        except ValueError:
            return
        if raw:
            self._window.restoreGeometry(QByteArray(raw))

    def restore_layout(self) -> None:
        """Put the layout back."""
        window, settings = self._window, self._settings.window
        sizes = settings.splitters.get("across", [])
        if len(sizes) == window.across.count():
            window.across.setSizes(sizes)
        window.middle.choose(settings.splitters.get("centre", []))
        if settings.drawer:
            QTimer.singleShot(0, window, lambda: window.drawers.show_place(settings.drawer))
