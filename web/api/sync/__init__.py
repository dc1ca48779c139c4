"""The sync console: how both sides stand, what waits, what failed, and what to do about it."""

from web.api.sync import conflicts, drift, events, links, outbox, overview, runs, schedule, stats
from web.api.sync.blueprint import blueprint

__all__ = [
    "blueprint",
    "conflicts",
    "drift",
    "events",
    "links",
    "outbox",
    "overview",
    "runs",
    "schedule",
    "stats",
]
