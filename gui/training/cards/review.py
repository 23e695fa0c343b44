"""`ReviewCard`: one training review as ids and as words, and the first labels."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import Qt, Signal

from engine.counting import filled
from engine.training.lecture import FIRST_LEARNED, FIRST_LOADED
from engine.training.preparation import first_labels, unknown_share
from gui.look.theme import theme
from gui.training.card import Card, Shown, Stepper, line, percent, say_lecture
from gui.training.cards.id_words import IdWords


class ReviewCard(Card):
    """What ``imdb.load_data`` returns, as the lecture prints it; the user may choose which of the
    training reviews, from 0."""

    nth_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.nth = Stepper()
        self.nth.valueChanged.connect(self.nth_asked)
        self.head.addWidget(self.nth)
        self.facts, self.unknown = line("dim"), line("caption")
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.ids = IdWords()
        self.target_code, self.target = line("caption"), line("")
        self.target.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.facts, self.ids, self.unknown, self.target_code, self.target):
            self.column.addWidget(widget)
        self.lecture = self.add_lecture()
        self.dress()

    def say(self, shown: Shown) -> None:
        """Show the review, its label, and the first labels of all."""
        review, look = shown.review, theme()
        self.nth.show_value(shown.nth, 0, len(shown.preparation.learned) - 1)
        self.code.setText(f"train_input[{shown.nth}]  # " + self.tr("after the split"))
        label = self.tr("positive") if review.label else self.tr("negative")
        colour = look.good if review.label else look.bad
        count = len(review.token_ids)
        self.facts.setText(
            filled(
                self.tr("review {number} · {label} · {count} ids"),
                {
                    "number": f"{review.number:,}",
                    "label": f'<span style="color: {colour}">{label}</span>',
                    "count": f"{count:,}",
                },
            )
        )
        self.ids.show_review(review)
        first = [text for text, _, _ in islice(self.ids.items(), 12)]
        self.ids.setAccessibleDescription(" ".join(first))
        self.unknown.setText(
            filled(
                self.tr(
                    "{share}\u00a0% of the words are unknown and read as 2 (dotted). "
                    "Counted in {words} words of {reviews} training reviews."
                ),
                {
                    "share": percent(unknown_share(shown.preparation, shown.recipe)),
                    "words": f"{len(shown.preparation.sample):,}",
                    "reviews": f"{shown.preparation.sampled:,}",
                },
            )
        )
        count, first_ids = FIRST_LOADED
        lecture = filled(
            self.tr(
                "lecture: train_input[0] has {learned} ids; before the split {count}, beginning {ids}"
            ),
            {"learned": FIRST_LEARNED, "count": count, "ids": " ".join(map(str, first_ids))},
        )
        say_lecture(self.lecture, lecture if shown.lecture and not shown.nth else "")
        labels = first_labels(shown.preparation.corpus)
        self.target.setText("[" + " ".join(str(label) for label in labels.tolist()) + "]")

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("A review as ids"))
        self.nth.setAccessibleName(self.tr("Training review"))
        self.nth.setToolTip(self.tr("Another review of those that are learned from"))
        self.ids.setAccessibleName(self.tr("The ids of the review"))
        self.target_code.setText(
            "train_target[:20]  " + self.tr("before the split: 1 positive, 0 negative")
        )
