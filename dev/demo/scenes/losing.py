"""A webhook that the site sends into nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from dev.demo.stage import Stage

REPAIRED_WITHIN_S = 75  # the verifying read comes 30 s after the event that owes it; the rest is patience


@contextmanager
def losing_one(stage: Stage, route: str) -> Iterator[None]:
    """The first webhook of this route that is fired inside the block never leaves."""
    fault = stage.theirs.fault("lost", f"WEBHOOK {route}", count=1)
    try:
        yield
    finally:
        stage.theirs.clear_faults(fault)


def fate_of_webhook(stage: Stage, route: str, bitrix_id: int) -> str:
    """What became of the last one about this entity."""
    last = stage.theirs.webhooks(limit=1, route=route, entity=bitrix_id)
    fate = "lost" if last and "lost" in last[0]["faults"] else "sent"
    stage.say.fate(f"its webhook is {fate}")
    return fate
