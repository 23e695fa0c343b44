import builtins

# PySide6 puts an import of its own in place of Python's, which reads the source of every module that
# follows, to see whether it asks for names in snake case: a tenth of the launch, and no module does.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
