"""What of a saved pane, of saved colours and of edits fits the networks that are there; notes say
the rest."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import EditError, GatescopeError, Instead, Note
from engine.network.network import Network
from engine.replay.cells.registry import default_series, series_of
from engine.replay.edit_checks import check
from engine.replay.edits import Edit, LayerEdit
from engine.session.pane import Pane, Shade, main_layer
from engine.session.state import ColourState, PaneState


def fitting_layer(state: PaneState, network: Network) -> tuple[str, tuple[int, ...], list[Note]]:
    """The layer and the units of a saved pane in the network that is there.

    Returns:
        the layer, the main one where the network has no such layer; those units that it has,
        or its first; and notes.
    """
    notes: list[Note] = []
    layer = state.layer or main_layer(network)
    if layer not in [each.name for each in network.recurrent]:
        layer = main_layer(network)
        notes.append(
            Instead(
                "{network} has no recurrent layer {layer}; {shown} is shown.",
                network=network.name,
                layer=state.layer,
                shown=layer,
            )
        )
    count = network.layer(layer).units
    units = tuple(dict.fromkeys(unit for unit in state.units if unit < count))
    if beyond := [str(unit) for unit in state.units if unit >= count]:
        notes.append(
            Instead(
                "{layer} of {network} has {count} units, counted from 0 in the view; left out of "
                "the chosen ones: {units}.",
                layer=layer,
                network=network.name,
                count=count,
                units=", ".join(beyond),
            )
        )
    return layer, units or (0,), notes


def fitting_shade(
    colours: ColourState, panes: Sequence[Pane], focus: int
) -> tuple[Shade, list[Note]]:
    """The signal that is to colour the words, where the panes have it; else the main series.

    ``focus`` is the pane whose main series it is where the colours name none.
    """
    if not panes:
        return Shade(), []
    if not colours.key:
        return Shade(focus, default_series(panes[focus].shown)), []
    if colours.pane >= len(panes):
        note = Instead(
            "There is no network {place} to colour the words: there are {count}, counted from 0 in "
            "the view; {network} colours them.",
            place=colours.pane,
            count=len(panes),
            network=panes[focus].network.name,
        )
        return Shade(focus, default_series(panes[focus].shown)), [note]
    shown, network = panes[colours.pane].shown, panes[colours.pane].network.name
    shade = Shade(colours.pane, colours.key, colours.unit)
    if shade.is_series and shade.key not in {series.key for series in series_of(shown)}:
        key = default_series(shown)
        note = Instead(
            "{network} has no signal {signal} to colour the words; {key} colours them.",
            network=network,
            signal=shade.key,
            key=key,
        )
        return Shade(colours.pane, key), [note]
    if shade.unit is not None and shade.unit >= shown.units:
        note = Instead(
            "{network} has no unit {unit} to colour the words: they are counted from 0 in the view; "
            "the chosen one colours them.",
            network=network,
            unit=shade.unit,
        )
        return Shade(shade.pane, shade.key), [note]
    return shade, []


def fitting_edits(
    edits: Sequence[LayerEdit], network: Network
) -> tuple[tuple[LayerEdit, ...], dict[Edit, GatescopeError]]:
    """The edits that change something which a network has, in order; the others, and why.

    Which steps its layers have, only a reading shows.
    """
    fitting: list[LayerEdit] = []
    unfit: dict[Edit, GatescopeError] = {}
    for edit in edits:
        try:
            check(edit, network)
        except EditError as error:
            unfit[edit] = error
        else:
            fitting.append(edit)
    return tuple(fitting), unfit
