"""Work the inbox off: entity by entity, its events in the order of their receipt, all or nothing."""

import time

import structlog
from sqlalchemy import Engine, Row
from sqlalchemy.orm import Session

from models import begin
from sync.inbox.claim import Entity, claim
from sync.inbox.finish import Finished, finish, gave_up, take_events
from sync.inbox.handle import Worked, handle
from sync.locks import lock_entity
from sync.rules import Rules

log = structlog.get_logger(__name__)

BATCH = 200  # events claimed at a time: one commit counts all their attempts
MOST_ATTEMPTS = 5


def drain(engine: Engine, rules: Rules, *, budget_s: float) -> int:
    """Work due events until none is left or the budget is spent. Returns how many were finished."""
    until, done = time.monotonic() + budget_s, 0
    while time.monotonic() < until:
        entities = claim(engine, BATCH, rules.inbox_claim_s)
        if not entities:
            break
        for entity in entities:
            done += work(rules, entity)
    return done


def work(rules: Rules, entity: Entity) -> int:
    """One entity. At first all its events in one transaction; where that fails, each behind its own savepoint.

    After a crash of a worker the entity comes as a suspect: then one event per transaction.
    """
    if entity.suspect:
        return _one_by_one(rules, entity)
    try:
        with begin() as session:
            return _work(session, rules, entity)
    except Exception:
        log.warning("entity_failed", kind=entity.kind, bitrix_id=entity.bitrix_id, exc_info=True)
    with begin() as session:
        return _work(session, rules, entity, careful=True)


def _one_by_one(rules: Rules, entity: Entity) -> int:
    done = 0
    while True:
        with begin() as session:
            worked = _work(session, rules, entity, careful=True, limit=1)
        if not worked:
            return done
        done += worked


def _work(
    session: Session, rules: Rules, entity: Entity, *, careful: bool = False, limit: int | None = None
) -> int:
    lock_entity(session, entity.shop_id, entity.kind, entity.bitrix_id)
    events = take_events(session, entity, limit)
    if not events:
        return 0
    worked = Worked(session, rules, entity)
    finished = [_one(worked, event, careful) for event in events]
    worked.owe(events[-1].request_id)
    finish(session, finished)
    return len(finished)


def _one(worked: Worked, event: Row, careful: bool) -> Finished:
    if event.attempts > MOST_ATTEMPTS:
        return gave_up(event)
    if not careful:
        return Finished.of(event, handle(worked, event))
    try:
        with worked.session.begin_nested():
            return Finished.of(event, handle(worked.afresh(), event))
    except Exception as error:
        log.exception("event_failed", event_id=event.id)
        if event.attempts >= MOST_ATTEMPTS:
            return gave_up(event, error)
        return Finished.later(event, error, worked.rules)
