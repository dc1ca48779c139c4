"""A second process that ends what its owner started, should the owner be killed.

The kernel's parent-death signal reaches direct children only: the workers a server forks would live on. So
the owner tells a reaper, over a pipe only the two hold, which process groups are its own; when the pipe
closes, however that came about, the reaper ends those groups.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 8


class Reaper:
    """The owner's end. `inherit` are file descriptors the reaper keeps open until its work is done."""

    def __init__(self, inherit: Sequence[int] = ()) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dev.reaper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            text=True,
            start_new_session=True,  # whoever ends the owner's group or session must not end this one
            pass_fds=inherit,
        )

    def watch(self, group: int, sig: signal.Signals = signal.SIGKILL) -> None:
        """End this process group with `sig`, after 8 s with SIGKILL, if the owner dies before `forget`."""
        self._tell(f"watch {group} {int(sig)}")

    def forget(self, group: int) -> None:
        self._tell(f"forget {group}")

    def remove(self, path: Path) -> None:
        """Delete this file or directory in the end, be it a good one or not."""
        self._tell(f"remove {path}")

    def close(self) -> None:
        """Let it do what is left to do, and wait for that."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()


def main() -> None:
    for polite in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(polite, signal.SIG_IGN)
    groups: dict[int, int] = {}
    paths: list[Path] = []
    for line in sys.stdin:
        verb, argument = line.rstrip("\n").split(" ", 1)
        if verb == "watch":
            group, sig = argument.split()
            groups[int(group)] = int(sig)
        elif verb == "forget":
            groups.pop(int(argument), None)
        else:
            paths.append(Path(argument))
    _end(groups)
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _end(groups: dict[int, int]) -> None:
    from dev.alive import group_runs  # here, because it takes its time and the pipe must be read at once

    for group, sig in groups.items():
        _signal(group, sig)
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and any(map(group_runs, groups)):
        time.sleep(0.05)
    for group in groups:
        _signal(group, signal.SIGKILL)


def _signal(group: int, sig: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, sig)


if __name__ == "__main__":
    main()
