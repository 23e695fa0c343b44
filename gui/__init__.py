# Before PySide6, which reads the source of every module that is imported after it: with the engine
# and numpy that takes 3 % of the launch.
import engine.session.session
import engine.session.view_file  # noqa: F401
