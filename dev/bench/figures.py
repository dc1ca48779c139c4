"""Numbers out of samples."""

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that is at least as large as `percent` of them. Raises ValueError where there is none."""
    if not samples:
        raise ValueError("no samples")
    return sorted(samples)[max(0, math.ceil(len(samples) * percent / 100) - 1)]


@dataclass(frozen=True)
class Load:
    """One burst of calls: the seconds each took, how long the burst was, and how many ended how."""

    latencies: Sequence[float]
    seconds: float
    outcomes: Counter[int]

    @property
    def per_s(self) -> float:
        return len(self.latencies) / self.seconds


def summary(loads: Sequence[Load]) -> dict[str, float]:
    """The median rate of the bursts, percentiles over all calls in milliseconds."""
    latencies = [latency for load in loads for latency in load.latencies]
    return {
        "per_s": round(statistics.median(load.per_s for load in loads), 1),
        "p50_ms": round(percentile(latencies, 50) * 1000, 2),
        "p99_ms": round(percentile(latencies, 99) * 1000, 2),
    }


def spread(ratios: Sequence[float]) -> dict[str, Any]:
    """The median of ratios that were taken in turn, and how far apart they lie."""
    return {
        "median": round(statistics.median(ratios), 3),
        "min": round(min(ratios), 3),
        "max": round(max(ratios), 3),
    }
