"""Make a child process die with the process that started it."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1

# Loaded here and not in the child: between fork and exec as little as possible may happen.
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(sig: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn` after which the child gets `sig` when the thread that starts it ends.

    Linux only, a no-op elsewhere. It holds for the direct child and is lost when the child changes its
    user afterwards; `dev.reaper` takes care of grandchildren.
    """
    parent = os.getpid()

    def ask_kernel() -> None:
        if _libc is None:
            return
        _libc.prctl(PR_SET_PDEATHSIG, int(sig), 0, 0, 0)
        if os.getppid() != parent:  # it died before the kernel was asked
            os.kill(os.getpid(), sig)

    return ask_kernel


def follow_parent(sig: signal.Signals) -> None:
    """Let this very process get `sig` when its parent ends."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, int(sig), 0, 0, 0)
