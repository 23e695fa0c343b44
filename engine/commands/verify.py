"""``verify MODEL``: the largest difference from Keras."""

from __future__ import annotations

import argparse
import json

from engine.commands import notes
from engine.commands.progress import waiting
from engine.commands.shared_arguments import add_model, opened
from engine.errors import Note
from engine.network.network import Network


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``verify`` in the shell."""
    add_model(parser)
    parser.add_argument("--reviews", type=int, default=16, metavar="N", help="sequences (16)")
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 1 where it is not as Keras."""
    from engine.verification.proof import amplifies
    from engine.verification.verify import verify

    network = opened(arguments)
    said = notes.say([*notes.notes_of(network), *_words(network)], arguments.strict)
    with waiting("Keras is started and asked"):
        proof = verify(arguments.model, arguments.reviews, network)
    if proof.amplification is not None:
        said += notes.say([amplifies(proof.amplification)], arguments.strict)
    if arguments.json:
        print(json.dumps(proof.data() | {"notes": said, "left_out": list(network.left_out)}))
    else:
        print(proof.text())
    return 0 if proof.ok else 1


def _words(network: Network) -> list[Note]:
    """Where the model's own dictionary cannot be used, only ids are compared."""
    from engine.text.tokenizers.finding import find_dictionary

    if network.path is None or not network.indexing:
        return []
    found = find_dictionary(network.path, network.vocabulary_size, inside=len(network.indexing))
    if found.problem is None:
        return list(found.notes)
    return [
        Note(
            "Only ids are compared, not the words that they are made of: {reason}",
            reason=found.problem,
        )
    ]
