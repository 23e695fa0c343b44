"""Tasks for a class: the one that is open, composing one, and the answers of a class."""
