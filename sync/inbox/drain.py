"""Work the inbox off: each entity's events in the order of their receipt, all or nothing."""

import time
from collections.abc import Sequence

import structlog
from sqlalchemy import Engine, Row
from sqlalchemy.orm import Session

from models import begin
from sync.inbox.claim import Entity, claim
from sync.inbox.finish import Finished, finish, gave_up, take_events
from sync.inbox.handle import Worked, handle, look_up
from sync.locks import lock_entities
from sync.outbox.wish import wish_all
from sync.rules import Rules

log = structlog.get_logger(__name__)

BATCH = 20  # entities claimed and worked at a time
MOST_ATTEMPTS = 5


def drain(engine: Engine, rules: Rules, *, budget_s: float) -> int:
    """Work due events until none is left or the budget is spent. Returns how many were finished."""
    until, done = time.monotonic() + budget_s, 0
    while time.monotonic() < until:
        entities = claim(engine, BATCH, rules.inbox_claim_s)
        if not entities:
            break
        done += _carefully(rules, entities[0]) if entities[0].suspect else _together(rules, entities)
    return done


def _together(rules: Rules, entities: Sequence[Entity]) -> int:
    """In one transaction, for commits and round trips are most of the time of an event.

    Orders with stock to move come apart: nobody else shall wait for the rows of a warehouse longer than one order
    takes, and the locks on them are taken in order only within one order. Where anything fails, all come apart.
    """
    try:
        with begin() as session:
            taken = _take(session, rules, entities)
            apart = [worked.entity for worked in taken if worked.moves_stock]
            done = _finish(session, [worked for worked in taken if not worked.moves_stock])
    except Exception:
        log.warning("batch_failed", entities=len(entities), exc_info=True)
        apart, done = list(entities), 0
    return done + sum(_alone(rules, entity) for entity in apart)


def _alone(rules: Rules, entity: Entity) -> int:
    """At first all its events in one transaction; where that fails, each behind its own savepoint."""
    try:
        with begin() as session:
            return _finish(session, _take(session, rules, [entity]))
    except Exception:
        log.warning("entity_failed", kind=entity.kind, bitrix_id=entity.bitrix_id, exc_info=True)
    return _carefully(rules, entity)


def _carefully(rules: Rules, entity: Entity) -> int:
    with begin() as session:
        return _finish(session, _take(session, rules, [entity]), careful=True)


def _take(session: Session, rules: Rules, entities: Sequence[Entity]) -> list[Worked]:
    """Those with events that are still ours, under their locks."""
    lock_entities(session, [entity.key for entity in entities])
    events = take_events(session, entities)
    taken = [Worked(session, rules, entity, events[entity.key]) for entity in entities if entity.key in events]
    look_up(session, taken)
    return taken


def _finish(session: Session, taken: Sequence[Worked], *, careful: bool = False) -> int:
    finished = [_one(worked, event, careful) for worked in taken for event in worked.events]
    wish_all(session, [wish for worked in taken if (wish := worked.owes())])
    finish(session, finished)
    return len(finished)


def _one(worked: Worked, event: Row, careful: bool) -> Finished:
    if event.attempts > MOST_ATTEMPTS:
        return gave_up(event)
    if not careful:
        return Finished.of(event, handle(worked, event))
    try:
        with worked.session.begin_nested():
            worked.known = False  # a savepoint that was rolled back took what was read along
            return Finished.of(event, handle(worked, event))
    except Exception as error:
        log.exception("event_failed", event_id=event.id)
        if event.attempts >= MOST_ATTEMPTS:
            return gave_up(event, error)
        return Finished.later(event, error, worked.rules)
