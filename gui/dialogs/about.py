"""`AboutDialog`: what this is, and whose work it stands on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from gui.kit.layouts import column
from gui.kit.view import Viewing
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.look.theme import GAP, theme

REVIEWS = "https://ai.stanford.edu/~amaas/data/sentiment/"


class AboutDialog(Viewing, QDialog):
    """Name, sentence, credits, versions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._what, self._credits, self._versions = QLabel(), QLabel(), QLabel()
        self._versions.setProperty("role", "caption")
        self._credits.setTextFormat(Qt.TextFormat.RichText)
        self._credits.setOpenExternalLinks(True)
        for text in (self._what, self._credits, self._versions):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self._column = column(
            label("heading", "Gatescope"),
            *(self._what, self._credits, self._versions, buttons),
            of=self,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        sized(self.setFixedWidth, 480)
        self.dress()

    def rescale(self) -> None:
        """As high as its texts are: Qt would give it no more than two thirds of the screen."""
        for text in self.findChildren(QLabel):
            text.ensurePolished()
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for every text."""
        self.rescale()
        super().showEvent(event)

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("About Gatescope"))
        self._what.setText(
            self.tr(
                "Gatescope shows what a recurrent network does at every word of a review: hidden "
                "state, cell state and gates, with the numbers that Keras computes."
            )
        )
        link = f'<a style="color:{theme().networks[0]}" href="{REVIEWS}">'
        reviews = self.tr(
            "The reviews are the training half of the Large Movie Review Dataset: Maas, Daly, "
            "Pham, Huang, Ng and Potts, “Learning Word Vectors for Sentiment Analysis”, ACL 2011."
        )
        fonts = self.tr(
            "Typefaces: Pretendard by Kil Hyung-jin (SIL Open Font License 1.1); equations in the "
            "fonts of KaTeX by Khan Academy (MIT licence). Icons: Phosphor (MIT licence)."
        )
        code = self.tr("Gatescope itself is under the MIT licence.")
        source = self.tr("Source of the reviews")
        self._credits.setText(f"<p>{reviews} {link}{source}</a></p><p>{fonts}</p><p>{code}</p>")
        names = ("PySide6-Essentials", "numpy", "h5py")
        parts = [f"Python {platform.python_version()}", *(f"{n} {_version(n)}" for n in names)]
        self._versions.setText(" · ".join(parts))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
