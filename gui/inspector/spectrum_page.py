"""`SpectrumPage`: the eigenvalues of every recurrent kernel, and what they say."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.inspection.spectrum import Spectrum, spectra
from engine.inspection.weight_matrices import gate_weights
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.progress import finish
from gui.i18n.texts import explain
from gui.inspector.plane import PlaneView, complex_text
from gui.inspector.table import CopyTable
from gui.inspector.tiles import Tiles
from gui.inspector.weight_names import gate_names
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.kit.work import Latest
from gui.look.mathematics import math_html
from gui.look.meanings import series_name
from gui.look.numbers_text import true_minus, weight_text
from gui.look.scale import sized
from gui.look.theme import GAP, theme

AT_ONCE = 64
"""Units whose spectra take a few milliseconds; those of more are computed beside the window."""


class SpectrumPage(View):
    """Planes on one scale; a table of the gates, or of one gate's eigenvalues.

    Signals:
        gate_asked(str): a gate's plane was pressed.
    """

    gate_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._computed: Layer | None = None
        self._gate = ""
        self.spectra: Mapping[str, Spectrum] = {}
        self._problem: GatescopeError | None = None
        self._working = Latest(self)
        self.planes: Tiles[PlaneView] = Tiles(PlaneView)
        self.planes.pressed.connect(self.gate_asked)
        self.table = CopyTable(numbers=True, close=True)
        sized(self.table.setMinimumWidth, 250)
        self._meaning, self._wait = label(wraps=True), label("dim", wraps=True)
        self._small = label("caption", wraps=True)
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QWidget()
        side = column(self._meaning, self._small, (self.table, 1))
        row((self.planes, 3), (side, 2), of=self._body, spacing=2 * GAP)
        column((self._body, 1), (self._wait, 1), of=self)
        self.dress()

    # -- computing ---------------------------------------------------------------

    def show_layer(self, layer: Layer | None, gate: str) -> None:
        """Show the spectra of a layer once the page can be seen; ``gate`` "" for all."""
        if layer is None or self._layer is None or layer.name != self._layer.name:
            self.forget()
        self._layer, self._gate = layer, gate
        self._compute()
        self._show()

    def forget(self) -> None:
        """Another layer comes, or the same of another network."""
        self.stop()
        self.spectra, self._computed, self._problem = {}, None, None

    def stop(self) -> None:
        """What was being computed is of no use any more."""
        self._working.cancel()

    def showEvent(self, event: object) -> None:
        """Only now are they computed."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._compute()
        self._show()

    def _compute(self) -> None:
        layer = self._layer
        if layer is None or layer is self._computed or not self.isVisible():
            return
        if self._working.is_busy:
            return  # newer weights: computed when these are
        units = max((len(each.recurrent) for each in gate_weights(layer).values()), default=0)
        if units <= AT_ONCE:
            self._computed, self.spectra, self._problem = layer, {}, None
            try:
                self.spectra = finish(spectra(layer))
            except GatescopeError as error:
                self._problem = error
            return
        self._working.start(
            partial(spectra, layer), partial(self._end, layer), partial(self._end, layer, {})
        )

    def _end(
        self, layer: Layer, result: Mapping[str, Spectrum], problem: GatescopeError | None = None
    ) -> None:
        self._computed, self.spectra, self._problem = layer, result, problem
        if problem is None:
            self._compute()
        self._show()

    # -- drawing -----------------------------------------------------------------

    @property
    def shown(self) -> Mapping[str, Spectrum]:
        """The spectra that are drawn, by gate."""
        every = self.spectra
        return {self._gate: every[self._gate]} if self._gate in every else every

    def _show(self) -> None:
        has_spectra = bool(self.spectra)
        self._body.setVisible(has_spectra)
        self._wait.setVisible(not has_spectra)
        waiting = self.tr("Computing the eigenvalues…")
        self._wait.setText(waiting if self._problem is None else explain(self._problem))
        if not has_spectra or self._layer is None:
            return
        shown, names = self.shown, gate_names(self._layer)
        reach = 1.1 * max(1.0, *(each.radius for each in self.spectra.values()))
        self.planes.arrange(list(shown), 1 if len(shown) == 1 else 2)
        for gate, tile in self.planes.tiles.items():
            name, colour = names.get(gate, (gate, theme().accent))
            symbol = math_html(f"W_{{h{gate}}}", 15, {"W": colour})
            span = f'<span style="color:{theme().dim}">{name}</span>'
            tile.title.setText(f"{symbol}&nbsp;&nbsp;{span}")
            tile.note.setText(f"ρ = {weight_text(shown[gate].radius)}")
            tile.note.setToolTip(self.tr("The spectral radius: the largest |λ|"))
            spoken = self.tr("eigenvalues of the {name} in the complex plane")
            tile.drawing.setAccessibleName(spoken.format(name=name))
            tile.drawing.show_spectrum(shown[gate], colour, reach)
        self._fill(shown, names)
        self._explain(shown)

    def _fill(self, shown: Mapping[str, Spectrum], names: Mapping[str, tuple[str, str]]) -> None:
        if len(shown) > 1:
            heads = ("", self.tr("radius ρ"), self.tr("outside the circle"))
            share = self.tr("{count} of {all}")
            rows: list[tuple[str, ...]] = []
            for gate, each in shown.items():
                name = f"{gate}  {names[gate][0]}" if gate in names else gate
                outside = share.format(count=each.outside, all=len(each.eigenvalues))
                rows.append((name, weight_text(each.radius), outside))
            inks = [names[gate][1] if gate in names else "" for gate in shown]
            self.table.show_rows(heads, rows, inks, spread=True)
            return
        values = next(iter(shown.values())).eigenvalues
        rows = [
            (f"λ{place}", weight_text(abs(value)), complex_text(complex(value)), _angle(value))
            for place, value in enumerate(values, 1)
        ]
        self.table.show_rows(("", "|λ|", "λ", self.tr("angle")), rows)

    def _explain(self, shown: Mapping[str, Spectrum]) -> None:
        assert self._layer is not None
        if len(shown) == 1:
            meaning = self._sentence(next(iter(shown.values())))
        else:
            meaning = self.tr(
                "Inside the unit circle |λ| < 1: what only goes round fades. Outside it grows."
            )
        self._meaning.setText(meaning)
        small = self.tr("Linearised: without gates, activation and input.")
        if keeper := CELL_KINDS[self._layer.kind].keeper:
            text = self.tr(
                "What the cell keeps is decided by its {gate}; these kernels say how strongly "
                "the gates and the candidate answer to the state before."
            )
            small += " " + filled(text, {"gate": series_name(keeper)})
        if self._layer is not self._computed:
            small = self.tr("These are of the weights before; computing…") + "\n" + small
        self._small.setText(small)

    def _sentence(self, each: Spectrum) -> str:
        """One sentence about one spectrum."""
        radius = weight_text(each.radius)
        if each.outside:
            text = self.tr(
                "Spectral radius ρ = {radius}: {count} of {all} eigenvalues lie outside the unit "
                "circle, and what lies along them grows at every step."
            )
            count = {"count": each.outside, "all": len(each.eigenvalues)}
            return filled(text, {"radius": radius, **count})
        if math.isinf(each.half_life):
            return self.tr(
                "Spectral radius ρ = {radius}: what goes round neither fades nor grows."
            ).format(radius=radius)
        text = self.tr(
            "Spectral radius ρ = {radius}: all eigenvalues lie inside the unit circle, and even "
            "what fades most slowly is halved within {steps} steps."
        )
        return filled(text, {"radius": radius, "steps": f"{max(1, math.ceil(each.half_life)):,}"})

    def table_text(self) -> str:
        """What the copy button copies."""
        return self.table.text() if self.spectra else ""

    def retranslate(self) -> None:
        """Set every text."""
        self.table.setAccessibleName(self.tr("eigenvalues"))
        self._show()

    def restyle(self) -> None:
        """Colour the titles and the table."""
        self._show()


def _angle(value: complex) -> str:
    """The argument in degrees: how far a step turns."""
    return true_minus(f"{np.degrees(np.angle(value)):.0f}°")
