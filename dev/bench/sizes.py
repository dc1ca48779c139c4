"""How much of everything a run does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Times in seconds. `rounds` of each load of `round_s`, in turn; `quiet_s` at `quiet_per_s` events a second."""

    connections: int = 50
    rounds: int = 5
    round_s: float = 4
    orders: int = 2_000
    quiet_per_s: int = 50
    quiet_s: float = 15
    backlog_events: int = 20_000
    pushes: int = 240
    latency_ms: int = 100


FULL = Sizes()
QUICK = Sizes(
    connections=8,
    rounds=1,
    round_s=0.3,
    orders=50,
    quiet_s=0.5,
    backlog_events=500,
    pushes=8,
    latency_ms=10,
)
