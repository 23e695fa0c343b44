r"""Set up what a command needs, then run it: ``python3 .ci/setup.py COMMAND [ARGUMENT ...]``.

``make COMMAND`` calls this; on Windows it is called by hand: ``py .ci\setup.py run``.
Standard library only, and so written that a Python that is too old gets as far as saying
so.  Set-up is done once: a stamp in ``.venv`` remembers what was installed, and while
the requirement files stay as they are a command starts at once.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
RUNTIME = "requirements.txt"
DEVELOPMENT = os.path.join(".ci", "requirements-dev.txt")
OLDEST, NEWEST = (3, 10), (3, 13)
WINDOWS = os.name == "nt"

# Pytest on all cores; the tests of a file stay in one process, in the order of tests/conftest.py.
PYTEST = [
    "-m",
    "pytest",
    "-n",
    "auto",
    "--maxprocesses",
    "8",
    "--dist",
    "loadfile",
    "--no-loadscope-reorder",
]

# What `quick` leaves out; the marks stand in pyproject.toml, and tests/conftest.py sets most of them.
QUICK = "not (tensorflow or e2e or slow or another_window)"

# What each command runs, in turn; the first word names a module of the venv's Python.
# The arguments of the command line go to the last.
COMMANDS = {
    "setup": [],
    "run": [["main.py"]],
    "test": [PYTEST],
    "quick": [[*PYTEST, "-m", QUICK]],
    "lint": [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    ],
    "format": [["-m", "ruff", "check", "--fix", "."], ["-m", "ruff", "format", "."]],
    "types": [["-m", "mypy"]],
    "bench": [["-m", "tests.bench"]],
    "fuzz": [["-m", "tests.fuzz"]],
    "monkey": [["-m", "tests.monkey"]],
    "mutants": [["-m", "tests.mutants"]],
    "models": [["-m", "engine.training.make_models"]],
    "screenshots": [["-m", "tests.screenshots"]],
    "translations": [["-m", "gui.i18n.update"]],
}
ONLY_RUNTIME = ("setup", "run")

# What Qt's libraries and its xcb platform link to, and the Debian package of each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Whether Linux gives large pages: always, to who asks (madvise), or never.
LARGE_PAGES = "/sys/kernel/mm/transparent_hugepage/enabled"

TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}


class Trouble(Exception):
    """What is wrong and what to do, for the user."""


def main(arguments):
    """Set up and run; returns the exit code."""
    command = arguments[0] if arguments else ""
    if command not in COMMANDS:
        sys.stderr.write("Usage: setup.py %s [ARGUMENT ...]\n" % "|".join(COMMANDS))
        return 2
    try:
        python = ready(development=command not in ONLY_RUNTIME)
        return run(python, COMMANDS[command], arguments[1:])
    except Trouble as trouble:
        sys.stderr.write("\n%s\n" % trouble)
        return 1
    except KeyboardInterrupt:
        return 130


def run(python, steps, arguments):
    """The steps of a command, up to the first that fails."""
    os.chdir(ROOT)
    take_large_pages()
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        words = [python] + step + (arguments if last else [])
        if last and not WINDOWS:
            sys.stdout.flush()
            os.execv(python, words)  # signals and the exit code are then its own
        code = subprocess.call(words)
        if code:
            return code
    return 0


def ready(development):
    """The venv's Python, with everything installed."""
    python = os.path.join(VENV, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))
    wanted = [RUNTIME] + ([DEVELOPMENT] if development else [])
    missing = [name for name in wanted if not stamped(name)]
    if missing or not os.path.exists(python):
        with Lock():
            set_up(python, wanted)
    return python


def set_up(python, wanted):
    """Make the venv if it is not whole, and install what is not there."""
    if not works(python):
        make_venv(find_python())
    for name in wanted:
        if not stamped(name):
            system_libraries(testing=name == DEVELOPMENT)
            install(python, name)
            with open(stamp_path(name), "w") as stamp:
                stamp.write(digest(name))
    say("Ready.")


# -- the venv ------------------------------------------------------------------------


def find_python():
    """A Python that fits: this one, or another that is installed."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return [sys.executable]
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        if WINDOWS and shutil.which("py"):
            found = ["py", "-3.%d" % minor]
            if subprocess.call(found + ["-c", ""], stderr=subprocess.DEVNULL) == 0:
                return found
        elif shutil.which(name):
            return [shutil.which(name)]
    raise Trouble(
        "Gatescope needs Python 3.%d to 3.%d; this is Python %d.%d, and no other was found.\n"
        "Install one from https://www.python.org/downloads/ or with your package manager,\n"
        "then try again." % (OLDEST[1], NEWEST[1], sys.version_info[0], sys.version_info[1])
    )


def make_venv(creator):
    """A new ``.venv``, in place of a broken one."""
    shutil.rmtree(VENV, ignore_errors=True)
    has_pip = [*creator, "-c", "import ensurepip, venv"]
    if subprocess.call(has_pip, stderr=subprocess.DEVNULL) != 0:
        # Debian parts the module from Python.  A python3.12 has python3.12-venv.
        version = subprocess.check_output(
            [*creator, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        )
        apt_get(["python%s-venv" % version.decode().strip()], "Python's venv module")
    say("Making .venv with %s" % " ".join(creator))
    if subprocess.call([*creator, "-m", "venv", VENV]) != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(
            "Python could not make the folder .venv; what it says stands above.\n"
            "Is the disk full, or the folder not yours? Then try again."
        )


def works(python):
    """Whether the venv is there and of a Python that fits."""
    if not os.path.exists(python):
        return False
    check = "import sys, pip; sys.exit(not %r <= sys.version_info[:2] <= %r)" % (OLDEST, NEWEST)
    return subprocess.call([python, "-c", check], stderr=subprocess.DEVNULL) == 0


def install(python, name):
    """Let pip install a file of requirements."""
    say("Installing %s (the first time this takes a few minutes)" % name)
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if os.environ.get("CI") or not sys.stdout.isatty():
        command += ["--quiet", "--progress-bar", "off"]
    if subprocess.call([*command, "-r", os.path.join(ROOT, name)]) != 0:
        raise Trouble(
            "pip could not install %s; its reason stands above.\n"
            "- No network, or a proxy in between? pip reads HTTPS_PROXY and PIP_INDEX_URL.\n"
            "- The disk full? About 3 GB are needed.\n"
            "- Otherwise delete the folder .venv and try again." % name
        )


def digest(name):
    """What tells one state of a requirement file from another."""
    with open(os.path.join(ROOT, name), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def stamp_path(name):
    """Where it is remembered that a requirement file was installed."""
    return os.path.join(VENV, "installed-" + os.path.basename(name))


def stamped(name):
    """Whether a requirement file was installed as it is now."""
    try:
        with open(stamp_path(name)) as stamp:
            return stamp.read() == digest(name)
    except IOError:
        return False


class Lock:
    """Two commands at a time do not install into one venv at a time."""

    def __enter__(self):
        self.file = None
        if not WINDOWS:
            import fcntl

            self.file = open(os.path.join(ROOT, ".ci", ".lock"), "w")
            fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_):
        if self.file:
            self.file.close()


# -- the system ----------------------------------------------------------------------


def take_large_pages():
    """Let what is run keep its memory in large pages, where Linux gives them to who asks.

    The window and its tests read a little of much memory, and a processor keeps in mind where
    only so many pages are: in large ones they need some tenth less of its time.  Python's
    own allocator asks for none, that of the GNU C library does from 2.35 on.  Whoever has set
    either has both as they are: one without the other would only be slower.
    """
    try:
        name, version = os.confstr("CS_GNU_LIBC_VERSION").split()
        with open(LARGE_PAGES) as given:
            is_given = "[never]" not in given.read()
    except (AttributeError, IOError, ValueError):
        return  # another system, or another C library
    is_own = "GLIBC_TUNABLES" in os.environ or "PYTHONMALLOC" in os.environ
    can_ask = name == "glibc" and tuple(map(int, version.split("."))) >= (2, 35)
    if can_ask and is_given and not is_own:
        os.environ["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"
        os.environ["PYTHONMALLOC"] = "malloc"


def system_libraries(testing):
    """What Qt links to on Linux, or the programs that the tests drive the window with."""
    if not sys.platform.startswith("linux"):
        return
    if testing:
        missing = sorted(name for name in TEST_PROGRAMS if not shutil.which(name))
        packages = [TEST_PROGRAMS[name] for name in missing]
    else:
        missing = sorted(name for name in QT_LIBRARIES if not loads(name))
        packages = [QT_LIBRARIES[name] for name in missing]
    if missing:
        apt_get(packages, ", ".join(missing))


def loads(library):
    """Whether the system has a library, whatever its package is called here."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_get(packages, what):
    """Install Debian packages where that is allowed; else say how.

    Raises:
        Trouble: the user has to do it.
    """
    by_hand = "apt-get install -y " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise Trouble(
            "This system lacks %s.\nInstall it with your package manager (in Debian the "
            "packages are called\n%s), then try again." % (what, " ".join(packages))
        )
    if os.geteuid() == 0:
        before = []
    elif shutil.which("sudo") and quiet(["sudo", "-n", "true"]):
        before = ["sudo", "-n"]
    else:
        raise Trouble(
            "This system lacks %s.\nInstall it, then try again:\n\n  sudo %s" % (what, by_hand)
        )
    say("Installing system packages: " + " ".join(packages))
    before = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.call([*before, "update"])  # an old list may still do
    # apt-get itself finds the new names of Ubuntu 24.04 (libglib2.0-0t64) by the old ones.
    install = [*before, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.call(install, stdout=subprocess.DEVNULL) != 0:
        raise Trouble(
            "apt-get could not install %s; its reason stands above.\n"
            "Install it by hand, then try again:\n\n  %s" % (what, by_hand)
        )


def quiet(command):
    """Whether a command succeeds, whatever it says."""
    with open(os.devnull, "w") as nowhere:
        return subprocess.call(command, stdout=nowhere, stderr=nowhere) == 0


def say(text):
    """A line about the set-up."""
    print("[set-up] " + text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
