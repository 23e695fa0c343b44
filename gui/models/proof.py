"""`ProofKeeper`: whether the numbers in the window are Keras's own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QProcess, Signal

from engine.atomic import write_json
from engine.counting import filled
from engine.library import entry_of
from engine.network.network import Network
from engine.network.nonlinearity import chosen
from engine.plain_json import parse_json
from engine.session.session import Session
from engine.text.cache import cache_dir
from gui.i18n.texts import explain
from gui.kit.child import last_line, python_process
from gui.kit.widgets import once
from gui.naming import partial_name

State = Literal["proven", "amplifies", "pending", "failed", "unavailable"]

PATIENCE = 180_000
"""Milliseconds after which a comparison is given up."""

SEQUENCES = 16
"""Sequences that a file from elsewhere is compared on."""

_VERSION = 3
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ProofOutcome:
    """The outcome of comparing a replay with Keras.

    Attributes:
        state: as Keras; as Keras, in a network that amplifies rounding; not compared yet;
            different; or not comparable.
        difference: the largest one there is.
        oracle: what it was compared with ("Keras 3.15.1").
        reason: why it is unavailable, in English.
        where: the layer and series of the largest difference ("lstm/c").
        rebuilt: whether no Keras opens the file, so that Keras's own layers were given the
            weights that were read here.
        series: what was compared: names of series and "output".
        distances: how far Keras and the replay are from exact where they differ most; None where
            that is not known.
        growth: of a network that amplifies rounding: by how much in a step, how many steps are
            reliable, and the layer.
    """

    state: State
    difference: float | None = None
    oracle: str = ""
    reason: str = ""
    where: str = ""
    rebuilt: bool = False
    series: tuple[str, ...] = ()
    distances: tuple[float, float] | None = None
    growth: tuple[float, int, str] | None = None


@dataclass(frozen=True)
class Badge:
    """What a pane says of a proof: a text, its role in the style sheet, a tip, and a shorter text
    for a narrow pane where the first is long."""

    text: str
    role: str
    tip: str
    short: str = ""


class ProofKeeper(QObject):
    """Knows or finds out the proof of each network of the session.

    A bundled model brings its proof in its record, which counts for the very file it was
    made with.  Any other is compared in a process of its own, one at a time, at low
    priority; the outcome is remembered by the file's digest.

    Signals:
        changed(int): the proof of the network at that place is another.
    """

    changed = Signal(int)

    delay = 2500
    """Milliseconds before a comparison begins: the window comes first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.held: Callable[[Network], bool] = lambda network: False
        """Whether a network is one of many that pass by, as while it is trained."""
        self._known: dict[str, ProofOutcome] = {}
        self._process: QProcess | None = None
        self._at: Network | None = None
        self._later = once(self, self._next)
        self._limit = once(self, lambda: self._give_up("it took too long"))
        session.panes_changed.connect(self.watch)
        session.weights_changed.connect(self.watch)

    # -- asking ------------------------------------------------------------------

    def proof(self, place: int) -> ProofOutcome:
        """What is known about the network at a place."""
        if not 0 <= place < len(self._session.panes):
            return ProofOutcome("unavailable")
        return self._of(self._session.panes[place].network)

    def state(self, place: int) -> Badge:
        """The same, for the pane to say."""
        proof = self.proof(place)
        number = "" if proof.difference is None else _short(proof.difference)
        if (partial := self._partial(place)) is not None and proof.state != "failed":
            return partial
        if proof.state == "proven":
            # Layers alone do not prove that they were put together rightly.
            role = "warning" if proof.rebuilt else "good"
            texts = self._short(proof, number), self._shorter(proof, number)
            return Badge(texts[0], role, self._tip(proof, number), texts[1])
        if proof.state == "amplifies" and proof.growth is not None:
            factor, reliable, layer = proof.growth
            text = self.tr("amplifies rounding ×{factor} a step; reliable to step {step}").format(
                factor=f"{factor:.2g}", step=f"{reliable:,}"
            )
            tip = filled(
                self.tr(
                    "The layer {layer} amplifies rounding ×{factor} a step. After step {step} no "
                    "value of it can be trusted in float32, Keras's as little as these."
                ),
                {"layer": layer, "factor": f"{factor:.3g}", "step": f"{reliable:,}"},
            )
            short = self.tr("reliable to step {step}").format(step=f"{reliable:,}")
            return Badge(text, "warning", f"{tip}\n{self._tip(proof, number)}", short)
        if proof.state == "failed":
            text = self.tr("✗ differs from Keras by {number}").format(number=number)
            return Badge(text, "bad", self._tip(proof, number), f"✗ {number}")
        if proof.state == "pending" and self.held(self._session.panes[place].network):
            tip = self.tr(
                "These weights are replaced as the training goes on; Keras is asked once it has "
                "ended."
            )
            return Badge(self.tr("… compared after the training"), "dim", tip)
        if proof.state == "pending":
            tip = self.tr(
                "Keras computes the same reviews beside the window, to compare every number. "
                "This takes up to a minute; nothing waits for it."
            )
            return Badge(self.tr("… comparing with Keras"), "dim", tip)
        tip = self.tr("The numbers could not be compared with Keras here.")
        if proof.reason:
            tip += f"\n{proof.reason}"
        return Badge(self.tr("not compared with Keras"), "dim", tip)

    def _partial(self, place: int) -> Badge | None:
        """A network of which something is missing is not as anything."""
        panes = self._session.panes
        network = panes[place].network if 0 <= place < len(panes) else None
        if network is None or not network.is_partial:
            return None
        return Badge(
            partial_name(network),
            "warning",
            "\n".join(map(explain, (*network.notes, *filter(None, [network.refusal])))),
            self.tr("a part of the model"),
        )

    def _short(self, proof: ProofOutcome, number: str) -> str:
        if proof.rebuilt:
            return self.tr("layers as Keras's, {number}").format(number=number)
        values = {"oracle": _brief(proof.oracle) or "Keras", "number": number}
        return filled(self.tr("✓ as {oracle}, {number}"), values)

    def _shorter(self, proof: ProofOutcome, number: str) -> str:
        """The same without the version: the number is to be seen."""
        if proof.rebuilt:
            return self.tr("layers, {number}").format(number=number)
        return self.tr("✓ as Keras, {number}").format(number=number)

    def _tip(self, proof: ProofOutcome, number: str) -> str:
        """The whole sentence: compared with what, over what, how far apart, and where."""
        oracle = proof.oracle or "Keras"
        if proof.state == "failed":
            text = self.tr(
                "Compared with {oracle}, the largest difference is {number}, at {where}. That is "
                "more than rounding explains: do not rely on these numbers."
            )
            tip = filled(text, {"oracle": oracle, "number": number, "where": proof.where or "?"})
        else:
            text = self.tr("As {oracle}: largest difference {number} over {series}.")
            if proof.state == "amplifies":  # far apart at the end, both as far from exact
                text = self.tr(
                    "Compared with {oracle}, the largest difference is {number} over {series}; "
                    "single steps, taken from Keras's own states, are as Keras's."
                )
            series = ", ".join(proof.series) or "h"
            tip = filled(text, {"oracle": oracle, "number": number, "series": series})
        if proof.distances is not None:
            tip += "\n" + self.tr(
                "From the exact answer (float64) Keras is {keras} away there, Gatescope {ours}."
            ).format(keras=_short(proof.distances[0]), ours=_short(proof.distances[1]))
        if proof.rebuilt:
            tip += "\n" + self.tr(
                "No Keras opens this file, or none was let near it since it holds more than "
                "Keras's own layers. Each layer was rebuilt in Keras with the weights that were "
                "read here; how they are put together was not compared."
            )
        return tip

    def watch(self) -> None:
        """Look at the session's networks; find out what is not known."""
        if self._at is not None and not self._is_shown(self._at):
            self._end_process()
        if self._process is None and self._wanted() is not None:
            self._later.start(self.delay)  # from now: weights that pass by are not compared

    def stop(self) -> None:
        """End the process; the window closes."""
        self._session.panes_changed.disconnect(self.watch)
        self._session.weights_changed.disconnect(self.watch)
        self._later.stop()
        self._end_process()

    # -- finding out -------------------------------------------------------------

    def _of(self, network: Network) -> ProofOutcome:
        if not network.digest or network.path is None:
            return ProofOutcome("unavailable")
        known = self._known.get(network.digest)
        if known is None:
            known = self._from_record(network) or _recall(network.digest) or ProofOutcome("pending")
            self._known[network.digest] = known
        return known

    def _from_record(self, network: Network) -> ProofOutcome | None:
        entry = entry_of(network.path)
        fits = entry is not None and entry.record.digest == network.digest
        return _read(entry.record.proof) if entry is not None and fits else None

    def _wanted(self) -> Network | None:
        networks = (pane.network for pane in self._session.panes)
        pending = (each for each in networks if self._of(each).state == "pending")
        return next((network for network in pending if not self.held(network)), None)

    def _is_shown(self, network: Network) -> bool:
        return any(pane.network.digest == network.digest for pane in self._session.panes)

    def _next(self) -> None:
        network = self._wanted()
        if network is None or self._process is not None:
            return
        process = python_process(self, *_command(network))
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process, self._at = process, network
        self._limit.start(PATIENCE)
        process.start()

    def _finished(self) -> None:
        process, network = self._process, self._at
        if process is None or network is None:
            return
        self._process = self._at = None
        self._limit.stop()
        out = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        content = _read_output(out)
        proof = _read(content)
        if content.get("digest") not in (None, "", network.digest):
            proof = ProofOutcome("unavailable", reason="the file has changed since it was opened")
        elif proof is None:
            proof = ProofOutcome("unavailable", reason=last_line(process))
        else:
            _remember(network.digest, content)
        process.deleteLater()
        self._settle(network, proof)

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._give_up("Python could not be started")

    def _give_up(self, reason: str) -> None:
        network = self._at
        self._end_process()
        if network is not None:
            self._settle(network, ProofOutcome("unavailable", reason=reason))

    def _settle(self, network: Network, proof: ProofOutcome) -> None:
        self._known[network.digest] = proof
        for place, pane in enumerate(self._session.panes):
            if pane.network.digest == network.digest:
                self.changed.emit(place)
        self._later.start(0)

    def _end_process(self) -> None:
        process, self._process, self._at = self._process, None, None
        self._limit.stop()
        if process is not None:
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._failed_to_start)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()


# -- the comparing process -----------------------------------------------------------


def _command(network: Network) -> list[str]:
    """The arguments with which Python compares a network with Keras, at low priority."""
    run = (
        "import os, runpy, sys; getattr(os, 'nice', lambda by: 0)(10); "
        "runpy.run_module('engine', run_name='__main__', alter_sys=True)"
    )
    path = str(Path(network.path or "").absolute())
    choice = ["--relu"] if chosen(network) == "relu" else []
    return ["-c", run, "verify", path, "--reviews", str(SEQUENCES), "--json", *choice]


def _read_output(out: str) -> dict[str, Any]:
    """The object in the last line of JSON that the process printed, empty if none."""
    objects = [line for line in out.splitlines() if line.startswith("{")]
    try:
        outcome = parse_json(objects[-1]) if objects else {}
    except ValueError:
        return {}
    return outcome if isinstance(outcome, dict) else {}


def _read(outcome: Mapping[str, Any]) -> ProofOutcome | None:
    """The proof that a record, the cache or the process has written down."""
    ok, largest = outcome.get("ok"), outcome.get("largest")
    if not isinstance(ok, bool):
        return None
    ok = ok or outcome.get("verdict") == "partial"
    number = float(largest) if isinstance(largest, (int, float)) else None
    by = "tf-keras" if outcome.get("by") == "tf-keras" else "Keras"
    oracle = f"{by} {outcome.get('keras', '')}".strip()
    layers = outcome.get("layers")
    keys: dict[str, None] = {}
    if isinstance(layers, Mapping):
        for name, series in layers.items():
            for key in series if isinstance(series, Mapping) else ():
                keys["output" if name == "output" or key == "output" else str(key)] = None
    growth = _growth(outcome.get("amplification")) if ok else None
    state: State = "failed" if not ok else "proven" if growth is None else "amplifies"
    return ProofOutcome(
        state,
        number,
        oracle,
        where=str(outcome.get("worst") or ""),
        rebuilt=outcome.get("by") == "rebuilt",
        series=tuple(keys),
        distances=_distances(outcome),
        growth=growth,
    )


def _distances(outcome: Mapping[str, Any]) -> tuple[float, float] | None:
    """How far Keras and the replay are from exact where they differ most."""
    layer, _, key = str(outcome.get("worst") or "").rpartition("/")
    at: Any = outcome.get("exact")
    for name in (layer, key):
        at = at.get(name) if isinstance(at, Mapping) else None
    both = (at.get("keras"), at.get("gatescope")) if isinstance(at, Mapping) else ()
    numbers = [float(each) for each in both if isinstance(each, (int, float))]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


def _growth(found: object) -> tuple[float, int, str] | None:
    """Of a network that amplifies rounding: the factor, the reliable steps, the layer."""
    if not isinstance(found, Mapping):
        return None
    factor, reliable = found.get("factor"), found.get("reliable_steps")
    if not isinstance(factor, (int, float)) or not isinstance(reliable, int):
        return None
    return float(factor), reliable, str(found.get("layer") or "")


def _brief(oracle: str) -> str:
    """``Keras 3.15`` of ``Keras 3.15.1``."""
    name, _, version = oracle.partition(" ")
    return f"{name} {'.'.join(version.split('.')[:2])}".strip()


# -- remembering ---------------------------------------------------------------------


def _place(digest: str) -> Path:
    return cache_dir() / "proofs" / f"{digest}-{_VERSION}.json"


def _recall(digest: str) -> ProofOutcome | None:
    try:
        outcome = parse_json(_place(digest).read_bytes())
    except (OSError, ValueError):
        return None
    return _read(outcome) if isinstance(outcome, dict) else None


def _remember(digest: str, content: Mapping[str, Any]) -> None:
    path = _place(digest)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_json(path, content)
    except OSError as error:
        _log.warning("the proof was not saved: %s", error)


def _short(number: float) -> str:
    """6e-8 rather than 6e-08; 0 as it is, and 1.9 rather than 2e0."""
    if number == 0 or 1 <= number < 99.5:  # which rounds to 1e2
        return f"{number:.2g}"
    mantissa, exponent = f"{number:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}"
