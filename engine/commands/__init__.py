"""The engine from the shell: one module a sub-command, see ``python -m engine --help``."""
