"""What a PostgreSQL server that was killed leaves in the way of the next one."""

import contextlib
import signal
from pathlib import Path

import psutil

PATIENCE_S = 10


def clear(data: Path) -> None:
    """End the server processes still at work in `data` and remove a stale lock file.

    PostgreSQL takes its lock file for valid when the number in it belongs to any process at all, even to a
    zombie or to a stranger that got the same number; only one that works in `data` counts here.
    """
    processes = _at_work_in(data)
    for process in processes:
        _send(process, signal.SIGINT)
    _, stubborn = psutil.wait_procs(processes, PATIENCE_S)
    for process in stubborn:
        _send(process, signal.SIGKILL)
    psutil.wait_procs(stubborn, PATIENCE_S)
    (data / "postmaster.pid").unlink(missing_ok=True)


def _at_work_in(data: Path) -> list[psutil.Process]:
    directory = str(data.resolve())
    return [
        process
        for process in psutil.process_iter(["name", "cwd", "status"])
        if process.info["cwd"] == directory
        and process.info["name"] == "postgres"
        and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def _send(process: psutil.Process, sig: signal.Signals) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(sig)
