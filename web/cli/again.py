"""Replay and retry: in batches, each a transaction of its own, with a bar that shows how far it is.

Nobody is rung for: what is due again is found by the next sweep.
"""

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import Outbox, WebhookEvent, begin
from sync.inbox import replay as inbox
from sync.outbox import retry as outbox

BATCH = 500


def replay(state: str | None, kind: str | None, ids: Sequence[int]) -> None:
    """Events of these ids, in their own state; without ids all in `state` (dead, unless said otherwise)."""
    query = select(WebhookEvent.id).order_by(WebhookEvent.id)
    if ids:
        query = query.where(WebhookEvent.id.in_(ids))
    if state or not ids:
        query = query.where(WebhookEvent.state == (state or "dead"))
    if kind:
        query = query.where(WebhookEvent.kind == kind)
    _in_batches("replayed", "events", query, inbox.replay)


def retry(kind: str | None, ids: Sequence[int]) -> None:
    """Rows of these ids; without ids all dead letters."""
    query = select(Outbox.id).order_by(Outbox.id)
    query = query.where(Outbox.id.in_(ids)) if ids else query.where(Outbox.state == "dead")
    if kind:
        query = query.where(Outbox.kind == kind)
    _in_batches("due again", "rows", query, outbox.retry)


def _in_batches(done: str, what: str, query: Select[int], again: Callable[[Session, Sequence[int]], int]) -> None:
    with begin() as session:
        ids = session.scalars(query).all()
    count = 0
    with Progress(TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as bar:
        task = bar.add_task(what, total=len(ids))
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            with begin() as session:
                count += again(session, batch)
            bar.advance(task, len(batch))
    Console().print(f"{count} {what} {done}")
