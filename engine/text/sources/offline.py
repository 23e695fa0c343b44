"""One of the offline reviews, by its number, encoded."""

from __future__ import annotations

from dataclasses import replace

from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode
from engine.text.sources.imdb_package import ImdbReviews


def review_of(
    number: int, encoding: Encoding, dictionary: Dictionary | None = None, size: int | None = None
) -> Review:
    """One of the offline reviews, numbered from 0; with IMDB's dictionary if None.

    Raises:
        TextError: there is none of that number.
    """
    text, label = ImdbReviews().quick(number)
    review = encode(text, dictionary or imdb(), encoding, size)
    return replace(review, label=label, title=f"{ImdbReviews.title} #{number}", number=number)
