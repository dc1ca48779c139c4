"""A run asked for and followed from outside: how long each phase took, and what the machine spent on it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import psutil
from psycopg2.extensions import cursor as Cursor

from dev.bench.house import NotReady
from dev.bench.memory import MB, size_of
from dev.bench.reconcile.house import SHOP, ComparingHouse
from dev.bench.rows import one

POLL_S = 0.05
LONGEST_S = 600
ASK = "INSERT INTO reconcile_run (shop_id, kind, dry_run) VALUES (%s, %s, %s) RETURNING id"
LOOK = "SELECT phase, finished_at IS NOT NULL, counts, reason FROM reconcile_run WHERE id = %s"
LISTS = {"orders": "GET /api/v2/orders/", "products": "GET /api/v2/products/"}


@dataclass
class Followed:
    """Seconds by phase: of the clock, of the worker's processors, of the database's. `site_s`: what the site took
    for its lists by its own log. `worker_mb`: the most that the worker's processes took together."""

    run_id: int
    wall_s: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    worker_s: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    database_s: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    site_s: float = 0.0
    worker_mb: float = 0.0
    counts: dict[str, Any] = field(default_factory=dict)


def follow(
    house: ComparingHouse,
    cursor: Cursor,
    kind: str,
    repairing: Callable[[int], None] | None = None,
    *,
    dry_run: bool = False,
) -> Followed:
    """Until it is done. `repairing(run id)` is called once, when that phase is seen: until then the outbox is held
    still, so that the phase cannot be over, and during the call the worker.

    Raises NotReady for a run that ends in another way, or not in time.
    """
    house.site.florist.clear_log()
    followed = Followed(*one(cursor, ASK, [SHOP, kind, dry_run]))
    house.ring()
    deadline, seen, phase = time.monotonic() + LONGEST_S, _Spent(house), "queued"
    with ExitStack() as held:
        if repairing:
            held.enter_context(house.held_still("outbox"))
        while True:
            now, ended, counts, reason = one(cursor, LOOK, [followed.run_id])
            if now != phase:
                seen = seen.over(followed, phase, _Spent(house))
                if now == "repairing" and repairing:
                    with house.held_still("reconcile"):
                        repairing(followed.run_id)
                    held.close()
                    seen = _Spent(house)
                phase = now
            if ended:
                break
            if time.monotonic() > deadline:
                raise NotReady(f"{kind}: {phase} after {LONGEST_S} s")
            followed.worker_mb = max(followed.worker_mb, sum(map(size_of, house.pids()["reconcile"])) / MB)
            time.sleep(POLL_S)
    if phase != "done":
        raise NotReady(f"{kind}: {phase}: {reason}")
    followed.counts = counts
    followed.site_s = sum(call["ms"] for call in house.site.florist.log(LISTS[kind], limit=20_000)) / 1000
    return followed


class _Spent:
    """What was spent up to now."""

    def __init__(self, house: ComparingHouse) -> None:
        pids = house.pids()
        self.at = time.monotonic()
        self.worker_s, self.database_s = _processors(pids["reconcile"]), _processors(pids["postgres"])

    def over(self, followed: Followed, phase: str, end: "_Spent") -> "_Spent":
        """Note what came on top until `end`."""
        followed.wall_s[phase] += end.at - self.at
        followed.worker_s[phase] += end.worker_s - self.worker_s
        followed.database_s[phase] += end.database_s - self.database_s
        return end


def _processors(pids: Iterable[int]) -> float:
    """Seconds of processor time; a process that ends takes its own with it."""
    total = 0.0
    for pid in pids:
        try:
            times = psutil.Process(pid).cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total
