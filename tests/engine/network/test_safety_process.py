"""The reading process cannot do harm, and what it hands over is not believed."""

from __future__ import annotations

import json
import os
import re
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from engine.errors import Cancelled, ModelError, Note, TextError, UnsupportedError
from engine.network import packing
from engine.network.network import Layer, Network
from engine.safely import kernel, limits, packet, process
from engine.safely.process import read_safely
from tests.engine.network import hostile
from tests.networks import text_network as network

pytestmark = pytest.mark.reads_anew

LINUX = sys.platform.startswith("linux")
READER = "tests.engine.network.hostile"


def read(folder: Path, action: str, timeout: float = 10.0, **options: Any) -> dict[str, Any]:
    path = folder / "model.h5"
    path.write_text(action)
    return read_safely(READER, path, timeout, **options).header


def said(folder: Path, action: str) -> str:
    result = read(folder, action)["said"]
    assert isinstance(result, str)
    return result


# What it may not do


@pytest.mark.skipif(os.name == "nt", reason="the actions are those of POSIX")
@pytest.mark.parametrize(
    "action",
    sorted(set(hostile.PYTHON) - {"environment", "descriptors", "modules", "flags", "clock"}),
)
def test_python_code_can_only_read_the_file(tmp_path: Path, action: str) -> None:
    with pytest.raises(ModelError) as caught:
        said(tmp_path, f"python {action}")
    assert re.fullmatch(
        r"model\.h5 asked for more than to be read \([\w.]+( .+)?\)\. That was not done, and the file "
        r"was closed\.",
        str(caught.value),
    )
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["model.h5"]
    assert (tmp_path / "model.h5").read_text() == f"python {action}"


@pytest.mark.skipif(not LINUX, reason="other systems have no Landlock and no seccomp")
@pytest.mark.parametrize(
    ("action", "fails"),
    [
        ("c open /etc/passwd 0", True),
        ("c open {path} 2", True),  # to write
        ("c open {folder}/new 65", True),  # O_WRONLY | O_CREAT
        ("c creat {folder}/new 420", True),
        ("c unlink {path}", True),
        ("c rename {path} {folder}/other", True),
        ("c mkdir {folder}/made 511", True),
        ("c chmod {path} 511", True),
        ("c truncate {path} 0", True),
        ("c socket 2 1 0", True),
        ("c socket 1 1 0", True),
        ("c fork", True),
        ("c system true", True),
        ("c execl /bin/true true 0", True),
        ("c kill 1 0", True),
        ("c open {path} 0", False),
        ("c getpid", False),
    ],
)
def test_c_code_can_only_read_the_file(tmp_path: Path, action: str, fails: bool) -> None:
    if not all(_restricted()):
        pytest.skip("this kernel has no Landlock or no seccomp")
    action = action.format(path=tmp_path / "model.h5", folder=tmp_path)
    answer = int(said(tmp_path, action))
    assert (answer in (-1, 256 * 127, 127)) == fails, answer
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["model.h5"]


def _restricted() -> tuple[bool, bool]:
    """What the kernel can do, asked in another process since it is for good."""
    code = (
        "from engine.safely import kernel; from pathlib import Path; import os\n"
        "os.write(1, repr(kernel.restrict(Path('.'))).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return (b"(True" in done.stdout, b"True)" in done.stdout)


@pytest.mark.skipif(not LINUX, reason="the forbidden calls are Linux's")
def test_the_forbidden_calls_are_named_rightly() -> None:
    """By their numbers in the system's own table, where it is installed."""
    table = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if not table.is_file():
        pytest.skip("the headers of the kernel are not installed")
    numbers = dict(re.findall(r"#define __NR_(\w+) (\d+)", table.read_text()))
    for name, (number, _) in kernel.FORBIDDEN.items():
        assert int(numbers[name]) == number, name


def test_it_gets_no_keys_no_files_and_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    monkeypatch.setenv("PYTHONSTARTUP", "x.py")
    monkeypatch.setenv("HDF5_PLUGIN_PATH", str(tmp_path))
    environment = said(tmp_path, "python environment")
    assert "HDF5_PLUGIN_PRELOAD" in environment
    for name in ("SECRET_TOKEN", "HTTPS_PROXY", "PYTHONSTARTUP", "HDF5_PLUGIN_PATH"):
        assert name not in environment
    assert said(tmp_path, "python descriptors") == "[]"
    assert said(tmp_path, "python flags") == "[1, 1, True]"
    modules = said(tmp_path, "python modules")
    for heavy in ("tensorflow", "keras", "scipy", "PySide6", "sitecustomize"):
        assert f"'{heavy}'" not in modules


# Limits


def _left(folder: Path) -> list[str]:
    """The processes that still have something to do with that folder."""
    result = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = each.read_bytes()
        except OSError:
            continue
        if str(folder).encode() in line and b"engine.safely" in line:
            result.append(str(each))
    return result


@pytest.mark.parametrize("action", ["sleep", "spin"])
def test_it_is_ended_at_the_limit_of_time(tmp_path: Path, action: str) -> None:
    start = time.monotonic()
    with pytest.raises(
        ModelError, match=r"Reading model.h5 took longer than 0.7 seconds .* Try again"
    ):
        read(tmp_path, action, timeout=0.7)
    assert time.monotonic() - start < 3
    assert not _left(tmp_path)


@pytest.mark.parametrize("action", ["sleep", "spin"])
def test_it_is_ended_when_asked(tmp_path: Path, action: str) -> None:
    asked: list[float] = []
    start = time.monotonic()

    def should_stop() -> bool:
        if time.monotonic() - start > 0.5:
            asked.append(time.monotonic())
        return bool(asked)

    with pytest.raises(Cancelled):
        read(tmp_path, action, should_stop=should_stop)
    assert time.monotonic() - asked[0] < 0.1
    assert not _left(tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_it_is_refused_memory(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model.h5 needs more memory than reading a model may"):
        read(tmp_path, "fill 100")  # 13 GB
    assert read(tmp_path, "fill 2") == {"said": "2"}


def test_its_memory_grows_with_the_file() -> None:
    assert limits.most_memory(0) == 2**30
    assert limits.most_memory(10**9) == 2**30 + 4 * 10**9
    assert limits.most_output(10**9) < limits.most_memory(10**9) * 16


def test_an_endless_answer_is_cut(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"model.h5 unpacks to 1,000,000,000 bytes of weights, far"
    ):
        read(tmp_path, "flood 1000000000")
    with pytest.raises(ModelError, match="could not be read: reading it failed"):
        read(tmp_path, "flood 10")  # more than was announced
    assert not _left(tmp_path)


@pytest.mark.parametrize("action", ["crash", "break", "raw ", "raw 0102", "raw ffffffffffffffff"])
def test_what_breaks_is_told(tmp_path: Path, action: str) -> None:
    with pytest.raises(
        ModelError, match=r"model.h5 could not be read: reading it failed or needed"
    ):
        read(tmp_path, action)


@pytest.mark.skipif(not LINUX, reason="the signals are given by number")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGXCPU])
def test_the_systems_own_limit_of_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The process may not signal itself; the system's signal is told from its exit code."""
    monkeypatch.setattr(process, "_code", lambda ended: -int(number))
    with pytest.raises(
        ModelError, match=r"Reading model.h5 took longer than 10 seconds .* Try again"
    ):
        read(tmp_path, "crash")


def test_reading_leaves_nothing(tmp_path: Path) -> None:
    threads, descriptors = threading.active_count(), _descriptors()
    for action in ("good", "crash", "flood 5", "header {}", "python socket"):
        try:
            read(tmp_path, action)
        except ModelError:
            continue
    assert threading.active_count() == threads
    assert _descriptors() == descriptors


def _descriptors() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


# What it hands over


def test_an_error_comes_over_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        read(tmp_path, "fail {odd} \u00e9 \ud55c")
    assert caught.value.template == "{name} is {what}."
    assert caught.value.values == {"name": "model.h5", "what": "{odd} \u00e9 \ud55c"}


@pytest.mark.parametrize("kind", [ModelError, TextError, UnsupportedError])
def test_errors_keep_their_class(kind: type[ModelError]) -> None:
    error = packet.error_in(packet.error_out(kind("{a} and {b}.", a=1, b=Path("x"))))
    assert type(error) is kind
    assert str(error) == "1 and x."


@pytest.mark.parametrize(
    "error",
    [
        5,
        [],
        ["model", "a"],
        ["system", "a", {}],
        ["model", 5, {}],
        ["model", "{a.__class__}", {"a": "x"}],
        ["model", "{a[0]}", {"a": "x"}],
        ["model", "{a:>999999999}", {"a": "x"}],
        ["model", "{a!r}", {"a": "x"}],
        ["model", "{b}", {"a": "x"}],
        ["model", "{", {}],
        ["model", "{}", {}],
        ["model", "a", []],
        ["model", "a", {"a": []}],
        ["model", "a", {"template": "b"}],
        ["model", "a", {"self": "b"}],
        ["model", "a", {"a b": "b"}],
        ["model", "a" * 10_000, {}],
        ["model", "{a}", {"a": "b" * 10_000}],
        [["model"], "a", {}],
    ],
)
def test_an_error_that_is_none(tmp_path: Path, error: Any) -> None:
    with pytest.raises(ModelError, match="could not be read: reading it failed"):
        read(tmp_path, "header " + json.dumps({"error": error}))


@pytest.mark.parametrize(
    "text",
    ["", "5", "[]", "{", '{"bytes": -1}', '{"bytes": 1.5}', '{"bytes": "9"}', '{"bytes": true}',
     "[" * 100_000, '{"bytes": 5}', '{"error": "\\ud800"}'],
)  # fmt: skip
def test_a_header_that_is_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(ModelError, match="could not be read: reading it failed"):
        read(tmp_path, "header " + text)


def test_a_header_without_end(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="could not be read: reading it failed"):
        read(tmp_path, "header " + " " * 2000, most_header=1000)


def _packet(which: Network) -> tuple[dict[str, Any], bytes]:
    data = packing.packed(which)
    (size,) = struct.unpack_from("<Q", data)
    header = packet.header_in(data[8 : 8 + size])
    assert header["bytes"] == len(data) - 8 - size
    return header, data[8 + size :]


def test_a_network_comes_over_as_it_was() -> None:
    wanted = network()
    header, data = _packet(wanted)
    found = packing.network_in(header, bytearray(data), Path("model.h5"))
    assert found.calls == wanted.calls
    assert found.inputs == wanted.inputs
    assert found.outputs == wanted.outputs
    for one, other in zip(found.layers, wanted.layers, strict=True):
        assert (one.name, one.kind, one.output_shape) == (
            other.name, other.kind, other.output_shape)  # fmt: skip
        assert dict(one.options) == dict(other.options)
        for key, array in other.weights.items():
            assert (one.weights[key] == array).all()
            assert not one.weights[key].flags.writeable
            assert one.weights[key].flags.aligned


FIRST_WEIGHT = ("layers", 0, 3, 0)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("layers",), []),
        (("layers",), {}),
        (("layers", 0), []),
        (("layers", 0, 0), 5),
        (("layers", 0, 0), "\ud800"),
        (("layers", 0, 0), "x" * 5000),
        (("layers", 0, 0), "dense"),
        (("layers", 0, 1), None),
        (("layers", 0, 2), []),
        (("layers", 0, 3), 5),
        ((*FIRST_WEIGHT, 1), "|O"),
        ((*FIRST_WEIGHT, 1), "<f2"),
        ((*FIRST_WEIGHT, 1), ["<f4"]),
        ((*FIRST_WEIGHT, 2), [-1, 4]),
        ((*FIRST_WEIGHT, 2), [10**12, 10**12]),
        ((*FIRST_WEIGHT, 2), [0, 10**30]),
        ((*FIRST_WEIGHT, 2), [1] * 100),
        ((*FIRST_WEIGHT, 2), [2.0]),
        ((*FIRST_WEIGHT, 2), [True]),
        ((*FIRST_WEIGHT, 2), [1]),
        ((*FIRST_WEIGHT, 2), [100_000, 100]),
        (("layers", 0, 4), [-5]),
        (("layers", 0, 4), ["a"]),
        (("layers", 0, 5), [["nested"]]),
        (("layers", 0, 6), "no"),
        (("layers", 0, 8), -1),
        (("inputs",), []),
        (("inputs", 0), ["a"]),
        (("inputs", 0, 2), "a"),
        (("calls",), []),
        (("calls", 0, 1), "nothing"),
        (("calls", 0, 2), [["nothing", 0]]),
        (("calls", 0, 2), [["input", -1]]),
        (("calls", 0, 2), [["input"]]),
        (("calls", 1, 0), "input"),
        (("calls", 0, 4), 7),
        (("outputs",), []),
        (("outputs", 0), ["nothing", 0]),
        (("main",), 7),
        (("main",), "a"),
        (("length",), -1),
        (("features",), "a"),
        (("name",), None),
        (("digest",), 5),
        (("notes",), [5]),
    ],
)
def test_a_network_that_is_none(place: tuple[str | int, ...], value: Any) -> None:
    header, data = _packet(network())
    at: Any = header
    for step in place[:-1]:
        at = at[step]
    assert at[place[-1]] != value
    at[place[-1]] = value
    with pytest.raises(packet.BadPacket):
        packing.network_in(header, data, Path("model.h5"))


def test_a_cycle_of_calls_is_no_network() -> None:
    header, data = _packet(network())
    header["calls"][0][2] = [[header["calls"][-1][0], 0]]
    with pytest.raises(packet.BadPacket):
        packing.network_in(header, data, Path("model.h5"))


@pytest.mark.parametrize("missing", ["layers", "inputs", "calls", "outputs", "main", "notes"])
def test_a_network_without_a_field(missing: str) -> None:
    header, data = _packet(network())
    del header[missing]
    with pytest.raises(packet.BadPacket):
        packing.network_in(header, data, Path("model.h5"))


def test_more_weights_than_are_named() -> None:
    header, data = _packet(network())
    with pytest.raises(packet.BadPacket):
        packing.network_in(header, data + bytes(64), Path("model.h5"))


def test_layers_in_layers_without_end() -> None:
    header, data = _packet(network())
    inner = header["layers"][0]
    for _ in range(50):
        inner = [*inner[:5], [inner], *inner[6:]]
    header["layers"][0] = inner
    with pytest.raises(packet.BadPacket):
        packing.network_in(header, data, Path("model.h5"))


def test_a_refusal_and_what_is_inside_come_over() -> None:
    wanted = network()
    inner = Layer("last/forward", "LSTM", {"units": 3}, {}, (None, 3))
    last = Layer(
        "last", "Bidirectional", {}, {}, (None, 6), (inner, inner), UnsupportedError("No {a}.", a=1),
        "Custom", 12,
    )  # fmt: skip
    grown = Network("n", (*wanted.layers, last), notes=(Note("assumed"),))
    header, data = _packet(grown)
    network_over = packing.network_in(header, data, Path("model.h5"))
    assert _packet(network_over) == (header, data)
    result = network_over.layers[-1]
    assert (result.kind, result.written_as, result.stored) == ("Bidirectional", "Custom", 12)
    assert [layer.name for layer in result.inner] == ["last/forward", "last/forward"]
    assert str(result.refused) == "No 1."
