"""Where reviews come from, one module a source."""
