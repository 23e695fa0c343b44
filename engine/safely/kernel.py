"""What Linux itself forbids the reading process, in C code too: Landlock and seccomp.

Both are asked for by number, through the C library; no rights are needed.  An older
kernel, or another processor, goes without (see `lockdown`, which holds everywhere).

- Landlock (Linux 5.13): of all files only the given one can be opened, and only to read.
- seccomp: no sockets, no new processes or programs, no signals to others, no changes of
  files or limits; such a call fails with "not permitted".

Sources: ``linux/landlock.h``, ``linux/filter.h``, ``linux/seccomp.h``, and the tables of
system calls of x86-64 and arm64.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE = 1 << 2
RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files each version of Landlock knows."""

ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}

FORBIDDEN: dict[str, tuple[int, int]] = {
    # sockets
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "accept": (43, 202),
    "accept4": (288, 242), "bind": (49, 200), "listen": (50, 201), "sendto": (44, 206),
    "sendmsg": (46, 211), "sendmmsg": (307, 269),
    # processes and programs
    "clone": (56, 220), "clone3": (435, 435), "fork": (57, -1), "vfork": (58, -1),
    "execve": (59, 221), "execveat": (322, 281),
    # signals to other processes, and their memory
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "ptrace": (101, 117), "kcmp": (312, 272), "process_madvise": (440, 440),
    "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "userfaultfd": (323, 282),
    # what processes share
    "mq_open": (240, 180), "shmat": (30, 196), "shmget": (29, 194), "semget": (64, 190),
    "msgget": (68, 186),
    # files
    "fallocate": (285, 47), "truncate": (76, 45), "ftruncate": (77, 46), "rename": (82, -1),
    "renameat": (264, 38), "renameat2": (316, 276), "mkdir": (83, -1), "mkdirat": (258, 34),
    "rmdir": (84, -1), "creat": (85, -1), "link": (86, -1), "linkat": (265, 37),
    "unlink": (87, -1), "unlinkat": (263, 35), "symlink": (88, -1), "symlinkat": (266, 36),
    "mknod": (133, -1), "mknodat": (259, 33), "chmod": (90, -1), "fchmod": (91, 52),
    "fchmodat": (268, 53), "chown": (92, -1), "fchown": (93, 55), "lchown": (94, -1),
    "fchownat": (260, 54), "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "utime": (132, -1), "utimes": (235, -1), "futimesat": (261, -1), "utimensat": (280, 88),
    "open_by_handle_at": (304, 265), "mount": (165, 40),
    # limits and rights
    "setpriority": (141, 140), "sched_setaffinity": (203, 122), "personality": (135, 92),
    "setrlimit": (160, 164), "prlimit64": (302, 261), "unshare": (272, 97), "setns": (308, 268),
    "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    # the kernel's own machines
    "perf_event_open": (298, 241), "bpf": (321, 280), "io_uring_setup": (425, 425),
}  # fmt: skip
"""The number of a call on x86-64 and on arm64, -1 where it has none."""


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(_Instruction)))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("file", ctypes.c_int32))


def restrict(path: Path) -> tuple[bool, bool]:
    """Restrict this process for good, as far as the system can.

    Args:
        path: the one file that may still be read.

    Returns:
        Whether Landlock and whether seccomp holds now.
    """
    if not sys.platform.startswith("linux"):
        return False, False
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False, False
    return _only_this_file(library, path), _only_harmless_calls(library)


def _only_this_file(library: ctypes.CDLL, path: Path) -> bool:
    version = library.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    handled = ctypes.c_uint64((1 << RIGHTS.get(version, RIGHTS[5])) - 1)
    rules = library.syscall(CREATE_RULESET, ctypes.byref(handled), ctypes.c_size_t(8), 0)
    if rules < 0:
        return False
    try:
        file = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # there is none: nothing at all may be opened then
        pass
    else:
        library.syscall(ADD_RULE, rules, 1, ctypes.byref(_Beneath(READ_FILE, file)), 0)
        os.close(file)
    done = library.syscall(RESTRICT_SELF, rules, 0) == 0
    os.close(rules)
    return bool(done)


def _only_harmless_calls(library: ctypes.CDLL) -> bool:
    known = ARCHITECTURES.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return False
    architecture, column = known
    numbers = [both[column] for both in FORBIDDEN.values() if both[column] >= 0]
    load, equal, at_least, answer = 0x20, 0x15, 0x35, 0x06
    count = len(numbers)
    lines = [
        (load, 0, 0, 4),  # the architecture: calls of another one have other numbers
        (equal, 0, count + 2, architecture),
        (load, 0, 0, 0),  # the number of the call
        (at_least, count, 0, 0x40000000),  # x86-64's second table
        *((equal, count - place - 1, 0, number) for place, number in enumerate(numbers)),
        (answer, 0, 0, 0x7FFF0000),  # allowed
        (answer, 0, 0, 0x00050001),  # fails: not permitted
    ]
    # Counted from the line after it, every jump above goes to the last line.
    fixed = [
        (code, true + (1 if code in (equal, at_least) and place > 1 else 0), false, value)
        for place, (code, true, false, value) in enumerate(lines)
    ]
    instructions = (_Instruction * len(fixed))(*(_Instruction(*line) for line in fixed))
    program = _Program(len(fixed), instructions)
    return bool(library.prctl(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0) == 0)
