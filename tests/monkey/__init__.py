"""A monkey at the keys: random events on a real window, from a seed."""
