"""On the PYTHONPATH of a house that shall break from within: one kind of event kills whoever works it.

A file named in POISON_DIARY gets a line for each victim.
"""

import os
import signal
from pathlib import Path
from typing import Any

DIARY = os.environ.get("POISON_DIARY")
POISON = "poison"


def _die_of(note: Any) -> None:
    if note == POISON:
        with Path(str(DIARY)).open("a") as diary:
            diary.write(f"{os.getpid()}\n")
        os.kill(os.getpid(), signal.SIGKILL)


if DIARY:
    from sync.inbox import handle

    healthy = handle.apply_status_event

    def poisoned(session: Any, rules: Any, event_id: int, payload: dict[str, Any], *rest: Any) -> Any:
        _die_of(payload.get("notes"))
        return healthy(session, rules, event_id, payload, *rest)

    handle.apply_status_event = poisoned
