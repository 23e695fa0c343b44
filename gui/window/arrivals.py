"""`Arrivals`: what is said and done when a model, a corpus or a dictionary has been opened, or a model
could not be watched."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from engine.counting import filled
from engine.errors import GatescopeError, Note
from engine.library import entry_of
from engine.network.network import Network
from engine.text.review import Review
from engine.text.unknown_words import known_in
from gui.i18n.texts import network_title
from gui.kit.notice import Notice
from gui.services import Services
from gui.window.dialogs import Dialogs
from gui.window.opening import Opening


class Arrivals(QObject):
    """Greets networks from files: says what cannot be replayed, offers their layers, and gives
    them something that they can read.
    """

    def __init__(
        self,
        services: Services,
        opening: Opening,
        notice: Notice,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._opening = services.session, opening
        self._notice, self._dialogs = notice, dialogs
        self._report = dialogs.views.report
        self._warned = ""  # what the notice says of a network
        self._numbers = services.numbers
        self._scaled: tuple[object, ...] = ()  # whose scale was spoken of last
        self._said_of_scale = ""
        services.session.traces_changed.connect(self._look_at_scale)
        services.opener.opened.connect(self.greet)
        services.opener.refused.connect(self.refuse)
        self._reading = services.reading
        services.reading.corpus_changed.connect(self._name_corpus)
        services.reading.dictionaries.chosen_for.connect(self._name_dictionary)

    def _name_dictionary(self, network: Network) -> None:
        """Say by which words a network reads from now on, and how many of what is read are among
        them: of others it reads no more than that they are there."""
        dictionary = self._reading.dictionaries.of(network).dictionary
        review, values = self._session.source, {"dictionary": dictionary.tokenizer.title}
        if isinstance(review, Review):
            size = min(
                filter(None, (network.vocabulary_size, self._reading.choices.num_words)),
                default=None,
            )
            known, words = known_in(review, dictionary, size)
            values |= {"known": f"{known:,}", "words": f"{words:,}"}

        def text() -> str:
            says = self.tr("{network} reads by the words of {dictionary} now.")
            if "words" in values:
                says = self.tr(
                    "{network} reads by the words of {dictionary} now: they are {known} of the "
                    "{words} words of this text."
                )
            return filled(says, {**values, "network": network_title(network.name)})

        self._notice.show_info(text)

    def _name_corpus(self) -> None:
        """Say what the reviews are that were dropped: one of them is shown, and has no name."""
        path, corpus = self._opening.reviews, self._reading.corpus
        self._opening.reviews = None
        if path is not None and corpus is not None and corpus.title == path.name:
            values = {"name": path.name, "count": f"{len(corpus):,}"}
            self._notice.show_info(lambda: filled(self.tr("{name}: {count} reviews"), values))

    def greet(self, network: Network) -> None:
        """Say what there is to know about a network that has been opened, and let it read."""
        self._opening.read_for(network)
        self._notice.clear_offers()  # they were about another network, and so was a warning
        if self._notice.problem == self._warned and not self._report.is_open:
            self._notice.clear_problem()
        self._name_replaced(network)
        for place, pane in enumerate(self._session.panes):
            if pane.network is network:
                self.introduce(place)

    def _name_replaced(self, network: Network) -> None:
        """Say whose pane a model has taken that was dropped, where that is seen no more."""
        path, other = self._opening.model or (None, network)
        if path != network.path:
            return
        self._opening.model = None
        if any(pane.network is other for pane in self._session.panes):
            return

        def text() -> str:
            values = {"name": network_title(network.name), "other": network_title(other.name)}
            return filled(self.tr("{name} has taken the place of {other}."), values)

        self._notice.show_info(text)

    def introduce(self, place: int) -> None:
        """Say what there is to know about the network of a pane."""
        pane = self._session.panes[place]
        network, several = pane.network, len(pane.network.recurrent)
        notes = list(network.notes)
        if network.refusal is not None:
            upto = Note(
                "{network} is shown up to here: {reason}",
                network=network.name,
                reason=network.refusal,
            )
            notes = [upto, *notes]
        if notes:
            inspect = partial(self._dialogs.inspect, place)
            self._report.tell_all(notes, lambda: self.tr("Inspect"), inspect)
            self._warned = self._notice.problem
        if several > 1 and not notes and entry_of(network.path) is None:
            layer = pane.layer

            def text() -> str:
                return filled(
                    self.tr("{name} has {count} recurrent layers; {layer} is shown."),
                    {"name": network_title(network.name), "count": several, "layer": layer},
                )

            choose = partial(self._dialogs.choose_layers, place)
            self._notice.show_offer(text, lambda: self.tr("Choose layers…"), choose)

    def _look_at_scale(self) -> None:
        """Say once of a table and a network that the numbers are far from what it learned from."""
        numbers, note = self._numbers, self._numbers.scale_note
        if note is None:
            if self._said_of_scale and self._notice.problem == self._said_of_scale:
                self._notice.clear_problem()
            self._said_of_scale = ""
            return
        title = "" if numbers.cut.table is None else numbers.cut.table.title
        digest = "" if numbers.network is None else numbers.network.digest
        about = (digest, title, numbers.cut.columns, numbers.choices.scale)
        if about == self._scaled:
            return
        self._scaled = about

        def scale() -> None:
            numbers.set_scale("minmax", numbers.choices.part)

        self._report.tell(note, lambda: self.tr("Scale to 0…1"), scale)
        self._said_of_scale = self._notice.problem

    def refuse(self, network: Network, error: GatescopeError) -> None:
        """Say why there is nothing to watch in a network, and offer to look into it."""
        inspect = partial(self._dialogs.inspect_network, network)
        self._report.tell(error, lambda: self.tr("Show its layers"), inspect)
