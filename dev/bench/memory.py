"""What each part of the house takes of the machine's memory."""

import contextlib
from typing import Any

import psutil

from dev.bench.house import House
from dev.bench.sizes import Sizes

MB = 1024 * 1024


def measure(house: House, _sizes: Sizes) -> dict[str, Any]:
    """By part: how many processes, and their proportional set size together, in MB (shared pages count once)."""
    return {name: _of(pids) for name, pids in house.pids().items()}


def _of(pids: list[int]) -> dict[str, float]:
    sizes = []
    for pid in pids:
        with contextlib.suppress(psutil.NoSuchProcess):
            sizes.append(size_of(pid))
    return {"processes": len(sizes), "mb": round(sum(sizes) / MB, 1)}


def size_of(pid: int) -> int:
    """Bytes; where the system knows no proportional size, what is the process's own.

    Raises psutil.NoSuchProcess.
    """
    info = psutil.Process(pid).memory_full_info()
    return int(getattr(info, "pss", info.uss))
