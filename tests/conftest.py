"""What holds for every test: its own folders, no window on the screen, nothing left behind."""

from __future__ import annotations

import gc
import itertools
import json
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
# What XLA compiles here runs for a moment: to make it fast takes longer than the rest of compiling.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")
if "PYTEST_XDIST_WORKER" in os.environ:
    # As many workers as cores: each, and each process it starts, keeps to one thread.
    for _threads in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "TF_NUM_INTRAOP_THREADS",
        "TF_NUM_INTEROP_THREADS",
    ):
        os.environ.setdefault(_threads, "1")
    # The many processes of the tests need not each compile the engine again.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest

import gui  # noqa: F401  # before pytest-qt imports PySide6, to take back its import, see there

_MEMORY = Path("/dev/shm")
_PLENTY = 8 << 30
"""Bytes; what the tests write is far less."""

if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _PLENTY:
    # Beside others that use the disk, to replace, delete and sync a file takes milliseconds there.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

_SWALLOWED = "Ignored exception"
"""What pyqtgraph prints where it goes on after an exception, as in painting."""

_LIBRARIES_OWN = ("Dummy-", "asyncio_", "pytest_timeout", "Thread-auto-")
"""Threads that are not ours to end; Python calls those that Qt started Dummy."""

_IMPORT_TENSORFLOW = {"keras", "keras_2", "keras_3", "tf_keras", "train"}
"""Fixtures that import TensorFlow, or start a process that does."""

_BUILD_WINDOWS = {"make_window", "launch", "launched"}
"""Fixtures that build whole windows, a fifth of a second each: `make quick` runs the first test of
each file that asks for one."""

_START_TENSORFLOW = (
    "engine/network/test_cudnn.py",
    "engine/network/test_files.py",
    "engine/network/test_handmade.py",
    "engine/network/test_keras1.py",
    "engine/network/test_zoo.py",
    "engine/text/test_imdb_keras.py",
    "engine/training/test_command.py",
    "engine/training/test_models.py",
    "engine/training/test_one_hot.py",
    "engine/training/test_recorder.py",
    "engine/training/test_worker.py",
    "engine/verification/test_fresh.py",
    "engine/verification/test_verify.py",
    "gui/test_own_model.py",
    "gui/test_proof.py",
    "gui/test_run_keeper.py",
    "gui/test_training_window.py",
)
"""Files and folders of tests that import TensorFlow in other ways, or really train."""

_LONGEST = (
    "engine/network/test_zoo.py",
    "gui/test_monkey.py",
    "gui/test_training_window.py",
    "engine/training/test_worker.py",
    "e2e/test_main.py",
    "gui/test_hidden_meanwhile.py",
    "gui/test_run_keeper.py",
    "engine/replay/test_parity.py",
    "engine/lessons/test_code.py",
    "engine/training/test_recorder.py",
    "gui/test_views.py",
    "gui/test_comes_to_rest.py",
    "gui/test_opened_in_sight.py",
    "gui/test_scale.py",
    "gui/test_window.py",
    "gui/lessons/test_lesson_views.py",
    "engine/verification/test_fresh.py",
    "gui/test_run_watch.py",
    "gui/test_panes.py",
    "gui/test_room.py",
    "gui/test_edits.py",
    "engine/network/test_fuzz.py",
    "engine/network/test_files.py",
    "engine/network/test_safety_process.py",
    "engine/replay/test_read_on_keras.py",
    "gui/survey/test_every_page.py",
    "gui/lessons/test_data_lessons.py",
    "engine/explain/test_gradients_keras.py",
    "engine/lessons/test_stated_numbers.py",
    "test_kinds_of_files.py",
    "gui/test_notice.py",
    "engine/replay/test_timeline.py",
    "gui/explain/test_strip.py",
    "gui/explain/test_pictures.py",
    "gui/test_cell.py",
)
"""Files that take more than some ten seconds, the longest first."""

_HAD_TENSORFLOW = pytest.StashKey[bool]()

_GRACE = 3.0
"""Seconds in which a test's threads come to their end."""


_tests = itertools.count()


@pytest.fixture(autouse=True)
def own_folders(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every test has its own settings, its own cache and its own runs.

    In its ``tmp_path``, where it has one; to make one takes as long as many a test.
    """
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path")
    else:
        folder = tmp_path_factory.getbasetemp() / f"own-{next(_tests)}"
    monkeypatch.setenv("GATESCOPE_CONFIG", str(folder / "config"))
    monkeypatch.setenv("GATESCOPE_CACHE", str(folder / "cache"))
    monkeypatch.setenv("GATESCOPE_RUNS", str(folder / "runs"))


@pytest.fixture(scope="session")
def shared_by_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all pytest processes of a run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


LOCKED = 600
"""Seconds after which a lock is one that was left behind."""


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """The processes of a run, one after another.

    Without filelock: whoever imports it is called at every audit event from then on, which takes
    3 % of a test that builds models.
    """
    lock, end = folder.with_name(f"{folder.name}.lock"), time.monotonic() + LOCKED
    while True:
        try:
            lock.mkdir()
        except FileExistsError:
            if time.monotonic() > end:
                pytest.fail(f"{lock} is held for {LOCKED} s: a worker that made it was killed")
            time.sleep(0.05)
        else:
            break
    try:
        yield
    finally:
        lock.rmdir()


@contextmanager
def no_collection() -> Iterator[None]:
    """For what makes a million things, none of which is garbage yet."""
    was_enabled = gc.isenabled()  # a window's worker leaves it to the GUI thread
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@pytest.fixture(scope="session")
def prepared_reviews(shared_by_workers: Path) -> Path:
    """A cache folder in which the 25,000 reviews are prepared; for GATESCOPE_CACHE."""
    from engine.progress import finish
    from engine.text.sources.imdb_package import ImdbReviews

    folder = shared_by_workers / "reviews"
    with one_at_a_time(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(folder))
        finish(ImdbReviews().prepare())  # at once where another worker has done it
    return folder


@pytest.fixture(scope="session")
def collected(shared_by_workers: Path) -> list[tuple[str, str]]:
    """Every text of the project that is to be translated, with its context before it."""
    from gui.i18n.collect import collect

    path = shared_by_workers / "collected.json"
    with one_at_a_time(path):
        if not path.exists():  # no other worker has looked through all the code
            with no_collection():
                path.write_text(json.dumps(collect()), encoding="utf-8")
    return [(context, text) for context, text in json.loads(path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="session")
def qapp() -> Any:
    """The application as `main.py` makes it, with its style and typefaces, for whichever test of a
    process is the first that needs one."""
    from gui.app import make_application

    return make_application()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Keras's published word index and people's checkpoints, where they are at hand."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the reference data, ../shared/data, is not on this machine")
    return SHARED_DATA


@pytest.fixture(scope="session")
def forking_process() -> Iterator[Any]:
    """What forks readings, where there is fork."""
    if not hasattr(os, "fork"):
        yield None
        return
    from tests.forked_reading import ForkingProcess

    forking = ForkingProcess()
    yield forking
    forking.close()


@pytest.fixture(scope="session")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what forks Pythons that have Keras listens to those who stand for one."""
    return tmp_path_factory.getbasetemp() / "forks"


@pytest.fixture(scope="session")
def forking_keras(forks: Path) -> Iterator[Any]:
    """What forks Pythons that have Keras, where there is fork."""
    if not hasattr(os, "fork"):
        yield None
        return
    from tests.forked_keras import PLACE
    from tests.forked_reading import ForkingProcess

    forking = ForkingProcess("tests.forked_keras", (), os.environ | {PLACE: str(forks)})
    yield forking
    forking.close()


@pytest.fixture(autouse=True)
def forked_readings(
    request: pytest.FixtureRequest, forking_process: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is still read in a process of its own, which starts much sooner; unless the test is
    marked ``reads_anew``."""
    if forking_process is not None and request.node.get_closest_marker("reads_anew") is None:
        from engine.safely import process

        monkeypatch.setattr(process, "_started", forking_process.started)


@pytest.fixture(scope="module", autouse=True)
def little_to_collect() -> None:
    """What is there before a file's tests, TensorFlow and all that was collected among it, is
    not gone through again by each collection of garbage in them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before fixtures of files, which may import it
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Remembers whether TensorFlow was there before a test."""
    item.stash[_HAD_TENSORFLOW] = _has_tensorflow()
    return (yield)


@pytest.fixture(autouse=True)
def nothing_left_behind(own_folders: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails if threads go on, or windows stay open, after it; or if it imports
    TensorFlow without being marked so, as `make quick` would then run it."""
    threads = set(threading.enumerate())
    windows = _open_windows()
    yield
    left_windows = [window for window in _open_windows() if window not in windows]
    names = ", ".join(type(window).__name__ for window in left_windows)
    for window in left_windows:
        window.close()
    left_threads = _left_threads(threads)
    if (
        not request.node.stash[_HAD_TENSORFLOW]
        and request.node.get_closest_marker("tensorflow") is None
    ):
        assert not _has_tensorflow(), "mark the test: it imports TensorFlow"
    assert not left_windows, f"windows are still open after the test: {names}"
    assert not left_threads, f"threads still run after the test: {left_threads}"


@pytest.fixture(autouse=True)
def nothing_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A test fails if the engine or the window logs an error, which is how work beside the
    window tells what it did not foresee; unless it is marked ``logs_errors``."""
    yield
    if request.node.get_closest_marker("logs_errors") is None:
        records = caplog.get_records("setup") + caplog.get_records("call")
        errors = [
            logging.Formatter().format(record)
            for record in records
            if record.levelno >= logging.ERROR and record.name.startswith(("engine", "gui"))
        ]
        assert not errors, "logged during the test:\n" + "\n".join(errors)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Nothing that is made while tests are collected is garbage; to look through it again and again
    takes a fifth of that time, and of a first run, which compiles all tests, a third."""
    with no_collection():
        result = yield
        gc.freeze()
    return result


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is to be known of a test by its fixtures and its file.

    Files that take longest come first, so that the workers end together: a file's tests stay in one
    worker, which then sets up once what they share."""
    marks = ("tensorflow", "e2e")
    has_window: set[Path] = set()
    places = {
        path: path.relative_to(Path(__file__).parent).as_posix()
        for path in {item.path for item in items}
    }
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if places[item.path].startswith(_START_TENSORFLOW) or fixtures & _IMPORT_TENSORFLOW:
            item.add_marker("tensorflow")
        if fixtures & _BUILD_WINDOWS and not any(map(item.get_closest_marker, (*marks, "slow"))):
            if item.path in has_window:
                item.add_marker("another_window")
            has_window.add(item.path)
    slow = {item.path for item in items if any(map(item.get_closest_marker, marks))}
    ranks = {place: rank for rank, place in enumerate(_LONGEST)}
    items.sort(key=lambda item: (ranks.get(places[item.path], len(ranks)), item.path not in slow))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """What passed leaves nothing in the memory; what failed can be looked at, in the last folders."""
    factory: pytest.TempPathFactory = vars(session.config)["_tmp_path_factory"]
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    if exitstatus == 0 and not is_worker and _MEMORY in factory.getbasetemp().parents:
        shutil.rmtree(factory.getbasetemp(), ignore_errors=True)


def _has_tensorflow() -> bool:
    """Whether it was imported; what a test puts in its place has no file."""
    return getattr(sys.modules.get("tensorflow"), "__file__", None) is not None


def _open_windows() -> list[object]:
    """The top-level widgets that can be seen, once those that are to be deleted are."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    QThreadPool.globalInstance().waitForDone(int(_GRACE * 1000))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]


def _left_threads(before: set[threading.Thread]) -> list[str]:
    end = time.monotonic() + _GRACE
    while True:
        left = [
            thread.name
            for thread in threading.enumerate()
            if thread not in before and not thread.name.startswith(_LIBRARIES_OWN)
        ]
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.01)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test fails if pyqtgraph swallowed an exception: its plot is broken."""
    report = yield
    printed = report.capstderr + report.capstdout
    if report.passed and call.when != "setup" and _SWALLOWED in printed:
        report.outcome = "failed"
        report.longrepr = f"pyqtgraph swallowed an exception:\n{printed}"
    return report
