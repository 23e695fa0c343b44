"""Dictionaries of other people's models: words to ids, by the rules of whatever made them."""
